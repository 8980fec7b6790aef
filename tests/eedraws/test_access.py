"""Who gets what: every public address, asked by everyone, to read and to write. An address without a row fails.

Writing sends an empty form, which changes nothing. The newsroom's addresses have their table in test_roles.py.
"""

import pytest
from django.test import Client

from tests.addresses import address, names
from tests.factories import make_editor

pytestmark = pytest.mark.django_db

# Reading and writing by someone who is not logged in, and by an editor.
ROLES = ("anonymous", "editor")
PAGE = "200 405 200 405"
FORM_FOR_ALL = "200 200 200 200"

TABLE = {
    "home": PAGE,
    "manifest": PAGE,
    "favicon": "302 405 302 405",
    "news-list": PAGE,
    "news-tag": PAGE,
    "news-author": PAGE,
    "article": PAGE,
    "week": PAGE,
    "guide-list": PAGE,
    "guide": PAGE,
    "faq": PAGE,
    "round-list": PAGE,
    "latest-round": "302 405 302 405",
    "draw-year": PAGE,
    "draw-month": PAGE,
    "round": PAGE,
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
    "would-i-have-been-invited": PAGE,
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
    "glossary": PAGE,
    "about": PAGE,
    "privacy": PAGE,
    "accessibility": PAGE,
    "styleguide": "302 405 200 405",
    "shared-draft": PAGE,
}


def test_every_address_has_a_row_and_every_row_an_address():
    assert {name for name in names() if not name.startswith("admin:")} == set(TABLE)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", TABLE)
def test_answer(name, role):
    target = address(name)
    client = Client(raise_request_exception=False)
    if role != "anonymous":
        client.force_login(make_editor())
    first = 2 * ROLES.index(role)
    expected = [int(status) for status in TABLE[name].split()[first : first + 2]]
    assert [client.get(target).status_code, client.post(target).status_code] == expected
