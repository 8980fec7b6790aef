"""Whatever draws a sum may be of, beside those that the words name. Pure: no Django."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from articles.facts.model import Draw, Record
from articles.facts.reading.mentions import NumberMention
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.scopes import Scope, of_draws, scopes
from articles.facts.rules.common.speaking import everything, widened
from draws.clock import RECORD_BEGINS, Span, month_span, year_span

# So many of the latest draws of a type may be meant together.
LAST = 12
# And those of the types of so many draws spoken of before.
TOLD = 4
# A right sum may be of so many.
ROWS = 30
# Two of so many draws told of before may be meant.
PAIRED = 6


def everywhere(
    passage: Passage, record: Record, known: Sequence[Draw], start: int, end: int
) -> Iterator[Scope]:
    """Yield all of it for a claim text[start:end], the likeliest first."""
    yield from everything(passage, record, start, end)
    yield from wider(passage, known)
    yield from others(passage, known)


def wider(passage: Passage, known: Sequence[Draw]) -> Iterator[Scope]:
    """Yield what a sum may be of beside what the words name: every year of the types spoken of and of all, their whole time, and
    the latest draws of each."""
    spoken = tuple(dict.fromkeys((*passage.slugs, *passage.topic)))
    told = dict.fromkeys((*spoken, *(draw.category for draw in passage.before[:TOLD])))
    kinds = [widened((slug,), known) for slug in told] + [widened(spoken, known), frozenset()]
    spans = [Span(RECORD_BEGINS, passage.day)]
    spans += [year_span(year) for year in range(passage.day.year, RECORD_BEGINS.year - 1, -1)]
    for kind in dict.fromkeys(kinds):
        for span in spans:
            yield from scopes(known, (span,), kind, passage.day)
        latest = [draw for draw in known if not kind or draw.category in kind][-LAST:][::-1]
        for size in range(2, len(latest) + 1):
            yield of_draws(latest[:size])


def others(passage: Passage, known: Sequence[Draw]) -> Iterator[Scope]:
    """Yield what a right sum may be of too: parts of the years spoken of, and all draws told of before."""
    yield from pairs(passage)
    for size in range(2, len(passage.before) + 1):
        yield of_draws(passage.before[:size])
        yield of_draws((*passage.draws, *passage.before[:size]))
    years = dict.fromkeys((*passage.years, passage.day.year, passage.day.year - 1))
    spoken = tuple(dict.fromkeys((*passage.slugs, *passage.topic)))
    kinds = [widened((slug,), known) for slug in spoken] + [frozenset[str]()]
    for kind in kinds:
        # Draws on end, from one that is told of until now.
        latest = [draw for draw in known if not kind or draw.category in kind][-ROWS:]
        yield from (Scope(tuple(latest[first:])) for first in range(len(latest) - 1))
    for year in years:
        for months in (1, 3, 6):
            for first in range(1, 13, months):
                span = Span(month_span(year, first).start, month_span(year, first + months - 1).end)
                for kind in kinds:
                    yield from scopes(known, (span,), kind, passage.day)


def pairs(passage: Passage) -> Iterator[Scope]:
    """Yield every two of the draws told of just before."""
    yield from (of_draws(pair) for pair in combinations(passage.before[:PAIRED], 2))


def whole(passage: Passage, known: Sequence[Draw]) -> Iterator[Scope]:
    """Yield all draws of the one type that is spoken of, or that all draws told of have: of the year, of its whole time."""
    told = (*passage.before, *(draw for table in passage.tables for draw in table))
    spoken = passage.slugs or passage.topic or tuple({draw.category for draw in told})
    if len(spoken) == 1:
        spans = (year_span(passage.day.year), Span(RECORD_BEGINS, passage.day))
        yield from scopes(known, spans, widened(spoken, known), passage.day)


def is_of_all(passage: Passage, record: Record, number: NumberMention) -> bool:
    """Whether a sum is to the unit that of all draws of the type: it is by no chance, and their number may be wrong."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    return number.value % 100 > 0 and any(
        scope.invitations == number.value for scope in whole(passage, known)
    )
