"""Copies of the test database."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection


def copy_database(path: Path) -> None:
    """Copy the SQLite test database through SQLite.

    A plain copy opens and closes its file, and with that the system drops the locks of every connection of this process:
    another process then takes the write-ahead log away, and this one goes on reading a state that is gone.
    """
    with (
        closing(sqlite3.connect(connection.settings_dict["NAME"])) as source,
        closing(sqlite3.connect(path)) as target,
    ):
        source.backup(target)
