"""Searches that found nothing are counted by their words, never by who searched."""

import logging
import re

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone

from core.patience import hurried
from occupations.folding import fold
from readers.models import MissedSearch

logger = logging.getLogger(__name__)

LONGEST = 80
# Different words that are kept of one day: whoever sends made-up ones fills no disk.
MOST_A_DAY = 2000
# Could be somebody's number or address. NOC codes have five digits, cut-offs fewer.
_ADDRESS = re.compile(r"\S*@\S*")
_LONG_NUMBER = re.compile(r"\d(?:[-. ()]{0,2}\d){5,}")


def count_search(words: str) -> None:
    """Count once more today that `words` were searched and found nothing. Never fails for the reader."""
    kept = kept_words(words)
    if not kept or settings.DATABASE_READ_ONLY:
        return
    try:
        # A reader waits for the answer, not for a turn to have the search counted.
        with hurried(), transaction.atomic():
            MissedSearch.objects.add({(timezone.localdate(), kept): 1}, most_rows=MOST_A_DAY)
    except DatabaseError:
        logger.warning("A search that found nothing was not counted.", exc_info=True)


def kept_words(words: str) -> str:
    """Return what is kept of `words`: folded, at most 80 characters, without what could be anybody's."""
    plain = _LONG_NUMBER.sub(_unless_codes, _ADDRESS.sub(" ", words[: 10 * LONGEST]))
    return fold(plain)[:LONGEST].rstrip()


def _unless_codes(number: re.Match) -> str:
    """Return codes that stand beside each other with spaces; nothing for any other long number."""
    parts = number[0].split(" ")
    return number[0] if all(len(part) == 5 and part.isdecimal() for part in parts) else " "
