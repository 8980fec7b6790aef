"""The fact desk beside the text: a wrong figure is flagged, replaced by a click, judged right, or published with a reason."""

import pytest
from playwright.sync_api import expect

from articles.models import Article, Judgement, Override
from articles.saving import save_article
from tests.articles.desk.engine import install
from tests.articles.editing import change_url
from tests.browser.axe import violations
from tests.browser.layout import CASES, overflows
from tests.browser.visiting import let_in
from tests.factories import make_article
from tests.thorough import SCRIPTS

pytestmark = pytest.mark.django_db(transaction=True)
QUESTION = "#id_faq_entries-0-question"
ANSWER = "#id_faq_entries-0-answer"


@pytest.fixture(autouse=True)
def engine(monkeypatch):
    engine = install(monkeypatch)
    engine.contradicts("493", "463", live="[[round 255 cutoff]]")
    return engine


@pytest.fixture
def article():
    return save_article(make_article("story", kind="news", status="draft", published_at=None, body="Words."))


def open_form(page, article):
    let_in(page)
    page.goto(change_url(article))
    return page.get_by_label("Text:")


def facts(page):
    return page.locator("#facts")


def margin(page, number=0):
    return page.locator(f"#faq_entries-{number} [data-facts-margin]")


def test_a_wrong_cutoff_in_an_answer_is_flagged_in_the_preview_and_replaced_by_a_click(page, article):
    open_form(page, article)
    page.locator(QUESTION).fill("What was the cut-off of 6 July?")
    page.locator(ANSWER).fill("𝕏: it was 493, says IRCC.")
    flagged = margin(page).get_by_role("listitem").filter(has_text="Contradicts the record")
    expect(flagged).to_contain_text("The record has 463.")
    expect(flagged.get_by_role("link", name="Draw 255")).to_have_attribute("href", "/draws/255/")
    expect(facts(page).get_by_role("status")).to_have_text("1 claim contradicts the record.")

    flagged.get_by_role("link", name="Go to the words").click()
    area = page.locator(ANSWER)
    expect(area).to_be_focused()
    assert area.evaluate("(area) => area.value.slice(area.selectionStart, area.selectionEnd)") == "493"

    flagged.get_by_role("button", name="Put in 463").click()
    expect(area).to_have_value("𝕏: it was 463, says IRCC.")
    expect(margin(page).get_by_role("listitem")).to_have_count(0)
    expect(facts(page).get_by_role("status")).to_have_text("No claim found that the record could speak to.")
    area.press("Control+z")
    expect(area).to_have_value("𝕏: it was 493, says IRCC.")
    article.refresh_from_db()
    assert article.version == 1


def test_words_at_the_end_of_a_long_text_are_brought_into_view(page, article):
    text = open_form(page, article)
    text.fill("A line.\n\n" * 150 + "It was 493.")
    page.evaluate("scrollTo(0, 0)")
    facts(page).get_by_role("link", name="Go to the words").click()
    assert text.evaluate("(area) => area.value.slice(area.selectionStart, area.selectionEnd)") == "493"
    top, height = text.evaluate("(area) => [area.getBoundingClientRect().top, area.scrollHeight]")
    assert 0 < top + height < page.viewport_size["height"] + 100

    answer = page.locator(ANSWER)
    answer.fill("A line.\n\n" * 60 + "It was 493.")
    margin(page).get_by_role("link", name="Go to the words").click()
    assert answer.evaluate("(area) => area.scrollTop") > 500


def test_a_live_figure_is_put_in_where_the_words_have_moved_to(page, article):
    text = open_form(page, article)
    text.fill("It was 493.")
    button = facts(page).get_by_role("button", name="Put in a live figure")
    expect(button).to_be_visible()
    text.evaluate("(area) => { area.value = 'As said: it was 493.'; }")
    button.click()
    expect(text).to_have_value("As said: it was [[round 255 cutoff]].")


def test_words_that_are_gone_are_said_to_be(page, article):
    text = open_form(page, article)
    text.fill("It was 493.")
    button = facts(page).get_by_role("button", name="Put in 463")
    expect(button).to_be_visible()
    text.evaluate("(area) => { area.value = 'It was something.'; }")
    button.click()
    expect(facts(page).get_by_role("status")).to_have_text("These words are not in the text any more.")
    expect(text).to_have_value("It was something.")


