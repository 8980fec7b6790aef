"""What pages read again and again, kept in the memory of the process until the content changes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from django.db import connection
from django.http import HttpRequest, QueryDict
from django.utils.translation import get_language

from core.freshness import CURRENT, Freshness


class Kept[T]:
    """What `read` returns, read once for each version of the content: shared by all threads, so nobody changes it.

    A transaction reads for itself and leaves nothing behind: it sees what no other does, and may be taken back.
    """

    def __init__(self, read: Callable[[], T]) -> None:
        self._read = read
        self._lock = Lock()
        self._kept: tuple[Freshness, T] | None = None

    def get(self) -> T:
        if connection.in_atomic_block:
            return self._read()
        # Before reading: what was read may be newer than the version by whose name it is kept, and never older.
        fresh = CURRENT.get()
        kept = self._kept
        if kept is not None and kept[0] == fresh:
            return kept[1]
        with self._lock:
            if self._kept is None or self._kept[0] != fresh:
                self._kept = (fresh, self._read())
            return self._kept[1]


class KeptEach[K: Hashable, T]:
    """As Kept, what `read` returns of each key in each language; the `most` keys last asked for are kept.

    What `read` raises is not kept.
    """

    def __init__(self, read: Callable[[K], T], most: int) -> None:
        self._read = read
        self._most = most
        self._lock = Lock()
        self._fresh: Freshness | None = None
        self._kept: OrderedDict[tuple[str | None, K], T] = OrderedDict()

    def get(self, key: K) -> T:
        if connection.in_atomic_block:
            return self._read(key)
        fresh, name = CURRENT.get(), (get_language(), key)
        with self._lock:
            if self._fresh == fresh and name in self._kept:
                self._kept.move_to_end(name)
                return self._kept[name]
        found = self._read(key)
        with self._lock:
            if self._fresh != fresh:
                self._fresh = fresh
                self._kept.clear()
            self._kept[name] = found
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found


# A query that is longer is answered anew each time, so that nobody fills the memory with it.
LONGEST_QUERY = 200


class KeptQueries:
    """The contexts of a page by the query of its address, and by nothing else of a request: the `most` last asked for."""

    def __init__(self, read: Callable[[HttpRequest], dict], most: int) -> None:
        self._read = read
        self._kept = KeptEach(self._context, most)

    def of(self, request: HttpRequest) -> "Context":
        query = request.GET.urlencode()
        return self._kept.get(query) if len(query) <= LONGEST_QUERY else self._context(query)

    def _context(self, query: str) -> "Context":
        asked = HttpRequest()
        asked.GET = QueryDict(query)
        return Context(self._read(asked))


class Context(dict):
    """The context of a page, kept: in it `page` is itself, for {% once page %} around what depends on nothing else."""

    def __init__(self, context: dict) -> None:
        super().__init__(context, page=self)
