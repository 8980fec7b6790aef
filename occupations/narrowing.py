"""A list of occupations narrowed to what is sought and put in order. Pure: no Django."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol
from urllib.parse import urlencode

from occupations.folding import fold, has_words, stems

BY_CODE = "code"
COLUMNS = (BY_CODE, "title", "teer")
# What ?sort= may say.
SORTS = (*COLUMNS, *(f"-{column}" for column in COLUMNS))


class Occupation(Protocol):
    """What the classification says of an occupation."""

    @property
    def code(self) -> str: ...
    @property
    def teer(self) -> int: ...
    @property
    def title_en(self) -> str: ...
    @property
    def title_fr(self) -> str: ...


class Listed(Protocol):
    """A place on a list."""

    @property
    def occupation(self) -> Occupation: ...
    @property
    def title_as_published(self) -> str: ...


class Column(NamedTuple):
    """A sortable column: "ascending", "descending" or None, and the address of the list in its next order."""

    state: str | None
    href: str


def narrowed[L: Listed](listings: Iterable[L], query: str) -> list[L]:
    """Return the places whose code or title, as published or in either language, has the words of `query`."""
    beginnings = stems(query)
    return [listing for listing in listings if has_words(fold(_text(listing)), beginnings)]


def in_order[L: Listed](listings: Iterable[L], sort: str) -> list[L]:
    """Return the places in the order that `sort`, one of SORTS, names; equals by code."""
    by_code = sorted(listings, key=lambda listing: listing.occupation.code)
    column = sort.removeprefix("-")
    if column == "title":
        return sorted(by_code, key=lambda listing: fold(listing.title_as_published), reverse=sort[0] == "-")
    if column == "teer":
        return sorted(by_code, key=lambda listing: listing.occupation.teer, reverse=sort[0] == "-")
    return by_code[::-1] if sort[0] == "-" else by_code


def columns(query: str, sort: str, fragment: str) -> dict[str, Column]:
    """Return the state of each column; its link keeps the query, and turns the order round or sorts upward."""
    return {column: _column(column, query, sort, fragment) for column in COLUMNS}


def _column(column: str, query: str, sort: str, fragment: str) -> Column:
    state = {column: "ascending", f"-{column}": "descending"}.get(sort)
    asked = {"q": query, "sort": f"-{column}" if state == "ascending" else column}
    return Column(state, f"?{urlencode({name: value for name, value in asked.items() if value})}#{fragment}")


def _text(listing: Listed) -> str:
    occupation = listing.occupation
    return f"NOC {occupation.code} {listing.title_as_published} {occupation.title_en} {occupation.title_fr}"
