"""Days of draws that are called by their place: "the last of those was on 24 April", "the previous one, dated 20 December"."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Draw
from articles.facts.reading import CategoryMention, DateMention, NumberMention

from .clauses import FIGURES, Clause, Token, is_hypothetical
from .fitting import says
from .model import What
from .record import Context, Draws, is_of_type
from .times import NEAR

_PLACE = r"(?:first|second|third|fourth|fifth|sixth|last|latest|previous|preceding|earlier|prior|only|most\s+recent|newest|penultimate)"
_DRAWN = r"(?:draws?|rounds?|ones?|such|time)"
# What stands between the words for which draw it was and its day.
_CALLED = re.compile(
    rf"\b(?:the|its|their|that|this|was)\s+(?:very\s+)?{_PLACE}(?:\s+(?:[\w-]+\s+){{0,2}}?{_DRAWN})?"
    rf"(?:\s+(?:of|for|in)\s+(?:them|those|these|all|this\s+(?:type|category|class|kind)|its\s+kind|(?:the\s+)?(?!(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)[a-z][\w-]+(?:\s+[a-z]\w+)?))?"
    r"(?:\s+so\s+far)?,?(?:\s+(?:was|were|is|came|held|being|dates|dated|took\s+place|called|drawn|happened|followed|that))*,?\s+(?:on|of|from|dated)\s+(?:\w+day,?\s+)?\Z",
    re.IGNORECASE,
)
# "That round, on 16 December, was number 330".
_THAT = re.compile(
    r"\b(?:that|this)\s+(?:draw|round),?\s+(?:held\s+)?(?:on|of)\s+(?:\w+day,?\s+)?\Z", re.IGNORECASE
)
# "47 points above that of 20 November", "five fewer than on 22 July": the draw that one of a type is set beside.
_SET_BESIDE = re.compile(
    r"\b(?:above|below|under|over|than|as|after)\s+(?:(?:in\s+|at\s+|for\s+|with\s+)?(?:that|the|those|its|the\s+(?:cut-?\s?off|score))\s*(?:draw|round|one|ones)?\s*(?:held\s+)?(?:of|on)|on)\s+(?:\w+day,?\s+)?\Z",
    re.IGNORECASE,
)
# A day set beside another is wrong by no more than this, where a draw of another type was held on it.
_SET_NEAR = timedelta(days=10)
# "The last draw" may be the last of any type.
_ANY_DRAW = re.compile(
    rf"(?:the|that|this|was)\s+(?:very\s+)?(?:{_PLACE}\s+)?(?:draw|round)\b", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\b(?:no|not|never|nor|list|lists|announc\w+|chang\w+|update[sd]?|rules?|categor(?:y|ies)\s+(?:was|were|dates?)|version|instructions|profiles?|tie-?break\w*|before|since|until)\b",
    re.IGNORECASE,
)
_REACH = 110


def days(
    clause: Clause, tokens: Sequence[Token], context: Context, draws: Draws
) -> Iterator[tuple[DateMention, Draw]]:
    """Yield the day of a draw that is called by its place among those of a type, where none of that type was held, with the
    draw that is meant."""
    text = clause.text
    for token in tokens:
        day = token.items[0]
        if (
            token.what is not What.DATE
            or len(token.items) > 1
            or not isinstance(day, DateMention)
            or day.relative
        ):
            continue
        begin = max(clause.start, token.start - _REACH)
        beside = _SET_BESIDE.search(text, begin, token.start)
        called = beside or _CALLED.search(text, begin, token.start) or _THAT.search(text, begin, token.start)
        if called is None or is_hypothetical(text, clause.start, token.start):
            continue
        if beside is None and _OTHERS.search(text, called.start(), token.start):
            continue
        slug = _type(clause, token.end, context)
        if slug is None or day.first > min(draws.complete_to, context.on):
            continue
        of_type = [draw for draw in draws.of_types((slug,)) if draw.date <= context.on]
        if any(day.may_hold(draw.date) for draw in of_type):
            continue
        held = draws.on(day.first)
        if any(_is_told(tokens, draw) or _is_named(clause, draw) for draw in held):
            continue
        if (
            held
            and _ANY_DRAW.match(text, called.start(), token.start)
            and not _is_typed(clause, called.start(), day)
        ):
            continue
        near = [draw for draw in of_type if _is_slip(day, draw)]
        if beside is not None and held:
            near = [draw for draw in near if abs(draw.date - day.first) <= _SET_NEAR]
            near = [] if len(near) > 1 or _explains(clause, held, context) else near
        if near:
            yield day, min(near, key=lambda draw: abs(draw.date - day.first))


# "The last in March 2024", "were last called in July", "just one round this year, in August".
_LAST_IN = re.compile(
    r"\b(?:the|its|their|that|were|was)\s+(?:last|latest|most\s+recent|newest)(?:\s+(?:draws?|rounds?|ones?|of\s+(?:them|these|those|all)|called|drawn|held|invited|came|was|were|being))*,?\s+in\s+\Z",
    re.IGNORECASE,
)
_ONE_IN = re.compile(
    r"\b(?:one|a\s+single|the\s+only|its\s+only|their\s+only)\s+(?:draw|round)(?:\s+(?:so\s+far|this\s+year|that\s+year|in\s+all|in\s+20\d\d|of\s+20\d\d))*,?\s+(?:held\s+|was\s+|came\s+)?in\s+\Z",
    re.IGNORECASE,
)
# "The last draw in August was for nominees": the last of the month.
_OF_IT = re.compile(
    r"\s+(?:was|were|came|had|took|brought|invited|went|fell|closed|stood|saw)\b", re.IGNORECASE
)
# "In 2024 it had five, the last in July": the last of a time that is not this year's end.
_JUST = timedelta(days=10)


_BOUND = re.compile(r"\b(?:than|below|above|under|over|so)\b", re.IGNORECASE)


def months(
    clause: Clause, tokens: Sequence[Token], context: Context, draws: Draws
) -> Iterator[tuple[DateMention, Draw]]:
    """Yield the month in which the last draw of a type, or the only one of a year, is said to have been held and was not, with
    the draw that is meant."""
    text = clause.text
    for token in tokens:
        month = token.items[0]
        if token.what is not What.PERIOD or len(token.items) > 1 or not isinstance(month, DateMention):
            continue
        begin = max(clause.start, token.start - _REACH)
        last, one = (pattern.search(text, begin, token.start) for pattern in (_LAST_IN, _ONE_IN))
        slug = _type(clause, token.start, context)
        if month.precision != "month" or month.relative or slug is None or not (last or one):
            continue
        if last and _OF_IT.match(text, token.end):
            continue
        if is_hypothetical(text, clause.start, token.start) or _OTHERS.search(text, begin, token.start):
            continue
        if _BOUND.search(text, clause.start, token.start):
            # "Higher than 540 the score was last in May": the last of those that were so high.
            continue
        of_type = [draw for draw in draws.of_types((slug,)) if draw.date <= context.on]
        if meant := _of_month(month, of_type, context, only=one is not None):
            yield month, meant


def _of_month(month: DateMention, of_type: Sequence[Draw], context: Context, *, only: bool) -> Draw | None:
    """Return the last draw, or the only one of the year, where that was not held in a month and no other can be meant."""
    of_year = [draw for draw in of_type if draw.date.year == month.first.year]
    if only:
        wrong = len(of_year) == 1 and not month.may_hold(of_year[0].date)
        return of_year[0] if wrong else None
    # The last may be that before the newest, which is what is told of, and the last of a year.
    newest = [draw for draw in of_type if context.on - draw.date <= _JUST]
    lasts = [*of_type[-1:], *of_type[: -len(newest) or None][-1:], *of_year[-1:]]
    if not lasts or any(month.may_hold(draw.date) for draw in lasts):
        return None
    return min(lasts, key=lambda draw: abs(draw.date - month.first))


def _is_told(tokens: Sequence[Token], held: Draw) -> bool:
    """Whether a sentence has a figure of the draw that was held on a day: then it is the type that is not as it seems."""
    return any(
        what in (token.what, *token.may_be) and says(what, item, held)
        for token in tokens
        for what in FIGURES
        for item in token.items
    )


def _is_named(clause: Clause, held: Draw) -> bool:
    """Whether a sentence names the type of a draw anywhere: "The previous round, on 8 August, was for French speakers"."""
    return any(
        isinstance(item, CategoryMention) and is_of_type(held, item.slug)
        for item in clause.reading.between(clause.part, clause.start, clause.end)
    )


def _explains(clause: Clause, held: Sequence[Draw], context: Context) -> bool:
    """Whether a number of the sentence is how far a draw of a day is from one that is spoken of, of whatever type."""
    numbers = {
        int(mention.value)
        for mention in clause.reading.between(clause.part, clause.start, clause.end)
        if isinstance(mention, NumberMention)
    }
    figures = numbers | {figure for draw in context.focus for figure in (draw.crs_cutoff, draw.invitations)}
    return any(
        abs(figure - of_day) in numbers
        for draw in held
        for of_day in (draw.crs_cutoff, draw.invitations)
        for figure in figures
    )


def _is_typed(clause: Clause, start: int, day: DateMention) -> bool:
    return any(
        isinstance(item, CategoryMention) for item in clause.reading.between(clause.part, start, day.start)
    )


def _type(clause: Clause, end: int, context: Context) -> str | None:
    """Return the type that a draw called by its place is of: the one between, else the last before, else the one spoken of."""
    named = [
        item
        for item in clause.reading.between(clause.part, clause.start, end)
        if isinstance(item, CategoryMention)
    ]
    if named:
        return named[-1].slug
    for spoken in (context.topic, {draw.category for draw in context.focus}):
        if len(spoken) == 1:
            return next(iter(spoken))
    return None


def _is_slip(day: DateMention, draw: Draw) -> bool:
    """Whether a day is near that of a draw, or is it in another year."""
    same = (day.first.month, day.first.day) == (draw.date.month, draw.date.day)
    return abs(day.first - draw.date) <= NEAR[What.DATE] or same
