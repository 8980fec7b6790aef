"""Several processes of one site: a publication is seen by all, with a cache that comes and goes, and nothing is old."""

import os
import shutil
import subprocess
import time

import pytest

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif("postgres" in os.environ.get("DATABASE_URL", ""), reason="copies of a SQLite file"),
]
PATH = "/draws/255/"
# core/freshness.py looks twice a second.
A_SECOND = 1.0


class Redis:
    """A server of the test's own, which may be stopped and started."""

    def __init__(self, folder):
        program = shutil.which("redis-server")
        assert program, "This test needs redis-server (Debian: apt-get install redis-server)."
        self.socket = folder / "redis.sock"
        self.command = [program, "--port", "0", "--unixsocket", self.socket, "--save", "", "--dir", folder]

    def start(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL)
        until = time.monotonic() + 20
        while not self.socket.exists():
            assert time.monotonic() < until
            time.sleep(0.05)

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.socket.unlink(missing_ok=True)

    def pages(self):
        found = subprocess.run(
            ["redis-cli", "-s", self.socket, "--raw", "KEYS", "pages:*"],
            capture_output=True,
            text=True,
            check=True,
        )
        return found.stdout.split()


@pytest.fixture
def redis(tmp_path):
    server = Redis(tmp_path)
    server.start()
    yield server
    server.stop()


def publish(site, cutoff):
    """Change a public figure by a process that serves nobody."""
    site.run(
        f"from draws.models import Round\nRound.objects.filter(number='255').update(crs_cutoff={cutoff})"
    )


@pytest.mark.parametrize("shared", [False, True], ids=["memory of each", "Redis"])
def test_what_a_third_process_publishes_is_seen_by_all_within_a_second(running, tmp_path, request, shared):
    cache = {"CACHE_URL": f"unix://{request.getfixturevalue('redis').socket}"} if shared else {}
    sites = [running(tmp_path, name=name, **cache) for name in ("one", "two")]
    for cutoff in (1111, 1112):
        for site in sites:
            # Kept by each, and asked for while the version is known.
            assert str(cutoff) not in site.get(PATH)[2]
        publish(sites[0], cutoff)
        time.sleep(A_SECOND)
        for site in sites:
            assert str(cutoff) in site.get(PATH)[2]


def test_a_cache_that_is_gone_makes_it_slower_and_comes_back_by_itself(running, tmp_path, redis):
    sites = [running(tmp_path, name=name, CACHE_URL=f"unix://{redis.socket}") for name in ("one", "two")]
    one, two = sites
    assert one.get(PATH)[0] == 200
    assert redis.pages()
    redis.stop()
    publish(one, 1111)
    time.sleep(A_SECOND)
    for site in sites:
        for path in (PATH, "/", "/draws/", "/search/?q=nurse"):
            begun = time.monotonic()
            assert site.get(path)[0] == 200
            # Two waits for a server that does not answer, and a machine that is busy.
            assert time.monotonic() - begun < 10
        assert "1111" in site.get(PATH)[2]
    redis.start()
    publish(one, 1112)
    # Left alone for five seconds after a failure.
    time.sleep(6)
    assert "1112" in one.get(PATH)[2]
    assert redis.pages()
    # The other has nothing of this version in its memory: what it sends is the page of the first.
    assert one.get(PATH)[1]["last-modified"] == two.get(PATH)[1]["last-modified"]
    assert "1112" in two.get(PATH)[2]
    assert all("1111" not in site.get(PATH)[2] for site in sites)


def test_no_page_of_a_database_that_was_restored_is_taken_for_the_present_one(running, tmp_path, redis):
    """Versions are counted anew from the backup: the same number comes twice, with other figures."""
    site = running(tmp_path, CACHE_URL=f"unix://{redis.socket}")
    backup = tmp_path / "backup.sqlite3"
    site.run(f"from django.db import connection\nconnection.cursor().execute('VACUUM INTO %s', ['{backup}'])")
    publish(site, 1111)
    time.sleep(A_SECOND)
    assert "1111" in site.get(PATH)[2]
    site.stop()
    for suffix in ("-wal", "-shm"):
        site.database.with_name(f"{site.database.name}{suffix}").unlink(missing_ok=True)
    backup.replace(site.database)
    publish(site, 1112)
    site.start()
    assert "1112" in site.get(PATH)[2]
