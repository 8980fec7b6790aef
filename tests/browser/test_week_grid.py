"""A whole week entered in the grid: wholly by keyboard, without scripts, and on a phone."""

import re

import pytest
from playwright.sync_api import expect

from draws.models import Round
from tests.browser.axe import violations
from tests.browser.conftest import PHONE
from tests.browser.layout import CASES, overflows
from tests.browser.test_enter_draw import check_width, log_in

pytestmark = pytest.mark.django_db(transaction=True)

WEEK = "/admin/draws/round/week/?week=2026-W41"
# Row, type (the letters that choose it), cut-off, invitations.
DRAWS = [
    (1, "Provincial", "733", "702"),
    (2, "French", "400", "3,500"),
    (3, "Canadian", "515", "2000"),
    (5, "Trade", "476", "1,500"),
]
# The picture of a calendar within the box of a date or a time has a ring of its own, by the browser.
SEEN = """() => {
  if (document.activeElement.matches(":is([type=date], [type=datetime-local]):not(:focus-visible)")) return true;
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
}"""
NAME = "() => document.activeElement.name || document.activeElement.textContent.trim()"


def tab_to(page, wanted, key="Tab"):
    """Press a key until the box of this name has the focus, which is seen all the way; return what was passed."""
    passed = []
    for _ in range(300):
        page.keyboard.press(key)
        passed.append(page.evaluate(NAME))
        assert page.evaluate(SEEN), passed[-1]
        if passed[-1] == wanted:
            return passed
    pytest.fail(f"{wanted} is not reached: {passed}")
    return None


def fill(page, row, type, cutoff, invitations):
    box = page.locator(f"#id_row-{row - 1}-category")
    label = next(text for text in box.locator("option").all_text_contents() if text.startswith(type))
    box.select_option(label=label)
    page.locator(f"#id_row-{row - 1}-crs_cutoff").fill(cutoff)
    page.locator(f"#id_row-{row - 1}-invitations").fill(invitations)


def public():
    rounds = (
        Round.objects.public_record().filter(number__in=["448", "449", "450", "451"]).order_by("sequence")
    )
    return [
        (round.number, round.date.day, round.category.slug, round.crs_cutoff, round.invitations)
        for round in rounds.select_related("version__category")
    ]


PUBLISHED = [
    ("448", 5, "pnp", 733, 702),
    ("449", 6, "french", 400, 3500),
    ("450", 7, "cec", 515, 2000),
    ("451", 9, "trades", 476, 1500),
]


def test_four_draws_of_a_week_are_entered_and_told_by_keyboard(new_page):
    """From the grid to the roundup that readers get."""
    page = new_page()
    log_in(page)
    page.goto("/admin/draws/round/")
    tab_to(page, "Enter a week")
    page.keyboard.press("Enter")
    page.wait_for_url("**/week/")
    page.goto(WEEK)
    for row, type, cutoff, invitations in DRAWS:
        tab_to(page, f"row-{row - 1}-category")
        page.keyboard.type(type)
        # The number stands as soon as the row is used; the version narrows to the type.
        tab_to(page, f"row-{row - 1}-crs_cutoff")
        page.keyboard.type(cutoff)
        tab_to(page, f"row-{row - 1}-invitations")
        page.keyboard.type("1,500,000" if row == 5 else invitations)
    expect(page.locator("#id_row-4-number")).to_have_value("451")
    expect(page.locator("#id_row-3-number")).to_have_value("")
    passed = tab_to(page, "check")
    assert passed == sorted(passed[:-1], key=lambda name: int(name.split("-")[1])) + ["check"]
    page.keyboard.press("Shift+Tab")
    tab_to(page, "row-1-crs_cutoff", "Shift+Tab")
    page.keyboard.type("0")
    page.keyboard.press("Enter")

    problem = "Row 2, Tuesday 6 October: CRS cut-off: A CRS cut-off is between 1 and 1,200."
    expect(page.get_by_role("alert")).to_contain_text(problem)
    assert public() == []
    tab_to(page, problem)
    page.keyboard.press("Enter")
    page.keyboard.press("Control+A")
    page.keyboard.type("400")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Look before they are saved")).to_be_visible()
    last = page.get_by_role("region", name="Row 5, Friday 9 October")
    expect(last).to_contain_text(
        "1,500,000 invitations are more than twice what recent draws of this type had"
    )
    expect(page.get_by_role("region", name="Row 2, Tuesday 6 October")).to_contain_text(
        "18 points higher than draw 437"
    )
    assert public() == []
    tab_to(page, "Change something")
    page.keyboard.press("Enter")
    tab_to(page, "row-4-invitations")
    page.keyboard.press("Control+A")
    page.keyboard.type("1,500")
    tab_to(page, "publish")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Something has changed since this was checked")).to_be_visible()
    assert public() == []
    tab_to(page, "publish")
    expect(page.get_by_role("button", name="Publish all 4 draws")).to_be_focused()
    page.keyboard.press("Enter")
    expect(
        page.get_by_text("4 draws are public, everywhere on the site: 448, 449, 450, 451.")
    ).to_be_visible()
    assert public() == PUBLISHED
    expect(
        page.get_by_role("region", name="In the record for this week").get_by_role("listitem")
    ).to_have_count(4)

    tab_to(page, "Write the roundup of the week")
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio").first).to_be_checked()
    tab_to(page, "Write the roundup")
    page.keyboard.press("Enter")
    title = "Express Entry: 7,000 invitations in three draws, 6 to 9 October 2026, not counting provincial nominees"
    expect(page.get_by_role("textbox", name="Headline:")).to_have_value(title)
    tab_to(page, "_publish")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Published")).not_to_have_count(0)
    reader = new_page()
    reader.goto("/news/week/2026-w41/")
    reader.get_by_role("link", name=title).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(title)
    expect(reader.get_by_role("row").filter(has_text="451")).to_contain_text("476")


