"""When an occupation was on lists, as rows of bars over the years. Pure: no Django.

Places in time are percentages of the width, so that a drawing can be stretched without its letters.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from occupations.standing import Listed

# Category-based draws began on this day: before it there was no list to be on.
FIRST_LISTS = date(2023, 5, 31)
DAY = timedelta(days=1)
# What a bar or what is left of the width must measure to hold a version's number, its name, a year.
ROOM_FOR_NUMBER, ROOM_FOR_NAME, ROOM_FOR_YEAR = 4, 13, 11
MOST_YEARS = 7
# Heights in em, so that they grow with the letters: the line of the years, a row with its three lines, its bars.
HEAD, ROW, BAR = 2.0, 4.5, 0.8


class Place(Listed, Protocol):
    """A place on a list of a type of draw."""

    @property
    def category(self) -> Hashable: ...


class Bar[L](NamedTuple):
    """The days of a place on a list: where they begin and how long they are, in hundredths of the whole time."""

    listing: L
    start: float
    width: float

    @property
    def has_number(self) -> bool:
        return self.width >= ROOM_FOR_NUMBER

    @property
    def has_name(self) -> bool:
        return self.width >= ROOM_FOR_NAME


class Spell(NamedTuple):
    """Days on lists of one type without a break; `end` is None where the last of them has none."""

    start: date
    end: date | None


class Row[L](NamedTuple):
    """A type of draw: the bars and the spells of its lists, oldest first; heights of its lines, in em."""

    category: Hashable
    bars: list[Bar[L]]
    spells: list[Spell]
    name_at: float
    bar_at: float
    note_at: float

    @property
    def bar_height(self) -> float:
        return BAR

    @property
    def middle_at(self) -> float:
        """Where the line through the bars is, which shows the days without a list."""
        return round(self.bar_at + BAR / 2, 2)

    @property
    def ended(self) -> date | None:
        """The last day of the last of these lists; None where it has none."""
        return self.spells[-1].end


class Year(NamedTuple):
    """A year and where it begins; one that would crowd the others is not named."""

    number: int
    start: float
    is_named: bool


class Timeline[L](NamedTuple):
    """From the first lists to a day; `height` in em."""

    rows: list[Row[L]]
    years: list[Year]
    height: float


def timeline[L: Place](listings: Iterable[L], until: date) -> Timeline[L] | None:
    """Draw one occupation's places on lists up to the day `until`; None when it was on none by then."""
    by_category: defaultdict[Hashable, list[L]] = defaultdict(list)
    for listing in sorted(listings, key=_start):
        if _start(listing) <= min(until, listing.version.valid_to or until):
            by_category[listing.category].append(listing)
    if not by_category:
        return None
    rows = [
        Row(
            category,
            [_bar(listing, until) for listing in group],
            list(_spells(group)),
            *(round(HEAD + number * ROW + line, 2) for line in (1.0, 1.6, 3.6)),
        )
        for number, (category, group) in enumerate(by_category.items())
    ]
    return Timeline(rows, _years(until), HEAD + len(rows) * ROW)


def _start(listing: Place) -> date:
    return max(listing.version.valid_from or FIRST_LISTS, FIRST_LISTS)


def _place(day: date, until: date) -> float:
    """Return where `day` begins between the first lists and the end of the day `until`."""
    return round(100 * (day - FIRST_LISTS).days / ((until - FIRST_LISTS).days + 1), 2)


def _bar[L: Place](listing: L, until: date) -> Bar[L]:
    start = _place(_start(listing), until)
    end = min(listing.version.valid_to or until, until)
    return Bar(listing, start, round(_place(end + DAY, until) - start, 2))


def _spells(listings: Sequence[Place]) -> Iterator[Spell]:
    """Join lists of which one begins on the day after the other's last."""
    begun = _start(listings[0])
    for listing, following in zip(listings, [*listings[1:], None], strict=True):
        end = listing.version.valid_to
        if following is None:
            yield Spell(begun, end)
        elif end is None or _start(following) > end + DAY:
            yield Spell(begun, end)
            begun = _start(following)


def _years(until: date) -> list[Year]:
    numbers = range(FIRST_LISTS.year, until.year + 1)
    step = 1 + len(numbers) // (MOST_YEARS + 1)
    return [
        Year(
            number,
            start := max(_place(date(number, 1, 1), until), 0.0),
            (number - numbers[0]) % step == 0 and start <= 100 - ROOM_FOR_YEAR,
        )
        for number in numbers
    ]
