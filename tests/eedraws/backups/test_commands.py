"""Backups and their restoring, drilled: while others write, damaged in every way, and switched to."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from core.storage import ON_DISK
from draws.models import Round
from eedraws.backups.databases import counts_of
from eedraws.backups.folder import MANIFEST, complete
from tests.databases import copy_database
from tests.factories import make_image

pytestmark = pytest.mark.django_db(transaction=True)
sqlite_only = pytest.mark.skipif("postgres" in os.environ.get("DATABASE_URL", ""), reason="SQLite's own")


@pytest.fixture
def folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    (settings.MEDIA_ROOT / "pictures").mkdir(parents=True)
    (settings.MEDIA_ROOT / "pictures" / "a.webp").write_bytes(b"picture")
    (settings.MEDIA_ROOT / "pictures" / ".unfinished-1").write_bytes(b"half")
    settings.CHARTS_ROOT = settings.MEDIA_ROOT / "charts"
    settings.CHARTS_ROOT.mkdir()
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": ON_DISK}}
    return tmp_path / "backups"


def backup(folder, **options):
    call_command("backup", folder, stdout=StringIO(), **options)
    return complete(folder)[0]


def restore(found, **options):
    out = StringIO()
    call_command("restore", found, stdout=out, **options)
    return out.getvalue()


def test_what_was_backed_up_comes_back(folder, tmp_path):
    if connection.vendor != "sqlite":
        found = backup(folder)
        name = f"{connection.settings_dict['NAME']}_restored"
        try:
            restore(found, to=tmp_path / "new", database=name)
            with connection._nodb_cursor() as cursor:
                cursor.execute("SELECT count(*) FROM pg_database WHERE datname = %s", [name])
                assert cursor.fetchone() == (1,)
        finally:
            with connection._nodb_cursor() as cursor:
                cursor.execute(f"DROP DATABASE IF EXISTS {connection.ops.quote_name(name)}")
        return
    found = backup(folder)
    said = restore(found, to=tmp_path / "new")
    assert "newest draw 447" in said
    copy = tmp_path / "new" / "database.sqlite3"
    assert counts_of(copy) == json.loads((found / MANIFEST).read_text())["rows"]
    assert counts_of(copy)["draws_round"] == Round.objects.count() == 448
    pictures = tmp_path / "new" / "media"
    assert [path.name for path in sorted(pictures.rglob("*"))] == ["pictures", "a.webp"]


@sqlite_only
def test_pictures_of_another_storage_are_taken_from_there(folder, tmp_path, settings):
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = settings.STORAGES | {"default": memory}
    image = make_image()
    found = backup(folder)
    restore(found, to=tmp_path / "new")
    pictures = tmp_path / "new" / "media"
    assert sorted(
        str(path.relative_to(pictures)) for path in pictures.rglob("*") if path.is_file()
    ) == sorted(image.paths)
    for path in image.paths:
        with default_storage.open(path) as stored:
            assert pictures.joinpath(path).read_bytes() == stored.read()
    default_storage.delete(image.paths[0])
    with pytest.raises(CommandError, match="There is no new backup"):
        call_command("backup", folder)


def test_only_the_newest_are_kept_and_nothing_unfinished(folder, monkeypatch):
    from eedraws.management.commands import backup as command

    (folder / "20200101T000000Z.unfinished").mkdir(parents=True)
    (folder / "notes").mkdir()
    for minute in range(4):
        monkeypatch.setattr(command, "name_of", lambda moment, minute=minute: f"20261003T04{minute:02}00Z")
        backup(folder, keep=2)
    assert [path.name for path in sorted(folder.iterdir())] == [
        "20261003T040200Z", "20261003T040300Z", "notes",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["database.*", "media.tar", MANIFEST])
@pytest.mark.parametrize("damage", ["cut", "changed", "gone"])
def test_a_damaged_backup_is_refused(folder, tmp_path, name, damage):
    found = backup(folder)
    [path] = found.glob(name)
    whole = path.read_bytes()
    if damage == "gone":
        path.unlink()
    elif damage == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    else:
        path.write_bytes(whole[:100].replace(b"a", b"b", 1).swapcase() + whole[100:])
    with pytest.raises(CommandError, match="Nothing was switched"):
        restore(found, to=tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_an_unfinished_backup_and_a_place_that_is_taken_are_refused(folder, tmp_path):
    found = backup(folder)
    with pytest.raises(CommandError, match="is there already"):
        restore(found, to=tmp_path)
    with pytest.raises(CommandError, match="is no backup"):
        restore(tmp_path, to=tmp_path / "new")


def test_no_room_leaves_no_backup(folder, monkeypatch):
    from eedraws.backups import media

    def full(folder):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(media, "archive_to", full)
    with pytest.raises(CommandError, match="no new backup.*No space left"):
        call_command("backup", folder)
    assert list(folder.iterdir()) == []


@sqlite_only
def test_a_copy_made_while_others_write_is_sound(folder, tmp_path):
    name = connection.settings_dict["NAME"]
    script = (
        "import sqlite3, sys, itertools\n"
        "database = sqlite3.connect(sys.argv[1], timeout=30, isolation_level=None)\n"
        "print('begun', flush=True)\n"
        "for n in itertools.count():\n"
        "    database.execute('BEGIN IMMEDIATE')\n"
        "    database.execute('INSERT INTO core_loadedfile (name, sha256, loaded_at) VALUES (?, ?, 0)', (f'a{n}', ''))\n"
        "    database.execute('INSERT INTO core_loadedfile (name, sha256, loaded_at) VALUES (?, ?, 0)', (f'b{n}', ''))\n"
        "    database.execute('COMMIT')\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", script, name], stdout=subprocess.PIPE)
    try:
        writer.stdout.readline()
        found = backup(folder)
    finally:
        writer.kill()
        writer.communicate()
    restore(found, to=tmp_path / "new")
    with closing(sqlite3.connect(tmp_path / "new" / "database.sqlite3")) as copy:
        of_each = [
            copy.execute(
                "SELECT count(*) FROM core_loadedfile WHERE name GLOB ?", [f"{letter}[0-9]*"]
            ).fetchone()
            for letter in "ab"
        ]
    assert of_each[0] == of_each[1]


@sqlite_only
def test_switching_puts_the_copy_in_place_and_keeps_what_was_there(folder, tmp_path, settings, monkeypatch):
    found = backup(folder)
    present = tmp_path / "site" / "site.sqlite3"
    present.parent.mkdir()
    copy_database(present)
    for suffix in ("-wal", "-shm"):
        Path(f"{present}{suffix}").write_bytes(b"of the old one")
    own = dict(connection.settings_dict)
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", str(present))
    try:
        said = restore(found, to=tmp_path / "new", switch=True)
        assert Round.objects.count() == 448
    finally:
        connection.close()
        connection.settings_dict.update(own)
    kept = said.split("*.before-")[1].strip()
    assert Path(f"{present}.before-{kept}").is_file()
    assert Path(f"{present}.before-{kept}-wal").read_bytes() == b"of the old one"
    assert (settings.MEDIA_ROOT / "pictures" / "a.webp").read_bytes() == b"picture"
    assert Path(f"{settings.MEDIA_ROOT}.before-{kept}").is_dir()
