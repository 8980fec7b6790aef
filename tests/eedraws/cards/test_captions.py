import pytest

from eedraws.cards.captions import cut, long_caption, short_caption
from tests.eedraws.cards.samples import ARTICLE, CARDS, DRAW, NOMINATED, NOMINEES, WEEK, make_card

URL = "https://eedraws.example/draws/s1/"


def test_a_caption_says_the_figures_and_where_they_stand():
    assert short_caption(DRAW, URL) == (
        f"Draw s1, Tuesday 4 July 2023: All programs. CRS cut-off 511, 1,500 invitations. {URL}"
    )
    assert short_caption(WEEK, URL) == (
        "Week of 3 to 9 July 2023. 125,000 invitations in 7 draws, 1 to provincial nominees in 1 draw. " + URL
    )


@pytest.mark.parametrize(
    ("card", "url"),
    [
        *((card, URL) for card in CARDS[:4]),
        # As long as an article's can be.
        (ARTICLE, "https://eedraws.example/news/2026/10/" + "a" * 100 + "/"),
    ],
)
def test_a_caption_is_short_enough_for_everywhere(card, url):
    caption = short_caption(card, url)
    assert len(caption) < 280
    assert caption.endswith(url)


def test_notes_are_never_cut():
    caption = short_caption(make_card(title="Word " * 200, notes=(NOMINATED,)), URL)
    assert NOMINATED in caption
    assert "…" in caption
    assert len(caption) < 280


def test_what_is_paid_for_is_said_first():
    paid = make_card(label="Sponsored by nobody real", figures=(), kicker="News, 4 July 2023")
    assert short_caption(paid, URL).startswith("Sponsored by nobody real. News, 4 July 2023: All programs. ")
    assert long_caption(paid, URL).startswith("Sponsored by nobody real\n")


def test_the_longer_caption_says_all_that_the_picture_does():
    assert long_caption(NOMINEES, URL).splitlines() == [
        "Draw s1, Tuesday 4 July 2023: Provincial Nominee Program",
        "CRS cut-off 1100",
        "125,000 invitations",
        *NOMINEES.notes,
        "As of 12:41, 4 July 2023 (Toronto)",
        "Source: IRCC",
        URL,
    ]
    assert long_caption(WEEK, URL).count("• ") == len(WEEK.rows)
    assert ARTICLE.text in long_caption(ARTICLE, URL)


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("One two", 8, "One two."),
        ("Really?", 20, "Really?"),
        ("One two three", 10, "One two…"),
        ("One, two three", 6, "One…"),
        ("Unbroken", 4, "Unb…"),
    ],
)
def test_texts_are_cut_between_words(text, room, expected):
    assert cut(text, room) == expected
    assert len(expected) <= room or expected == text
