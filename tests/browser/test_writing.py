"""An article is written: preview, toolbar, picker."""

import re

import pytest
from playwright.sync_api import expect

from eedraws.signin.models import Session
from tests.browser.conftest import PHONE
from tests.browser.test_newsroom import TARGETS
from tests.browser.writing import ADD, SAVE, SAVED, open_form, preview

pytestmark = pytest.mark.django_db(transaction=True)

# The words and links of the page's main part, without the notice of the preview and the time of the last change.
READ = """(main) => {
  const copy = main.cloneNode(true);
  copy.querySelectorAll(".notice--preview, .byline > :nth-child(3), .sharing, .tell, script").forEach((part) => part.remove());
  return copy.innerHTML.replace(/\\s+/g, " ");
}"""


def test_the_preview_of_unsaved_changes_equals_the_published_page(page, story):
    text = open_form(page, story)
    expect(preview(page).get_by_text("Preview. Published")).to_be_visible()
    text.fill("## New words\n\nThe cut-off was [[round 255 cutoff]].\n\n[[draws week=2023-W27]]\n\n[[faq]]\n")
    page.get_by_label("Headline").fill("Another headline")
    page.locator("#id_faq_entries-0-question").fill("Another question?")
    expect(preview(page).get_by_role("heading", name="Another headline")).to_be_visible()
    expect(preview(page).get_by_text("The cut-off was 463.")).to_be_visible()
    expect(preview(page).get_by_text("Another question?")).to_be_visible()
    before = preview(page).locator("main").evaluate(READ)
    story.refresh_from_db()
    assert story.title != "Another headline"
    page.get_by_role("button", name="Publish changes").click()
    expect(page.get_by_text("Published").first).to_be_visible()
    page.goto(story.get_absolute_url())
    assert page.locator("main").evaluate(READ) == before


@pytest.mark.thorough
def test_the_preview_keeps_its_place_and_says_what_is_wrong(page, story):
    text = open_form(page, story)
    inner = preview(page).locator("main")
    expect(inner).to_be_visible()
    frame = page.frame(name="preview")
    frame.evaluate("scrollTo({top: 700, behavior: 'instant'})")
    text.press("Control+End")
    text.press_sequentially("\n\nSee [[rund 1 cutoff]].")
    expect(preview(page).get_by_text("There is no block or figure “rund”.")).to_be_attached()
    assert abs(frame.evaluate("scrollY") - 700) < 150
    entries = page.evaluate("history.length")
    text.press_sequentially(" More.")
    expect(preview(page).get_by_text(re.compile(r"See .* More\."))).to_be_attached()
    assert page.evaluate("history.length") == entries


