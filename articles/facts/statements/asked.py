"""What a bare number in an answer is, by what the question asks for."""

import re

from articles.facts.reading import Kind, Reading

from .model import What

_CUTOFF = re.compile(r"cut-?\s?off|\bscore\b|\bcrs\b|\bpoints\b", re.IGNORECASE)
_INVITATIONS = re.compile(r"how\s+many|invitations|\bitas?\b|how\s+large|how\s+big", re.IGNORECASE)


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
