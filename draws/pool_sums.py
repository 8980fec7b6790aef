"""Does a count of the pool add up? Pure: no Django."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Band(NamedTuple):
    """Candidates whose score is from `crs_min` to `crs_max`, both inclusive."""

    crs_min: int
    crs_max: int
    candidates: int


class Discrepancy(NamedTuple):
    """A published sum that its parts do not give."""

    label: str
    published: int
    computed: int


def overlaps(bands: Iterable[Band]) -> list[tuple[Band, Band]]:
    """Return neighbouring bands that share a score."""
    ordered = sorted(bands)
    return [(a, b) for a, b in zip(ordered, ordered[1:], strict=False) if b.crs_min <= a.crs_max]


def discrepancies(
    bands: Iterable[Band], published_total: int | None, published_subtotals: Mapping[str, int]
) -> list[Discrepancy]:
    """Return the published total and subtotals ("451-500") that the bands inside them do not add up to.

    A subtotal whose bands are not all given (the published band is itself the leaf) is not judged.
    """
    bands = list(bands)
    found = []
    for label, published in published_subtotals.items():
        low, high = (int(part) for part in label.split("-"))
        inside = [band for band in bands if low <= band.crs_min and band.crs_max <= high]
        computed = sum(band.candidates for band in inside)
        if inside and computed != published:
            found.append(Discrepancy(label, published, computed))
    if published_total is not None and bands:
        computed = sum(band.candidates for band in bands)
        if computed != published_total:
            found.append(Discrepancy("total", published_total, computed))
    return found
