"""Which words of a sentence belong to one draw: the cheapest way to cut its tokens into pieces."""

import re
from collections.abc import Callable, Iterable, Sequence
from math import inf
from typing import NamedTuple

from articles.facts.reading import DateMention

from .clauses import FIGURES, Token
from .model import What

# A piece longer than this is none: a draw has a number, a date, a type, three figures, and words said twice.
_LONGEST = 9

# What it costs to take apart what is surely of one draw.
_TORN = 10.0

# Words further apart than this are less likely to be of one draw.
_NEAR = 30
# A colon within a sentence, with words around it: "came too early: his results were late".
_COLON = re.compile(r"\w{4,}\s*:\s+\w+\s+\w+")
# "STEM (5 July): 500", "Thu 30 - French": what stands before the mark says of what the rest is.
_LEADS = re.compile(r"\s*\)?\s*(?::|[\u2013\u2014])\s*\Z")
_STRONG = re.compile(
    r";|\b(?:while|whereas|but|followed\s+by|exceeded|surpassed|beaten|topped|undercut|compares?|compared|below|above|lower|higher|than|versus|vis-[aà]-vis|relative\s+to|against|up\s+from|down\s+from|although|though|after|then|next|"
    r"before\s+that|preceded\s+by|alongside|as\s+well\s+as|plus|respectively)\b|,\s+and\s+(?:the|its)\s+tie-?\s?break|\bsince\s+(?:the\s+one\s+of\s+|\w+day,?\s+)?\Z|\A\s+(?:(?:down|up)\s+)?to\s+(?:(?:just|only|an?)\s+)?\Z",
    re.IGNORECASE,
)
_MEDIUM = re.compile(r",\s*+(?:and|or|with)\b|\)\s*+(?:,|;|and|or)|[\u2013\u2014]|\s-\s", re.IGNORECASE)
_AND = re.compile(r"\band\s+(?:the|an?|on|in|one|another|for|by|\d)\b", re.IGNORECASE)
_WITH = re.compile(
    r"\b(?:with|at|had|of|invited|issued|whose|a\s+cut|and\s+(?:a|an|the)\s+(?:crs|cut|minimum|score|threshold|total))\b",
    re.IGNORECASE,
)


def split(
    tokens: Sequence[Token], text: str, disagrees: Callable[[Sequence[Token]], float]
) -> list[list[Token]]:
    """Cut tokens into pieces of one draw (or one list of draws) each. `disagrees` says how ill a piece fits the record,
    which decides between readings that the words leave open, and no more."""
    gaps = [
        _gap(text[before.end : token.start], _returns(before, token))
        for before, token in zip(tokens, tokens[1:], strict=False)
    ]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(tokens) + 1):
        options = []
        for start in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
            piece = tokens[start:end]
            if not _fits(piece):
                break
            cost = best[start][0] + _inside(gaps[start : end - 1]) + _lacks(piece, len(tokens))
            if start:
                cost += _TORN if tokens[start].joined else _boundary(gaps[start - 1].apart)
            options.append((cost, start))
        best.append(_cheapest(options, tokens, end, disagrees))
    pieces = []
    end = len(tokens)
    while end:
        start = best[end][1]
        pieces.append(list(tokens[start:end]))
        end = start
    return pieces[::-1]


def _cheapest(
    options: Iterable[tuple[float, int]],
    tokens: Sequence[Token],
    end: int,
    disagrees: Callable[[Sequence[Token]], float],
) -> tuple[float, int]:
    """Return the least cost of a piece up to `end` and where it starts. The record is asked only where it can still decide."""
    best = (inf, end)
    for cost, start in sorted(options):
        if cost > best[0]:
            break
        best = min(best, (cost + 0.5 * disagrees(tokens[start:end]), start))
    return best


class _Gap(NamedTuple):
    """The words between two tokens: how much they set them apart, from 0 to 3, and how many characters they are."""

    apart: float
    length: int


def _gap(between: str, returns: bool) -> _Gap:
    return _Gap(_BACK if returns and RETURNS.match(between) else _apart(between), len(between))


# What it costs to take a figure for that of the draw which another was set beside, where the words go back.
_BACK = 4.0
# "Twice as many as in March, and a cut-off of 392", "up from the draw of 18 March, to 409", "below that of 1 February, and 2,500 were
# invited": back to what is told of.
RETURNS = re.compile(
    r"\s*(?:,|\)|[\u2013\u2014])\s*(?:and\s+(?:an?|the|its|it|this\s+time|with|at|stopped|closed|took|had|went|invited|brought|asked)\b|with\b|at\b|to\b|its\b"
    r"|and\s+(?:(?:just|only|some|about|around|nearly|almost|exactly|no|more|fewer|less|than|as|many|in\s+all|altogether)\s+){0,4}\Z)",
    re.IGNORECASE,
)


