"""Months that are said to have had no draw of a type: "in every month except January and June", "the first month without one since
June". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import MONTH, MONTH_NAMES, MONTHS
from articles.facts.rules.common.readings import types_of
from articles.facts.rules.common.speaking import PROVINCIAL
from articles.references import gettext_noop
from draws.clock import Span, month_span

RULE = "comparisons"

_LIST = rf"(?P<months>{MONTH}(?:(?:,? and |,? or |, ){MONTH})*)(?! [0-9])"
_WITHOUT = r"(?:with no|without|that had no|that saw no|to have no|to pass without)\b[^;:.]{0,45}?,?"
_SAID = tuple(
    compiled(source)
    for source in (
        rf"\bevery month(?: (?:of|in) (?:the|this) (?:year|half-year|half))?(?: so far)?,? (?:except|but|save|apart from|other than|besides)(?: for| in)? {_LIST}",
        rf"\bmonths?(?: (?:of|in) (?:the|this) year)?(?: so far)? {_WITHOUT} after {_LIST}",
        rf"\bfirst month(?: (?:of|in) (?:the|this) year)? {_WITHOUT} since {_LIST}",
    )
)
_MONTH = compiled(rf"\b(?:{MONTH_NAMES}|{MONTH})")
_LOOSE = hedged()


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the months that are said to have had no draw of the one type that is told of."""
    if passage.is_question or PROVINCIAL.search(passage.text):
        return
    for said in _SAID:
        if (match := said.search(passage.text)) and not _LOOSE.search(passage.text, 0, match.end()):
            yield from _judged(passage, record, match)


def _judged(passage: Passage, record: Record, match: re.Match[str]) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, known)
    if len(types) != 1:
        return
    of_type = [draw for draw in known if draw.category in types]
    for word in _MONTH.finditer(passage.text, *match.span("months")):
        month = next(place for place, name in enumerate(MONTHS, 1) if name.startswith(word[0][:3]))
        held = [[draw for draw in of_type if draw.date in span] for span in _spans(passage, match, month)]
        if held and all(held):
            yield _wrong(passage, word, held[0])


def _spans(passage: Passage, match: re.Match[str], month: int) -> Iterator[Span]:
    """Yield a month of the years that may be meant, as far as it has begun: of the sentence, else of the headings and the last one."""
    first, last = match.span("months")
    own = [period for period in passage.periods if not (period.is_day or first - 6 <= period.start < last)]
    newest = passage.day.year if month <= passage.day.month else passage.day.year - 1
    told = [period.spans[0].end.year for period in own or passage.context if not period.is_day]
    for year in dict.fromkeys((*told, *(() if own else (newest,)))):
        span = month_span(year, month)
        if span.start <= passage.day:
            yield span


def _wrong(passage: Passage, word: re.Match[str], held: Sequence[Draw]) -> Finding:
    draw = held[0]
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        word.start(),
        word.end(),
        gettext_noop("In that month there was draw %(number)s of %(day)s."),
        expected=f"not {word[0].title()}",
        rows=rows_of(draw),
        confidence=0.75,
        params={"number": draw.number, "day": draw.date.isoformat()},
    )
