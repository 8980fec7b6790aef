"""An empty record: every page of it answers, and says in plain words what is missing."""

import pytest

from tests.html import Page

pytestmark = pytest.mark.django_db

NO_DRAWS = "The record holds no draws yet"
MISSING = {
    "/": "appear here as soon as an editor enters them",
    "/draws/": NO_DRAWS,
    "/draws/?year=2023": "No draw matches",
    "/draws/2023/": NO_DRAWS,
    "/draws/2023/07/": NO_DRAWS,
    "/news/week/2023-w27/": NO_DRAWS,
    "/categories/": NO_DRAWS,
    "/categories/changes/": "The record has no lists yet.",
    "/categories/lists/": "The record has no list of occupations in force on this day.",
    "/occupations/": "The record holds no occupations yet.",
    "/occupations/?q=plumber": "No occupation matches",
    "/pool/": "The record holds no count of the pool yet.",
    "/news/": "Nothing has been published yet.",
    "/guides/": "Nothing has been published yet.",
    "/faq/": "No questions have been answered yet.",
    "/corrections/": "No published figure has been changed so far.",
    "/data/": NO_DRAWS,
}


@pytest.mark.parametrize("path", MISSING)
def test_what_is_missing_is_said(client, empty_record, path):
    response = client.get(path)
    assert response.status_code == 200
    page = Page(response.text)
    said = " ".join([page.text, *(text for _level, text in page.headings)])
    assert MISSING[path] in " ".join(said.split())


@pytest.mark.parametrize(
    "path", ["/would-i-have-been-invited/", "/occupations/check/", "/about/", "/glossary/"]
)
def test_what_needs_no_record_is_there(client, empty_record, path):
    assert client.get(path).status_code == 200
    assert "record complete to" not in client.get(path).text.casefold()


@pytest.mark.parametrize(
    "path", ["/draws/1/", "/draws/latest/", "/categories/french/", "/occupations/72310/"]
)
def test_what_is_not_there_is_not_found(client, empty_record, path):
    assert client.get(path).status_code == 404
