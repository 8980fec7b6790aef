"""Two times or two types with two figures behind them in their order: "the second half was weaker than the first: 37,438 against 52,185",
"2023 beat 2022 by far, 110,266 invitations to 46,539". Pure: no Django."""

from itertools import pairwise

from articles.facts.reading.mentions import NumberMention, Role
from draws.clock import Span

from .passages import Passage
from .patterns import compiled

type Keyed = tuple[NumberMention, str, tuple[Span, ...]]

# What sets one thing beside another, and what sets its figure beside the other's.
_COMPARES = compiled(
    r"\b(?:than|beat|beats|outdid|outdoes|ahead of|behind|before|exceeds|exceeded|overtook|topped|passed|trailed|surpassed|outstripped|against|compared (?:with|to)|and|unlike|as)\b"
)
_AGAINST = compiled(
    r"(?: (?:invitations?|itas?|people|candidates|draws|rounds|places))?,? ?(?:against|to|versus|vs\.?|compared (?:with|to)|and|as against) (?:only |just |exactly )?"
)
# The figures stand apart from what they are of: behind a colon, a dash or a comma, or as what both had.
_BEHIND = compiled(r" ?(?:[:–—,(]|\bhad\b|\bbrought\b|\bsaw\b|\bgave\b|\bwith\b|\bby\b)[^.;:]{0,25}$")
LEAST, MOST_COUNT = 1000, 60
_DRAWS = compiled(r"\b(?:draws|rounds)\b")
# So many words may stand between two things that are compared.
APART = 60


def set_beside(passage: Passage) -> list[Keyed]:
    """Return two figures with the time or the type that each is of; none where a sentence does not set two beside each other."""
    counted = _DRAWS.search(passage.text) is not None
    figures = [
        number
        for number in passage.numbers
        if number.role is Role.DRAWS
        or number.role in (Role.INVITATIONS, Role.UNKNOWN)
        and (number.value >= LEAST or (counted and number.value < MOST_COUNT))
    ]
    for one, other in pairwise(figures):
        if _AGAINST.fullmatch(passage.text, max(one.end, one.noun), other.start) or _AGAINST.fullmatch(
            passage.text, one.end, other.start
        ):
            keys = _times(passage, one.start) or _types(passage, one.start)
            if keys and _BEHIND.search(passage.text, keys[1][2], one.start):
                return [(one, *keys[0][:2]), (other, *keys[1][:2])] if _follows(passage, other) else []
    return []


def _follows(passage: Passage, last: NumberMention) -> bool:
    """Whether nothing stands behind the figures that may be what they are of."""
    starts = [one.start for one in passage.periods] + [one.start for one in passage.categories]
    return all(start < last.end for start in starts)


type _Key = tuple[str, tuple[Span, ...], int]


def _times(passage: Passage, end: int) -> list[_Key]:
    periods = [one for one in passage.periods if not one.is_day and one.form not in UNBOUND]
    if len(periods) > 2:
        # "March was busier than April this year": the year is that of both.
        periods = [one for one in periods if one.form not in _YEARS]
    if len(periods) != 2 or passage.categories or periods[1].end > end:
        return []
    one, other = periods
    is_apart = one.end + APART >= other.start and _COMPARES.search(passage.text, one.end, other.end)
    return [("", period.spans, period.end) for period in periods] if is_apart else []


_YEARS = frozenset(("year", "thisyear", "lastyear"))
# A time in these forms is no part of what is counted, or is of the words and not of one figure.
UNBOUND = frozenset(("ever", "within", "theweek", "theyear", "recent"))


def _types(passage: Passage, end: int) -> list[_Key]:
    mentions = [one for one in passage.categories if one.start < end]
    if len(mentions) != 2 or len(passage.slugs) != 2:
        return []
    one, other = mentions
    is_apart = one.end + APART >= other.start and _COMPARES.search(passage.text, one.end, other.start)
    return [(mention.slug, (), mention.end) for mention in mentions] if is_apart else []
