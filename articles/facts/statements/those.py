"""Draws told of together, and the words for one of them: "two education rounds. The first stopped at 479, the later one at 462"."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from articles.facts.model import Draw
from articles.facts.reading import CategoryMention, DateMention, NumberMention, Role, Sentence

from . import periods
from .clauses import FIGURES, Clause, Token
from .fitting import Said, all_true, says
from .model import Resolved, Statement, What
from .record import Context, Draws

# So many draws, and no more, are told apart by their place.
MOST = 6
# The number of a draw's figure is no smaller.
_FIGURE = 50
_GOES_THROUGH = re.compile(
    r"[:,;\u2013\u2014(]\s*the\s+(?:first|former|earlier)\b(?=[^?!]*\bthe\s+(?:second|latter|later|other|last)\b)",
    re.IGNORECASE,
)
_ONE_DRAW = re.compile(r"\s+(?:[\w-]+\s+){0,3}?(?:draw|round)\b", re.IGNORECASE)
_LATELY = re.compile(
    r"\bin\s+a\s+row\b|\b(?:last|latest|past|most\s+recent)\s+(?:two|three|four|five|six)\b", re.IGNORECASE
)
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


def counted(clause: Clause, context: Context, draws: Draws) -> Clause:
    """Return a sentence that counts draws and goes through them with these as told of: "Trades had two rounds: the first, in
    August, invited 1,500, the second 1,000"."""
    match = _GOES_THROUGH.search(clause.text, clause.start, clause.end)
    if match is None:
        return clause
    turn_to(replace(clause, end=match.start()), context, draws)
    return replace(clause, told=len(told(context)))


def turn_to(clause: Clause, context: Context, draws: Draws) -> None:
    """Turn to the draws of a type that a sentence counts and names no further: "July had two French draws"."""
    mentions = clause.reading.between(clause.part, clause.start, clause.end)
    few = [one for one in mentions if isinstance(one, NumberMention) and 1 < one.value <= MOST]
    counts = [one for one in few if one.role in (Role.DRAWS, Role.TIMES)]
    # "Agriculture had its third draw": that one is spoken of, and "the second" is among the three.
    nth = [
        one for one in few if one.role is Role.ORDINAL and _ONE_DRAW.match(clause.text, one.end, clause.end)
    ]
    is_nth, counts = not counts and bool(nth), counts or nth
    types = {mention.slug for mention in mentions if isinstance(mention, CategoryMention)}
    slugs = types or context.topic
    if len(counts) != 1 or len(slugs) > 1 or (not is_nth and any(_is_day(mention) for mention in mentions)):
        return
    of_type = [draw for draw in draws.of_types(slugs) if draw.date <= context.on]
    # "Three CEC rounds of 400 in a row": those that have it.
    figures = {one.value for one in mentions if isinstance(one, NumberMention) and one.value >= _FIGURE}
    if len(figures) == 1:
        by_size = [draw for draw in of_type if draw.invitations in figures]
        by_score = [draw for draw in of_type if draw.crs_cutoff in figures]
        alike = max(by_size, by_score, key=len)
        of_type = alike if len(alike) >= counts[0].value else of_type
    times = periods.of_sentence(clause.reading, Sentence(clause.part, 0, clause.start, clause.end))
    if not slugs and not (figures and times):
        return
    spans = [(time.first, time.last) for time in times] or [
        (date(context.on.year, 1, 1), context.on),
        (date.min, context.on),
    ]
    for first, last in spans:
        inside = [draw for draw in of_type if first <= draw.date <= last]
        if len(inside) == counts[0].value:
            context.several = inside
            context.focus = context.focus if is_nth else inside
            return
    if (
        not is_nth
        and _LATELY.search(clause.text, clause.start, clause.end)
        and len(of_type) >= counts[0].value
    ):
        context.focus = context.several = of_type[-int(counts[0].value) :]


def says_nothing_new(said: Statement, found: Sequence[Token], types: Collection[str]) -> bool:
    """Whether words only name the type of the draws spoken of, "It was the first STEM draw", and no other draw of it: "The previous
    STEM draw had been held in December"."""
    draw = said.draw
    if draw is None or draw.category not in types or any(one.what is not What.TYPE for one in said.figures):
        return False
    return not any(
        token.order in ("previous", "preceding", "prior")
        or (token.what is What.PERIOD and says(token.what, token.items[0], draw))
        for token in found
        if not token.compared
    )


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
