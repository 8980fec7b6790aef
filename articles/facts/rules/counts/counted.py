"""What is said of a number of draws once it is known which draws it counts. Pure: no Django."""

from collections.abc import Sequence

from articles.facts.model import Draw, Finding, Row, Status
from articles.facts.rules.common import amounts
from articles.facts.rules.common.passages import Passage
from articles.references import gettext_noop

COUNTED = gettext_noop("The record has %(count)s of these draws.")


def said(
    passage: Passage,
    start: int,
    end: int,
    claimed: float,
    draws: Sequence[Draw],
    rows: tuple[Row, ...],
    confidence: float,
) -> Finding:
    """Say whether a number in the words from `start` to `end` is that of some draws."""
    actual = len(draws)
    true = actual == claimed
    return passage.finding(
        "counts",
        Status.AGREES if true else Status.CONTRADICTED,
        start,
        end,
        COUNTED,
        expected=str(actual),
        replacement=None if true else amounts.written(actual, passage.source[start:end]),
        rows=rows,
        confidence=confidence,
        params={"count": actual},
    )
