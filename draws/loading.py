"""Loading of counts of the pool and rounds of invitations from data files."""

from collections import defaultdict
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils import timezone

from core.loading import Report, Row, bad_row, read_rows, take_in
from draws.models import PoolBand, PoolDistribution, Round
from draws.pool_sums import Band
from occupations.loading import version_of, versions_by_key

POOL = {name: name for name in ("as_of", "published_total", "discrepancy_note", "source")} | {
    "published_subtotals": "published_451_500"
}
SUBTOTALS = {"451-500": "published_451_500", "401-450": "published_401_450"}
BAND = {"distribution": "as_of", "crs_min": "crs_min", "crs_max": "crs_max", "candidates": "candidates"}
ROUND = {"version": "version", "pool": "pool_as_of"} | {
    name: name
    for name in (
        "number", "date", "held_at", "held_text", "tie_breaking_at", "tie_breaking_text", "invitations",
        "crs_cutoff", "programs", "published_name_en", "published_name_fr", "source", "verified",
    )
}  # fmt: skip


def load_pools(path: Path, report: Report) -> None:
    known = {pool.as_of: pool for pool in PoolDistribution.objects.all()}
    for row in read_rows(path, {*POOL.values(), *SUBTOTALS.values()}):
        subtotals = {label: row.integer(column) for label, column in SUBTOTALS.items()}
        fresh = PoolDistribution(
            as_of=row.day("as_of"),
            published_total=row.integer("published_total"),
            published_subtotals={label: value for label, value in subtotals.items() if value is not None},
            discrepancy_note=row.text("discrepancy_note"),
            source=row.text("source"),
        )
        known[fresh.as_of] = take_in(row, known.get(fresh.as_of), fresh, POOL, report)


def load_bands(path: Path, report: Report) -> None:
    """Load the bands of every count, then prove that each count adds up."""
    pools = {pool.as_of.isoformat(): pool for pool in PoolDistribution.objects.all()}
    known = {(band.distribution_id, band.crs_min): band for band in PoolBand.objects.all()}
    rows: dict[PoolDistribution, list[tuple[Row, PoolBand]]] = defaultdict(list)
    for row in read_rows(path, BAND.values()):
        pool = row.among("as_of", pools, "count of the pool")
        fresh = PoolBand(
            distribution=pool, **{name: row.integer(name) for name in ("crs_min", "crs_max", "candidates")}
        )
        rows[pool].append((row, take_in(row, known.get((pool.pk, fresh.crs_min)), fresh, BAND, report)))
    for pool, bands in rows.items():
        try:
            pool.check_bands(Band(band.crs_min, band.crs_max, band.candidates) for _row, band in bands)
        except ValidationError as error:
            raise bad_row(bands[0][0], error, BAND) from error


def load_rounds(path: Path, report: Report) -> None:
    """Load rounds, public from now: the shipped record has been published."""
    versions = versions_by_key()
    pools = {pool.as_of.isoformat(): pool for pool in PoolDistribution.objects.all()} | {"": None}
    known = {round.number: round for round in Round.objects.select_related("version__category", "pool")}
    now = timezone.now()
    for row in read_rows(path, {"category", *ROUND.values()}):
        fresh = Round(
            version=version_of(row, versions),
            pool=row.among("pool_as_of", pools, "count of the pool"),
            programs=row.text("programs").split(),
            date=row.day("date"),
            published_at=now,
            verified=row.flag("verified"),
            **{name: row.integer(name) for name in ("invitations", "crs_cutoff")},
            **{name: row.moment(name) for name in ("held_at", "tie_breaking_at")},
            **{
                name: row.text(name)
                for name in (
                    "number", "held_text", "tie_breaking_text", "published_name_en", "published_name_fr", "source",
                )
            },
        )  # fmt: skip
        known[fresh.number] = take_in(row, known.get(fresh.number), fresh, ROUND, report)


# In the order in which each may refer to the ones before it.
FILES = {"pools.csv": load_pools, "pool_bands.csv": load_bands, "rounds.csv": load_rounds}
