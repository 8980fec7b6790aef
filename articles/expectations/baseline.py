"""How good it is to expect the same cut-off as last time. Pure: no Django."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import mean, median
from typing import NamedTuple

from .scoring import Draw

# Category-based draws had begun, and candidates knew them.
SINCE = date(2024, 1, 1)


class Baseline(NamedTuple):
    """The error of "same as last time" in points, over as many draws."""

    draws: int
    mean: float
    median: float


def baseline(draws: Sequence[Draw], since: date = SINCE) -> Baseline | None:
    """Return the error over the draws of one type, oldest first, that were held on the day `since` or later.

    Each is held against the one before it, which may be older; the first of its type has none. None without any.
    """
    errors = [abs(new.crs_cutoff - old.crs_cutoff) for old, new in pairwise(draws) if new.date >= since]
    return Baseline(len(errors), mean(errors), median(errors)) if errors else None
