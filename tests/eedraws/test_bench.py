"""The bench of `make bench` runs and names its goal."""

import runpy

import pytest


@pytest.fixture
def bench(settings):
    return runpy.run_path(str(settings.BASE_DIR / "scripts" / "bench.py"))


@pytest.mark.django_db
def test_the_checker_is_measured_over_the_whole_record(bench):
    rule, page = bench["checker"]()
    assert rule.label == "checker, 448 draws"
    assert rule.goal == 0.1
    assert page.label == "checker, its page with 448 draws"
    assert 0 < rule.seconds < page.seconds


def test_a_figure_stands_beside_its_goal(bench):
    assert str(bench["Figure"]("checker", 0.0123, 0.1)) == "checker: 12.3 ms (12% of 100 ms)"
    assert str(bench["Figure"]("page", 0.25)) == "page: 250.0 ms"


def test_an_unknown_bench_is_refused(bench):
    with pytest.raises(SystemExit, match=r"No such bench: nothing\. There are: checker"):
        bench["main"](["nothing"])
