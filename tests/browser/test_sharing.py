"""The row under a draw: what needs a script has a button with one, and is not there without."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True)

PRINTED = "window.print = () => { document.title = 'printed' }"


def test_links_and_citations_are_copied_and_the_page_is_printed(new_page):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/draws/255/")
    row = page.get_by_role("region", name="Share")
    row.get_by_role("button", name="Copy link").click()
    row.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/draws/255/")
    row.get_by_text("Cite this page").click()
    row.get_by_role("button", name="Copy the citation: In plain words").click()
    row.get_by_text("Copied.").nth(1).wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Draw 255, Thursday 6 July 2023: ")
    page.evaluate(PRINTED)
    row.get_by_role("button", name="Print").click()
    assert page.title() == "printed"


def test_without_a_script_there_are_links_alone(new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/draws/255/")
    row = page.get_by_role("region", name="Share")
    assert row.get_by_role("link").count() == 4
    assert row.get_by_role("button").count() == 0


def test_nothing_of_it_is_printed(page):
    page.goto("/draws/255/")
    page.emulate_media(media="print")
    assert not page.locator(".sharing").is_visible()
