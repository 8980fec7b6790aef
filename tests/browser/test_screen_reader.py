"""What a screen reader is told: names, headers, states and changes, as the browser hands them over."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.thorough

ROUNDUP = "/news/2023/07/5000-invitations-in-four-draws-4-to-7-july-2023/"
CHECKER = "/would-i-have-been-invited/"
ANSWERED = f"{CHECKER}?score=491&submitted=2023-01-01&program=CEC&since=2026-01-01"
WITH_TABLES = [
    *("/", ROUNDUP, "/draws/?year=2025", "/draws/2023/", "/draws/255/", "/categories/"),
    *("/categories/trades/", "/categories/trades/v3/", "/categories/trades/v2-to-v3/", "/occupations/31301/"),
    *(ANSWERED, "/pool/", "/data/"),
]
PHONE = {"width": 360, "height": 740}


def rows_of(table):
    """Return the name of a table and each of its rows as what it holds, as a screen reader meets them."""
    lines = table.aria_snapshot().splitlines()
    rows = []
    for line in lines:
        if re.match(r" *- '?row\b", line):
            rows.append([])
        elif cell := re.match(r" *- '?(rowheader|columnheader|cell)\b", line):
            rows[-1].append(cell[1])
    return lines[0], rows


@pytest.mark.parametrize("path", WITH_TABLES)
def test_tables_are_named_and_their_rows_headed_on_desks_and_phones(page, path):
    page.goto(path)
    tables = page.get_by_role("table")
    assert tables.count()
    for size in (page.viewport_size, PHONE):
        page.set_viewport_size(size)
        for table in tables.all():
            name, rows = rows_of(table)
            assert re.match(r"- '?table \"\S", name), name
            assert len(rows) > 1, name
            # A single cell says that there is nothing.
            assert all({"rowheader", "columnheader"} & set(row) or len(row) == 1 for row in rows), (
                name,
                rows,
            )


@pytest.mark.usefixtures("empty_drawings")
@pytest.mark.parametrize("path", ["/categories/trades/", "/draws/2023/", "/pool/", "/pool/2023-07-04/"])
def test_charts_are_named_and_followed_by_their_figures(page, path):
    page.goto(path)
    charts = page.get_by_role("figure")
    assert charts.count()
    for chart in charts.all():
        heading = chart.get_by_role("heading").inner_text()
        expect(chart).to_have_accessible_name(heading)
        expect(chart.get_by_role("img")).to_have_accessible_name(re.compile(re.escape(heading)))
        chart.locator("details").evaluate("details => { details.open = true }")
        expect(chart.get_by_role("table")).to_have_accessible_name(re.compile(r"\w"))


def test_sorting_says_its_state(page):
    page.goto("/draws/")
    headers = page.get_by_role("columnheader")
    for name, state in (("Date", "descending"), ("Invitations", "descending"), ("Invitations", "ascending")):
        header = headers.filter(has_text=re.compile(f"^{name}"))
        if name != "Date":
            header.get_by_role("link").click()
        expect(header).to_have_attribute("aria-sort", state)
        assert page.locator("[aria-sort]").count() == 1


def test_links_say_which_of_them_is_the_page(page):
    page.goto("/draws/?page=3")
    expect(page.get_by_role("navigation", name="Site").locator("[aria-current=page]")).to_have_text("Draws")
    expect(page.get_by_role("navigation", name="Pages").locator("[aria-current=page]")).to_have_text("3")
    page.goto("/draws/255/")
    expect(page.get_by_role("navigation", name="Site").locator("[aria-current=true]")).to_have_text("Draws")
    page.goto("/glossary/")
    expect(page.get_by_role("navigation", name="About the site").locator("[aria-current]")).to_have_text(
        "Glossary"
    )
    page.goto(ROUNDUP)
    assert page.locator("[aria-current=page]").count() == 0


def test_what_unfolds_is_named_and_says_whether_it_is_open(page):
    page.goto("/faq/")
    question = page.get_by_role("group").first
    summary = question.locator("summary")
    expect(question).to_match_aria_snapshot(f"- group: {summary.inner_text()}")
    summary.click()
    expect(question).to_match_aria_snapshot("- group:\n  - paragraph")
    for path in ("/draws/", "/occupations/", "/occupations/31301/", ANSWERED, ROUNDUP):
        page.goto(path)
        assert all(text.strip() for text in page.locator("summary").all_inner_texts())


def test_errors_are_tied_to_their_fields(page):
    page.goto(f"{CHECKER}?score=9999&since=never&submitted=")
    for label, error in (
        ("Your CRS score", "Enter a whole number from 1 to"),
        ("Date on which your profile was submitted", "Enter a day, such as"),
        ("Draws from", "Enter a day, such as"),
    ):
        field = page.get_by_role("textbox", name=label)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(re.compile(f"Error: {error}"))
    programs = page.get_by_role("group", name="Programs that you qualify for")
    expect(programs).to_have_accessible_description(re.compile("Error: Choose at least one program"))
    assert page.get_by_label("Time, if you know it").get_attribute("aria-invalid") is None
    page.goto("/draws/?date_from=never")
    expect(page.get_by_label("From", exact=False).first).to_have_accessible_description(
        re.compile("Error: Enter a day")
    )


def test_only_what_changes_is_announced(new_page):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    live = page.locator("[aria-live], [role=status], [role=alert], [role=log], output")
    for path in ("/draws/?year=2023", "/categories/trades/", "/faq/", "/data/"):
        page.goto(path)
        assert live.count() == 0, path
    page.goto(ROUNDUP)
    assert set(live.all_inner_texts()) == {""}
    page.goto("/occupations/")
    status = page.get_by_role("status")
    expect(status).to_have_text("")
    box = page.get_by_role("combobox", name="Find your job")
    box.fill("driver")
    expect(status).to_contain_text("suggestions. Choose with the arrow keys.")
    box.press("Escape")
    expect(status).to_have_text("")
    page.goto(ANSWERED)
    assert live.all_inner_texts() == [""]
    page.get_by_role("button", name="Copy link").click()
    expect(live).to_have_text("Copied.")
