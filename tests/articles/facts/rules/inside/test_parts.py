"""Wholes and their parts, of whatever is counted."""

from datetime import date

import pytest

from articles.facts.model import Status
from articles.facts.rules.inside import inside
from tests.articles.facts.rules.saying import findings, wrong

DAY = date(2024, 11, 30)


def of(text, day=DAY):
    return wrong(text, day, rule=inside.find)


# A text, the rest that its parts leave, and another.
COUNTED = [
    ("Of the 26, nine (35 per cent) are nurses, four (15 per cent) cooks, and the other {} (50 per cent) wait.", "13", "15"),
    ("Of the 20 who wrote, eleven are cooks and one is a nurse; the other {} gave no job.", "8", "6"),
    ("Of the 90 who wrote to us at length, 52 are men and the other {} women.", "38", "48"),
    (
        "Of the 26, nine are learning French, four have applied to a province, and the other {} say that they will simply wait.",
        "13",
        "15",
    ),
    ("Of its 14 trained nurses, nine came through a province and the other {} through the pool.", "5", "6"),
    ("We asked 40 members. Eleven are learning French, four have applied to a province. The other {} wait.", "25", "15"),
    ("We polled 60 cooks: 31 speak French, 12 are learning it, and the remaining {} do neither.", "17", "27"),
    ("Among our 80 pupils, 33 have a job in Canada; 20 have a sister there; the rest, {} of them, have nobody.", "27", "37"),
    ("At the café 26 people meet. Nine learn French. Four have applied to a province. The other {} wait.", "13", "15"),
    ("Of the 1,200 who came, 700 were welders, 300 were bakers, and the {} others came for the soup.", "200", "300"),
    ("My class has 30 students. Half of them want to teach, and the other {} do not know yet.", "15", "18"),
    ("Twenty-two families live on our street: eight from India, six from Kenya, leaving {} from elsewhere.", "8", "9"),
    ("There are 40 members:\n\n- 11 are learning French\n- four have applied to a province\n- the other {} wait\n", "25", "15"),
    ("Our 40 members said:\n\n- Learning French: 11\n- Applied to a province: 4\n- The rest: {}\n", "25", "15"),
    ("We asked 40 members.\n\n| Plan | Members |\n|---|---|\n| French | 11 |\n| Province | 4 |\n| The rest | {} |\n", "25", "15"),
    ("Of our 21 readers in Laval, 12 (nine of them nurses) have a score above 470 and the other {} do not.", "9", "8"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rest", "other"), COUNTED)
def test_the_rest_is_what_the_parts_leave(text, rest, other):
    assert of(text.format(rest)) == {}
    assert of(text.format(other)) == {other: rest}


SHARED = [
    ("Of the 640 who replied, 45 per cent (288) expect a French draw, 35 per cent one for STEM and the remaining {} per cent nothing.", "20", "30"),
    ("French was named by 45 per cent, trades by 35 per cent and nurses by the remaining {} per cent.", "20", "30"),
    ("In our poll 20 per cent expected a French draw, 35 per cent none and the remaining {} per cent anything.", "45", "30"),
    ("20% of readers said yes, 35% no, and the other {}% shrugged.", "45", "40"),
    ("Yes, said 58 per cent. No, said 31 per cent. The rest, {} per cent, had no opinion.", "11", "21"),
    ("French: 45 per cent. Trades: 35 per cent. The remaining {} per cent: nothing.", "20", "30"),
    ("Half hope for French, 20 per cent for trades and the remaining {} per cent for nurses.", "30", "20"),
    ("A quarter of the members have applied, 40 per cent are waiting, and the remaining {} per cent have left.", "35", "45"),
    ("What members want:\n\n- French: 45 per cent\n- Trades: 35 per cent\n- The rest: {} per cent\n", "20", "30"),
    ("| Wish | Share |\n|---|---|\n| French | 45% |\n| Trades | 35% |\n| All others | {}% |\n", "20", "30"),
    ("Of the 640 who replied, 45 percent named French, 35 percent trades, leaving {} percent without a wish.", "20", "25"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rest", "other"), SHARED)
def test_shares_with_the_rest_make_a_hundred(text, rest, other):
    assert of(text.format(rest)) == {}
    assert of(text.format(other)) == {other: rest}


@pytest.mark.parametrize(
    ("text", "whole", "other"),
    [
        ("Our {} advisers (six lawyers and five consultants) are there.", "11", "12"),
        ("The office has {} advisers: six lawyers, five consultants and two clerks.", "13", "12"),
        ("There were {} people: 18 nurses and 12 aides.", "30", "32"),
        ("The choir counts {} voices – 21 women and 16 men.", "37", "40"),
        ("Of the {} who answered, 31 had taken a test and 19 had not.", "50", "60"),
        ("We asked {} lawyers what the year will bring: 7 expect larger rounds, 5 do not.", "12", "14"),
        ("Of our {} members, 21 would go to Manitoba, 17 would not.", "38", "48"),
        ("She counted {} letters, namely 120 complaints and 35 poems.", "155", "165"),
        ("They polled {} students: 45 have applied and 18 haven't.", "63", "73"),
    ],
)
def test_the_whole_is_what_its_parts_make(text, whole, other):
    assert of(text.format(whole)) == {}
    assert of(text.format(other)) == {other: whole}


@pytest.mark.parametrize(
    "text",
    [
        # Not all parts are counted.
        "Of the 26, nine are learning French, some have applied, and the other 12 wait.",
        "Of the 26, Rohan has left, nine are learning French, and the other 15 wait.",
        "Most want French; 35 per cent want trades, and the remaining 20 per cent nothing.",
        # Nor exactly.
        "Of the 26, about ten are learning French, and the other 15 wait.",
        # Another whole, which is not told.
        "The room has 30 desks and two doors. Nine of us learn French, and the other 15 wait.",
        "It was 4,500 at 479. Nine of us were glad, and the other six were not.",
        # Rounded.
        "A third want French, 33 per cent trades and the remaining 33 per cent nothing.",
        "17.4 per cent want French, 33 per cent trades and the remaining 49 per cent nothing.",
        # One thing and another.
        "Of the 26 nurses, nine work in Laval. On the other hand 15 work in Toronto.",
        "The rest of the 26 had 15 minutes.",
        "Of the 20 who came on Monday and the ten on Tuesday, six were nurses, and the other 24 cooks.",
        "Of the 14 who wrote in English and the six who wrote in French, nine are cooks, and the other 11 nurses.",
        "Of the 40 members, 21 had been invited and 12 had not been told. The other seven left.",
        "Last year we had 40 members. Six left, nine joined, and the other 34 stayed.",
        "45 per cent said yes, up from 40 per cent last year, and the remaining 50 per cent said no.",
        "Of the two firms one has 30 clerks, the other 28 clerks.",
        "| Wish | Growth |\n|---|---|\n| French | 45% |\n| Trades | 35% |\n| All others | 4% |\n",
        "We had 20 questions.\n\n| From | Letters |\n|---|---|\n| Laval | 9 |\n| Toronto | 6 |\n| The rest | 15 |\n",
        "The list has grown by 15 codes. Ten are old, and the other 15 are new.",
        # Draws have rules of their own.
        "Of the 26 draws, nine were for French, four for nominees, and the other 15 for all.",
        "Of the 90 nurses, 60 told us more: 22 had been invited, and the other 38 had not.",
    ],
)
def test_what_makes_no_sum(text):
    assert of(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Readers could name more than one. 60 per cent named French, 35 per cent trades, and the remaining 25 per cent nothing.",
        "60 per cent ticked French, 35 per cent trades and the remaining 25 per cent nurses (several answers were possible).",
    ],
)
def test_where_several_answers_were_possible_a_human_looks(text):
    assert Status.NEEDS_HUMAN in {found.status for found in findings(text, DAY, rule=inside.find)}
    assert of(text) == {}
