"""What the newsroom's own templates make of Django's admin: lists, search, and the order of the sheets."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db.models.fields import BLANK_CHOICE_LABEL
from django.urls import reverse

from articles.models import StopPhrase
from tests.eedraws.test_colours import TOKENS
from tests.html import Page

pytestmark = pytest.mark.django_db

SHEET = Path(settings.BASE_DIR, "static/css/admin.css").read_text(encoding="utf-8")
# Django's name for a colour, and the site's.
MIRRORED = {
    "body-fg": "ink",
    "body-bg": "paper",
    "darkened-bg": "wash",
    "body-quiet-color": "soft",
    "hairline-color": "rule",
    "border-color": "edge",
    "link-fg": "accent",
    "error-fg": "error",
}


def shown(client, path):
    return Page(client.get(path).text)


def test_a_search_without_result_says_so_and_offers_nothing_to_do_with_it(admin_client):
    page = shown(admin_client, "/admin/draws/round/?q=zzzzz")
    assert "Nothing found among the draws." in page.text
    assert "0 results" in page.text
    assert "Show all of them" not in page.text
    assert page.all("select") == []


def test_filters_that_leave_nothing_lead_back_to_the_whole_list(admin_client):
    page = shown(admin_client, "/admin/draws/round/?standing=withdrawn")
    assert "Nothing found among the draws." in page.text
    assert "Show all of them" in page.text
    assert {"href": "/admin/draws/round/"} in page.all("a")


def test_a_list_that_holds_nothing_yet_says_so(admin_client):
    page = shown(admin_client, "/admin/draws/heldrow/")
    assert "There is nothing here yet." in page.text
    assert "Nothing found" not in page.text


def test_a_search_keeps_the_filters_and_its_box_is_named_in_words(admin_client):
    page = shown(admin_client, "/admin/draws/round/?q=trades&standing=public")
    assert "Search draws" in page.text
    assert "searchbar" in [label.get("for") for label in page.all("label")]
    fields = {field.get("name"): field.get("value") for field in page.all("input")}
    assert (fields["q"], fields["standing"]) == ("trades", "public")


@pytest.mark.parametrize("path", ["/admin/", "/admin/draws/round/", "/admin/articles/article/add/"])
def test_the_sheet_of_the_newsroom_comes_after_all_of_djangos(admin_client, path):
    sheets = [
        link["href"] for link in shown(admin_client, path).all("link") if link.get("rel") == "stylesheet"
    ]
    own = [staticfiles_storage.url(f"css/{name}.css") for name in ("admin", "newsroom")]
    assert sheets[-2:] == own
    assert len(sheets) > 3


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/draws/round/add/"])
def test_no_search_engine_keeps_a_page_and_its_coding_stands_at_its_beginning(client, admin_client, path):
    response = (client if "login" in path else admin_client).get(path)
    assert {"name": "robots", "content": "noindex, nofollow, noarchive"} in Page(response.text).all("meta")
    assert '<meta charset="utf-8">' in response.text[:1024]


def test_the_way_back_from_a_deletion_needs_no_script_and_the_title_names_what_goes(admin_client):
    phrase = StopPhrase.objects.first()
    address = reverse("admin:articles_stopphrase_change", args=[phrase.pk])
    page = shown(admin_client, reverse("admin:articles_stopphrase_delete", args=[phrase.pk]))
    assert {"href": address, "class": "button cancel-link"} in page.all("a")
    assert page.title.startswith(f"{phrase} · Delete")


def test_nothing_chosen_has_words_in_a_box_that_completes_what_is_typed(admin_client):
    text = admin_client.get(reverse("admin:articles_expectation_add")).text
    box = re.search(r'<select name="article".*?</select>', text, re.DOTALL)[0]
    assert re.findall(r"<option[^>]*>(.*?)</option>", box) == [str(BLANK_CHOICE_LABEL)]


@pytest.mark.parametrize(("django", "token"), MIRRORED.items())
def test_colours_are_those_of_the_site(django, token):
    light, dark = TOKENS[token]
    assert re.findall(rf"^ *--{django}: (.*);$", SHEET, re.MULTILINE) == [f"light-dark({light}, {dark})"]
