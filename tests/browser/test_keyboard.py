"""Readers without a mouse: every journey by keys alone, and at each step they see where they are."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.walking import assert_at, tab_to

pytestmark = pytest.mark.django_db(transaction=True)


def named(page, role, name):
    return page.get_by_role(role, name=name, exact=True)


def press(page, key, address):
    """Press a key that leads to an address, a pattern."""
    # The first search of a server builds its index.
    with page.expect_navigation(url=re.compile(address), timeout=30_000):
        page.keyboard.press(key)


def test_find_a_job_by_suggestion_and_reach_its_lists(page):
    page.goto("/")
    page.keyboard.press("Tab")
    assert_at(named(page, "link", "Skip to the content"))
    box = page.get_by_role("combobox", name="Find your job")
    tab_to(box)
    with page.expect_response(lambda response: response.url.endswith("suggest=1")):
        page.keyboard.type("log truck driver")
    chosen = page.get_by_role("option", name="73300 Transport truck drivers")
    chosen.wait_for()
    page.keyboard.press("ArrowDown")
    # The focus stays in the box, and the suggestion that Enter will follow has its ring.
    assert_at(box)
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(chosen).to_have_css("outline-style", "solid")
    expect(chosen).to_be_in_viewport()
    press(page, "Enter", "/occupations/73300/$")
    listed = page.get_by_role("table", name="Lists").get_by_role("link").first
    tab_to(listed)
    press(page, "Enter", "/categories/")


def test_leaving_the_box_closes_the_suggestions_and_traps_nobody(page):
    page.goto("/occupations/")
    box = page.get_by_role("combobox", name="Find your job")
    tab_to(box)
    page.keyboard.type("driver")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert_at(named(page, "button", "Search"))
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_filter_sort_and_turn_the_pages_of_draws(page):
    page.goto("/draws/")
    filters = page.get_by_text("Filter and sort", exact=True)
    tab_to(filters)
    page.keyboard.press("Enter")
    tab_to(page.get_by_label("Type of draw", exact=True))
    page.keyboard.type("Provincial")
    tab_to(page.get_by_label("Year", exact=True))
    page.keyboard.type("2023")
    tab_to(named(page, "button", "Show draws"))
    press(page, "Enter", "year=2023")
    in_use = page.get_by_role("list", name="Filters in use")
    expect(in_use).to_contain_text("2023")
    tab_to(in_use.get_by_role("link", name="Remove Year"))
    press(page, "Enter", r"^(?!.*year=2023)")
    cutoffs = page.get_by_role("columnheader", name="Cut-off (points)")
    tab_to(cutoffs.get_by_role("link"))
    press(page, "Enter", "sort=")
    expect(cutoffs).to_have_attribute("aria-sort", "descending")
    tab_to(named(page, "link", "Next"))
    press(page, "Enter", "page=2")
    current = page.get_by_role("navigation", name="Pages").locator("[aria-current=page]")
    expect(current).to_have_accessible_name("Page 2")
    # Back from below, what has the focus is not beneath the head of the table, which stays in sight.
    tab_to(current)
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        assert_at(page.locator(":focus"))


def test_problems_of_the_checker_are_told_lead_to_their_fields_and_are_mended(page):
    page.goto("/would-i-have-been-invited/")
    score = page.get_by_label("Your CRS score as your IRCC account shows it")
    tab_to(score)
    page.keyboard.type("9999")
    press(page, "Enter", "score=9999")
    expect(page).to_have_title(re.compile("^Error: "))
    summary = page.get_by_role("alert")
    expect(summary.get_by_role("heading", name="There is a problem")).to_be_in_viewport()
    for link in summary.get_by_role("link").all():
        tab_to(link)
        page.keyboard.press("Enter")
        field = page.locator(page.evaluate("location.hash"))
        expect(field).to_be_in_viewport()
        if field.evaluate("field => field.matches('input, select, textarea')"):
            assert_at(field)
            expect(field).to_have_attribute("aria-invalid", "true")
        tab_to(link, "Shift+Tab")
    tab_to(score)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("491")
    tab_to(page.get_by_label("Date on which your profile was submitted"))
    page.keyboard.type("1 January 2023")
    tab_to(page.get_by_label("Canadian Experience Class", exact=True))
    page.keyboard.press("Space")
    tab_to(named(page, "button", "Show the draws"))
    press(page, "Enter", "score=491")
    tab_to(named(page, "button", "Copy link"))
    table = page.get_by_role("table", name="newest first, without provincial nominees")
    tab_to(table.get_by_role("link").first)
    tab_to(page.get_by_text("Change your answers"))
    page.keyboard.press("Space")
    tab_to(score)


def test_read_a_roundup_and_its_questions(page):
    page.goto("/news/2023/07/5000-invitations-in-four-draws-4-to-7-july-2023/")
    page.keyboard.press("Tab")
    assert_at(named(page, "link", "Skip to the content"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    contents = page.get_by_role("navigation", name="In this article").get_by_role("link")
    tab_to(contents.first)
    page.keyboard.press("Enter")
    heading = page.locator(page.evaluate("decodeURIComponent(location.hash)"))
    expect(heading).to_be_in_viewport()
    # From the heading on: what comes next is below it.
    page.keyboard.press("Tab")
    place = page.locator(":focus").bounding_box()
    assert place["y"] >= heading.bounding_box()["y"]
    assert_at(page.locator(":focus"))
    question = page.locator("summary", has_text="French-language draw of 7 July 2023?")
    answer = page.locator("details", has=question).locator(".prose")
    tab_to(question)
    page.keyboard.press("Enter")
    expect(answer).to_be_visible()
    page.keyboard.press("Space")
    expect(answer).to_be_hidden()
    assert_at(question)


def test_switch_the_theme_and_switch_back(page):
    page.goto("/about/")
    switch = named(page, "button", "Dark colours")
    for key, pressed in (("Space", "true"), ("Enter", "false")):
        tab_to(switch) if pressed == "true" else assert_at(switch)
        page.keyboard.press(key)
        expect(switch).to_have_attribute("aria-pressed", pressed)
        assert_at(switch)


def test_check_many_jobs(page):
    page.goto("/occupations/check/")
    tab_to(page.get_by_label("Codes or job titles, one a line"))
    page.keyboard.type("72310\n31102\n63200")
    tab_to(page.get_by_label("On", exact=True))
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("1 March 2026")
    tab_to(named(page, "button", "Check"))
    press(page, "Space", "#answer$")
    table = page.get_by_role("table", name="3 of 3 lines understood")
    expect(table).to_be_in_viewport()
    # The address led to the answer, so that the next stop is in it.
    page.keyboard.press("Tab")
    assert page.locator("#answer :focus").count() == 1
    tab_to(table.get_by_role("link", name="63200 Cooks"))
    press(page, "Enter", "/occupations/63200/$")
