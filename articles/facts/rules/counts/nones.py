"""What is said to have had no draw: "no French draw in August". Pure: no Django."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.scopes import Scope
from articles.facts.rules.common.speaking import candidates, widened
from articles.facts.rules.common.stated_times import stated_periods

from .counted import COUNTED

RULE = "counts"

_NONE = compiled(
    r"\b(?:no|not a single|not one|without an?|without any) (?P<between>(?:[\w,-]+ ){0,6}?)(?P<noun>draws?|rounds?)\b(?! of the| since| before| in which| that| other| is | are | has no| can | will | was (?:larger|smaller|lower|higher))"
)
# What is said not to have been is a draw, not one of some kind.
_HAPPENED = compiled(
    r" ?(?:[.,;:)]|$)|(?: (?:at all|whatsoever|of (?:its|their) own|for (?:them|it)|alone|itself))*(?: (?:was|were|has been|have been|had been|is|are) (?:held|conducted|run)| (?:took|has taken|have taken) place| (?:in|this|since|during|so far|yet|last|over|between|until|all|for (?:[\w-]+ ){0,5}(?:in|this|since|during))\b| ?(?:[.,;:)]|$))"
)
# "No draw in the record is smaller" is said of some draws.
_COMPARED = compiled(
    r"(?: [\w-]+){0,7}? (?:is|was|has|had|were|went|reached|came|be|been) (?:\w+ )?(?:smaller|larger|lower|higher|bigger|below|above|so|as|more|fewer|been (?:smaller|larger|lower|higher)|that|less)\b"
)
_SUPERLATIVE = compiled(
    r"\b(?:in the record|lower|higher|larger|smaller|bigger|fewer|more|such|lottery|series|yet known|other|earlier|later|previous|further|next)\b"
)
# "The third month with no French round" says which month it is.
_WITH = compiled(r"\b(?:day|week|month|quarter|year)s?(?: [\w'-]+){0,4} (?:with|having|that had|which had) $")
_AT_ALL = compiled(r" (?:at all|whatsoever|of any (?:kind|type|sort))\b")


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge what is said to have had no draw in a period."""
    for match in _NONE.finditer(passage.text):
        slugs = _types(passage, match)
        periods = stated_periods(passage, match.start(), match.end())
        if (
            _WITH.search(passage.text, 0, match.start())
            or _SUPERLATIVE.search(match["between"])
            or _COMPARED.match(passage.text, match.end())
            or not _HAPPENED.match(passage.text, match.end())
            or not any(
                period.start - match.end() <= 30 and match.start() - period.end <= 25 for period in periods
            )
        ):
            continue
        months = _row(passage, periods, match)
        if len(months) > 1:
            yield from _of_months(passage, record, months, slugs or set(passage.slugs) or set(passage.topic))
            continue
        found = candidates(passage, record, match.start(), match.end(), slugs, strict=bool(slugs))
        if _OF_OTHERS.search(passage.text, 0, match.start()) and not slugs:
            continue
        edges = {
            day
            for one in periods
            if one.form in _ENDED
            for span in one.spans
            for day in (span.start, span.end)
        }
        since = any(one.form.startswith("since") for one in periods)
        had = since and _HAD_BEEN.match(passage.text, match.end()) is not None
        if any(_is_empty(scope, edges, passage.before[:1], had) for scope in found.stated):
            status = Status.AGREES
        elif found.stated and (slugs or (_AT_ALL.match(passage.text, match.end()) and not passage.slugs)):
            status = Status.CONTRADICTED
        else:
            continue
        scope = min(found.stated, key=lambda scope: scope.count)
        start, end = match.span()
        if status is Status.CONTRADICTED:
            # Between two days there was none, or the days are others: the words to look at are both.
            ended = [one for one in periods if one.form in _ENDED]
            start = min([start, *(one.start for one in ended)])
            end = max([end, *(one.end for one in ended)])
        yield passage.finding(
            RULE,
            status,
            start,
            end,
            COUNTED,
            expected=str(scope.count),
            live=scope.live("count"),
            rows=scope.rows,
            confidence=0.8,
            params={"count": scope.count},
        )


# "In May or August", "in September, just as in May".
_NEXT = compiled(
    r",? (?:or|and|nor|just as|just like|as|like)(?: (?:in|during|for))?(?: either)? |, (?:in )?"
)


def _row(passage: Passage, periods: Sequence[Period], match: re.Match[str]) -> list[Period]:
    """Return the months that stand in a row behind the words that there was none."""
    row = [one for one in periods if one.form == "month" and 0 <= one.start - match.end() <= 30][:1]
    for one in passage.periods:
        if row and one.form == "month" and _NEXT.fullmatch(passage.text, row[-1].end, one.start):
            row.append(one)
    return row


def _of_months(
    passage: Passage, record: Record, months: Sequence[Period], slugs: Collection[str]
) -> Iterator[Finding]:
    """Judge each of several months that are said to have had no draw of a type."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = widened(slugs, known)
    if len(types) != 1:
        return
    for month in months:
        held = [
            [draw for draw in known if draw.date in span and draw.category in types] for span in month.spans
        ]
        yield passage.finding(
            RULE,
            Status.CONTRADICTED if all(held) else Status.AGREES,
            month.start,
            month.end,
            COUNTED,
            expected=f"not {passage.source[month.start : month.end]}" if all(held) else "",
            rows=rows_of(*held[0]),
            confidence=0.8,
            params={"count": len(held[0])},
        )


# "Five of the categories have had no draw": which they are is not said.
_OF_OTHERS = compiled(
    r"\b(?:categories|types|programs|classes|groups|lists|them|which|who|these|those|they)\b[^.;:]{0,30} (?:had|has had|have had|has|have|got|saw|received) $"
)
_HAD_BEEN = compiled(r" had (?:been|taken)\b")
# Times between two days or from one on, on which there may have been a draw.
_ENDED = frozenset(("span", "daymonth", "monthday", "since"))


def _is_empty(scope: Scope, edges: Collection[date], told: Sequence[Draw], had: bool) -> bool:
    """Whether there was no draw but on the days that a time begins and ends with; `had`: up to the one told of, or the newest."""
    inside = [draw for draw in scope.draws if draw.date not in edges]
    return not inside or (
        had and (len(inside) == 1 or any(draw.sequence <= inside[0].sequence for draw in told))
    )


def _types(passage: Passage, match: re.Match[str]) -> set[str]:
    """Return the types that are said to have had none: in the words or right behind them, else those that "had" none."""
    end = match.end()
    clause = _CLAUSE.search(passage.text, end)
    last = min(end + 30, clause.start() if clause else len(passage.text))
    inside = {one.slug for one in passage.categories if match.start() <= one.start and one.end <= last}
    if inside or not _HAD.search(passage.text, 0, match.start()):
        return inside
    begin = max((one.end() for one in _CLAUSE.finditer(passage.text, 0, match.start())), default=0)
    return {one.slug for one in passage.categories if begin <= one.start < match.start()}


# What is said behind a comma is of something else.
_CLAUSE = compiled(r"[,;:.()](?![0-9])")
_HAD = compiled(r"\b(?:had|has had|have had|has|have|got|saw|received|were given|was given) $")
