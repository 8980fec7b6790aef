"""From one figure to another: "the cut-off fell from 557 to 491", over one draw or many."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from articles.facts.model import Draw
from articles.facts.reading import CategoryMention, DateMention, NumberMention

from .clauses import Clause, Token
from .fitting import actual
from .model import What
from .record import Context, Draws

_FROM = re.compile(r"\bfrom\s+(?:an?\s+|the\s+|about\s+|some\s+)?(?:[\w-]+\s+){0,2}?\Z", re.IGNORECASE)
_TO = re.compile(
    r"(?:\s+points?)?(?:\s+(?:in|on)\s+[\w\s,]{3,25}?)?\s+(?:(?:down|up)\s+)?to\s+(?:an?\s+|the\s+|just\s+|only\s+|now\s+)?(?:[\w-]+\s+){0,2}?",
    re.IGNORECASE,
)


# A draw of so few days before the article is what it tells of.
_NEWS = timedelta(days=10)

_TIMES = re.compile(r"\b(?:years?|ever|history|record|over\s+time|since|once)\b", re.IGNORECASE)
# A change over several draws is no longer than this, where no time is named.
_SPAN = timedelta(days=500)


@dataclass(frozen=True, slots=True)
class Change:
    """Two tokens of one kind and the draws that they are of; `sure` where one of the two is known to be right."""

    first: Token
    last: Token
    before: Draw
    after: Draw
    sure: bool


def find(clause: Clause, tokens: Sequence[Token], context: Context, draws: Draws) -> Change | None:
    """Return the change that a sentence tells of, None without one or where no draws fit it."""
    if any(token.what is What.DATE and not token.compared for token in tokens):
        return None
    tokens = [token for token in tokens if token.what is not What.PERIOD]
    named = [item for token in tokens for item in token.items if isinstance(item, CategoryMention)]
    slugs = frozenset(item.slug for item in named)
    for first, last in zip(tokens, tokens[1:], strict=False):
        if not _is_pair(clause, first, last):
            continue
        what = What.CUTOFF if What.CUTOFF in (first.what, last.what) else What.INVITATIONS
        if change := _drawn(first, last, what, slugs, context, draws, _times(clause)):
            return change
    return None


def _times(clause: Clause) -> list[DateMention] | None:
    """Return the times that a sentence names; None where its words reach back as far as the record."""
    if _TIMES.search(clause.text, clause.start, clause.end):
        return None
    mentions = clause.reading.between(clause.part, clause.start, clause.end)
    return [mention for mention in mentions if isinstance(mention, DateMention) and not mention.relative]


def _may_begin(draw: Draw, late: Draw, times: Sequence[DateMention] | None) -> bool:
    """Whether a change may have begun with a draw: one not long before its end, or of a time that is named."""
    return times is None or late.date - draw.date <= _SPAN or any(time.holds(draw.date) for time in times)


def _is_pair(clause: Clause, first: Token, last: Token) -> bool:
    figures = (What.CUTOFF, What.INVITATIONS)
    if first.what not in figures or last.what not in figures or len(first.items) > 1 or len(last.items) > 1:
        return False
    text = clause.text
    return (
        _FROM.search(text, max(clause.start, first.start - 40), first.start) is not None
        and _TO.fullmatch(text[first.end : last.start]) is not None
    )


def _drawn(
    first: Token,
    last: Token,
    what: What,
    slugs: frozenset[str],
    context: Context,
    draws: Draws,
    times: Sequence[DateMention] | None,
) -> Change | None:
    """Return two draws of one type, one after the other, that the figures are of."""
    old, new = _value(first), _value(last)
    types = slugs or context.topic or {draw.category for draw in context.focus}
    for slug in sorted(types):
        series = [draw for draw in draws.of_types((slug,)) if draw.date <= context.on]
        after = [draw for draw in series if actual(what, draw) == new]
        # The whole of a change is right, if some draw had the one and an earlier one had the other.
        for late in reversed(after):
            earlier = [
                draw
                for draw in series
                if draw.sequence < late.sequence
                and actual(what, draw) == old
                and _may_begin(draw, late, times)
            ]
            # Sizes come again and again: where no time is named, one changed from that of the draw before.
            if earlier and (what is What.CUTOFF or times != [] or earlier[-1] == draws.before(late)):
                return Change(first, last, earlier[-1], late, True)
        began = [draw for draw in series[:-1] if actual(what, draw) == old]
        if began and began[-1] is series[-2] and context.on - series[-1].date <= _NEWS:
            # The draw that it changed from is the last but one, and the last is news.
            return Change(first, last, began[-1], series[-1], True)
        focus = [draw for draw in context.focus if is_in(draw, series)]
        subject = focus[0] if len(focus) == 1 else None
        if subject is None or (previous := draws.before(subject)) is None:
            continue
        if actual(what, subject) == new or actual(what, previous) == old:
            return Change(first, last, previous, subject, True)
    return None


def is_in(draw: Draw, series: Sequence[Draw]) -> bool:
    return any(draw.number == other.number for other in series)


def _value(token: Token) -> float:
    item = token.items[0]
    return item.value if isinstance(item, NumberMention) else -1.0
