"""Light and dark: the system's choice until the reader makes another."""

import pytest

DARK_PAPER = "rgb(23, 22, 20)"
LIGHT_PAPER = "rgb(251, 249, 244)"


def paper(page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def switch(page):
    return page.get_by_role("button", name="Dark colours")


@pytest.mark.parametrize(("system", "expected"), [("light", LIGHT_PAPER), ("dark", DARK_PAPER)])
def test_without_a_choice_the_page_follows_the_system(new_page, system, expected):
    page = new_page(color_scheme=system)
    page.goto("/about/")
    assert paper(page) == expected
    assert switch(page).get_attribute("aria-pressed") == str(system == "dark").lower()


def test_a_choice_made_by_keyboard_is_kept_on_the_next_page_and_taken_back(new_page):
    page = new_page(color_scheme="light")
    page.goto("/about/")
    switch(page).focus()
    page.keyboard.press("Space")
    assert paper(page) == DARK_PAPER
    assert switch(page).get_attribute("aria-pressed") == "true"
    assert page.locator("meta[name=theme-color]").get_attribute("content") == "#171614"

    page.goto("/faq/")
    assert paper(page) == DARK_PAPER
    switch(page).focus()
    page.keyboard.press("Enter")
    assert paper(page) == LIGHT_PAPER
    page.emulate_media(color_scheme="dark")
    assert paper(page) == DARK_PAPER


def test_the_choice_is_kept_without_a_cookie(new_page):
    page = new_page(color_scheme="light")
    page.goto("/about/")
    switch(page).click()
    assert page.context.cookies() == []


def test_print_is_dark_on_white_whatever_was_chosen(new_page):
    page = new_page(color_scheme="light")
    page.goto("/about/")
    switch(page).click()
    page.emulate_media(media="print")
    assert paper(page) == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 26, 24)"


def test_without_script_there_is_no_switch(new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/about/")
    assert not page.locator("[data-theme-switch]").is_visible()
