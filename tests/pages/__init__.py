"""Every type of page, once, with the states in which it is met: what the tests of every page ask.

A new page joins all of them (structure, words, validity, layout, accessibility) by one line in public.py or newsroom.py;
an address without one fails. The ordinary state is the page at `tests.addresses.address(name)`. A further state is a
query added to that address, a path of its own, a function that makes what is shown and returns its path, or SENT_EMPTY:
the page's own form sent as it stands.
"""

from typing import NamedTuple

import pytest

from tests.addresses import address
from tests.pages.making import SENT_EMPTY
from tests.pages.newsroom import NEWSROOM, NO_PAGE
from tests.pages.public import ERRORS, PUBLIC

__all__ = [
    "ERRORS",
    "NEWSROOM",
    "NO_PAGE",
    "ORDINARY",
    "PUBLIC",
    "SENT_EMPTY",
    "Shown",
    "parsed",
    "read",
    "shown",
    "states",
]

ORDINARY = "ordinary"


class Shown(NamedTuple):
    """A page in one of its states."""

    name: str
    state: str = ORDINARY

    @property
    def status(self):
        return ERRORS[self.name][1] if self.name in ERRORS else 200

    @property
    def where(self):
        """What the tables say of it."""
        if self.name in ERRORS:
            return ERRORS[self.name][0]
        return "" if self.state == ORDINARY else (PUBLIC | NEWSROOM)[self.name][self.state]

    def path(self):
        """Return where it is shown, and make what it shows."""
        where = self.where
        if callable(where):
            return where()
        if where is SENT_EMPTY:
            return address(self.name)
        return where if where.startswith("/") else address(self.name) + where


def states(name):
    """Return a page in each of its states."""
    return [Shown(name, state) for state in (ORDINARY, *(PUBLIC | NEWSROOM).get(name, ()))]


def shown(*tables):
    """Return every page of the tables in each of its states, as parameters of a test."""
    pages = [page for table in tables for name in table for page in states(name)]
    return [pytest.param(page, id=f"{page.name}: {page.state}") for page in pages]


_READ = {}
_PARSED = {}


def read(client, shown):
    """Return what is sent for a page, asked for once by all tests that only read it."""
    if shown not in _READ:
        response = client.get(shown.path())
        assert response.status_code == shown.status
        _READ[shown] = response.text
    return _READ[shown]


def parsed(client, shown, parser):
    """Return what `parser` makes of a page, read and parsed once for all tests that only look."""
    if (shown, parser) not in _PARSED:
        _PARSED[shown, parser] = parser(read(client, shown))
    return _PARSED[shown, parser]
