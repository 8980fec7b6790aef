import os
import time

import pytest

from draws.charts.spec import NARROW, WIDE, chart
from draws.charts.store import KEPT_FOR, clear, drawings, keep, path_of

ONE, TWO = chart(NARROW, title="one"), chart(WIDE, title="two")


@pytest.fixture(autouse=True)
def root(settings, tmp_path):
    settings.CHARTS_ROOT = tmp_path / "media" / "charts"
    return settings.CHARTS_ROOT


def test_a_drawing_is_found_by_what_it_shows():
    keep(ONE, "<path />")
    (found,) = drawings([ONE])
    assert (found.frame, found.inner) == (NARROW, "<path />")
    assert drawings([chart(NARROW, title="changed")]) == []


def test_a_figure_has_all_of_its_drawings_or_none():
    keep(ONE, "<path />")
    assert drawings([ONE, TWO]) == []
    keep(TWO, "<path />")
    assert len(drawings([ONE, TWO])) == 2


def test_nothing_half_written_is_left(root):
    keep(ONE, "<path />")
    keep(ONE, "<path />")
    assert [path.name for path in root.iterdir()] == [f"{ONE.digest}.svg"]


def test_what_nothing_shows_goes_after_a_day():
    keep(ONE, "<path />")
    keep(TWO, "<path />")
    clear([TWO])
    assert drawings([ONE])
    old = time.time() - KEPT_FOR - 60
    os.utime(path_of(ONE), (old, old))
    os.utime(path_of(TWO), (old, old))
    clear([TWO])
    assert drawings([TWO])
    assert not drawings([ONE])


def test_there_need_be_no_folder():
    clear([])
    assert drawings([ONE]) == []
