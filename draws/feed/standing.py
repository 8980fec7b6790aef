"""Is a feed whole, and as new as the record? Pure: no Django."""

import re
from collections.abc import Collection, Iterable

from draws.numbers import sequence

_DIGITS = re.compile(r"[0-9]+")


def base(number: str) -> int:
    """Return the number without its letter: 91 for "91a"."""
    match = _DIGITS.match(number)
    return int(match[0]) if match else 0


def newest(numbers: Iterable[str]) -> str | None:
    return max(numbers, key=sequence, default=None)


def lost(fed: Collection[str], recorded: Iterable[str], withdrawn: Iterable[str]) -> list[str]:
    """Return the numbers that a whole feed would have and this one does not.

    It has every number up to its own newest, and every recorded round up to there; but a round that was
    withdrawn may be gone, and one that IRCC split or joined bears another letter.
    """
    fed = set(fed)
    bases = {base(number) for number in fed}
    top = max(bases, default=0)
    gone = {base(number) for number in withdrawn}
    missing = {str(value) for value in range(1, top + 1) if value not in bases and value not in gone}
    for number in recorded:
        if base(number) > top or number in fed or base(number) not in bases:
            continue
        siblings = {other for other in fed if base(other) == base(number)}
        # "91" may have become "91a" and "91b", and the other way round.
        if all(other.isdigit() == number.isdigit() for other in siblings):
            missing.add(number)
    return sorted(missing, key=sequence)
