"""Tab goes through every type of page in the order in which it is read, and what has the focus is always seen."""

from itertools import pairwise

import pytest

from tests.browser.visiting import visit
from tests.browser.walking import begin, go_round, unseen
from tests.pages import PUBLIC, Shown

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.thorough]

# Made of what another page here has too.
ALIKE = {
    "about",
    "accessibility",
    "guide",
    "guide-list",
    "news-author",
    "news-tag",
    "occupation-of",
    "privacy",
    "week",
}
STATES = [
    *(Shown(name) for name in PUBLIC if name not in ALIKE),
    Shown("round-list", "second page"),
    Shown("round-list", "error"),
    Shown("occupation-list", "on a day"),
    Shown("occupation", "two lists, many draws"),
    Shown("would-i-have-been-invited", "nominated"),
    Shown("would-i-have-been-invited", "error"),
    Shown("styleguide"),
]
# On a phone tables become blocks and columns follow each other.
REFLOWED = [
    Shown("home"),
    Shown("article"),
    Shown("round-list", "second page"),
    Shown("category"),
    Shown("occupation"),
]
PHONE = {"width": 360, "height": 640}


def out_of_order(stops):
    """Return stops that come before what stands above them in the same column, by the page's code or to the eye."""
    return [
        f"{stop['name']} after {before['name']}"
        for before, stop in pairwise(stops)
        if stop["isBack"]
        # A row is one thing to read, its header first, wherever a phone has room for that.
        or not stop["isInRow"]
        and stop["bottom"] <= before["top"] + 2
        and stop["left"] < before["right"]
        and before["left"] < stop["right"]
    ]


def assert_in_order(page):
    stops = go_round(page)
    assert page.evaluate("walk.missed()") == []
    assert out_of_order(stops) == []
    assert unseen(stops) == []


@pytest.mark.parametrize("shown", STATES, ids=lambda shown: f"{shown.name}: {shown.state}")
def test_tab_follows_the_page_and_is_seen(new_page, shown):
    page = visit(new_page, shown)
    assert_in_order(page)
    for theme, size in (("dark", page.viewport_size), ("light", PHONE), ("dark", PHONE)):
        page.emulate_media(color_scheme=theme)
        page.set_viewport_size(size)
        begin(page)
        assert unseen(page.evaluate("walk.all()")) == [], (theme, size)


@pytest.mark.parametrize("shown", REFLOWED, ids=lambda shown: f"{shown.name}: {shown.state}")
def test_tab_follows_the_page_on_a_phone(new_page, shown):
    assert_in_order(visit(new_page, shown, viewport=PHONE))
