"""Draws carried by what stands around a figure: pairs, rows, brackets, months, days that others are counted from."""

from datetime import date

import pytest

from articles.facts.checking import check
from articles.facts.model import Part, Status
from tests.articles.facts.labelled.record import shipped_record


def said(text: str, on: str, status: Status = Status.CONTRADICTED) -> set[str]:
    found = check([Part("body", text)], shipped_record(), date.fromisoformat(on))
    return {text[finding.start : finding.end] for finding in found if finding.status is status}


@pytest.mark.parametrize(
    ("on", "true", "false", "wrong"),
    [
        # A number of invitations with the cut-off that it was invited at.
        (
            "2024-03-15",
            "Transport came on Wednesday: 975 at 430, after 670 at 435 in December.",
            "Transport came on Wednesday: 975 at 340, after 670 at 435 in December.",
            "340",
        ),
        # Brackets are of the type before them.
        (
            "2024-03-30",
            "March had rounds for transport (975 at 430) and French (1,500, 388).",
            "March had rounds for transport (975 at 430) and French (1,500, 398).",
            "398",
        ),
        # Draws numbered in small letters.
        (
            "2025-10-20",
            "Largest of them is no. 371, where 4,500 were invited; no. 373 had 2,500.",
            "Largest of them is no. 371, where 5,400 were invited; no. 373 had 2,500.",
            "5,400",
        ),
        # A row of days, one of which had no such draw.
        (
            "2024-08-20",
            "The three French draws of the summer were held on 8 July, 18 July and 15 August.",
            "The three French draws of the summer were held on 8 July, 18 July and 14 August.",
            "14 August",
        ),
        (
            "2025-12-20",
            "Healthcare was drawn on 22 July, 19 August, 15 October and 14 November.",
            "Healthcare was drawn on 22 July, 19 August, 15 October and 24 November.",
            "24 November",
        ),
        # A row of months.
        (
            "2026-09-20",
            "Senior managers have had three draws so far, in March, July and September.",
            "Senior managers have had three draws so far, in March, June and September.",
            "June",
        ),
        # A month in which no draw of the type was held.
        (
            "2026-04-08",
            "The healthcare draw of February had 4,000 invitations.",
            "The healthcare draw of March had 4,000 invitations.",
            "March",
        ),
        # Figures that are spelled out.
        (
            "2026-08-10",
            "Friday's transport draw invited three hundred people, and the cut-off was four hundred and seventy.",
            "Friday's transport draw invited three hundred people, and the cut-off was four hundred and seventeen.",
            "four hundred and seventeen",
        ),
        # A figure beside its day, though another draw has it.
        (
            "2025-11-20",
            "The French draw of 4 September stopped at 446; on 29 October, 416 was enough.",
            "The French draw of 4 September stopped at 446; on 29 October, 432 was enough.",
            "432",
        ),
        # A sentence that goes on about the draw of the one before it.
        (
            "2026-03-10",
            "On 5 March, 250 senior managers were invited. The cut-off was 429.",
            "On 5 March, 250 senior managers were invited. The cut-off was 397.",
            "397",
        ),
        # The number of a draw, where day and figures are another's.
        (
            "2025-05-10",
            "In round 344, held on May 1, 2025, 1,000 teachers were invited.",
            "In round 343, held on May 1, 2025, 1,000 teachers were invited.",
            "round 343",
        ),
        # A day of the month spoken of.
        (
            "2025-01-20",
            "December 2024 had three rounds: nominees on the 2nd, French speakers on the 3rd and 1,085 nominees on the 16th.",
            "December 2024 had three rounds: nominees on the 2nd, French speakers on the 3rd and 1,058 nominees on the 16th.",
            "1,058",
        ),
        # Points that candidates were invited with.
        (
            "2024-11-22",
            "On Wednesday, 3,000 health workers were invited to apply for permanent residence with at least 463 points.",
            "On Wednesday, 3,000 health workers were invited to apply for permanent residence with at least 436 points.",
            "436",
        ),
        (
            "2025-05-05",
            "- May 1, education: 1,000 invitations, 479 points",
            "- May 1, education: 1,000 invitations, 497 points",
            "497",
        ),
        # A draw called by its place among those of its type.
        (
            "2024-07-20",
            "A trades draw was held on 4 July. The previous one dated from 19 December 2023.",
            "A trades draw was held on 4 July. The previous one dated from 18 December 2023.",
            "18 December 2023",
        ),
        (
            "2025-06-01",
            "STEM has had no draw this year, the last of them having taken place long ago: the last was on 11 April 2024.",
            "STEM has had no draw this year, the last of them having taken place long ago: the last was on 11 March 2024.",
            "11 March 2024",
        ),
        (
            "2026-09-20",
            "Senior managers were invited for the third time; the first, on 5 March, had been 250.",
            "Senior managers were invited for the third time; the first, on 15 March, had been 250.",
            "15 March",
        ),
        # A day that stands alone, as in a diary or a calendar.
        (
            "2022-12-01",
            "*14 September.* Another one. 3,250, 510.",
            "*14 September.* Another one. 3,250, 501.",
            "501",
        ),
        ("2025-06-27", "**10 June** PNP. 125 / 784", "**10 June** PNP. 152 / 784", "152"),
        (
            "2023-12-29",
            "### 20 December\n\nTransport. 670 at 435.",
            "### 20 December\n\nEducation. 670 at 435.",
            "Education",
        ),
        # A figure before a row of days or months is of them all.
        (
            "2025-12-30",
            "Four thousand is rare. The CEC had 4,000 twice: on 23 January and 5 February.",
            "Four thousand is rare. The CEC had 4,000 twice: on 23 January and 15 February.",
            "15 February",
        ),
        (
            "2025-12-30",
            "Three of 6,000, all of them French: 29 October, 28 November and 17 December.",
            "Three of 6,000, all of them French: 29 October, 18 November and 17 December.",
            "18 November",
        ),
        # As many figures as there were draws.
        (
            "2026-02-02",
            "Two CEC rounds were held in January, with 8,000 and 6,000 invitations.",
            "Two CEC rounds were held in January, with 8,000 and 5,000 invitations.",
            "5,000",
        ),
        # Rows of figures that go with rows of draws, changed for one another.
        (
            "2025-11-01",
            "On 28 October 1,000 CEC candidates and on 29 October 6,000 French speakers were invited, with cut-offs of 533 and 416 respectively.",
            "On 28 October 1,000 CEC candidates and on 29 October 6,000 French speakers were invited, with cut-offs of 416 and 533 respectively.",
            "416",
        ),
    ],
)
def test_what_is_wrong_is_named_and_what_is_right_is_not(on: str, true: str, false: str, wrong: str) -> None:
    assert said(true, on) == set()
    assert any(wrong in claim for claim in said(false, on))


