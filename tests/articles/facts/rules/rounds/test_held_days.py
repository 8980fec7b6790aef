"""Days among words about draws: on which nothing was held, of another type, of another draw than the words mean."""

from datetime import date

import pytest

from tests.articles.facts.rules.judging import contradicted

OCTOBER_2026 = date(2026, 10, 3)
DECEMBER_2022 = date(2022, 12, 5)
JANUARY_2025 = date(2025, 1, 6)


@pytest.mark.parametrize(
    ("text", "day", "right", "mistaken"),
    [
        # Set beside another draw.
        (
            "Trades had 3,500 invitations at 476 on October 1. The cut-off was one point below that of {}.",
            OCTOBER_2026,
            "April 2",
            "April 14",
        ),
        ("Trades, October 1: 3,500, which is 500 more than on {}.", OCTOBER_2026, "April 2", "April 14"),
        # The same figure twice.
        (
            "The Canadian Experience Class had 2,000 on September 15 and again on {}.",
            OCTOBER_2026,
            "September 29",
            "September 30",
        ),
        # A bound that was crossed.
        (
            "The all-program cut-off dropped below 500 on {} for the first time since the summer.",
            DECEMBER_2022,
            "October 26",
            "October 12",
        ),
        # The last of a type.
        (
            "There was no STEM draw in 2025; the last was on {}.",
            OCTOBER_2026,
            "April 11, 2024",
            "December 8, 2023",
        ),
        ("No general draw has followed that of {}.", JANUARY_2025, "April 23", "April 10"),
        # A pause between two draws.
        (
            "French speakers waited: from {} to 15 April there was nothing.",
            OCTOBER_2026,
            "18 March",
            "4 March",
        ),
        # The lowest and the highest of two figures.
        (
            "All-program cut-offs ran from 491 to 557: the low on November 23, the high on {}.",
            DECEMBER_2022,
            "July 6",
            "July 20",
        ),
        # A type and its day in one breath.
        ("Everybody remembers the physicians draw of {}.", OCTOBER_2026, "September 3", "September 4"),
    ],
)
def test_a_day_is_that_of_the_draw_which_the_words_mean(
    text: str, day: date, right: str, mistaken: str
) -> None:
    assert contradicted(text.format(right), day) == []
    assert any(mistaken in words for words in contradicted(text.format(mistaken), day))


@pytest.mark.parametrize(
    "text",
    [
        "The physicians' draw of September 3 came first. On September 2 our office was closed.",
        "The list for trades was announced on February 18. Two draws have followed it.",
        "The pool held 226,793 people on September 13, the day before the nominees' draw.",
        "French draws were held on August 19 and before. The tie-break of the first was August 3.",
        "In the CEC draw of September 29, with a cut-off of 518, the line was drawn at March 9.",
        "The last CEC draw before the summer was on May 27.",
        "Over the 12 months to October 1, 2026, the usual gap between CEC draws was two weeks.",
        "Nobody was invited from the trades list between April 3 and September 30.",
    ],
)
def test_a_day_of_something_else_is_left_alone(text: str) -> None:
    assert contradicted(text, OCTOBER_2026) == []


@pytest.mark.parametrize(
    ("text", "day", "right", "mistaken"),
    [
        ("Nine draws open to all programs were held in the first four months of 2024. Their cut-off never fell below 524, reached on {}.", date(2025, 1, 3), "25 March", "12 March"),
        ("French speakers have been invited with fewer points: we saw 336 on {}.", date(2025, 3, 24), "29 February 2024", "28 February 2024"),
        ("All-program cut-offs fell all autumn, to 491, a mark reached on {}.", DECEMBER_2022, "November 23", "November 9"),
        ("French speakers were drawn often in 2025. The lowest of the cut-offs was 379, recorded on {}.", date(2025, 12, 29), "21 March", "6 March"),
    ],
)  # fmt: skip
def test_the_day_on_which_a_figure_was_reached(text, day, right, mistaken):
    assert not any(right in words for words in contradicted(text.format(right), day))
    assert any(mistaken in words for words in contradicted(text.format(mistaken), day))


@pytest.mark.parametrize("day", [date(2025, 5, 3), date(2025, 4, 20)])
def test_the_draw_before_the_news_ends_a_wait(day):
    text = "No healthcare draw had been held since 20 November 2024, when 3,000 people were invited."
    assert "20 November 2024" not in contradicted(text, day)


def test_the_day_next_to_the_one_of_a_figure_though_another_type_was_drawn_on_it():
    text = "In 2021 the class had 5,000 at 449 on 18 March 2021. In March 2026 came the Canadian Experience Class: 4,000 invitations, and on {} came the low, 507."
    assert "18 March" not in contradicted(text.format("17 March"), OCTOBER_2026)
    assert contradicted(text.format("18 March"), OCTOBER_2026)


OCTOBER_2024 = date(2024, 10, 24)


@pytest.mark.parametrize(
    ("text", "day", "right", "mistaken"),
    [
        # A figure without a word for what it is, and no word about draws.
        ("Provincial nominees were busy in 2022. In August it jumped: to 706 in July, and 752, on {}, in June.", DECEMBER_2022, "22 June", "8 June"),
        ("In 2022 nominees had their highs. Their minimums ran from 674 up to 808, the lowest of them on {}.", DECEMBER_2022, "2 February", "16 February"),
        # Of a type, though a draw of another was held on the day.
        ("CEC rounds grew smaller. The cut-off did not move from that of {}.", OCTOBER_2024, "9 October", "10 October"),
        # Seen twice, told in this sentence or the one before, of whichever type.
        ("The lowest cut-off of 2015, 450, was seen twice, first on 18 September and last on {}.", date(2015, 12, 29), "2 October", "23 October"),
        ("The old low for all programs was 415. We saw that on April 19 and again on {}.", date(2017, 6, 2), "May 17", "May 4"),
    ],
)  # fmt: skip
def test_a_day_is_that_of_the_figure_beside_it(text, day, right, mistaken):
    assert not any(right in words for words in contradicted(text.format(right), day))
    assert any(mistaken in words for words in contradicted(text.format(mistaken), day))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("For the CEC, 510 was enough on 31 July and 27 August.", date(2024, 9, 1)),
        ("The letter says: on June 20th there were 220,674 of us.", DECEMBER_2022),
        ("Until 17 February 2026, categories other than physicians required six months.", OCTOBER_2026),
        ("The physicians category, third version, which since February 18 has asked for 12 months.", OCTOBER_2026),
    ],
)  # fmt: skip
def test_a_figure_of_something_else_makes_no_day_wrong(text, day):
    assert contradicted(text, day) == []
