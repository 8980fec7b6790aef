"""Every page fits: no sideways scrolling on a small phone, with larger text, or with the spacing that a reader sets."""

import pytest

from tests.browser.visiting import hold, visit
from tests.pages import ERRORS, NEWSROOM, PUBLIC, shown

pytestmark = pytest.mark.django_db(transaction=True)

# WCAG 1.4.12: what a reader may set without losing anything. Adopted sheets, since the policy refuses inline ones.
SPACE = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
           p { margin-block-end: 2em !important }"""
STYLE = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
WIDE = """() => [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => element.cloneNode(false).outerHTML.slice(0, 120))"""
# Width of the window, size of text that the browser is set to, and the reader's own style.
CASES = {
    "as it is": (320, 16, ""),
    "more space in the text": (320, 16, SPACE),
    "more space in the text, on a desk": (1280, 16, SPACE),
    "text of twice the size": (640, 32, ""),
    "text of twice the size, on a desk": (1280, 16, ":root { font-size: 200% !important }"),
}
# Of what is seen: headings as their levels, and what a page is divided into.
STRUCTURE = """() => ({
  levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.tagName[1])),
  main: document.querySelectorAll("main").length,
  banner: document.querySelectorAll("body > header, #container > header").length,
  footer: document.querySelectorAll("body > footer, #container > footer").length,
  navigation: document.querySelectorAll("nav").length,
})"""


def overflows(page):
    """Yield each case in which the page is wider than the window, and elements that reach beyond it."""
    browser = page.context.new_cdp_session(page)
    for case, (width, size, style) in CASES.items():
        browser.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size * 13 // 16}})
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(STYLE, style)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            yield case, f"{wide} px wide: {page.evaluate(WIDE)[-4:]}"


@pytest.mark.parametrize("shown", shown(PUBLIC, ERRORS, NEWSROOM))
def test_page_fits_and_has_its_parts(new_page, shown):
    page = visit(new_page, shown)
    parts = page.evaluate(STRUCTURE)
    levels = parts.pop("levels")
    assert (levels[:1], levels.count(1)) == ([1], 1)
    assert all(level <= before + 1 for before, level in zip(levels, levels[1:], strict=False)), levels
    navigation = parts.pop("navigation")
    assert navigation or shown.name == "admin:login"
    assert parts == {"main": 1, "banner": 1, "footer": 1}
    found = {}
    for case, where in overflows(page):
        found.setdefault(case, []).append(where)
    hold(found)
