"""Which draws a comparison may be between. Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.facts.model import Draw, Record
from articles.facts.reading.mentions import DateMention
from articles.facts.rules.common import ranks
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import by_order, types_of

from . import named_sides

_THAN = compiled(
    r"\b(?:than|from|compared (?:with|to)|compares with|against|versus|vs\.?|on|of|over|as|since|below|above|after|beneath|south of|north of|shy of|short of)\b"
)
_PREVIOUS = compiled(
    r"\b(?:previous|prior|preceding|last|earlier|before|predecessor|previously|fortnight|week|weeks|days|month|months)\b"
)
# "Than the one before it", "since the first one", "above the previous round".
_THE_ONE = compiled(
    r"\b(?:(?:the |its |their |[a-z]+'s? )(?:very )?(?:first|opening|previous|preceding|one before)\b|at (?:the|its) (?:start|outset|beginning)\b|its predecessor|the last (?:one|draw|round|time)\b|the last(?=[,.;)])|the (?:draw|round|time) before\b)(?! (?:two|three|four|few|half|quarter|month|week|of (?:the|this|that) (?:year|month|week)|(?:[\w-]+ ){0,3}(?:high|low|record|peak|maximum|minimum|best)\b))"
)
# "Eight points higher than now" sets what was beside the newest draw of its type.
_NOW = compiled(r"(?:than|below|above) (?:it (?:is|was) )?(?:now|today|this (?:week|time)|at present)\b")
_HEAD = frozenset(("title", "standfirst", "description"))
# So far behind its first word a comparison goes on.
TAIL = 70
# Where that has to stand, counted from the "than".
_NEAR = 26
_FIRST = compiled(
    r"\b(?:first|opening|inaugural|debut)\b|\bat (?:the|its) (?:very )?(?:start|outset|beginning|launch)\b(?! of (?:the|this|last|20)\b)"
)
_OLDER = compiled(
    r"\b(?:a|one|two|three) years? (?:earlier|before|ago)|\blast year\b|\bsame (?:week|time|period)\b|\b(?:record|low|high|lowest|highest|largest|average)\b"
)
_TAKES_UP = compiled(
    r"\W*(?:(?:and|but|so|still|yet|even so|in fact) )?(?:that|this|it|its(?! (?:predecessor|previous|last))|which|they|the (?:new |latest )?(?:cut-?off|score|round|draw|figure|drop|fall|rise|difference|gap|change)(?! (?:of|in|for|from|on) (?:the )?(?:\w+ ){0,3}(?:draw|round|[0-9]))|a (?:drop|fall|rise|jump|difference)|up|down)\b"
)


@dataclass(frozen=True, slots=True)
class Subjects:
    """Draws that a comparison may be said of: `named` by the words before it, else `near`, the one last spoken of."""

    named: tuple[Draw, ...]
    near: tuple[Draw, ...] = ()

    @property
    def all(self) -> tuple[Draw, ...]:
        return tuple(dict.fromkeys((*self.named, *self.near)))

    @property
    def is_clear(self) -> bool:
        """Whether there is but one draw that the comparison can be said of."""
        return len(self.named) == 1 or (not self.named and len(self.near) == 1)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of a draw and the one that it is compared with, the likeliest first; `clear`: the words say which it is;
    `told`: by a "than" of their own; `dated`: two draws of one type, by the day of the older, so that no other pair is meant."""

    all: tuple[tuple[Draw, Draw], ...]
    clear: bool
    told: bool = False
    dated: bool = False


def subjects(passage: Passage, record: Record, place: int) -> Subjects:
    """Return the draws that something at a place of the sentence may be said of."""
    since = {period.spans[0].start for period in passage.periods if period.form in ("since", "sinceday")}
    own = [draw for draw in passage.draws if draw.date not in since] or passage.draws
    if compared := _set_against(passage):
        own = [draw for draw in own if draw not in compared]
        if len(own) == 1:
            return Subjects(tuple(own))
    named = tuple(draw for draw in own if _stands_before(passage, draw, place))
    slugs = {mention.slug for mention in passage.categories if mention.start < place}
    before = [draw for draw in passage.before if draw not in passage.compared]
    if not slugs and len(passage.topic) == 1:
        # Of the type that is gone on about, before one that was merely set beside it.
        before = sorted(before[:2], key=lambda draw: draw.category not in passage.topic) + before[2:]
        if (
            before
            and not (own or passage.is_of_head or _TAKES_UP.match(passage.text))
            and before[0].category not in passage.topic
        ):
            # "Nominees: down 36 points. Still higher than in March": what is gone on about was told of by its type alone.
            before = [*_newest(passage, record, set(passage.topic)), *before]
    if not slugs and not before and passage.part in _HEAD:
        # "3,000 more than in the CEC draw of 16 December": the head of an article is about the newest.
        slugs = {draw.category for draw in passage.compared}
    near = [draw for draw in before if not slugs or draw.category in slugs] or _newest(passage, record, slugs)
    if not own and (lately := named_sides.lately(passage, record, slugs or set(passage.topic), place)):
        near = [lately, *(draw for draw in near if draw is not lately)]
    if passage.before and _TAKES_UP.match(passage.text) and not slugs and ";" not in passage.text[:place]:
        return Subjects((), tuple(near[:1]))
    if named:
        return Subjects(named[-1:], (*named[:-1], *near[:1]))
    if own and _THAN.search(passage.text, place) is None:
        return Subjects(tuple(own), tuple(near[:1]))
    return Subjects((), tuple(near[:1]))


