"""Forms of strangers: a browser says where they were sent from, and nothing else proves it."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from core.posting import accepts_post, accepts_post_from_anywhere, is_from_here

HERE, ELSEWHERE = "http://testserver", "http://elsewhere.example"


def post(**headers):
    return RequestFactory().post("/form/", {"word": "typed"}, headers=headers)


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
