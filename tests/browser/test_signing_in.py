"""Somebody sets up a second factor and comes in by it, with scripts and without; and by a passkey."""

import re

import pytest
from django_otp_webauthn.models import WebAuthnCredential
from playwright.sync_api import expect

from eedraws.signin import devices
from tests.browser.axe import violations
from tests.browser.conftest import PHONE
from tests.browser.layout import CASES, overflows
from tests.browser.visiting import hold
from tests.eedraws.signin.journeys import code_of, codes_on, secret_on
from tests.factories import PASSWORD, make_app, make_person

pytestmark = [pytest.mark.thorough, pytest.mark.django_db(transaction=True)]
LOOKS = dict.fromkeys(("light", "dark"), (320, 1280))
WITH_SCRIPTS = [pytest.param(True, id="with scripts"), pytest.param(False, id="without scripts")]


class Seen:
    """What a page of the browser holds, for the functions that read answers of the client."""

    def __init__(self, page):
        self.text = page.content()


@pytest.fixture
def ann(settings):
    settings.SECOND_FACTOR = True
    return make_person("Editor", "ann")


@pytest.fixture
def passkeys(settings, live_server):
    settings.OTP_WEBAUTHN_RP_ID = "localhost"
    settings.OTP_WEBAUTHN_ALLOWED_ORIGINS = [live_server.url]


def judge(page):
    found = {}
    for fault, where in [*violations(page, LOOKS), *overflows(page, CASES)]:
        found.setdefault(fault, []).append(where)
    hold(found)


def give_password(page):
    page.goto("/admin/")
    page.get_by_label("Username").fill("ann")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()


def log_out(page):
    page.get_by_role("button", name="Log out").click()


def is_in(page):
    expect(page.get_by_role("heading", name="Today", level=1)).to_be_visible()


def add_authenticator(page):
    """Give the browser a device that makes passkeys and says yes."""
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
               "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": options})


@pytest.mark.parametrize("scripts", WITH_SCRIPTS)
def test_an_app_is_set_up_on_a_phone_and_asked_for_from_then_on(new_page, ann, scripts):
    page = new_page(java_script_enabled=scripts, **PHONE)
    give_password(page)
    expect(page.get_by_role("heading", name="Add an authenticator app")).to_be_visible()
    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    assert page.request.get("/admin/account/app/code.svg").headers["content-type"] == "image/svg+xml"
    key = secret_on(Seen(page))
    if scripts:
        judge(page)
    page.get_by_label("Code that the app shows").fill("000000")
    page.get_by_role("button", name="Add the app").click()
    expect(page.get_by_role("alert")).to_contain_text("The app shows another code now.")
    page.get_by_label("Code that the app shows").fill(code_of(key))
    page.get_by_role("button", name="Add the app").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    shown = codes_on(Seen(page))
    assert len(shown) == 10
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    assert set(shown) <= set(download.value.path().read_text().split())
    if scripts:
        judge(page)
        expect(page.get_by_role("button", name="Print")).to_be_visible()
    page.get_by_role("link", name="I have kept them").click()
    is_in(page)

    log_out(page)
    give_password(page)
    expect(page.get_by_label("Code")).to_be_focused()
    expect(page.get_by_label("Code")).to_have_attribute("autocomplete", "one-time-code")
    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("alert")).to_contain_text("This code does not work.")
    if scripts:
        judge(page)
    page.wait_for_timeout(1100)
    # The next code: the one of this moment was used.
    page.get_by_label("Code").fill(code_of(key, steps=1))
    page.get_by_role("button", name="Go on").click()
    is_in(page)

    log_out(page)
    give_password(page)
    page.get_by_role("link", name="Use a recovery code").click()
    page.get_by_label("Recovery code").fill(shown[3])
    page.get_by_role("button", name="Go on").click()
    is_in(page)


@pytest.mark.usefixtures("passkeys")
def test_a_passkey_is_made_first_and_used_from_then_on(page, ann):
    add_authenticator(page)
    give_password(page)
    page.get_by_role("link", name="Add a passkey instead").click()
    page.get_by_label("Name").fill("this laptop")
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    page.get_by_role("link", name="I have kept them").click()
    is_in(page)
    assert [device.name for device in devices.factors(ann)] == ["this laptop"]

    log_out(page)
    give_password(page)
    page.get_by_role("button", name="Use a passkey").click()
    is_in(page)
    page.get_by_role("link", name="How you sign in").click()
    expect(page.get_by_text(re.compile("passkey,\\s+added"))).to_be_visible()
    log_out(page)
    give_password(page)
    # Somebody presses "Cancel".
    page.evaluate(
        "() => { navigator.credentials.get = () => Promise.reject(new DOMException('', 'NotAllowedError')) }"
    )
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("The passkey was not used.")


@pytest.mark.usefixtures("passkeys")
def test_the_pages_of_passkeys_are_for_everybody(page, ann):
    give_password(page)
    page.get_by_role("link", name="Add a passkey instead").click()
    expect(page.get_by_role("button", name="Make a passkey")).to_be_visible()
    judge(page)
    WebAuthnCredential.objects.create(user=ann, name="key", credential_id=b"0123456789", public_key=b"none")
    page.goto("/admin/login/code/")
    expect(page.get_by_role("button", name="Use a passkey")).to_be_visible()
    judge(page)


@pytest.mark.usefixtures("passkeys")
def test_without_scripts_a_passkey_says_why_not_and_the_code_is_there(new_page, ann):
    app = make_app(ann)
    page = new_page()
    add_authenticator(page)
    give_password(page)
    page.get_by_label("Code").fill(code_of(app.bin_key))
    page.get_by_role("button", name="Go on").click()
    page.goto("/admin/account/passkey/")
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_text("Added: Passkey.")).to_be_visible()
    plain = new_page(java_script_enabled=False)
    give_password(plain)
    expect(plain.get_by_text("A passkey needs scripts")).to_be_visible()
    expect(plain.get_by_role("button", name="Use a passkey")).to_be_hidden()
    plain.get_by_label("Code").fill(code_of(app.bin_key, steps=1))
    plain.get_by_role("button", name="Go on").click()
    is_in(plain)
