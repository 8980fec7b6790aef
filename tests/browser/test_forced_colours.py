"""With the reader's own few colours nothing is lost that was shown by another colour, a background or a shadow."""

import pytest

from tests.browser.walking import begin, unseen

pytestmark = pytest.mark.thorough

THEMES = ("light", "dark")
# On how many sides there is a border that is seen: the border is what remains of an edge made of colour.
BORDER = """(element, part) => {
  const style = getComputedStyle(element, part);
  return ["top", "right", "bottom", "left"].filter(
    (side) => style[`border-${side}-style`] !== "none" && parseFloat(style[`border-${side}-width`]) > 0
      && style[`border-${side}-color`] !== getComputedStyle(document.body).backgroundColor).length;
}"""
# Drawings keep their own colours: each has the paper that they were made for, or takes its colours from the reader.
ON_PAPER = """(drawing) => {
  const style = getComputedStyle(drawing);
  return [style.forcedColorAdjust, style.backgroundColor !== "rgba(0, 0, 0, 0)"];
}"""


@pytest.fixture(params=THEMES)
def page(request, new_page):
    return new_page(forced_colors="active", color_scheme=request.param)


def borders(locator, part=None):
    locator.first.wait_for()
    return locator.first.evaluate(f"(element, part) => ({BORDER})(element, part)", part)


def test_what_a_colour_or_a_shadow_showed_has_a_line(page):
    page.goto("/draws/?page=3")
    assert borders(page.locator(".category-tag"), "::before") == 4
    assert borders(page.locator(".theme-switch"), "::before") == 4
    assert borders(page.locator(".theme-switch")) == 4
    assert borders(page.locator(".notice")) == 4
    assert borders(page.locator(".filter-form")) == 4
    assert borders(page.locator(".draw-table thead th")) == 1
    pages = page.get_by_role("navigation", name="Pages")
    assert borders(pages.locator("[aria-current=page]")) == 4
    assert borders(pages.get_by_role("link", name="Page 1")) == 0
    page.get_by_text("Filter and sort").click()
    assert borders(page.get_by_role("button", name="Show draws")) == 4
    assert borders(page.get_by_label("Year", exact=True)) == 4
    here = page.get_by_role("navigation", name="Site").locator("[aria-current]")
    assert here.evaluate("link => getComputedStyle(link).textDecorationLine") == "underline"


def test_errors_are_framed(page):
    page.goto("/draws/?date_from=never")
    assert borders(page.get_by_role("alert")) == 4
    assert borders(page.locator(".field--error")) == 1


def test_the_focus_and_the_chosen_suggestion_are_seen(page):
    page.goto("/occupations/")
    box = page.get_by_role("combobox", name="Find your job")
    box.press_sequentially("driver")
    page.get_by_role("option").first.wait_for()
    box.press("ArrowDown")
    begin(page)
    assert unseen([page.evaluate("walk.here()")]) == []
    chosen = page.locator("[aria-selected=true]")
    assert chosen.evaluate("option => parseFloat(getComputedStyle(option).outlineWidth)") == 3
    assert borders(page.locator(".suggestions")) == 4


@pytest.mark.usefixtures("empty_drawings")
def test_drawings_have_the_paper_that_their_colours_were_made_for(page):
    for path, kind in (("/categories/trades/", ".chart__drawing"), ("/", ".sparkline")):
        page.goto(path)
        drawing = page.locator(f"{kind}:visible").first
        assert drawing.evaluate(ON_PAPER) == ["none", True], path


def test_a_timeline_takes_the_colours_of_the_reader_whatever_theme_was_chosen(page):
    page.goto("/occupations/31301/")
    for theme in THEMES:
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        ink, paper, words, bar = page.evaluate("""() => {
          const style = (name) => getComputedStyle(document.querySelector(name));
          const { color, backgroundColor } = style("body");
          return [color, backgroundColor, style(".timeline text").fill, style(".timeline__bar").stroke];
        }""")
        assert (words, bar) == (ink, ink)
        assert ink != paper
