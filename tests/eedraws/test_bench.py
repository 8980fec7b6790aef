"""The bench of `make bench` runs and names its goal."""

import runpy

import pytest

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


def test_a_figure_stands_beside_its_goal(bench):
    assert str(bench["Figure"]("checker", 0.0123, 0.1)) == "checker: 12.3 ms (12% of 100 ms)"
    assert str(bench["Figure"]("page", 0.25)) == "page: 250.0 ms"


def test_an_unknown_bench_is_refused(bench):
    with pytest.raises(SystemExit, match=r"No such bench: nothing\. There are: checker, search"):
        bench["main"](["nothing"])
