"""Words that only look like a claim, or of which it is not certain what they are said of: right ones are not accused, wrong ones are."""

from datetime import date

import pytest

from articles.facts.checking import check
from articles.facts.model import Part, Status
from tests.articles.facts.labelled.record import shipped_record


def accused(text: str, day: date, title: str = "News") -> list[str]:
    """Return what is called wrong of a text."""
    found = check((Part("title", title), Part("body", text)), shipped_record(), day)
    return [finding.claim for finding in found if finding.status is Status.CONTRADICTED]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Ends of a range, parts of a whole, points of a person: no change from one draw to another.
        ("Across the all-program draws of 2017, scores ran from 468 down to 413.", date(2017, 6, 5)),
        ("We count 15 draws since January with 32,475 invitations. The general ones make up eight of them.", date(2024, 4, 13)),
        ("There were several French draws this year, and a brother or a sister in Canada gives 15 points more.", date(2023, 12, 22)),
        ("The STEM round of 11 April, with 4,500 invitations, by six points: its cut-off was 491.", date(2024, 4, 26)),
        # Whose first it was stands before it.
        ("Military recruits had their first round, senior managers their second.", date(2026, 8, 21)),
        ("On Friday the 7th the French speakers got their first draw.", date(2023, 7, 14)),
        ("Nominees had their third draw of this year; the first was for 250 and the second for 374.", date(2021, 2, 15)),
        ("The first draw was that of 31 January, and one week after, on a Saturday again, came the second draw.", date(2015, 7, 20)),
        # Of which of several it is said, the sentence before has to say.
        ("Three all-program rounds were held on 15, 23 and 29 March. The last of the three had the lowest all-program cut-off of the year.", date(2024, 1, 3)),
        ("Several sites promise a “record low” score for November.", date(2026, 10, 2)),
        ("The lowest cut-off of any draw until last week was 199, and that was in May 2017.", date(2021, 2, 17)),
        ("The STEM round of 8 December, with 5,900 invitations, was the largest in any category that year.", date(2024, 1, 3)),
        ("The first draw invited 779 people, none with fewer than 886 points.", date(2015, 12, 21)),
        # Shares of what several types had together, and of one type.
        ("CEC and French together make 82 per cent of all invitations of 2026 so far.", date(2026, 7, 24)),
        ("That draw took 27,332, so 47% of all CEC invitations this year came in one morning.", date(2021, 4, 30)),
        # A weekday that is right in the year of the article, and one that another day is counted from.
        ("Only until tomorrow. From Tuesday, 25 March, it brings no points.", date(2025, 3, 23)),
        ("Five days after our Friday, on the 31st, everybody together again: 3,877 invited.", date(2017, 6, 2)),
        # What somebody was invited with, who lives at a number, and what a nomination brings.
        ("Leila, 41, a millwright in Sarnia, was invited on December 19 with 430 points.", date(2024, 1, 4)),
        ("A welder from Lagos got invited in the trades draw of August 3 with 401 points.", date(2023, 11, 3)),
        ("Chidi, a welder, received his invitation on August 3 with 401 points; the cut-off was 388.", date(2023, 11, 3)),
        ("The welder got in on August 3 with 401, thirteen points to spare.", date(2023, 11, 3)),
        ("On July 6 a midwife with 471 was among the 1,500 invited. The cut-off for health care was 463.", date(2023, 11, 3)),
        ("The health care draw of July 6 took a nurse from Cebu with 470 points; the cut-off was 463.", date(2023, 11, 3)),
        ("For Leila the health care draw of July 6 came in time: 470 points, and the cut-off was 463.", date(2023, 11, 3)),
        ("Setting the French aside, no draw of July took more than 1,500 people.", date(2023, 11, 3)),
        ("The all-program draw was held on 18 October. Our next evening takes place at 1800 Argyle Street, on the 22nd.", date(2017, 11, 3)),
        ("The round of 1 November was for trades. She signed the lease on the 22nd, for 505 Rue du Port.", date(2017, 11, 30)),
        ("Find a province: a nomination brings 600, as the 125 nominees invited on June 10 can tell.", date(2025, 6, 13)),
        # What is passed, what is left aside, which draw the one before was, what all of a day had.
        ("When the number passed 3,500, as on February 22, 2017, the score was 441.", date(2018, 1, 9)),
        ("In May 2021 there were three draws for the CEC. The lowest point, leaving February aside, was 357.", date(2021, 12, 30)),
        ("In 2021 the CEC was drawn often; except in February, it took at least 357 points.", date(2021, 12, 30)),
        ("Draw 379 was for health care. That is 40 per cent more than in the draw before, number 373, which had a cut-off of 472.", date(2025, 11, 17)),
        ("On 1 November it was 795 in two rounds: 290 provincial nominees and 505 candidates of the Federal Skilled Trades Program.", date(2017, 11, 3)),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_not_accused(text, day):
    assert accused(text, day) == []


