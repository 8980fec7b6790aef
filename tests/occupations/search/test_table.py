"""The table of queries over the whole classification, and the document that holds it."""

import pytest
from django.conf import settings

from occupations.models import Occupation
from tests.occupations.search.table import NOTHING, Result, as_markdown, figures, read_table

pytestmark = pytest.mark.django_db

ROWS = read_table()
DOCUMENT = settings.BASE_DIR / "docs" / "occupation-search.md"
KINDS = {
    "code", "part of a code", "code and words", "TEER", "official title", "official title in French", "everyday title",
    "plural", "gender", "word order", "sentence", "typo", "French", "abbreviation", "nonsense", "hostile",
}  # fmt: skip


@pytest.fixture
def results(db):
    return [Result(row) for row in ROWS]


def test_the_table_is_large_and_of_every_kind():
    assert len(ROWS) >= 120
    assert len({row.query for row in ROWS}) == len(ROWS)
    assert {row.kind for row in ROWS} == KINDS
    codes = set(Occupation.objects.values_list("code", flat=True))
    assert {row.expected for row in ROWS} <= codes | {NOTHING}


def test_nineteen_of_twenty_come_first_and_nearly_all_within_five(results):
    missed = [result.row.written for result in results if not result.within(5)]
    assert sum(result.within(1) for result in results) >= 0.95 * len(ROWS)
    assert len(missed) <= 0.01 * len(ROWS), missed


def test_the_document_holds_the_table_and_the_figures_as_they_are(results):
    text = DOCUMENT.read_text(encoding="utf-8")
    for part in (figures(results), as_markdown(results)):
        assert part in text, f"Put this into {DOCUMENT.name}:\n{part}"
