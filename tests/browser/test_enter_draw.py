"""An editor enters a draw on a small phone, by touch, and publishes it; the browser has nothing to complain of."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from draws.models import PoolDistribution, Round
from occupations.models import CategoryVersion
from tests.factories import make_editor, make_round, make_sync_run

pytestmark = pytest.mark.django_db(transaction=True)

# Sides of what is touched on the form and the confirmation, in CSS pixels.
SMALLEST_TARGET = 44
TARGETS = """
() => [...document.querySelectorAll("#content :is(a, button, input, select, summary, label, .select2-selection)")]
    .filter((element) => element.checkVisibility() && !element.matches(
        ".select2-hidden-accessible, [type=hidden], .aligned label:not(#id_programs label, .checkbox label)"))
    .map((element) => [element.closest("label, .checkbox") ?? element, element.outerHTML.slice(0, 90)])
    .map(([element, html]) => ({html, height: element.getBoundingClientRect().height}))
"""


def log_in(page, name="editor"):
    make_editor(name)
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def check_targets(page):
    small = [target for target in page.evaluate(TARGETS) if target["height"] < SMALLEST_TARGET]
    assert small == []


def check_width(page):
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_an_editor_enters_a_draw_by_touch_and_publishes_it(phone):
    log_in(phone)
    phone.goto("/admin/draws/round/")
    check_width(phone)
    phone.get_by_role("link", name="Add draw").tap()
    phone.get_by_label("Type of draw").select_option(label="Trade occupations")
    expect(phone.get_by_label("Number")).to_have_value("448")
    phone.get_by_label("Date:").fill("2026-11-19")
    expect(phone.locator(".field-version")).to_contain_text("Trade occupations, version 3")
    phone.get_by_text("What can follow later").tap()
    phone.get_by_label("Held, in IRCC's words").fill("November 19, 2026 at 14:25:05 UTC")
    phone.get_by_label("Invitations").fill("3,000")
    phone.get_by_label("CRS cut-off").fill("470")
    phone.get_by_label("Tie-breaking rule, in IRCC's words").fill("July 3rd 2026 at 04:45:08 UTC")
    phone.get_by_label("Federal Skilled Trades Program").tap()
    check_width(phone)
    check_targets(phone)
    phone.get_by_role("button", name="Save and check").tap()

    expect(phone.get_by_role("heading", name="Check draw 448")).to_be_visible()
    expect(phone.get_by_role("region", name="Draw 448")).to_contain_text("6 points lower than draw 447")
    expect(phone.get_by_role("region", name="Draw 448")).to_contain_text(
        "19 November 2026, 9:25 a.m. EST (14:25:05 UTC)"
    )
    expect(phone.get_by_role("region", name="Last of this type: draw 447")).to_contain_text("476")
    check_width(phone)
    check_targets(phone)
    assert not Round.objects.public_record().filter(number="448").exists()
    phone.get_by_role("button", name="Publish draw").tap()

    expect(phone.get_by_text("Draw 448 is public, everywhere on the site.")).to_be_visible()
    assert Round.objects.public_record().get(number="448").programs == ["FST"]
    phone.get_by_role("link", name="See it on the site").tap()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("448")


def test_four_fields_on_a_phone_lead_from_the_start_to_a_published_flash(phone):
    """By touch: type, date, cut-off and invitations are typed; number, version and the story are proposed."""
    log_in(phone)
    phone.goto("/admin/")
    phone.get_by_role("link", name="Draws", exact=True).last.tap()
    phone.get_by_role("link", name="Add draw").tap()
    later = phone.get_by_label("Tie-breaking rule, in IRCC's words")
    expect(later).to_be_hidden()
    phone.get_by_label("Type of draw").select_option(label="Trade occupations")
    expect(phone.get_by_label("Date:")).to_have_value(timezone.localdate().isoformat())
    phone.get_by_label("Date:").fill("2026-11-19")
    phone.get_by_label("Invitations").fill("3,000")
    phone.get_by_label("CRS cut-off").fill("470")
    save = phone.get_by_role("button", name="Save and check")
    # Nothing but one line stands between the last field and the button.
    assert save.bounding_box()["y"] - phone.get_by_label("CRS cut-off").bounding_box()["y"] < 240
    check_width(phone)
    check_targets(phone)
    save.tap()
    phone.get_by_role("button", name="Publish draw").tap()
    expect(phone.get_by_text("Draw 448 is public, everywhere on the site.")).to_be_visible()
    check_width(phone)
    check_targets(phone)
    assert Round.objects.public_record().get(number="448").tie_breaking_at is None
    confirmation = phone.url

    phone.get_by_role("link", name="Publish a flash").tap()
    expect(phone.get_by_role("button", name="Publish flash")).to_be_visible()
    check_width(phone)
    check_targets(phone)
    phone.get_by_role("button", name="Publish flash").tap()
    phone.get_by_role("link", name="See it on the site").tap()
    title = "Express Entry: 3,000 invitations for trades on 19 November 2026, cut-off 470"
    expect(phone.get_by_role("heading", level=1)).to_have_text(title)
    expect(phone.get_by_text("not given")).to_be_visible()
    flash = phone.url

    phone.goto(confirmation)
    phone.get_by_role("link", name="Add tie-break or pool").tap()
    expect(later).to_be_in_viewport()
    expect(phone.get_by_text("Tie-breaking rule, in IRCC's words:")).to_be_in_viewport()
    later.fill("July 3, 2026 at 04:45:08 UTC")
    phone.get_by_role("button", name="Save", exact=True).tap()
    expect(phone.get_by_role("region", name="Draw 448")).to_contain_text("3 July 2026, 12:45 a.m. EDT")
    expect(phone.get_by_role("link", name="Add the count of the pool")).to_be_visible()
    phone.goto(flash)
    expect(phone.get_by_text("3 July 2026, 12:45 a.m. EDT")).to_be_visible()


def test_a_check_on_a_phone_leads_to_the_button_that_publishes(phone, monkeypatch):
    def sync(*, by):
        run = make_sync_run(started_by=by, added=1)
        run.added_rounds.add(make_round(published_at=None))
        yield run

    monkeypatch.setattr("draws.admin.feed.sync", sync)
    log_in(phone)
    phone.goto("/admin/")
    phone.get_by_role("button", name="Check IRCC now").tap()
    expect(phone.get_by_role("heading", name="Check draw 448")).to_be_visible()
    check_width(phone)
    phone.get_by_role("button", name="Publish draw").tap()
    expect(phone.get_by_text("Draw 448 is public, everywhere on the site.")).to_be_visible()


@pytest.mark.thorough
def test_a_date_typed_half_is_found_where_it_stands(page):
    """The browser says so of a field in what is folded, which it opens."""
    log_in(page)
    page.goto("/admin/draws/round/add/")
    page.get_by_text("What can follow later").click()
    page.get_by_label("Held at").press_sequentially("07")
    page.get_by_text("What can follow later").click()
    page.get_by_label("Type of draw").select_option(label="Trade occupations")
    page.get_by_label("Invitations").fill("3,000")
    page.get_by_label("CRS cut-off").fill("470")
    page.get_by_role("button", name="Save and check").click()
    expect(page.get_by_label("Held at")).to_be_visible()
    assert page.url.endswith("/add/")


def test_version_and_utc_follow_what_is_chosen(page):
    log_in(page)
    page.goto("/admin/draws/round/add/")
    version = page.locator("#id_version")
    chosen = "select => select.selectedOptions[0].text"
    page.get_by_label("Date:").fill("2024-02-01")
    page.get_by_label("Type of draw").select_option(label="Trade occupations")
    assert version.evaluate(chosen) == "Trade occupations, version 1"
    page.get_by_label("Date:").fill("2025-06-01")
    assert version.evaluate(chosen) == "Trade occupations, version 2"
    page.get_by_label("Type of draw").select_option(label="Transport occupations")
    assert version.evaluate("select => select.value") == ""
    page.get_by_text("What can follow later").click()
    page.get_by_label("Held at").fill("2026-07-06T10:25:05")
    expect(page.locator(".field-held_at output")).to_have_text("2026-07-06 14:25:05 UTC")
    page.get_by_label("Held at").fill("2026-11-19T20:25:05")
    expect(page.locator(".field-held_at output")).to_have_text("2026-11-20 01:25:05 UTC")


@pytest.mark.thorough
def test_a_version_that_an_editor_chose_stays(page):
    log_in(page)
    page.goto("/admin/draws/round/add/")
    page.get_by_label("Type of draw").select_option(label="Trade occupations")
    page.locator(".field-version .select2-selection").click()
    page.locator(".select2-search__field").fill("trade")
    page.get_by_role("option", name="Trade occupations, version 1").click()
    page.get_by_label("Date:").fill("2026-11-19")
    assert page.locator("#id_version").evaluate("s => s.selectedOptions[0].text").endswith("version 1")


@pytest.mark.thorough
def test_a_draw_is_entered_without_scripts(new_page):
    page = new_page(java_script_enabled=False)
    log_in(page)
    page.goto("/admin/draws/round/add/")
    page.get_by_label("Type of draw").select_option(label="Healthcare and social services occupations")
    page.get_by_label("Date:").fill("2026-11-19")
    page.get_by_label("Invitations").fill("2000")
    page.get_by_label("CRS cut-off").fill("1470")
    page.get_by_role("button", name="Save and check").click()
    expect(page.get_by_role("alert")).to_contain_text("A CRS cut-off is between 1 and 1,200.")
    page.get_by_label("CRS cut-off").fill("470")
    page.get_by_role("button", name="Save and check").click()
    expect(page.get_by_text("version 3 was chosen")).to_be_visible()
    page.get_by_role("button", name="Publish draw").click()
    expect(page.get_by_text("Draw 448 is public")).to_be_visible()


@pytest.mark.thorough
def test_no_page_of_the_newsroom_breaches_the_policy(page):
    """The watch over the browser fails the test on any breach."""
    log_in(page)
    version, pool = CategoryVersion.objects.last(), PoolDistribution.objects.last()
    round = Round.objects.get(number="255")
    for path in (
        "",
        "draws/round/",
        "draws/round/?standing=public&q=255",
        "draws/round/add/",
        "draws/round/week/",
        f"draws/round/{round.pk}/change/",
        f"draws/round/{round.pk}/confirm/",
        f"draws/round/{round.pk}/history/",
        "draws/pooldistribution/",
        "draws/pooldistribution/add/",
        f"draws/pooldistribution/{pool.pk}/change/",
        "occupations/categoryversion/",
        f"occupations/categoryversion/{version.pk}/change/",
        f"occupations/categoryversion/{version.pk}/history/",
        "occupations/occupation/?q=73300",
        "occupations/serieslabel/add/",
        "occupations/category/",
        "password_change/",
    ):
        assert page.goto(f"/admin/{path}").status == 200, path
        page.wait_for_load_state("networkidle")
    page.goto("/admin/occupations/serieslabel/add/")
    page.locator(".select2-selection").click()
    expect(page.get_by_role("option").first).to_contain_text("All programs")
