"""Draws that a claim may be about, and what they come to. Pure: no Django.

A claim such as "5,000 invitations in four draws this week" can mean several sets of draws. Each is a Scope; the rules
prefer one under which the claim agrees. Provincial nominees' cut-offs contain 600 points, so no extreme mixes them
with others.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from articles.facts.model import Draw, Record, Row
from draws.clock import Span, Week, month_span, year_span

_date, _number, _sequence = attrgetter("date"), attrgetter("number"), attrgetter("sequence")
_invitations = attrgetter("invitations")

# The types of draw that are for all programs or for one; category-based selection brought the others with it.
PROGRAMS = frozenset({"general", "cec", "pnp", "fsw", "fst"})


class Extremes(NamedTuple):
    """The lowest and the highest cut-off."""

    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class Scope:
    """Draws, oldest first. `arguments` are those of a live reference to them ("week=2023-W27"), "" where there is none."""

    draws: tuple[Draw, ...]
    arguments: str = ""

    @property
    def numbers(self) -> tuple[str, ...]:
        """Those of its draws, which tell it from scopes of others."""
        return tuple(map(_number, self.draws))

    @property
    def invitations(self) -> int:
        return sum(map(_invitations, self.draws))

    @property
    def count(self) -> int:
        return len(self.draws)

    @property
    def extremes(self) -> Extremes | None:
        cutoffs = [draw.crs_cutoff for draw in self.draws]
        return Extremes(min(cutoffs), max(cutoffs)) if cutoffs else None

    @property
    def mixes_nominees(self) -> bool:
        return len({draw.includes_nomination for draw in self.draws}) > 1

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(Row("round", draw.number, draw.address) for draw in self.draws)

    def live(self, figure: str) -> str | None:
        """Return the live reference to a figure: "total", "count", "lowest", "highest", "range".

        None where the reference would leave out provincial nominees that this scope counts.
        """
        if not self.arguments or self.mixes_nominees or not self.draws:
            return None
        nominees = self.draws[0].includes_nomination and "category=" not in self.arguments
        return f"[[draws {self.arguments}{' category=pnp' if nominees else ''} {figure}]]"


def until(record: Record, day: date) -> Sequence[Draw]:
    """Return the draws up to a day, oldest first."""
    return record.draws[: bisect_right(record.draws, day, key=_date)]


def within(draws: Sequence[Draw], span: Span) -> Sequence[Draw]:
    """Return the draws of some days, of draws that stand oldest first."""
    first = bisect_left(draws, span.start, key=_date)
    return draws[first : bisect_right(draws, span.end, first, key=_date)]


def scopes(
    draws: Sequence[Draw], spans: Iterable[Span], categories: Collection[str], day: date
) -> Iterator[Scope]:
    """Yield the scopes of draws on the days of `spans` up to `day`, of some categories (none given: of all).

    Draws of all types come with the nominees' first and then without them.
    """
    named = f" category={','.join(sorted(categories))}" if categories else ""
    for span in spans:
        of_days = within(draws, Span(span.start, min(span.end, day)))
        arguments = _arguments(span)
        if categories:
            chosen = tuple([draw for draw in of_days if draw.category in categories])
            yield Scope(chosen, f"{arguments}{named}")
            continue
        yield Scope(tuple(of_days), arguments)
        others = tuple([draw for draw in of_days if not draw.includes_nomination])
        if len(others) < len(of_days):
            yield Scope(others, arguments)


def of_draws(draws: Iterable[Draw]) -> Scope:
    """Return the scope of particular draws."""
    chosen = tuple(sorted(dict.fromkeys(draws), key=_sequence))
    numbers = ",".join(map(_number, chosen))
    return Scope(chosen, f"numbers={numbers}" if chosen else "")


@lru_cache(maxsize=1024)
def _arguments(span: Span) -> str:
    year = span.start.year
    if span == year_span(year):
        return f"year={year}"
    if span == month_span(year, span.start.month):
        return f"month={year}-{span.start.month:02}"
    week = Week.of(span.start)
    if span == week.span:
        return f"week={week.year}-W{week.number:02}"
    return f"from={span.start.isoformat()} to={span.end.isoformat()}"


def end_of(form: str, span: Span) -> date:
    """Return the last day of the month or year that a figure is said to be the extreme since."""
    if form in {"sinceyear", "year"}:
        return year_span(span.start.year).end
    if form in {"sincemonth", "sincefrommonth", "month"}:
        return month_span(span.start.year, span.start.month).end
    return span.start
