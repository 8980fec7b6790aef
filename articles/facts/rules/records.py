"""Records that were held before: "the previous record for one round was 6,000", "the old low, 397, was from March". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.references import gettext_noop

from . import amounts, ranks
from .passages import Passage, rows_of
from .patterns import compiled
from .speaking import widened

RULE = "comparisons"

_RECORD = compiled(
    r"\b(?:previous|old|former|earlier|prior|existing|standing|last) (?:\w+ )?(?P<which>record|high|low|peak|maximum|minimum|best|largest|biggest|lowest|highest|smallest)s?\b"
)
# "Until Saturday the lowest cut-off in any draw for the class had been 431".
_UNTIL = compiled(
    r"\b(?:until|till|before|up to)(?: (?!when\b|in\b|since\b|from\b)[\w'-]+){1,4},? (?:the|its|their) (?P<which>highest|lowest|largest|biggest|smallest|record|peak|high|low)(?= (?:[\w'-]+ ){0,9}?(?:had (?:been|stood)|was)\b)"
)
# Between the record and its figure.
_TO_FIGURE = compiled(
    r"(?: (?!by\b|since\b|from\b|until\b)[\w',-]+){0,9}?,? (?:was|were (?:draws|rounds) of|of|at|stood at|is|were|being|had been|:)?(?: just| only)? ?"
)
_LOW = frozenset(("low", "minimum", "lowest", "smallest"))
# "Record" may be a high or a low.
_EITHER = frozenset(("record", "best"))
MOST_CUTOFF = 950
LEAST = 50


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the figures of records that are said to have been beaten."""
    for match in (*_RECORD.finditer(passage.text), *_UNTIL.finditer(passage.text)):
        number = next(
            (
                one
                for one in passage.numbers
                if one.value >= LEAST
                and match.end() <= one.start
                and _TO_FIGURE.fullmatch(passage.text, match.end(), one.start)
            ),
            None,
        )
        if number is not None and number.role in (Role.UNKNOWN, Role.INVITATIONS, Role.CUTOFF, Role.POINTS):
            yield from _judged(passage, record, match, number)


def _judged(
    passage: Passage, record: Record, match: re.Match[str], number: NumberMention
) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    if not known:
        return
    figure = ranks.invitations if number.value > MOST_CUTOFF else ranks.cutoff
    sign = -1 if match["which"] in _LOW else 1
    named = widened(
        [mention.slug for mention in passage.categories if mention.end <= number.start] or passage.topic,
        known,
    )
    found = list(_extremes(passage, known, figure, sign, named))
    if match["which"] in _EITHER and figure is ranks.cutoff:
        found += _extremes(passage, known, figure, -sign, named)
    if found and all(figure(draw) != number.value for draw in found):
        draw = found[0]
        yield passage.finding(
            RULE,
            Status.CONTRADICTED,
            number.start,
            number.end,
            gettext_noop("The record before was that of draw %(number)s, with %(figure)s."),
            expected=f"{figure(draw):,}",
            replacement=amounts.written(figure(draw), passage.source[number.start : number.end]),
            rows=rows_of(draw),
            confidence=0.75,
            params={"number": draw.number, "figure": f"{figure(draw):,}"},
        )


def _extremes(
    passage: Passage, known: Sequence[Draw], figure: ranks.Figure, sign: int, named: frozenset[str]
) -> Iterator[Draw]:
    """Yield the draws that held a record before the one spoken of, of its type and of all, ever and in the times around."""
    subjects = list(dict.fromkeys((*passage.before[:2], known[-1])))
    for subject in subjects:
        own = frozenset((subject.category,))
        for kind in dict.fromkeys((named or own, own, frozenset[str]())):
            # The times of the sentence say when the record was set, and not what it was a record of.
            of_kind = [
                draw
                for draw in known
                if draw.sequence < subject.sequence
                and (not kind or draw.category in kind)
                and draw.includes_nomination == subject.includes_nomination
            ]
            for earlier in (of_kind, [draw for draw in of_kind if draw.date.year == subject.date.year]):
                if earlier:
                    yield max(earlier, key=lambda draw: sign * figure(draw))
