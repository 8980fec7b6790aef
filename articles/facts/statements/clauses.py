"""A sentence as its words are looked at, and the tokens that are found in it."""

import re
from dataclasses import dataclass

from articles.facts.reading import (
    Mention,
    Reading,
)

from .model import What

ANCHORS = (What.DATE, What.NUMBER, What.TYPE, What.PERIOD)

FIGURES = (What.INVITATIONS, What.CUTOFF)

_HYPOTHETICAL = re.compile(
    r"\b(?i:would|could|might|if|expect(?:s|ed|ing)?|forecasts?|predict\w*|likely|hope[sd]?|hoping|probably|suppose|assum\w+|imagine|"
    r"project(?:s|ed|ion)|will|guess\w*|should|unless|whether|target(?:s|ed)?\s+of|aim(?:s|ed|ing)?\s+to|plan(?:s|ned|ning)?\s+to|next\s+(?:draw|round)|perhaps|maybe|"
    r"speculat\w+|rumou?rs?|say\s+that\s+you|example|hypothetical\w*)\b|\bmay\b(?!\s+\d)",
)

_CLAUSE_END = re.compile(
    r"[;:()\u2013\u2014]|,\s+(?:and|but|while|whereas|as|because|so|since)\b|\b(?:but|while|whereas|because)\b"
)

_COMPARES = re.compile(
    r"\b(?:up\s+from|down\s+from|compared\s+(?:with|to)|vis-[aà]-vis|relative\s+to|set\s+against|than|versus|vs\.?|against|instead\s+of|(?:many|much|large|low|high)\s+as(?:\s+(?:in|on|at))?|as\s+(?:in|on|at)|after|(?<!\bthe\s)following|from|below|above|over|under)\s+(?:the\s+|an?\s+|just\s+|only\s+)*"
    r"(?:[\w-]+\s+){0,3}?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """Words that name a draw or say something of one. `items` are several in a list: "511, 486 and 463".

    `may_be` are the figures that a bare number can be. `strong`: a type that is said of a draw and not of candidates only.
    `order`: "first", "previous", "latest" before a type. `compared`: behind "than", "up from". `each`: said of every draw. `several`: a type
    of draws, not of one draw. `only`: the sentence gives no figures of another kind. `joined`: of the same draw as the token before.
    """

    what: What
    start: int
    end: int
    items: tuple[Mention, ...]
    may_be: tuple[What, ...] = ()
    strong: bool = False
    order: str = ""
    compared: bool = False
    each: bool = False
    several: bool = False
    only: bool = False
    joined: bool = False

    @property
    def is_anchor(self) -> bool:
        return self.what in ANCHORS


@dataclass(frozen=True, slots=True)
class Clause:
    """The words between two bounds of a part as the tokens are looked for in them. `hint` is what a bare number is; `led`: a day
    that stands alone before it, as in a diary, says of which draw it is. `told`: how many draws were told of together before."""

    reading: Reading
    part: int
    start: int
    end: int
    hint: What | None = None
    is_item: bool = False
    led: bool = False
    told: int = 0

    @property
    def text(self) -> str:
        return self.reading.texts[self.part].text


# "No fewer than 23,732 people", "as many as 3,500": these are set beside nothing.
_HEDGED = re.compile(
    r"\b(?:no|not)\s+(?:more|fewer|less)\s+than\s+\Z|(?<!twice)(?<!times)(?<!half)\sas\s+many\s+as\s+\Z",
    re.IGNORECASE,
)


def is_compared(clause: Clause, place: int) -> bool:
    begin = max(clause.start, place - 60)
    return (
        _COMPARES.search(clause.text, begin, place) is not None
        and _HEDGED.search(clause.text, begin, place) is None
    )


def is_hypothetical(text: str, start: int, place: int) -> bool:
    """Whether what stands at `place` is supposed, asked for or expected, and not reported."""
    begin = start
    for match in _CLAUSE_END.finditer(text, start, place):
        begin = match.end()
    return _HYPOTHETICAL.search(text, begin, place) is not None
