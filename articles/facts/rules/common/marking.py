"""A finding of the text against itself. Pure: no Django."""

from articles.facts.model import Finding, Status
from articles.facts.reading import Place, Reading

from . import amounts

RULE = "inside"


def mark(
    reading: Reading,
    part: int,
    start: int,
    end: int,
    status: Status,
    message: str,
    *,
    expected: str = "",
    replacement: str | None = None,
    confidence: float = 0.8,
) -> Finding:
    """Say something of part[start:end] of a reading."""
    source = reading.texts[part].part
    return Finding(
        RULE,
        status,
        source.name,
        start,
        end,
        source.source[start:end],
        expected,
        replacement,
        confidence=confidence,
        message=message,
        params={"expected": expected},
    )


def wrong(
    reading: Reading,
    place: Place,
    span: tuple[int, int],
    expected: int,
    message: str,
    confidence: float,
    status: Status = Status.CONTRADICTED,
) -> Finding:
    """Say what a number would have to be that stands in the words of a sentence or a block."""
    start, end = (place.start + at for at in span)
    return mark(
        reading,
        place.part,
        start,
        end,
        status,
        message,
        expected=f"{expected:,}",
        replacement=amounts.written(expected, reading.texts[place.part].part.source[start:end]),
        confidence=confidence,
    )
