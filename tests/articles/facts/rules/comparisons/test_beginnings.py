"""Types of draw that are said to have ended, or to be kept."""

import pytest

from tests.articles.facts.rules.judging import contradicted

NEW_LISTS = "2025-03-03"


@pytest.mark.parametrize(
    ("text", "gone", "kept"),
    [
        ("{} lost its category outright.", "Transport", "Agriculture"),
        ("{} has now lost its place among the categories.", "Transport", "STEM"),
        ("{} no longer has a category of its own.", "Transport", "Agriculture"),
        ("{} workers no longer have a category.", "Transport", "Healthcare"),
        ("{} has no category of its own any more.", "Transport", "STEM"),
        ("Ottawa did away with the {} category in February.", "transport", "agriculture"),
        ("The department has scrapped the category for {}.", "transport", "agriculture"),
        ("There is no longer a category for {}.", "transport", "healthcare"),
        ("There is no {} category any more.", "transport", "STEM"),
        ("Say goodbye to the {} category.", "transport", "trades"),
    ],
)
def test_a_type_that_has_ended(text, gone, kept):
    assert contradicted(text.format(gone), NEW_LISTS) == []
    assert len(contradicted(text.format(kept), NEW_LISTS)) == 1


@pytest.mark.parametrize("text", ["{} keeps its category.", "{} still has a category of its own."])
def test_a_type_that_is_kept(text):
    assert contradicted(text.format("Agriculture"), NEW_LISTS) == []
    assert len(contradicted(text.format("Transport"), NEW_LISTS)) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Nobody scrapped the agriculture category.", NEW_LISTS),
        ("Some feared that Ottawa would drop the category for agriculture.", NEW_LISTS),
        ("The lobby calls for Ottawa to have abolished the agriculture category by May.", NEW_LISTS),
        ("Ottawa has not scrapped the STEM category.", NEW_LISTS),
        # Told of the first time.
        ("The department scrapped the transport category, and a year later brought it back.", "2026-03-02"),
        ("Transport lost its category in February 2025.", "2026-03-02"),
        ("There is no category draw for agriculture this week.", NEW_LISTS),
    ],
)
def test_types_that_are_not_said_to_have_ended(text, day):
    assert contradicted(text, day) == []