_SET_AGAINST = compiled(
    r"^\W*(?:compared (?:with|to)|against|next to|relative to|measured against|set against|unlike)(?: [\w'’-]+){0,5} $"
)


def _set_against(passage: Passage) -> list[Draw]:
    """Return the draws of the day that a sentence opens with to compare with it: "Compared with 5 August, 2,000 fewer were invited"."""
    days = [day for day in passage.dates if day.is_day and _SET_AGAINST.search(passage.text, 0, day.start)]
    return [draw for draw in passage.draws if any(day.may_hold(draw.date) for day in days)]


def _newest(passage: Passage, record: Record, slugs: set[str]) -> list[Draw]:
    """Return the newest draw of the one type that is spoken of, as of the article's day."""
    if len(slugs) != 1:
        return []
    return [draw for draw in record.draws if draw.category in slugs and draw.date <= passage.day][-1:]


def _stands_before(passage: Passage, draw: Draw, place: int) -> bool:
    """Whether the words that name a draw stand before a place: its date, or its type with its figures."""
    if draw in passage.places:
        return passage.places[draw] < place
    dated = [mention for mention in passage.dates if mention.is_day and mention.may_hold(draw.date)]
    if dated:
        return dated[0].end <= place
    figures = [number for number in passage.numbers if number.value in (draw.crs_cutoff, draw.invitations)]
    return any(number.end <= place for number in figures) or not figures


def pairs(passage: Passage, record: Record, start: int, place: int) -> Pairs:
    """Return the pairs that the difference text[start:place] may be between."""
    found = _pinned(passage, start, subjects(passage, record, start))
    text = passage.text
    than = _THAN.search(text, place, place + 40)
    begin = than.start() if than else len(text)
    finish = _end_of_tail(passage, begin)
    tail = text[begin:finish]
    days = [mention for mention in passage.dates if begin <= mention.start < finish and mention.is_day]
    slugs = [mention.slug for mention in passage.categories if begin <= mention.start < finish]
    known = [draw for draw in record.draws if draw.date <= passage.day]
    if passage.compared and not found.named and not days:
        later = [
            draw
            for draw in passage.before
            if draw.category == passage.compared[0].category and draw.sequence > passage.compared[0].sequence
        ]
        found = Subjects((), tuple(later) or found.near)
    if than is None and (older := tuple(named_sides.older(passage, known, start))):
        return Pairs(older, True, True)
    ordered = tuple((new, old) for old, new in by_order(passage, known, types_of(passage, known), place))
    ordered = ordered or tuple(named_sides.between(passage, known))
    if ordered:
        return Pairs(ordered, True, True, True)
    sure: list[tuple[Draw, Draw]] = []
    months: list[tuple[Draw, Draw]] = []
    beside = [draw for draw in passage.compared if abs(passage.places[draw] - place) < 90]
    beside += _set_against(passage)
    for new in found.all:
        sure += [(new, old) for old in beside[:1] if old is not new]
        of_month = (
            []
            if days or sure or _FIRST.search(tail)
            else named_sides.of_month(passage, new, known, place, finish)
        )
        months += [(new, old) for old in of_month]
        sure += months or [(new, old) for old in _compared(new, known, days, slugs, tail) if old is not new]
    is_told = than and (days or _names_one(tail)) or named_sides.is_of_topic(passage, months)
    # "Compared with the draw of 5 July, the score climbed by 18 points".
    is_told = is_told or any(
        day.is_day and draw.date == day.first for day in passage.dates for draw in beside[:1]
    )
    if passage.tables and _FIRST.search(tail):
        # "Twice as big as the first": of all, or of those that stand in the table.
        is_told = False
    if sure and found.is_clear and is_told:
        # "Above that of the round of June 27", "than the one before it": no other pair is meant.
        # "On Tuesday the class had 400, eight points lower than the time before" is not said of the time before.
        sure = [pair for pair in sure if not _is_earlier(pair[0], found.named[:1])] or sure
        alike = all(new.category == old.category for new, old in sure)
        return Pairs(tuple(dict.fromkeys(sure)), True, True, alike)
    named = bool(sure) and found.is_clear
    loose = [
        (new, old) for new in found.named for old in (*passage.compared, *passage.draws) if new is not old
    ]
    loose += [
        (new, old)
        for new in (*found.near, *passage.draws)
        for old in (*passage.compared, *passage.draws, *passage.before[:3])
        if new.sequence > old.sequence
    ]
    if not sure and not than and found.is_clear:
        others = [draw for draw in (*passage.draws, *passage.before[:2]) if draw not in found.all[:1]]
        named = bool(others) and bool(found.named or found.near)
    # "The last one had 476, so this is lower" is said of what was spoken of before, not of the draw before the one named.
    newer = [
        draw
        for draw in found.all
        if not sure
        and any(one.category == draw.category and one.sequence > draw.sequence for one in found.near)
    ]
    previous = [(new, old) for new in found.all if new not in newer for old in _previous(new, known)]
    # "Its predecessor had 486, five points higher" compares an older draw with the newer one.
    turned = [(old, new) for old in found.named for new in _next(old, known)]
    return Pairs(
        tuple(dict.fromkeys((*sure, *loose, *previous, *turned))),
        named,
        bool(sure),
    )


