"""Queries of a request counted, and slow ones told, without their values."""

import logging
from contextvars import ContextVar
from time import perf_counter

from django.conf import settings
from django.db import connections
from django.db.backends.signals import connection_created

logger = logging.getLogger("eedraws.queries")
LONGEST = 1000


class Tally:
    """How many queries a request has made."""

    def __init__(self) -> None:
        self.queries = 0


TALLY: ContextVar[Tally | None] = ContextVar("tally", default=None)


def begin() -> None:
    """Watch every connection from now on. A wrapper for a while would take away one that came after it."""
    connection_created.connect(_watch, dispatch_uid="eedraws.logs")
    for each in connections.all(initialized_only=True):
        _watch(each)


def _watch(connection, **kwargs) -> None:
    if _timed not in connection.execute_wrappers:
        connection.execute_wrappers.append(_timed)


def _timed(execute, sql, params, many, context):
    if tally := TALLY.get():
        tally.queries += 1
    begun = perf_counter()
    try:
        return execute(sql, params, many, context)
    finally:
        milliseconds = 1000 * (perf_counter() - begun)
        if settings.SLOW_QUERY_MS and milliseconds > settings.SLOW_QUERY_MS:
            logger.warning("A query took %d ms: %s", milliseconds, sql[:LONGEST])
