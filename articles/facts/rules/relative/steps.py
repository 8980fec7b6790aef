"""Days counted from another, or from the article's, beside what is right of a draw of another day: "two days later came trades, with
1,250 invitations", "on Wednesday transport, 670 at 435, and today agriculture, 400 at 386". Pure: no Django."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import DateMention, NumberMention, Role
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import DAY_NAMES, WEEKDAYS
from articles.facts.rules.common.scopes import until
from articles.facts.rules.common.setting_words import GENERIC
from articles.facts.rules.common.time_counts import COUNT, UNITS, in_words, value_of
from articles.references import gettext_noop

RULE = "relative"

WRONG = gettext_noop("Draw %(number)s was held on %(weekday)s, %(day)s.")
_STEP = compiled(
    rf"{COUNT} (?P<unit>day|week|fortnight)s? (?P<step>later|earlier|before|after|afterwards|previously|ago)|the (?:(?P<next>next|following|previous) day|day (?P<by>before|after))"
)
_DAY = compiled(rf"(?:(?:last|this) )?(?:{DAY_NAMES})|today|yesterday|this (?:morning|afternoon)")
_BACK = frozenset(("earlier", "before", "previously", "ago", "previous"))
# A draw that a count misses is no farther from where it leads; one of a weekday is of the last days.
NEAR, WEEK = timedelta(days=31), timedelta(days=8)
# A sentence of more days is none that anybody writes.
MOST = 12
# Draws that a count may go from.
_SPOKEN = 5
# Smaller numbers are no figures of a draw.
LEAST = 60
_ENDS = compiled(r"[;:.]|\b(?:but|while|whereas|than|from|after|before|since)\b")
_STOPS = compiled(r"[;:.]|\b(?:but|while|whereas|than|from|after|before|since|and)\b|, ")
# "Five days later." ends what it is said of.
_LAST = compiled(r" ?(?:[.,;:)!]|$)|,? (?:and|but|while)\b")
_COMPARED = compiled(
    r"\b(?:than|from|since|until|till|before|after|by|as|between|like|following|of|over)(?: (?:on|that|those|the|about|some|only))* $|\b(?:days?|weeks?) and $"
)
_LOOSE = hedged(
    r"no|none|nothing|nobody|spoke|said|says|asked|welcom\w*|congratulat\w*|headline|every|each|about|around|almost|nearly|some|published|posted|announc\w*|updated|wrote|province|profiles?|submitted|tie-?break\w*"
)


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge such days of a sentence by the type and the figures that are told with each."""
    if passage.is_question or len(passage.dates) > MOST or _LOOSE.search(passage.text):
        return
    known = until(record, passage.day)
    yield from _listed(passage, known)
    for day in passage.dates:
        words = passage.text[day.start : day.end]
        if not day.relative or not day.is_day or _COMPARED.search(passage.text, 0, day.start):
            continue
        is_step = _STEP.fullmatch(words) is not None
        if not is_step and not (_DAY.fullmatch(words) and len(passage.dates) > 1):
            # One weekday alone is judged by what the whole sentence tells.
            continue
        meant = _meant(passage, known, day, NEAR if is_step else WEEK)
        if meant is None or (is_step and not _is_wrong(passage, words, day, meant)):
            continue
        if not any(day.may_hold(draw.date) and draw.category == meant.category for draw in known):
            yield _wrong(passage, day, meant)


# "Trades on Tuesday, transport on Wednesday", "on Tuesday the trades".
_TYPE_DAY = compiled(
    r"(?:['’]s)?(?: (?:draws?|rounds?|workers|speakers|candidates|occupations|came|was|were|got|had|their|turn))*,? (?:on )?"
)
_DAY_TYPE = compiled(r" (?:it was |came |came the |was |the |for |(?:it was )?the turn of )?(?:the )?")


