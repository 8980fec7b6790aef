"""An editor pastes a list, is told what is wrong with it, corrects it and saves; readers see what changed.

The lists that are entered here are synthetic.
"""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from occupations.models import CategoryVersion
from tests.browser.test_enter_draw import SMALLEST_TARGET, check_width, log_in
from tests.factories import make_awaited_version, make_round

pytestmark = pytest.mark.django_db(transaction=True)

# Links in a sentence of the error summary are as tall as their text.
TARGETS = """
() => [...document.querySelectorAll("#content-main :is(button, a.button, input, select, summary, textarea)")]
    .filter((element) => element.checkVisibility() && !element.matches("[type=hidden]"))
    .map((element) => [element.closest("label") ?? element, element.outerHTML.slice(0, 90)])
    .map(([element, html]) => ({html, height: element.getBoundingClientRect().height}))
"""


# What is on the list is not known yet, or the list is not published yet: in a sentence or before one.
NOT_KNOWN = re.compile("not known", re.IGNORECASE)


def check_targets(page):
    assert [target for target in page.evaluate(TARGETS) if target["height"] < SMALLEST_TARGET] == []


def version(slug, number):
    return CategoryVersion.objects.get(category__slug=slug, number=number)


def open_version(page, slug, number):
    page.goto(f"/admin/occupations/categoryversion/{version(slug, number).pk}/change/")


def enter_a_list(page):
    """Paste with faults, correct what is told, save; every step as an editor meets it."""
    log_in(page)
    open_version(page, "trades", 3)
    page.get_by_role("link", name="New version").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("New version of Trade occupations: version 4")
    box = page.get_by_label("List:")
    kept = [line for line in box.input_value().splitlines() if not line.startswith("72320")]
    faults = ["73999 Space truck drivers", "72106", "73300\tTransport truck driver\tTEER 3"]
    page.get_by_label("In force from").fill("2026-11-20")
    page.get_by_label("Announced").fill("2026-11-20")
    box.fill("\n".join(["NOC code\tTitle\tTEER", *kept, *faults]))
    check_width(page)
    check_targets(page)
    page.get_by_role("button", name="Check").click()

    problems = page.get_by_role("alert")
    expect(problems).to_contain_text("Line 26: 73999 Space truck drivers is no code of NOC 2021. Near:")
    expect(problems).to_contain_text(
        "72106 Welders and related machine operators is listed more than once: lines 8 and 27."
    )
    spelling = page.get_by_role("region", name="1 title is not spelt as in NOC 2021")
    expect(spelling.locator("mark")).to_have_text(["driver", "drivers"])
    expect(page.get_by_text("Line 1 is taken for the head of a table")).to_be_visible()
    expect(page.get_by_role("button", name="Save the new version")).to_have_count(0)
    expect(page.get_by_label("In force from")).to_have_value("2026-11-20")
    check_width(page)
    check_targets(page)
    problems.get_by_role("link").first.click()
    expect(box).to_be_in_viewport()
    box.fill("\n".join([*kept, "73300\tTransport truck drivers\tTEER 3"]))
    page.get_by_role("button", name="Check again").click()

    expect(page.get_by_role("alert")).to_have_count(0)
    seen = page.get_by_role("region", name="Look before it is saved")
    expect(seen).to_contain_text(
        "Trade occupations, version 3, in force until now, ends on 19 November 2026."
    )
    expect(seen).to_contain_text("+ 73300 Transport truck drivers")
    expect(seen).to_contain_text("− 72320 Bricklayers")
    expect(seen).to_contain_text("Kept (24)")
    check_width(page)
    check_targets(page)
    assert not CategoryVersion.objects.filter(category__slug="trades", number=4).exists()
    page.get_by_role("button", name="Save the new version").click()
    expect(page.get_by_text("Trade occupations, version 4 is in the record.")).to_be_visible()
    check_width(page)


def test_an_editor_enters_a_list_and_readers_see_what_changed(page):
    enter_a_list(page)
    page.goto("/categories/trades/v3-to-v4/")
    expect(page.get_by_role("main")).to_contain_text("Transport truck drivers")
    expect(page.get_by_role("main")).to_contain_text("Bricklayers")
    page.goto("/categories/changes/")
    expect(page.locator('main a[href="/categories/trades/v3-to-v4/"]').first).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("20 November 2026")
    feed = page.request.get("/categories/changes/feed.atom").text()
    assert "/categories/trades/v4/" in feed or "/categories/trades/v3-to-v4/" in feed
    assert "Transport truck drivers" in feed


