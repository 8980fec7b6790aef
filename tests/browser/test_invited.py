"""A reader asks "Would I have been invited?": by keyboard, and without script."""

import pytest

ADDRESS = "/would-i-have-been-invited/"
DRIVER = f"{ADDRESS}?score=491&submitted=2023-01-01&program=CEC&job=73300&months=24&since=2023-05-31"


def tab_to(page, name, turns=40):
    """Press Tab until the control of this accessible name has the focus."""
    target = page.get_by_label(name, exact=True).or_(page.get_by_role("button", name=name, exact=True))
    for _ in range(turns):
        page.keyboard.press("Tab")
        if target.first.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {name}")


def ask_by_keyboard(page):
    """Fill in and send the form as the driver of docs/invited.md, with the keyboard alone."""
    page.goto(ADDRESS)
    tab_to(page, "Your CRS score as your IRCC account shows it")
    page.keyboard.type("491")
    tab_to(page, "Date on which your profile was submitted")
    page.keyboard.type("1 January 2023")
    tab_to(page, "Canadian Experience Class")
    page.keyboard.press("Space")
    tab_to(page, "Job, if you want draws for occupations")
    page.keyboard.type("driver")
    tab_to(page, "Months of work in that job in the past three years")
    page.keyboard.type("24")
    tab_to(page, "Draws from")
    page.keyboard.type("2023-05-31")
    page.keyboard.press("Enter")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_reader_asks_by_keyboard(new_page, script):
    page = new_page(java_script_enabled=script)
    # Without script nothing can say which element has the focus: there the form is filled in by its labels.
    if script:
        ask_by_keyboard(page)
    else:
        page.goto(ADDRESS)
        page.get_by_label("Your CRS score as your IRCC account shows it").fill("491")
        page.get_by_label("Date on which your profile was submitted").fill("1 January 2023")
        page.get_by_label("Canadian Experience Class").check()
        page.get_by_label("Job, if you want draws for occupations").fill("driver")
        page.get_by_label("Months of work in that job").fill("24")
        page.get_by_label("Draws from").fill("2023-05-31")
        page.get_by_role("button", name="Show the draws").click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    page.get_by_role("link", name="73300 Transport truck drivers").press("Enter")
    page.get_by_role("heading", name="Draws from 31 May 2023 to 1 October 2026").wait_for()
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="434", exact=True))
    assert "it had been until 26 February 2025" in row.inner_text()
    assert page.get_by_role("button", name="Copy link").is_visible() == script
    assert page.get_by_role("link", name="Link to this page with your answers").is_visible()
    # The questions are folded away, and open without script too.
    page.get_by_text("Change your answers").click()
    assert page.get_by_label("Months of work in that job").input_value() == "24"


def test_the_link_is_copied(new_page):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(DRIVER)
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith(DRIVER)


def test_no_other_page_is_told_the_answers(page):
    page.goto(f"{DRIVER}&page=3")
    with page.expect_request("**/draws/289/") as request:
        page.get_by_role("link", name="289", exact=True).click()
    assert "referer" not in request.value.headers


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_other_draws_are_on_pages(new_page, script):
    page = new_page(java_script_enabled=script)
    page.goto(DRIVER)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Next").press("Enter")
    page.get_by_role("table", name="Draws 51 to 100 of 140").wait_for()
    # What is shared, and what is asked anew, begins with the first of them.
    link = page.get_by_role("link", name="Link to this page with your answers")
    assert DRIVER.endswith(link.get_attribute("href"))
    page.get_by_text("Change your answers").click()
    page.get_by_role("button", name="Show the draws").click()
    page.get_by_role("table", name="Draws 1 to 50 of 140").wait_for()


def test_it_fits_a_phone(phone):
    nominated = f"{ADDRESS}?score=950&submitted=2023-01-01&program=CEC&nominated=on&since=2023-01-01&page=2"
    for address in (ADDRESS, DRIVER, nominated, f"{ADDRESS}?score=9999&job=teacher"):
        phone.goto(address)
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
