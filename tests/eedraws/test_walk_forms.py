"""A walk over the forms that readers send, and the one that is asked by an address, with input that nobody means."""

import re
from html import unescape
from time import time

import pytest
from django.core import signing
from django.core.cache import cache
from hypothesis import given
from hypothesis import strategies as st

from alerts import links
from alerts.forms import SALT as ALERTS
from readers.forms import SALT as CONTACT
from tests.eedraws.test_hostile import ANSWERS
from tests.factories import make_subscriber
from tests.hostile import encoded, texts, values
from tests.walks import Server, assert_harmless, often, timely, undone

pytestmark = pytest.mark.django_db

LONG = [
    "a" * 100_000,
    "<zq7>" * 20_000,
    "((((" * 25_000,
    "welder\n" * 14_000,
    "1" * 100_000,
    "a@" * 50_000,
    "\u0301" * 50_000,
]
# What is sent to each form, and which of it is shown again as text that was typed.
FORMS = {
    "/contact/": (["about", "message", "reply_address", "website", "opened"], ["message", "reply_address"]),
    "/alerts/": (
        ["types", "score", "job", "job_choice", "address", "website", "opened"],
        ["score", "job", "address"],
    ),
    "/occupations/check/": (["lines", "on", "csv"], ["lines", "on"]),
}
FIELD = r'<(?:input|textarea)\b[^>]*\bname="{}"[^>]*>'


def typed(text):
    """Return what is left of a text without what no field keeps: blanks, control characters, what is no character."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ufffd]+", "", text)


def shown(html, name):
    """Return what stands in the field `name` of a page."""
    tag = re.search(FIELD.format(name), html)
    if tag[0].startswith("<textarea"):
        return unescape(html[tag.end() : html.index("</textarea>", tag.end())])
    value = re.search(r'\bvalue="([^"]*)"', tag[0])
    return unescape(value[1]) if value else ""


def filled_in(draw, names):
    """Draw what is sent in some of the fields; the proof that the form was open for a while is often in order."""
    long = st.sampled_from(LONG)
    sent = draw(
        st.dictionaries(st.sampled_from([*names, "zq7", "a[b]"]), st.one_of(texts, texts, texts, long))
    )
    if "opened" in names and draw(st.booleans()):
        salt = ALERTS if "types" in names else CONTACT
        sent["opened"] = signing.dumps(int(time()) - 60, salt=salt)
    return sent


@given(data=st.data())
@often(12, 5_000)
def test_a_form_that_is_sent_says_what_is_wrong_and_keeps_what_was_typed(data):
    target = data.draw(st.sampled_from(sorted(FORMS)), label="form")
    names, kept = FORMS[target]
    sent = filled_in(data.draw, names)
    cache.clear()
    with undone():
        response = timely(lambda: Server().post(target, sent))
    assert_harmless(response)
    assert response.status_code in (200, 302, 400, 429)
    if response.status_code not in (200, 429) or not response.headers["Content-Type"].startswith("text/html"):
        return
    if 'class="error-summary"' in response.text:
        summary = response.text[response.text.index('class="error-summary"') :]
        assert len(re.sub(r"<[^>]+>|\s", "", summary[: summary.index("</div>")])) > 20
    else:
        assert target == "/occupations/check/"
    for name in kept:
        assert typed(shown(response.text, name)) == typed(sent.get(name, "")), name


@given(data=st.data())
@often(8, 5_000)
def test_the_form_that_is_asked_keeps_what_was_typed(data):
    asked = data.draw(st.dictionaries(st.sampled_from(ANSWERS), values, min_size=1, max_size=5))
    query = "&".join(f"{name}={encoded(value)}" for name, value in asked.items())
    response = timely(lambda: Server().get(f"/would-i-have-been-invited/?{query}"))
    assert_harmless(response)
    if response.status_code == 200:
        for name in ("score", "submitted", "job", "months"):
            if name in asked:
                assert typed(shown(response.text, name)) == typed(asked[name].decode(errors="replace")), name


@given(data=st.data())
@often(8, 3_000)
def test_links_of_mails_bear_every_token_and_every_answer(data):
    with undone():
        subscriber = make_subscriber(f"{data.draw(st.uuids())}@reader.example")
        name = data.draw(st.sampled_from(["alerts-confirm", "alerts-change", "alerts-stop"]))
        path = links.path_of(name, subscriber)
        if data.draw(st.booleans(), label="spoilt"):
            # Tokens differ in length from one run to the next.
            at = data.draw(st.integers(0, 10_000)) % (len(path) - 1)
            path = path[:at] + encoded(data.draw(values)) + path[at + 1 :]
        sent = data.draw(
            st.dictionaries(st.sampled_from(["types", "score", "job", "job_choice", "zq7"]), texts)
        )
        assert_harmless(timely(lambda: Server().get(path)))
        assert_harmless(timely(lambda: Server().post(path, sent)))