@pytest.mark.parametrize(
    ("text", "day", "claim"),
    [
        ("On Wednesday, 17 February nobody slept.", date(2025, 3, 23), "Wednesday, 17 February"),
        ("Physicians came first, on Thursday of last week, 20 February.", date(2026, 2, 28), "Thursday of last week, 20 February"),
        ("The last was held two weeks ago, on 29 June.", date(2022, 7, 6), "two weeks ago, on 29 June"),
        ("CEC was drawn on 17 July at 515. Candidates needed seven points fewer than in the round of 30 May.", date(2024, 7, 19), "30 May"),
        ("The busiest month of 2024 was August, with nine draws and 25,125 invitations.", date(2025, 1, 3), "August, with nine"),
        # A day of which nothing else is right is the wrong word.
        ("The last of the experience class took place on 15 September 2021, with 2,000 invitations at 403 points.", date(2022, 7, 8), "15 September 2021"),
        # But not where it is the day of the latest draw, and said to be.
        ("The nominees' latest draw, on 22 June, had 932 invitations at 796 points.", date(2022, 7, 8), "22 June, had 932"),
        ("The last was held on 29 June, two weeks ago.", date(2022, 7, 6), "29 June, two weeks"),
        ("Since September every round had been for federal skilled workers, 21 in a row.", date(2022, 7, 6), "federal skilled workers, 21"),
    ],
)  # fmt: skip
def test_two_words_either_of_which_may_be_wrong_are_both_shown(text, day, claim):
    assert any(claim in words for words in accused(text, day))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("The draws of 2022 are in the table. All were general; from the first to the latest the cut-off lost {} points.", date(2022, 11, 24), "66", "76"),
        ("CEC was drawn on Tuesday: 400 invitations. The cut-off is now eight points {} than the time before.", date(2024, 11, 21), "lower", "higher"),
        ("The trades category was called on 2 April and again two weeks ago yesterday, on 1 October. The later round made {} invitations and stopped at 476.", date(2026, 10, 16), "3,500", "3,000"),
        ("The trades category was called on 2 April and again on 1 October. The earlier round made {} invitations.", date(2026, 10, 16), "3,000", "3,500"),
        ("On January 11, 2017 the department passed {} for the first time, with 3,334 invitations.", date(2018, 1, 9), "3,000", "4,000"),
        ("The health care draw of July 6 took a nurse from Cebu with 470 points; the cut-off was {}.", date(2023, 11, 3), "463", "436"),
        ("He welds, and was invited on August 3 with 401; the cut-off was {}.", date(2023, 11, 3), "388", "386"),
        ("Military recruits had their {} round.", date(2026, 8, 21), "first", "second"),
    ],
)  # fmt: skip
def test_what_is_certain_is(text, day, true, false):
    assert accused(text.format(true), day) == []
    assert accused(text.format(false), day)
