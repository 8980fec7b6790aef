"""Being on a list today, having been, and never."""

from dataclasses import dataclass
from datetime import date

from occupations.standing import Standing, standing


@dataclass(frozen=True)
class Version:
    valid_from: date | None
    valid_to: date | None = None
    list_awaited: bool = False

    def is_in_force(self, on):
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )


@dataclass(frozen=True)
class Listing:
    version: Version


TRANSPORT_1 = Listing(Version(date(2023, 5, 31), date(2025, 2, 26)))
TRADES_2 = Listing(Version(date(2025, 2, 27), date(2026, 2, 17)))
TRADES_3 = Listing(Version(date(2026, 2, 18)))
# Announced without its list: synthetic.
AWAITED = Version(date(2026, 11, 3), list_awaited=True)


def test_all_lists_in_force_on_the_day_count_to_their_last_day():
    assert standing([TRANSPORT_1], date(2025, 2, 26)) == Standing([TRANSPORT_1])
    both = [TRADES_3, TRADES_2, Listing(Version(date(2025, 12, 8)))]
    assert standing(both, date(2026, 2, 18)).now == [both[0], both[2]]


def test_off_all_lists_the_last_to_end_is_told():
    assert standing([TRADES_2, TRANSPORT_1], date(2026, 11, 22)) == Standing([], TRADES_2)


def test_a_list_to_come_is_not_one_in_force():
    assert standing([TRADES_3, TRADES_2], date(2023, 1, 1)) == Standing([], None, TRADES_2)


def test_without_a_place_on_any_list_there_is_nothing_to_tell():
    assert standing([], date(2026, 11, 22)) == Standing([])


def test_the_places_that_tell_the_standing_are_named():
    assert standing([TRADES_3, TRADES_2], date(2026, 11, 22)).named == [TRADES_3]
    assert standing([TRADES_2, TRANSPORT_1], date(2026, 11, 22)).named == [TRADES_2]
    assert standing([], date(2026, 11, 22)).named == []


def test_a_list_in_force_that_is_not_published_is_awaited_on_top_of_what_is_known():
    day = date(2026, 11, 22)
    assert standing([], day, [AWAITED]) == Standing([], awaited=(AWAITED,))
    assert standing([TRADES_2], day, [AWAITED]) == Standing([], TRADES_2, awaited=(AWAITED,))
    assert standing([TRADES_3], day, [AWAITED]) == Standing([TRADES_3], awaited=(AWAITED,))


def test_only_lists_in_force_on_the_day_that_are_not_published_are_awaited():
    over = Version(date(2026, 2, 18), date(2026, 11, 2), list_awaited=True)
    versions = [TRADES_3.version, over, AWAITED]
    assert standing([], date(2026, 11, 22), versions).awaited == (AWAITED,)
    assert standing([], date(2026, 11, 3), versions).awaited == (AWAITED,)
    assert standing([], date(2026, 11, 2), versions).awaited == (over,)
    assert standing([], date(2026, 2, 17), versions).awaited == ()
