"""Draws told in a few words: a day and a type with two figures behind it, an answer that gives the day first."""

from datetime import date

import pytest

from articles.facts.model import Format
from articles.facts.rules.rounds import rounds
from tests.articles.facts.rules.judging import accused
from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("on", "text", "right", "mistaken"),
    [
        ("2023-12-29", "### December\n\n**Wed 20** – {}. 670; 435.", "Transport", "Education"),
        ("2023-12-29", "**{}** – Transport, 670; 435.", "Wed 20", "Fri 22"),
        (
            "2023-08-30",
            "1. {}, STEM. 500 invitations, 486.\n2. 3 August, trades. 1,500 invitations, 388.",
            "5 July",
            "15 July",
        ),
        (
            "2025-05-20",
            "**When was the first round for education?**\n\nOn {}. It had 1,000 invitations.",
            "May 1, 2025",
            "May 9, 2025",
        ),
        (
            "2025-05-20",
            "Yes, on {}. Only 1,000 people were invited, and the cut-off was 479.",
            "Thursday, May 1",
            "Thursday, May 8",
        ),
    ],
)
def test_a_line(on, text, right, mistaken):
    assert accused(rounds.find, on, text.format(right)) == []
    assert accused(rounds.find, on, text.format(mistaken)) == [mistaken]


@pytest.mark.parametrize(
    ("on", "text"),
    [
        # The day is of something else than what follows.
        ("2025-05-20", "On 9 May 2025. The cut-off of 479 was that of the week before."),
        ("2023-08-30", "**12 July** – French. Nurses, 1,500 at 463, had been first."),
        # Cut-offs in a row.
        ("2024-05-02", "STEM – 486; 481."),
    ],
)
def test_what_is_no_line(on, text):
    assert accused(rounds.find, on, text) == []


HEADED = [
    ("2018-10-05", "Monday, September 24\nProgram: {}\nInvitations: 400\nCut-off: 284", "Federal Skilled Trades", "Canadian Experience Class"),
    ("2018-10-05", "September 24\nStream: trades\nITAs: 400\nCRS: {}", "284", "288"),
    ("2023-07-14", "5 July 2023: STEM\nInvitations issued: {}\nCut-off: 486", "500", "1,500"),
    ("2023-07-14", "The round of 6 July\nType: {}\nCandidates: 1,500\nScore: 463", "healthcare", "French"),
    ("2025-05-05", "Friday, May 2\n\nCategory: healthcare\nInvitations: {}\nCRS cut-off: 510", "500", "5,000"),
    ("2025-05-05", "Thursday, May 1 – education\nInvitations: 1,000\nCut-off: {}", "479", "497"),
    ("2021-02-15", "On Saturday, February 13\nProgram: {}\nInvitations: 27,332\nCut-off: 75", "Canadian Experience Class", "Provincial Nominee Program"),
]  # fmt: skip


@pytest.mark.parametrize("form", [Format.PLAIN, Format.MARKDOWN])
@pytest.mark.parametrize(("on", "text", "true", "false"), HEADED)
def test_lines_with_labels_under_a_line_that_is_their_day(on, text, true, false, form):
    day = date.fromisoformat(on)
    assert wrong(text.format(true), day, rule=rounds.find, format=form) == {}
    assert list(wrong(text.format(false), day, rule=rounds.find, format=form)) == [false]


@pytest.mark.parametrize(
    "text",
    [
        # No draw was held on the day of the head, which is that of the page.
        "Friday, July 14\nProgram: STEM\nInvitations: 500\nCut-off: 486",
        # The day has a label, and the line above is of the post.
        "Wednesday, July 12\nDate: 5 July\nProgram: STEM\nInvitations: 500\nCut-off: 486",
        "On 12 July, after the 3,800 French speakers\nProgram: STEM\nInvitations: 500\nCut-off: 486",
        "12 July\nTo apply: the usual form\nTo ask: our newsroom",
    ],
)
def test_days_that_head_no_lines(text):
    for form in (Format.PLAIN, Format.MARKDOWN):
        assert wrong(text, date(2023, 7, 14), rule=rounds.find, format=form) == {}


@pytest.mark.parametrize(
    ("note", "true", "false"),
    [
        ("Note: {} fewer invitations than on September 5.", "400", "300"),
        ("Remark: the score rose by {} points from the previous all-program round.", "one", "three"),
        ("Change: {} points higher than in the round before it.", "one", "four"),
    ],
)
def test_a_remark_among_lines_is_of_their_draw(note, true, false):
    text = f"Wednesday, September 19\nProgram: all programs\nInvitations: 3,500\nCut-off: 441\n{note}"
    for form in (Format.PLAIN, Format.MARKDOWN):
        assert wrong(text.format(true), date(2018, 10, 5), format=form) == {}
        assert list(wrong(text.format(false), date(2018, 10, 5), format=form)) == [false]


@pytest.mark.parametrize(
    ("true", "false"), [("French", "Canadian Experience Class"), ("French", "healthcare")]
)
def test_a_table_whose_first_row_is_a_draw(true, false):
    rows = (
        "#328\t2 Dec 2024\tPNP\t676 ITAs\tCRS 705\n"
        "#329\t3 Dec 2024\t{}\t800 ITAs\tCRS 466\n"
        "#330\t16 Dec 2024\tPNP\t1,085 ITAs\tCRS 727"
    )
    on = date(2024, 12, 17)
    assert wrong(rows.format(true), on, rule=rounds.find, format=Format.PLAIN) == {}
    assert list(wrong(rows.format(false), on, rule=rounds.find, format=Format.PLAIN)) == [false]
    first = rows.replace("CRS 705", "CRS 750").format(true)
    assert list(wrong(first, on, rule=rounds.find, format=Format.PLAIN)) == ["750"]
