"""Times of a draw that its place among those of its type tells: "nothing for trades since June", "the first STEM draw, in August",
"one draw this year, on 12 April", "the lowest was 507, in April". Pure: no Django.

Which draw is meant is certain of the type and of the place, the figure or the number of draws: in the time that is said it must have
been held.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import DateMention, NumberMention, Role
from articles.facts.rules.common.hedging import SUPPOSED
from articles.facts.rules.common.late import OBJECTIONS, Judged, sentences
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import any_of, compiled
from articles.facts.rules.common.period_forms import FEW, MONTH_NAMES, MONTHS, WEEKDAYS
from articles.facts.rules.common.readings import sets_of
from articles.facts.rules.common.rounds_wording import day as written_day
from articles.facts.rules.common.rounds_wording import value
from articles.facts.rules.common.scopes import until
from articles.facts.rules.common.setting_words import GENERIC
from articles.facts.rules.common.speaking import widened
from articles.facts.statements import What
from articles.references import gettext_noop

from .last_drawn import lasts

RULE = "rounds"
MEANT = gettext_noop("The draw of this type that is meant is draw %(number)s of %(expected)s.")

# A figure tells which draw is meant among those of so long a time.
AROUND = timedelta(days=400)
# Smaller numbers are no figures of a draw, unless the people of a type are counted.
LEAST, BESIDE = 60, 2

_PLACES = ("first", "second", "third", "fourth", "fifth")
_EARLY = r"(?:early |late |mid-)?"
_SINCE = compiled(rf"\bsince (?:the (?:one|draw|round) (?:of|on|in) |that of )?{_EARLY}$")
# "Not since May has it been higher" compares, as far as the sentence goes on about it.
_AND = compiled(r"[;:]|\band\b|\bbut\b")
# So does "a low not matched since", "the line was last above that in".
_OF_FIGURES = compiled(
    r"\b(?:lows?|highs?|scores?|cut-?offs?|levels?|heights?|marks?|lines?|bars?|above|below|under|over|beyond|easy|hard|cheap|generous|matched|topped|beaten|(?:this|that) (?:many|few|large|small|big))\b"
)
_NONE = compiled(
    r"\b(?:no|not|none|nothing|never|nobody|without|wait\w*|absent|missing|idle|dormant|silent|quiet)\b|n't\b"
)
_PRESENT = compiled(r"\b(?:has|have|is|are)\b|['’](?:s|ve)\b")
_LAST = compiled(
    rf"\b(?:last|latest|most recent(?:ly)?)\b(?! (?:years?|months?|weeks?|time|spring|summer|autumn|fall|winter|night|{'|'.join((*MONTHS, *WEEKDAYS))}))[^;:.()0-9]{{0,60}}? (?:in|on|of|was|from) (?:the )?{_EARLY}$"
)
_ITS_LAST = compiled(r"\b(?:its|their) (?:very )?(?:last|latest|most recent)\b")
_BEFORE_TYPE = compiled(rf"\bthe (?:very )?(?P<place>{'|'.join(_PLACES)}) $")
# "Trades were first drawn on 3 August".
_FIRST_DRAWN = compiled(
    rf"(?: (?:workers|candidates|occupations|speakers|people|category))? (?:(?:was|were|is|are|has|have|had|been) )+first (?:drawn|called|invited|chosen|picked|selected|targeted)(?: (?:by itself|on its own|alone|up))? (?:in|on) {_EARLY}$"
)
# "The previous one was in October 2019", "its predecessor dates from 18 September", "before that, the last had been in December".
_THAT = r"before (?:that|then|it|this)"
_BEFORE_IT = compiled(
    rf"\b(?:{_THAT},? (?:the|its|their) (?:last|latest|most recent|previous)(?: such)?(?: (?:one|draw|round))?|the (?:last|latest|most recent) (?:such )?(?:one|draw|round)(?: of (?:its|that|this) kind)? {_THAT}|(?:the|its|their) (?:previous|preceding|prior) (?:one|draw|round)|(?:its|their|the) (?:predecessor|forerunner)|the (?:one|draw|round) (?:just |right )?before(?: (?:it|that|this|them))?)"
    rf",? (?:(?:was|came|dates?|dated|took place|had been|been|held|happened|goes|went|lies|lay|back|already|which|only) )*(?:in|on|from|of|to) (?:the )?{_EARLY}$"
    rf"|(?:[(]|: ?|[.;] |\| ?|- )(?:(?:the )?previous(?:ly)?(?: (?:one|draw|round))?|(?:the )?last (?:[\w-]+ )?(?:draw|round|time|one)?(?: before (?:that|this|it|then))?|(?:the )?(?:one|draw|round) before(?: (?:it|that|this))?) ?: ?$"
)
_DRAW = compiled(
    rf"(?:['’]s)?(?: [\w-]+)? (?:draw|round)(?: ever| of all)?,? (?:(?:was|came|held|took place|back|that|which|happened) )*(?:in|on) {_EARLY}$"
)
_ONE = compiled(
    rf"\b(?:(?:only )?one|a single|(?:the|its|their) (?:only|sole|one)) (?:[\w-]+ )?(?:draw|round)\b[^;:.()0-9]{{0,40}}?,? (?:in|on) {_EARLY}$"
)
_FIGURE = compiled(
    rf"(?: (?:[\w-]+ )?(?:points?|invitations?|itas?|people|candidates|recruits|managers|doctors|workers|nominees|speakers))?,? (?:(?:held|reached|set|seen|drawn|dates?|dating|comes?|coming|stems?|was|were|is|and that was|and it was|that was|it was|which (?:was|dates?|came|is)) )*(?:in|on|from|(?:in|from|at|with) (?:a|the|its|that) (?:draw|round|one) (?:of|in|on|held in|held on)) {_EARLY}$"
)
_ENDS = compiled(r"(?= ?[.,;)!?]| ?$| (?:when|with|but|that|which)\b)")
_GOES_ON = compiled(rf"[^.;]{{0,25}}[0-9]|,? (?:and|or|to|until|through) (?:in )?(?:{MONTH_NAMES}|the [0-9])")
_LOOSE = compiled(
    rf"\b(?:higher|lower|larger|smaller|bigger|fewer|more|less|harder|easier|better|worse|as|so(?! far)|such|like|equalled|beaten|before|until|by then|at that time|than|{SUPPOSED}|lists?|"
    r"announc\w*|chang\w*|updat\w*|revis\w*|renew\w*|rules?|points? for|at last|in a row|said|rumou?r\w*|tie|tie-?break\w*|profiles?|pool|categor(?:y|ies) (?:was|were)|i|my|his|her)\b"
)
_LOOSE_LAST = compiled(
    rf"\b(?:first|second|third|largest|smallest|biggest|lowest|highest|had been|had last|not|never|no|of (?:the|that|this|those|these|its|their|a) (?:[\w-]+ ){{0,2}}(?:series|wave|run|streak|batch|era|phase|cycle|spell|string|sequence|pandemic)|of (?:the|that|this|those|these) (?:year|month|week|{FEW})|of (?:19|20)[0-9]{{2}})\b"
)
_ANY = any_of(
    (
        _NONE,
        _LAST,
        _ONE,
        compiled(
            rf"\b(?:last|latest|most recent(?:ly)?|one|only|predecessor|forerunner|previous|preceding|{'|'.join(_PLACES)})\b"
        ),
    )
)


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge such times where no rule has called anything wrong."""
    judged = Judged(found, OBJECTIONS)
    for passage in sentences(reading, record):
        if passage.is_question or not passage.dates or not (passage.numbers or _ANY.search(passage.text)):
            continue
        known = until(record, passage.day)
        for day in passage.dates:
            if (
                day.precision in ("day", "month")
                and not day.relative
                and not day.time
                and judged.is_free(passage, day.start, day.end)
                and (meant := _meant(passage, known, day, judged)) is not None
            ):
                draw, start = meant
                if day.is_day and any(other.date == day.first for other in known):
                    # Of a draw that was held that day the type may be what is wrong: "the last was transport, on September 28".
                    start = min((start, *(one.start for one in passage.categories if one.end <= day.start)))
                yield _wrong(passage, day, draw, start)


