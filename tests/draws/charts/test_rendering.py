"""What the library really draws: in UTC whatever the process's zone, in the site's colours, small."""

import json
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command

from draws.charts.cutoffs import cutoff_charts, place
from draws.charts.figures import record_charts
from draws.charts.rendering import NotRendered, render
from draws.charts.spec import NARROW, chart
from draws.charts.store import keep, path_of
from draws.models import Round

SHEET = Path(django_settings.BASE_DIR, "static/css/eedraws.css").read_text()
SCRIPT = """
import json, sys
import draws.charts.rendering as rendering
from draws.charts.spec import Chart, Frame
frame, spec = json.load(sys.stdin)
print(rendering.render(Chart(Frame(*frame), spec)))
"""


def healthcare():
    return list(Round.objects.public_record().filter(version__category__slug="healthcare").oldest_first())


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ["America/Toronto", "Asia/Kolkata", "UTC", "Pacific/Kiritimati"])
def test_round_255_is_drawn_at_6_july_whatever_the_zone(zone):
    draws = healthcare()
    draw = next(draw for draw in draws if draw.number == "255")
    assert draw.date.isoformat() == "2023-07-06"
    for drawing in cutoff_charts("healthcare", draws):
        answer = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            input=json.dumps([drawing.frame, drawing.spec]),
            env=os.environ | {"TZ": zone},
            cwd=django_settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=True,
        )
        points = re.findall(r'transform="translate\(([\d.]+),([\d.]+)\)" d="M[\d.]+,0A', answer.stdout)
        x, y = (float(value) for value in points[draws.index(draw)])
        days = 186 / 1461  # From 1 January 2023 to 6 July, of four years.
        assert x == pytest.approx(days * drawing.frame.plot_width, abs=0.01)
        marked = place(drawing.frame, draws, draw)
        assert marked == (round(drawing.frame.left + x), round(drawing.frame.top + y))


@pytest.mark.django_db
def test_every_kind_of_drawing_is_small_silent_and_in_colours_of_the_sheet():
    by_look = {}
    for drawing in record_charts():
        by_look[drawing.frame, str(drawing.spec.get("mark")), len(drawing.spec.get("layer", []))] = drawing
    largest = cutoff_charts(
        "general", list(Round.objects.filter(version__category__slug="general").oldest_first())
    )
    for drawing in [*by_look.values(), *largest]:
        inner = render(drawing)
        assert len(zlib.compress(inner.encode())) < 30_000
        assert not re.search(r"style|<script|aria-|role=|font-family|#[0-9a-f]{3}|url\(", inner)
        for token in set(re.findall(r"var\((--[a-z-]+)\)", inner)):
            assert f"{token}: light-dark(" in SHEET


def test_a_drawing_that_cannot_be_made_is_named():
    with pytest.raises(NotRendered):
        render(chart(NARROW, mark={"type": "no such mark"}))


@pytest.mark.django_db
class TestCommand:
    @pytest.fixture(autouse=True)
    def few(self, settings, tmp_path, monkeypatch):
        settings.CHARTS_ROOT = tmp_path / "charts"
        charts = cutoff_charts("healthcare", healthcare())
        monkeypatch.setattr("draws.management.commands.render_charts.record_charts", lambda: charts)
        return charts

    def test_draws_what_is_missing_and_nothing_else(self, few, capsys):
        keep(few[0], "<path />")
        call_command("render_charts")
        assert capsys.readouterr().out == "charts: 1 drawn, 1 unchanged\n"
        assert path_of(few[0]).read_text() == "<path />"
        assert "var(--healthcare)" in path_of(few[1]).read_text()

    def test_a_second_run_does_not_load_the_library(self, few, monkeypatch, capsys):
        for drawing in few:
            keep(drawing, "<path />")
        monkeypatch.setitem(sys.modules, "vl_convert", None)
        call_command("render_charts")
        assert capsys.readouterr().out == "charts: 0 drawn, 2 unchanged\n"

    def test_a_failure_is_told_in_words(self, monkeypatch):
        def fail(drawing):
            raise NotRendered("no such mark")

        monkeypatch.setattr("draws.management.commands.render_charts.render", fail)
        with pytest.raises(CommandError, match="Charts could not be drawn: no such mark"):
            call_command("render_charts")
