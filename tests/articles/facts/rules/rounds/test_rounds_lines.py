"""Draws told in a few words: a day and a type with two figures behind it, an answer that gives the day first."""

import pytest

from articles.facts.rules.rounds import rounds
from tests.articles.facts.rules.judging import accused


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
