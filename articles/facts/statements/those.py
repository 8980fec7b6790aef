"""Draws told of together, and the words for one of them: "two education rounds. The first stopped at 479, the later one at 462"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from articles.facts.model import Draw
from articles.facts.reading import CategoryMention, DateMention, NumberMention, Role, Sentence

from . import periods
from .clauses import FIGURES, Clause, Token
from .fitting import Said, all_true, says
from .model import Resolved, What
from .record import Context, Draws

# So many draws, and no more, are told apart by their place.
MOST = 6
# "The former", "the later round", "the larger one": one of two.
_WORDS = re.compile(
    r"\bthe\s+(?P<word>former|latter|earlier|later|larger|bigger|smaller)\b"
    r"(?:\s+(?:one|draw|round|of\s+(?:them|these|those|the\s+two|the\s+pair))\b)?"
    r"(?=\s*(?:[,.;:)\u2013\u2014]|\Z)|\s+(?:with|at|of|had|was|has|saw|on|for|in|by|and|took|made|invited|issued|brought|stopped|closed|ended|asked|needed|required|went|fell|reached|came|sent|gave|"
    r"stood|drew|got|only|even)\b)",
    re.IGNORECASE,
)
# "471 in the first and 454 in the second", "the first closed at 479".
_IN_THE = re.compile(r"\b(?:in|for|with|at|by|on|of)\s+the\s+\Z", re.IGNORECASE)
_ENDS = re.compile(
    r"(?:\s+(?:one|draw|round))?(?:\s*(?:[,.;:)\u2013\u2014]|\Z)|\s+(?:and|but|while)\b)", re.IGNORECASE
)
_DOES = re.compile(
    r"(?:\s+(?:one|draw|round))?,?\s+(?:stopped|closed|ended|took|made|asked|needed|required|fell|stood|came|sent|gave|drew|got|at|for|in\s+\w+,?\s+(?:had|invited|took|stopped))\b",
    re.IGNORECASE,
)


def told(context: Context) -> Sequence[Draw]:
    """Return the draws that "the first" and "the latter" may be among."""
    return context.focus if len(context.focus) > 1 else context.several


def keep(focus: Sequence[Draw], context: Context) -> None:
    """Keep draws in mind that were told of together, until another is told of."""
    if len(focus) > 1:
        context.several = list(focus)
    elif focus[0] not in context.several:
        context.several = []


def turn_to(clause: Clause, context: Context, draws: Draws) -> None:
    """Turn to the draws of a type that a sentence counts and names no further: "July had two French draws"."""
    mentions = clause.reading.between(clause.part, clause.start, clause.end)
    counts = [
        mention
        for mention in mentions
        if isinstance(mention, NumberMention) and mention.role is Role.DRAWS and 1 < mention.value <= MOST
    ]
    types = {mention.slug for mention in mentions if isinstance(mention, CategoryMention)}
    slugs = types or context.topic
    if len(counts) != 1 or len(slugs) != 1 or any(_is_day(mention) for mention in mentions):
        return
    of_type = [draw for draw in draws.of_types(slugs) if draw.date <= context.on]
    times = periods.of_sentence(clause.reading, Sentence(clause.part, 0, clause.start, clause.end))
    spans = [(time.first, time.last) for time in times] or [
        (date(context.on.year, 1, 1), context.on),
        (date.min, context.on),
    ]
    for first, last in spans:
        inside = [draw for draw in of_type if first <= draw.date <= last]
        if len(inside) == counts[0].value:
            context.focus = context.several = inside
            return


def _is_day(mention: object) -> bool:
    return isinstance(mention, DateMention) and mention.is_day


def words(clause: Clause) -> Iterator[Token]:
    """Yield the words for one of two draws that were told of."""
    if clause.told != 2:
        return
    for match in _WORDS.finditer(clause.text, clause.start, clause.end):
        mention = NumberMention(
            part=clause.part,
            start=match.start("word"),
            end=match.end("word"),
            value=1,
            role=Role.ORDINAL,
            form="words",
            unit=match["word"].lower(),
        )
        yield Token(What.NUMBER, mention.start, mention.end, (mention,))


def is_one(clause: Clause, ordinal: NumberMention) -> bool:
    """Whether an ordinal behind "the" is the place of one of the draws told of."""
    if not ordinal.value <= clause.told or clause.told > MOST:
        return False
    behind = clause.text[ordinal.end : min(clause.end, ordinal.end + 40)]
    before = _IN_THE.search(clause.text, max(clause.start, ordinal.start - 12), ordinal.start)
    return _DOES.match(behind) is not None or (before is not None and _ENDS.match(behind) is not None)


def of_place(said: Said, place: NumberMention, context: Context) -> Resolved:
    """Return the draw that words for a place among those told of are about: in the order of the text, or of their days."""
    among = told(context)
    found = list(dict.fromkeys(_placed(place, among)))
    if not found:
        return Resolved(None, sure=False)
    right = [draw for draw in found if all_true(said, draw)]
    figures = [one for one in said if one[0] in FIGURES]
    best = right[0] if right else min(found, key=lambda draw: _distance(figures, draw))
    others = tuple(draw for draw in found if draw is not best)
    sure = not others or bool(right) or not any(says(*one, draw) for one in figures for draw in found)
    return Resolved(best, others, sure=sure)


def _distance(figures: Said, draw: Draw) -> float:
    """How far figures are from those of a draw, as shares of them."""
    actual = {What.INVITATIONS: draw.invitations, What.CUTOFF: draw.crs_cutoff}
    return sum(
        abs(mention.value - actual[what]) / actual[what]
        for what, mention in figures
        if isinstance(mention, NumberMention)
    )


def _placed(place: NumberMention, among: Sequence[Draw]) -> Iterator[Draw]:
    in_time = sorted(among, key=lambda draw: draw.sequence)
    word = place.unit
    if word in ("larger", "bigger", "smaller"):
        by_size = sorted(among, key=lambda draw: draw.invitations)
        yield by_size[0 if word == "smaller" else -1]
    elif word in ("earlier", "later"):
        yield in_time[0 if word == "earlier" else -1]
    elif word in ("former", "latter"):
        yield among[0 if word == "former" else -1]
    elif place.value <= len(among):
        yield among[int(place.value) - 1]
        yield in_time[int(place.value) - 1]
