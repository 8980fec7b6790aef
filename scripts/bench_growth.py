"""What pages cost with very many articles and draws, for scripts/bench.py: two processes, one over a synthetic copy, by turns.

Run by itself it is one of these processes: it reads names of pages and answers with seconds.
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
ARTICLES, ROUNDS = 50_000, 5_000
TURNS = 5
RUNS = 11
# How much more a page may cost than with the record alone: what shows one thing, and what shows all of it.
GOALS = {
    "home": 1.25, "article": 1.25, "draw": 1.25, "news": 1.25, "site search": 1.25,
    "draws": 3, "type": 3, "checker": 3, "checker, from 2023": 3,
}  # fmt: skip


def growth() -> Iterator[str]:
    """Seed a copy of the database, ask for each page in both, and yield the lines of a table."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        raise SystemExit(
            "The growth is measured over a copy of an SQLite database: leave DATABASE_URL empty."
        )
    articles = int(os.environ.get("ARTICLES", ARTICLES))
    rounds = int(os.environ.get("ROUNDS", ROUNDS))
    with TemporaryDirectory() as name:
        copy = Path(name) / "synthetic.sqlite3"
        with (
            closing(sqlite3.connect(database["NAME"])) as there,
            closing(sqlite3.connect(copy)) as here,
        ):
            there.backup(here)
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{copy}"}
        seed = ["manage.py", "seed_synthetic", f"--articles={articles}", f"--rounds={rounds}"]
        subprocess.run([sys.executable, *seed], cwd=ROOT, env=environment, check=True)
        yield f"| Page | The record, ms | {articles:,} articles, {rounds:,} draws, ms | Times | Goal |"
        yield "| --- | ---: | ---: | ---: | --- |"
        few, many = _asking(dict(os.environ)), _asking(environment)
        try:
            for page, goal in GOALS.items():
                turns = [(_asked(few, page), _asked(many, page)) for _ in range(TURNS)]
                before, after = (median(seconds) for seconds in zip(*turns, strict=True))
                times = median(there / here for here, there in turns)
                yield (
                    f"| {page.capitalize()} | {before * 1000:.1f} | {after * 1000:.1f} | {times:.2f} | "
                    f"{goal:g} {'met' if times <= goal else 'missed'} |"
                )
        finally:
            for process in (few, many):
                process.kill()
                process.communicate()


def _asking(environment: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, __file__], cwd=ROOT, env=environment | {"PAGE_CACHE_BYTES": "0"},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def _asked(process: subprocess.Popen[str], page: str) -> float:
    assert process.stdin
    assert process.stdout
    print(page, file=process.stdin, flush=True)
    said = process.stdout.readline()
    if not said:
        raise SystemExit(f"The process that asks for {page} has ended.")
    return float(said)


def answer() -> None:
    """Read names of pages, and write how many seconds of the processor each takes one reader after another."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eedraws.settings")
    import django

    django.setup()
    from scripts.bench_pages import PAGES, measured

    for line in sys.stdin:
        seconds, _ = measured(PAGES[line.strip()], RUNS)
        print(seconds, flush=True)


if __name__ == "__main__":
    answer()
