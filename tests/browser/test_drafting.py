"""Stories from the record in the browser: a flash by touch, a roundup written, a second draw of the week added."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.test_enter_draw import check_targets, check_width, log_in
from tests.factories import make_round, make_untold_story, toronto
from tests.thorough import SCRIPTS

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_flash_is_published_on_a_phone(phone):
    log_in(phone)
    round = make_round(day=toronto(2026, 10, 13).date())
    phone.goto(f"/admin/articles/article/flash/{round.pk}/")
    check_width(phone)
    check_targets(phone)
    phone.get_by_role("button", name="Publish flash").tap()
    phone.get_by_role("link", name="See it on the site").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text(
        "Express Entry: 2,000 invitations for the Canadian Experience Class on 13 October 2026, cut-off 517"
    )


@pytest.mark.parametrize("scripts", SCRIPTS)
def test_a_roundup_is_written_and_saved(new_page, scripts):
    page = new_page(java_script_enabled=scripts)
    log_in(page)
    page.goto("/admin/articles/article/")
    page.get_by_role("link", name="Write the roundup of a week").click()
    page.get_by_role("link", name="Week of 14 to 20 September 2026").click()
    page.get_by_role("radio").nth(1).check()
    title = page.get_by_role("radio").nth(1).get_attribute("value")
    page.get_by_role("button", name="Write the roundup").click()
    expect(page.get_by_text("Saved as a draft")).to_be_visible()
    expect(page.get_by_label("Headline")).to_have_value(title)
    page.get_by_label("Standfirst").fill("An editor's own words.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved. Draft.")).to_be_visible()
    article = Article.objects.get(title=title)
    assert (article.status, article.standfirst) == ("draft", "An editor's own words.")
    assert article.faq_entries.filter(template="invitations year=2026").exists()


@pytest.mark.parametrize("scripts", SCRIPTS)
def test_a_second_draw_of_the_week_is_added(new_page, scripts):
    page = new_page(java_script_enabled=scripts)
    log_in(page)
    story = make_untold_story()
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    page.get_by_role("link", name="Add to this week's story").click()
    expect(page.get_by_role("checkbox", name="Replace the old by the new").first).not_to_be_checked()
    page.get_by_role("checkbox", name="Replace the old by the new").first.check()
    page.get_by_role("button", name="Add to the story").click()
    expect(page.get_by_text("Readers see it when you publish the changes.")).to_be_visible()
    expect(page.get_by_label("Headline")).to_have_value(
        "Express Entry: 5,000 invitations in four draws, 4 to 7 July 2023"
    )
    assert page.get_by_label("Text:").input_value().startswith(story.body)
    assert "## French-language proficiency" in page.get_by_label("Text:").input_value()
    expect(page.get_by_role("link", name="Add to this week's story")).to_have_count(0)
