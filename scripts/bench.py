"""Measure what has a goal of speed, and print each figure beside its goal: bench.py [NAME ...]

The record must be loaded (`make setup run` does it). A figure is the median of several runs in this process, in seconds
of the processor's time, which does not grow while other programs are busy; that of a database server is not in it. It
says something about this machine, so nothing passes or fails by it. `load` and `memory` ask the servers of deploy/: they
need wrk and nginx, and a machine that does nothing else.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, NamedTuple
from unittest.mock import patch
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
RUNS = 9
SEARCH_GOAL = 0.03
SITE_SEARCH_GOAL = 0.025
SITE_ARTICLES = 5000
# Beginnings of very many words, words like many others, and words like none.
HARD_QUERIES = (
    "con",
    "con c",
    "con pro mac sup man ope ass ins tec dir",
    "manger operater machin technicien asistant enginer superviser directer",
    "qwertyuiop asdfghjkl zxcvbnmqwe plokijuhyg",
    "aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff ggggggggg hhhhhhhhh iiiiiiiii jjjjjjjjj",
    "contremaitresse " * 6,
    "x" * 100,
)


class Figure(NamedTuple):
    """What was measured, in seconds of the processor, and the goal, if there is one."""

    label: str
    seconds: float
    goal: float | None = None

    def __str__(self) -> str:
        line = f"{self.label}: {self.seconds * 1000:.1f} ms"
        return (
            line
            if self.goal is None
            else f"{line} ({self.seconds / self.goal:.0%} of {self.goal * 1000:.0f} ms)"
        )


def timed(task: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median of the processor's time in several runs, after one that does not count."""
    task()
    seconds = []
    for _ in range(runs):
        start = process_time()
        task()
        seconds.append(process_time() - start)
    return median(seconds)


def checker() -> Iterator[Figure]:
    """Would I have been invited? Over all draws: the rule, then the whole page with its queries."""
    from django.conf import settings
    from django.http import QueryDict
    from django.test import Client

    from draws.invited import judge_all
    from draws.invited_form import InvitedForm
    from draws.invited_summary import summary
    from draws.models import Round

    answers = "score=491&submitted=2015-01-01&program=CEC&program=FSW&job=73300&months=24&since=2015-01-01"
    form = InvitedForm(QueryDict(answers))
    if not form.is_valid():
        raise SystemExit(f"checker: {form.errors.as_text()}")
    candidate = form.candidate
    rounds: Any = Round.objects
    draws = list(rounds.public_record().newest_first().for_list())
    rule = timed(lambda: summary(judge_all(draws, candidate)))
    yield Figure(f"checker, {len(draws)} draws", rule, 0.1)
    client, host = Client(), urlsplit(settings.SITE_URL).hostname

    def page() -> None:
        response = client.get(f"/would-i-have-been-invited/?{answers}", secure=True, headers={"host": host})
        if response.status_code != 200:
            raise SystemExit(f"checker: the page answers {response.status_code}.")

    yield Figure(f"checker, its page with {len(draws)} draws", timed(page))


def search() -> Iterator[Figure]:
    """Find your job: the queries of docs/occupation-search.md, and some that are as much work as 100 letters can be."""
    from occupations.search import near_titles
    from occupations.search import search as find
    from occupations.search.current import read_tables
    from tests.occupations.search.table import read_table

    yield Figure("search, building the index", timed(read_tables, 3))
    queries = [row.query for row in read_table()]
    seconds = sorted(timed(partial(find, query)) for query in queries)
    yield Figure(f"search, the median of {len(queries)} queries", median(seconds), SEARCH_GOAL)
    yield Figure("search, the slowest of them", seconds[-1], SEARCH_GOAL)
    hard = max(timed(partial(find, query)) for query in HARD_QUERIES)
    yield Figure(f"search, the slowest of {len(HARD_QUERIES)} hard queries", hard, SEARCH_GOAL)
    near = max(timed(partial(near_titles, query)) for query in HARD_QUERIES)
    yield Figure("search, near titles for the slowest of these", near, SEARCH_GOAL)


@contextmanager
def in_hand() -> Iterator[None]:
    """Keep in a transaction what a process keeps outside of one (core/kept.py); what pages show is made anew each time."""
    from core.kept import Kept

    kept: dict[object, object] = {}

    def get(self: Any) -> object:
        if self not in kept:
            kept[self] = self._read()
        return kept[self]

    with patch.object(Kept, "get", get):
        yield


def site_search() -> Iterator[Figure]:
    """The search of the site over 5,000 synthetic articles, which a transaction takes back; the page with all its queries."""
    from django.db import transaction

    from eedraws.synthetic import make_articles
    from scripts.bench_articles import PATH, QUERIES, page

    with transaction.atomic():
        for _ in range(3):
            page(PATH)
        bare = timed(lambda: page(PATH))
        yield Figure("site-search, a page without a search", bare)
        make_articles(SITE_ARTICLES)
        with in_hand():
            seconds = sorted(timed(partial(page, query)) for query in QUERIES)
        label = f"site-search, {{}} of {len(QUERIES)} queries over {SITE_ARTICLES:,} articles"
        for name, figure in (("the median", median(seconds)), ("the slowest", seconds[-1])):
            yield Figure(f"{label.format(name)}, {figure / bare:.1f} times that", figure, SITE_SEARCH_GOAL)
        transaction.set_rollback(True)


def pages() -> Iterator[object]:
    """What the pages cost: processor time and queries without kept pages, processor time with them."""
    from scripts.bench_pages import table

    yield from table()


def growth() -> Iterator[object]:
    """What the pages cost with 50,000 articles and 5,000 draws, beside what they cost with the record."""
    from scripts.bench_growth import growth

    yield from growth()


def load() -> Iterator[object]:
    """What one core carries, as wrk sees it: without kept pages, with them, behind nginx (scripts/bench_load.py)."""
    from scripts.bench_load import load

    yield from load()


def memory() -> Iterator[object]:
    """What a worker holds in memory while 100,000 requests go by."""
    from scripts.bench_load import memory

    yield from memory()


BENCHES: dict[str, Callable[[], Iterator[object]]] = {
    "checker": checker,
    "growth": growth,
    "load": load,
    "memory": memory,
    "pages": pages,
    "search": search,
    "site-search": site_search,
}


def main(names: list[str]) -> None:
    if unknown := set(names) - set(BENCHES):
        raise SystemExit(f"No such bench: {', '.join(unknown)}. There are: {', '.join(BENCHES)}.")
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eedraws.settings")
    import django

    django.setup()
    for name in names or BENCHES:
        for figure in BENCHES[name]():
            print(figure, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
