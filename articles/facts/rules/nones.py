"""What is said to have had no draw: "no French draw in August". Pure: no Django."""

import re
from collections.abc import Iterator

from articles.facts.model import Finding, Record, Status

from .counted import COUNTED
from .passages import Passage
from .patterns import compiled
from .speaking import candidates
from .stated_times import stated_periods

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
        found = candidates(passage, record, match.start(), match.end(), slugs, strict=bool(slugs))
        if any(not scope.count for scope in found.stated):
            status = Status.AGREES
        elif found.stated and (slugs or (_AT_ALL.match(passage.text, match.end()) and not passage.slugs)):
            status = Status.CONTRADICTED
        else:
            continue
        scope = min(found.stated, key=lambda scope: scope.count)
        yield passage.finding(
            RULE,
            status,
            match.start(),
            match.end(),
            COUNTED,
            expected=str(scope.count),
            live=scope.live("count"),
            rows=scope.rows,
            confidence=0.8,
            params={"count": scope.count},
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