def _meant(
    passage: Passage, known: Sequence[Draw], day: DateMention, judged: Judged
) -> tuple[Draw, int] | None:
    """Return the draw that was not held in the time which is said to be its own, and where the words begin of which some are wrong."""
    begin = max(passage.text.rfind(mark, 0, day.start) for mark in ";:(") + 1
    words = passage.text[begin : day.start]
    it = _BEFORE_IT.search(words)
    if _LOOSE.search(words[: it.start()] if it else words) or any(
        begin <= other.start < day.start and not other.relative for other in passage.dates
    ):
        return None
    own = {mention.slug for mention in passage.categories if begin <= mention.start < day.start} - GENERIC
    slugs = own or _topic(passage)
    types = widened(slugs, known) if len(slugs) == 1 else frozenset()
    of_type = [draw for draw in known if draw.category in types]
    if not of_type:
        return None
    if (_SINCE.search(words) or _LAST.search(words)) and _OF_FIGURES.search(words):
        return None
    if own and _SINCE.search(words):
        is_compared = _LOOSE.search(_AND.split(passage.text[day.end :], maxsplit=1)[0])
        meant = _waited(passage, of_type, day, words) if _NONE.search(words) and not is_compared else None
        return (meant, day.start) if meant else None
    if (ranked := _ranked(passage, of_type, known, types, day)) is not None:
        return ranked, day.start
    if it is not None:
        # Another draw of that day may be the one before, whatever its type.
        is_other = day.is_day and any(day.may_hold(draw.date) for draw in known)
        return None if is_other else _told_before(passage, of_type, day)
    named = own or (passage.slugs and _ITS_LAST.search(words))
    if named and _LAST.search(words) and not _LOOSE_LAST.search(words):
        last = lasts(passage, of_type)
        return None if any(day.may_hold(draw.date) for draw in last) else (last[0], day.start)
    if _ONE.search(words):
        only = _only(of_type, day)
        return (only, day.start) if only else None
    return _of_figure(passage, known, of_type, day, judged)


