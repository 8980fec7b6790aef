"""Pages about the site and its words."""

import re

import pytest

from draws.models import Round
from eedraws.pages.terms import TERMS
from tests.html import Page

pytestmark = pytest.mark.django_db


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"</?a\b[^>]*>", "", html)).split())


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


@pytest.mark.parametrize("address", ["/about/", "/accessibility/"])
def test_it_is_said_where_to_report_what_is_wrong_if_there_is_an_address(client, settings, address):
    settings.CONTACT_EMAIL = ""
    assert "mailto:" not in client.get(address).text
    settings.CONTACT_EMAIL = "desk@eedraws.example"
    assert 'href="mailto:desk@eedraws.example"' in client.get(address).text


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


def test_the_page_on_accessibility_says_what_was_tested_and_what_is_lacking(client):
    page = Page(client.get("/accessibility/").text)
    assert [text for level, text in page.headings if level == 2] == [
        "What you can count on",
        "How it was tested",
        "What is lacking",
        "Tell us",
    ]
    assert "axe-core" in page.text
    assert "Nobody who uses a screen reader" in page.text


@pytest.mark.parametrize("address", ["/", "/faq/", "/nothing/"])
def test_every_page_leads_to_it(client, address):
    assert 'href="/accessibility/"' in client.get(address).text


@pytest.mark.parametrize("address", ["/about/", "/glossary/", "/privacy/", "/accessibility/"])
def test_queries(record_in_hand, client, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(2):
        client.get(address)


def test_abbreviations_lead_to_their_places_in_the_glossary(client):
    anchors = {attributes.get("id") for tag, attributes in Page(client.get("/glossary/").text).elements}
    for address in ("/", "/draws/255/", "/would-i-have-been-invited/", "/faq/"):
        links = [link["href"] for link in Page(client.get(address).text).all("a")]
        terms = [href.partition("#")[2] for href in links if href.startswith("/glossary/#")]
        assert terms, address
        assert len(terms) == len(set(terms))
        assert set(terms) <= anchors


def test_the_glossary_does_not_lead_to_itself(client):
    assert "/glossary/#" not in client.get("/glossary/").text