@pytest.mark.thorough
def test_a_week_is_entered_without_scripts(new_page):
    page = new_page(java_script_enabled=False)
    log_in(page)
    page.goto(WEEK)
    for draw in DRAWS:
        fill(page, *draw)
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("heading", name="Draw 451", exact=True)).to_be_visible()
    page.get_by_role("button", name="Publish all 4 draws").click()
    expect(page.get_by_text("4 draws are public")).to_be_visible()
    assert public() == PUBLISHED


def test_numbers_versions_and_weekdays_follow_what_is_typed(page):
    log_in(page)
    page.goto(WEEK)
    fill(page, *DRAWS[1])
    fill(page, *DRAWS[2])
    number = (
        page.locator("#id_row-1-number"),
        page.locator("#id_row-2-number"),
        page.locator("#id_row-5-number"),
    )
    expect(number[1]).to_have_value("449")
    page.locator("#id_row-5-date").fill("2026-10-05")
    expect(page.get_by_role("row", name=re.compile("^Row 6 Monday"))).to_be_visible()
    fill(page, 6, "Trade", "476", "1500")
    page.keyboard.press("Tab")
    for box, value in zip(number, ("449", "450", "448"), strict=True):
        expect(box).to_have_value(value)
    number[0].fill("460")
    page.keyboard.press("Tab")
    expect(number[1]).to_have_value("461")
    offered = page.locator("#id_row-5-version option:not([hidden])")
    expect(offered.first).to_have_text("In force")
    assert all("Trade" in text for text in offered.all_text_contents()[1:])
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Change something").click()
    expect(number[0]).to_have_value("460")
    page.locator("#id_row-1-crs_cutoff").fill("")
    page.locator("#id_row-1-invitations").fill("")
    page.locator("#id_row-1-category").select_option("")
    expect(number[0]).to_have_value("460")


@pytest.mark.thorough
def test_on_a_phone_each_row_is_a_block_with_its_labels(new_page):
    page = new_page(**PHONE)
    log_in(page)
    page.goto(WEEK)
    check_width(page)
    label = page.locator("label[for=id_row-0-crs_cutoff]")
    assert label.bounding_box()["height"] > 16
    fill(page, *DRAWS[0])
    page.locator("#id_row-1-crs_cutoff").fill("4000")
    page.get_by_role("button", name="Check").tap()
    expect(page.get_by_role("alert")).to_contain_text(
        "Row 2, Tuesday 6 October: Type of draw: This field is required."
    )
    check_width(page)
    page.locator("#id_row-1-crs_cutoff").fill("")
    page.get_by_role("button", name="Check again").tap()
    expect(page.get_by_role("heading", name="Look before they are saved")).to_be_visible()
    check_width(page)
    page.get_by_role("button", name="Publish this draw").tap()
    expect(page.get_by_text("Draw 448 is public, everywhere on the site.")).to_be_visible()


@pytest.mark.thorough
def test_faults_and_the_check_can_be_read_by_everyone(page):
    """Of the page's states these two have no address: see tests/browser/test_pages.py for the others."""
    log_in(page)
    page.goto(WEEK)
    fill(page, 1, "Agriculture", "4000", "many")
    fill(page, 2, "French", "400", "350")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_label("IRCC's page naming the version")).to_be_visible()
    looks = {"light": (320, 1280), "dark": (1280,)}
    assert [*violations(page, looks), *overflows(page, CASES)] == []
    page.set_viewport_size({"width": 1280, "height": 800})
    fill(page, 1, "Trade", "476", "1,500")
    page.get_by_role("button", name="Check again").click()
    expect(page.get_by_text("Look twice")).to_be_visible()
    page.get_by_text("Change something").click()
    assert [*violations(page, looks), *overflows(page, CASES)] == []
