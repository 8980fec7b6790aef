"""When a line was passed for the first time: "the first one under 500 was that of 26 October", "an engineer with 520 points was first
invited on 31 August". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import DateMention, NumberMention
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.late import OBJECTIONS, Judged, sentences
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import sets_of, types_of
from articles.facts.rules.common.rounds_wording import day as written_day
from articles.facts.rules.common.rounds_wording import instead
from articles.facts.statements import What
from articles.references import gettext_noop

RULE = "comparisons"

_SIDE = r"(?P<side>below|under|beneath|above|over)"
_ON = r"(?:(?:that|the (?:one|draw|round)) )?(?:of|on|in)(?: the (?:draw|round) of)? (?:[a-z]+day,? )?"
_LINE = compiled(
    rf"\bfirst(?: (?:draw|round|one|cut-?off|score|time))?(?: (?:with|to|that|which|a|cut-?off|score|go|fall|went|fell|was|ended|close|closed|stop|stopped|end|had))*+ {_SIDE} (?:the )?$"
)
_WAS = compiled(
    rf"(?: points?)?(?: mark| line)?,? (?:was|came|fell|is|dates|took place)(?: held)?(?: only)? {_ON}"
)
_TIME_BEFORE = compiled(rf"\b{_SIDE} (?:the )?$")
_TIME = compiled(rf"(?: points?)?(?: mark| line)? for the (?:very )?first time,? (?:only )?{_ON}")
_PERSON = compiled(r"\bwith (?:just |only |exactly )?$")
_INVITED = compiled(
    r"(?: points)?,? (?:(?:was|were|would have been|got) first (?:invited|called|drawn)|(?:was|were|got) (?:invited|called) for the first time|(?:had to wait|waited)) (?:on|in|until|till) (?:[a-z]+day,? )?$"
)
_LOOSE = hedged("since|second|third|last|largest|year's|month's")
LEAST, MOST = 60, 950


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge the days on which a line is said to have been passed first."""
    judged = Judged(found, OBJECTIONS)
    for passage in sentences(reading, record):
        if passage.is_question or not ("first" in passage.text or "wait" in passage.text):
            continue
        for day in passage.dates:
            if day.is_day and not day.relative and judged.is_free(passage, day.start, day.end):
                yield from _judged(passage, record, day)


def _judged(passage: Passage, record: Record, day: DateMention) -> Iterator[Finding]:
    number = next(
        (one for one in reversed(passage.numbers) if one.end <= day.start and LEAST <= one.value <= MOST),
        None,
    )
    if number is None or _LOOSE.search(passage.text, 0, day.start):
        return
    side = _side(passage, number, day)
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, known)
    if side is None or len(types) != 1:
        return
    own = [period for period in passage.periods if not period.is_day]
    firsts = [
        past[0]
        for among in sets_of(passage, known, types, own).all
        if (past := [draw for draw in among if _is_past(draw, number, side)])
    ]
    if not firsts or any(day.may_hold(draw.date) for draw in firsts):
        return
    best = firsts[0]
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        day.start,
        day.end,
        gettext_noop("Draw %(number)s of %(date)s was the first, with %(figure)s."),
        expected=written_day(best.date),
        replacement=instead(What.DATE, day, passage.source[day.start : day.end], best),
        rows=rows_of(best),
        confidence=0.75,
        params={"number": best.number, "date": written_day(best.date), "figure": f"{best.crs_cutoff:,}"},
    )


def _side(passage: Passage, number: NumberMention, day: DateMention) -> str | None:
    """Return on which side of a number the draw of a day is said to be the first: "with" for one that invited so many points."""
    before, behind = passage.text[: number.start], passage.text[number.end : day.start]
    match: re.Match[str] | None = None
    if _WAS.fullmatch(behind):
        match = _LINE.search(before)
    elif _TIME.fullmatch(behind):
        match = _TIME_BEFORE.search(before)
    elif _INVITED.fullmatch(behind) and _PERSON.search(before):
        return "with"
    return match["side"] if match else None


def _is_past(draw: Draw, number: NumberMention, side: str) -> bool:
    if side == "with":
        return draw.crs_cutoff <= number.value
    below = side in ("below", "under", "beneath")
    return draw.crs_cutoff < number.value if below else draw.crs_cutoff > number.value