@pytest.mark.parametrize(
    ("on", "text"),
    [
        # Cut-offs in a row are of draws in a row, and not of one.
        ("2025-10-10", "The CEC had three rounds since August: 534, 534, 534. Before that, 518."),
        ("2024-08-20", "Nominees have had four draws since July. Their cut-offs were 739, 670, 686 and 690."),
        ("2026-03-10", "The sizes of French draws shrink: 8,500, 5,500. So far, the year has had two."),
        # A day counted from another, on which nothing was held, says not which draw is meant.
        ("2024-11-22", "On Wednesday the healthcare cut-off was 463. A month and a half ago a mark was 539."),
        # A time behind a figure is that figure's.
        ("2024-03-15", "The newest transport draw had 430, down from 435 in December."),
        (
            "2019-11-01",
            "Trades were invited with nominees on 1 November 2017: 290 of these, and 200 in 2018.",
        ),
        # "Whose" goes back to the type before it.
        (
            "2025-11-01",
            "The CEC round of 28 October came a day after one for 302 nominees, whose cut-off was 761.",
        ),
        # What the draw of a sentence is compared with has not the figure that follows.
        (
            "2024-11-22",
            "Wednesday's draw had 3,000 invitations, 750 fewer than the healthcare draw of 5 July, and 463 for a cut-off.",
        ),
        # Two draws of one day.
        (
            "2017-06-01",
            "On 26 May 2017 nominees were drawn, as were the skilled trades. It had 143 invitations and a bar of 775.",
        ),
        # A line is drawn at a day, and a verb in small letters is no type.
        ("2026-05-30", "In the CEC round of 27 May the line for ties was drawn at 30 April."),
        ("2021-03-01", "Of all invitations this year 27,332 stem from the round of 13 February."),
        # Words that say a number is passed or bounded.
        ("2024-11-20", "Nominee scores climbed past 810 in November."),
        # Began is not now.
        ("2026-06-29", "Healthcare began at 476 in 2023 and stood last week at 475."),
        # The last draw may be the last of any type, and another type may be named behind the day.
        (
            "2025-08-22",
            "On Tuesday came healthcare, with 2,500 at 470. The previous draw was held on 18 August.",
        ),
        (
            "2025-08-22",
            "On Tuesday came healthcare, with 2,500 at 470. The previous round, on 8 August, was for French speakers.",
        ),
        ("2025-08-22", "Healthcare came back on Tuesday. The last of its lists dates from 27 February 2025."),
        # A diary has other numbers than those of draws.
        ("2022-12-01", "*14 September.* The bar is 510. My score is 498, and 520 is what I need."),
        ("2022-12-01", "*14 September.* I counted: 350 messages."),
        ("2023-07-08", "**Thursday, 6 July, 2:55 p.m.** Nurses. 1,500 at 463."),
        # Whoever has more than the cut-off is invited too, and two types may share a row.
        ("2024-09-01", "CEC candidates with 510 points would have been invited on 31 July and 27 August."),
        ("2024-09-01", "For the CEC, 510 was enough on 31 July and 27 August."),
        ("2024-08-20", "Nominees, the CEC and French speakers were invited on 13, 14 and 15 August."),
        ("2024-08-20", "The CEC and French draws were held on 14 August and 15 August."),
        # Draws after the article are none of its draws, though the month without a year may be theirs.
        ("2026-01-03", "The largest French draw was in March, with 7,500 at 379."),
        # What is told of several together, as a share or of a season, is of no one draw.
        ("2026-09-20", "Physicians have had three so far, with 891."),
        ("2025-01-05", "Candidates in general rounds were 15 per cent (14,445) of all."),
        (
            "2026-10-03",
            "Trades stood at 476 on Thursday, one point below that of spring, when 3,000 were invited.",
        ),
        ("2023-07-20", "Healthcare had two draws. Cut-offs 476/463."),
        ("2024-03-15", "Nobody went so low: French came nearest with 375, trades had 388."),
        # Figures in a row behind days in a row.
        ("2024-08-10", "The CEC took 6,300 on July 17 and 5,000 on July 31, at 515 and 510 respectively."),
        # The days of a row may be those of draws of several types.
        ("2023-07-20", "Rounds were held on 4 July, 5 July and 7 July."),
    ],
)
def test_what_may_be_read_otherwise_is_not_accused(on: str, text: str) -> None:
    assert said(text, on) == set()


