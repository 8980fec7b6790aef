"""Draws that are told of in passing: behind "since", below a bold line, as a rumour, by their size, as then and now."""

from datetime import date

import pytest

from articles.facts.checking import check
from articles.facts.model import Finding, Part, Status
from tests.articles.facts.labelled.record import shipped_record
from tests.articles.facts.rules.judging import contradicted


def found(text: str, on: str) -> list[Finding]:
    return check([Part("body", text)], shipped_record(), date.fromisoformat(on))


def wrong(text: str, on: str) -> list[str]:
    return [
        text[finding.start : finding.end]
        for finding in found(text, on)
        if finding.status is Status.CONTRADICTED
    ]


@pytest.mark.parametrize(
    ("on", "text", "right", "mistaken"),
    [
        # What is told behind the day that bounds a time is of that day.
        (
            "2024-02-20",
            "Friday's draw was number 285 and the first for agriculture since December 21, when {} people had been invited at 386.",
            "400",
            "480",
        ),
        # A bold line heads what follows, with its year.
        (
            "2025-12-05",
            "**The spring of 2024**\n\nOn 29 February the line for French speakers fell to {}, and on 26 March it was 388.",
            "336",
            "363",
        ),
        (
            "2025-12-05",
            "**A look at 2024**\n\nFrench: 336 on {}, 388 on 26 March, 410 on 24 April.",
            "29 February",
            "27 February",
        ),
        # How large a round was, and not its score.
        (
            "2024-04-30",
            "The smallest round for all programs, of {}, came on February 28.",
            "1,470",
            "1,740",
        ),
        # Two figures side by side; another type was drawn on the day.
        (
            "2024-04-30",
            "French draws went up and down: 336 on February 29, 388 on {}, and 410 in the end.",
            "March 26",
            "March 25",
        ),
        # A score of a day that is not the draw's: either of the two is wrong.
        (
            "2025-12-05",
            "The score of the Canadian Experience Class went through 534 on October 1 and 533 on {} to 531 on November 26.",
            "October 28",
            "October 27",
        ),
        # "That week" is the week of the draw, not that of the tie-break or of a draw that it is set beside.
        (
            "2025-11-22",
            "On November 14 there were 3,500 invitations in health care, 1,000 more than on October 15. The tie-break was December 2, 2024. One round had preceded it that week: {} nominees at 738 on Monday.",
            "714",
            "741",
        ),
        # The tie-break behind a comparison is of the draw that is compared.
        (
            "2025-11-15",
            "The cut-off was 462, ten points lower than in the healthcare round before, and the tie-break was {}.",
            "December 2, 2024",
            "December 12, 2024",
        ),
        # From the last but one to the last.
        (
            "2025-11-15",
            "Health workers were invited again, after 2,500 on October 15. The score fell from 472 to {}.",
            "462",
            "426",
        ),
        # A line with a full stop between its head and its figures.
        (
            "2025-11-15",
            "What there was:\n\n- Wed 12 Nov: CEC. 1K / 533.\n- {} Nov: healthcare, again. 3.5K / 462.\n",
            "Fri 14",
            "Thu 13",
        ),
        # The last of a type that is named.
        (
            "2025-11-15",
            "French speakers wait; the last for French was on {}.",
            "October 29, 2025",
            "October 28, 2025",
        ),
    ],
)
def test_what_is_told_of_a_draw(on: str, text: str, right: str, mistaken: str) -> None:
    assert wrong(text.format(right), on) == []
    assert any(mistaken in words for words in wrong(text.format(mistaken), on))


