"""Errors counted by the day, for programs that watch the site: /readyz."""

import logging
from contextlib import suppress

from django.utils import timezone

KEPT_FOR = 2 * 24 * 60 * 60


class ErrorCounter(logging.Handler):
    """Counts what is logged as an error in the cache: of this process, or with a shared one of all."""

    def emit(self, record):
        # The settings and their cache are there only later.
        from django.core.cache import cache

        # A cache that is gone must not turn one error into two.
        with suppress(Exception):
            cache.add(_name(), 0, KEPT_FOR)
            cache.incr(_name())


def errors_today() -> int | None:
    """Return how many errors were logged since midnight in Toronto, as far as the cache knows; None without it."""
    from django.core.cache import cache

    with suppress(Exception):
        return cache.get(_name(), 0)
    return None


def _name() -> str:
    return f"errors:{timezone.localdate():%Y-%m-%d}"
