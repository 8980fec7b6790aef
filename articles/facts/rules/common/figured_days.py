"""Days told at length, "the thirtieth of May", "the 24th of September", as "30 may", so that the forms of times need know but one. Pure: no Django."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from articles.facts.reading.spelled_days import in_figures

from .patterns import compiled
from .period_forms import MONTH

# Days in words have been written over with figures, and spaces before these.
_AT_LENGTH = compiled(
    rf"\b(?:the (?P<the>[0-3]?[0-9])|(?<![0-9.,])(?P<day>[0-3]?[0-9]))(?:st|nd|rd|th)"
    rf" (?:(?:of )?(?={MONTH}\b)|(?=(?:and|to|until|or) (?:the )?[0-3]?[0-9](?:st|nd|rd|th) (?:of )?{MONTH}\b))"
)


@dataclass(frozen=True, slots=True)
class Figured:
    """A text in which days stand in figures; `ends` are the places behind these, and `moved` by how much what follows has moved."""

    text: str
    ends: tuple[int, ...] = ()
    moved: tuple[int, ...] = (0,)

    def at(self, place: int) -> int:
        """Return where a place of this text is in the one that was read."""
        return place + self.moved[bisect_right(self.ends, place)]


@lru_cache(maxsize=512)
def read(text: str) -> Figured:
    """Return a text in small letters with its days in figures."""
    pieces: list[str] = []
    ends: list[int] = []
    moved = [0]
    done = length = 0
    spelled = in_figures(text).text
    for match in _AT_LENGTH.finditer(spelled):
        day = f"{match['the'] or match['day']} "
        pieces += [text[done : match.start()], day]
        length += match.start() - done + len(day)
        ends.append(length)
        moved.append(match.end() - length)
        done = match.end()
    return Figured("".join([*pieces, text[done:]]), tuple(ends), tuple(moved)) if ends else Figured(text)
