"""What pages cost one reader after another, for scripts/bench.py: without kept pages, and with them."""

from collections.abc import Iterator
from statistics import median
from time import process_time
from typing import NamedTuple

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext, override_settings

from scripts.bench_articles import page

# In seconds: without kept pages, and with them. The other goal is in queries.
GOAL = 0.008
KEPT_GOAL = 0.000_35
MOST_QUERIES = 8
RUNS = 21
FIRST_RUNS = 5
KEPT_RUNS = 201
KEPT_BYTES = 16_000_000
CHECKER = "/would-i-have-been-invited/?score=491&submitted=2023-01-01&program=CEC&job=73300&months=12"
PAGES = {
    "home": "/",
    "article": "/news/2023/07/5000-invitations-in-four-draws-4-to-7-july-2023/",
    "news": "/news/",
    "draws": "/draws/",
    "draws, filtered": "/draws/?year=2024",
    "draw": "/draws/255/",
    "week": "/news/week/2026-w40/",
    "type": "/categories/cec/",
    "type with lists": "/categories/stem/",
    "occupation": "/occupations/21231/",
    "occupation search": "/occupations/?q=truck+driver",
    "site search": "/search/?q=trades",
    # The twelve months that it looks at unless it is asked for more, and several years.
    "checker": CHECKER,
    "checker, from 2023": f"{CHECKER}&since=2023-01-01",
}


class Cost(NamedTuple):
    """Seconds of the processor, and queries, of one page; `kept` is None where a page is never kept.

    `first` is for the first reader after a change of the content, for whom the record is read anew.
    """

    name: str
    first: float
    seconds: float
    queries: int
    kept: float | None

    def __str__(self) -> str:
        over = max(0, self.seconds - GOAL)
        kept = "never kept" if self.kept is None else f"{self.kept * 1000:.2f}"
        missed = [
            *([f"{over * 1000:.1f} ms"] if over else []),
            *([f"{self.queries - MOST_QUERIES} of the queries"] if self.queries > MOST_QUERIES else []),
            *(
                [f"{(self.kept - KEPT_GOAL) * 1000:.2f} ms kept"]
                if self.kept and self.kept > KEPT_GOAL
                else []
            ),
        ]
        verdict = f"missed by {' and '.join(missed)}" if missed else "met"
        milliseconds = f"{self.first * 1000:.1f} | {self.seconds * 1000:.1f}"
        return f"| {self.name.capitalize()} | {milliseconds} | {self.queries} | {kept} | {verdict} |"


def costs() -> Iterator[Cost]:
    """Measure every page."""
    for name, path in PAGES.items():
        with override_settings(PAGE_CACHE_BYTES=0):
            seconds, _ = measured(path, RUNS)
            with CaptureQueriesContext(connection) as queries:
                page(path)
            count = len(queries)
            # A transaction has nothing in hand (core/kept.py).
            with transaction.atomic():
                first, _ = measured(path, FIRST_RUNS)
        with override_settings(PAGE_CACHE_BYTES=KEPT_BYTES):
            kept, is_kept = measured(path, KEPT_RUNS)
        yield Cost(name, first, seconds, count, kept if is_kept else None)


def table() -> Iterator[object]:
    """Yield the lines of the table in docs/performance.md."""
    yield "| Page | First, ms | Again, ms | Queries | Kept, ms | Goals |"
    yield "| --- | ---: | ---: | ---: | ---: | --- |"
    yield from costs()


def measured(path: str, runs: int) -> tuple[float, bool]:
    """Return the median of several runs, after some that do not count, and whether the page came from what is kept."""
    for _ in range(3):
        page(path)
    seconds = []
    for _ in range(runs):
        start = process_time()
        page(path)
        seconds.append(process_time() - start)
    return median(seconds), "s-maxage" in page(path).headers.get("Cache-Control", "")