def test_a_list_is_entered_on_a_small_phone_and_without_scripts(new_page):
    phone = new_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    log_in(phone)
    open_version(phone, "transport", 2)
    phone.get_by_role("link", name="New version").click()
    phone.get_by_label("List:").fill("73300 Transport truck drivers\n73301\n73301")
    phone.get_by_role("button", name="Check").click()
    expect(phone.get_by_role("alert")).to_contain_text("listed more than once: lines 2 and 3")
    phone.get_by_label("List:").fill("73300 Transport truck drivers\n73301")
    phone.get_by_role("button", name="Check again").click()
    expect(phone.get_by_role("region", name="Look before it is saved")).to_be_visible()
    check_width(phone)
    phone.get_by_role("button", name="Save the new version").click()
    expect(phone.get_by_text("Transport occupations, version 3 is in the record.")).to_be_visible()
    assert version("transport", 3).listings.count() == 2


@pytest.mark.thorough
def test_a_list_is_entered_by_touch(phone):
    log_in(phone)
    open_version(phone, "transport", 2)
    phone.get_by_role("link", name="Correct this list").tap()
    box = phone.get_by_label("List:")
    box.fill(f"{box.input_value()}\n73300")
    phone.get_by_label("What happened").select_option(label="We got this wrong")
    phone.get_by_role("textbox", name="Reason").fill("A row was left out.")
    check_width(phone)
    check_targets(phone)
    phone.get_by_role("button", name="Check").tap()
    expect(phone.get_by_role("region", name="Look before it is saved")).to_contain_text("Added (1)")
    check_targets(phone)
    phone.get_by_role("button", name="Save the correction").tap()
    expect(phone.get_by_text("readers see 1 correction.")).to_be_visible()
    phone.get_by_role("link", name="Back", exact=True).tap()
    phone.get_by_role("link", name="Verify rows").tap()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Verify the list of Transport occupations")
    check_width(phone)
    check_targets(phone)
    phone.get_by_role("checkbox", name="73300").tap()
    phone.get_by_role("button", name="Ticked rows are verified").tap()
    expect(phone.get_by_text("1 row is marked")).to_be_visible()
    assert version("transport", 2).listings.filter(verified_on__isnull=False).count() == 1


@pytest.mark.thorough
def test_a_version_is_announced_and_its_list_is_not_known_yet_anywhere(page):
    log_in(page)
    open_version(page, "trades", 3)
    page.get_by_role("link", name="New version").click()
    page.get_by_label("The list is not published yet").check()
    page.get_by_label("In force from").fill("2026-11-20")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_text("Its list is not published yet: pages say")).to_be_visible()
    page.get_by_role("button", name="Save the new version").click()
    expect(page.get_by_text("Trade occupations, version 4 is in the record.")).to_be_visible()
    # 72310 was on the list until the day before; a draw is held under the list that nobody knows.
    make_round("448", "trades", day=date(2026, 11, 21), programs=["CEC"])
    asked = "score=600&submitted=2026-01-01&program=CEC&since=2026-11-21&until=2026-11-21&months=24"
    for path in (
        "/categories/trades/",
        "/categories/trades/v4/",
        "/categories/trades/v3-to-v4/",
        "/categories/lists/?on=2026-11-21",
        "/categories/changes/",
        "/occupations/72310/",
        "/occupations/?q=72310",
        "/draws/448/",
        f"/would-i-have-been-invited/?{asked}&job=72310",
    ):
        page.goto(path)
        expect(page.get_by_role("main"), path).to_contain_text(NOT_KNOWN)
    listed = page.request.get("/api/v1/versions?category=trades").json()["items"]
    (awaited,) = [item for item in listed if item["version"] == 4]
    assert (awaited["list_awaited"], awaited["listed"]) == (True, None)


@pytest.mark.thorough
def test_no_page_of_lists_breaches_the_policy(page):
    """The watch over the browser fails the test on any breach."""
    log_in(page)
    trades, awaited = version("trades", 3), make_awaited_version("transport")
    for path in (
        f"categoryversion/{trades.pk}/new-version/",
        f"categoryversion/{trades.pk}/correct-list/",
        f"categoryversion/{trades.pk}/verify-list/",
        f"categoryversion/{awaited.pk}/publish-list/",
        "listing/",
        "listcorrection/",
    ):
        assert page.goto(f"/admin/occupations/{path}").status == 200, path
        page.wait_for_load_state("networkidle")
