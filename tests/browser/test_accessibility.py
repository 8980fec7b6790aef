"""axe-core finds nothing on any page: WCAG 2.2 A and AA and best practices, in both themes, at four widths."""

from functools import cache

import pytest

from tests.browser.tools import tool
from tests.browser.visiting import hold, visit
from tests.pages import ERRORS, NEWSROOM, ORDINARY, PUBLIC, shown

pytestmark = pytest.mark.django_db(transaction=True)

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Between the themes only colours differ: the rules of colour, in dark those alone.
THEMES = {
    "light": {"type": "tag", "values": TAGS},
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
WIDTHS = (320, 768, 1280, 1920)
# A page in another state than its ordinary one has the same parts in the same places.
OTHER_WIDTHS = (320, 1280)
# Every rule of these tags, those that axe-core leaves out unless asked too. A colour on its way to another is no colour.
RUN = """async (only) => {
  document.getAnimations().forEach((animation) => animation.finish());
  const rules = only.type === "rule" ? {}
    : Object.fromEntries(axe.getRules(only.values).map((rule) => [rule.ruleId, {enabled: true}]));
  const {violations} = await axe.run({runOnly: only, rules, resultTypes: ["violations"]});
  return violations.flatMap(({id, nodes}) => nodes.map((node) => [id, node.html.slice(0, 160), node.failureSummary]));
}"""


@cache
def axe():
    return tool("axe-core/axe.min.js").read_text(encoding="utf-8")


def violations(page, widths):
    """Return what axe-core finds, in the browser's own world, which no Content-Security-Policy reaches."""
    page.evaluate(f"{axe()};0")
    for theme, only in THEMES.items():
        page.emulate_media(color_scheme=theme)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            for rule, html, summary in page.evaluate(RUN, only):
                yield rule, f"{theme}, {width} px: {html}\n    {' '.join(summary.split())}"


@pytest.mark.parametrize("shown", shown(PUBLIC, ERRORS, NEWSROOM))
def test_nothing_stands_in_the_way(new_page, shown):
    found = {}
    for rule, where in violations(
        visit(new_page, shown), WIDTHS if shown.state == ORDINARY else OTHER_WIDTHS
    ):
        found.setdefault(rule, []).append(where)
    hold(found)
