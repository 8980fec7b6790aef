"""A reader tells the newsroom, with and without script; what they write is seen on Today. Numbers are made up."""

import re

import pytest
from django.core.cache import cache

from readers import forms
from readers.models import ReaderMessage
from tests.factories import make_article, make_superuser

MESSAGE = "The cut-off of draw 255 is another on IRCC's page."


@pytest.fixture(autouse=True)
def no_counts(monkeypatch):
    """Nobody wrote before, and a browser that types at once is given its time."""
    cache.clear()
    monkeypatch.setattr(forms, "SECONDS_AT_LEAST", -1)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_number_is_found_taken_out_and_the_message_seen_on_today(new_page, script):
    story = make_article("told-wrong", title="A story with a slip", kind="news")
    page = new_page(java_script_enabled=script)
    page.goto(story.get_absolute_url())
    page.get_by_role("main").get_by_role("link", name="Tell the newsroom").click()
    page.get_by_text("About this page:").get_by_role("link", name="A story with a slip").wait_for()
    page.get_by_label("What it is about").select_option("A figure or date is wrong")
    page.get_by_label("Your message").fill(f"{MESSAGE} Call 416-555-0123.")
    page.get_by_role("button", name="Send to the newsroom").click()

    alert = page.get_by_role("alert")
    alert.get_by_role("link", name=re.compile("phone number “416-555-0123”")).press("Enter")
    field = page.get_by_label("Your message")
    assert field.evaluate("field => field === document.activeElement")
    assert field.input_value() == f"{MESSAGE} Call 416-555-0123."
    assert page.get_by_label("What it is about").input_value() == "figure"
    assert not page.get_by_label("Leave this empty").is_visible()
    assert not ReaderMessage.objects.exists()

    field.fill(MESSAGE)
    page.get_by_role("button", name="Send to the newsroom").click()
    page.get_by_role("heading", name="Your message has been sent").wait_for()

    make_superuser("chief")
    page.goto("/admin/login/?next=/admin/")
    page.get_by_label("Username").fill("chief")
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("link", name=re.compile(re.escape(MESSAGE[:20]))).click()
    page.get_by_text(MESSAGE, exact=True).wait_for()
    page.get_by_label("State").select_option("answered")
    page.get_by_role("button", name="Save", exact=True).click()
    page.goto("/admin/")
    page.get_by_text("No reader waits for an answer.").wait_for()
