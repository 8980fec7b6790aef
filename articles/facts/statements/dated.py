"""Which draw is meant by what is said with a day: the one of the day, or the one that all else fits, the day being wrong."""

from collections.abc import Sequence
from datetime import date, timedelta

from articles.facts.model import Draw
from articles.facts.reading import CategoryMention, DateMention, Mention, NumberMention, Role

from .clauses import FIGURES
from .fitting import Said, says, score
from .model import Resolved, What
from .record import Context, Draws, is_of_type

# A day that is wrong by no more than this is one of the draw next to it.
_CLOSE = 3
_WEEK, _MONTH = timedelta(days=7), timedelta(days=31)


def _meanings(day: DateMention) -> list[date]:
    return [first for first, last in ((day.first, day.last), *day.others) if first == last]


def _held(day: DateMention, draws: Draws) -> list[Draw]:
    return [draw for meaning in _meanings(day) for draw in draws.on(meaning)]


def held_of(day: DateMention, types: Sequence[CategoryMention], draws: Draws) -> list[Draw]:
    return [
        draw
        for draw in _held(day, draws)
        if not types or any(is_of_type(draw, mention.slug) for mention in types)
    ]


def of_day(said: Said, day: DateMention, context: Context, draws: Draws) -> Resolved:
    meanings = _meanings(day)
    held = _held(day, draws)
    if not day.has_year and len(meanings) > 1:
        named = {draw.number for draw in (*context.focus, *context.section)}
        held.sort(key=lambda draw: draw.number not in named)
    if not held and meanings[0] > draws.complete_to:
        return Resolved(None, later=True)
    near = [
        draw
        for meaning in meanings[:1]
        for draw in draws.during(meaning - timedelta(days=31), meaning + timedelta(days=31))
    ]
    rest = [(what, mention) for what, mention in said if what is not What.DATE]
    scores = [score(rest, draw) for draw in near]
    most = max(scores, default=0.0)
    fitting = [draw for draw, own in zip(near, scores, strict=True) if own == most]
    if held:
        best = max(held, key=lambda draw: score(said, draw))
        if other := _of_other_day(rest, best, meanings[0], context, draws):
            return Resolved(other, (best,))
        # More than one figure must speak for another day before the day itself is what is wrong.
        if len(fitting) == 1 and fitting[0] is not best:
            more = score(rest, fitting[0]) + _on_topic(fitting[0], context) - score(rest, best)
            more -= _on_topic(best, context)
            if more >= 2.9 and not (day.relative and abs((fitting[0].date - best.date).days) > 4):
                return Resolved(fitting[0], (best,))
        alike = tuple(
            draw
            for draw in held
            if draw is not best and draw.date == best.date and score(said, draw) == score(said, best)
        )
        return Resolved(best, alike, sure=not alike or score(rest, best) == 0)
    fitting.sort(key=lambda draw: abs((draw.date - meanings[0]).days))
    near_days = [abs((draw.date - meanings[0]).days) for draw in fitting]
    clear = len(fitting) == 1 or (near_days[:1] and near_days[0] <= _CLOSE and near_days[1] > 2 * _CLOSE)
    meant = fitting[0] if most >= 2 and fitting and clear else None
    return Resolved(meant, tuple(fitting[1:]) if meant else (), no_draw=True)


def _of_other_day(rest: Said, held: Draw, day: date, context: Context, draws: Draws) -> Draw | None:
    """Return the one draw of the type spoken of near a day on which another type was drawn, if all figures are its own."""
    figures = [(what, mention) for what, mention in rest if what in (What.INVITATIONS, What.CUTOFF)]
    types = {mention.slug for _what, mention in rest if isinstance(mention, CategoryMention)} or context.topic
    if not figures or not types or any(_may_say(what, mention, held) for what, mention in figures):
        return None
    if any(is_of_type(held, slug) for slug in types):
        return None
    for span in (_WEEK, _MONTH):
        found = [
            draw
            for draw in draws.during(day - span, day + span)
            if any(is_of_type(draw, slug) for slug in types)
            and all(_may_say(what, mention, draw) for what, mention in figures)
        ]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _may_say(what: What, mention: Mention, draw: Draw) -> bool:
    """Whether a figure is true of a draw; a bare number may be either."""
    kinds = FIGURES if isinstance(mention, NumberMention) and mention.role is Role.UNKNOWN else (what,)
    return any(says(kind, mention, draw) for kind in kinds)


def _on_topic(draw: Draw, context: Context) -> float:
    """Whether a draw is of the type that the text speaks of."""
    return float(
        draw.category in context.topic or any(draw.category == other.category for other in context.focus)
    )


def of_week(said: Said, context: Context, draws: Draws) -> Resolved | None:
    """Return the one draw of a type in the week of a day that is said from the article's, on which it was not held, if a figure is
    its own: then the day is wrong, and the draw of another week is not meant, whatever its figures."""
    days = [mention for what, mention in said if what is What.DATE and isinstance(mention, DateMention)]
    types = [mention for what, mention in said if what is What.TYPE and isinstance(mention, CategoryMention)]
    figures = [one for one in said if one[0] in FIGURES]
    if len(days) != 1 or not days[0].relative or not types or len(figures) < 2:
        return None
    day = days[0].first
    if not timedelta() <= context.on - day < _WEEK or held_of(days[0], types, draws):
        return None
    inside = [
        draw
        for draw in draws.during(context.on - _WEEK, context.on)
        if any(is_of_type(draw, mention.slug) for mention in types)
    ]
    if len(inside) != 1 or not any(says(what, mention, inside[0]) for what, mention in figures):
        return None
    return Resolved(inside[0])


def newer(day: DateMention, named: Draw, context: Context, draws: Draws) -> Draw | None:
    """Return the one draw of a day of this week, where a number is that of an older draw: "round 225 was held on Wednesday"."""
    held = draws.on(day.first)
    is_old = context.on - named.date >= _WEEK
    return held[0] if day.relative and is_old and len(held) == 1 and context.on - day.first < _WEEK else None
