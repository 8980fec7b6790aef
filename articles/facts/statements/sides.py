"""What a piece of a sentence says of each draw: lists side by side, bare numbers with the kinds that are left."""

import math
from collections.abc import Iterator, Sequence

from articles.facts.model import Draw
from articles.facts.reading import (
    Mention,
    NumberMention,
    Role,
)

from .clauses import FIGURES, Token
from .figures import MOST_CUTOFF
from .fitting import nearness, says
from .model import What


def settled(said: Sequence[tuple[What, Mention]], draw: Draw | None) -> Sequence[tuple[What, Mention]]:
    """Take a bare number for the figure that it is of the draw."""
    kinds = {what for what, _mention in said}
    if draw is None or kinds.issuperset(FIGURES):
        return said
    done = []
    for what, mention in said:
        if what in FIGURES and isinstance(mention, NumberMention) and mention.role is Role.UNKNOWN:
            other = FIGURES[1 - FIGURES.index(what)]
            if not says(what, mention, draw) and other not in kinds and _is_rather(other, mention, draw):
                what = other
        done.append((what, mention))
    return done


def _is_rather(what: What, number: NumberMention, draw: Draw) -> bool:
    """Whether a number is, or is much nearer to, the figure of this kind than the other of a draw."""
    cutoff, invitations = (
        abs(math.log(number.value / actual)) for actual in (draw.crs_cutoff, draw.invitations)
    )
    own, other = (cutoff, invitations) if what is What.CUTOFF else (invitations, cutoff)
    if own == 0 or nearness([(what, number)], draw) > 0:
        return True
    return own + _NEARER[what] < other and (what is What.INVITATIONS or number.value <= MOST_CUTOFF)


# How much nearer, as the logarithm of a ratio. Cut-offs are much nearer to one another than sizes.
_NEARER = {What.CUTOFF: 0.5, What.INVITATIONS: 0.3}


def side_by_side(piece: Sequence[Token], focus: int) -> Iterator[tuple[list[tuple[What, Mention]], str]]:
    """Yield what a piece says of each draw: lists of one length go side by side, what stands once is said of all."""
    order = next((token.order for token in piece if token.order), "")
    lengths = [len(token.items) for token in piece if len(token.items) > 1]
    if not lengths:
        each = any(token.each for token in piece) and not any(token.is_anchor for token in piece)
        for _ in range(focus if each and focus > 1 else 1):
            yield _with_kinds([(token, token.items[0]) for token in piece]), order
        return
    anchors = [len(token.items) for token in piece if token.is_anchor and len(token.items) > 1]
    length = anchors[0] if anchors else lengths[0]
    for place in range(length):
        taken = [
            (token, token.items[place if len(token.items) == length else 0])
            for token in piece
            if len(token.items) == length or (len(token.items) == 1 and (token.is_anchor or token.each))
        ]
        if taken:
            yield _with_kinds(taken), order


def _with_kinds(taken: Sequence[tuple[Token, Mention]]) -> list[tuple[What, Mention]]:
    """Give bare numbers the kinds that are left, invitations before the cut-off as they are mostly told."""
    left = [
        what for what in FIGURES if not any(token.what is what and not token.may_be for token, _item in taken)
    ]
    bare = [token for token, _item in taken if token.may_be]
    said: list[tuple[What, Mention]] = []
    for token, item in taken:
        what = token.what
        if token.may_be:
            options = [kind for kind in left if kind in token.may_be] or [token.what]
            what = token.what if len(bare) == 1 and token.what in options else options[0]
            left = [kind for kind in left if kind is not what]
        said.append((what, item))
    return said
