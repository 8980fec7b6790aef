"""What is pasted becomes Markdown: a real clipboard's HTML, pasted with the keyboard into the text of an article."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import visit
from tests.pages import Shown

pytestmark = pytest.mark.django_db(transaction=True)

DATA = Path(__file__).parent / "data"
COPY = """async ([html, text]) => {
  const parts = {"text/plain": new Blob([text], {type: "text/plain"})};
  if (html) parts["text/html"] = new Blob([html], {type: "text/html"});
  await navigator.clipboard.write([new ClipboardItem(parts)]);
}"""
DOCS = """## Trades drawn again

IRCC issued 5,000 invitations on “Thursday”, **its largest draw** of the *trades*. See [IRCC’s page](https://www.canada.ca/en/immigration.html?page=2).

### What it means

- Carpenters
    - in force since May
- Plumbers

1. Read
2. Write

| Type | Invitations |
| --- | ---: |
| Trades | 3,500 |"""
WORD = """## The week in short

IRCC held **four** draws and issued 12,345 invitations, says [the department](https://www.canada.ca/rounds.html). It’s said that more follow.

- Trades
    - Carpenters
- French

Next:

1. Check
2. Publish"""
EXCEL = """| Draw \\| type |  | Invitations | Cut-off |
| ---: | --- | ---: | ---: |
| 253 | All programs | 1,500 | 511 |
| 254 | STEM | 500 |  |
| 255 | Healthcare | 1,500 | 463 |"""
SHEETS = """| Week | Draws | Share |
| ---: | ---: | ---: |
| 27 | 4 | 61.5% |
|  | 2 | 38.5% |"""
WEB = """### Rounds of invitations

Ministerial Instructions, see [section\u00a010.3](https://www.canada.ca/en/instructions.html#invitation) and this. A **strong** word, 2\\*3 and snake_case_word.

| # | Date | CRS score |
| --- | --- | ---: |
| [255](https://www.canada.ca/en/255.html) | July 6, 2023 | 463 |
| [254](https://www.canada.ca/en/254.html) | July 5, 2023 | 486 |

> Said the minister."""


@pytest.fixture
def desk(new_page):
    """A form to write in, and `other`, a page without this site's policy, where something is copied."""
    page = visit(
        new_page, Shown("admin:articles_article_add"), permissions=["clipboard-read", "clipboard-write"]
    )
    page.other = page.context.new_page()
    page.other.route("**/*", lambda route: route.fulfill(body="<p>Elsewhere</p>", content_type="text/html"))
    page.other.goto("/elsewhere/")
    return page


def paste(page, html, text="plain", keys="Control+V"):
    page.other.bring_to_front()
    page.other.evaluate(COPY, [html, text])
    page.bring_to_front()
    page.get_by_label("Text:").focus()
    page.keyboard.press(keys)


@pytest.mark.parametrize(
    ("name", "markdown"),
    [("google-docs", DOCS), ("word", WORD), ("excel", EXCEL), ("google-sheets", SHEETS), ("web-page", WEB)],
)
def test_what_is_pasted_becomes_markdown_and_undo_takes_it_back_in_one_step(desk, name, markdown):
    text = desk.get_by_label("Text:")
    text.fill("Before.")
    text.press("End")
    paste(desk, (DATA / f"{name}.html").read_text(encoding="utf-8"))
    expect(text).to_have_value(f"Before.\n\n{markdown}\n")
    desk.keyboard.press("Control+Z")
    expect(text).to_have_value("Before.")
    desk.keyboard.press("Control+Shift+Z")
    expect(text).to_have_value(f"Before.\n\n{markdown}\n")


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("name", "markdown"),
    [("google-docs", DOCS), ("word", WORD), ("excel", EXCEL), ("google-sheets", SHEETS), ("web-page", WEB)],
)
def test_the_conversion_is_a_function_of_the_html_alone(desk, name, markdown):
    html = (DATA / f"{name}.html").read_text(encoding="utf-8")
    assert desk.evaluate("(html) => editorMarkdown.fromHTML(html).markdown", html) == markdown


def test_empty_and_merged_cells_are_pointed_at(desk):
    paste(desk, (DATA / "excel.html").read_text(encoding="utf-8"))
    note = desk.locator("#id_body_pasted")
    expect(note).to_have_attribute("role", "status")
    expect(note).to_have_text(
        "Pasted as a table of 4 rows and 4 columns. Merged cells were split; their words stand in the first: "
        "row 1, column 1. Empty cells: row 1, column 2; row 3, column 4."
    )


def test_cells_of_a_spreadsheet_without_html_become_a_table(desk):
    paste(desk, "", 'Type\tInvitations\nTrades\t3,500\n"Health|\ncare"\t500\n')
    expect(desk.get_by_label("Text:")).to_have_value(
        "| Type | Invitations |\n| --- | ---: |\n| Trades | 3,500 |\n| Health\\| care | 500 |\n"
    )


@pytest.mark.thorough
def test_plain_text_and_shift_are_left_to_the_browser(desk):
    text = desk.get_by_label("Text:")
    paste(desk, "", "A line with 5\u00a0000 and **stars**\nand another")
    expect(text).to_have_value("A line with 5\u00a0000 and **stars**\nand another")
    text.fill("")
    paste(desk, (DATA / "excel.html").read_text(encoding="utf-8"), "A\tB\nC\tD", "Control+Shift+V")
    expect(text).to_have_value("A\tB\nC\tD")


CASES = {
    "<b>1</b>": "**1**",
    "<p>Phone 1&nbsp;800&nbsp;555&nbsp;0199, 5&nbsp;000,50 and 12&nbsp;345&nbsp;678.</p>": (
        "Phone 1\u00a0800\u00a0555\u00a00199, 5\u00a0000,50 and 12,345,678."
    ),
    "<p>7&#x202f;000 on 7&nbsp;July 2023</p>": "7,000 on 7\u00a0July 2023",
    "<p># no heading</p><p>1. no list</p><p>- nor this</p>": "\\# no heading\n\n1\\. no list\n\n\\- nor this",
    "<p>Kept: [[round 255 cutoff]]</p>": "Kept: [[round 255 cutoff]]",
    "<p><a href='https://example.com/a_(b)?utm_source=x'>a [b]</a></p>": (
        "[a \\[b\\]](https://example.com/a_%28b%29)"
    ),
    "<p>One<br>two</p>": "One  \ntwo",
    "<h2>Second</h2><h4>Fourth</h4>": "## Second\n\n#### Fourth",
    "<h1><b>First</b></h1><h2>Second</h2>": "## First\n\n### Second",
    "<table><tr><td><p>Only layout</p></td></tr></table>": "Only layout",
    "<i style='font-style:normal'>upright</i> <p>x</p>": "upright\n\nx",
    "<img src='https://example.com/x.png' onerror='alert(1)'><p>pictures go</p>": "pictures go",
}


@pytest.mark.thorough
@pytest.mark.parametrize("html", CASES)
def test_small_things(desk, html):
    assert desk.evaluate("(html) => editorMarkdown.fromHTML(html)?.markdown", html) == CASES[html]


@pytest.mark.thorough
def test_colours_of_a_code_editor_are_no_structure(desk):
    html = '<meta charset="utf-8"><div style="font-family: monospace; white-space: pre;"><div><span>## A</span></div></div>'
    assert desk.evaluate("(html) => editorMarkdown.fromHTML(html)", html) is None
