"""Two texts side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.differences import Piece, compare, shortened


def said(pieces):
    """A side of a row as text, what is only there in braces."""
    return None if pieces is None else "".join(f"{{{p.text}}}" if p.differs else p.text for p in pieces)


def rows(old, new):
    return [(said(row.old), said(row.new)) for row in compare(old, new)]


def test_lines_that_are_the_same_stand_beside_each_other():
    assert rows("One\nTwo", "One\nTwo") == [("One", "One"), ("Two", "Two")]


def test_within_a_changed_line_the_words_that_differ_are_marked():
    assert rows("The cut-off was 463 points.", "The cut-off was 464 points.") == [
        ("The cut-off was {463} points.", "The cut-off was {464} points.")
    ]


def test_words_next_to_each_other_that_differ_are_one_piece():
    assert rows("It was a long day.", "It was one short day.") == [
        ("It was {a long} day.", "It was {one short} day.")
    ]


def test_a_line_that_came_or_went_has_nothing_beside_it():
    assert rows("One\nThree", "One\nTwo\nThree") == [("One", "One"), (None, "{Two}"), ("Three", "Three")]
    assert rows("One\nTwo", "One") == [("One", "One"), ("{Two}", None)]


def test_lines_that_have_little_in_common_are_not_taken_for_each_other():
    assert rows("Trades had a draw.", "Nothing else happened here at all.") == [
        ("{Trades had a draw.}", None),
        (None, "{Nothing else happened here at all.}"),
    ]


def test_a_changed_line_finds_its_own_among_several():
    old = "Alpha beta gamma delta.\nOne two three four."
    new = "A line that was not there before.\nAlpha beta gamma epsilon.\nOne two three five."
    assert rows(old, new) == [
        (None, "{A line that was not there before.}"),
        ("Alpha beta gamma {delta.}", "Alpha beta gamma {epsilon.}"),
        ("One two three {four.}", "One two three {five.}"),
    ]


def test_ends_of_lines_as_forms_send_them_are_no_difference():
    assert rows("One\r\nTwo\r\n", "One\nTwo") == [("One", "One"), ("Two", "Two")]


def test_long_stretches_without_a_difference_are_counted():
    text = "\n".join(f"Line {n}" for n in range(20))
    short = shortened(compare(text, text.replace("Line 10", "Line ten")))
    assert [row if isinstance(row, int) else said(row.new) for row in short] == [
        9, "Line 9", "Line {ten}", "Line 11", 8,
    ]  # fmt: skip


def test_blank_lines_between_paragraphs_are_not_counted():
    old = "One\n\nTwo\n\nThree\n\nFour words stand here"
    short = shortened(compare(old, old.replace("here", "there")))
    assert [row if isinstance(row, int) else said(row.new) for row in short] == [
        2, "Three", "Four words stand {there}",
    ]  # fmt: skip


def test_a_single_line_is_not_worth_counting():
    assert len([row for row in shortened(compare("a\nb\nc\nd", "a\nb\nc\nX")) if isinstance(row, int)]) == 1
    assert not [row for row in shortened(compare("b\nc\nd", "b\nc\nX")) if isinstance(row, int)]


@pytest.mark.parametrize("text", ["", "\n\n\n", " "])
def test_nothing_against_nothing_is_no_difference(text):
    assert not [row for row in compare(text, text) if row.differs]


TEXTS = st.lists(st.text(alphabet="ab \n.,", max_size=40), max_size=8).map("\n".join)


@given(TEXTS, TEXTS)
def test_each_side_reads_as_it_was_written(old, new):
    found = compare(old, new)
    for side, text in (("old", old), ("new", new)):
        lines = [
            "".join(p.text for p in getattr(row, side)) for row in found if getattr(row, side) is not None
        ]
        assert lines == text.splitlines()
    assert any(row.differs for row in found) == (old.splitlines() != new.splitlines())


def test_a_long_text_is_compared_in_a_moment():
    """60,000 characters of one line and of many, each line changed: what forms let through."""
    one = "word " * 12_000
    assert compare(one, one.replace("word ", "words ", 6_000))
    many = [f"Line {n} of a very long text that somebody wrote" for n in range(1_200)]
    assert len(compare("\n".join(many), "\n".join(f"{line} again" for line in many))) == 1_200
    assert Piece("x", True) == Piece("x", True)
