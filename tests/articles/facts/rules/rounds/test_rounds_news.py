"""Figures told behind a draw that is news: its own, or those of the one before; draws of this week by their weekday."""

import pytest

from tests.articles.facts.rules.judging import contradicted

HEALTH = "Yesterday Canada invited 2,500 candidates in healthcare and social services. "


@pytest.mark.parametrize(
    ("text", "on", "right", "mistaken"),
    [
        # 475 was that of July, which no words name.
        (HEALTH + "The cut-off was {}.", "2025-08-20", "470", "475"),
        (HEALTH + "The one before stood at {}.", "2025-08-20", "475", "476"),
        (HEALTH + "Its previous cut-off was {}.", "2025-08-20", "475", "457"),
        (
            "On Monday 250 nominees... no: {} of them, at 768. The time before it was 744.",
            "2026-08-06",
            "507",
            "570",
        ),
        # A draw of the class with just these figures was held two weeks before.
        ("With Tuesday's CEC round (6,000 at {}), the week was a busy one.", "2026-02-21", "508", "509"),
        ("Class candidates came on Wednesday, that is, CEC: {} at 516.", "2026-08-08", "3,000", "4,000"),
        # The other figure of a change is that of the draw before, and not of one years ago.
        (
            "In July the French category was drawn twice, its cut-off going from 420 to {}.",
            "2026-07-27",
            "399",
            "393",
        ),
        (
            "The nominees' draw of Monday had 511 invitations. The cut-off rose from {} to 744.",
            "2026-07-24",
            "708",
            "718",
        ),
        # A type that is named in passing.
        ("Teachers had their turn on September 17, 2,500 at {}.", "2025-12-29", "462", "472"),
    ],
)
def test_a_figure_is_of_the_draw_that_is_news(text: str, on: str, right: str, mistaken: str) -> None:
    assert contradicted(text.format(right), on) == []
    assert mistaken in contradicted(text.format(mistaken), on)


@pytest.mark.parametrize(
    "text",
    [
        "In July it had been 475.",
        "Before that, the cut-off was 475.",
        "The previous draw had 192 at 800.",
        "Down five points from 475, the cut-off was 470.",
        "Once the cut-off fell from 476 in 2023 to 470.",
    ],
)
def test_what_is_told_of_earlier_draws_is_not_held_against_the_news(text: str) -> None:
    assert contradicted(HEALTH + text, "2025-08-20") == []
