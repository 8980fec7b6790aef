"""A reader finds a job: by keyboard with suggestions, by pointer, and without script."""

import pytest
from playwright.sync_api import expect

LABEL = "Find your job (title or NOC code)"


def suggested(page, typed, path="/occupations/"):
    """Type into the box and return it and what is suggested, once that is the answer to all that was typed."""
    page.goto(path)
    box = page.get_by_label(LABEL)
    with page.expect_response(lambda response: response.url.endswith("suggest=1")):
        box.fill(typed)
    options = page.get_by_role("listbox", name="Occupations").get_by_role("option")
    options.first.wait_for()
    return box, options


@pytest.mark.parametrize("path", ["/", "/occupations/"])
def test_a_suggestion_is_chosen_by_keyboard(page, path):
    box, options = suggested(page, "log truck driver", path)
    expect(box).to_have_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox", name="Occupations")).to_be_visible()
    expect(page.locator("[data-suggestions] [role=status]")).to_contain_text("1 suggestion.")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    expect(box).to_be_focused()
    box.press("Enter")
    page.wait_for_url("**/occupations/73300/")


def test_arrows_go_round_and_escape_closes_and_keeps_what_was_typed(page):
    box, options = suggested(page, "driver")
    box.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(options.first).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("driver")


@pytest.mark.thorough
def test_enter_without_a_choice_searches(page):
    box, _ = suggested(page, "truck driver")
    box.press("Enter")
    page.wait_for_url("**/occupations/?q=truck+driver**")
    expect(page.get_by_role("heading", name="match “truck driver”")).to_be_visible()
    expect(page.get_by_label(LABEL)).to_have_value("truck driver")


def test_a_suggestion_is_chosen_by_touch(phone):
    _, options = suggested(phone, "log truck driver")
    options.first.tap()
    phone.wait_for_url("**/occupations/73300/")


@pytest.mark.thorough
def test_without_an_answer_the_form_is_sent_as_ever(page):
    page.watch.expect("ERR_FAILED")
    page.route("**suggest=1", lambda route: route.abort())
    page.goto("/occupations/")
    box = page.get_by_label(LABEL)
    with page.expect_event("requestfailed"):
        box.fill("welder")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("Enter")
    expect(page.get_by_role("link", name="72106 Welders")).to_be_visible()


def test_without_script_a_job_is_found_filtered_and_reached(new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/")
    page.get_by_label(LABEL).fill("cook")
    page.get_by_role("button", name="Search").click()
    page.get_by_text("Filter by list, day and kind of work").click()
    page.get_by_label("On which day").fill("1 June 2025")
    page.get_by_label("Which list").select_option(label="Trade occupations")
    page.get_by_role("button", name="Show occupations").click()
    assert "On a list on 1 June 2025:" in page.get_by_role("listitem").filter(has_text="63200").inner_text()
    assert page.get_by_label(LABEL).input_value() == "cook"
    page.get_by_role("link", name="63200 Cooks").click()
    page.get_by_role("heading", name="Cooks", level=1).wait_for()


@pytest.mark.thorough
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_fit_a_small_phone(new_page, scheme):
    page = new_page(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    for query in ("", "?q=driver", "?q=zzzz", "?page=4", "?teer=9&on=never", "?q=m%C3%A9canicien"):
        page.goto(f"/occupations/{query}")
        assert page.evaluate("document.documentElement.scrollWidth") == 320, query
    suggested(page, "mecan")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
