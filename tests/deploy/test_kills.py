"""A process is killed in the middle of its work: what it has acknowledged is there, and nothing is half there."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing

import pytest

from tests.deploy.serving import ROOT, Application

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "postgres" in os.environ.get("DATABASE_URL", ""), reason="kills the process with the database"
    ),
]
# Saves by the one write path, each told when it has returned.
SAVING = """
import django
django.setup()
from core.writing import write
from draws.models import Round
saved = Round.objects.get(number="255")
print("begun", flush=True)
for invitations in range(10_001, 10_501):
    saved.invitations = invitations
    write(saved)
    print(invitations, flush=True)
"""


def sound(database):
    """Return a connection to a file of which SQLite finds every page, index and reference sound."""
    connection = sqlite3.connect(database)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    return closing(connection)


@pytest.mark.parametrize("after", [1, 60, 250])
def test_every_save_that_was_acknowledged_is_there_with_its_history(tmp_path, after):
    site = Application(tmp_path)
    environment = site.environment | {"DJANGO_SETTINGS_MODULE": "eedraws.settings"}
    saving = subprocess.Popen(
        [sys.executable, "-c", SAVING], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert saving.stdout.readline() == "begun\n"
    acknowledged = [int(saving.stdout.readline()) for _ in range(after)]
    saving.kill()
    # What it said before it was killed, and had not been read yet.
    rest, _nothing = saving.communicate()
    acknowledged += [int(line) for line in rest.split("\n") if len(line) == 5]
    assert len(acknowledged) < 500, "It was done before it was killed."
    with sound(site.database) as database:
        [(now, key)] = database.execute("SELECT invitations, id FROM draws_round WHERE number = '255'")
        history = [
            row[0]
            for row in database.execute(
                "SELECT invitations FROM draws_historicalround WHERE id = ? AND invitations > 10000 ORDER BY history_id",
                [key],
            )
        ]
        [(version,)] = database.execute("SELECT number FROM core_contentversion")
    assert set(acknowledged) <= set(history)
    # At most one more than what was told: the one that it was about to tell.
    assert history == list(range(10_001, now + 1))
    assert now - acknowledged[-1] in (0, 1)
    assert version > len(history)


def test_what_the_newsroom_was_told_is_saved_and_the_server_comes_back(site):
    cookies = site.sign_in()
    told, is_over = [], threading.Event()

    def save():
        for number in range(1000):
            if is_over.is_set():
                return
            name = f"killed-{number}"
            try:
                status = site.post("/admin/articles/tag/add/", cookies, name_en=name, slug=name)[0]
            except OSError:
                continue
            if status == 302:
                told.append(name)

    newsroom = threading.Thread(target=save)
    newsroom.start()
    site.wait(lambda: len(told) > 20)
    # One worker alone: the server starts another by itself, and those who ask meanwhile wait or ask again.
    workers = subprocess.run(
        ["pgrep", "-P", str(site.process.pid)], capture_output=True, text=True, check=True
    ).stdout.split()
    os.kill(int(workers[0]), signal.SIGKILL)
    before = len(told)
    site.wait(lambda: len(told) > before + 20)
    site.stop(signal.SIGKILL)
    is_over.set()
    newsroom.join()
    time.sleep(0.5)
    with sound(site.database) as database:
        saved = {
            row[0] for row in database.execute("SELECT slug FROM articles_tag WHERE slug LIKE 'killed-%'")
        }
        [(logged,)] = database.execute(
            "SELECT count(*) FROM django_admin_log WHERE object_repr LIKE 'killed-%' AND action_flag = 1"
        )
    assert set(told) <= saved
    assert logged == len(saved)
    site.start()
    assert site.get("/news/")[0] == 200
