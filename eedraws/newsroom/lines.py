"""What a line of Today is made of."""

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, Window

# So many entries of a line are shown; the rest stand behind a link.
SHOWN = 5


class Action(NamedTuple):
    """Something to do at once, at the address of this name; without such an address it is not offered."""

    words: str
    name: str
    arg: object


@dataclass(frozen=True)
class Item:
    """One thing to be done, with the link to where it is done; `heading` stands above it."""

    words: str
    url: str
    note: str = ""
    actions: tuple[Action, ...] = ()
    heading: str = ""
    heading_actions: tuple[Action, ...] = ()


@dataclass(frozen=True)
class Line:
    """One kind of thing to be done: how many there are and the first of them, or in words that there is none.

    `all_url` leads to the list of all of them.
    """

    title: str
    nothing: str
    count: int
    items: list[Item]
    all_url: str = ""

    @property
    def rest(self):
        return self.count - len(self.items)


def first_few(queryset, shown=SHOWN):
    """Return the first rows of a queryset and how many there are in all. One query."""
    rows = list(queryset.annotate(in_all=Window(Count("pk")))[:shown])
    return rows, rows[0].in_all if rows else 0
