"""What was typed is not lost: the copy that the browser keeps, and the warning before leaving."""

import re

import pytest
from playwright.sync_api import expect

from eedraws.signin.models import Session
from tests.browser.visiting import let_in
from tests.browser.writing import SAVE, SAVED, open_form, preview
from tests.factories import make_superuser

pytestmark = pytest.mark.django_db(transaction=True)


KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('eedraws:copy:')).length"


def kept(page, count):
    for _ in range(50):
        if page.evaluate(KEPT) == count:
            break
        page.wait_for_timeout(100)
    assert page.evaluate(KEPT) == count


def crash(page):
    """End the page as a crash does: nothing of it gets to run any more. Return another of the same browser."""
    context = page.context
    page.close(run_before_unload=False)
    other = context.new_page()
    other.watch = page.watch
    return other


def test_what_was_written_before_a_crash_is_offered_and_restored(page, story):
    text = open_form(page, story)
    saved = text.input_value()
    text.fill("Written before the crash.")
    page.get_by_label("Trades", exact=True).check()
    page.locator("#faq_entries-group .add-row a").click()
    places = page.locator("[id^=id_faq_entries-][id$=-question]:visible")
    places.last.fill("Is it kept?")
    page.locator("[id^=id_faq_entries-][id$=-answer]:visible").last.fill("It is.")
    kept(page, 1)
    page = crash(page)
    text = open_form(page, story)
    expect(text).to_have_value(saved)
    offer = page.get_by_role("region", name=re.compile(r"A copy of .* was kept in this browser"))
    expect(offer.get_by_text("Written before the crash.")).to_be_visible()
    expect(offer.get_by_text("Is it kept?")).to_be_visible()
    text.focus()
    text.press("Control+End")
    text.press_sequentially(" Typed meanwhile.")
    kept(page, 2)
    offer.get_by_role("button", name="Restore the copy").click()
    expect(offer).to_be_hidden()
    expect(text).to_have_value("Written before the crash.")
    expect(page.get_by_label("Trades", exact=True)).to_be_checked()
    assert page.locator("[id^=id_faq_entries-][id$=-question]:visible").last.input_value() == "Is it kept?"
    kept(page, 1)
    assert story.revisions.count() <= 1
    page.get_by_role("button", name=SAVE).click()
    expect(page.get_by_text(SAVED)).to_be_visible()
    kept(page, 0)
    assert "#" not in page.url
    open_form(page, story)
    expect(page.get_by_text("was kept in this browser")).to_have_count(0)


@pytest.mark.thorough
def test_a_copy_is_thrown_away_when_it_is_not_wanted_and_when_it_is_old(page, story):
    text = open_form(page, story)
    text.fill("Not wanted.")
    kept(page, 1)
    page = crash(page)
    open_form(page, story)
    page.get_by_role("button", name="Throw the copy away").click()
    kept(page, 0)
    page.get_by_label("Text:").fill("Old.")
    kept(page, 1)
    page = crash(page)
    let_in(page)
    page.goto("/admin/")
    page.evaluate("""() => {
      const [key] = Object.keys(localStorage).filter((key) => key.startsWith("eedraws:copy:"));
      const copy = JSON.parse(localStorage.getItem(key));
      localStorage.setItem(key, JSON.stringify({...copy, time: copy.time - 8 * 24 * 3600 * 1000}));
    }""")
    open_form(page, story)
    assert page.evaluate(KEPT) == 0
    expect(page.get_by_text("was kept in this browser")).to_have_count(0)


def test_after_a_lost_sign_in_the_copy_is_offered(page, story):
    chief = make_superuser()
    text = open_form(page, story)
    text.fill("Written while the login ended.")
    kept(page, 1)
    Session.objects.all().delete()
    page.get_by_role("button", name=SAVE).click()
    page.get_by_label("Username").fill(chief.username)
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_text("Written while the login ended.")).to_be_visible()
    page.get_by_role("button", name="Restore the copy").click()
    page.get_by_role("button", name=SAVE).click()
    expect(page.get_by_text(SAVED)).to_be_visible()
    kept(page, 0)


@pytest.mark.thorough
def test_a_form_with_errors_keeps_its_copy_until_it_is_saved(page, story):
    text = open_form(page, story)
    text.fill("[[rund 1 cutoff]]")
    page.get_by_role("button", name=SAVE).click()
    expect(page.locator(".error-summary")).to_be_visible()
    expect(page.get_by_text("was kept in this browser")).to_have_count(0)
    assert page.evaluate(KEPT) >= 1
    text.fill("Right.")
    page.get_by_role("button", name=SAVE).click()
    expect(page.get_by_text(SAVED)).to_be_visible()
    open_form(page, story)
    expect(page.get_by_text("was kept in this browser")).to_have_count(0)


def test_logging_out_leaves_no_copy_behind(page, story):
    text = open_form(page, story)
    text.fill("Private.")
    kept(page, 1)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("link", name="Log in again")).to_be_visible()
    assert page.evaluate(KEPT) == 0


def test_leaving_with_unsaved_work_warns_and_a_saved_form_does_not(page, story):
    text = open_form(page, story)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Articles").first.click()
    expect(page.get_by_role("heading", name="Articles", exact=True)).to_be_visible()
    assert asked == []
    open_form(page, story)
    text.click()
    page.keyboard.type("Unsaved. ")
    page.get_by_role("link", name="Articles").first.click()
    expect(page.get_by_role("heading", name="Articles", exact=True)).to_be_visible()
    assert asked == ["beforeunload"]
    open_form(page, story)
    page.get_by_role("button", name="Throw the copy away").click()
    text.press("Control+End")
    page.keyboard.type("\n\nSaved.")
    page.get_by_role("button", name="Preview").click()
    expect(preview(page).get_by_text("Saved.")).to_be_visible()
    page.get_by_role("button", name=SAVE).click()
    expect(page.get_by_text(SAVED)).to_be_visible()
    assert asked == ["beforeunload"]
