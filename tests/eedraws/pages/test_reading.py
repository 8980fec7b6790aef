"""Pages about the site and its words."""

import re

import pytest

from draws.models import Round
from eedraws.pages.terms import TERMS

pytestmark = pytest.mark.django_db


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_about_credits_both_sources_and_claims_neither(client):
    text = words(client.get("/about/").text)
    assert "National Occupational Classification (NOC) 2021 Version 1.0" in text
    assert "Open Government Licence – Canada" in text
    assert (
        "not affiliated with Immigration, Refugees and Citizenship Canada (IRCC), Statistics Canada" in text
    )


def test_about_names_the_draws_that_are_not_verified(client):
    html = client.get("/about/").text
    assert re.findall(r'href="/draws/(\w+)/"', html) == ["445", "446"]
    Round.objects.update(verified=True)
    assert "secondary source" not in client.get("/about/").text


def test_about_says_where_to_report_an_error_if_there_is_an_address(client, settings):
    settings.CONTACT_EMAIL = ""
    assert "mailto:" not in client.get("/about/").text
    settings.CONTACT_EMAIL = "desk@eedraws.example"
    assert 'href="mailto:desk@eedraws.example"' in client.get("/about/").text


def test_each_word_has_an_anchor_and_they_stand_in_order(client):
    html = client.get("/glossary/").text
    names = [str(term.name) for term in TERMS]
    assert re.findall(r'<dt id="([^"]+)">', html) == [term.anchor for term in TERMS]
    assert names == sorted(names, key=str.casefold)
    assert len({term.anchor for term in TERMS}) == len(TERMS) >= 25


def test_privacy_says_what_the_site_does(client):
    text = words(client.get("/privacy/").text)
    assert "No cookies are set for readers" in text
    assert "no tracking" in text


@pytest.mark.parametrize("address", ["/about/", "/glossary/", "/privacy/"])
def test_queries(client, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(2):
        client.get(address)
