"""The words of a sentence that name draws and say something of them, in their order."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.reading import (
    CategoryMention,
    DateMention,
    DrawMention,
    LiveMention,
    Mention,
    NumberMention,
    Role,
)
from articles.references import RoundFigure

from . import those
from .bare import known, pairs
from .clauses import Clause, Token, is_compared
from .days import is_other_day, of_date
from .figures import of_number
from .listing import lists
from .model import What
from .naming import of_type

_THE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)

# "The second of them", "the third 150": one of the draws told of before.
_ONE_OF_THEM = re.compile(
    r"\s+of\s+(?:them|these|those|the\s+(?:two|three|four|five)\b)|\s*,|\s+(?:\d|brought|had|invited|issued|was|with|saw|at|went|reached|one\b|for\s+\d|on\b)",
    re.IGNORECASE,
)


def find(clause: Clause) -> list[Token]:
    """Return the tokens of a sentence, item, or cell."""
    mentions = clause.reading.between(clause.part, clause.start, clause.end)
    if len(mentions) > _MOST:
        return []
    tokens = [token for mention in mentions for token in _of(clause, mention, mentions)]
    tokens = sorted([*tokens, *those.words(clause)], key=lambda token: token.start)
    return lists(known(clause, pairs(clause, _without_repeats(clause, tokens))), clause)


# What has more dates and numbers than this is no sentence.
_MOST = 150


def _without_repeats(clause: Clause, tokens: list[Token]) -> list[Token]:
    """Leave out a time said from another day where the day itself follows: "a day before, on 28 February", "two weeks
    ago yesterday, on Friday, 1 October"."""
    kept: list[Token] = []
    for token in reversed(tokens):
        following = kept[-1] if kept else None
        if (
            following is not None
            and token.what is following.what is What.DATE
            and getattr(token.items[0], "relative", False)
            and not getattr(following.items[0], "relative", False)
            and _APPOSED.fullmatch(clause.text, token.end, following.start)
        ):
            continue
        kept.append(token)
    return kept[::-1]


_APPOSED = re.compile(r"(?:\s+(?:yesterday|today))?(?:,\s+on|,|\s+on)?\s+|.{0,9}", re.IGNORECASE)


def _of(clause: Clause, mention: Mention, mentions: Sequence[Mention]) -> Iterator[Token]:
    if isinstance(mention, DateMention):
        yield from of_date(clause, mention)
    elif isinstance(mention, DrawMention):
        yield Token(What.NUMBER, mention.start, mention.end, (mention,))
    elif isinstance(mention, LiveMention):
        reference = mention.reference
        if isinstance(reference, RoundFigure) and not (
            reference.figure == "date" and is_other_day(clause, mention)
        ):
            yield Token(What.NUMBER, mention.start, mention.end, (mention,))
    elif isinstance(mention, CategoryMention):
        yield from of_type(clause, mention)
    elif isinstance(mention, NumberMention) and mention.role is Role.ORDINAL:
        of_them = _ONE_OF_THEM.match(clause.text, mention.end) or those.is_one(clause, mention)
        named = _THE.search(clause.text, max(clause.start, mention.start - 10), mention.start)
        # "500 invitations, twice as many as in the first": the figure is not that one's.
        if of_them and named and not is_compared(clause, mention.start):
            yield Token(What.NUMBER, mention.start, mention.end, (mention,))
    elif isinstance(mention, NumberMention):
        yield from of_number(clause, mention, mentions)
