"""Numbers of rounds, as text and in order. Pure: no Django."""

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"(?P<digits>[0-9]{1,4})(?P<letter>[a-z]?)|s(?P<synthetic>[0-9]{1,6})")
_SYNTHETIC_BASE = 10_000_000


class NotARoundNumber(ValueError):
    """The text is not the number of a round."""


def sequence(number: str) -> int:
    """Return the place of a round's number in order: 91 < 91a < 91b < 92; synthetic "s1" after all real ones.

    Raises NotARoundNumber for anything else than one to four digits with at most one small letter, or s
    and one to six digits. 2015 to 2099 are years on this site, and no numbers of rounds.
    """
    match = _NUMBER.fullmatch(number)
    if match is None:
        raise NotARoundNumber(number)
    if match["synthetic"]:
        return _SYNTHETIC_BASE + int(match["synthetic"])
    value = int(match["digits"])
    if value == 0 or match["digits"].startswith("0") or 2015 <= value <= 2099:
        raise NotARoundNumber(number)
    letter = ord(match["letter"]) - ord("a") + 1 if match["letter"] else 0
    return value * 100 + letter


def following(number: str) -> str:
    """Return the number that comes after `number` when nothing is split: "447" gives "448", "91b" gives "92"."""
    match = _NUMBER.fullmatch(number)
    if match is None or not match["digits"]:
        raise NotARoundNumber(number)
    return str(int(match["digits"]) + 1)


def propose(last: str | None, given: Sequence[str]) -> list[str]:
    """Fill in the blanks among the numbers of draws that are in order: each follows the highest before it.

    The first follows `last`, or is 1 where there is none. What is given stays; what is no number counts for nothing.
    """
    numbers = []
    for number in given:
        proposed = number or (following(last) if last else "1")
        numbers.append(proposed)
        if is_real(proposed) and (last is None or sequence(proposed) > sequence(last)):
            last = proposed
    return numbers


def is_real(number: str) -> bool:
    """Whether this is the number of a round, and of no synthetic one."""
    try:
        return sequence(number) < _SYNTHETIC_BASE
    except NotARoundNumber:
        return False
