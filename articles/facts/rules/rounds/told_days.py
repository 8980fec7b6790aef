"""Days of draws of the type that is told of, but not of the draw that the words mean: "the last was on April 10" where another
followed, "it fell below 500 on October 12" where it was 500 then, "357 on June 24, matched on July 8". Pure: no Django.
"""

from collections.abc import Sequence
from datetime import timedelta

from articles.facts.model import Draw
from articles.facts.reading.mentions import DateMention, NumberMention, Role
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled

# A day that is wrong is no farther than this from the right one.
NEAR = timedelta(days=70)
# The last draw of a type may have been long after the day that is said to be its own.
LONG = timedelta(days=400)
# What came so few days before the article may be what is told of, and "the last" the one before it.
NEWS = timedelta(days=10)
LEAST, MOST = 60, 1200

_MOVES = r"(?:dropp?\w*|fell|fall\w*|sank|sunk|slipp?\w*|slid|dipp\w*|went|gone|came|come|was|were|been|lay|stood|is|got|rose|risen|climb\w*|jump\w*)"
_BELOW = compiled(
    rf"\b{_MOVES}(?: (?:down|back|again|finally|at last|for the first time|first|just|well))*(?: to)? (?:below|under) $"
)
_ABOVE = compiled(
    rf"\b{_MOVES}(?: (?:up|back|again|finally|at last|for the first time|first|just|well))*(?: to)? (?:above|over) $"
)
# A bound told of a person, or denied.
_NOT_SO = hedged("i|my|you|your|he|she|his|her|nobody|until|before")
_LAST = compiled(
    r"(?:\b(?:the|its|their) |: )(?:last|latest|most recent|newest)(?: (?:such |all-program |general |[\w-]+ )?(?:draws?|rounds?|ones?|of them|of these|of those))?"
    r"(?:,? (?:was|were|came|being|held|is|took place|goes back|went back|dates?(?: back)?|dated|that))*(?:,? (?:on|to|from|of))? (?:[a-z]+day,? )?$"
)
# "No STEM draw has followed that of 13 March".
_NONE_AFTER = compiled(
    r"\bno (?:[\w-]+ ){0,4}(?:draws?|rounds?) (?:has|have|had) (?:followed|come after|come since|been (?:held|seen|announced) (?:since|after))(?: (?:that|the (?:one|draw|round))(?: of| on)?)? $"
)
_EXTREME = compiled(
    r"\b(?:(?P<low>low|lowest|bottom|minimum)|(?P<high>high|highest|peak|top|maximum))(?: (?:of (?:them|the year)|one|came|was|being|fell|dates?|from))*,? (?:on|of|from) (?:[a-z]+day,? )?$"
)
_DIFFERS = compiled(
    r" (?:points? )?(?:(?:more|higher|larger|above)|(?P<less>fewer|less|lower|smaller|below))(?: points?| invitations| candidates| people)? (?:than )?(?:that |those |the one )?(?:in the (?:draw|round) )?(?:on|of) (?:[a-z]+day,? )?$"
)
# "Never fell below 524, reached on 12 March".
_REACHED = compiled(
    r"(?: points?)?,? (?:(?:a|an|the) (?:score|figure|mark|level|value|low|high|peak|record) )?(?:(?:which|that) )?(?:(?:was|were|had been|has been|it) )?"
    r"(?:first |last |only |both )?(?:reached|seen|recorded|set|hit|touched|registered|attained|posted|met|noted|measured) (?:first )?on (?:[a-z]+day,? )?(?:the )?"
)
_AGAIN = compiled(
    r"(?:,? (?:and|then))?(?:,? (?:matched|repeated|equalled|reached|seen|met|again|once more|also|likewise|the same|both|last|lastly))+(?: (?:again|once more))?,? (?:on )?$"
)


def meant(passage: Passage, day: DateMention, of_type: Sequence[Draw], held: Draw) -> Draw | None:
    """Return the draw that words mean which say of the day of another what was not so then. `of_type` are those told of."""
    return (
        _crossed(passage, day, of_type, held)
        or _last(passage, day, of_type, held)
        or repeated(passage, day, of_type, held)
    )


def repeated(passage: Passage, day: DateMention, of_type: Sequence[Draw], held: Draw) -> Draw | None:
    """Return the draw that had a figure of which words say that it was reached, or reached again, on the day of another."""
    return _again(passage, day, of_type, held) or _reached(passage, day, of_type, held)


def is_none_after(passage: Passage, day: DateMention) -> bool:
    """Whether words say that a day was that of the last draw of a type."""
    return _NONE_AFTER.search(passage.text[max(0, day.start - 90) : day.start]) is not None


def last_of(passage: Passage, day: DateMention, of_type: Sequence[Draw]) -> Draw | None:
    """Return the last draw of a type, where it was on another day near the one that is said; the one before it, where the last is the
    news that ended a wait."""
    if not of_type:
        return None
    is_news = passage.day - of_type[-1].date <= NEWS
    last = of_type[-2:] if is_news else of_type[-1:]
    if any(day.may_hold(draw.date) for draw in last) or abs(last[0].date - day.first) > LONG:
        return None
    return last[0]


