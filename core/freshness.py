"""One version of all that readers can see, moved in the transaction of any change of it. Caches hang on it.

A change is what is written to a table that `watch` was told of, by whatever way: a form, a bulk write, a queryset's
update. Nothing has to remember to say so but what changes pages without the database (`move`).
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from threading import Lock
from time import monotonic
from typing import NamedTuple

from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.backends.signals import connection_created
from django.db.models import F
from django.db.models.signals import post_migrate, post_save, pre_migrate
from django.utils import timezone

from core.models import ContentVersion

# Another process's change is seen after this, in seconds.
LOOK_AGAIN = 0.5
# A clock that goes back by more than this was wrong: what it said to be due is reckoned anew.
STEADY = timedelta(seconds=1)
WRITES = re.compile(
    r"\s*(?:INSERT(?: OR [A-Z]+)? INTO|REPLACE INTO|UPDATE|DELETE FROM|TRUNCATE)\s+[\"`]?(\w+)", re.IGNORECASE
)
RETURNS = re.compile(r"\bRETURNING\b")


class Freshness(NamedTuple):
    """The version of the content, when it moved, and until when it holds if nothing moves it: something falls due then."""

    number: int
    moved_at: datetime
    due_at: datetime


class Watched:
    """The tables whose changes readers can see; none while migrations run, which change tables that are not there yet."""

    def __init__(self) -> None:
        self.tables: frozenset[str] = frozenset()
        self.is_migrating = False

    def sees(self, sql: str) -> bool:
        if self.is_migrating:
            return False
        found = WRITES.match(sql)
        return found is not None and found[1] in self.tables


WATCHED = Watched()


def watch(tables: Iterable[str]) -> None:
    """Move the version with every change of these tables, on every connection from now on."""
    WATCHED.tables = frozenset(tables)
    connection_created.connect(_watch_connection, dispatch_uid="core.freshness")
    post_save.connect(_saved, dispatch_uid="core.freshness")
    pre_migrate.connect(_migrations_begin, dispatch_uid="core.freshness")
    post_migrate.connect(_migrations_end, dispatch_uid="core.freshness")
    for each in connections.all(initialized_only=True):
        _watch_connection(each)


def _watch_connection(connection, **kwargs) -> None:
    if connection.alias == DEFAULT_DB_ALIAS and _moving not in connection.execute_wrappers:
        connection.execute_wrappers.append(_moving)


def _moving(execute, sql, params, many, context):
    """Run a statement, and move the version with it when readers can see what it changes."""
    # SQLite commits nothing while rows that an INSERT returns wait to be fetched: then _saved moves the version.
    if not WATCHED.sees(sql) or (not connection.in_atomic_block and RETURNS.search(sql)):
        return execute(sql, params, many, context)
    with transaction.atomic(savepoint=False):
        result = execute(sql, params, many, context)
        move()
    return result


def _saved(sender, **kwargs) -> None:
    if not connection.in_atomic_block and sender._meta.db_table in WATCHED.tables:
        move()


def _migrations_begin(**kwargs) -> None:
    WATCHED.is_migrating = True


def _migrations_end(**kwargs) -> None:
    """What migrations changed is a change; backwards they may have taken the version away."""
    WATCHED.is_migrating = False
    if ContentVersion._meta.db_table in connection.introspection.table_names():
        move()


def move() -> None:
    """Say that something changed for readers, in the transaction that is going on."""
    now = timezone.now()
    with transaction.atomic(savepoint=False):
        if not ContentVersion.objects.filter(pk=1).update(number=F("number") + 1, moved_at=now):
            ContentVersion.objects.bulk_create(
                [ContentVersion(pk=1, number=1, moved_at=now)], ignore_conflicts=True
            )
        transaction.on_commit(CURRENT.forget)


class Current:
    """What this process knows of the version: looked at again twice a second, and at once after a change of its own."""

    def __init__(self, due: Callable[[datetime], datetime]) -> None:
        self.due = due
        self._lock = Lock()
        self._known: Freshness | None = None
        self._known_at = datetime.min.replace(tzinfo=UTC)
        self._looked = 0.0

    def get(self) -> Freshness:
        """Return the version, from memory if it was looked at a moment ago; else one query, or a few if it moved."""
        known = self._known
        if known is not None and monotonic() - self._looked < LOOK_AGAIN:
            return known
        with self._lock:
            if self._known is not None and monotonic() - self._looked < LOOK_AGAIN:
                return self._known
            looked = monotonic()
            self._known = self._look(self._known)
            self._looked = looked
            return self._known

    def _look(self, known: Freshness | None) -> Freshness:
        now = datetime.now(UTC)
        row = ContentVersion.objects.filter(pk=1).values_list("number", "moved_at").first()
        number, moved_at = row or (0, now.replace(microsecond=0))
        was, self._known_at = self._known_at, now
        if known is not None and known.number == number and now < known.due_at and was - now <= STEADY:
            return known
        return Freshness(number, moved_at, self.due(now))

    def forget(self) -> None:
        self._looked = float("-inf")


def _never(now: datetime) -> datetime:
    return datetime.max.replace(tzinfo=UTC)


CURRENT = Current(_never)
