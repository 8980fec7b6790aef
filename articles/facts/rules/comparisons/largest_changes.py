"""The largest and the smallest step from one draw to the next: "the sharpest fall, 15 points, came between the first and the second".
Pure: no Django."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts, ranks
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import sets_of, types_of
from articles.references import gettext_noop

RULE = "comparisons"
EXTREME = gettext_noop(
    "The largest or smallest step of these draws is from draw %(old)s to draw %(new)s, by %(change)s."
)

_STEP = compiled(
    r"\b(?:(?P<most>largest|biggest|greatest|sharpest|steepest|widest|deepest|heaviest)|(?P<least>smallest|slightest|gentlest))"
    r" (?:(?!than\b|and\b|draw\b|round\b)[\w-]+ )?(?:(?P<down>drops?|falls?|declines?|decreases?|slides?|dips?|plunges?)|(?P<up>rises?|increases?|jumps?|climbs?|gains?|leaps?|surges?)"
    r"|changes?|steps?|moves?|movements?|swings?)\b(?! (?:ever|on record|since|in (?:history|years|months)))"
)
_OF_SIZE = compiled(r"\b(?:invitations?|size|places|candidates)\b")
_ORDER = "first|second|third|fourth|fifth|sixth|seventh|eighth|last|latest"
# "Between the first and the third", "from the fourth to the fifth".
_PAIR = compiled(
    rf"\b(?:between|from) (?:the |its )?(?P<one>{_ORDER})(?: (?:draw|round|one))? (?:and|to) (?:the |its )?(?P<other>{_ORDER})\b"
)
_LOOSE = hedged("one of|among|pool|profiles|average")
FEWEST = 3


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge by how much, and between which draws, the largest or the smallest step of a row of draws is said to have been made."""
    match = _STEP.search(passage.text)
    if match is None or passage.is_question or _LOOSE.search(passage.text):
        return
    numbers = [number for number in passage.numbers if number.start >= match.end() and _may_be(number)]
    if len(numbers) > 1:
        # "Between two of them, six points".
        numbers = [number for number in numbers if number.unit]
    if len(numbers) != 1:
        return
    number = numbers[0]
    is_of_size = number.unit == "invitation" or number.unit != "point" and _OF_SIZE.search(passage.text)
    figure = ranks.invitations if is_of_size else ranks.cutoff
    rows = list(_rows(passage, record))
    found = [(row, found) for row in rows if (found := _extremes(_steps(row, match, figure), match, figure))]
    fitting = next(((row, steps) for row, steps in found if abs(_by(steps[0], figure)) == number.value), None)
    is_of_table = len(passage.tables) == 1 and bool(rows) and set(rows[0]) == set(passage.tables[0])
    if fitting is not None:
        yield _said(passage, number, fitting[1][0], figure, Status.AGREES)
        yield from _by_places(passage, *fitting, figure)
        yield from _by_days(passage, *fitting, figure)
    elif found and is_of_table:
        yield _said(passage, number, found[0][1][0], figure, Status.CONTRADICTED)


def _may_be(number: NumberMention) -> bool:
    return number.role in (Role.DIFFERENCE, Role.POINTS, Role.INVITATIONS, Role.CUTOFF, Role.UNKNOWN)


def _rows(passage: Passage, record: Record) -> Iterator[Sequence[Draw]]:
    """Yield the rows of draws of one type that steps may be between, the likeliest first: of the table, of those told of, of a time."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    told = (*passage.tables, tuple(passage.before))
    for among in (*told, *sets_of(passage, known, types_of(passage, known)).all):
        row = sorted(set(among), key=lambda draw: draw.sequence)
        if len(row) >= FEWEST and len({draw.category for draw in row}) == 1:
            yield row
            # The step to the first of them may count too.
            yield [*ranks.before(row[0], known)[-1:], *row]


def _by(step: tuple[Draw, Draw], figure: ranks.Figure) -> int:
    return figure(step[1]) - figure(step[0])


def _steps(row: Sequence[Draw], match: re.Match[str], figure: ranks.Figure) -> list[tuple[Draw, Draw]]:
    """Return the steps of a row that go the way that is said."""
    sign = -1 if match["down"] else 1 if match["up"] else 0
    return [step for step in pairwise(row) if (_by(step, figure) * sign > 0 if sign else _by(step, figure))]


def _extremes(
    steps: Sequence[tuple[Draw, Draw]], match: re.Match[str], figure: ranks.Figure
) -> list[tuple[Draw, Draw]]:
    """Return the largest or smallest of some steps, all that are of one length."""
    lengths = [abs(_by(step, figure)) for step in steps]
    length = (min if match["least"] else max)(lengths, default=0)
    return [step for step in steps if abs(_by(step, figure)) == length]


def _by_places(
    passage: Passage, row: Sequence[Draw], extremes: Sequence[tuple[Draw, Draw]], figure: ranks.Figure
) -> Iterator[Finding]:
    """Judge between which draws of a row the step is said to have been made, where they are called by their places."""
    match = _PAIR.search(passage.text)
    if match is None:
        return
    told = {name: _place(row, match[name]) for name in ("one", "other")}
    places = [
        {"one": row.index(old), "other": row.index(new)} for old, new in extremes if old in row and new in row
    ]
    if not places or told in places:
        return
    wrong = [name for name in told if told[name] != places[0][name]]
    start, end = match.span(wrong[0]) if len(wrong) == 1 else (match.start("one"), match.end("other"))
    place = places[0][wrong[0]] + 1
    expected = amounts.ordinal(place) if len(wrong) == 1 else ""
    yield _finding(passage, start, end, extremes[0], figure, Status.CONTRADICTED, expected)


def _by_days(
    passage: Passage, row: Sequence[Draw], extremes: Sequence[tuple[Draw, Draw]], figure: ranks.Figure
) -> Iterator[Finding]:
    """Judge the two days between which the step is said to have been made."""
    days = next((mention for mention in passage.dates if mention.precision == "days"), None)
    if days is None:
        return
    told = [next((draw for draw in row if draw.date == day), None) for day in (days.first, days.last)]
    if None not in told and tuple(told) not in extremes:
        yield _finding(passage, days.start, days.end, extremes[0], figure, Status.CONTRADICTED, "")


def _place(row: Sequence[Draw], word: str) -> int:
    return len(row) - 1 if word in ("last", "latest") else amounts.ORDINALS.index(word) - 1


def _said(
    passage: Passage, number: NumberMention, step: tuple[Draw, Draw], figure: ranks.Figure, status: Status
) -> Finding:
    return _finding(passage, number.start, number.end, step, figure, status, f"{abs(_by(step, figure)):,}")


def _finding(
    passage: Passage,
    start: int,
    end: int,
    step: tuple[Draw, Draw],
    figure: ranks.Figure,
    status: Status,
    expected: str,
) -> Finding:
    old, new = step
    return passage.finding(
        RULE,
        status,
        start,
        end,
        EXTREME,
        expected=expected,
        replacement=expected or None if status is Status.CONTRADICTED else None,
        rows=rows_of(old, new),
        confidence=0.8,
        params={"old": old.number, "new": new.number, "change": f"{abs(_by(step, figure)):,}"},
    )
