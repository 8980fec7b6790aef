"""How long a statement waits for another writer, where the answer matters more than what is written."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

HURRIED = 200


@contextmanager
def hurried() -> Iterator[None]:
    """Wait a fifth of a second at most for SQLite's one writer, then let the statement fail; others keep to their rows."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        [usual] = cursor.fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {HURRIED}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual:d}")
