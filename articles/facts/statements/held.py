"""Whether a day or a type in a sentence is said to be a draw's."""

import re
from collections.abc import Sequence

from articles.facts.reading import (
    Mention,
)

from .clauses import FIGURES, Clause, Token
from .model import What

_NEGATED = re.compile(
    r"\b(?:no|not|never|without|neither|nor|yet\s+to|any)\s+(?:[\w-]+\s+){0,4}\Z", re.IGNORECASE
)

_DRAW = r"(?:draws?|rounds?|selections?|invitations?|itas?|tirages?)"

_HELD_ON = re.compile(
    rf"\bthere\s+(?:was|were|had\s+been)\s+(?:also\s+)?(?:one|another)\s+on\s+(?:[\w]+,?\s+)?\Z|\b{_DRAW}(?:\s+(?:[\w'-]+)){{0,5}}?\s+(?:of|on|from|dated)\s+(?:[\w]+,?\s+)?\Z|\b{_DRAW}\s*[,(:]?\s*\Z"
    r"|\b(?:held|conducted|took\s+place|issued|invited|happened)\s+(?:[\w-]+\s+){0,5}?on\s+(?:[\w]+,?\s+)?\Z",
    re.IGNORECASE,
)

_ON_HELD = re.compile(
    rf"['\"]?s?\s+(?:[\w-]+\s+){{0,3}}(?:draw|round)\b|,?\s+(?:[\w-]+\s+){{1,5}}?(?:held|conducted|ran|issued|drew|sent|saw)\s+[^.;]{{0,50}}\b{_DRAW}\b"
    r"|,?\s+(?:[\w-]+\s+){1,5}?invited\s+[^.;]{0,30}\d"
    rf"|,?\s+(?:an?|the|another)\s+(?:[\w-]+\s+){{0,4}}(?:draw|round)\b(?!\s+(?:list|categor))",
    re.IGNORECASE,
)

_ON = re.compile(r"\b(?:on|for|of|the|'s)\s+(?:the\s+)?(?:[\w]+,?\s+)?\Z", re.IGNORECASE)

# What was announced, changed or begun on a day is not a draw of that day.
TOLD_ON = re.compile(
    r"\b(?:announc\w*|chang\w*|added|adding|introduc\w*|creat\w*|publish\w*|unveil\w*|launch\w*|nam(?:ed|ing)|replac\w*|updat\w*|revis\w*|"
    r"said|took\s+effect|force|became|begin\w*|began|ended|renew\w*|return\w*|list(?:s|ed)?|told|confirm\w*|post\w*|rule\w*|points)\b",
    re.IGNORECASE,
)


def is_near(day: Mention, said: Sequence[tuple[What, Mention]]) -> bool:
    """Whether a figure stands beside a day, so that it is the day of a draw: "500 on 5 July"."""
    return any(
        what in FIGURES and min(abs(day.start - mention.end), abs(mention.start - day.end)) <= _BESIDE
        for what, mention in said
    )


_BESIDE = 40

# A type and a day or number with no figures beside them belong together when no more than this stands between them.
LINKED = 60


def apart(text: str, token: Token, other: Token) -> int:
    """Return how far two tokens are apart; too far where something was announced between them."""
    first, last = sorted((token, other), key=lambda one: one.start)
    between = text[first.end : last.start]
    return 1000 if TOLD_ON.search(between) else len(between.strip())


def is_denied(clause: Clause, piece: Sequence[Token]) -> bool:
    first = piece[0]
    return (
        first.is_anchor
        and _NEGATED.search(clause.text, max(clause.start, first.start - 40), first.start) is not None
    )


def is_of_draw(clause: Clause, day: Mention) -> bool:
    """Whether the words beside a day say that a draw was held on it."""
    text = clause.text
    before = max(clause.start, day.start - 90)
    after = text[day.end : min(clause.end, day.end + 120)]
    if _HELD_ON.search(text, before, day.start):
        return TOLD_ON.search(text, clause.start, day.start) is None
    begins = not text[clause.start : day.start].strip(" \"'(")
    if (begins or _ON.search(text, before, day.start)) and (held := _ON_HELD.match(after)):
        return TOLD_ON.search(held[0]) is None
    return False
