"""Invitations of a year by month and type of draw; provincial nominees in a drawing of their own. Pure: no Django."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from draws.trends import Draw, Series

from .spec import NARROW, PAPER, WIDE, Chart, Frame, Spec, chart, scale, value_axis

MONTHS = range(1, 13)


class Type(Series, Protocol):
    """A type of draw as a drawing names it."""

    @property
    def pk(self) -> int: ...
    @property
    def slug(self) -> str: ...
    @property
    def order(self) -> int: ...


class Invited(Draw, Protocol):
    """A draw with its type."""

    @property
    def category(self) -> Type: ...


class Row[T](NamedTuple):
    """Invitations to a type of draw in each month of a year, and in all of it."""

    category: T
    months: list[int]

    @property
    def total(self) -> int:
        return sum(self.months)


class Year[T](NamedTuple):
    """The invitations of a year: types other than provincial nominees, largest first, and nominees (none or one)."""

    others: list[Row[T]]
    nominees: list[Row[T]]

    @property
    def months(self) -> list[int]:
        """Invitations in each month without nominees."""
        return [sum(month) for month in zip(*(row.months for row in self.others), strict=True)]

    @property
    def total(self) -> int:
        return sum(self.months)


def by_month(rounds: Iterable[Invited]) -> Year[Type]:
    """Add up the invitations of a year's draws by type and month."""
    sums: dict[int, Counter[int]] = {}
    types: dict[int, Type] = {}
    for round in rounds:
        types[round.category.pk] = round.category
        sums.setdefault(round.category.pk, Counter())[round.date.month] += round.invitations
    rows = [Row(types[pk], [months[month] for month in MONTHS]) for pk, months in sums.items()]
    rows.sort(key=lambda row: (-row.total, row.category.order))
    return Year(
        [row for row in rows if not row.category.includes_nomination],
        [row for row in rows if row.category.includes_nomination],
    )


def busiest(rows: Sequence[Row[Type]]) -> tuple[int, int]:
    """Return the month (1 to 12) with the most invitations to all `rows` together, and how many; the earliest of equals."""
    months = [sum(month) for month in zip(*(row.months for row in rows), strict=True)]
    return months.index(max(months)) + 1, max(months)


def invitation_charts(rows: Sequence[Row[Type]], names: Sequence[str]) -> list[Chart]:
    """Return the drawings of the rows stacked by month, for phones and for desks; none without rows.

    `names` are short names of the twelve months; a phone has room for their first letters.
    """
    if not rows:
        return []
    return [_stack(NARROW, rows, [name[0] for name in names]), _stack(WIDE, rows, names)]


def _stack(frame: Frame, rows: Sequence[Row[Type]], names: Sequence[str]) -> Chart:
    frame = frame._replace(left=frame.left + 12, right=6)
    values: list[Spec] = []
    for place, row in enumerate(rows):
        hue = f"var(--{row.category.slug})"
        values += [
            {"month": month, "invitations": count, "hue": hue, "place": place}
            for month, count in zip(MONTHS, row.months, strict=True)
            if count
        ]
    heights = [sum(month) for month in zip(*(row.months for row in rows), strict=True)]
    labels = f"{json.dumps(list(names))}[datum.value - 1]"
    return chart(
        frame,
        data={"values": values},
        mark={"type": "bar", "stroke": PAPER, "strokeWidth": 1, "width": {"band": 0.72}},
        encoding={
            "x": {
                "field": "month",
                "type": "ordinal",
                "scale": {"domain": list(MONTHS)},
                "axis": {"title": None, "labelAngle": 0, "labelExpr": labels, "ticks": False},
            },
            "y": value_axis("invitations", scale(heights, from_zero=True)) | {"stack": "zero"},
            "fill": {"field": "hue", "type": "nominal", "scale": None},
            "order": {"field": "place"},
        },
    )
