"""The largest or smallest size of a time: "the smallest, with 150, was that for agriculture", "with 7,000 as the largest of them".
Pure: no Django.

`ranges` judges the lowest and the highest cut-off. Of sizes there are more that may be meant: of a type, of all, with nominees and
without them, of what was told of. One that is the largest or smallest of none of these is wrong.
"""

from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import sets_of
from articles.facts.rules.common.scopes import PROGRAMS
from articles.facts.rules.common.speaking import POLL, PROVINCIAL, VAGUE, widened
from articles.references import gettext_noop

RULE = "ranges"

_WORD = r"(?:(?P<most>largest|biggest)|(?P<least>smallest))"
# "The smallest brought 392", "the largest of the year, with 7,000".
_BEFORE = compiled(
    rf"\b(?:the|its|their) {_WORD}(?: (?:single |individual )?(?:draw|round|one))?(?: (?:of|in) (?:them|all|these|the year|this year|20[0-9]{{2}}|the (?:month|quarter|half-year)))?,? (?:(?:with|had|has|brought|saw|invited|gave|was|of|at|counted|took|came to|being) )?(?:only |just |but )?$"
)
_BEHIND = compiled(
    rf"(?: (?:invitations|people|candidates|places))?,? (?:as|being|was|is|were) (?:by far )?(?:the|its|their) {_WORD}(?: (?:of (?:them|all|these)|draw|round|one|size))?(?= ?[.,;:)]|$| of the year| this year)"
)
_LOOSE = hedged(
    r"second|third|fourth|since|ever|record|until|previous|old|former|until then|usual\w*|week|month|each|every|joint|share|total|sum|fall|rise|drop|jump|step|difference|change|gap"
)
LEAST = 100


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge what is said to be the size of the largest or the smallest draw."""
    text = passage.text
    if passage.is_question or PROVINCIAL.search(text) or POLL.search(text) or VAGUE.search(text):
        return
    for number in passage.numbers:
        if number.role not in (Role.INVITATIONS, Role.UNKNOWN) or number.bound or number.value < LEAST:
            continue
        match = _BEFORE.search(text, max(0, number.start - 90), number.start) or _BEHIND.match(
            text, max(number.end, number.noun)
        )
        if match is None or _LOOSE.search(text, max(0, match.start() - 40), match.end() + 25):
            continue
        is_size = number.role is Role.INVITATIONS or number.value > 950 or _OF_SIZE.search(text)
        if is_size:
            yield from _judged(passage, record, number, 1 if match["most"] else -1)


_OF_SIZE = compiled(r"\b(?:invitations|invited|sizes?|draws?|rounds?)\b")


def _judged(passage: Passage, record: Record, number: NumberMention, sign: int) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    own = list(_sets(passage, known))
    best = [max(among, key=lambda draw: sign * draw.invitations) for among in own if len(among) > 1]
    if not best or any(draw.invitations == number.value for draw in best):
        return
    draw = best[0]
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        number.start,
        number.end,
        gettext_noop("In the record, this end of the range is %(actual)s."),
        expected=f"{draw.invitations:,}",
        replacement=amounts.written(draw.invitations, passage.source[number.start : number.end]),
        rows=rows_of(draw),
        confidence=0.7,
        params={"actual": f"{draw.invitations:,}"},
    )


def _sets(passage: Passage, known: Sequence[Draw]) -> Iterator[Sequence[Draw]]:
    """Yield the draws among which one may be the largest or the smallest."""
    periods = [
        period for period in passage.periods if not period.is_day and not period.form.startswith("month")
    ]
    kinds = [widened(slugs, known) for slugs in (passage.slugs, passage.topic) if slugs]
    spoken = [draw.category for draw in (*passage.draws, *passage.compared, *passage.before)]
    kinds += [widened((slug,), known) for slug in (*passage.slugs, *passage.topic, *spoken)]
    for kind in dict.fromkeys((frozenset[str](), *kinds)):
        for among in sets_of(passage, known, kind, periods).all:
            yield among
            if not kind:
                yield [draw for draw in among if not draw.includes_nomination]
                yield [draw for draw in among if draw.category not in PROGRAMS]
    told = (*passage.draws, *passage.compared, *passage.before)
    yield from (told[:size] for size in range(2, len(told) + 1))
    yield from passage.tables
