"""Days and months told in a row, one of which is not like the others: "on 20 February, 25 July and 4 September"."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Draw
from articles.facts.reading import CategoryMention, DateMention, NumberMention, Role

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
        if token.what not in NEAR or not 1 < len(times) == len(token.items):
            continue
        if not token.compared or _is_of_those(clause, token) or _is_counted(clause, len(times)):
            yield from _odd(clause, piece, token.what, times, context, draws)


# "After those of 29 October and 28 November": days of draws, all of the type that is told of.
_THOSE_OF = re.compile(
    r"\b(?:those|the\s+ones|the\s+(?:two|three|four|other)?\s*(?:draws|rounds))\s+(?:held\s+)?(?:of|on)\s+\Z",
    re.IGNORECASE,
)


def _is_of_those(clause: Clause, token: Token) -> bool:
    return _THOSE_OF.search(clause.text, clause.start, token.start) is not None


def _odd(
    clause: Clause,
    piece: Sequence[Token],
    what: What,
    times: Sequence[DateMention],
    context: Context,
    draws: Draws,
) -> Iterator[tuple[What, DateMention, Draw]]:
    if clause.text.rstrip().endswith("?"):
        # What is asked is not said.
        return
    counted = _is_counted(clause, len(times)) or _THOSE_OF.search(clause.text, clause.start, times[0].start)
    for like, figures in _likenesses(clause, piece, times, context, draws):
        odd = [time for time in times if not any(time.may_hold(draw.date) for draw in like)]
        if not odd:
            return
        known = bool(figures) or counted if what is What.PERIOD or len(times) < _ENOUGH else True
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
        meant.sort(key=lambda draw: abs(draw.date - time.first))
        if len(meant) == 1 or (meant and (len(times) > _ENOUGH or _is_much_nearer(meant, time))):
            yield what, time, meant[0]
        return


def _is_much_nearer(meant: Sequence[Draw], time: DateMention) -> bool:
    """Whether the first of some draws is so much nearer to a day than the next that it is the one that is meant."""
    first, second = (abs(draw.date - time.first) for draw in meant[:2])
    return first <= timedelta(days=3) and second > 3 * first


def _likenesses(
    clause: Clause, piece: Sequence[Token], times: Sequence[DateMention], context: Context, draws: Draws
) -> Iterator[tuple[list[Draw], Said]]:
    """Yield what the draws of a row may have in common: their type and a figure told of all; then their type alone."""
    slugs = _types(clause, times, context, draws)
    known = [draw for draw in draws.all if draw.date <= context.on]
    if slugs is None:
        return
    of_type = [draw for draw in known if all(is_of_type(draw, slug) for slug in slugs)]
    for figures in _figures(clause, piece, times):
        alike = [draw for draw in of_type if all(says(what, mention, draw) for what, mention in figures)]
        if sum(any(time.may_hold(draw.date) for draw in alike) for time in times) >= len(times) - 1:
            yield alike, figures
    if slugs:
        yield of_type, ()


def _types(
    clause: Clause, times: Sequence[DateMention], context: Context, draws: Draws
) -> frozenset[str] | None:
    """Return the type named before a row of times, else the one spoken of or of all of them; None where several are named."""
    before = clause.reading.between(clause.part, clause.start, times[0].start)
    days = [mention.end for mention in before if isinstance(mention, DateMention)]
    named = {
        mention.slug
        for mention in before
        if isinstance(mention, CategoryMention) and mention.start >= max(days, default=clause.start)
    }
    if named:
        return frozenset(named) if len(named) == 1 else None
    held = [[draw for draw in draws.all if time.holds(draw.date)] for time in times]
    for spoken in (context.topic, frozenset(draw.category for draw in context.focus)):
        if len(spoken) == 1 and any(is_of_type(draw, slug) for of in held for draw in of for slug in spoken):
            return spoken
    shared = {of[0].category for of in held if len(of) == 1}
    return frozenset(shared) if len(shared) == 1 else frozenset()


def _figures(clause: Clause, piece: Sequence[Token], times: Sequence[DateMention]) -> Iterator[Said]:
    """Yield the figures told of a row: those of its piece, else a bare number before it, as either figure."""
    told = [
        (token.what, token.items[0])
        for token in piece
        if token.what in FIGURES and len(token.items) == 1 and not token.may_be
    ]
    if told:
        yield told
        return
    if _BOUNDS.search(clause.text, clause.start, clause.end):
        return
    for mention in clause.reading.between(clause.part, clause.start, times[0].start):
        if isinstance(mention, NumberMention) and mention.role is Role.UNKNOWN and mention.value >= LEAST:
            yield from ([(what, mention)] for what in FIGURES)


# Words with which a number need not be the figure of any draw.
_BOUNDS = re.compile(
    r"\b(?:enough|would|could|might|least|most|above|below|under|over|more|less|fewer|lower|higher|since|until|between|suffic\w+)\b",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\btwice\b(?!\s+(?:as|the)\b)", re.IGNORECASE)
# Smaller numbers before a row are no figures of its draws.
LEAST = 100


def _is_counted(clause: Clause, length: int) -> bool:
    """Whether a sentence says how many draws there were, as many as it has times for them."""
    return (length == 2 and _TWICE.search(clause.text, clause.start, clause.end) is not None) or any(
        isinstance(mention, NumberMention) and mention.value == length
        for mention in clause.reading.between(clause.part, clause.start, clause.end)
    )