def test_a_draw_that_others_tell_of_is_not_in_the_record() -> None:
    text = "A forum has it that a healthcare round was held on March 12, 2025; we could not find it."
    assert said(text, "2025-03-22") == set()
    assert said(text, "2025-03-22", Status.NOT_IN_RECORD) == {"March 12, 2025"}


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        (
            "Nominees came on 13 October. 612 invitations went out, and the lowest score was 719.",
            {"13 October", "612", "719"},
        ),
        ("On Wednesday 2,500 health workers were invited, at 474.", {"2,500", "474"}),
        ("A CEC draw is planned for 14 October.", set()),
        ("On 13 October the minister announced a category for nurses.", set()),
        (
            "Nominees came on 13 October. On 1 October, 3,500 trades candidates were invited at 476.",
            {"13 October"},
        ),
    ],
)
def test_what_goes_on_about_a_draw_that_the_record_lacks_is_not_in_it_either(
    text: str, lacking: set[str]
) -> None:
    assert said(text, "2026-10-16") == set()
    assert said(text, "2026-10-16", Status.NOT_IN_RECORD) == lacking


def test_a_day_beside_a_figure_of_the_next_day_is_one_of_two_that_are_wrong() -> None:
    text = "On 14 August IRCC held a draw with 2,000 invitations."
    assert any("14 August" in claim for claim in said(text, "2024-08-20"))
