"""A finding of the text against itself. Pure: no Django."""

from articles.facts.model import Finding, Status
from articles.facts.reading import Reading

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