def _listed(passage: Passage, known: Sequence[Draw]) -> Iterator[Finding]:
    """Judge the days of a row of types, each with its own, where another of them is right."""
    pairs = [
        (mention.slug, day)
        for mention in passage.categories
        for day in passage.dates
        if day.relative
        and day.is_day
        and _DAY.fullmatch(passage.text, day.start, day.end)
        and (
            _TYPE_DAY.fullmatch(passage.text, mention.end, day.start)
            or _DAY_TYPE.fullmatch(passage.text, day.end, mention.start)
        )
    ]
    newest = {draw.category: draw for draw in known if passage.day - draw.date < WEEK}
    told = [(newest[slug], day) for slug, day in pairs if slug in newest]
    wrong = [
        (draw, day)
        for draw, day in told
        if not any(day.may_hold(one.date) and one.category == draw.category for one in known)
    ]
    if len(told) == len(pairs) and len({day.start for _draw, day in told}) == len(pairs) > len(wrong) == 1:
        yield _wrong(passage, wrong[0][1], wrong[0][0])


def _meant(passage: Passage, known: Sequence[Draw], day: DateMention, near: timedelta) -> Draw | None:
    """Return the one draw near a day that has the type and a figure, or both figures, that are told with it, and was of another day."""
    for begin, end in _places(passage, day):
        figures = [
            number
            for number in passage.numbers
            if begin <= number.start and number.end <= end and number.value >= LEAST and _is_figure(number)
        ]
        named = {mention.slug for mention in passage.categories if begin <= mention.start < end} - GENERIC
        own = named or set(passage.slugs) - GENERIC
        if not figures or len(own) > 1:
            continue
        found = [
            draw
            for draw in known
            if abs(draw.date - day.first) <= near
            and (near > WEEK or passage.day - draw.date < WEEK)
            and all(number.value in (draw.invitations, draw.crs_cutoff) for number in figures)
            and (draw.category in own if own else len(figures) > 1)
        ]
        return found[0] if len(found) == 1 else None
    return None


def _is_wrong(passage: Passage, words: str, day: DateMention, meant: Draw) -> bool:
    """Whether a count goes from a day that is told of, or from the article's, and a draw was so many days from none of them."""
    spoken = (*passage.draws, *passage.before[:_SPOKEN])
    days = {draw.date for draw in spoken if draw is not meant} | {passage.day}
    days |= {mention.first for mention in passage.dates if mention.is_day and mention is not day}
    return _base(words, day.first) in days and _base(words, meant.date) not in days


def _base(words: str, day: date) -> date:
    """Return the day that a count goes from, where it leads to another."""
    match = _STEP.fullmatch(words)
    if match is None:
        return day
    length = value_of(match["count"]) * UNITS[match["unit"]] if match["count"] else 1
    return day + timedelta(
        days=length if (match["step"] or match["next"] or match["by"]) in _BACK else -length
    )


def _places(passage: Passage, day: DateMention) -> Iterator[tuple[int, int]]:
    """Yield the bounds of what may be told with a day: behind it up to the next day, or before it where it stands last."""
    text = passage.text
    later = min((other.start for other in passage.dates if other.start >= day.end), default=len(text))
    earlier = max((other.end for other in passage.dates if other.end <= day.start), default=0)
    is_step = _STEP.fullmatch(text, day.start, day.end) is not None
    if is_step or not any(earlier <= one.start < day.start and one.value >= LEAST for one in passage.numbers):
        # "733 nominees at 725 on Monday, and 2,000 on Tuesday": there each day stands behind its figures.
        stop = _ENDS.search(text, day.end + 1, later)
        yield day.end, stop.start() if stop else later
    if _LAST.match(text, day.end):
        stops = [match.end() for match in _STOPS.finditer(text, earlier, day.start)]
        yield max(stops, default=earlier), day.start


def _is_figure(number: NumberMention) -> bool:
    return number.role in (Role.UNKNOWN, Role.INVITATIONS, Role.CUTOFF, Role.POINTS) and not number.bound


def _wrong(passage: Passage, day: DateMention, draw: Draw) -> Finding:
    weekday = WEEKDAYS[draw.date.weekday()].capitalize()
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        day.start,
        day.end,
        WRONG,
        expected=_counted(passage.text[day.start : day.end], day, draw) or weekday,
        rows=rows_of(draw),
        confidence=0.8,
        params={"number": draw.number, "weekday": weekday, "day": draw.date.isoformat()},
    )


def _counted(words: str, day: DateMention, draw: Draw) -> str:
    """Say how far a draw was from the day that a count goes from: "1 day later"; nothing where none is counted."""
    if _STEP.fullmatch(words) is None:
        return ""
    days = (draw.date - _base(words, day.first)).days
    return f"{in_words(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"
