"""Charts as they are seen: in both themes, on a phone and a desk, letters large enough, nothing that the policy blocks."""

import pytest

from core import freshness
from draws.charts.figures import record_charts
from draws.charts.rendering import render
from draws.charts.store import keep

PAGES = [
    "/categories/healthcare/",
    "/categories/general/",
    "/draws/255/",
    "/draws/2025/",
    "/pool/",
    "/pool/2023-07-04/",
]
SHOWN = """() => [...document.querySelectorAll("svg.chart__drawing")].filter(svg => svg.checkVisibility()).map(svg => ({
  width: svg.getBoundingClientRect().width,
  letters: Math.min(...[...svg.querySelectorAll("text")].map(
    text => parseFloat(text.getAttribute("font-size")) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)),
  ink: getComputedStyle(svg.querySelector("text")).fill,
}))"""


@pytest.fixture
def drawn(live_server, settings, tmp_path):
    settings.CHARTS_ROOT = tmp_path
    for chart in record_charts():
        keep(chart, render(chart))
    freshness.move()


@pytest.mark.thorough
@pytest.mark.usefixtures("drawn")
def test_charts_are_seen_in_both_themes_at_every_width(new_page):
    inks = {}
    for scheme in ("light", "dark"):
        for width in (320, 390, 1280):
            page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            for path in PAGES:
                page.goto(path)
                shown = page.evaluate(SHOWN)
                assert len(shown) == page.locator("figure.chart").count(), (path, width)
                assert all(drawing["width"] > 200 for drawing in shown)
                assert min(drawing["letters"] for drawing in shown) >= 11, (path, width)
                assert page.evaluate("document.documentElement.scrollWidth") == width
                inks.setdefault(scheme, set()).update(drawing["ink"] for drawing in shown)
    assert not inks["light"] & inks["dark"]
