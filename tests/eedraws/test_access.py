"""Who gets what: every address, asked by everyone, to read and to write. An address without a row fails.

An editor has all permissions on articles, draws and occupations and none on accounts. Writing sends an empty form,
which changes nothing: a form that is shown again answers 200.
"""

import pytest
from django.test import Client

from tests.addresses import address, names
from tests.factories import make_editor, make_superuser

pytestmark = pytest.mark.django_db

# Reading and writing by someone who is not logged in, by an editor, by a superuser.
ROLES = ("anonymous", "editor", "superuser")
PAGE = "200 405 200 405 200 405"
FORM = "302 302 200 200 200 200"
FORM_OF_ACCOUNTS = "302 302 403 403 200 200"
FORM_FOR_ALL = "200 200 200 200 200 200"
NO_PAGE = "302 302 404 404 404 404"

TABLE = {
    "home": PAGE,
    "manifest": PAGE,
    "favicon": "302 405 302 405 302 405",
    "news-list": PAGE,
    "news-tag": PAGE,
    "news-author": PAGE,
    "article": PAGE,
    "week": PAGE,
    "guide-list": PAGE,
    "guide": PAGE,
    "faq": PAGE,
    "round-list": PAGE,
    "latest-round": "302 405 302 405 302 405",
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
    "occupation-of-noc-2021": "301 405 301 405 301 405",
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
    "no-api": "404 405 404 405 404 405",
    "glossary": PAGE,
    "about": PAGE,
    "privacy": PAGE,
    "accessibility": PAGE,
    "styleguide": "302 405 200 405 200 405",
    "admin:index": FORM,
    "admin:app_list": FORM,
    "admin:login": "200 200 302 200 302 200",
    "admin:logout": "302 302 405 200 405 200",
    "admin:password_change": FORM,
    "admin:password_change_done": "302 302 200 405 200 405",
    "admin:autocomplete": "302 302 403 405 403 405",
    "admin:jsi18n": "302 302 200 405 200 405",
    "admin:view_on_site": "302 302 302 302 302 302",
    "admin:articles_article_preview": FORM,
    "admin:articles_article_flash": FORM,
    "admin:articles_article_roundups": FORM,
    "admin:articles_article_roundup": FORM,
    "admin:articles_article_grow": FORM,
    "admin:draws_round_confirm": "302 302 200 302 200 302",
    "admin:occupations_categoryversion_next": FORM,
    "admin:occupations_categoryversion_publish": FORM,
    "admin:occupations_categoryversion_correct": FORM,
    "admin:occupations_categoryversion_verify": "302 302 200 302 200 302",
    "admin:draws_syncrun_check": "302 302 405 302 405 302",
    "admin:auth_user_password_change": FORM_OF_ACCOUNTS,
    "admin:<path:object_id>/": "302 302 302 302 302 302",
    "admin:(?P<url>.*)$": NO_PAGE,
}
MODELS = {
    "articles_article": FORM,
    "articles_author": FORM,
    "articles_faqentry": FORM,
    "articles_tag": FORM,
    "draws_pooldistribution": FORM,
    "draws_round": FORM,
    "occupations_category": FORM,
    "occupations_categoryversion": FORM,
    "occupations_occupation": FORM,
    "occupations_serieslabel": FORM,
    "auth_group": FORM_OF_ACCOUNTS,
    "auth_user": FORM_OF_ACCOUNTS,
}
# What the program makes is neither added nor deleted by hand; what wants a decision takes one.
NEVER = "302 302 403 403 403 403"
READ = "302 302 200 403 200 403"
for model, change in {
    "draws_syncrun": READ,
    "draws_roundcorrection": READ,
    "draws_heldrow": FORM,
    "draws_proposedcorrection": FORM,
    "occupations_listing": READ,
    "occupations_listcorrection": READ,
}.items():
    for action, statuses in {"changelist": FORM, "add": NEVER, "change": change, "delete": NEVER}.items():
        TABLE[f"admin:{model}_{action}"] = statuses
    TABLE[f"admin:{model}_history"] = FORM
for model, statuses in MODELS.items():
    for action in ("changelist", "add", "change", "history", "delete"):
        TABLE[f"admin:{model}_{action}"] = statuses
for model in ("draws_pooldistribution", "draws_round", "occupations_categoryversion"):
    # Old states are listed, and not opened as forms.
    TABLE[f"admin:{model}_simple_history"] = NO_PAGE


def test_every_address_has_a_row_and_every_row_an_address():
    assert set(names()) == set(TABLE)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", TABLE)
def test_answer(name, role):
    target = address(name)
    client = Client(raise_request_exception=False)
    if role != "anonymous":
        client.force_login(make_editor() if role == "editor" else make_superuser())
    first = 2 * ROLES.index(role)
    expected = [int(status) for status in TABLE[name].split()[first : first + 2]]
    assert [client.get(target).status_code, client.post(target).status_code] == expected
