"""The newsroom in the hand of the site: boxes for thumbs, one filled button, names for what scripts make."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.visiting import let_in, visit
from tests.pages import Shown

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.thorough]

SMALLEST_TARGET = 44
# A box to tick may be small where its label is not. Links to skip to the content are seen when focused.
TARGETS = """
() => [...document.querySelectorAll("a, button, input, select, textarea, summary, .select2-selection")]
    .filter((element) => element.checkVisibility({visibilityProperty: true}) && !element.matches(
        "[type=hidden], .select2-hidden-accessible, .skip-to-content-link"))
    .map((element) => [element, (element.matches("[type=checkbox], [type=radio]") && element.closest("label, .checkbox")) || element])
    .map(([element, box]) => [element.outerHTML.slice(0, 90), Math.round(box.getBoundingClientRect().height)])
"""
FILLED = """
() => [...document.querySelectorAll("#content :is(a, button, [type=submit])")]
    .filter((element) => element.checkVisibility())
    .filter((element) => getComputedStyle(element).backgroundColor === getComputedStyle(document.body).color)
    .map((element) => element.value || element.textContent.trim())
"""
# The one thing that each type of page is there for.
PURPOSE = {
    "admin:login": ["Log in"],
    "admin:index": ["Check IRCC now"],
    "admin:password_change": ["Change my password"],
    "admin:draws_round_changelist": ["Add draw"],
    "admin:draws_round_add": ["Save and check"],
    "admin:draws_round_confirm": ["Publish draw"],
    "admin:draws_round_week": ["Check"],
    "admin:draws_round_history": [],
    "admin:draws_pooldistribution_change": ["Save"],
    "admin:draws_syncrun_changelist": ["Check IRCC now"],
    "admin:articles_article_change": ["Publish"],
    "admin:articles_article_flash": ["Publish flash"],
    "admin:articles_article_roundup": ["Write the roundup"],
    "admin:articles_article_grow": ["Add to the story"],
    "admin:articles_image_add": ["Save"],
    "admin:articles_image_changelist": ["Add picture"],
    "admin:occupations_categoryversion_next": ["Check"],
    "admin:occupations_categoryversion_verify": ["Ticked rows are verified"],
    "admin:auth_user_change": ["Save"],
    "admin:auth_user_add": ["Invite"],
    "admin:auth_user_link": ["Make a new link"],
    "admin:auth_user_leave": ["Close the account"],
    "admin:auth_user_signin": [],
    "admin:welcome": [],
    "admin:account": [],
    "admin:add_app": ["Add the app"],
    "admin:recovery_codes": ["Make ten new codes"],
    "admin:own_sessions": ["Sign out everywhere else"],
    "admin:own_device": ["Save the name"],
}


@pytest.mark.parametrize("name", PURPOSE)
def test_a_thumb_hits_everything_and_one_button_is_filled(new_page, name):
    page = visit(new_page, Shown(name), **PHONE)
    assert [target for target in page.evaluate(TARGETS) if target[1] < SMALLEST_TARGET] == []
    assert page.evaluate(FILLED) == PURPOSE[name]


def test_what_is_asked_to_be_deleted_is_not_mistaken_for_what_is_saved(new_page):
    page = visit(new_page, Shown("admin:draws_round_delete"))
    assert page.evaluate(FILLED) == []


def test_boxes_that_scripts_make_have_the_names_of_their_fields(page):
    let_in(page)
    page.goto("/admin/draws/round/add/")
    expect(page.get_by_role("combobox", name="Version:")).to_be_visible()
    page.get_by_label("Type of draw").select_option(label="Trade occupations")
    page.get_by_label("Date:").fill("2026-11-19")
    expect(
        page.get_by_role("combobox", name=re.compile("^Version:.*Trade occupations, version 3"))
    ).to_be_visible()
    page.goto("/admin/auth/group/add/")
    explained = re.compile("^Type into this box to filter down the list of available permissions")
    expect(page.get_by_role("textbox", name=explained)).to_be_visible()


def test_the_row_of_buttons_stays_in_sight_and_covers_no_field(page):
    let_in(page)
    page.goto("/admin/articles/article/add/")
    save = page.get_by_role("button", name="Save", exact=True)
    expect(save).to_be_in_viewport()
    for _ in range(30):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            """() => {
              const element = document.activeElement;
              const { bottom } = element.getBoundingClientRect();
              const top = document.querySelector(".submit-row").getBoundingClientRect().top;
              return element.closest(".submit-row, #header, #nav-sidebar, nav") || element.id === "id_body"
                ? 0 : Math.max(0, bottom - top);
            }"""
        )
        assert focused == 0, page.evaluate("document.activeElement.outerHTML.slice(0, 90)")


def test_text_of_an_article_and_its_preview_share_the_width_of_the_page(new_page):
    page = visit(new_page, Shown("admin:articles_article_add"))
    text, frame = page.get_by_label("Text:"), page.locator("iframe")
    assert text.bounding_box()["width"] > 580
    assert frame.bounding_box()["width"] > 580
    assert frame.bounding_box()["x"] > text.bounding_box()["x"] + text.bounding_box()["width"]
    page.set_viewport_size({"width": 1100, "height": 800})
    assert text.bounding_box()["width"] > 750
    for width in (1100, 320):
        page.set_viewport_size({"width": width, "height": 700})
        assert frame.bounding_box()["y"] > page.locator(".submit-row").bounding_box()["y"]
    assert text.bounding_box()["width"] == frame.bounding_box()["width"] == 288


def test_what_only_a_script_can_do_is_not_offered_without_one(new_page):
    page = visit(new_page, Shown("admin:draw_pictures"), java_script_enabled=False)
    expect(page.get_by_role("heading", name="Texts to post with a picture")).to_be_visible()
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
