"""Whether a page fits into a small window, with larger text, and with the spacing that a reader sets; and its parts."""

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


def overflows(page, cases):
    """Yield each case in which the page is wider than the window, and elements that reach beyond it."""
    browser = page.context.new_cdp_session(page)
    for case, (width, size, style) in cases.items():
        browser.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size * 13 // 16}})
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(STYLE, style)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            yield case, f"{wide} px wide: {page.evaluate(WIDE)[-4:]}"
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    browser.detach()