def _returns(before: Token, token: Token) -> bool:
    """Whether a figure that is set beside nothing follows a time or a type that another was set beside."""
    return before.compared and before.is_anchor and not token.compared and token.what in FIGURES


def _apart(between: str) -> float:
    if _STRONG.search(between):
        return 3.0
    if _LEADS.match(between):
        return 0.3
    if _COLON.search(between):
        return 2.0
    if _WITH.search(between) and not _MEDIUM.match(between.strip()[:1]):
        return 0.5
    if _MEDIUM.search(between):
        return 2.0
    if _AND.search(between):
        return 1.5
    return 1.0 if "," in between or ":" in between or re.search(r"\band\b", between) else 0.0


def _boundary(gap: float) -> float:
    return 2.0 - min(2.0, gap)


def _inside(gaps: Sequence[_Gap]) -> float:
    return sum(0.15 * gap.apart**2 + 0.006 * max(0, gap.length - _NEAR) for gap in gaps)


def _fits(piece: Sequence[Token]) -> bool:
    """Whether a piece says nothing twice, a number that may be either figure counted as one that is left."""
    seen: dict[What, Token] = {}
    bare = 0
    if len({token.compared for token in piece if token.what in FIGURES}) > 1:
        return False
    for token in piece:
        if len(token.may_be) > 1:
            bare += 1
            continue
        if not _is_in_time(token, seen.get(_TIMES.get(token.what, token.what))):
            return False
        before = seen.get(token.what)
        if before is not None and not _repeats(before, token):
            return False
        seen[token.what] = token
    room = sum(what not in seen for what in (What.INVITATIONS, What.CUTOFF))
    return bare <= room


_TIMES = {What.DATE: What.PERIOD, What.PERIOD: What.DATE}


def _is_in_time(token: Token, other: Token | None) -> bool:
    """Whether a day and a time of several days can be of one draw."""
    if token.what not in _TIMES or other is None:
        return True
    day, time = (token, other) if token.what is What.DATE else (other, token)
    return any(
        isinstance(item, DateMention) and isinstance(span, DateMention) and span.may_hold(item.first)
        for item in day.items
        for span in time.items
    )


def _repeats(before: Token, token: Token) -> bool:
    """Whether a token says again what one before said; a type that names no draw says of whom, not of what."""
    if token.what is What.TYPE:
        slugs = {getattr(item, "slug", "") for item in before.items}
        same = slugs == {getattr(item, "slug", "") for item in token.items}
        general = "category-based" in slugs or "program" in slugs
        return same or general or (token.strong is not before.strong and _is_of_program(token, before))
    return [_value(item) for item in before.items] == [_value(item) for item in token.items]


def _value(item: object) -> object:
    for name in ("value", "first", "numbers"):
        if hasattr(item, name):
            return getattr(item, name)
    return item


def _lacks(piece: Sequence[Token], tokens: int) -> float:
    """What a piece costs that only names a draw or only gives figures."""
    anchors = sum(token.is_anchor for token in piece)
    if any(_unlikely(token, piece) for token in piece):
        return 0.5
    lengths = {len(token.items) for token in piece if token.is_anchor or len(token.items) > 1}
    if (
        len(lengths) > 1
        and 0 < anchors < len(piece)
        and max(lengths) not in [len(token.items) for token in piece if token.is_anchor]
    ):
        return 3.0
    if anchors == len(piece):
        return 0.8 if len(piece) < tokens else 0.0
    return 1.0 if not anchors and len(piece) < tokens else 0.0


def _unlikely(token: Token, piece: Sequence[Token]) -> bool:
    """Whether a bare number would have to be a figure that the sentence does not speak of."""
    return (
        len(token.may_be) > 1
        and token.only
        and any(other.what is token.what for other in piece if other is not token)
    )


def _is_of_program(*tokens: Token) -> bool:
    """Whether the type that names no draw is a program, as candidates have one in draws of every type."""
    weak = next(token for token in tokens if not token.strong)
    return all(getattr(item, "slug", "") in ("cec", "fsw", "fst", "pnp") for item in weak.items)