@pytest.mark.parametrize(
    ("on", "text"),
    [
        (
            "2024-03-05",
            "In health care the score is where it was on February 14, with fewer invitations: 3,500 then, 2,750 now.",
        ),
        (
            "2023-10-02",
            "The all-program score reached 531 on September 19 and fell, to 504, in the draw that followed.",
        ),
        ("2023-12-29", "From 490 points in January to 386 in the week before Christmas: a look back."),
        (
            "2023-09-30",
            "An item on the round of September 27 had the figures of the round for agriculture.",
        ),
        (
            "2026-10-09",
            "This week, on October 6, 1,500 more CEC candidates are reported to have been invited.",
        ),
        # The weekday that is wrong is another rule's.
        ("2023-07-08", "Engineers had their turn on Wednesday: 500 invitations, cut-off 486."),
    ],
)
def test_what_may_be_of_another_draw_is_not_accused(on: str, text: str) -> None:
    assert wrong(text, on) == []


@pytest.mark.parametrize(
    "text",
    [
        "Reports of a French draw on November 20 did not hold up.",
        "A letter to the editor about a round on November 20 should not have been printed.",
        "My uncle swears that there was one on November 20.",
    ],
)
def test_a_draw_that_others_tell_of_is_not_in_the_record(text: str) -> None:
    statuses = {finding.claim: finding.status for finding in found(text, "2025-11-30")}
    assert statuses["November 20"] is Status.NOT_IN_RECORD


def test_a_tie_break_is_not_from_after_its_draw() -> None:
    text = "For the nominees of November 1, 2017, only profiles submitted before {} counted."
    assert wrong(text.format("March 23, 2017"), "2018-06-10") == []
    assert not any(
        finding.status is Status.AGREES and finding.claim == "March 23, 2018"
        for finding in found(text.format("March 23, 2018"), "2018-06-10")
    )


def test_weekdays_in_short_say_of_which_draw_a_row_is() -> None:
    table = "| Day | Who | Invitations | Cut-off |\n|---|---|---|---|\n| Mon | Nominees | 714 | 738 |\n| Wed | CEC | {} | 533 |\n| Fri | Healthcare | 3,500 | 462 |\n"
    assert wrong(table.format("1,000"), "2025-11-15") == []
    assert wrong(table.format("3,000"), "2025-11-15") == ["3,000"]


@pytest.mark.parametrize(
    ("day", "text", "right", "wrong"),
    [
        ("2024-03-02", "The round of 29 February stopped at 336, twenty-nine points below the one of 1 February, and {} people were invited.", "2,500", "3,500"),
        ("2024-03-02", "The French round of 29 February had a cut-off 29 points lower than on 1 February, and only {} were invited.", "2,500", "2,050"),
        ("2024-03-02", "At 336, the French round of 29 February closed 29 points below that of 1 February, and no more than {} people were invited.", "2,500", "1,500"),
        ("2018-10-01", "The trades round of 24 September closed at 284, four points below that of 30 May, and {} people were invited.", "400", "500"),
        ("2021-12-28", "The nominee draw of 22 December had 746 invitations, fewer than on 10 December, and it closed at {}.", "720", "702"),
        ("2026-07-12", "The managers' round of 10 July closed 37 points below that of 5 March, and just {} senior managers were invited.", "500", "250"),
    ],
)  # fmt: skip
def test_a_clause_of_its_own_goes_back_to_the_draw_that_is_told_of(
    day: str, text: str, right: str, wrong: str
) -> None:
    assert contradicted(text.format(right), day) == []
    assert contradicted(text.format(wrong), day) != []


@pytest.mark.parametrize("words", ["vis-a-vis", "vis-à-vis", "relative to", "compared with", "against"])
def test_what_a_draw_is_set_beside_has_not_its_figure(words):
    text = f"The third STEM draw of 11 April pulled in 4,500 candidates. The score closed at 491, up by 10 points {words} the draw of 8 December."
    assert not contradicted(text, "2024-04-25")


def test_the_draws_of_a_type_may_be_counted_line_by_line():
    text = "## Physicians\n\n- Round 1: 19 February, {} invitations at 169\n- Round 2: 24 June, 271 at {}\n"
    assert not contradicted(text.format("391", "223"), "2026-09-18")
    assert contradicted(text.format("319", "232"), "2026-09-18") == ["319", "232"]