def test_a_claim_is_judged_right_while_the_text_is_not_saved(page, article):
    text = open_form(page, article)
    text.fill("Room 493 is the desk's.")
    facts(page).get_by_text("This is right", exact=True).click()
    reason = facts(page).get_by_label("Why, in a few words")
    reason.fill("A room, no cut-off.")
    reason.press("Enter")
    expect(facts(page).get_by_text("1 claim was judged by people")).to_be_visible()
    expect(facts(page).get_by_role("status")).to_have_text("No claim found that the record could speak to.")
    expect(page.locator("#facts-heading")).to_be_focused()
    expect(text).to_have_value("Room 493 is the desk's.")
    assert Judgement.objects.get().reason == "A room, no cut-off."
    article.refresh_from_db()
    assert article.version == 1

    facts(page).get_by_text("1 claim was judged by people").click()
    facts(page).get_by_role("button", name="Take this back").click()
    expect(facts(page).get_by_role("status")).to_have_text("1 claim contradicts the record.")
    assert not Judgement.objects.exists()


@pytest.mark.parametrize("scripts", SCRIPTS)
def test_publication_is_stopped_and_goes_on_with_a_reason_that_history_has(new_page, article, scripts):
    page = new_page(java_script_enabled=scripts)
    text = open_form(page, article)
    text.fill("The cut-off was 493.")
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_role("heading", name="Not published: the text contradicts the record")).to_be_visible()
    expect(text).to_have_value("The cut-off was 493.")
    assert Article.objects.get(pk=article.pk).status == "draft"

    page.get_by_label("Why it is published all the same").fill("IRCC corrected itself at noon.")
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text("Published").first).to_be_visible()
    assert Article.objects.get(pk=article.pk).status == "ready"
    assert Override.objects.get().reason == "IRCC corrected itself at noon."
    page.get_by_role("link", name="History").first.click()
    expect(page.get_by_text("IRCC corrected itself at noon.").first).to_be_visible()


def test_without_scripts_the_right_words_are_put_in_by_the_server(new_page, article):
    page = new_page(java_script_enabled=False)
    text = open_form(page, article)
    text.fill("The cut-off was 493.")
    page.locator(QUESTION).fill("And typed?")
    facts(page).get_by_role("button", name="Check the facts").click()
    expect(facts(page).get_by_text("Contradicts the record", exact=True)).to_be_visible()
    facts(page).get_by_role("button", name="Put in 463").click()
    expect(text).to_have_value("The cut-off was 463.")
    expect(page.locator(QUESTION)).to_have_value("And typed?")
    expect(page.get_by_text("“463” stands in place of “493” now. Nothing is saved yet.")).to_be_visible()
    article.refresh_from_db()
    assert article.version == 1

    page.get_by_role("button", name="Preview", exact=True).click()
    expect(page.frame_locator("iframe[name=preview]").get_by_role("region", name="Facts")).to_be_visible()


def test_what_is_being_typed_as_a_reason_survives_the_next_look(page, article):
    text = open_form(page, article)
    text.fill("Room 493.")
    facts(page).get_by_text("This is right", exact=True).click()
    text.press("End")
    text.press_sequentially(" Really.")
    reason = facts(page).get_by_label("Why, in a few words")
    reason.fill("A room, no")
    page.wait_for_timeout(1500)
    reason.press_sequentially(" cut-off")
    expect(reason).to_have_value("A room, no cut-off")


def test_it_is_for_everybody_and_fits(new_page, article):
    page = new_page(reduced_motion="reduce")
    text = open_form(page, article)
    page.locator(ANSWER).fill("It was 493.")
    text.fill("It was 493. " + "And 493 again. " * 3)
    expect(facts(page).get_by_role("status")).to_have_text("5 claims contradict the record.")
    expect(margin(page).get_by_role("button", name="Put in 463")).to_be_visible()
    facts(page).get_by_text("This is right", exact=True).first.click()
    assert list(violations(page, {"light": (320, 1280), "dark": (1280,)})) == []
    assert list(overflows(page, CASES)) == []
