"""Days and months told in a row, one of which is not like the others: "on 20 February, 25 July and 4 September"."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Draw
from articles.facts.reading import CategoryMention, DateMention, NumberMention

from .clauses import FIGURES, Clause, Token
from .fitting import Said, says
from .model import What
from .record import Context, Draws, is_of_type

# A time that is wrong is no farther than this from the right one.
NEAR = {What.DATE: timedelta(days=35), What.PERIOD: timedelta(days=62)}
# Two days need something beside them that is of both; more speak for themselves.
_ENOUGH = 3


def odd_ones(
    clause: Clause, piece: Sequence[Token], context: Context, draws: Draws
) -> Iterator[tuple[What, DateMention, Draw]]:
    """Yield the time of a row in which no draw was held like those of the others, with the draw that is meant."""
    for token in piece:
        times = [item for item in token.items if isinstance(item, DateMention) and not item.relative]
        if token.what in NEAR and 1 < len(times) == len(token.items) and not token.compared:
            yield from _odd(clause, piece, token.what, times, context, draws)


def _odd(
    clause: Clause,
    piece: Sequence[Token],
    what: What,
    times: Sequence[DateMention],
    context: Context,
    draws: Draws,
) -> Iterator[tuple[What, DateMention, Draw]]:
    figures = [
        (token.what, token.items[0])
        for token in piece
        if token.what in FIGURES and len(token.items) == 1 and not token.may_be and not token.compared
    ]
    counted = _is_counted(clause, len(times))
    for like in _likenesses(piece, times, figures, context, draws):
        odd = [time for time in times if not any(time.may_hold(draw.date) for draw in like)]
        if not odd:
            return
        has_figures = bool(figures) and all(says(*figure, draw) for figure in figures for draw in like)
        known = has_figures or counted if what is What.PERIOD or len(times) < _ENOUGH else True
        if len(odd) > 1 or not known:
            continue
        (time,) = odd
        if time.first > draws.complete_to:
            return
        meant = [
            draw
            for draw in like
            if min(abs(draw.date - day) for day in (time.first, time.last)) <= NEAR[what]
            and not any(other.may_hold(draw.date) for other in times)
        ]
        if len(meant) == 1 or (meant and len(times) > _ENOUGH):
            yield what, time, min(meant, key=lambda draw: abs(draw.date - time.first))
        return


def _likenesses(
    piece: Sequence[Token],
    times: Sequence[DateMention],
    figures: Said,
    context: Context,
    draws: Draws,
) -> Iterator[list[Draw]]:
    """Yield what the draws of a row may have in common: their type and the figures told of all; then their type alone."""
    named = [item.slug for token in piece for item in token.items if isinstance(item, CategoryMention)]
    slugs = frozenset(named[:1]) or context.topic
    if len(slugs) != 1:
        held = [[draw for draw in draws.all if time.holds(draw.date)] for time in times]
        shared = {of[0].category for of in held if len(of) == 1}
        slugs = frozenset(shared) if len(shared) == 1 else frozenset()
    if not slugs:
        return
    of_type = [
        draw
        for draw in draws.all
        if draw.date <= context.on and all(is_of_type(draw, slug) for slug in slugs)
    ]
    if figures:
        alike = [draw for draw in of_type if all(says(what, mention, draw) for what, mention in figures)]
        if any(time.may_hold(draw.date) for time in times for draw in alike):
            yield alike
    yield of_type


def _is_counted(clause: Clause, length: int) -> bool:
    """Whether a sentence says how many draws there were, as many as it has times for them."""
    return any(
        isinstance(mention, NumberMention) and mention.value == length
        for mention in clause.reading.between(clause.part, clause.start, clause.end)
    )
