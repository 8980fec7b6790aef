"""What a page shows of a chart: its drawings, the figures of its finding, its table."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.dates import MONTHS, MONTHS_3
from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from draws.models import PoolBand, PoolDistribution, Round
from draws.record import public_draws
from occupations.models import Category

from . import cutoffs, invitations, pools, sparkline
from .spec import Chart
from .store import Drawing, drawings

SPARKLINE_SPAN = timedelta(days=730)


class CutoffFigure(NamedTuple):
    """Cut-offs of a type of draw over time; `years` newest first, `marked` one of the draws or None."""

    drawings: list[Drawing]
    named: cutoffs.Extremes[Round]
    first: Round
    draws: int
    years: list[cutoffs.YearOfCutoffs]
    marked: Round | None


class InvitationFigure(NamedTuple):
    """Invitations of a year by month and type: all types but nominees, or nominees alone.

    `months` are name, sum and the invitations of each row, for months that have any; `busiest` is name and sum.
    """

    drawings: list[Drawing]
    rows: list[invitations.Row[Category]]
    months: list[tuple[str, int, list[int]]]
    busiest: tuple[str, int]
    total: int


class PoolFigure(NamedTuple):
    """A count of the pool by score, its bands highest first; `fullest` holds the most candidates."""

    drawings: list[Drawing]
    bands: list[PoolBand]
    fullest: PoolBand


class PoolOverTimeFigure(NamedTuple):
    """All counts of the pool; `years` newest first."""

    drawings: list[Drawing]
    first: pools.Count
    smallest: pools.Count
    largest: pools.Count
    last: pools.Count
    years: list[pools.YearOfCounts]


def cutoff_figure(
    category: Category, rounds: Sequence[Round], marked: Round | None = None
) -> CutoffFigure | None:
    """Return the figure of a type from all its draws, oldest first, with a mark on one of them; None for fewer than two."""
    if len(rounds) < 2:
        return None
    found = drawings(cutoffs.cutoff_charts(category.slug, rounds))
    marked = marked if marked in rounds else None
    if marked:
        found = [drawing._replace(point=cutoffs.place(drawing.frame, rounds, marked)) for drawing in found]
    years = cutoffs.by_year(rounds)[::-1]
    return CutoffFigure(found, cutoffs.extremes(rounds), rounds[0], len(rounds), years, marked)


def invitation_figures(rounds: Iterable[Round]) -> list[InvitationFigure]:
    """Return the figures of a year's draws: without nominees, and of nominees; those that have draws."""
    year = invitations.by_month(rounds)
    return [invitation_figure(rows) for rows in (year.others, year.nominees) if rows]


def invitation_figure(rows: list[invitations.Row[Category]]) -> InvitationFigure:
    months = [
        (MONTHS[month], sum(counts), list(counts))
        for month, counts in enumerate(zip(*(row.months for row in rows), strict=True), start=1)
        if any(counts)
    ]
    month, most = invitations.busiest(rows)
    return InvitationFigure(
        drawings(invitations.invitation_charts(rows, month_names())),
        rows,
        months,
        (MONTHS[month], most),
        sum(row.total for row in rows),
    )


def pool_figure(bands: Iterable[PoolBand], score: int | None = None) -> PoolFigure | None:
    """Return the figure of a count from its bands, with a mark on the band of a score; None without bands."""
    bands = sorted(bands, key=lambda band: -band.crs_min)
    if not bands:
        return None
    found = drawings(pools.pool_charts(bands, [band_name(band) for band in bands]))
    if score is not None:
        found = [drawing._replace(box=pools.mark_of(bands, score, drawing.frame)) for drawing in found]
    return PoolFigure(found, bands, max(bands, key=lambda band: band.candidates))


def pool_over_time_figure(counts: Sequence[pools.Count]) -> PoolOverTimeFigure | None:
    """Return the figure of all counts, oldest first; None for fewer than two."""
    if len(counts) < 2:
        return None
    newest_first = counts[::-1]
    return PoolOverTimeFigure(
        drawings(pools.pool_over_time_charts(counts, line_names())),
        counts[0],
        min(newest_first, key=lambda count: count.total),
        max(newest_first, key=lambda count: count.total),
        counts[-1],
        pools.by_year(counts)[::-1],
    )


def counts_of(distributions: Iterable[PoolDistribution]) -> list[pools.Count]:
    """Return counts, oldest first, of distributions that have `with_candidates(pools.GROUPS)` and a published total."""
    return [
        pools.Count(
            found.as_of,
            found.published_total,
            {group.name: getattr(found, group.name) for group in pools.GROUPS},
        )
        for found in sorted(distributions, key=lambda found: found.as_of)
        if found.published_total is not None
    ]


def sparklines(until: date | None) -> dict[int, sparkline.Sparkline]:
    """Return for each type the course of its cut-off in the two years to the end of the record."""
    if until is None:
        return {}
    since = until - SPARKLINE_SPAN
    draws = defaultdict(list)
    for round in public_draws().between(since, until):
        draws[round.category.pk].append(round)
    lines = {pk: sparkline.line(group, since, until) for pk, group in draws.items()}
    return {pk: line for pk, line in lines.items() if line}


def record_charts() -> list[Chart]:
    """Return every chart of the public record, in the language in force."""
    by_type, by_year = defaultdict(list), defaultdict(list)
    for round in Round.objects.public_record().oldest_first().for_list():
        by_type[round.category.slug].append(round)
        by_year[round.date.year].append(round)
    charts = [chart for slug, rounds in by_type.items() for chart in cutoffs.cutoff_charts(slug, rounds)]
    for rounds in by_year.values():
        for rows in invitations.by_month(rounds):
            charts += invitations.invitation_charts(rows, month_names())
    public = PoolDistribution.objects.public()
    for count in public.prefetch_related("bands"):
        bands = sorted(count.bands.all(), key=lambda band: -band.crs_min)
        charts += pools.pool_charts(bands, [band_name(band) for band in bands])
    counts = counts_of(public.with_candidates(pools.GROUPS))
    return charts + pools.pool_over_time_charts(counts, line_names())


def month_names() -> list[str]:
    return [capfirst(str(name)) for name in MONTHS_3.values()]


def band_name(band: PoolBand) -> str:
    return _("%(low)s to %(high)s") % {
        "low": band.crs_min,
        "high": number_format(band.crs_max, force_grouping=True),
    }


def line_names() -> dict[str, str]:
    return {
        pools.TOTAL: _("all scores"),
        "above_500": _("501 to 600"),
        "above_450": _("451 to 500"),
        "above_400": _("401 to 450"),
        "up_to_400": _("up to 400"),
    }
