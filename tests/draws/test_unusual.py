from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

import pytest

from draws.models import Round
from draws.unusual import Kind, Unusual, unusual

TODAY = date(2026, 11, 22)


class Draw(NamedTuple):
    number: str = "448"
    date: date = date(2026, 11, 19)
    crs_cutoff: int = 518
    invitations: int = 2000
    tie_breaking_at: datetime | None = None


# Canadian Experience Class, newest first.
RECENT = [
    Draw("446", date(2026, 9, 29), 518, 2000),
    Draw("443", date(2026, 9, 15), 519, 2000),
    Draw("439", date(2026, 9, 1), 515, 3000),
]
BEFORE = Draw("447", date(2026, 10, 1), 476, 3500)


def kinds(draw, recent=RECENT, before=BEFORE):
    return [item.kind for item in unusual(draw, recent, before, TODAY)]


def test_a_draw_like_the_recent_ones_is_not_remarked_on():
    assert kinds(Draw()) == []


@pytest.mark.parametrize("cutoff", [490, 544])
def test_a_cutoff_up_to_25_points_from_the_recent_ones_is_not_remarked_on(cutoff):
    assert kinds(Draw(crs_cutoff=cutoff)) == []


@pytest.mark.parametrize(("cutoff", "kind"), [(489, Kind.CUTOFF_LOW), (545, Kind.CUTOFF_HIGH)])
def test_a_cutoff_farther_from_the_recent_ones_is_remarked_on_with_their_range(cutoff, kind):
    assert unusual(Draw(crs_cutoff=cutoff), RECENT, BEFORE, TODAY) == [
        Unusual(kind, {"value": cutoff, "low": 515, "high": 519, "draws": 3})
    ]


@pytest.mark.parametrize("invitations", [1000, 6000])
def test_half_to_twice_the_recent_invitations_are_not_remarked_on(invitations):
    assert kinds(Draw(invitations=invitations)) == []


@pytest.mark.parametrize(
    ("invitations", "kind"), [(999, Kind.INVITATIONS_FEW), (6001, Kind.INVITATIONS_MANY)]
)
def test_far_fewer_or_more_invitations_are_remarked_on(invitations, kind):
    assert unusual(Draw(invitations=invitations), RECENT, BEFORE, TODAY) == [
        Unusual(kind, {"value": invitations, "low": 2000, "high": 3000, "draws": 3})
    ]


def test_only_the_ten_newest_draws_are_recent():
    november = date(2026, 11, 5)
    recent = [Draw(date=november, crs_cutoff=500)] * 10 + [Draw(date=november, crs_cutoff=600)]
    assert kinds(Draw(crs_cutoff=560), recent) == [Kind.CUTOFF_HIGH]


def test_the_first_draw_of_its_type_is_remarked_on():
    assert kinds(Draw(), recent=[]) == [Kind.FIRST_OF_TYPE]


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 11, 23), Kind.FUTURE),
        (date(2026, 11, 21), Kind.WEEKEND),
        (date(2026, 7, 1), Kind.HOLIDAY),
        (date(2025, 12, 25), Kind.HOLIDAY),
    ],
)
def test_a_day_on_which_no_draw_is_expected_is_remarked_on(day, kind):
    assert kinds(Draw(date=day), recent=[Draw(date=day - timedelta(days=14))], before=None) == [kind]


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2026, 10, 2), [Kind.SOON]), (date(2026, 10, 3), []), (date(2026, 9, 29), [Kind.SOON])],
)
def test_a_draw_within_three_days_of_the_last_of_its_type_is_remarked_on(day, expected):
    recent = [Draw("446", date(2026, 9, 30), 518, 2000)] if day.month == 10 else RECENT
    found = kinds(Draw(date=day), recent, before=None)
    assert [kind for kind in found if kind is not Kind.WEEKEND] == expected


def test_a_draw_after_half_a_year_is_remarked_on_with_the_days():
    recent = [Draw("408", date(2026, 4, 2))]
    assert unusual(Draw(), recent, BEFORE, TODAY) == [
        Unusual(Kind.LATE, {"days": 231, "number": "408", "date": date(2026, 4, 2)})
    ]


def test_a_date_earlier_than_that_of_the_draw_numbered_before_is_remarked_on():
    assert unusual(Draw(date=date(2026, 9, 30)), [Draw("443", date(2026, 9, 15))], BEFORE, TODAY) == [
        Unusual(Kind.OUT_OF_ORDER, {"number": "447", "date": date(2026, 10, 1)})
    ]


@pytest.mark.parametrize(("number", "expected"), [("449", [Kind.NUMBER_SKIPPED]), ("448a", [])])
def test_a_skipped_number_is_remarked_on(number, expected):
    assert kinds(Draw(number)) == expected


def test_split_numbers_follow_one_another():
    assert kinds(Draw("448b"), before=Draw("448a", date(2026, 11, 19))) == []
    assert kinds(Draw("s2"), before=Draw("447", date(2026, 10, 1))) == []


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2025, 11, 19, 12, tzinfo=UTC), []),
        (datetime(2025, 11, 18, 12, tzinfo=UTC), [Kind.TIE_BREAK_OLD]),
    ],
)
def test_a_tie_break_before_a_profile_can_have_been_made_is_remarked_on(moment, expected):
    assert kinds(Draw(tie_breaking_at=moment)) == expected


@pytest.mark.django_db
def test_about_one_draw_of_the_record_in_nine_is_remarked_on():
    remarks, by_type, before = {}, {}, None
    for round in Round.objects.select_related("version__category").order_by("sequence"):
        earlier = by_type.setdefault(round.category.slug, [])
        remarks[round.number] = [item.kind for item in unusual(round, earlier, before, TODAY)]
        earlier.insert(0, round)
        before = round
    assert 40 < sum(map(bool, remarks.values())) < 70
    # 13 February 2021, the day of 27,332 invitations at 75 points.
    assert remarks["176"] == [Kind.CUTOFF_LOW, Kind.INVITATIONS_MANY, Kind.WEEKEND]
    assert remarks["446"] == []
