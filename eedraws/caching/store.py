"""Where pages are kept: in the memory of the process, bounded in bytes; and in a cache that processes share, if there is one."""

import logging
from collections import OrderedDict
from contextlib import contextmanager
from hashlib import blake2b
from pickle import UnpicklingError
from threading import Lock
from time import monotonic, sleep, time

from django.conf import settings
from django.core.cache import caches

from core.freshness import Freshness
from core.sharing import failures
from eedraws.caching.build import build
from eedraws.caching.pages import Page

logger = logging.getLogger(__name__)
SHARED = "pages"
# So long a process waits for the page that another one is making, and so long that one has the right to.
WAIT, RIGHT = 2.0, 10
# After a failure of the shared cache it is left alone for a while.
LEFT_ALONE = 5.0


class Store:
    """Pages by their keys, those asked for last the longest."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, Page] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()
        # A page is made by one thread at a time: keys that share a lock wait for each other, which they rarely do.
        self._making = [Lock() for _ in range(64)]
        self._failed_at = float("-inf")

    def get(self, key: str, fresh: Freshness | None) -> Page | None:
        """Return the kept page; without a version to compare with, whatever is kept of it."""
        page = self._pages.get(key)
        if page is None or (fresh is not None and not page.holds(fresh.number, time())):
            return None
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
        return page

    def put(self, key: str, page: Page) -> None:
        with self._lock:
            if before := self._pages.pop(key, None):
                self._bytes -= before.size
            self._pages[key] = page
            self._bytes += page.size
            while self._bytes > settings.PAGE_CACHE_BYTES and self._pages:
                _key, oldest = self._pages.popitem(last=False)
                self._bytes -= oldest.size

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    @contextmanager
    def making(self, key: str):
        with self._making[hash(key) % len(self._making)]:
            yield

    def shared(self, key: str, fresh: Freshness) -> Page | None:
        """Return the page from the shared cache; wait a little if another process is making it."""
        if not self._is_shared():
            return None
        name = _name(key, fresh)
        until = monotonic() + WAIT
        try:
            cache = caches[SHARED]
            while (page := cache.get(name)) is None and not cache.add(f"{name}:making", 1, RIGHT):
                if monotonic() > until:
                    return None
                sleep(0.05)
        except (*failures(), UnpicklingError):
            return self._failed()
        return page if page is not None and page.holds(fresh.number, time()) else None

    def share(self, key: str, page: Page, fresh: Freshness) -> None:
        """Keep a page for other processes too."""
        if not self._is_shared():
            return
        name = _name(key, fresh)
        try:
            caches[SHARED].set(name, page, max(1, min(86_400, page.due_at - time())))
            caches[SHARED].delete(f"{name}:making")
        except failures():
            self._failed()

    def _is_shared(self) -> bool:
        return SHARED in settings.CACHES and monotonic() - self._failed_at > LEFT_ALONE

    def _failed(self) -> None:
        """A cache that does not answer makes the site slower, and stops nothing."""
        self._failed_at = monotonic()
        logger.warning("The shared cache of pages does not answer; pages are made here.", exc_info=True)


def _name(key: str, fresh: Freshness) -> str:
    """Return the name of a page: a restored database counts its versions anew, but not at the same moments."""
    version = f"{fresh.number}-{fresh.moved_at.timestamp()}"
    return f"{build()}:{version}:{blake2b(key.encode(), digest_size=16).hexdigest()}"


STORE = Store()
