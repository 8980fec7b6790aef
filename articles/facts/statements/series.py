"""Figures of several draws of one type, told one after the other: "the three healthcare draws invited 3,500, 3,750 and 3,000"."""

from collections.abc import Iterable, Sequence
from datetime import date

from articles.facts.model import Draw
from articles.facts.reading import NumberMention, Role

from .clauses import FIGURES, Token
from .fitting import says
from .record import Context, Draws


def of_several(
    piece: Sequence[Token], types: frozenset[str], context: Context, draws: Draws, years: Iterable[int]
) -> tuple[Draw, ...]:
    """Return the draws that a list of figures goes through, oldest first; none where that is not clear.

    `types` are those of the sentence, `years` those that the text speaks of, the nearest first. At least half of the figures must be right of the draws.
    """
    lists = [token for token in piece if len(token.items) > 1 and not token.is_anchor]
    slugs = types or context.topic
    if not lists or len({len(token.items) for token in lists}) != 1:
        return ()
    length = len(lists[0].items)
    told = (one for slug in sorted(slugs) for one in _series(slug, length, context, draws, years))
    for series in told if slugs else _all_program(length, context, draws):
        true = _right(lists, series)
        if 2 * true >= length * len(lists):
            return tuple(series)
    return _in_a_row(lists, slugs, context, draws) if len(slugs) == 1 else ()


# So many draws of a type before the article may be told one after the other.
_LAST = 60


def _in_a_row(
    lists: Sequence[Token], slugs: frozenset[str], context: Context, draws: Draws
) -> tuple[Draw, ...]:
    """Return the draws of a type, one after the other, that all figures but one are of; none where others are as like them."""
    length = len(lists[0].items)
    of_type = [draw for draw in draws.of_types(slugs) if draw.date <= context.on][-_LAST:]
    if length < _ROW or length > _LONGEST:
        return ()
    rows = [of_type[start : start + length] for start in range(len(of_type) - length + 1)]
    true = [_right(lists, row) for row in rows]
    most = max(true, default=0)
    return tuple(rows[true.index(most)]) if most >= length - 1 and true.count(most) == 1 else ()


def _right(lists: Sequence[Token], row: Sequence[Draw]) -> int:
    """Return how many figures are right of draws in their order; a list of bare numbers may be of either kind."""
    bare = len(lists) == 1 and all(
        isinstance(item, NumberMention) and item.role is Role.UNKNOWN for item in lists[0].items
    )
    return max(
        sum(
            says(kind or token.what, item, draw)
            for token in lists
            for item, draw in zip(token.items, row, strict=True)
        )
        for kind in (FIGURES if bare and lists[0].what in FIGURES else (None,))
    )


# So few figures may be right of others by chance, and so many are no row.
_ROW, _LONGEST = 3, 20


def _all_program(length: int, context: Context, draws: Draws) -> Iterable[Sequence[Draw]]:
    """Yield the draws of a time but those for nominees, where no type is spoken of."""
    inside = draws.during(*context.period) if context.period is not None else []
    inside = [draw for draw in inside if not draw.includes_nomination]
    if len(inside) == length:
        yield inside


def _series(
    slug: str, length: int, context: Context, draws: Draws, years: Iterable[int]
) -> Iterable[Sequence[Draw]]:
    of_type = [draw for draw in draws.of_types((slug,)) if draw.date <= context.on]
    if context.period is not None:
        first, last = context.period
        inside = [draw for draw in of_type if first <= draw.date <= last]
        if len(inside) == length:
            yield inside
    for year in years:
        inside = [draw for draw in of_type if date(year, 1, 1) <= draw.date <= date(year, 12, 31)]
        if len(inside) == length:
            yield inside
    if len(of_type) >= length:
        yield of_type[-length:]
    if len(of_type) > length:
        yield of_type[-length - 1 : -1]
