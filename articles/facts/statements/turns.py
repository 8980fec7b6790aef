"""Words with which a sentence turns from the draw told of to the one before or after: "Its predecessor took 500", "Then came 2,000"."""

import re
from collections.abc import Sequence
from datetime import timedelta

from articles.facts.model import Draw
from articles.facts.reading import DateMention

from .clauses import Clause
from .record import Context, Draws

# What followed a draw did so within so many days.
NEXT = timedelta(days=60)

# Words with which a figure need not be of the draw that was told of just before.
_BACK = re.compile(
    r"\b(?:before|previous(?:ly)?|former(?:ly)?|then|earlier|last|had\s+been|prior|old|preceding|ago|compared|from|than|first|second|once|until|since|instead|not)\b|n't\b",
    re.IGNORECASE,
)
# "The one before stood at 475": that of the draw before the one that was told of.
_BEFORE = re.compile(
    r"\b(?:the\s+(?:one|draw|round|time)\s+before(?!\s+(?:last|that|the))|before\s+that|last\s+time|previously"
    r"|(?:the|its|their)\s+(?:previous|former|preceding|prior|last)\s+(?:one|draw|round|cut-?\s?off|score|figure|bar|threshold|time)\b(?!\s+of\b))",
    re.IGNORECASE,
)
# "French speakers followed with 300 invitations", "Then came 2,000 at 533": that of the draw after the one told of.
_FOLLOWS = re.compile(
    r"\b(?:followed(?!\s+(?:a|the|by\s+no)\b)|then\s+(?:came|followed|went)|came\s+next|next\s+(?:came|was|were)|after\s+that\b|thereafter)\b",
    re.IGNORECASE,
)
_PREDECESSOR = re.compile(
    r"\W*(?:(?:and|but|while)\s+)?(?:(?:its|their|the)\s+(?:(?:immediate|direct)\s+)?(?:predecessor|forerunner)|the\s+(?:previous|preceding|prior)\s+(?:one|draw|round)"
    r"|the\s+(?:one|draw|round)\s+before(?:\s+(?:it|that|this))?)\b(?=,?\s+(?:in|at|had|was|took|brought|stopped|closed|invited|asked|ended|went|of)\b)",
    re.IGNORECASE,
)


def hear(clause: Clause, context: Context) -> None:
    """Keep in mind whether a sentence has words for another draw than the one told of."""
    text, start, end = clause.text, clause.start, clause.end
    context.before = _BEFORE.search(text, start, end) is not None
    context.follows = _FOLLOWS.search(text, start, end) is not None
    context.looks_back = _BACK.search(text, start, end) is not None


def predecessor(clause: Clause, context: Context, draws: Draws, times: Sequence[DateMention]) -> list[Draw]:
    """Return the draw before the one spoken of, where it is what a sentence is about: "Its predecessor, in May, took 500"."""
    if len(context.focus) != 1 or not _PREDECESSOR.match(clause.text, clause.start, clause.end):
        return []
    before = draws.before(context.focus[0])
    return [before] if before and all(time.may_hold(before.date) for time in times) else []


def is_of_predecessor(words: str) -> bool:
    return _PREDECESSOR.match(words) is not None


def after(past: Sequence[Draw], context: Context) -> list[Draw]:
    """Return the draws soon after the one spoken of, where the words say that one followed."""
    if not context.follows or len(context.focus) != 1:
        return []
    told = context.focus[0]
    last = min(told.date + NEXT, context.on)
    return [draw for draw in past if told.sequence < draw.sequence and draw.date <= last]
