"""The whole of the site's work: a draw entered and published, a roundup written about it, a stranger reading both."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import expect

from draws.clock import Week
from tests.browser.test_enter_draw import log_in

pytestmark = pytest.mark.django_db(transaction=True)

BODY = """{week}

## One draw

The cut-off was [[round 448 cutoff]], which is [[round 448 change]] than before.

{faq}
"""


def publish_draw(page, day):
    """Enter draw 448 of the trades on `day`, 1,234 invitations at 471, and publish it."""
    page.goto("/admin/draws/round/add/")
    page.get_by_label("Type of draw").select_option(label="Trade occupations")
    page.get_by_label("Date:").fill(day.isoformat())
    page.get_by_label("Invitations").fill("1,234")
    page.get_by_label("CRS cut-off").fill("471")
    page.get_by_role("button", name="Save and check").click()
    page.get_by_role("button", name="Publish draw").click()
    expect(page.get_by_text("Draw 448 is public")).to_be_visible()


def write_roundup(page, week, at):
    """Write a roundup of a week with a live block, a figure and a question, to be published at `at`."""
    page.goto("/admin/articles/article/add/")
    page.get_by_label("Week:").fill(week.monday.isoformat())
    page.get_by_label("Headline").fill("Trades drawn once more")
    page.get_by_label("Standfirst").fill("One draw, [[round 448 invitations]] invitations.")
    page.get_by_label("Text:").fill(BODY.format(week=f"[[draws week={week.slug}]]", faq="[[faq]]"))
    page.locator("#id_author").select_option(label="The eedraws desk")
    page.locator("#id_faq_entries-0-question").fill("What was the cut-off?")
    page.locator("#id_faq_entries-0-answer").fill("It was **[[round 448 cutoff]]**.")
    page.get_by_label("Status").select_option(label="Ready")
    page.get_by_label("Publish at").fill(timezone.localtime(at).strftime("%Y-%m-%dT%H:%M:%S"))
    page.get_by_role("button", name="Save", exact=True).click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_an_editor_publishes_a_draw_and_its_roundup_and_a_visitor_reads_them(new_page, scripts):
    day = timezone.localdate()
    week = Week.of(day)
    editor = new_page(java_script_enabled=scripts)
    log_in(editor)
    publish_draw(editor, day)
    write_roundup(editor, week, timezone.now() - timedelta(minutes=1))
    expect(editor.get_by_text("Saved.")).to_be_visible()

    visitor = new_page()
    visitor.goto("/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("This week's draws")
    expect(visitor.get_by_text("later draws may be missing")).to_have_count(0)
    visitor.get_by_role("link", name="Trades drawn once more").first.click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Trades drawn once more")
    expect(visitor.get_by_text("One draw, 1,234 invitations.")).to_be_visible()
    row = visitor.get_by_role("row").filter(has=visitor.get_by_role("rowheader", name="448"))
    expect(row).to_contain_text("Trades")
    expect(row).to_contain_text("1,234")
    expect(row).to_contain_text("471")
    expect(visitor.get_by_text("The cut-off was 471, which is 5 points lower than before.")).to_be_visible()
    visitor.get_by_text("What was the cut-off?").click()
    expect(visitor.get_by_text("It was 471.")).to_be_visible()
    assert visitor.context.cookies() == []


def test_a_scheduled_article_is_invisible_until_its_time(new_page):
    day = timezone.localdate()
    tomorrow = timezone.now() + timedelta(days=1)
    editor = new_page()
    log_in(editor)
    publish_draw(editor, day)
    write_roundup(editor, Week.of(day), tomorrow)
    expect(editor.get_by_text("Saved.")).to_be_visible()
    editor.get_by_role("link", name="Trades drawn once more").first.click()
    expect(editor.get_by_text("Scheduled for")).to_be_visible()

    visitor = new_page()
    visitor.watch.expect("404")
    local = timezone.localtime(tomorrow)
    address = f"/news/{local:%Y}/{local:%m}/trades-drawn-once-more/"
    for path in ("/", "/news/", f"/news/week/{Week.of(day).slug}/", "/draws/448/"):
        visitor.goto(path)
        expect(visitor.get_by_text("Trades drawn once more")).to_have_count(0)
    assert visitor.goto(address).status == 404

    with time_machine.travel(tomorrow + timedelta(seconds=1)):
        assert visitor.goto(address).status == 200
        expect(visitor.get_by_role("heading", level=1)).to_have_text("Trades drawn once more")
        visitor.goto("/news/")
        expect(visitor.get_by_role("link", name="Trades drawn once more")).to_be_visible()


def test_a_wrong_live_block_is_explained_and_nothing_typed_is_lost(new_page):
    editor = new_page()
    log_in(editor)
    editor.goto("/admin/articles/article/add/")
    editor.get_by_label("Headline").fill("A week with a slip")
    editor.get_by_label("Text:").fill("First line.\n\n[[draw week=2023-W27]]\n")
    editor.get_by_label("Standfirst").fill("The cut-off was [[round 999 cutoff]].")
    editor.locator("#id_author").select_option(label="The eedraws desk")
    editor.get_by_label("Week:").fill("2023-07-03")
    editor.get_by_role("button", name="Save", exact=True).click()
    expect(editor.locator(".field-body .errorlist")).to_contain_text("Line 3")
    expect(editor.locator(".field-body .errorlist")).to_contain_text("draws")
    expect(editor.locator(".field-standfirst .errorlist")).to_contain_text("999")
    expect(editor.get_by_label("Text:")).to_have_value("First line.\n\n[[draw week=2023-W27]]\n")
