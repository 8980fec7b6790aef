"""What goes on about a draw: its lowest score, its facts in lines below a heading, in words that name other types too."""

import pytest

from articles.facts.rules.rounds import rounds
from tests.articles.facts.rules.judging import accused

TWO_DRAWS = (
    "The department held two draws on 26 May 2017.\n\n**Federal Skilled Trades**\n\n- Invitations: {}\n- Cut-off: 199\n\n"
    "**Provincial nominees**\n\n- Invitations: 143\n- Cut-off: 775"
)


@pytest.mark.parametrize(
    ("on", "text", "right", "mistaken"),
    [
        # The lowest score of a draw is its cut-off.
        ("2023-08-10", "Trades were drawn on 3 August. It took 1,500 people, with a lowest score of {}.", "388", "398"),
        (
            "2023-10-02",
            "On 28 September farming had its first draw in agriculture. {} invitations went out, and the lowest score among them was 354.",
            "Six hundred",
            "Five hundred",
        ),
        (
            "2023-08-10",
            "Trades were drawn on 3 August. It took 1,500 people, with a cut-off of {} – fewer than in other rounds.",
            "388",
            "398",
        ),
        # What a draw was not.
        (
            "2023-08-10",
            "After a month of nothing but French rounds, the department opened a round to trades alone on Thursday, 3 August. It took 1,500 people, with a cut-off of {}.",
            "388",
            "398",
        ),
        # Figures in a row, of draws in a row, wherever among those of the type.
        ("2025-06-10", "French rounds began in summer. Their cut-offs were 439, 375, {} and 472.", "435", "453"),
        # Facts below a heading that names the type, on a day with two draws.
        ("2017-05-27", TWO_DRAWS, "400", "500"),
    ],
)  # fmt: skip
def test_what_goes_on(on, text, right, mistaken):
    assert accused(rounds.find, on, text.format(right)) == []
    assert accused(rounds.find, on, text.format(mistaken)) == [mistaken]


@pytest.mark.parametrize(
    ("on", "text"),
    [
        # The lowest of several.
        ("2023-08-20", "Trades were drawn on 3 August. The lowest score of the year was 375."),
        ("2023-08-20", "Trades were drawn on 3 August. The lowest score in all draws, 375, was older."),
        # Two of four are of draws in a row, and no more.
        ("2025-06-10", "French rounds began in summer. Their cut-offs were 439, 375, 336 and 388."),
        # Lines of something else.
        ("2023-08-20", "**Trades**\n\n- Invitations: 10,900\n- Draws: seven"),
        ("2023-08-20", "**What we counted**\n\n- Invitations: 600\n- Cut-off: 400"),
    ],
)
def test_what_is_left_alone(on, text):
    assert accused(rounds.find, on, text) == []
