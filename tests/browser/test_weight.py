"""What a first visit costs: little to load, few requests, and nothing moves once it stands."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from articles.models import Article

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.thorough]

ROUNDUP = "5000-invitations-in-four-draws-4-to-7-july-2023"
BYTES, SCRIPT_BYTES, REQUESTS = 100_000, 15_000, 10
PHONE = {"viewport": {"width": 360, "height": 740}}
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
# Shifts of the layout, from the first moment of the page on.
WATCH_SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value)))
  .observe({type: "layout-shift", buffered: true});"""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done), 50)))"


def address(name):
    return "/" if name == "home" else Article.objects.get(slug=ROUNDUP).get_absolute_url()


def weight(response):
    """Return the bytes of an answer as they come over the line.

    Static files, which the test server sends as they are, are compressed here as they are when they are collected.
    """
    sizes = response.request.sizes()
    path = response.url.partition("/static/")[2]
    if not path:
        return sizes["responseBodySize"] + sizes["responseHeadersSize"]
    return len(gzip.compress(Path(finders.find(path)).read_bytes())) + sizes["responseHeadersSize"]


@pytest.mark.parametrize("name", ["home", "roundup"])
def test_a_first_visit_is_light(new_page, name):
    page = new_page()
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address(name), wait_until="networkidle")
    assert all(answer.status == 200 for answer in answers)
    assert len(answers) < REQUESTS
    kinds = {answer.request.resource_type for answer in answers}
    assert {"document", "stylesheet", "script"} <= kinds
    assert answers[0].headers["content-encoding"] in ("gzip", "br", "zstd")
    assert sum(weight(answer) for answer in answers) < BYTES
    scripts = [answer for answer in answers if answer.request.resource_type == "script"]
    assert sum(weight(answer) for answer in scripts) < SCRIPT_BYTES


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("name", ["home", "roundup"])
def test_nothing_moves_once_it_stands(new_page, name, width):
    page = new_page(**width)
    page.add_init_script(WATCH_SHIFTS)
    page.goto(address(name), wait_until="networkidle")
    page.evaluate("scrollTo(0, 2000)")
    page.evaluate(PAINTED)
    assert page.evaluate("[scrollY > 500, shifts]") == [True, []]
    # The observer is awake: what does move, it sees.
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(PAINTED)
    page.evaluate("document.querySelector('main').before(Object.assign(new Image(0, 200), {alt: 'x'}))")
    page.evaluate(PAINTED)
    assert page.evaluate("shifts.length") > 0
