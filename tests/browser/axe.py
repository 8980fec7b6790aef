"""What axe-core finds on a page: WCAG 2.2 A and AA and best practices, in both themes."""

from functools import cache

from tests.browser.tools import tool

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Between the themes only colours differ: the rules of colour, in dark those alone.
THEMES = {
    "light": {"type": "tag", "values": TAGS},
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
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


def violations(page, looks):
    """Yield what axe-core finds at the widths of each theme, in the browser's own world, which no policy reaches."""
    page.evaluate(f"{axe()};0")
    for theme, widths in looks.items():
        page.emulate_media(color_scheme=theme)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            for rule, html, summary in page.evaluate(RUN, THEMES[theme]):
                yield rule, f"{theme}, {width} px: {html}\n    {' '.join(summary.split())}"
