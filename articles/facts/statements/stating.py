"""Makes a statement of what a piece of a sentence says, with the draw that it was found to be about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.facts.model import Draw
from articles.facts.reading import CategoryMention, DateMention, Mention, NumberMention

from .clauses import FIGURES, Clause, Token
from .fitting import Said, all_true, nearness, says
from .held import LINKED, TOLD_ON, apart, is_near, is_of_draw
from .model import Figure, Resolved, Statement, Verdict, What
from .record import Draws
from .sides import settled

IT_WAS_A = re.compile(
    r"\b(?:it|this|that|which|draw|round)\s+(?:was|is|had\s+been|counts\s+as)\s+(?:an?|the|also\s+an?)\s+(?:[\w-]+\s+){0,3}\Z",
    re.IGNORECASE,
)
_EXTREME = re.compile(
    r"\b(?:lowest(?![-\s]ranked)(?!\s+(?:crs\s+)?score\s+(?:invited|of\s+(?:a|an|the)\b))|highest|largest|smallest|biggest|fewest)\b|\b(?:high|low)(?=\s*[,:]|\s+(?:of|was|is)\b)",
    re.IGNORECASE,
)
# "It took 400 people, with a lowest score of 284": the cut-off of one draw, where no others are spoken of.
_LOWEST_SCORE = re.compile(
    r"lowest\s+(?:(?:crs\s+|invited\s+|accepted\s+)?score\b|(?:of|among)\s+(?:them|these|those|whom)\b)",
    re.IGNORECASE,
)
_DASHES = ("\u2013", "\u2014", ";")
_OF_SEVERAL = re.compile(
    r"\b(?:ever|records?|since|so\s+far|yet|years?|months?|quarter|summer|spring|autumn|winter|to\s+date|history|draws|rounds|any|all|times?|category|until|previous|former|old)\b",
    re.IGNORECASE,
)
# A number of invitations this much over that of the largest draw is a sum.
_BEYOND = 1.1


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens of a clause that are of one draw, or of one list of draws. `place` is the block's, `compared` as in `Statement`."""

    place: int
    clause: Clause
    tokens: Sequence[Token]
    compared: bool


def state(piece: Piece, said: Said, resolved: Resolved, draws: Draws) -> Statement | None:
    """Return the statement, None where the words claim nothing or leave to others what they claim."""
    draw = resolved.draw
    only = draw is not None and _is_only(piece, said, draw, draws)
    if not resolved.elsewhen:
        said = [one for one in said if one[0] is not What.PERIOD]
    said = settled(said, draw)
    if not said:
        return None
    if not _is_claim(piece, said, resolved) or (
        not only and _is_sum_or_extreme(piece, said, resolved, draws)
    ):
        return None
    named = _named_types(piece, _has_figures(said))
    dates = _dates(said)
    far = resolved.no_draw and not any(is_of_draw(piece.clause, day) or is_near(day, said) for day in dates)
    figures = tuple(
        Figure(what, mention, draw is None or says(what, mention, draw))
        for what, mention in said
        if draw is None or says(what, mention, draw) or _may_be_wrong(what, mention, named)
    )
    return Statement(
        piece.clause.part,
        piece.place,
        min(mention.start for _what, mention in said),
        max(mention.end for _what, mention in said),
        figures,
        verdict(resolved),
        draw,
        resolved.others,
        resolved.sure and not far,
        piece.compared,
    )


def _is_only(piece: Piece, said: Said, draw: Draw, draws: Draws) -> bool:
    """Whether words name a type and a month that had one draw of it: "241, in the trades draw of May 2017"."""
    times = [mention for what, mention in said if what is What.PERIOD and isinstance(mention, DateMention)]
    slugs = [mention.slug for what, mention in said if isinstance(mention, CategoryMention)]
    if len(times) != 1 or len(slugs) != 1 or not times[0].has_year:
        return False
    inside = [one for one in draws.of_types(slugs) if times[0].holds(one.date)]
    return inside == [draw]


def verdict(resolved: Resolved) -> Verdict:
    if resolved.later:
        return Verdict.LATER
    if resolved.no_draw:
        return Verdict.NO_DRAW
    return Verdict.OPEN if resolved.draw is None else Verdict.KNOWN


def _dates(said: Said) -> list[Mention]:
    return [mention for what, mention in said if what is What.DATE]


def _is_numbered(said: Said) -> bool:
    return any(what is What.NUMBER for what, _mention in said)


def _has_figures(said: Said) -> bool:
    return any(what in (*FIGURES, What.TIE) for what, _mention in said)


