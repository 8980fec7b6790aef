"""The bench of `make bench` runs and names its goal."""

import re
import runpy
import subprocess
import sys

import pytest

from articles.models import Article
from scripts import bench_growth, bench_pages
from tests.occupations.search.table import read_table


@pytest.fixture
def bench(settings):
    return runpy.run_path(str(settings.BASE_DIR / "scripts" / "bench.py"))


@pytest.mark.django_db
@pytest.mark.thorough
def test_the_checker_is_measured_over_the_whole_record(bench):
    rule, page = bench["checker"]()
    assert rule.label == "checker, 448 draws"
    assert rule.goal == 0.1
    assert page.label == "checker, its page with 448 draws"
    assert 0 < rule.seconds < page.seconds


@pytest.mark.django_db
@pytest.mark.thorough
def test_the_search_is_measured_over_the_table_of_queries(bench, monkeypatch):
    monkeypatch.setitem(bench["timed"].__globals__, "RUNS", 1)
    build, median, slowest, hard, near = bench["search"]()
    assert build.seconds > slowest.seconds >= median.seconds > 0
    assert median.label == f"search, the median of {len(read_table())} queries"
    assert [figure.goal for figure in (build, median, slowest, hard, near)] == [None, 0.03, 0.03, 0.03, 0.03]


@pytest.mark.django_db
@pytest.mark.thorough
def test_the_search_of_the_site_is_measured_over_synthetic_articles_that_are_gone_then(bench, monkeypatch):
    monkeypatch.setitem(bench["timed"].__globals__, "RUNS", 1)
    monkeypatch.setitem(bench["timed"].__globals__, "SITE_ARTICLES", 20)
    articles = Article.objects.count()
    bare, median, slowest = bench["site_search"]()
    assert slowest.seconds >= median.seconds > bare.seconds > 0
    assert "over 20 articles" in median.label
    assert [figure.goal for figure in (bare, median, slowest)] == [None, 0.025, 0.025]
    assert Article.objects.count() == articles


@pytest.mark.django_db
@pytest.mark.thorough
def test_pages_are_measured_without_what_is_kept_and_with_it(bench, monkeypatch):
    monkeypatch.setattr(bench_pages, "RUNS", 1)
    monkeypatch.setattr(bench_pages, "KEPT_RUNS", 1)
    monkeypatch.setattr(bench_pages, "FIRST_RUNS", 1)
    head, rule, *rows = bench["pages"]()
    assert head.count("|") == rule.count("|") == str(rows[0]).count("|")
    costs = {cost.name: cost for cost in rows}
    assert costs.keys() == bench_pages.PAGES.keys()
    assert all(0 < (cost.kept or 0) < cost.seconds for cost in costs.values() if cost.kept is not None)
    assert [name for name, cost in costs.items() if cost.kept is None] == [
        "occupation search",
        "site search",
        "checker",
        "checker, from 2023",
    ]
    assert all(0 <= cost.queries <= bench_pages.MOST_QUERIES for cost in costs.values())


def test_a_cost_stands_beside_its_goals():
    cost = bench_pages.Cost("home", 0.06, 0.004, 2, 0.000_07)
    assert str(cost) == "| Home | 60.0 | 4.0 | 2 | 0.07 | met |"
    assert str(cost._replace(kept=None)) == "| Home | 60.0 | 4.0 | 2 | never kept | met |"
    missed = cost._replace(seconds=0.0091, queries=9, kept=0.000_4)
    assert str(missed).endswith("| missed by 1.1 ms and 1 of the queries and 0.05 ms kept |")


def test_a_figure_stands_beside_its_goal(bench):
    assert str(bench["Figure"]("checker", 0.0123, 0.1)) == "checker: 12.3 ms (12% of 100 ms)"
    assert str(bench["Figure"]("page", 0.25)) == "page: 250.0 ms"


def test_an_unknown_bench_is_refused(bench):
    with pytest.raises(
        SystemExit,
        match=r"No such bench: nothing\. There are: checker, growth, load, memory, pages, search, site-search",
    ):
        bench["main"](["nothing"])


@pytest.mark.thorough
def test_pages_are_measured_over_a_copy_with_synthetic_rows(bench, monkeypatch, settings, tmp_path):
    database = tmp_path / "record.sqlite3"
    # Under DEBUG static files are served from their sources: none are collected here.
    environment = {
        "DATABASE_URL": f"sqlite:///{database}", "ARTICLES": "20", "ROUNDS": "450", "DEBUG": "true",
    }  # fmt: skip
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(bench_growth, "TURNS", 1)
    own = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(database)}
    monkeypatch.setitem(settings.DATABASES, "default", own)
    for command in ("migrate", "load_record"):
        subprocess.run(
            [sys.executable, "manage.py", command, "--verbosity=0"], cwd=bench_growth.ROOT, check=True
        )
    before = database.read_bytes()
    head, _rule, *rows = bench["growth"]()
    assert "20 articles, 450 draws" in head
    assert [row.split("|")[1].strip().lower() for row in rows] == list(bench_growth.GOALS)
    assert all(re.search(r"\| \d\.\d\d \| [\d.]+ (met|missed) \|$", row) for row in rows)
    assert database.read_bytes() == before
