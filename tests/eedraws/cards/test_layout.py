from itertools import product

import pytest

from eedraws.cards.layout import FRAMES, Box, Text, layout, wrap
from eedraws.cards.looks import PAPER
from eedraws.cards.saying import LINK, SIZES, STORY
from tests.eedraws.cards.samples import ARTICLE, CARDS, DRAW, NOMINEES, WEEK, WORD


def measure(text, face, size):
    """Letters that are all as wide as three fifths of their height: wider than those of any picture."""
    return len(text) * size * 0.6


def texts(card, size):
    return [mark for mark in layout(card, size, measure) if isinstance(mark, Text)]


@pytest.mark.parametrize(("card", "size"), [*product(CARDS, SIZES.values())])
def test_nothing_leaves_its_frame_or_is_written_over(card, size):
    frame = FRAMES[size]
    for mark in texts(card, size):
        width = measure(mark.text, mark.face, mark.size)
        start, end = (mark.x - width, mark.x) if mark.end else (mark.x, mark.x + width)
        assert frame.left - 1 <= start
        assert end <= frame.right + 1
        assert frame.top <= mark.y - mark.size * 0.7
        assert mark.y <= frame.bottom + mark.size * 0.4
    lines = sorted(texts(card, size), key=lambda mark: mark.y)
    rule = max(mark.y for mark in layout(card, size, measure) if isinstance(mark, Box) and mark.height == 2)
    below = [mark.text for mark in lines if mark.y > rule]
    assert below == [text for text in (card.as_of, card.source) if text in below]
    assert card.as_of in below


@pytest.mark.parametrize(("card", "size"), [*product(CARDS[:4], SIZES.values())])
def test_everything_is_written(card, size):
    written = " ".join(mark.text for mark in texts(card, size)).split()
    wanted = [
        card.kicker,
        card.title,
        card.label,
        card.more,
        card.as_of,
        card.site,
        *card.notes,
        *card.columns,
    ]
    wanted += [part for row in card.rows for part in (row.name, row.cutoff, row.invitations, row.note)]
    if size != LINK:
        wanted += [card.text]
    if size != LINK or not card.rows:
        wanted += [part for figure in card.figures for part in (figure.value, figure.label)]
    assert written[:2] == ["ee", "draws"]
    for part in wanted:
        assert "".join(part.split()) in "".join(written)


def test_a_picture_stands_on_paper_with_its_types_at_the_edge():
    paper, *rest = layout(WEEK, STORY, measure)
    assert (paper.width, paper.height, paper.colour) == (1080, 1920, PAPER)
    band = [mark for mark in rest if isinstance(mark, Box) and mark.x == 0]
    assert [mark.type for mark in band] == list(WEEK.band)
    assert sum(mark.height for mark in band) == 1920


def test_the_cutoff_is_the_largest_thing():
    for card in (DRAW, NOMINEES):
        largest = max(texts(card, LINK), key=lambda mark: mark.size)
        assert largest.text == card.figures[0].value


def test_a_story_leaves_free_what_applications_cover():
    marks = texts(ARTICLE, STORY)
    assert all(250 <= mark.y <= 1640 for mark in marks)


class TestWrap:
    def test_breaks_between_words(self):
        assert wrap("one two three", "sans", 10, 50, measure) == ["one two", "three"]

    def test_breaks_a_word_that_is_too_long(self):
        lines = wrap(WORD, "sans", 10, 60, measure)
        assert "".join(lines) == WORD
        assert all(len(line) <= 10 for line in lines)

    def test_keeps_one_letter_where_none_fits(self):
        assert wrap("abc", "sans", 10, 1, measure) == ["a", "b", "c"]

    def test_of_nothing_has_no_line(self):
        assert wrap(" ", "sans", 10, 60, measure) == []
