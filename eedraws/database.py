"""How the database is opened, and what is wrong when it refuses: told from its own errors. The settings read it."""

import errno
import os
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

from django.db import connection
from django.db.utils import DatabaseError, InterfaceError, OperationalError

SQLITE = "django.db.backends.sqlite3"
# The first byte of SQLite's extended codes, and PostgreSQL's states.
SQLITE_FULL, SQLITE_READONLY = 13, 8
POSTGRESQL_FULL, POSTGRESQL_READONLY = "53100", "25006"


class Fault(Enum):
    """Why nothing can be done, or saved."""

    BUSY = auto()
    FULL = auto()
    READ_ONLY = auto()


def configured(database: dict, read_only: bool) -> dict:
    """Return an entry of DATABASES with the options that this site needs; `read_only` opens it for readers alone."""
    if database["ENGINE"] != SQLITE:
        options = {"options": "-c default_transaction_read_only=on"} if read_only else {}
        return database | {"OPTIONS": database.get("OPTIONS", {}) | options}
    if read_only:
        return database | {
            "NAME": _for_readers(Path(database["NAME"])),
            "OPTIONS": {"timeout": 20, "init_command": "PRAGMA query_only=ON; PRAGMA foreign_keys=ON;"},
        }
    # IMMEDIATE makes a writer wait for its turn instead of failing at once; FULL keeps every acknowledged
    # save through a power cut. Each thread has a connection, and each connection 2 MB of the file in memory if it is
    # not told less (in KiB, negative): the system keeps the file too.
    return database | {
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-512;"
            ),
        }
    }


def is_on_read_only_disk(database: dict) -> bool:
    """Whether the database is a file that is there, on a file system that takes no writes from anyone."""
    path = Path(database["NAME"])
    return database["ENGINE"] == SQLITE and path.is_file() and bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def _for_readers(path: Path) -> str:
    """Return the address by which SQLite opens a file without writing.

    What a crash left in the write-ahead log is read with it. Where there is no log, and none can be made, nobody writes
    either: only as `immutable` does SQLite open such a file.
    """
    log = Path(f"{path}-wal")
    has_log = log.exists() and log.stat().st_size > 0
    nobody_writes = not has_log and not os.access(path.parent, os.W_OK)
    return f"{path.absolute().as_uri()}?{'immutable=1' if nobody_writes else 'mode=ro'}"


def hold_open() -> None:
    """Keep this thread's connection for the life of the process.

    SQLite takes its log away with the last connection, and on a disk that is full by then no other could make it anew.
    """
    if connection.vendor == "sqlite":
        with suppress(DatabaseError):
            connection.ensure_connection()


def fault_of(error: BaseException | None) -> Fault | None:
    """Return what an error says of the database or the disk; None for one that is the code's own."""
    if isinstance(error, OSError):
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return Fault.FULL
        return Fault.READ_ONLY if error.errno == errno.EROFS else None
    if not isinstance(error, (DatabaseError, InterfaceError)):
        return None
    code = (getattr(error.__cause__, "sqlite_errorcode", None) or 0) & 0xFF
    state = getattr(error.__cause__, "sqlstate", None)
    if code == SQLITE_FULL or state == POSTGRESQL_FULL:
        return Fault.FULL
    if code == SQLITE_READONLY or state == POSTGRESQL_READONLY:
        return Fault.READ_ONLY
    return Fault.BUSY if isinstance(error, (OperationalError, InterfaceError)) else None