def test_the_preview_on_a_phone_stands_below_and_is_asked_for_when_it_is_seen(phone, story):
    text = open_form(phone, story)
    asked = []
    phone.on("request", lambda request: asked.append(request.url) if request.method == "POST" else None)
    text.fill("Written on a phone.")
    phone.wait_for_timeout(1500)
    assert asked == []
    phone.get_by_role("button", name="Preview").scroll_into_view_if_needed()
    phone.locator("iframe").scroll_into_view_if_needed()
    expect(preview(phone).get_by_text("Written on a phone.")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_who_is_logged_out_is_told_beside_the_preview(page, story):
    text = open_form(page, story)
    Session.objects.all().delete()
    text.fill("Lost?")
    expect(page.get_by_text("You are no longer logged in.")).to_be_visible()


@pytest.mark.thorough
@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
def test_a_thumb_hits_every_button_of_the_toolbar_and_the_picker(new_page, story, options):
    page = new_page(**options)
    open_form(page, story)
    page.get_by_role("button", name="From the record").click()
    expect(page.get_by_role("button", name="Cut-off").first).to_be_visible()
    small = [target for target in page.evaluate(TARGETS) if target[1] < 44]
    assert [html for html, _height in small if "editor" in html or "data-" in html] == []


MARKS = {
    "Heading": ("A word", "## A word"),
    "Bold": ("A word", "**A word**"),
    "Italic": ("A word", "*A word*"),
    "List": ("A\nword", "- A\n- word"),
    "Numbered list": ("A\nword", "1. A\n2. word"),
    "Quotation": ("A\nword", "> A\n> word"),
    "Link": ("A word", "[A word](https://)"),
}


def test_the_toolbar_is_used_by_keyboard_and_undo_takes_each_step_back(page, story):
    text = open_form(page)
    bar = page.get_by_role("toolbar", name="Markdown")
    assert bar.get_attribute("aria-controls") == "id_body"
    names = [
        button.get_attribute("aria-label") or button.inner_text()
        for button in bar.get_by_role("button").all()
    ]
    for name, (before, after) in MARKS.items():
        text.fill(before)
        text.press("Control+A")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Home")
        expect(bar.get_by_role("button", name="Heading")).to_be_focused()
        for _ in range(names.index(name)):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        expect(text).to_have_value(after)
        expect(text).to_be_focused()
        page.keyboard.press("Control+Z")
        expect(text).to_have_value(before)
        page.keyboard.press("Control+Shift+Z")
        expect(text).to_have_value(after)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("End")
    expect(bar.get_by_role("button", name="From the record")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(bar.get_by_role("button", name="Heading")).to_be_focused()


def test_keys_mark_what_is_selected_and_again_take_the_marks_away(page, story):
    text = open_form(page)
    for key, marked in (("b", "**word**"), ("i", "*word*")):
        text.fill("word")
        text.press("Control+A")
        page.keyboard.press(f"Control+{key}")
        expect(text).to_have_value(marked)
        page.keyboard.press(f"Control+{key}")
        expect(text).to_have_value("word")
    standfirst = page.get_by_label("Standfirst")
    standfirst.fill("word")
    standfirst.press("Control+A")
    page.keyboard.press("Control+k")
    expect(standfirst).to_have_value("[word](https://)")
    page.keyboard.type("/draws/")
    expect(standfirst).to_have_value("[word](/draws/)")
    text.fill("Before.")
    text.press("End")
    page.get_by_role("button", name="Table").click()
    expect(text).to_have_value("Before.\n\n| First | Second |\n| --- | ---: |\n|  |  |\n")
    text.fill("one")
    for expected in ("## one", "### one", "one"):
        page.get_by_role("button", name="Heading").click()
        expect(text).to_have_value(expected)


def test_the_picker_puts_blocks_figures_and_links_at_the_cursor(page, story):
    text = open_form(page, story)
    text.fill("Cut-off: .")
    text.press("End")
    text.press("ArrowLeft")
    page.get_by_role("button", name="From the record").click()
    dialog = page.get_by_role("dialog", name="Put in from the record")
    expect(dialog.get_by_role("button", name="The last draw of each type")).to_be_visible()
    page.keyboard.press("Tab")
    dialog.get_by_label("Draw, day, week").fill("255")
    dialog.get_by_role("button", name="Cut-off 463").click()
    expect(dialog).to_be_hidden()
    expect(text).to_have_value("Cut-off: [[round 255 cutoff]].")
    expect(text).to_be_focused()
    page.keyboard.press("End")
    page.get_by_role("button", name="From the record").click()
    dialog.get_by_label("Draw, day, week").fill("2023-W27")
    dialog.get_by_role("button", name="Table of the draws").click()
    expect(text).to_have_value("Cut-off: [[round 255 cutoff]].\n\n[[draws week=2023-W27]]\n")
    expect(preview(page).get_by_role("rowheader", name="255")).to_be_visible()
    page.get_by_role("button", name="From the record").click()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.get_by_label("Standfirst").fill("")
    page.get_by_label("Standfirst").focus()
    page.get_by_role("button", name="From the record").click()
    dialog.get_by_label("Draw, day, week").fill("plumber")
    dialog.get_by_role("button", name="72300 Plumbers").click()
    expect(page.get_by_label("Standfirst")).to_have_value("[72300 Plumbers](/occupations/72300/)")


def test_everything_works_without_scripts(new_page, story):
    page = new_page(java_script_enabled=False)
    text = open_form(page, story)
    expect(page.get_by_role("toolbar")).to_have_count(0)
    text.fill("Written plainly.")
    page.get_by_role("button", name="Preview").click()
    expect(preview(page).get_by_text("Written plainly.")).to_be_visible()
    expect(text).to_have_value("Written plainly.")
    story.refresh_from_db()
    assert "Written plainly." not in story.body
    page.get_by_role("button", name=SAVE).click()
    expect(page.get_by_text(SAVED)).to_be_visible()
    assert story.revisions.latest("number").content["body"] == "Written plainly."
    page.goto(ADD)
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Put in from the record").click()
    popup.value.get_by_label("Draw, day, week").fill("255")
    popup.value.get_by_role("button", name="Find").click()
    expect(popup.value.get_by_text("[[round 255 cutoff]]")).to_be_visible()
