"""True texts in which a figure is of somebody, of another time, of another list or of an error put right: none is accused."""

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
        # What a person has.
        (
            "2025-11-15",
            "**15 October.** Healthcare: 2,500, at 472.\n\n**14 November.** 3,500, at 462. Olga, who had 465, sang.",
        ),
        (
            "2024-02-17",
            "The draw yesterday had 150 invites. The december one was 386 and the one before that 354\n\n**lea:** in december as well. 401 > 386",
        ),
        (
            "2025-10-02",
            "Monday's draw for nominees: 291 invited, 855.\n\n**Rui:** I got my nomination in August. 600 + 231 = 831.",
        ),
        ("2025-12-18", "The class had 515 on Tuesday, with 5,000 invitations.\n\nAnna: 517"),
        (
            "2026-08-08",
            "Transport stopped at 470 yesterday.\n\nPete in the paint shop has 471 and a good wrench.",
        ),
        # A time behind a figure, a month before it, a season.
        (
            "2026-02-20",
            "Transport had 1,000 invitations on 20 September 2023, 670 three months later to the day, and 975 on 13 March 2024.",
        ),
        (
            "2026-09-05",
            "The health-care draw the day after ours took 3,500 people, and it needed 475.\n\n**How many doctors were invited?**\n229 with me. In June it was 271.",
        ),
        (
            "2025-11-29",
            "Friday was for French: 6,000, as on 29 October, and at 408 it asked for eight points less.",
        ),
        (
            "2026-01-22",
            "The class had 8,000 at 511 on January 7 and 6,000 yesterday at 509. A month ago it was 515, on December 16, and in the autumn of last year it was 534.",
        ),
        # Another type, another draw of the day, the highest of several, a total.
        (
            "2025-01-03",
            "- **816**: the highest, on 18 November, for nominees. Only 174 people were invited that day; just one round, the 150 for agriculture, was smaller.",
        ),
        (
            "2026-09-05",
            "Physicians were drawn on Thursday, with a cut-off of 198. The round produced 229 invitations. That compares with 271 in June, at 223, and 391 in February, at 169, so that this year's total for physicians stands at 891.",
        ),
        # The day of a count, of a tie-break, of another year.
        ("2022-07-06", "The pool stood at 220,674 on June 20, the latest count."),
        (
            "2026-09-08",
            "On 18 August the Canadian Experience Class was drawn at 523 and the tie-break was 17 August. On 22 January 2020, in a general draw at 471, it was 9 May 2019, more than eight months earlier.",
        ),
        (
            "2025-03-02",
            "Transport waited until September 20, when it invited 1,000 people at 435.\n\nIt repeated that cut-off to the point on December 20, with 670 invitations, and on March 13 of last year came down to 430, with 975.",
        ),
        # The time of a message.
        ("2024-10-24", "**Mon 21 Oct, 12:40** Draw 319. PNP. 648 ITAs. Cut-off 791."),
        # An error put right.
        ("2026-08-22", "A graphic gave the transport cut-off of 7 August as 407. It was 470."),
        (
            "2025-11-29",
            "Last week I wrote that health care had been drawn five times this year. It has been six.",
        ),
        ("2023-08-03", "TRADES DRAW today, 1500 ITAs, 388\n\nsome page says 398\n\nwrong. it's 388"),
        # Differences from somebody's score, from where it began, of several draws.
        (
            "2025-09-01",
            "The last healthcare draw, on 19 August, had a cut-off of 470. The one in July was at 475, so there you'd have been three short.",
        ),
        (
            "2015-12-19",
            "Yesterday's 460 is one point below the round of December 4, and 426 below where it all began.",
        ),
        # Lowest numbers of either kind.
        (
            "2023-12-28",
            "In December there was a general draw at 561. That is the highest cut-off a general draw has had since 2015.\n\nWhat next? Our lowest number of the year, at any rate, is 354, for agriculture, on 28 September.",
        ),
        # Parts, and sums of draws in a row.
        ("2020-04-18", "Four draws in eight days, and all of them behind closed doors."),
        (
            "2025-01-04",
            "2024 in short:\n\n- **52** rounds, one for every week of the year, though they did not come weekly.",
        ),
        (
            "2026-08-10",
            "**31 May 2023.** Six categories are announced: French, health care, STEM, trades, transport, agriculture and agri-food.",
        ),
        # Lists of before.
        (
            "2026-02-22",
            "Agriculture and agri-food was born on 31 May 2023. It had three occupations: butchers (63201), agricultural service contractors and farm supervisors (82030), and one more.",
        ),
        (
            "2026-02-19",
            "Cooks are off the trades list. In their place come butchers (63201), who until Tuesday were alone in agriculture.",
        ),
        (
            "2026-02-20",
            "The transport category asks for twelve months of experience in three years. It was six.",
        ),
        (
            "2026-08-10",
            "**27 February 2025.** The lists are rewritten. Transport is dropped, and education begins.",
        ),
        (
            "2026-08-10",
            "**27 February 2025.** The lists are rewritten. STEM shrinks from 24 to 11, trades grow from ten to 25, agriculture is down to butchers.",
        ),
        (
            "2023-06-02",
            "The health list has 35 occupations. Dentists are included, pharmacists (31120) and dental hygienists (32111) are not.",
        ),
        ("2026-05-15", "In STEM, six of eleven are TEER 1."),
        # Points.
        ("2026-10-05", "**Myth: A job offer gives 50 points.** Not since March 2025."),
        (
            "2016-11-20",
            "Until Friday a job offer brought 600 points. Since yesterday it brings 200, if it is for a senior manager's job, and 50 in all other cases.",
        ),
        # Numbers in words.
        (
            "2021-02-14",
            "Yesterday, a Saturday, the federal government invited twenty-seven thousand, three hundred and thirty-two people to apply for permanent residence.",
        ),
        # The newest of a week.
        (
            "2026-10-02",
            "The previous trades draw had been that of April 2, with 3,000 at 477. It was the third draw of the week.",
        ),
    ],
)
def test_what_may_be_said_of_something_else_is_not_accused(on: str, text: str) -> None:
    assert wrong(text, on) == set()


@pytest.mark.parametrize(
    ("behind", "is_right"),
    [("There are 37 occupations on the list.", False), ("Wrong: it is 3.", True)],
)
def test_only_the_right_figure_itself_puts_another_right(behind, is_right):
    text = f"Nurses must show six months of work within the past five years. {behind}"
    assert ("five years" not in wrong(text, "2025-07-24")) is is_right
