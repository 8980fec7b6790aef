"""Somebody is invited on a phone, and comes in by the link."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import PHONE
from tests.browser.layout import CASES, overflows
from tests.browser.visiting import hold, let_in

pytestmark = pytest.mark.django_db(transaction=True)

LOOKS = dict.fromkeys(("light", "dark"), (320, 1280))


def judge(page):
    found = {}
    for fault, where in [*violations(page, LOOKS), *overflows(page, CASES)]:
        found.setdefault(fault, []).append(where)
    hold(found)


def test_an_editor_is_invited_and_comes_in_without_scripts(phone, new_page):
    let_in(phone)
    phone.goto("/admin/auth/user/")
    phone.get_by_role("link", name="Invite somebody").tap()
    phone.get_by_label("First name").fill("New")
    phone.get_by_label("Username").fill("new")
    phone.get_by_role("radio", name="Editor").tap()
    phone.get_by_role("button", name="Invite").tap()
    link = phone.get_by_label("Link", exact=True).input_value()
    judge(phone)

    plain = new_page(java_script_enabled=False, **PHONE)
    plain.goto(link.removeprefix(settings.SITE_URL))
    assert link.rsplit("/", 2)[1] not in plain.url
    plain.get_by_label("Password:", exact=True).fill("short")
    plain.get_by_role("button", name="Set the password").tap()
    expect(plain.get_by_role("alert")).to_contain_text("This field is required.")
    for label in ("Password:", "The same password once more:"):
        plain.get_by_label(label, exact=True).fill("seven long words of nobody's")
    plain.get_by_role("button", name="Set the password").tap()
    expect(plain.get_by_text("Your password is set. Log in with it.")).to_be_visible()
    plain.get_by_label("Username:").fill("new")
    plain.get_by_label("Password:").fill("seven long words of nobody's")
    plain.get_by_role("button", name="Log in").tap()
    expect(plain.get_by_role("heading", name="Today", level=1)).to_be_visible()
    expect(plain.get_by_role("button", name="Check IRCC now")).to_be_in_viewport()


@pytest.mark.thorough
def test_the_page_for_a_password_is_for_everybody(phone, new_page):
    let_in(phone)
    phone.goto("/admin/auth/user/add/")
    phone.get_by_label("Username").fill("new")
    phone.get_by_role("radio", name="Writer").tap()
    phone.get_by_role("button", name="Invite").tap()
    page = new_page(reduced_motion="reduce")
    page.goto(phone.get_by_label("Link", exact=True).input_value().removeprefix(settings.SITE_URL))
    expect(page.get_by_role("heading", name="Choose a password")).to_be_visible()
    judge(page)
    page.get_by_role("button", name="Set the password").click()
    expect(page.get_by_role("alert")).to_be_visible()
    judge(page)
