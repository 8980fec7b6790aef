"""A reader follows a type of draw, gets one mail about a draw, and stops: with and without scripts. The draw is synthetic."""

import re

import pytest

from alerts import forms
from alerts.filling import fill, fill_lists
from alerts.models import Subscriber
from alerts.sending import send_due
from tests.alerts.publishing import publish_now
from tests.thorough import SCRIPTS

ADDRESS = "ann@reader.example"


@pytest.fixture(autouse=True)
def outbox_filled_before(transactional_db, monkeypatch):
    """What is on the lists is no news, and a browser that types at once is given its time."""
    monkeypatch.setattr(forms, "SECONDS_AT_LEAST", -1)
    fill_lists()


def path_in(mail, name):
    return re.search(rf"http://[^/]+(/alerts/{name}/[^/\s]+/\S*)", mail.body)[1]


@pytest.mark.parametrize("scripts", SCRIPTS)
def test_a_reader_asks_confirms_is_told_once_and_stops(new_page, mailoutbox, scripts):
    page = new_page(java_script_enabled=scripts)
    page.goto("/categories/french/")
    page.get_by_role("link", name="Follow these draws").click()
    page.get_by_role("main").get_by_role("link", name="get a message for each draw of this type").click()
    assert page.get_by_role("checkbox", name=re.compile("French")).is_checked()
    page.get_by_role("button", name="Send me the link").click()
    alert = page.get_by_role("alert")
    alert.get_by_role("link").first.press("Enter")
    page.keyboard.type(ADDRESS)
    page.get_by_role("button", name="Send me the link").click()
    page.get_by_role("heading", name="Look into your mail").wait_for()

    send_due()
    page.goto(path_in(mailoutbox[0], "confirm"))
    page.get_by_role("button", name="Yes, send me these alerts").click()
    page.get_by_role("heading", name="Your alerts are on").wait_for()

    publish_now()
    for _ in range(2):
        fill()
        send_due()
    assert [mail.to for mail in mailoutbox] == [[ADDRESS]] * 2
    assert "cut-off 439" in mailoutbox[1].subject

    page.goto(path_in(mailoutbox[1], "stop"))
    page.get_by_role("button", name=re.compile("Stop")).click()
    page.get_by_role("heading", name=re.compile("stopped|deleted", re.IGNORECASE)).wait_for()
    assert not Subscriber.objects.exists()
