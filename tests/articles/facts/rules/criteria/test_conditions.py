import pytest

from articles.facts.rules.criteria.conditions import conditions
from articles.facts.rules.criteria.criteria_words import Aspect


@pytest.mark.parametrize(
    ("text", "aspect", "value"),
    [
        ("six months of work", Aspect.MONTHS, 6),
        ("half a year of experience", Aspect.MONTHS, 6),
        ("a full year of experience", Aspect.MONTHS, 12),
        ("within the past three years", Aspect.WITHIN, 3),
        ("results at nclc 7", Aspect.LEVEL, 7),
        ("the work must be continuous.", Aspect.CONTINUOUS, 1),
        ("it need not be continuous.", Aspect.CONTINUOUS, 0),
        ("with or without breaks.", Aspect.CONTINUOUS, 0),
        ("gained in canada or abroad.", Aspect.IN_CANADA, 0),
        ("the experience may come from another country.", Aspect.IN_CANADA, 0),
        ("the work must have been done in canada.", Aspect.IN_CANADA, 1),
        ("experience from abroad does not count.", Aspect.IN_CANADA, 1),
        ("in all four abilities", Aspect.ALL_ABILITIES, 1),
        ("in at least two of the four abilities", Aspect.ALL_ABILITIES, 0),
        ("work in a listed occupation", Aspect.LISTED, 1),
    ],
)
def test_a_condition(text, aspect, value):
    assert [(found.aspect, found.value) for found in conditions(text)] == [(aspect, value)]


@pytest.mark.parametrize(
    "text", ["six months ago", "a nurse of 31 years", "she is 31 years old", "barred for five years"]
)
def test_other_times_are_none(text):
    assert [found for found in conditions(text) if found.linked] == []
