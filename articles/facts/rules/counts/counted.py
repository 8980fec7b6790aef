"""What is said of a number of draws once it is known which draws it counts. Pure: no Django."""

from collections.abc import Iterator, Sequence

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


def of_size(passage: Passage, size: int, true: int) -> Iterator[Finding]:
    """Say that so many draws were of another size."""
    for number in passage.numbers:
        if number.value == size:
            yield passage.finding(
                "rounds",
                Status.CONTRADICTED,
                number.start,
                number.end,
                gettext_noop("The record has so many draws of %(size)s invitations."),
                expected=f"{true:,}",
                replacement=amounts.written(true, passage.source[number.start : number.end]),
                confidence=0.75,
                params={"size": f"{true:,}"},
            )
