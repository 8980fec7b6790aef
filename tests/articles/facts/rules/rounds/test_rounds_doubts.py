"""Words that may be of another draw, of another day or of none are not accused; what is wrong beside them is."""

from datetime import date

import pytest

from articles.facts.checking import check
from articles.facts.model import Part, Status
from tests.articles.facts.labelled.record import shipped_record


def wrong(text: str, on: str) -> set[str]:
    found = check([Part("body", text)], shipped_record(), date.fromisoformat(on))
    return {text[finding.start : finding.end] for finding in found if finding.status is Status.CONTRADICTED}


@pytest.mark.parametrize(
    ("on", "text"),
    [
        # A leap day is of the leap year, whatever year the article is of.
        ("2025-01-20", "The French round of February 29 stopped at 336."),
        # The number of a draw is no day.
        (
            "2025-09-20",
            "It was the 19th round since June, and the one for education had 2,500 invitations at 462.",
        ),
        # The day that is told of, and not the one it is compared with.
        (
            "2025-08-21",
            "On Tuesday healthcare had 2,500 invitations at 470, five points lower than four weeks earlier. The day before, 192 nominees were invited.",
        ),
        # What was so low, not what was held.
        ("2025-12-18", "Not since March 2025 has a French round gone so low."),
        ("2025-12-18", "With 399 points the French cut-off fell below 400 for the first time since March."),
        ("2025-12-18", "Higher than 540 the score for the CEC was last in May."),
        # One person's points, the size of the pool, an average.
        ("2025-10-20", "An offer to a CEC candidate with 525 points is a matter of time, one lawyer thinks."),
        ("2025-10-20", "The pool held about 200,000 candidates on October 12."),
        # Two numbers of one kind in brackets.
        (
            "2025-10-02",
            "The two other sorts went to nominees (249 and 228) and to French speakers (4,500 at 446).",
        ),
        # The lowest of all, and the type of the draw that had it.
        (
            "2025-01-06",
            "# 2024\n\nThe highest score, 816, was asked of nominees in a provincial round in November.",
        ),
        # Times in other words.
        (
            "2025-01-06",
            "The Canadian Experience Class had rounds of 400 to 500 invitations from October to the end of the year.",
        ),
        (
            "2024-11-25",
            "The CEC has had many rounds since the end of May, with cut-offs between 507 and 547.",
        ),
        ("2025-08-20", "The union today welcomed that healthcare rounds are large again."),
    ],
)
def test_what_is_of_something_else_is_not_accused(on: str, text: str) -> None:
    assert wrong(text, on) == set()


@pytest.mark.parametrize(
    ("on", "text", "claims"),
    [
        # The figure beside the right weekday is wrong, not the weekday.
        ("2025-08-10", "On Wednesday (August 6) nominees were invited: 225, cut-off 793.", {"793"}),
        # The weekday and the day beside it are not of one day: both are shown.
        (
            "2025-09-06",
            "On Thursday, September 3, French speakers had 4,500 invitations.",
            {"Thursday, September 3"},
        ),
        # A day on which another type was drawn.
        (
            "2024-02-20",
            "The smallest was the agriculture round of February 14.",
            {"February 14"},
        ),
        # Half of the figures are right of both draws: the day may be wrong as well.
        (
            "2025-06-30",
            "The last CEC round of the month was that of June 12, with 3,000 invitations at 521.",
            {"June 12, with 3,000 invitations at 521"},
        ),
    ],
)
def test_what_is_wrong_is_shown_with_what_may_be_wrong_instead(on: str, text: str, claims: set[str]) -> None:
    assert wrong(text, on) >= claims


def test_the_first_draw_of_a_type_may_be_the_one_spoken_of():
    text = "The French draw of 7 July 2023 had 2,300 invitations. The first French draw had a cut-off of {} and 2,300 invitations."
    assert wrong(text.format(375), "2023-07-20") == {"375"}
    assert not wrong(text.format(439), "2023-07-20")


@pytest.mark.parametrize(
    ("on", "text", "mistaken"),
    [
        # A figure and its fellow of the very draw are no sum of the week.
        ("2025-05-03", "Education came on Thursday with 1,000 invitations at 479. Healthcare and social services followed on Friday with {} invitations at 510.", ("500", "1,500")),
        # The sentence before tells of one draw and sets another beside it.
        ("2025-12-12", "The cut-off for the Canadian Experience Class on Wednesday was 520, 11 points under the round of 26 November. {} candidates were invited.", ("6,000", "5,000")),
        # "It was the second for education" goes back to the draw before the last that was told of.
        ("2025-09-22", "On 17 September 2,500 candidates in education were invited. The day after came the trades, with {} invitations and a cut-off of 505. It was the second draw for education.", ("1,250", "1,520")),
    ],
)  # fmt: skip
def test_what_is_of_another_draw_and_what_is_wrong(on, text, mistaken):
    right, false = mistaken
    assert not wrong(text.format(right), on)
    assert wrong(text.format(false), on) == {false}


def test_two_figures_of_a_draw_that_its_month_alone_has_named():
    text = (
        "Teachers had 1,000 invitations at 479 on 1 May. For trades it was the first draw since October 2024. "
        "At that time 1,800 people were invited and the cut-off was 433."
    )
    assert not wrong(text, "2025-09-22")


@pytest.mark.parametrize(
    ("text", "on", "found"),
    [
        # Two figures and two days, each of its own.
        ("At the last two rounds of 2017 the score was 452 and then 446, on December 6 and December 20.", "2018-01-03", set()),
        ("The general rounds of late 2017 ended at 452 and 446, on 6 December and 20 December.", "2018-01-03", set()),
        ("The general round had a score of 446 on December 6, 2017.", "2018-01-03", {"446 on December 6, 2017"}),
        # A day of the year that the text is about, whatever stands beside it.
        ("The first draw of 2015 was small.\n\nThe cut-off spent the autumn between 450, reached on September 18 and again on October 2, and 498, on October 23.\n\nThe year 2016 was a lean one.", "2020-12-30", set()),
        ("The first draw of 2015 was small.\n\nThe cut-off spent the autumn between 450, reached on September 18 and again on October 2, and 498, on October 26.\n\nThe year 2016 was a lean one.", "2020-12-30", {"October 26"}),
    ],
)  # fmt: skip
def test_days_in_a_row_and_days_of_a_year_told_of(text, on, found):
    assert wrong(text, on) == found
