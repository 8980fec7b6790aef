"""Figures told behind those of a draw that was news: of that draw, or of the one before it."""

from datetime import timedelta

from articles.facts.model import Draw

from .fitting import Said, all_true, is_near_miss
from .model import Resolved
from .record import Context, Draws

# An article of no day and no type speaks of a draw that it names only where that was news on its day.
NEWS = timedelta(days=14)


def of_news(said: Said, told: Draw, context: Context, draws: Draws) -> Resolved | None:
    """Return the draw that figures without any anchor are of, where the one last told of was news and they are wrong of it: the one
    before, where the words say so, else the one itself, where they are nearly right of it; None where neither is clear."""
    if context.on - told.date > NEWS or all_true(said, told):
        return None
    if context.before and (before := _before(said, told, draws)) is not None:
        return before
    if not context.looks_back and is_near_miss(said, told):
        return Resolved(told)
    return None


def _before(said: Said, told: Draw, draws: Draws) -> Resolved | None:
    """Return the draw before one: of its type, or of any where all is true of that."""
    of_type = draws.before(told)
    since = told.date - NEWS
    earlier = [draw for draw in draws.during(since, told.date) if draw.sequence < told.sequence]
    for draw in (of_type, *earlier[-1:]):
        if draw is not None and all_true(said, draw):
            return Resolved(draw, (told,))
    if of_type is None:
        return None
    return Resolved(of_type, (told,), sure=is_near_miss(said, of_type))
