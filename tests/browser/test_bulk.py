"""A reader pastes a list of jobs and gets the table, and the file, with and without script."""

import csv

import pytest

ADDRESS = "/occupations/check/"
LINES = "72310\nwelder\n63200\nzzzzqq"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_pasted_lines_become_a_table_and_a_file(new_page, script):
    page = new_page(java_script_enabled=script)
    page.goto(ADDRESS)
    page.get_by_label("Codes or job titles, one a line").fill(LINES)
    page.get_by_label("On", exact=True).fill("1 March 2026")
    page.get_by_role("button", name="Check", exact=True).click()
    table = page.get_by_role("table", name="3 of 4 lines understood; on 1 March 2026")
    table.get_by_role("row", name="63200 Cooks").get_by_text("it was until 17 February 2026").wait_for()
    assert table.get_by_role("row", name="zzzzqq").get_by_text("Not understood").is_visible()
    assert page.get_by_label("Codes or job titles, one a line").input_value() == LINES
    with page.expect_download() as download:
        page.get_by_role("button", name="Download for a spreadsheet (CSV)").click()
    assert download.value.suggested_filename == "eedraws-occupations-on-2026-03-01.csv"
    with open(download.value.path(), newline="", encoding="utf-8") as file:
        assert [row["code"] for row in csv.DictReader(file, strict=True)] == ["72310", "72106", "63200", ""]


def test_a_problem_is_announced_and_leads_to_its_field(page):
    page.goto(ADDRESS)
    page.get_by_label("Codes or job titles, one a line").fill(LINES)
    page.get_by_label("On", exact=True).fill("2026-02-30")
    page.get_by_role("button", name="Check", exact=True).click()
    page.get_by_role("alert").get_by_role("link", name="On: There is no such day.").press("Enter")
    assert page.get_by_label("On", exact=True).evaluate("field => field === document.activeElement")
    assert page.get_by_label("Codes or job titles, one a line").input_value() == LINES


@pytest.mark.thorough
def test_the_table_fits_a_narrow_phone(new_page):
    phone = new_page(viewport={"width": 320, "height": 640})
    phone.goto(ADDRESS)
    phone.get_by_label("Codes or job titles, one a line").fill(f"{LINES}\n{'w' * 300}\n31102\nmanager")
    phone.get_by_role("button", name="Check", exact=True).click()
    phone.get_by_role("table").wait_for()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