def _is_claim(piece: Piece, said: Said, resolved: Resolved) -> bool:
    """Whether words say something of a draw: figures, a number, a day that a draw was held on, a type of a day's draw."""
    if _has_figures(said) or (_is_numbered(said) and (resolved.draw is not None or resolved.later)):
        return True
    dates = _dates(said)
    if not dates:
        return resolved.draw is not None
    if resolved.later and not TOLD_ON.search(piece.clause.text, piece.clause.start, piece.clause.end):
        return not _is_to_come(piece, dates[0]) and (_names_type(piece) or is_of_draw(piece.clause, dates[0]))
    if not is_of_draw(piece.clause, dates[0]):
        named = any(what is What.TYPE for what, _mention in said)
        return named and resolved.draw is not None and all_true(said, resolved.draw)
    return resolved.draw is not None or resolved.later or resolved.no_draw


_PLANNED = re.compile(r"\b(?:planned|scheduled|expected|due|foreseen|next)\b", re.IGNORECASE)


def _is_to_come(piece: Piece, day: Mention) -> bool:
    """Whether a draw had not been held yet when the article was written."""
    clause = piece.clause
    return (
        isinstance(day, DateMention)
        and day.first > clause.reading.on
        or _PLANNED.search(clause.text, clause.start, clause.end) is not None
    )


def _names_type(piece: Piece) -> bool:
    clause = piece.clause
    return any(
        isinstance(mention, CategoryMention)
        for mention in clause.reading.between(clause.part, clause.start, clause.end)
    )


def _is_sum_or_extreme(piece: Piece, said: Said, resolved: Resolved, draws: Draws) -> bool:
    """Whether figures without day and number are a sum, or wrong in words about the largest or lowest of several."""
    if not _has_figures(said) or _dates(said):
        return False
    largest = max((draw.invitations for draw in draws.all), default=0)
    if any(
        what is What.INVITATIONS and isinstance(mention, NumberMention) and mention.value > _BEYOND * largest
        for what, mention in said
    ):
        return True
    if _is_numbered(said):
        return False
    draw = resolved.draw
    if draw is None or all_true(said, draw) or nearness(said, draw):
        return False
    text, start, end = piece.clause.text, piece.clause.start, piece.clause.end
    return any(
        _LOWEST_SCORE.match(text, match.start(), end) is None
        or _tells_of_several(text, start, match.start(), end)
        for match in _EXTREME.finditer(text, start, end)
        if not _is_aside(piece, match)
    )


# "The last of them with 379 points, the largest draw there has been": what is said of the draw and not of its figures.
_ASIDE = re.compile(r"[,\u2013\u2014(]\s*(?:the|its|their|a)\s+(?:[\w-]+\s+){0,3}?\Z", re.IGNORECASE)
_OF_DRAW = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:draw|round|one)\b(?!s)[^,;.]{0,60}(?:[,;.)]|\Z)", re.IGNORECASE
)


def _is_aside(piece: Piece, extreme: re.Match[str]) -> bool:
    """Whether words for an extreme stand between marks, are of a draw, and hold none of the figures."""
    text, start = piece.clause.text, piece.clause.start
    before = _ASIDE.search(text, max(start, extreme.start() - 50), extreme.start())
    behind = _OF_DRAW.match(text, extreme.end(), piece.clause.end)
    return (
        before is not None
        and behind is not None
        and not any(
            token.what in FIGURES and before.start() <= token.start < behind.end() for token in piece.tokens
        )
    )


def _tells_of_several(text: str, start: int, place: int, end: int) -> bool:
    """Whether the words around a place, between dashes, are of more draws than one."""
    return _OF_SEVERAL.search(text, *between_dashes(text, start, place, end)) is not None


def between_dashes(text: str, start: int, place: int, end: int) -> tuple[int, int]:
    """Return the bounds of the words around a place, between dashes or semicolons, in these bounds."""
    begin = max(start, *(text.rfind(mark, start, place) for mark in _DASHES))
    return begin, min([end, *(at for mark in _DASHES if (at := text.find(mark, place, end)) >= 0)])


def _named_types(piece: Piece, has_figures: bool) -> set[int]:
    """Return where types stand that are said of the draw itself, so that a wrong one can be called so."""
    text, start = piece.clause.text, piece.clause.start
    others = [token for token in piece.tokens if token.what in (What.DATE, What.NUMBER)]
    named = set()
    for token in piece.tokens:
        if token.what is not What.TYPE or not token.strong or (token.several and len(token.items) == 1):
            continue
        near = [apart(text, token, other) for other in others]
        it_was = IT_WAS_A.search(text, start, token.start)
        if has_figures or it_was or piece.clause.led or (near and min(near) <= LINKED):
            named |= {item.start for item in token.items}
    return named


def _may_be_wrong(what: What, mention: Mention, named: set[int]) -> bool:
    """Whether something false is a claim at all: a type that is said of the draw, a day that is written as one."""
    if what is What.TYPE:
        return mention.start in named
    return not (isinstance(mention, DateMention) and mention.relative)
