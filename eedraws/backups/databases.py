"""Copies of the database: taken while others write, and proved."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection

from eedraws.backups.folder import BadBackup

SQLITE, POSTGRESQL = "database.sqlite3", "database.dump"


def copy_to(folder: Path) -> Path:
    """Write a copy of the database as it is at one moment, and prove it; return the file. Raises BadBackup."""
    if connection.vendor == "sqlite":
        path = folder / SQLITE
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(path)])
        prove_sqlite(path)
        return path
    path = folder / POSTGRESQL
    _run("pg_dump", "--format=custom", "--no-owner", f"--file={path}", *_server())
    _run("pg_restore", "--list", str(path))
    return path


def prove_sqlite(path: Path) -> None:
    """Raises BadBackup unless SQLite finds every page, index and reference of a file sound."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as database:
            found = [row[0] for row in database.execute("PRAGMA integrity_check")]
            dangling = database.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        raise BadBackup(f"{path} is no sound database: {error}.") from error
    if found != ["ok"] or dangling:
        raise BadBackup(
            f"{path} is no sound database: {'; '.join(found)}; {len(dangling)} dangling references."
        )


def counts_of(path: Path) -> dict[str, int]:
    """Return the number of rows of every table of a SQLite file."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as database:
        names = [
            row[0]
            for row in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
                " AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
            )
        ]
        return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def restore_postgresql(path: Path, database: str) -> None:
    """Fill a new database of the same server from a dump; one that exists is left alone. Raises BadBackup."""
    _run("createdb", *_server(database=False), database)
    _run("pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", f"--dbname={database}",
         *_server(database=False), str(path))  # fmt: skip


def _server(*, database: bool = True) -> list[str]:
    settings = connection.settings_dict
    named = [
        ("--host", "HOST"),
        ("--port", "PORT"),
        ("--username", "USER"),
        *([("--dbname", "NAME")] * database),
    ]
    return [f"{option}={settings[key]}" for option, key in named if settings[key]]


def _run(program: str, *arguments: str) -> None:
    """Run a program of PostgreSQL; the password goes by the environment, where no list of processes shows it."""
    found = shutil.which(program)
    if found is None:
        raise BadBackup(f"{program} is not installed: it comes with PostgreSQL's client.")
    password = connection.settings_dict.get("PASSWORD") or ""
    environment = {**os.environ, "PGPASSWORD": password} if password else None
    command = [found, "--no-password", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise BadBackup(f"{program}: {done.stderr.strip() or 'failed'}")