def _topic(passage: Passage) -> frozenset[str]:
    """Return the type of a sentence, else that of what stands before it."""
    named = frozenset(passage.slugs) - GENERIC
    return named or (frozenset() if passage.is_of_head else frozenset(passage.topic) - GENERIC)


def _told_before(passage: Passage, of_type: Sequence[Draw], day: DateMention) -> tuple[Draw, int] | None:
    """Return the draw before the one that is told of, where it was at another time than is said. No other of the type was then, unless
    one alone has been told of."""
    named = [draw for draw in passage.draws if not day.may_hold(draw.date)]
    told = [draw for draw in (*named, *passage.before[:1]) if draw in of_type]
    alone = [draw for draw in (*passage.draws, *passage.before) if draw in of_type] == told[:1]
    earlier = [draw for draw in of_type if told and draw.sequence < told[0].sequence]
    possible = earlier[-1:] if alone else of_type
    if not earlier or any(day.may_hold(draw.date) for draw in possible):
        return None
    return earlier[-1], day.start


def _waited(passage: Passage, of_type: Sequence[Draw], day: DateMention, words: str) -> Draw | None:
    """Return the last draw of a type that has had none since, where it was at another time than is said."""
    last = lasts(passage, of_type)
    # What was so until something ended it may be told of any draw.
    allowed = last if _PRESENT.search(words) else of_type
    return None if any(day.may_hold(draw.date) for draw in allowed) else last[0]


def _ranked(
    passage: Passage, of_type: Sequence[Draw], known: Sequence[Draw], types: frozenset[str], day: DateMention
) -> Draw | None:
    """Return the first, second ... draw of a type where none of those that may be called so was in the time that is said."""
    before = [mention for mention in passage.categories if mention.end <= day.start][-1:]
    place = _BEFORE_TYPE.search(passage.text, 0, before[0].start) if before else None
    if before and _FIRST_DRAWN.fullmatch(passage.text, before[0].end, day.start):
        at = 0
    elif place is not None and _DRAW.fullmatch(passage.text, before[0].end, day.start):
        at = _PLACES.index(place["place"])
    else:
        return None
    years = sorted({draw.date.year for draw in of_type})
    among = [
        of_type,
        *([draw for draw in of_type if draw.date.year == year] for year in years),
        *sets_of(passage, known, types).all,
    ]
    meant = [draws[at] for draws in among if len(draws) > at]
    return None if not meant or any(day.may_hold(draw.date) for draw in meant) else meant[0]


def _only(of_type: Sequence[Draw], day: DateMention) -> Draw | None:
    """Return the only draw that a type had in the year of a time, or in the month of any year, where it had none then."""
    if any(day.may_hold(draw.date) for draw in of_type):
        return None
    in_year = [draw for draw in of_type if draw.date.year == day.first.year]
    in_month = [draw for draw in of_type if draw.date.month == day.first.month]
    return next((draws[0] for draws in (in_year, in_month) if len(draws) == 1), None)


def _of_figure(
    passage: Passage, known: Sequence[Draw], of_type: Sequence[Draw], day: DateMention, judged: Judged
) -> tuple[Draw, int] | None:
    """Return the draw of a type with the figure right before a time, in which no draw of any type had it: either may be wrong."""
    number = next((one for one in reversed(passage.numbers) if one.end <= day.start), None)
    if (
        number is None
        or number.bound
        or number.role not in (Role.UNKNOWN, Role.INVITATIONS, Role.CUTOFF, Role.OTHER)
        or not judged.is_free(passage, number.start, number.end)
        or not _FIGURE.fullmatch(passage.text, number.end, day.start)
        or not _ENDS.match(passage.text, day.end)
        or _GOES_ON.match(passage.text, day.end)
    ):
        return None
    if number.value < LEAST and not _counts_people(passage, number):
        return None
    in_time = [draw for draw in known if day.may_hold(draw.date)]
    own = [draw.invitations for draw in in_time if draw in of_type]
    if any(_has(draw, number) for draw in in_time) or number.value in (
        sum(own),
        sum(draw.invitations for draw in in_time),
    ):
        return None
    meant = [draw for draw in of_type if _has(draw, number) and abs(draw.date - day.first) <= AROUND]
    return (min(meant, key=lambda draw: abs(draw.date - day.first)), number.start) if meant else None


def _counts_people(passage: Passage, number: NumberMention) -> bool:
    return any(0 <= mention.start - number.end <= BESIDE for mention in passage.categories)


def _has(draw: Draw, number: NumberMention) -> bool:
    if number.role is Role.CUTOFF:
        return number.value == draw.crs_cutoff
    return number.value in (draw.invitations, draw.crs_cutoff)


def _wrong(passage: Passage, day: DateMention, draw: Draw, start: int) -> Finding:
    expected = value(What.PERIOD, draw) if day.precision == "month" else written_day(draw.date)
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        start,
        day.end,
        MEANT,
        expected=expected,
        rows=rows_of(draw),
        confidence=0.75,
        params={"number": draw.number, "expected": expected},
    )
