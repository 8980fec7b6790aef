"""What a bare number is, by what a question asks for or the sentence before speaks of."""

import re

from articles.facts.reading import Kind, Reading

from .model import What

_CUTOFF = re.compile(r"cut-?\s?off|\bscore\b|\bcrs\b|\bpoints\b", re.IGNORECASE)
_INVITATIONS = re.compile(r"how\s+many|invitations|\bitas?\b|how\s+large|how\s+big", re.IGNORECASE)

# "For French, the cut-off fell again": without a figure, what the next sentence goes on about.
_SUBJECT = re.compile(
    r"\b(?:the|its|their|this|that)\s+(?:crs\s+)?(?:cut-?\s?off|threshold|bar)\b", re.IGNORECASE
)

_IT_WAS = re.compile(
    r"\b(?:it|this|that)\s+(?:was|had\s+been|has\s+been|fell|rose|stood|is|went|came|dropped|climbed|reached|hit|lay|slipped|sank|drop|fall|rise|jumped)\b",
    re.IGNORECASE,
)


def hint(reading: Reading, place: int) -> What | None:
    """Say what a bare number in the block of a place is; None where no question asks for one figure alone."""
    asked = reading.question(place) if reading.blocks[place].kind is not Kind.QUESTION else None
    if asked is None:
        return None
    words = reading.text(reading.blocks[asked])
    cutoff, invitations = _CUTOFF.search(words), _INVITATIONS.search(words)
    if bool(cutoff) == bool(invitations):
        return None
    return What.CUTOFF if cutoff else What.INVITATIONS


def is_of_cutoff(words: str) -> bool:
    """Whether a sentence speaks of a cut-off."""
    return _SUBJECT.search(words) is not None


def goes_on(words: str) -> bool:
    """Whether a sentence goes on about what the one before spoke of."""
    return _IT_WAS.search(words) is not None
