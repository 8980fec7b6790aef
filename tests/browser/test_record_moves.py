"""Draw 255 is corrected in the newsroom: every text that states the old value is named, and its readers are told."""

import pytest
from playwright.sync_api import expect

from articles.models import Article, FaqEntry, StatedClaim
from articles.saving import save_article, save_entry
from draws.models import Round
from tests.browser.axe import violations
from tests.browser.layout import CASES, overflows
from tests.browser.test_enter_draw import log_in
from tests.factories import make_article, toronto
from tests.thorough import SCRIPTS

pytestmark = pytest.mark.django_db(transaction=True)

SENTENCE = "For healthcare, draw 255 had a cut-off of 463, with 1,500 invitations."
REASON = "IRCC's page gave 463 until today."


@pytest.fixture
def texts():
    """Two articles and an answer that state the cut-off of draw 255, and an article that does not."""
    first = save_article(
        make_article(
            "typed", kind="news", title="A week in typed words", body=f"Four draws.\n\n{SENTENCE}\n\nAnd more.",
            published_at=toronto(2023, 7, 8, 9),
        )
    )  # fmt: skip
    second = make_article("asked", kind="news", title="What was asked", published_at=toronto(2023, 7, 9, 9))
    save_article(second, entries=[FaqEntry(question="Which cut-off?", answer=SENTENCE)])
    entry = save_entry(FaqEntry(question="Was 463 the cut-off?", answer=f"Yes. {SENTENCE}"))
    save_article(make_article("other", kind="news", title="Of other draws", body="Nothing of it."))
    return first, second, entry


def correct_the_cutoff(page):
    draw = Round.objects.get(number="255")
    page.goto(f"/admin/draws/round/{draw.pk}/change/")
    page.get_by_label("CRS cut-off").fill("464")
    page.get_by_label("What happened").select_option(label="IRCC changed its figure")
    page.get_by_label("Reason:", exact=True).fill(REASON)
    page.get_by_role("button", name="Save", exact=True).click()


@pytest.mark.parametrize("scripts", SCRIPTS)
def test_a_corrected_draw_is_told_to_the_readers_of_what_stated_it(new_page, texts, scripts):
    page = new_page(java_script_enabled=scripts)
    log_in(page)
    correct_the_cutoff(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("What this changes")
    wrong = page.get_by_role("region", name="These state the old value")
    expect(wrong.get_by_role("article")).to_have_count(3)
    for title in ("A week in typed words", "What was asked", "Was 463 the cut-off?"):
        told = wrong.get_by_role("article").filter(has=page.get_by_role("link", name=title))
        expect(told.locator("mark").first).to_have_text("463")
        expect(told).to_contain_text("463 → 464")
    expect(wrong).not_to_contain_text("Of other draws")
    follows = page.get_by_role("region", name="These follow by themselves")
    expect(follows).to_contain_text("Express Entry: 5,000 invitations in four draws from 4 to 7 July 2023")

    page.goto("/admin/")
    due = page.get_by_role("region", name="Published texts that the record contradicts")
    expect(due.get_by_role("link", name="A week in typed words")).to_be_visible()
    expect(due).to_contain_text("states “463”; the record has “464”")

    page.go_back()
    typed = wrong.get_by_role("article").filter(has=page.get_by_role("link", name="A week in typed words"))
    expect(typed.get_by_label("Reason")).to_have_value(REASON)
    typed.get_by_role("button", name="Draft a correction note").click()
    expect(page.get_by_text("Drafted: 1 correction note.")).to_be_visible()
    expect(page.get_by_role("textbox", name="Text:")).to_have_value(
        f"Four draws.\n\n{SENTENCE.replace('463', '464')}\n\nAnd more."
    )
    reader = new_page(java_script_enabled=scripts)
    reader.goto(texts[0].get_absolute_url())
    expect(reader.get_by_text(SENTENCE)).to_be_visible()
    reader.goto("/corrections/")
    expect(reader.get_by_role("link", name="A week in typed words")).to_have_count(0)

    page.get_by_role("button", name="Publish changes").click()
    expect(page.get_by_text("Published")).not_to_have_count(0)
    reader.goto(texts[0].get_absolute_url())
    expect(reader.get_by_text(SENTENCE.replace("463", "464"), exact=True)).to_be_visible()
    note = reader.get_by_role("region", name="Correction", exact=True)
    expect(note).to_contain_text(f"This article said: {SENTENCE} What is right: 464.")
    expect(note).to_contain_text(REASON)
    note.get_by_role("link", name="All corrections").click()
    listed = reader.get_by_role("article", name="A week in typed words")
    expect(listed).to_contain_text(f"This article said: {SENTENCE}")

    page.goto("/admin/")
    expect(due.get_by_role("link", name="What was asked")).to_be_visible()
    expect(due.get_by_role("link", name="A week in typed words")).to_have_count(0)
    assert not StatedClaim.objects.wrong().filter(article=Article.objects.get(slug="typed")).exists()


@pytest.mark.thorough
def test_what_this_changes_is_for_everyone(page, texts):
    log_in(page)
    correct_the_cutoff(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("What this changes")
    assert list(violations(page, {"light": (320, 1280), "dark": (1280,)})) == []
    assert list(overflows(page, CASES)) == []
