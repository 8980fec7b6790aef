"""How many draws were beyond a figure: "six draws with a cut-off above 700", "below 400 in four of them". Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.facts.model import Draw, Finding, Record
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import bounds, ranks
from articles.facts.rules.common.hedging import FORESEEN, SUPPOSED
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import sets_of
from articles.facts.rules.common.speaking import POLL, candidates, widened

from .counted import said
from .timeless import between

MOST = 60
# No cut-off and no size is smaller.
LEAST = 60

_MORE = r"above|over|higher than|more than|larger than|bigger than|beyond|exceeding|in excess of|at least"
_LESS = r"below|under|lower than|less than|fewer than|smaller than|beneath|short of|at most"
_BOUND = compiled(
    rf"\b(?:(?P<up>{_MORE})|(?P<down>{_LESS})|(?P<range>between))(?: (?:the|a|mark|of|line))* $"
)
_OR = compiled(
    r"(?: (?:invitations|people|points|candidates))? or (?:(?P<up>more|higher|above|over)|(?P<down>fewer|less|lower|below|under))\b"
)
# From the number of draws to the bound, the times left out.
_KIND = r"(?: (?!than\b|had\b|with\b|were\b|points?\b|in\b|on\b|at\b)[\w'-]+){0,4}?"
_LINK = (
    r"(?: |, (?=that|which|each|all))(?:that |which |have |has |each |all )?(?:with|having|had|were|was|are|is|closed|ended|lay|stood|stayed|remained|finished|stopped|invited|sent|took|of|at|came|fell|dropped|went|brought|issued|made|reached|asked)"
    r"(?: (?:an?|the|its|their|crs|cut-?off|cut-?offs|scores?|sizes?|only|just|at|of|in|for|out|invitations|that|was|were|to))*"
)
_TO_BOUND = compiled(
    rf"(?:(?: of (?:the|its|their|these|those|all|which|this|that|last))?{_KIND} (?:draws|rounds)(?: (?:held|for|of|in) (?:[\w-]+ ){{0,3}}?[\w-]+)?(?:{_LINK})?| of (?:them|these|those|which){_LINK}) ?"
)
_TO_NEXT = compiled(rf"(?:{_LINK})? ?")
# "Seven rounds with cut-offs between 516 and 523" says where all of them lay.
_THEIR_RANGE = compiled(r"\b(?:cut-?offs|scores|sizes) (?:of |lying )?$")
# "Of the rounds held in 2025, nine".
_OF_LEADING = compiled(
    rf"\bof (?:the|its|their|these|those|all)(?: [0-9]{{1,2}})?{_KIND} (?:draws|rounds)(?: held)?,? (?:only |just |exactly )?$"
)
# "Three of the French draws had 6,000 invitations".
_EACH = compiled(r" (?:invitations|people|places)\b(?! or\b)")
_JOINED = compiled(r"(?:,|\band|\bbut|\bwhile)(?: (?:another|only|just|the|other))* $")
# From the bound to the number: "below 400 in four of the French draws", "under 500 three times".
_FROM_BOUND = compiled(
    r"(?: (?:points|invitations|people))?(?: (?:was|were|has been|have been) (?:seen|reached|needed|asked|recorded|enough))?(?: (?:in|on|for|at|with))? (?:only |just |exactly |all |as many as )?"
)
_DRAWS_BEHIND = compiled(
    rf"(?: of (?:the|its|their|these|those|all|them))?{_KIND}(?: (?:draws|rounds)\b)|(?: times| occasions)\b| of (?:them|these|those)\b"
)
_OF_SOME = compiled(
    r"\b(?:last|latest|first|past|previous|next|recent|newest|other|others|another|row|running|consecutive|successive|the|its|their|these|those|all|our|both) ?$|\b(?:at least|more than|over|about|around|nearly|almost|up to|some|every|per|than) $"
)
_LOOSE = compiled(
    rf"\b(?:{SUPPOSED}|{FORESEEN}|should|pool|profiles?|not|never|last|latest|past|previous|first|row|running|average|ago)\b|%|n't\b"
)
_DRAWS = compiled(r"\b(?:draws?|rounds?|cut-?offs?|scores?)\b")
_OF_WHOLE = compiled(r"\bof (?:the|these|those|them|its|which)\b")


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number of draws with the figures that they lie between, or up to them where it `reaches` so far; `bound` is what stands for it."""

    number: NumberMention
    bound: NumberMention
    low: float
    high: float
    reaches: bool


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the numbers of draws that are said to have been beyond a figure."""
    if not passage.is_question and not POLL.search(passage.text):
        for told in bounded(passage):
            yield from _judged(passage, record, told)


def reads(passage: Passage, number: NumberMention) -> bool:
    """Whether a number counts draws that were beyond a figure."""
    return any(told.number is number for told in bounded(passage))


def bounded(passage: Passage) -> list[Bounded]:
    """Return the numbers of draws of a sentence that stand with a bound."""
    if not _DRAWS.search(passage.text):
        return []
    found: list[Bounded] = []
    for bound in passage.numbers:
        if bound.value < LEAST or bound.form == "short" or bound.unit in ("draw", "percent", "day"):
            continue
        before = _BOUND.search(passage.text, max(0, bound.start - 30), bound.start)
        behind = _OR.match(passage.text, bound.end) if before is None else None
        match = before or behind
        if match is None:
            same = (
                _number(passage, bound.start, bound.end, False)
                if _EACH.match(passage.text, bound.end)
                else None
            )
            if (
                same is not None
                and _OF_WHOLE.match(passage.text, same.end + 1)
                and not passage.text.endswith(" with ", 0, bound.start)
            ):
                found.append(Bounded(same, bound, bound.value, bound.value, True))
            continue
        low, high = (bound.value, float("inf")) if match["up"] else (0.0, bound.value)
        end = bound.end
        reaches = behind is not None or match[0].startswith("at ")
        if before is not None and before["range"]:
            ends = next((one for one in passage.ranges if one.start == bound.start), None)
            if ends is None or _THEIR_RANGE.search(passage.text, 0, before.start()):
                continue
            low, high, end = ends.low, ends.high, ends.end
        number = _number(passage, before.start() if before else bound.start, end, bool(found))
        if number is not None:
            found.append(Bounded(number, bound, low, high, reaches))
    return found


def _number(passage: Passage, start: int, end: int, is_next: bool) -> NumberMention | None:
    """Return the number of draws that a bound in text[start:end] is of."""
    text = passage.text
    begin, _ = clause(text, start)
    counts = [
        one
        for one in passage.numbers
        if one.value in range(1, MOST + 1)
        and one.form != "short"
        and one.role in (Role.DRAWS, Role.UNKNOWN, Role.TIMES, Role.DIFFERENCE)
        and not _OF_SOME.search(text, max(0, one.start - 25), one.start)
    ]
    for one in [one for one in counts if begin <= one.start and one.end <= start][-1:]:
        words = f"{between(passage, one.end, start).rstrip()} "
        if _TO_BOUND.fullmatch(words):
            return one
        if _OF_LEADING.search(between(passage, begin, one.start)) and _TO_NEXT.fullmatch(words):
            return one
        if is_next and _TO_NEXT.fullmatch(words) and _JOINED.search(text, 0, one.start):
            return one
    for one in [one for one in counts if one.start >= end][:1]:
        if _FROM_BOUND.fullmatch(text, end, one.start) and _DRAWS_BEHIND.match(text, one.end):
            return one
    return None


def _judged(passage: Passage, record: Record, told: Bounded) -> Iterator[Finding]:
    text, number = passage.text, told.number
    begin, end = clause(text, number.start)
    if _LOOSE.search(text, min(begin, number.start), max(end, told.bound.end)):
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    found = sets_of(passage, known, widened(passage.slugs or passage.topic, known))
    everything = sets_of(passage, known, frozenset())
    around = candidates(passage, record, number.start, number.end, (), strict=False)
    sets: list[Sequence[Draw]] = [*found.all] if passage.slugs else [*everything.all, *found.all]
    if not found.stated:
        sets += [scope.draws for scope in around]
    sets = [among for among in sets if among]
    if _OF_WHOLE.match(text, number.end + 1) and not (found.stated or passage.slugs or passage.context):
        # "Two of them": of which the words do not say.
        sets = [scope.draws for scope in (*around.named, *around.around)]
    figures = bounds.figures_of(text[begin:end], told.bound)
    counted = [
        inside
        for among in sets
        for figure in figures
        for nominees in (True, False)
        for inside in _inside(
            [draw for draw in among if nominees or not draw.includes_nomination], figure, told
        )
    ]
    if not counted:
        return
    meant = next((inside for inside in counted if len(inside) == number.value), counted[0])
    if len(meant) != number.value and not (meant or found.stated):
        return
    yield said(passage, number.start, number.end, number.value, meant, rows_of(*meant[:12]), 0.8)


def _inside(among: Sequence[Draw], figure: ranks.Figure, told: Bounded) -> Iterator[list[Draw]]:
    """Yield the draws beyond a figure, or between two, of which one may be meant with them."""
    if not told.reaches:
        yield [draw for draw in among if told.low < figure(draw) < told.high]
    if told.reaches or told.low and told.high < float("inf"):
        yield [draw for draw in among if told.low <= figure(draw) <= told.high]
