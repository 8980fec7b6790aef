"""Words marked in a text, and the piece of it that has most of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.searching.words import asked
from eedraws.search.highlighting import EXCERPT, Marker


def marked(query, text):
    return [piece.text for piece in Marker(asked(query)).pieces(text) if piece.marked]


@pytest.mark.parametrize(
    ("query", "text", "words"),
    [
        ("draw", "A draw, two Draws, DRAWN; drawers", ["draw", "Draws", "DRAWN"]),
        ("invitation", "Invited by invitations", ["Invited", "invitations"]),
        ("quebec", "À Québec et QUE\u0301BEC", ["Québec", "QUE\u0301BEC"]),
        ("Québec", "In Quebec", ["Quebec"]),
        ("œuvre", "Une oeuvre, des œuvres", ["oeuvre", "œuvres"]),
        ("tie-breaking rule", "The tie-breaking rules", ["tie-breaking rules"]),
        ("rule tie", "tie - rule, rule tie", ["tie", "rule", "rule tie"]),
        ("463", "463 points, 4635, 463rd", ["463"]),
        ("the list of trades", "The list of a trade", ["list", "trade"]),
        ("", "Nothing", []),
        ("a.b", "ab a.b", ["b"]),
        ("x+", "x+ (x", ["x", "x"]),
    ],
)
def test_every_form_of_a_word_is_marked_and_nothing_else(query, text, words):
    assert marked(query, text) == words


@given(st.text(max_size=12), st.text(max_size=60))
def test_the_pieces_are_the_text(query, text):
    assert "".join(piece.text for piece in Marker(asked(query)).pieces(text)) == text


@given(st.text(alphabet="ab éÉ. \n", max_size=300), st.sampled_from(["a", "b", "éa", "a b"]))
def test_an_excerpt_is_a_part_of_the_text_and_not_too_long(text, query):
    part = Marker(asked(query)).excerpt(text, 80)
    assert part.text in text
    assert len(part.text) <= 80


def test_mark_up_is_text_like_any_other():
    pieces = Marker(["script"]).pieces("<script>&amp;")
    assert [(piece.text, piece.marked) for piece in pieces] == [
        ("<", False),
        ("script", True),
        (">&amp;", False),
    ]


def test_an_excerpt_has_most_of_the_words():
    text = (
        f"A draw. {'Filler text goes on and on. ' * 20}Here is the draw with its rule. {'More of it. ' * 40}"
    )
    part = Marker(asked("draw rule")).excerpt(text)
    assert part.text.startswith("Here is the draw with its rule. More of it.")
    assert (part.cut_before, part.cut_after, part.words) == (True, True, 2)
    assert len(part.text) <= EXCERPT


def test_an_excerpt_begins_and_ends_between_words():
    text = "word " * 30 + "zebra " + "word " * 60
    part = Marker(["zebra"]).excerpt(text)
    assert set(part.text.split()) == {"word", "zebra"}
    assert part.text.index("zebra") < 70


def test_a_short_text_is_whole():
    part = Marker(["zebra"]).excerpt("No such animal.")
    assert part == ("No such animal.", False, False, 0)


def test_many_hits_are_quickly_gone_through():
    assert Marker(["a1"]).count("a1 " * 50_000) == 1
    assert Marker(["a1"]).excerpt("a1 " * 2_000).words == 1
