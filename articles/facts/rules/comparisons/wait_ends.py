"""The two ends between which a sentence tells how much time lay: two days, "the last round of 2022 and the first of 2023", "two French
rounds in July". Pure: no Django."""

import re
from collections.abc import Sequence
from datetime import date

from articles.facts.model import Draw
from articles.facts.reading.mentions import NumberMention
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.speaking import widened

# "The last round of 2022", as one end of a time.
_END = compiled(
    r"\b(?P<which>first|last|final|closing|opening) (?:(?:one|round|draw) )?of (?P<year>20[0-9]{2})\b"
)


def has_days(passage: Passage, number: NumberMention, later: re.Match[str]) -> bool:
    """Whether the two days of a sentence stand right where a count from one to the other has them: "on 1 May and on 8 May, a week later",
    "the draw of 8 May came a week after that of 1 May"."""
    told = [day for day in passage.dates if day.is_day and not day.relative and not day.time]
    before = [day for day in told if day.end <= number.start]
    if len(told) != 2 or not before or not _NO_FIGURE.fullmatch(passage.text, before[-1].end, number.start):
        return False
    is_ended = len(before) == 2 and later[0].strip() in ("later", "earlier")
    return is_ended or (
        len(before) == 1 and _TO_DAY.fullmatch(passage.text, later.end(), told[1].start) is not None
    )


_NO_FIGURE = compiled(r"[^0-9;:.]{0,40}")
_TO_DAY = compiled(r" (?:(?:the|that|those|one|its|draw|round|it was|of|on|in) )*")


def days(passage: Passage) -> list[date]:
    """Return the days that a sentence tells, both ends of what is told as a span."""
    found: list[date] = []
    for mention in passage.dates:
        if mention.relative or mention.time:
            continue
        if mention.is_day:
            found.append(mention.first)
        elif mention.precision == "days":
            found += (mention.first, mention.last)
    return found


def of_years(passage: Passage, known: Sequence[Draw]) -> int:
    """Return the days between "the last round of 2022" and "the first of 2023", of the types named or of all; 0 where none are told."""
    ends = []
    for match in _END.finditer(passage.text):
        of_year = [draw for draw in known if draw.date.year == int(match["year"])]
        of_type = [draw for draw in of_year if draw.category in widened(passage.slugs, known)] or of_year
        ends += of_type[:1] if match["which"] in ("first", "opening") else of_type[-1:]
    return abs((ends[1].date - ends[0].date).days) if len(ends) == 2 else 0


def two_in_time(passage: Passage, known: Sequence[Draw], types: frozenset[str]) -> tuple[Draw, Draw] | None:
    """Return the two draws of the one type that a sentence speaks of in a time: "two French rounds in July"."""
    for period in (*passage.periods, *passage.earlier[:1]):
        held = [draw for draw in known if draw.category in types and draw.date in period.spans[0]]
        if len(types) == 1 and len(held) == 2:
            return held[0], held[1]
    return None
