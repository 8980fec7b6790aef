"""Forms of strangers: a browser says where they were sent from, and a token that they were loaded here."""

from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from core.posting import TOKEN, TOKEN_LASTS, accepts_post, accepts_post_from_anywhere, is_from_here, new_token

HERE, ELSEWHERE = "http://testserver", "http://elsewhere.example"


def post(token=None, **headers):
    form = {"word": "typed", TOKEN: new_token() if token is None else token}
    return RequestFactory().post("/form/", form, headers=headers)


@pytest.mark.parametrize(
    ("headers", "believed"),
    [
        ({}, False),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        # What the browser says of the two counts, not what else was sent.
        ({"Sec-Fetch-Site": "cross-site", "Origin": HERE, "Referer": f"{HERE}/form/"}, False),
        ({"Origin": HERE}, True),
        ({"Origin": "https://testserver"}, False),
        ({"Origin": f"{HERE}:8000"}, False),
        ({"Origin": f"{HERE}.elsewhere.example"}, False),
        ({"Origin": ELSEWHERE}, False),
        ({"Origin": "null"}, False),
        ({"Origin": ELSEWHERE, "Referer": f"{HERE}/form/"}, False),
        ({"Referer": f"{HERE}/form/?word=typed"}, True),
        ({"Referer": f"{ELSEWHERE}/{HERE}/"}, False),
        ({"Referer": "http://["}, False),
    ],
)
def test_where_a_form_was_sent_from(headers, believed):
    assert is_from_here(post(**headers)) is believed
    answer = accepts_post(lambda request: HttpResponse(request.POST["word"]))(post(**headers))
    assert (answer.status_code, answer.text == "typed") == ((200, True) if believed else (403, False))


@pytest.mark.parametrize("forged", ["", "form", "form:1sAbCd:forged", "other:1sAbCd:forged"])
def test_a_form_bears_our_token(forged):
    view = accepts_post(lambda request: HttpResponse(request.POST["word"]))
    assert view(post(forged, Origin=HERE)).status_code == 403


@pytest.mark.parametrize(("seconds", "status"), [(TOKEN_LASTS - 60, 200), (TOKEN_LASTS + 60, 403)])
def test_a_token_lasts_for_a_day(seconds, status):
    view, token = accepts_post(lambda request: HttpResponse(request.POST["word"])), new_token()
    with time_machine.travel(timezone.now() + timedelta(seconds=seconds)):
        assert view(post(token, Origin=HERE)).status_code == status


def test_a_port_and_https_are_part_of_the_host():
    request = RequestFactory().post(
        "/form/", secure=True, headers={"Host": "testserver:8443", "Origin": "https://testserver:8443"}
    )
    assert is_from_here(request)


def test_reading_needs_no_proof():
    assert accepts_post(lambda request: HttpResponse("read"))(RequestFactory().get("/form/")).text == "read"


def test_a_view_says_whether_it_takes_what_is_sent():
    assert accepts_post(lambda request: None).accepts_post
    assert accepts_post_from_anywhere(lambda request: None).accepts_post
