"""Every page in every state: axe-core finds nothing, nothing scrolls sideways, and it has the parts of a page.

axe-core judges by WCAG 2.2 A and AA and best practices, in both themes. With THOROUGH=1, as in .ci/run, it looks at four
widths and at every state, which takes minutes; without, at a phone's and a desk's, and at
ordinary states of the pages that differ most.
"""

import pytest

from tests.browser.axe import violations
from tests.browser.layout import CASES, STRUCTURE, overflows
from tests.browser.visiting import FOR_STRANGERS, hold, show
from tests.pages import ERRORS, NEWSROOM, ORDINARY, PUBLIC, shown
from tests.thorough import THOROUGH

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.longer]

# Widths by theme, of a page in its ordinary state, and in others, which have the same parts in the same places.
LOOKS = {"light": (320, 1280), "dark": (1280,)}
# Where readers and editors come most: these stand for the others.
MAIN = {"home", "article", "week", "round-list", "round", "category", "category-version", "occupation-list"}
MAIN |= {"occupation", "would-i-have-been-invited", "faq", "not found", "styleguide", "admin:index"}
MAIN |= {"admin:draws_round_add", "admin:draws_round_week", "admin:articles_article_add"}
PAGES = [
    page
    for page in shown(PUBLIC, ERRORS, NEWSROOM)
    if page.values[0].state == ORDINARY and page.values[0].name in MAIN
]
if THOROUGH:
    LOOKS = {"light": (320, 768, 1280, 1920), "dark": (320, 1280)}
    PAGES = shown(PUBLIC, ERRORS, NEWSROOM)
OTHER_LOOKS = {"dark": (320,)}


def assert_parts(page, shown):
    parts = page.evaluate(STRUCTURE)
    levels = parts.pop("levels")
    assert (levels[:1], levels.count(1)) == ([1], 1)
    assert all(level <= before + 1 for before, level in zip(levels, levels[1:], strict=False)), levels
    navigation = parts.pop("navigation")
    assert navigation or shown.name in FOR_STRANGERS
    assert parts == {"main": 1, "banner": 1, "footer": 1}


@pytest.mark.parametrize("shown", PAGES)
def test_page(same_page, shown):
    page = show(same_page, shown)
    assert_parts(page, shown)
    found = {}
    for fault, where in violations(page, LOOKS if shown.state == ORDINARY else OTHER_LOOKS):
        found.setdefault(fault, []).append(where)
    for case, where in overflows(page, CASES):
        found.setdefault(case, []).append(where)
    hold(found)
