"""Which draw is meant by what is said of it: the one that fits best, among those that the words allow."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from articles.facts.model import Draw
from articles.facts.reading import (
    CategoryMention,
    DateMention,
    DrawMention,
    LiveMention,
    Mention,
    NumberMention,
)
from articles.references import RoundFigure

from . import those, turns
from .clauses import FIGURES
from .dated import held_of, newer, of_day, of_week
from .fitting import Said, all_true, nearness, says, score
from .model import Resolved, What
from .news import NEWS, of_news
from .record import Context, Draws

# A draw of a type that is named without a day is of these last days before the article, if nothing else is spoken of.
RECENT = timedelta(days=45)

# Two figures without a type may be those of a draw in so long a time.
LONG_AGO = timedelta(days=1100)

# Where several fit as well, the one of the week before the article is meant.
NEW = timedelta(days=7)


def resolve(said: Said, order: str, context: Context, draws: Draws) -> Resolved:
    """Return the draw that `said` is about. `order` stands before the type: "first", "previous"."""
    if (week := of_week(said, context, draws)) is not None:
        return week
    found = _by_words(said, order, context, draws)
    if found.draw is None or all_true(said, found.draw) or _is_dated(said, found.draw):
        return found
    both = _of_both(said, context, draws, found.draw)
    return Resolved(both, (found.draw,)) if both is not None else found


def _is_dated(said: Said, draw: Draw) -> bool:
    """Whether a day in so many words, or one counted from another on which the draw was, is said of it."""
    return any(
        what is What.DATE
        and isinstance(mention, DateMention)
        and (not mention.relative or mention.first == draw.date)
        for what, mention in said
    )


def _of_both(said: Said, context: Context, draws: Draws, other: Draw) -> Draw | None:
    """Return the one draw lately held or spoken of that two figures without a day are both of."""
    kinds = {what for what, _mention in said}
    if not kinds.issuperset(FIGURES) or any(isinstance(mention, DrawMention) for _what, mention in said):
        return None
    told = [(what, mention) for what, mention in said if what in (*FIGURES, What.TYPE)]
    recent = draws.during(context.on - RECENT, context.on)
    near = {draw.number: draw for draw in (*recent, *context.focus, *context.section, *context.article)}
    found = [draw for draw in near.values() if all_true(told, draw)]
    if not found and kinds == set(FIGURES) and not any(says(what, mention, other) for what, mention in said):
        # "At that time 1,800 people were invited at 433": of a draw that only its month has named.
        found = [draw for draw in draws.during(context.on - LONG_AGO, context.on) if all_true(told, draw)]
    return found[0] if len(found) == 1 else None


def _by_words(said: Said, order: str, context: Context, draws: Draws) -> Resolved:
    dates = [mention for what, mention in said if what is What.DATE and isinstance(mention, DateMention)]
    numbers = [number for what, mention in said if what is What.NUMBER for number in _numbers(mention)]
    types = [mention for what, mention in said if what is What.TYPE and isinstance(mention, CategoryMention)]
    places = [mention for what, mention in said if what is What.NUMBER and isinstance(mention, NumberMention)]
    told = [mention for what, mention in said if what is What.PERIOD and isinstance(mention, DateMention)]
    if told and not dates and not numbers:
        return _of_period([one for one in said if one[0] is not What.PERIOD], told[0], order, context, draws)
    if numbers and not any(number in draws.by_number for number in numbers):
        return Resolved(None, later=_is_later(numbers, draws), sure=_is_later(numbers, draws))
    if numbers:
        named = [draws.by_number[number] for number in numbers if number in draws.by_number]
        held = [draw for day in dates if not day.relative for draw in draws.on(day.first)]
        if (
            len(said) == 2
            and len(dates) == len(named) == 1
            and (new := newer(dates[0], named[0], context, draws))
        ):
            return Resolved(new, (named[0],))
        return _best(said, [*named, *held, *_same(said, named, draws)], named)
    if dates and dates[0].relative and _is_after(dates[0], context, draws):
        return Resolved(None, later=True)
    if dates and dates[0].relative and not held_of(dates[0], types, draws):
        # "Today" and "the next day" are of other things too, and of days that are not clear.
        rest = [one for one in said if one[0] is not What.DATE]
        found = resolve(rest, order, context, draws)
        counted = dates[0].first not in (context.on, context.on - timedelta(days=1))
        return replace(found, sure=False) if counted and not types else found
    if dates:
        return of_day(said, dates[0], context, draws)
    if places and not types:
        return those.of_place(said, places[0], context)
    if types:
        found = _of_type(said, {mention.slug for mention in types}, order, context, draws)
        # "The first" is one of those told of, or the first of a year, or of all.
        return replace(found, sure=False) if places else found
    return _of_context(said, context, draws)


def _is_after(day: DateMention, context: Context, draws: Draws) -> bool:
    """Whether a day is one that the record does not reach, whatever its meaning, and past when the article was written."""
    meanings = [first for first, last in ((day.first, day.last), *day.others) if first == last]
    return all(draws.complete_to < meaning < context.on for meaning in meanings)


def _of_period(said: Said, time: DateMention, order: str, context: Context, draws: Draws) -> Resolved:
    """Return the draw of a month or a week; of another, where that alone is as it is said and the time had none."""
    before = context.period
    for first, last in ((time.first, time.last), *time.others):
        context.period = (first, last)
        found = resolve(said, order, context, draws)
        if found.draw is not None and first <= found.draw.date <= last:
            context.period = before
            return found
    context.period = before
    return _elsewhen(said, time, context, draws)


# A month that is wrong is no farther than this from the right one.
_MONTHS = timedelta(days=70)


def _elsewhen(said: Said, time: DateMention, context: Context, draws: Draws) -> Resolved:
    """Return the one draw near a month without draws of the type that all is right of: "4,000 nurses in March"."""
    slugs = {mention.slug for _what, mention in said if isinstance(mention, CategoryMention)} or context.topic
    figures = [one for one in said if one[0] in FIGURES]
    if not figures or not slugs or time.precision != "month" or time.relative:
        return Resolved(None, sure=False)
    of_type = [draw for draw in draws.of_types(slugs) if draw.date <= context.on]
    fitting = [draw for draw in of_type if all_true(figures, draw)]
    spans = ((time.first, time.last), *time.others)
    if any(first <= draw.date <= last for first, last in spans for draw in of_type):
        return Resolved(None, sure=False)
    inside = draws.during(time.first, min(time.last, context.on))
    if len(alike := [draw for draw in inside if all_true(figures, draw)]) == 1 and not fitting:
        # It was another type that had this figure then.
        return Resolved(alike[0])
    near = [draw for draw in fitting if time.first - _MONTHS <= draw.date <= time.last + _MONTHS]
    return Resolved(near[0], elsewhen=True) if len(near) == 1 else Resolved(None, sure=False)


def _numbers(mention: Mention) -> tuple[str, ...]:
    if isinstance(mention, DrawMention):
        return mention.numbers
    if isinstance(mention, LiveMention) and isinstance(mention.reference, RoundFigure):
        return (mention.reference.number,)
    return ()


def _is_later(numbers: Iterable[str], draws: Draws) -> bool:
    last = int(draws.last.number) if draws.last and draws.last.number.isdigit() else 0
    return all(number.isdigit() and last < int(number) < last + 150 for number in numbers)


def _same(said: Said, named: Sequence[Draw], draws: Draws) -> list[Draw]:
    """Return draws not far away that all the figures fit, at least two of them."""
    figures = [(what, mention) for what, mention in said if what in (What.INVITATIONS, What.CUTOFF)]
    if len(figures) < 2 or not named:
        return []
    near = draws.during(named[0].date - timedelta(days=400), named[0].date + timedelta(days=400))
    return [draw for draw in near if all(says(what, mention, draw) for what, mention in figures)]


def _best(said: Said, candidates: Iterable[Draw], preferred: Sequence[Draw]) -> Resolved:
    """Return the candidate of whom most is true; where two are alike, the one that the words name first."""
    options = list({draw.number: draw for draw in (*preferred, *candidates)}.values())
    if not options:
        return Resolved(None, sure=False)
    ranked = sorted(options, key=lambda draw: -score(said, draw))
    best = ranked[0]
    alike = tuple(draw for draw in ranked[1:] if score(said, draw) >= score(said, best))
    return Resolved(best, alike, sure=best in preferred or not alike)


def _of_type(said: Said, slugs: Collection[str], order: str, context: Context, draws: Draws) -> Resolved:
    of_type = draws.of_types(slugs)
    past = of_type[: bisect_right(of_type, context.on, key=lambda draw: draw.date)]
    if not past:
        return Resolved(None, sure=False)
    if context.period:
        first, last = context.period
        inside = [draw for draw in past if first <= draw.date <= last]
        place = PLACES.get(order, 0)
        if place and place <= len(inside):
            return Resolved(inside[place - 1])
        if inside:
            return _among(said, inside, len(inside) == 1)
        return Resolved(None, sure=False)
    if order in ("latest", "newest", "most recent"):
        return Resolved(past[-1], tuple(past[-3:-1]))
    if order in PLACES or order.startswith("first"):
        place = PLACES.get(order, 1)
        if place <= len(past) and len(slugs) == 1:
            named = _named(past, context)
            return _among(said, [past[place - 1], *named], False)
    if order in ("previous", "preceding", "earlier", "prior", "last"):
        earlier = [draw for draw in past if not context.focus or draw.date < context.focus[0].date]
        if earlier:
            return _among(said, [earlier[-1], *reversed(past[-6:])], False)
    named = _named(past, context)
    if after := turns.after(past, context):
        return _among(said, [after[0], *named], True)
    recent = [draw for draw in reversed(past) if context.on - draw.date <= RECENT]
    if named:
        candidates = list({draw.number: draw for draw in (*named, *recent)}.values())
        return _among(said, candidates, len(named) == 1 or named[0] in context.focus, context.on)
    if len(recent) == 1:
        return _among(said, recent, True)
    return _among(said, recent or past[-1:], False, context.on)


PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}


def _named(past: Sequence[Draw], context: Context) -> list[Draw]:
    """Return the draws of a type that are spoken of, those spoken of last first."""
    numbers = {draw.number for draw in past}
    article = context.article[::-1]
    # What is news is spoken of rather than what it is set beside.
    news = [draw for draw in article if context.on - draw.date <= NEWS]
    spoken = [*context.focus, *reversed(context.section), *news, *article]
    return list({draw.number: draw for draw in spoken if draw.number in numbers}.values())


def _among(said: Said, candidates: Sequence[Draw], sure: bool, on: date | None = None) -> Resolved:
    """Return the first of the candidates that all is true of; else the one that fits best, of equals the first.

    That one is sure when it alone fits best by a figure, or else when the caller is."""
    candidates = list({draw.number: draw for draw in candidates}.values())
    for draw in candidates:
        if all(says(what, mention, draw) for what, mention in said):
            return Resolved(draw, tuple(other for other in candidates if other is not draw))
    best = max(candidates, key=lambda draw: (score(said, draw), nearness(said, draw)))
    figures = [(what, mention) for what, mention in said if what in (What.INVITATIONS, What.CUTOFF)]
    alike = [draw for draw in candidates if score(said, draw) == score(said, best)]
    if on is not None and (new := [draw for draw in alike if on - draw.date <= NEW]) and len(new) == 1:
        best, alike = new[0], new
    fits_best = score(figures, best) + nearness(figures, best) > 0 and (
        len(alike) == 1
        or nearness(said, best) > max(nearness(said, draw) for draw in alike if draw is not best)
    )
    return Resolved(best, tuple(other for other in candidates if other is not best), sure=sure or fits_best)


# So many draws of a time are looked at for one that a bare figure fits.
_MOST = 200


# What was held so few days before the article may be its subject before it is named.
_FRESH = timedelta(days=3)


def _of_context(said: Said, context: Context, draws: Draws) -> Resolved:
    if context.later:
        return Resolved(None, later=True)
    candidates = list(context.focus)
    if context.period is not None:
        inside = context.during(draws)
        if inside and not any(draw in inside for draw in candidates):
            return _among(said, inside[:_MOST], len(inside) == 1)
    if not candidates and len(context.topic) == 1:
        found = _of_type(said, context.topic, "", context, draws)
        return replace(found, sure=found.sure and context.period is not None)
    if not candidates:
        news = draws.during(context.on - _FRESH, context.on)
        spoken = list({draw.number: draw for draw in (*context.section, *context.article, *news)}.values())
        if not spoken:
            return Resolved(None, sure=False)
        return _among(said, spoken, len(spoken) == 1 and context.on - spoken[0].date <= NEWS)
    if after := turns.after(draws.of_types({draw.category for draw in candidates}), context):
        return _among(said, after, False)
    others = [draw for draw in _spoken_too(context) if draw not in candidates]
    if len(candidates) == 1 and (told := of_news(said, candidates[0], context, draws)) is not None:
        return told
    alike = [draw for draw in others if all_true(said, draw)]
    if alike and not any(all_true(said, draw) for draw in candidates):
        return Resolved(alike[0], tuple(candidates), sure=False)
    return _among(said, candidates, len(candidates) == 1)


def _spoken_too(context: Context) -> list[Draw]:
    """Return the draws that a figure may be of beside those last spoken of: of their type, or the newest of the article."""
    types = {draw.category for draw in context.focus}
    spoken = [draw for draw in (*context.section, *context.article) if draw.date <= context.on]
    newest = max(spoken, key=lambda draw: draw.sequence, default=None)
    return [draw for draw in spoken if draw.category in types or draw is newest]
