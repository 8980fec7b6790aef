"""Expressions that are put together, and those whose answers are remembered."""

import pytest

from articles.facts.model import Phrase
from articles.facts.rules.common.patterns import Remembered, any_of, compiled
from articles.facts.rules.language.language import Stops


@pytest.mark.parametrize(
    ("text", "found"), [("held in june", True), ("in  2024", True), ("held in", False), ("", False)]
)
def test_any_of_finds_where_one_does(text: str, found: bool):
    together = any_of([compiled(r"\bin (?P<m>june|july)\b"), compiled(r"\bin (?P<m>20[0-9]{2})\b")])
    assert bool(together.search(text)) is found


def test_a_remembered_expression_answers_the_same_each_time():
    polls = Remembered(r"\b(?:polls?|voters asked)\b")
    for _time in range(2):
        assert polls.search("two polls of voters\n asked").span() == (4, 9)
        assert polls.search("draws") is None
    assert [found.span() for found in polls.finditer("polls, voters  asked")] == [(0, 5), (7, 20)]


@pytest.mark.parametrize("pattern", [r"(\w+) \1", r"(?P<word>\w+) (?P=word)", r"(?i)THE the"])
def test_phrases_that_cannot_be_put_together_are_found_by_themselves(pattern: str):
    phrases = [Phrase(r"\b(no) such word\b", "other"), Phrase(pattern, "twice")]
    assert [item.phrase.reason for item in Stops(phrases).flagged("of the the draw")] == ["twice"]
    assert not list(Stops(phrases).flagged("of the draw"))