def _is_earlier(draw: Draw, named: Sequence[Draw]) -> bool:
    return any(draw.category == one.category and draw.sequence < one.sequence for one in named)


def _names_one(tail: str) -> bool:
    one = _THE_ONE.search(tail)
    return _NOW.match(tail) is not None or (one is not None and one.start() < _NEAR)


def _end_of_tail(passage: Passage, begin: int) -> int:
    """Return where the words end that say what something is compared with: "three points from July and 37 from March 5" has two."""
    end = begin + TAIL
    if (stop := passage.text.find(";", begin, end)) >= 0:
        end = stop
    for number in passage.numbers:
        if (
            begin < number.start < end
            and _NEXT.search(passage.text, begin, number.start)
            and (_THAN_NEXT.match(passage.text, max(number.end, number.noun)))
        ):
            return number.start
    return end


def _pinned(passage: Passage, place: int, found: Subjects) -> Subjects:
    """Keep of draws the one whose cut-off stands right before a change: "the cut-off of 415 was 58 points higher"."""
    before = [number for number in passage.numbers if number.end <= place][-1:]
    if not before or not _RIGHT_BEFORE.fullmatch(passage.text, before[0].end, place):
        return found
    pinned = [draw for draw in found.all if draw.crs_cutoff == before[0].value]
    return Subjects((pinned[0],)) if len(pinned) == 1 else found


_RIGHT_BEFORE = compiled(
    r"(?: points?)?,?(?: (?:\(|that|which|was|is|or|it|thus|so|lies|lay|stands|stood|came|therefore|this|another|exactly|only|just))* "
)
_NEXT = compiled(r"(?:,| and| but)(?: (?:by|only|just|even|another))? $")
_THAN_NEXT = compiled(
    r" (?:(?:points?|lower|higher|more|fewer|less|above|below|invitations) )*(?:than|from|on|since|above|below|over|under)\b"
)


def _compared(
    new: Draw, known: Sequence[Draw], days: Sequence[DateMention], slugs: Sequence[str], tail: str
) -> Iterator[Draw]:
    """Yield the draws that the words after "than" name."""
    earlier = ranks.before(new, known)
    if days:
        on_day = [draw for draw in known if any(day.may_hold(draw.date) for day in days[:1])]
        of_type = [draw for draw in on_day if draw.category in slugs] or [
            draw for draw in on_day if draw.category == new.category
        ]
        yield from of_type or on_day
        return
    if not tail or (_OLDER.search(tail) and not _names_one(tail)):
        return
    others = [slug for slug in slugs if slug != new.category]
    if _NOW.match(tail):
        yield from [draw for draw in known if draw.category == new.category][-1:]
    elif others:
        yield from [draw for draw in known if draw.category == others[0] and draw.sequence < new.sequence][
            -1:
        ]
    elif _FIRST.search(tail):
        yield from earlier[:1]
    elif _PREVIOUS.search(tail) or _names_one(tail):
        yield from earlier[-1:]


def _previous(new: Draw, known: Sequence[Draw]) -> Iterator[Draw]:
    yield from ranks.before(new, known)[-1:]
    before = [draw for draw in known if draw.sequence < new.sequence]
    yield from (draw for draw in before[-1:] if draw.includes_nomination == new.includes_nomination)


def _next(old: Draw, known: Sequence[Draw]) -> list[Draw]:
    """Return the draw of its type after one, which "its predecessor" is said of."""
    return [draw for draw in known if draw.category == old.category and draw.sequence > old.sequence][:1]
