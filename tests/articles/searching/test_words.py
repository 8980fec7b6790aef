"""Words as the search of articles compares them."""

import pytest

from articles.searching.words import MAX_WORDS, asked, stem, words_of


@pytest.mark.parametrize(
    "forms",
    [
        "draw draws drawn",
        "invite invited invites inviting invitation invitations",
        "category categories",
        "trade trades",
        "rank ranked ranking",
        "list lists listed",
        "apply applies applied",
        "plan planned planning",
        "class classes",
        "box boxes",
        "nominee nominees",
        "occupation occupations",
        "date dates dated",
    ],
)
def test_the_forms_of_a_word_are_one(forms):
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize("words", ["draw drawer", "class clas", "list lisp", "news new", "union unit"])
def test_other_words_stay_apart(words):
    assert len({stem(word) for word in words.split()}) == 2


@pytest.mark.parametrize("word", ["crs", "is", "bus", "2023", "91a", "need", "speed", "thing"])
def test_what_is_short_or_a_number_is_left_alone(word):
    assert stem(word) == word


def test_accents_case_and_punctuation_do_not_count():
    assert words_of("Tie-breaking, QUÉBEC!") == words_of("tie breaking quebec")


def test_what_narrows_nothing_is_left_out():
    assert words_of("What is the cut-off of a draw?") == ["cut", "off", "draw"]


def test_a_question_asks_for_each_word_once_and_for_so_many_at_most():
    assert asked("draw draws DRAWN") == ["draw"]
    assert len(asked(" ".join(f"word{number}" for number in range(50)))) == MAX_WORDS
