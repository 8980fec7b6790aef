"""How much time lay between two draws: "a silence of 97 days", "between the two lay six months". Pure: no Django.

`gaps` judges for how long a type had not been drawn. Here two ends are told: two days, the first draw and the last, the two that were
spoken of, or one day and what followed it.
"""

from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import DateMention, NumberMention, Role
from articles.facts.rules.common import amounts, ranks
from articles.facts.rules.common.amounts import Hedge
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import around, compiled
from articles.facts.rules.common.readings import by_order, types_of
from articles.facts.rules.common.speaking import PROVINCIAL, widened
from articles.references import gettext_noop

from . import wait_ends

RULE = "comparisons"

_HEDGE = r"(?:(?:over|more than|just over|well over|at least|almost|nearly|close to|just under|about|around|roughly|some|less than|only|exactly|full|another|no|fewer|than|for|of|by) )*"
_PAUSES = r"(?:pause|gap|silence|break|wait|drought|hiatus|lull|absence|interval|distance)"
# Words before the time, and behind it, that say that nothing was held in it, or that it lay between two draws.
_BEFORE = compiled(
    rf"\b(?:{_PAUSES}(?: (?:of|lasted|was|has|had|now|already|so far))+|(?:nothing|none|no (?:[\w-]+ ){{0,3}}(?:draws?|rounds?)|wait(?:ed|ing)?)\b[^;:.,]{{0,30}}|lay|lie|lies|passed|lasted|separated?s?|went by|elapsed|apart by|(?:are|were|is|was)) {_HEDGE}$"
)
_BEHIND = compiled(
    rf" (?:(?:(?:had|have|has) )?(?:now |already )?(?:passed|elapsed|gone by|went by)|lay|lie|of (?:silence|waiting|nothing)|{_PAUSES} (?:between|from))\b"
)
# Here it is counted to the day: "ten days apart", "49 days separated the two", "resumed on 8 August, 140 days later".
_APART = compiled(r" (?:apart|(?:that |which )?separate[sd]?)\b")
_LATER = compiled(r" (?:later|after|before|earlier)\b")
# "It fell by 21 points in thirteen days".
_IN = compiled(rf"\b(?:in|within|over|inside) {_HEDGE}$")
_CHANGE = compiled(
    r"\b(?:fell|fall|falls|fallen|rose|rise|rises|risen|drop\w*|climb\w*|down|up|lost|gained|jump\w*|slid\w*|slip\w*|sank|went|increase\w*|decrease\w*|declin\w*|higher|lower)\b"
)
# "The current pause has lasted five weeks", "we have been waiting for 60 days now".
_NOW = compiled(
    r"\b(?:current|present)\b|\b(?:have|has|['’]ve) (?:now |already |so far )?(?:lasted|been waiting|waited|passed|gone by|elapsed|been no)\b|\b(?:days|weeks|months) now\b"
)
_ARE = compiled(rf"\b(?:are|were|is|was) {_HEDGE}$")
_BETWEEN = compiled(r"\b(?:between|apart|from|to the)\b")
_TWO = compiled(
    r"\bbetween (?:the two|them|both|these two|those two)\b|\b(?:the|those|these) two (?:[\w-]+ ){0,2}(?:draws|rounds) (?:are|were|lie|lay)\b"
)
_THOSE = compiled(r"\b(?:those|these) two\b")
_AFTER_DAY = compiled(
    r"\b(?:after|since|from) (?:the (?:[\w-]+ ){0,3}(?:draw|round) (?:of|on) |that of |the one of )?$"
)
_AFTER_IT = compiled(rf"\bafter (?:an? )?(?:[\w-]+ )?{_PAUSES} of {_HEDGE}$")
_LOOSE = hedged(
    r"average|files?|process\w*|applications?|experience(?! class)|profiles?|validity|valid|test|results?|apply|usual\w*"
)
_MOST = compiled(r"\b(?:longest|shortest)\b")
# "Then came a pause of five weeks".
_THEN = compiled(r"^\W*(?:and |but )?(?:then|after that|afterwards|it was followed|what followed)\b")
# "Since the lists were rewritten", "since Canada Day": no draw.
_SINCE_OTHER = compiled(
    r"\bsince (?!(?:(?:the|its|their|that|our) )?(?:[\w-]+ )?(?:last|latest|previous|then|draw|round|one)\b|[a-z]* ?[0-9])"
)
# How many days each unit of time has.
DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
# By so many days a time may differ from what is said of it: the first and the last day are counted, or not.
_NEAR = {"day": 1.0, "week": 3.5, "month": 15.5, "year": 75.0}
# "About ten weeks" is off by no more than this.
ABOUT_SHARE = 0.15


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge how much time is said to have lain between two draws."""
    if passage.is_question or PROVINCIAL.search(passage.text):
        return
    for number in passage.numbers:
        if number.role is not Role.DURATION or number.unit not in DAYS or not _is_between(passage, number):
            continue
        begin, end = _part(passage, number)
        # "The longest pause was one of six weeks" has no ends of its own; "nothing for six weeks, the longest pause" has.
        if _MOST.search(passage.text, begin, end) and len(wait_ends.days(passage)) != 2:
            continue
        if not day_after(passage, number):
            begin, end = 0, len(passage.text)
        if not _LOOSE.search(passage.text, begin, end):
            yield from _judged(passage, record, number)


def _part(passage: Passage, number: NumberMention) -> tuple[int, int]:
    """Return the bounds of the words between commas that a number stands in."""
    return around(_COMMA, passage.text, number.start, max(number.end, number.noun))


_COMMA = compiled(r"[,;:] ")


def day_after(passage: Passage, number: NumberMention) -> DateMention | None:
    """Return the one day after which, in the same breath, so much time is said to have passed: "after 28 May there was a pause of"."""
    begin, end = _part(passage, number)
    days = [day for day in passage.dates if begin <= day.start < end and day.is_day and not day.relative]
    if len(days) != 1 or not _AFTER_DAY.search(passage.text[begin : days[0].start]):
        return None
    return days[0]


def _is_between(passage: Passage, number: NumberMention) -> bool:
    text = passage.text
    if _BEHIND.match(text, max(number.end, number.noun)) or _is_to_the_day(passage, number):
        return True
    before = text[max(0, number.start - 110) : number.start]
    if not _BEFORE.search(before):
        return False
    # "There were six weeks between": only with a word for it.
    return not _ARE.search(before) or _BETWEEN.search(text) is not None


def _is_to_the_day(passage: Passage, number: NumberMention) -> bool:
    """Whether both ends are told, between which so many days are counted, and neither of them twice."""
    text, end = passage.text, max(number.end, number.noun)
    if _APART.match(text, end):
        return True
    if later := _LATER.match(text, end):
        return wait_ends.has_days(passage, number, later)
    return bool(
        _IN.search(text, max(0, number.start - 60), number.start) and _CHANGE.search(text, 0, number.start)
    )


def _judged(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    told = list(dict.fromkeys(_told(passage, known, number)))
    hedge = amounts.hedge(passage.text, number.start, number.end)
    exact = _is_to_the_day(passage, number)
    is_sure = len(wait_ends.days(passage)) == 2 or _THEN.search(passage.text)
    others = [] if is_sure else _around(passage, known)
    if not told or any(_fits(number, days, hedge, exact=exact) for days in (*told, *others)):
        return
    expected = max(1, round(told[0] / DAYS[number.unit]))
    if expected == number.value:
        return
    words = f"{expected} {number.unit}{'s' if expected > 1 else ''}"
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        number.start,
        number.end,
        gettext_noop("Between them there were %(days)s days."),
        expected=words,
        replacement=amounts.written(expected, passage.source[number.start : number.end]),
        confidence=0.75,
        params={"days": told[0]},
    )


def _told(passage: Passage, known: Sequence[Draw], number: NumberMention) -> Iterator[int]:
    """Yield how many days lay between the two ends that the words tell."""
    types = types_of(passage, known)
    if day := day_after(passage, number):
        yield from _after(passage, known, day)
        return
    if ended := list(_until(passage, known, types, number)):
        yield from ended
        return
    is_change = _IN.search(passage.text, max(0, number.start - 60), number.start) is not None
    if is_change and len(wait_ends.days(passage)) != 2:
        yield from _changed(passage, known, types)
        return
    for old, new in by_order(passage, known, types):
        yield (new.date - old.date).days
        return
    days = wait_ends.days(passage)
    if ends := wait_ends.of_years(passage, known):
        yield ends
    elif len(days) == 2:
        yield abs((days[1] - days[0]).days)
    elif _NOW.search(passage.text):
        yield from _until_now(passage, known, types)
    elif _THEN.search(passage.text) and passage.before:
        later = [draw for draw in known if draw.date > passage.before[0].date]
        yield from ((draw.date - passage.before[0].date).days for draw in later[:1])
    elif not days and (_TWO.search(passage.text) or _APART.match(passage.text, max(number.end, number.noun))):
        pair = wait_ends.two_in_time(passage, known, types) or _two(passage, known)
        if pair:
            yield abs((pair[0].date - pair[1].date).days)
    elif len(days) == 1 and (found := list(_from(passage, known, types))):
        yield from found
    elif _AFTER_IT.search(passage.text, max(0, number.start - 90), number.start):
        # "The first, on the 6th, came after a gap of 16 days".
        for draw in (*passage.draws, *passage.before)[:1]:
            yield from ((draw.date - old.date).days for old in ranks.before(draw, known)[-1:])


# "Nothing followed for 990 days, until May 31".
_UNTIL = compiled(
    r",? (?:until|till|up to|ending (?:on|with)|which ended (?:on|with))(?: (?:the|that|its) (?:[\w-]+ ){0,4}(?:of|on))? (?:the )?"
)


def _until(
    passage: Passage, known: Sequence[Draw], types: frozenset[str], number: NumberMention
) -> Iterator[int]:
    """Yield how long before the draw of a day, right behind the time, the one of its type before it was held."""
    if len(types) != 1 and passage.before:
        types = frozenset((passage.before[0].category,))
    end = max(number.end, number.noun)
    days = [day for day in passage.dates if day.is_day and not day.relative and day.start > end]
    if len(days) != 1 or not _UNTIL.fullmatch(passage.text, end, days[0].start):
        return
    for draw in [draw for draw in known if draw.category in types and days[0].may_hold(draw.date)][:1]:
        yield from ((draw.date - old.date).days for old in ranks.before(draw, known)[-1:])


def _until_now(passage: Passage, known: Sequence[Draw], types: frozenset[str]) -> Iterator[int]:
    """Yield for how long there has been no draw: of the types that a sentence names, else of any."""
    named = [draw for draw in known if passage.slugs and draw.category in types]
    if not _SINCE_OTHER.search(passage.text):
        yield from ((passage.day - among[-1].date).days for among in (named or known,) if among)


def _changed(passage: Passage, known: Sequence[Draw], types: frozenset[str]) -> Iterator[int]:
    """Yield how long a change took between two draws of a type: so much lay only between these."""
    changes = [number.value for number in passage.numbers if number.role is Role.DIFFERENCE]
    for old, new in by_order(passage, known, types):
        if changes == [abs(new.crs_cutoff - old.crs_cutoff)]:
            yield (new.date - old.date).days
    for new in dict.fromkeys((*passage.draws, *passage.before[:2])):
        earlier = ranks.before(new, known)
        for old in dict.fromkeys((*earlier[-1:], *passage.compared, *passage.before[:3])):
            if old in earlier and changes == [abs(new.crs_cutoff - old.crs_cutoff)]:
                yield (new.date - old.date).days


# "After the French draw nothing happened": of no type.
_NOTHING = compiled(
    r"\b(?:nothing|no (?:more )?(?:draws?|rounds?|invitations?)|none at all|not a single (?:draw|round))\b"
)


def _after(passage: Passage, known: Sequence[Draw], day: DateMention) -> Iterator[int]:
    """Yield how long after a day of a draw the next one followed: of any type, unless the sentence names its own, and of its own."""
    named = widened(passage.slugs, known)
    held = [draw for draw in known if day.may_hold(draw.date) and (not named or draw.category in named)]
    held = [draw for draw in held if draw.date == held[-1].date]
    if not held:
        return
    readings = [[draw for draw in known if draw.category == one.category] for one in held]
    any_kind = not named or _NOTHING.search(passage.text, day.end)
    for among in (known, *readings) if any_kind else readings:
        later = [draw for draw in among if draw.date > held[0].date]
        yield ((later[0].date if later else passage.day) - held[0].date).days


def _two(passage: Passage, known: Sequence[Draw]) -> tuple[Draw, Draw] | None:
    """Return the two draws that were spoken of last, of one type, else the last one with the one of its type before it."""
    spoken = list(dict.fromkeys((*passage.draws, *passage.compared, *passage.before[:5])))
    if not spoken:
        return None
    alike = [draw for draw in spoken[1:] if draw.category == spoken[0].category]
    alike += ranks.before(spoken[0], known)[-1:]
    return (spoken[0], alike[0]) if alike else None


def _from(passage: Passage, known: Sequence[Draw], types: frozenset[str]) -> Iterator[int]:
    """Yield how long after a day the next draw of the one type followed: "after March 4 there was none for 18 weeks"."""
    mentions = [mention for mention in passage.dates if mention.is_day and not mention.relative]
    of_type = [draw for draw in known if draw.category in types]
    held = [draw for draw in of_type if mentions and mentions[0].may_hold(draw.date)]
    if len(types) == 1 and held and _AFTER_DAY.search(passage.text[: mentions[0].start]):
        later = [draw for draw in of_type if draw.date > held[0].date]
        yield ((later[0].date if later else passage.day) - held[0].date).days


def _around(passage: Passage, known: Sequence[Draw]) -> Iterator[int]:
    """Yield what else may be meant by a sentence that names no two ends: the times around each draw spoken of, and those until now."""
    spoken = {(draw.category, draw.date) for draw in passage.before[:2]}
    if _THOSE.search(passage.text) and len(spoken) == 2 and len({slug for slug, _day in spoken}) == 1:
        # Both were told of just before.
        return
    for draw in dict.fromkeys((*passage.draws, *passage.compared, *passage.before[:2])):
        of_type = [other for other in known if other.category == draw.category]
        place = of_type.index(draw)
        yield from (abs((draw.date - other.date).days) for other in of_type[max(0, place - 1) : place + 2])
        yield (passage.day - draw.date).days


def _fits(number: NumberMention, days: float, hedge: Hedge, *, exact: bool) -> bool:
    """Whether so many weeks or months may be said of so many days."""
    unit, claimed = DAYS[number.unit], number.value * DAYS[number.unit]
    near = 0 if exact and number.unit == "day" else _NEAR[number.unit]
    match hedge:
        case Hedge.OVER | Hedge.AT_LEAST:
            return claimed - near / 2 <= days <= max(claimed + 1.2 * unit, claimed * 1.3)
        case Hedge.NEARLY | Hedge.UNDER | Hedge.AT_MOST:
            return claimed - 1.2 * unit <= days <= claimed + near / 2
        case Hedge.ABOUT:
            return abs(claimed - days) <= max(near, ABOUT_SHARE * days)
    return abs(claimed - days) <= near
