"""The sentence around a claim, and what a judgement is known by."""

import pytest

from articles.desk.sentences import REACH, bounds_of_sentence, digest, sentence_around
from articles.facts.model import Finding, Status

TEXT = "First one. The cut-off was 493, “they say.” Then 463!\n| Trades | 433 |\n- An item with 35"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("First", "First one."),
        ("493", "The cut-off was 493, “they say.”"),
        ("463", "Then 463!"),
        ("433", "| Trades | 433 |"),
        ("35", "- An item with 35"),
    ],
)
def test_is_found_by_its_ends(words, sentence):
    start = TEXT.index(words)
    assert sentence_around(TEXT, start, start + len(words)) == sentence


def test_has_single_spaces():
    assert sentence_around("It   was\t463 .", 9, 12) == "It was 463 ."


def test_of_a_text_without_ends_is_what_stands_near():
    assert sentence_around("x" * 50_000, 2000, 2010) == "x" * (2 * REACH + 10)


def bounded(source, words, count=1):
    start = -1
    for _place in range(count):
        start = source.index(words, start + 1)
    first, last = bounds_of_sentence(source, start, start + len(words))
    return source[first:last]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (
            "It began at 9 a.m. that day. The cut-off was **463** points. It fell.",
            "The cut-off was **463** points.",
        ),
        ("Before.\n\n- item with 463 in it\n- another", "- item with 463 in it"),
        ("| a | 463 |\n| b | 5 |", "| a | 463 |"),
        ("What was it? It was 463! (Nobody knew.)", "It was 463!"),
        ("It was 463", "It was 463"),
        ("One.\r\nIt was 463.\r\nTwo.", "It was 463."),
        ("*Of 463.* And more.", "*Of 463.*"),
    ],
)
def test_a_sentence_ends_where_it_does(source, found):
    assert bounded(source, "463") == found


def test_the_second_of_two_has_its_own_sentence():
    assert bounded("It was 463. Again 463.", "463", 2) == "Again 463."


def test_a_sentence_without_an_end_is_cut_about_its_words():
    source = "a" * 5000 + " 463 " + "b" * 5000
    assert len(bounded(source, "463")) < 700
    assert "463" in bounded(source, "463")


def finding(rule="rounds", claim="493"):
    return Finding(rule, Status.CONTRADICTED, "body", 0, 3, claim)


def test_digest_does_not_see_capitals_and_spaces_but_every_word():
    known = digest(finding(), "The cut-off was 493.")
    assert digest(finding(), "the CUT-OFF was 493.") == known
    assert digest(finding(claim=" 493 "), "The cut-off was 493.") == known
    assert digest(finding(), "The cut-off was 493, they say.") != known
    assert digest(finding(claim="494"), "The cut-off was 493.") != known
    assert digest(finding(rule="sums"), "The cut-off was 493.") != known
