"""Going through a page with the keyboard alone, and asking where the focus is and whether it is seen."""

from functools import cache
from pathlib import Path

from playwright.sync_api import expect

# WCAG 2.2: 1.4.11 asks for a contrast of 3 to 1, 2.4.11 that what has the focus is not covered. Lines of text beside
# a link may lie over its edge, so that a third of the points looked at may be theirs.
THICK, CONTRAST, UNCOVERED = 2, 3, 6
LONGEST = 600


@cache
def script():
    return Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def begin(page):
    """Have the page note its stops from here on."""
    page.evaluate(f"{script()};0")


def unseen(stops):
    """Return what is wrong with how each stop is seen."""
    return [
        f"{stop['name']}: outline {stop['outline']} px, {stop['contrast']:.1f} to 1, {stop['uncovered']} of 9 points"
        for stop in stops
        if stop["outline"] < THICK or stop["contrast"] < CONTRAST or stop["uncovered"] < UNCOVERED
    ]


def go_round(page):
    """Press Tab from the top of the page until it begins again, and return its stops in order."""
    begin(page)
    for _ in range(LONGEST // 10):
        for _ in range(10):
            page.keyboard.press("Tab")
        if page.evaluate("walk.isRound()"):
            return page.evaluate("walk.stops")
    raise AssertionError(f"No way round: {[stop['name'] for stop in page.evaluate('walk.stops')[-5:]]}")


def assert_at(locator):
    """Assert that an element has the focus, and that a reader sees it."""
    expect(locator).to_be_focused()
    begin(locator.page)
    assert not unseen([locator.page.evaluate("walk.here()")])


def tab_to(locator, key="Tab", turns=250):
    """Press Tab until an element has the focus, and assert that it is seen."""
    wanted = locator.element_handle()
    for _ in range(turns):
        locator.page.keyboard.press(key)
        if wanted.evaluate("element => element === document.activeElement"):
            return assert_at(locator)
    raise AssertionError(f"{key} does not reach {locator}")
