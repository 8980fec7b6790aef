"""No text is cut off or lies on other text: with larger letters, more space between them, on a phone or in a zoomed window.

That nothing scrolls sideways is asked in test_pages.py.
"""

import pytest

from tests.browser.layout import SPACE, STYLE
from tests.browser.visiting import visit
from tests.browser.walking import begin, unseen
from tests.pages import Shown

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.thorough]

PAGES = [
    Shown("home"),
    Shown("article", "long"),
    Shown("faq"),
    Shown("round-list", "error"),
    Shown("draw-year"),
    Shown("round"),
    Shown("category-list"),
    Shown("category"),
    Shown("category-difference"),
    Shown("lists-on-day"),
    Shown("list-changes"),
    Shown("occupation-list", "found"),
    Shown("occupation", "two lists, many draws"),
    Shown("bulk-check"),
    Shown("would-i-have-been-invited", "error"),
    Shown("would-i-have-been-invited", "nominated"),
    Shown("pool"),
    Shown("data"),
]
# Width of the window, size of text that the browser is set to, and the reader's own style.
CASES = {
    "a phone": (320, 16, ""),
    "more space in the text, on a phone": (320, 16, SPACE),
    "more space in the text, on a desk": (1280, 16, SPACE),
    "text of twice the size, on a small desk": (640, 32, ""),
    "text of twice the size, on a desk": (1280, 32, ""),
}
# A window of 1280 by 1024 px at 400 %.
ZOOMED = {"width": 320, "height": 256}
UNFOLD = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
}"""
LOST = r"""() => {
  const isForEyes = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    for (let at = element; at; at = at.parentElement) {
      if (getComputedStyle(at).clipPath === "inset(50%)" || at.matches(".skip-link")) return false;
    }
    return true;
  };
  const say = (element) => `${element.cloneNode(false).outerHTML.slice(0, 90)} ${element.textContent.trim().slice(0, 40)}`;

  const elements = [...document.querySelectorAll("body *")].filter(
    (element) => !element.closest("svg, textarea, select, input") && isForEyes(element));
  const cut = elements.filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const isScrolled = element.tabIndex >= 0 && ["auto", "scroll"].includes(overflowX);
    return overflowX + overflowY !== "visiblevisible" && !isScrolled && element.clientWidth > 0
      && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  });

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !isForEyes(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const { left, right, top, bottom, height } of range.getClientRects()) {
      // Letters fill the middle of their line: lines close to each other are not on each other.
      texts.push({ element, left: left + 2, right: right - 2, top: top + height * 0.3, bottom: bottom - height * 0.3 });
    }
  }
  texts.sort((one, other) => one.top - other.top);
  const on = texts.flatMap((one, place) => {
    const found = [];
    for (let next = place + 1; next < texts.length && texts[next].top < one.bottom; next++) {
      const other = texts[next];
      if (one.left < other.right && other.left < one.right) found.push(`${say(one.element)} lies on ${say(other.element)}`);
    }
    return found;
  });
  return [...cut.map((element) => `cut off: ${say(element)}`), ...on].slice(0, 5);
}"""


@pytest.mark.parametrize("shown", PAGES, ids=lambda shown: f"{shown.name}: {shown.state}")
def test_no_text_is_lost(new_page, shown):
    page = visit(new_page, shown)
    page.evaluate(UNFOLD)
    browser = page.context.new_cdp_session(page)
    for case, (width, size, style) in CASES.items():
        browser.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size * 13 // 16}})
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(STYLE, style)
        assert page.evaluate(LOST) == [], case


@pytest.mark.parametrize("name", ["home", "draw-year", "occupation", "would-i-have-been-invited"])
def test_nothing_covers_the_focus_in_a_zoomed_window(new_page, name):
    page = visit(new_page, Shown(name), viewport=ZOOMED)
    begin(page)
    assert unseen(page.evaluate("walk.all()")) == []
