from datetime import date
from typing import NamedTuple

from draws.charts.invitations import busiest, by_month, invitation_charts


class Type(NamedTuple):
    pk: int
    slug: str
    order: int
    includes_nomination: bool = False


class Draw(NamedTuple):
    date: date
    category: Type
    invitations: int
    crs_cutoff: int = 500


CEC, FRENCH, NOMINEES = Type(1, "cec", 2), Type(2, "french", 6), Type(3, "pnp", 3, True)
DRAWS = [
    Draw(date(2025, 1, 8), CEC, 1350),
    Draw(date(2025, 1, 23), CEC, 4000),
    Draw(date(2025, 2, 19), FRENCH, 6500),
    Draw(date(2025, 2, 17), NOMINEES, 646),
]
NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def test_types_are_added_up_by_month_with_nominees_apart():
    year = by_month(DRAWS)
    assert [(row.category, row.months[:3], row.total) for row in year.others] == [
        (FRENCH, [0, 6500, 0], 6500),
        (CEC, [5350, 0, 0], 5350),
    ]
    assert [(row.category, row.total) for row in year.nominees] == [(NOMINEES, 646)]


def test_the_busiest_month_counts_all_rows():
    assert busiest(by_month(DRAWS).others) == (2, 6500)


def test_nobody_invited_is_no_chart():
    assert invitation_charts(by_month([]).nominees, NAMES) == []


def test_types_are_stacked_in_their_hues_and_months_named_as_room_allows():
    narrow, wide = invitation_charts(by_month(DRAWS).others, NAMES)
    assert wide.spec["data"]["values"] == [
        {"month": 2, "invitations": 6500, "hue": "var(--french)", "place": 0},
        {"month": 1, "invitations": 5350, "hue": "var(--cec)", "place": 1},
    ]
    assert '"Sep"' in wide.spec["encoding"]["x"]["axis"]["labelExpr"]
    assert '"Sep"' not in narrow.spec["encoding"]["x"]["axis"]["labelExpr"]
    assert wide.spec["encoding"]["y"]["scale"]["domain"] == [0, 8000]
