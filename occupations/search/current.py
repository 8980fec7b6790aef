"""The index of this process: built from the tables when it is first asked for, and again when they have changed."""

import logging
from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import NamedTuple
from uuid import UUID

from django.db import DatabaseError, connection

from core.kept import Kept
from occupations.models import Occupation, OccupationTitle, SearchMark
from occupations.search.index import Index
from occupations.search.matching import find, find_near
from occupations.search.model import JobTitle, Match
from occupations.search.vocabulary import read_vocabulary

logger = logging.getLogger(__name__)
VOCABULARY = read_vocabulary(Path(__file__).resolve().parent.parent / "data" / "search_words.csv")


class Built(NamedTuple):
    """An index, and the mark that the tables had when it was begun."""

    mark: UUID | None
    index: Index


class Holder:
    """Holds one index, and builds the next while others wait: never two at once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._built: Built | None = None
        # Whatever moves the mark moves the version of the content.
        self._mark = Kept(SearchMark.objects.current)

    def index(self) -> Index:
        """Return an index of the tables as they are. No query, but where the content has just changed."""
        mark = self._mark.get()
        built = self._built
        if built is not None and built.mark == mark:
            return built.index
        with self._lock:
            # Another thread may have built it meanwhile, and for a newer mark.
            mark = SearchMark.objects.current()
            built = self._built
            if built is None or built.mark != mark:
                self._built = built = Built(mark, read_tables())
        return built.index


def read_tables() -> Index:
    """Build an index of all occupations and everyday titles, with two queries."""
    return Index(
        Occupation.objects.order_by("code", "pk").values_list("pk", "code", "teer", "title_en", "title_fr"),
        OccupationTitle.objects.order_by("pk").values_list("occupation_id", "language", "title").iterator(),
    )


HOLDER = Holder()


def prepare() -> None:
    """Build the index in a thread of its own, before anyone waits for it: as soon as a process serves.

    Where there is no record yet, the first search finds that out.
    """
    try:
        HOLDER.index()
    except DatabaseError as error:
        logger.warning("The search is not prepared: %s", error)
    finally:
        connection.close()


def search(query: str) -> list[Match]:
    """Return the occupations that `query` may mean, best first; none if it says too little or nothing known.

    Codes and parts of them, TEER categories, titles in English or French in any number, gender and order of words, with
    or without accents, with short forms and with slips of spelling: docs/occupation-search.md tells all of it.
    """
    return find(query, HOLDER.index(), VOCABULARY)


def search_all(queries: Iterable[str]) -> list[list[Match]]:
    """Return what search() gives for each of many queries, with one look at whether the index is still right."""
    index = HOLDER.index()
    return [find(query, index, VOCABULARY) for query in queries]


def near_titles(query: str) -> list[JobTitle]:
    """Return a few titles that are a little like `query`, the nearest first, for one that finds nothing."""
    return find_near(query, HOLDER.index())
