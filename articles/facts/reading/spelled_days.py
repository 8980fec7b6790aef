"""Days of a month in words: "the thirtieth of May", "Wednesday the fifth", "on the nineteenth".

They are written over with the figures that mean the same, in as many characters, so that whatever reads "the 19th" reads them too and
every place stays where it is.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from .calendar import MONTHS, WEEKDAYS
from .counting import ORDINALS

_DAYS: Mapping[str, int] = {
    **{word: day for word, day in ORDINALS.items() if day <= 20},
    **{
        f"{tens}{between}{word}": 10 * place + ORDINALS[word]
        for place, tens in ((2, "twenty"), (3, "thirty"))
        for between in "- "
        for word in list(ORDINALS)[: 9 if place == 2 else 1]
    },
    "thirtieth": 30,
}
# These are the places of all sorts of things: days they are beside what can be nothing else.
_OFTEN = "first|second|third|fourth|fifth|sixth"
_DAY = "|".join(sorted(_DAYS, key=len, reverse=True))
_RARE = "|".join(word for word in sorted(_DAYS, key=len, reverse=True) if word not in _OFTEN.split("|"))
_MONTH = "|".join(name for name in MONTHS if len(name) > 2)
_WEEKDAY = "|".join(name for name in WEEKDAYS if len(name) > 5)
_JOINED = rf"(?:,?\s(?:and\s|to\s|until\s|or\s)?(?:on\s)?the\s(?:{_DAY})){{0,4}}"
_OF_MONTH = rf"\s(?:of\s)?(?:{_MONTH})\b(?!['’]s)"
_OF_THE_MONTH = r"\sof\s(?:the|that|this|the\ssame)\s(?:same\s)?month\b(?!['’]s)"
_LED = r"\b(?:on|of|by|since|until|till|from|to|for|before|after|and|between|below|than|at|was|last)\s"
_NO_PLACE = r"(?!\s(?:[\w-]+\s){0,3}?(?:draws?|rounds?|times?|ones?|selection|invitations?|place)\b)"
_DAYS_IN_WORDS = re.compile(
    # "The thirteenth of February", "the fifth and the nineteenth of September".
    rf"\b(?:the\s)?(?P<rare>(?:{_RARE}){_JOINED}){_OF_MONTH}"
    # "On the first of May", but not "the first of May's draws"; "on the first of the month".
    rf"|(?:{_LED}|[,(]\s?)the\s(?P<led>(?:{_DAY}){_JOINED})\sof\s(?:{_MONTH})\b(?!['’]s)"
    rf"|\b(?:on|since|until|by|before|after)\sthe\s(?P<month>{_DAY}){_OF_THE_MONTH}"
    # "Wednesday the fifth", "last Friday, the twenty-first", "on Monday of last week, the second".
    rf"|\b(?:{_WEEKDAY})(?:\slast|\sof\slast\sweek)?,?\sthe\s(?P<named>{_DAY})\b{_NO_PLACE}"
    # "May the fourth", "September the nineteenth", "February twenty-third".
    rf"|\b(?:{_MONTH})\s(?P<bare>(?:the\s)?(?:{_DAY}))\b(?=\s?(?:[,.;:)!?\u2013\u2014\0]|\Z)|\s(?:and|at|with|when|it|was|saw|had|brought)\b)"
    # "On the nineteenth, 3,500 people": what nothing follows that could have such a place.
    rf"|\b(?:on|since|until|by)\sthe\s(?P<alone>(?:{_RARE}){_JOINED})\b(?=\s?(?:[,.;:)!?\u2013\u2014\0]|\Z)|\s(?:and|at|with|when|it|there|came|was|were|saw|had|brought|for|went|[0-9])\b)"
    rf"|\bon\sthe\s(?P<comma>third|fourth|fifth|sixth)\b(?=[,.]|\s(?:it|there|came)\b)",
    re.IGNORECASE,
)
# "On the first, 500 people; on the third, 700": places in a row.
_FIRST_OF_ROW = re.compile(r"\bthe\s(?:first|second)\b(?!\sof\s)", re.IGNORECASE)
_WORD = re.compile(rf"\b(?:{_DAY})\b", re.IGNORECASE)
# So far before a day places in a row may begin.
_ROW = 300


class Spelled(NamedTuple):
    """A text with days in figures, and where the words begin and end whose figures do so elsewhere."""

    text: str
    begins: Mapping[int, int]
    ends: Mapping[int, int]


def in_figures(text: str) -> Spelled:
    """Write days in words as figures, each before the end of its words: "the thirtieth of May" as "the      30th of May"."""
    pieces: list[str] = []
    begins: dict[int, int] = {}
    ends: dict[int, int] = {}
    done = 0
    for match in _DAYS_IN_WORDS.finditer(text):
        which = match.lastgroup or ""
        if which == "comma" and _FIRST_OF_ROW.search(text, max(0, match.start() - _ROW), match.start()):
            continue
        start, end = match.span(which)
        for word in _WORD.finditer(text, start, end):
            # "September the nineteenth" is "September 19th".
            left = start if which == "bare" else word.start()
            day = _DAYS[word[0].lower()]
            figures = f"{day}{_suffix(day)}".rjust(word.end() - left)
            pieces += [text[done:left], figures]
            begins[word.end() - len(figures.lstrip())] = word.start()
            ends[word.end() - len("th")] = word.end()
            done = word.end()
    return Spelled("".join([*pieces, text[done:]]), begins, ends)


def _suffix(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