def extreme(passage: Passage, day: DateMention, of_type: Sequence[Draw]) -> Draw | None:
    """Return the draw that had the lowest or highest of two figures: "from 438 to 475: the low on January 30, the high on October 30"."""
    called = _EXTREME.search(passage.text[max(0, day.start - 50) : day.start])
    values = [
        number.value
        for number in passage.numbers
        if number.role in (Role.CUTOFF, Role.UNKNOWN) and LEAST <= number.value <= MOST
    ]
    if called is None or len(values) != 2:
        return None
    value = max(values) if called["high"] else min(values)
    had = [draw for draw in of_type if draw.crs_cutoff == value and abs(draw.date - day.first) <= NEAR]
    if any(day.may_hold(draw.date) for draw in had):
        return None
    return had[0] if len(had) == 1 else None


def differing(passage: Passage, day: DateMention) -> frozenset[float]:
    """Return what a draw of a day had from which another is so far: "3,500 were invited, 500 more than on April 2"."""
    told = _DIFFERS.search(passage.text[: day.start])
    numbers = [
        number
        for number in passage.numbers
        if number.end <= day.start and number.role in (Role.CUTOFF, Role.INVITATIONS, Role.UNKNOWN)
    ]
    by = [
        number
        for number in passage.numbers
        if told is not None and number.role is Role.DIFFERENCE and number.end == told.start()
    ]
    if told is None or not by:
        return frozenset()
    sign = 1 if told["less"] else -1
    figures = [number.value for number in numbers]
    if not numbers:
        figures = [figure for draw in passage.before[:1] for figure in (draw.crs_cutoff, draw.invitations)]
    return frozenset(figure + sign * by[0].value for figure in figures)


def _crossed(passage: Passage, day: DateMention, of_type: Sequence[Draw], held: Draw) -> Draw | None:
    """Return the first draw beyond a bound, where the one of the day was not beyond it."""
    text = passage.text
    for number in passage.numbers:
        if not LEAST <= number.value <= MOST or number.role is Role.DIFFERENCE:
            continue
        before = text[max(0, number.start - 60) : number.start]
        below, above = _BELOW.search(before), _ABOVE.search(before)
        if not (below or above) or _NOT_SO.search(text) or not _is_of(passage, number, day):
            continue
        sign = 1 if below else -1
        if sign * held.crs_cutoff < sign * number.value:
            return None
        crossing = [
            draw
            for earlier, draw in zip(of_type, of_type[1:], strict=False)
            if sign * draw.crs_cutoff < sign * number.value <= sign * earlier.crs_cutoff
            and abs(draw.date - held.date) <= NEAR
        ]
        return crossing[0] if crossing else None
    return None


def _is_of(passage: Passage, number: NumberMention, day: DateMention) -> bool:
    """Whether nothing that sets words apart stands between a number and a day."""
    first, last = sorted((number, day), key=lambda mention: mention.start)
    between = passage.text[first.end : last.start]
    others = any(first.end <= other.start and other.end <= last.start for other in passage.dates)
    return len(between) < 60 and not others and not any(mark in between for mark in ";:,(")


def _last(passage: Passage, day: DateMention, of_type: Sequence[Draw], held: Draw) -> Draw | None:
    """Return the last draw of a type where another day is said to be its own."""
    before = passage.text[max(0, day.start - 80) : day.start]
    called = _LAST.search(before)
    if called is None:
        return None
    begin = passage.text.rfind(";", 0, day.start)
    told = [other for other in passage.dates if begin < other.start < day.start]
    if any(not other.relative for other in told):
        return None
    last = of_type[-1]
    if passage.day - last.date <= NEWS:
        last = of_type[-2] if len(of_type) > 1 else last
    if last.date <= held.date or last.date - held.date > LONG:
        return None
    return last


def _reached(passage: Passage, day: DateMention, of_type: Sequence[Draw], held: Draw) -> Draw | None:
    """Return the one draw near a day that has the figure which is said to be reached on it, where that of the day has not."""
    value = next(
        (
            number.value
            for number in passage.numbers
            if number.value >= LEAST and _REACHED.fullmatch(passage.text, number.end, day.start)
        ),
        None,
    )
    if value is None or value in (held.crs_cutoff, held.invitations):
        return None
    had = [
        draw
        for draw in of_type
        if value in (draw.crs_cutoff, draw.invitations) and abs(draw.date - held.date) <= NEAR
    ]
    return had[0] if len(had) == 1 else None


def _again(passage: Passage, day: DateMention, of_type: Sequence[Draw], held: Draw) -> Draw | None:
    """Return the draw near a day that repeated the figure which stands beside the day before it."""
    others = [other for other in passage.dates if other.end <= day.start and other.is_day]
    if not others or not _AGAIN.fullmatch(passage.text[others[-1].end : day.start]):
        return None
    own = [number for number in passage.numbers if number.end <= others[-1].start]
    # "The old low was 415. We saw that on April 19 and again on May 4."
    numbers = [number for number in own or passage.told if number.value >= LEAST]
    if not numbers:
        return None
    value = numbers[-1].value
    first = [draw for draw in of_type if others[-1].may_hold(draw.date)]
    if len(first) != 1 or value not in (first[0].crs_cutoff, first[0].invitations):
        return None
    is_cutoff = value == first[0].crs_cutoff
    if value == (held.crs_cutoff if is_cutoff else held.invitations):
        return None
    alike = [
        draw
        for draw in of_type
        if value == (draw.crs_cutoff if is_cutoff else draw.invitations)
        and draw is not first[0]
        and abs(draw.date - held.date) <= NEAR
    ]
    return min(alike, key=lambda draw: abs(draw.date - held.date), default=None)
