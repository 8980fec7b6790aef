"""Months that do not go with how often something was drawn: "drawn twice, in February and May". Pure: no Django.

Where the number is right of a year, and one of the months behind it had no such draw, the month is wrong and not the number.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import DateMention
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import NUMBER_WORDS
from articles.facts.rules.common.periods import count
from articles.facts.rules.common.rounds_wording import month as written_month
from articles.facts.rules.common.scopes import until
from articles.facts.rules.common.speaking import VAGUE, widened
from articles.references import gettext_noop

from . import count_subjects
from .counted import COUNTED

RULE = "rounds"
MONTHS = gettext_noop("The record has these draws in %(expected)s.")

_COUNT = compiled(
    rf"\b(?:(?P<word>once|twice)|(?P<n>{NUMBER_WORDS}|[1-9]|1[0-9])(?: (?:times|occasions)| (?:(?!in\b|of\b)[\w-]+ ){{0,3}}?(?:draws?|rounds?)))"
    r"(?: of (?P<size>[0-9][0-9,]{2,}))?(?: (?:each|apiece|this year|so far|that year|in 20[0-9]{2}|of (?:its|their) own))*,? (?:(?:held|both|all|first|namely|each) )*(?:in|during) (?=[a-z])"
)
_NEXT = compiled(r"(?:,| and|, and|,? then| and again)(?: in)? ")
_LOOSE = compiled(
    r"\b(?:last|first|next|previous|every|each of|of the|not|no|more than|at least|since|until|will) $"
)


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the months that stand behind a number of draws."""
    months = [mention for mention in passage.dates if mention.precision == "month"]
    if not months or passage.is_question or VAGUE.search(passage.text):
        return
    for match in _COUNT.finditer(passage.text):
        row = _row(passage, months, match.end())
        slugs = _types(passage, match.start(), match.end())
        if row and slugs and not _LOOSE.search(passage.text, 0, match.start()):
            known = until(record, passage.day)
            types = widened(slugs, known)
            size = int(match["size"].replace(",", "")) if match["size"] else None
            held = [draw for draw in known if draw.category in types and size in (None, draw.invitations)]
            claimed = {"once": 1, "twice": 2}.get(match["word"]) or count(match["n"])
            yield from _judged(passage, held, row, claimed, match.span("word" if match["word"] else "n"))


def _row(passage: Passage, months: Sequence[DateMention], place: int) -> list[DateMention]:
    """Return the months that stand in a row from a place on."""
    row = [month for month in months if month.start == place]
    for one, other in pairwise(month for month in months if month.start >= place):
        if row and row[-1] is one and _NEXT.fullmatch(passage.text, one.end, other.start):
            row.append(other)
    return row


def _types(passage: Passage, start: int, end: int) -> set[str]:
    """Return the one type that is counted: named in the words, or right before them, else the one that is spoken of."""
    inside = {mention.slug for mention in passage.categories if start <= mention.start < end}
    before = [mention.slug for mention in passage.categories if mention.end <= start]
    label = count_subjects.labelled(passage)
    found = inside or ({label.slug} if label else set(before[-1:])) or set(passage.topic)
    return found if len(found) == 1 else set()


def _judged(
    passage: Passage, held: Sequence[Draw], row: Sequence[DateMention], claimed: int, span: tuple[int, int]
) -> Iterator[Finding]:
    years = dict.fromkeys(
        year for month in row for year in (month.first.year, *(first.year for first, _last in month.others))
    )
    wholes = [[draw for draw in held if draw.date.year == year] for year in years]
    told = next((draws for draws in wholes if len(draws) == claimed), None)
    if told is None or any(
        all(any(month.may_hold(draw.date) for draw in draws) for month in row) for draws in wholes
    ):
        return
    wrong = [month for month in row if not any(month.may_hold(draw.date) for draw in told)]
    others = [draw for draw in told if not any(month.may_hold(draw.date) for month in row)]
    # As many months are wrong as draws are left, else the number may be wrong too.
    if len(wrong) != 1 or not others:
        return
    yield passage.finding(
        "counts", Status.AGREES, *span, COUNTED, expected=str(claimed), rows=rows_of(*told),
        confidence=0.9, params={"count": claimed},
    )  # fmt: skip
    expected = ", ".join(dict.fromkeys(written_month(draw.date) for draw in others))
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        wrong[0].start,
        wrong[0].end,
        MONTHS,
        expected=expected,
        rows=rows_of(*others),
        confidence=0.8,
        params={"expected": expected},
    )
