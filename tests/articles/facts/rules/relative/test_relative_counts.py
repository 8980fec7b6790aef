"""Weekdays and counts of days beside a day, between draws, and of a week of draws."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("text", "day", "right", "mistaken"),
    [
        # A weekday behind its day.
        ("The draw of 5 July 2023, a {}, was for STEM.", date(2023, 8, 1), "Wednesday", "Thursday"),
        ("Trades came on August 3 ({}): 1,500 at 388.", date(2023, 8, 20), "a Thursday", "a Tuesday"),
        ("French was drawn on {} the 12th: 3,800 at 375.", date(2023, 7, 14), "Wednesday", "Tuesday"),
        # One behind each of several days in a row.
        ("The odd days were August 12, 2019, a Monday, August 20, 2019, a {}, and December 19, 2019, a Thursday.", date(2019, 12, 30), "Tuesday", "Friday"),
        ("The draws fell on July 4, a Tuesday, July 5, a {}, July 7, a Friday, and July 12, a Wednesday.", date(2023, 8, 2), "Wednesday", "Monday"),
        ("Draws came on 4 July, a Tuesday, 6 July, a {}, and 7 July, a Friday.", date(2023, 8, 2), "Thursday", "Saturday"),
        ("The draw of July 4, 2023, was a {}, July 5 a Wednesday.", date(2023, 8, 2), "Tuesday", "Monday"),
        ("One was held on July 4, which was a {}, July 5 and July 6 had others.", date(2023, 8, 2), "Tuesday", "Friday"),
        # How long ago a day was.
        ("The last one, {}, on 20 September, took 1,000.", date(2023, 10, 12), "three weeks ago", "two weeks ago"),
        ("Trades came on 3 August, {}.", date(2023, 8, 20), "17 days ago", "12 days ago"),
        # The bounds of a week of draws: 4 to 7 July 2023.
        ("From Tuesday to {} IRCC held its rounds.", date(2023, 7, 8), "Friday", "Thursday"),
        ("All its rounds fell between {} and Friday.", date(2023, 7, 8), "Tuesday", "Monday"),
        # From one draw to another.
        (
            "On 13 July 2023 nobody waited any longer; on 12 July French speakers were invited at 375. The previous French round, {} earlier, had stopped at 439.",
            date(2023, 7, 14),
            "five days",
            "six days",
        ),
        (
            "Trades were drawn on 18 September 2025, 1,250 at 505. Transport waits. The first trades draw, held {} earlier, is forgotten.",
            date(2025, 9, 20),
            "777 days",
            "97 days",
        ),
        ("Our list as it stands {} after the third STEM draw.", date(2024, 4, 15), "four days", "three days"),
        ("The previous STEM draw, {} ago, had 5,900.", date(2023, 12, 29), "three weeks", "six weeks"),
        (
            "On December 8, 2023, STEM had 5,900 invitations. French came {} before, on December 7.",
            date(2023, 12, 12),
            "a day",
            "three days",
        ),
    ],
)  # fmt: skip
def test_counts_and_weekdays(text, day, right, mistaken):
    assert wrong(text.format(right), day) == {}
    assert len(wrong(text.format(mistaken), day)) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # A weekday that only follows.
        ("On July 6, a Friday newsletter said, healthcare was drawn.", date(2023, 7, 8)),
        # Hedged, and near enough.
        ("The last one, about two weeks ago, on 20 September, took 1,000.", date(2023, 10, 12)),
        ("The last one, three weeks ago, on 20 September, took 1,000.", date(2023, 10, 13)),
        # No draws, and not those of the week.
        ("From Monday to Thursday our office is open; the draws took place later.", date(2023, 7, 8)),
        ("From Monday to Thursday no draws were held.", date(2023, 7, 8)),
        # Before a feast; from something else than a draw.
        ("On 7 December 2023 it was French. The second, four days before Christmas, was for trades.", date(2023, 12, 30)),
        ("The previous minister, two weeks earlier, had announced draws.", date(2023, 7, 14)),
        ("Four days after the third STEM list came out, nothing had happened.", date(2024, 4, 20)),
        # Another draw is told of, which was held so long after.
        ("French was drawn on 7 July 2023, two days after the first STEM draw.", date(2023, 7, 14)),
    ],
)  # fmt: skip
def test_what_is_left_alone(text, day):
    assert wrong(text, day) == {}
