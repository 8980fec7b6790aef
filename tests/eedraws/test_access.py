"""Who gets what: every public address, asked by everyone, to read and to write. An address without a row fails.

Writing sends an empty form, which changes nothing. The newsroom's addresses have their table in test_roles.py.
"""

import pytest
from django.test import Client

from tests.addresses import address, names
from tests.factories import make_person, make_superuser
from tests.thorough import THOROUGH

pytestmark = [pytest.mark.django_db, pytest.mark.longer]

# Reading and writing by someone who is not logged in, and by an editor; other accounts get what editors get.
ROLES = ["anonymous", "Editor"]
if THOROUGH:
    ROLES += ["Writer", "Data keeper", "Administrator", "superuser"]
PAGE = "200 405 200 405"
FORM_FOR_ALL = "200 200 200 200"

TABLE = {
    "home": PAGE,
    "manifest": PAGE,
    "robots": PAGE,
    "security": PAGE,
    "healthz": PAGE,
    "readyz": PAGE,
    "sitemap": PAGE,
    "sitemap-news": PAGE,
    "sitemap-section": PAGE,
    "favicon": "302 405 302 405",
    "news-list": PAGE,
    "news-tag": PAGE,
    "news-author": PAGE,
    "news-feed-atom": PAGE,
    "news-feed-json": PAGE,
    "news-tag-feed-atom": PAGE,
    "news-tag-feed-json": PAGE,
    "news-author-feed-atom": PAGE,
    "news-author-feed-json": PAGE,
    "article": PAGE,
    "week": PAGE,
    "search": PAGE,
    "guide-list": PAGE,
    "guide": PAGE,
    "faq": PAGE,
    "round-list": PAGE,
    "latest-round": "302 405 302 405",
    "draw-year": PAGE,
    "draw-month": PAGE,
    "round": PAGE,
    "card": PAGE,
    "pool-list": PAGE,
    "pool": PAGE,
    "category-list": PAGE,
    "category": PAGE,
    "category-version": PAGE,
    "category-version-list": PAGE,
    "category-difference": PAGE,
    "lists-on-day": PAGE,
    "lists-on-day-file": PAGE,
    "list-changes": PAGE,
    "list-changes-feed": PAGE,
    "occupation-list": PAGE,
    "occupation": PAGE,
    "occupation-of": PAGE,
    "occupation-of-noc-2021": "301 405 301 405",
    "bulk-check": FORM_FOR_ALL,
    "alerts": FORM_FOR_ALL,
    "alerts-asked": PAGE,
    "alerts-confirm": FORM_FOR_ALL,
    "alerts-change": FORM_FOR_ALL,
    "alerts-stop": FORM_FOR_ALL,
    "would-i-have-been-invited": PAGE,
    "expectation-list": PAGE,
    "correction-list": PAGE,
    "correction-feed": PAGE,
    "data": PAGE,
    "dataset": PAGE,
    "filtered-rounds": PAGE,
    "draw-feed-atom": PAGE,
    "draw-feed-json": PAGE,
    "api:openapi-json": PAGE,
    "api:openapi-view": PAGE,
    "api:get_record": PAGE,
    "api:list_rounds": PAGE,
    "api:get_round": PAGE,
    "api:list_pool": PAGE,
    "api:list_categories": PAGE,
    "api:get_category": PAGE,
    "api:list_versions": PAGE,
    "api:list_listings": PAGE,
    "api:list_occupations": PAGE,
    "api:get_occupation": PAGE,
    "api:api-root": PAGE,
    "no-api": "404 405 404 405",
    "contact": FORM_FOR_ALL,
    "contact-sent": PAGE,
    "glossary": PAGE,
    "about": PAGE,
    "funding": PAGE,
    "privacy": PAGE,
    "accessibility": PAGE,
    "styleguide": "302 405 200 405",
    "styleguide-picture": "302 405 200 405",
    "shared-draft": PAGE,
    "picture-file": PAGE,
}


def test_every_address_has_a_row_and_every_row_an_address():
    assert {name for name in names() if not name.startswith("admin:")} == set(TABLE)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", TABLE)
def test_answer(name, role):
    target = address(name)
    first = 0 if role == "anonymous" else 2
    expected = [int(status) for status in TABLE[name].split()[first : first + 2]]
    client = logged_in(role)
    assert [client.get(target).status_code, client.post(target).status_code] == expected


@pytest.mark.thorough
@pytest.mark.parametrize("name", sorted(set(names())))
def test_other_methods_are_refused_to_everybody_everywhere(name):
    target = address(name)
    for client in (logged_in("anonymous"), logged_in("superuser")):
        for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW"):
            assert client.generic(method, target).status_code == 405, method


def logged_in(role):
    client = Client(raise_request_exception=False)
    if role != "anonymous":
        client.force_login(make_superuser("walker") if role == "superuser" else make_person(role))
    return client
