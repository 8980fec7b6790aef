from dataclasses import dataclass
from datetime import date, datetime

from articles.expectations.baseline import baseline


@dataclass(frozen=True)
class Draw:
    date: date
    crs_cutoff: int
    held_at: datetime | None = None


DRAWS = [
    Draw(date(2023, 11, 1), 400),
    Draw(date(2023, 12, 1), 500),
    Draw(date(2024, 1, 1), 510),
    Draw(date(2024, 2, 1), 507),
    Draw(date(2024, 3, 1), 547),
]


def test_every_draw_since_the_day_is_held_against_the_one_before_it():
    # 10, 3 and 40; the first of them against a draw of the year before.
    assert baseline(DRAWS) == (3, 53 / 3, 10)


def test_the_median_of_two_lies_between_them():
    assert baseline(DRAWS, since=date(2024, 2, 1)) == (2, 21.5, 21.5)


def test_the_first_of_its_type_has_none_before_it():
    assert baseline(DRAWS[2:3]) is None
    assert baseline(DRAWS[:2]) is None
    assert baseline([]) is None
