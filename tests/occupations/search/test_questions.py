"""How what is asked is taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from occupations.search.questions import MAX_WORDS, Question, ask


@pytest.mark.parametrize(
    ("query", "question"),
    [
        ("73300", ("73300", None, ())),
        ("noc73300", ("73300", None, ())),
        ("NOC 2021: 73300", ("73300", None, ())),
        ("NOC 2021", ("2021", None, ())),
        ("CNP code 733", ("733", None, ())),
        ("73300 truck driver", ("73300", None, ("truck", "driver"))),
        ("TEER 2", ("", 2, ())),
        ("FÉER2 welder", ("", 2, ("welder",))),
        ("teer", ("", None, ("teer",))),
        ("TEER 12", ("12", None, ("teer",))),
        ("building code inspector", ("", None, ("building", "code", "inspector"))),
        ("noc code for plumber", ("", None, ("plumber",))),
        ("class 1 driver", ("", None, ("class", "1", "driver"))),
        ("1234567", ("", None, ("1234567",))),
        ("drivers driver conductrice conducteur", ("", None, ("drivers", "conductrice"))),
        ("electricians (except industrial)", ("", None, ("electricians",))),
        ("7", ("", None, ())),
        ("é", ("", None, ())),
        ("TEER 𐩀", ("", None, ("teer", "𐩀"))),
    ],
)
def test_codes_categories_and_words(query, question):
    assert ask(query) == Question(*question)


def test_of_a_text_without_end_the_beginning_counts():
    assert len(ask(" ".join(f"word{n}" for n in range(1000))).words) == MAX_WORDS
    assert len(ask("x" * 10_000).words[0]) == 200


@given(st.text())
def test_any_text_is_a_question(query):
    question = ask(query)
    assert len(question.words) <= MAX_WORDS
    assert question.code == "" or 2 <= len(question.code) <= 5
