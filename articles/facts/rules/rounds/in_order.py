"""Figures told in a row, which are those of draws that followed one another: "893, 699, 667 and 589", "542, then 527 and 521". Pure: no Django.

Where all but one of a row are the figures of as many draws of a type, one after the other, the odd one is wrong; and where they are
those of the draws in another order, so is the order.
"""

from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.hedging import SUPPOSED
from articles.facts.rules.common.late import Judged, sentences
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import MONTH_NAMES
from articles.facts.rules.common.rounds_wording import day as written_day
from articles.facts.statements import What
from articles.references import gettext_noop

from . import pinned

RULE = "rounds"
ODD = gettext_noop(
    "The others are those of draws one after the other; draw %(number)s of %(date)s had %(expected)s."
)
ORDER = gettext_noop("From %(date)s on these draws had, in their order, %(expected)s.")

LEAST = 60
# Fewer figures are no row, and more are no sentence.
SHORTEST, LONGEST = 3, 12
# Rows that are so long tell their type themselves.
CLEAR = 4
# A figure that one of so many draws before or after those of a row had may be told on purpose.
AROUND = 4
# A row is of draws of the last years before an article.
MOST_DRAWS = 120

# What stands between two figures of a row: marks, "and", "then", and a few words of time.
_BETWEEN = compiled(
    r" ?(?:points?|invitations?|people)?(?: ?[,/]| ?->| ?\u2192)?(?: ?(?:and|then|to|via|next|now|finally|at last|later|again|this|in|on|by|with|[a-z]+day|"
    rf"{MONTH_NAMES}|[0-9]{{1,2}}(?:st|nd|rd|th)?|the)\b,?){{0,5}} ?"
)
_NO_ROW = compiled(
    rf"\b(?:largest|biggest|smallest|highest|lowest|most|fewest|between|average|median|bands?|points? for|{SUPPOSED})\b"
)


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge rows of figures in which no rule has called anything wrong."""
    judged = Judged(found, (Status.CONTRADICTED,))
    for passage in sentences(reading, record):
        for row in _rows(passage):
            if judged.is_free(passage, row[0].start, row[-1].end):
                yield from _judged(passage, record, row)


def _rows(passage: Passage) -> Iterator[list[NumberMention]]:
    """Yield figures that stand in a row with nothing but marks and words of time between them."""
    if _NO_ROW.search(passage.text):
        return
    row: list[NumberMention] = []
    for number in passage.numbers:
        if not _is_figure(number):
            continue
        if row and not _BETWEEN.fullmatch(passage.text, row[-1].end, number.start):
            if SHORTEST <= len(row) <= LONGEST:
                yield row
            row = []
        row.append(number)
    if SHORTEST <= len(row) <= LONGEST:
        yield row


def _is_figure(number: NumberMention) -> bool:
    return (
        number.value >= LEAST
        and number.value == int(number.value)
        and number.form == "digits"
        and number.role in (Role.CUTOFF, Role.INVITATIONS, Role.UNKNOWN)
    )


def _judged(passage: Passage, record: Record, row: Sequence[NumberMention]) -> Iterator[Finding]:
    if any(
        amounts.hedge(passage.text, number.start, number.end) is not amounts.Hedge.EXACT for number in row
    ):
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    named = pinned.types_of(passage, row[0], known)
    values = [int(number.value) for number in row]
    found: list[Finding] = []
    for slug in sorted({draw.category for draw in known}):
        of_type = [draw for draw in known if draw.category == slug][-MOST_DRAWS:]
        for draws in (of_type, of_type[::-1]):
            for what in (What.CUTOFF, What.INVITATIONS):
                figures = [pinned.FIGURES[what](draw) for draw in draws]
                if any(figures[at : at + len(row)] == values for at in range(len(figures))):
                    return
                if slug in named or len(row) >= CLEAR:
                    found += _of_kind(passage, row, draws, what)
    if len({finding.expected for finding in found}) == 1:
        yield found[0]


def _of_kind(
    passage: Passage, row: Sequence[NumberMention], draws: Sequence[Draw], what: What
) -> Iterator[Finding]:
    """Hold a row against the figures of one kind of draws in one order."""
    values = [int(number.value) for number in row]
    figures = [pinned.FIGURES[what](draw) for draw in draws]
    size = len(row)
    odd: list[tuple[int, int]] = []
    moved: list[int] = []
    for at in range(len(figures) - size + 1):
        window = figures[at : at + size]
        wrong = [place for place in range(size) if window[place] != values[place]]
        if len(wrong) == 1 and len({*window} - {window[wrong[0]]}) > 1:
            odd.append((at, wrong[0]))
        elif len(wrong) == 2 and sorted(window) == sorted(values):
            moved.append(at)
    if len(odd) == 1:
        at, place = odd[0]
        around = figures[max(0, at - AROUND) : at] + figures[at + size : at + size + AROUND]
        if values[place] not in around:
            yield pinned.of_draw(passage, row[place], what, draws[at + place], ODD, 0.75)
    elif not odd and len(moved) == 1:
        yield _in_order(passage, row, draws[moved[0] : moved[0] + size], what)


def _in_order(passage: Passage, row: Sequence[NumberMention], draws: Sequence[Draw], what: What) -> Finding:
    """Say which of a row stand in the wrong place."""
    right = [pinned.FIGURES[what](draw) for draw in draws]
    wrong = [number for number, figure in zip(row, right, strict=True) if number.value != figure]
    expected = ", ".join(f"{figure:,}" for figure in right)
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        wrong[0].start,
        wrong[-1].end,
        ORDER,
        expected=expected,
        rows=rows_of(*draws),
        confidence=0.7,
        params={"date": written_day(min(draw.date for draw in draws)), "expected": expected},
    )
