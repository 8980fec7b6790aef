"""Types with a figure each in brackets: "healthcare (8,000), trades (3,000), physicians (662) and senior managers (250)". Pure: no Django.

What the figures are, and of which time, is what most of them are right of: the invitations of a type added up, those of its last
draw, a cut-off. The others must be so too.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import CategoryMention, NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.late import OBJECTIONS, Judged, sentences
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import sets_of
from articles.facts.rules.common.setting_words import GENERIC
from articles.facts.statements.record import is_of_type
from articles.references import gettext_noop

RULE = "rounds"
ODD = gettext_noop("The other figures of this row are of the same time and kind; this type had %(expected)s.")

# Shorter rows do not tell what their figures are.
SHORTEST = 3
LEAST = 60

_BRACKET = compiled(r"(?: (?!and\b|or\b|with\b)[\w-]+){0,2} ?\((?P<inside>[^()]{2,50})\)")
_LOOSE = hedged(r"average\w*|median|pool|codes?|noc|teer|said|rumou?r\w*")
_KINDS = ("sum", "last", "cutoff", "lowest", "highest", "largest", "first")


class Item(NamedTuple):
    """A type and the figure in the bracket behind it."""

    named: CategoryMention
    number: NumberMention


type Values = Mapping[str, int]


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge figures in brackets where no rule has called anything wrong."""
    judged = Judged(found, OBJECTIONS)
    for passage in sentences(reading, record):
        if "(" not in passage.text or len(passage.categories) < SHORTEST:
            continue
        items = _items(passage)
        if len(items) >= SHORTEST and not _LOOSE.search(passage.text):
            known = [draw for draw in record.draws if draw.date <= passage.day]
            yield from _judged(passage, known, items, judged)


def _items(passage: Passage) -> list[Item]:
    """Return the types that have one figure in the bracket behind them."""
    found: list[Item] = []
    for named in passage.categories:
        bracket = _BRACKET.match(passage.text, named.end)
        if bracket is None or named.slug in GENERIC:
            continue
        numbers = [
            number
            for number in passage.numbers
            if bracket.start("inside") <= number.start < bracket.end("inside") and _is_figure(number)
        ]
        if len(numbers) == 1 and not any(
            bracket.start("inside") <= day.start < bracket.end("inside") for day in passage.dates
        ):
            found.append(Item(named, numbers[0]))
    slugs = {item.named.slug for item in found}
    return found if len(slugs) == len(found) else []


def _is_figure(number: NumberMention) -> bool:
    return (
        number.value >= LEAST
        and number.value == int(number.value)
        and number.form == "digits"
        and number.role in (Role.INVITATIONS, Role.CUTOFF, Role.UNKNOWN)
    )


def _judged(
    passage: Passage, known: Sequence[Draw], items: Sequence[Item], judged: Judged
) -> Iterator[Finding]:
    sets = [among for among in sets_of(passage, known, frozenset()).all if among]
    readings = [
        [_values([draw for draw in among if is_of_type(draw, item.named.slug)]) for item in items]
        for among in dict.fromkeys(sets)
    ]
    best: tuple[int, Sequence[Values], str] | None = None
    for values in readings:
        for kind in _KINDS:
            fits = sum(own.get(kind) == item.number.value for own, item in zip(values, items, strict=True))
            if best is None or fits > best[0]:
                best = fits, values, kind
    if best is None or 2 * best[0] < len(items) or best[0] < 2:
        return
    _fits, right, kind = best
    for place, item in enumerate(items):
        expected = right[place].get(kind)
        explained = any(item.number.value in of_set[place].values() for of_set in readings)
        number = item.number
        if expected is None or explained or not judged.is_free(passage, number.start, number.end):
            continue
        words = passage.source[number.start : number.end]
        of_type = [draw for draw in known if is_of_type(draw, item.named.slug)]
        yield passage.finding(
            RULE,
            Status.CONTRADICTED,
            number.start,
            number.end,
            ODD,
            expected=f"{expected:,}",
            replacement=amounts.written(expected, words),
            rows=rows_of(*of_type[-1:]),
            confidence=0.75,
            params={"expected": f"{expected:,}"},
        )


def _values(draws: Sequence[Draw]) -> Values:
    """Return what a figure of some draws of a type may be."""
    if not draws:
        return {}
    cutoffs = [draw.crs_cutoff for draw in draws]
    return {
        "sum": sum(draw.invitations for draw in draws),
        "last": draws[-1].invitations,
        "cutoff": draws[-1].crs_cutoff,
        "lowest": min(cutoffs),
        "highest": max(cutoffs),
        "largest": max(draw.invitations for draw in draws),
        "first": draws[0].invitations,
    }
