"""How much time lay between two draws: "a silence of 97 days", "between the two lay six months". Pure: no Django.

`gaps` judges for how long a type had not been drawn. Here two ends are told: two days, the first draw and the last, the two that were
spoken of, or one day and what followed it.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import DateMention, NumberMention, Role
from articles.facts.rules.common import amounts, ranks
from articles.facts.rules.common.amounts import Hedge
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import around, compiled
from articles.facts.rules.common.readings import by_order, types_of
from articles.facts.rules.common.speaking import PROVINCIAL, widened
from articles.references import gettext_noop

RULE = "comparisons"

_HEDGE = r"(?:(?:over|more than|just over|well over|at least|almost|nearly|close to|just under|about|around|roughly|some|less than|only|exactly|full|another|no|fewer|than|for|of|by) )*"
# Words before the time, and behind it, that say that nothing was held in it, or that it lay between two draws.
_BEFORE = compiled(
    rf"\b(?:(?:pause|gap|silence|break|wait|drought|hiatus|lull|absence|interval|distance)(?: (?:of|lasted|was))+|(?:nothing|none|no (?:[\w-]+ ){{0,3}}(?:draws?|rounds?)|wait(?:ed|ing)?)\b[^;:.,]{{0,30}}|lay|lie|lies|passed|separated?s?|went by|elapsed|apart by|(?:are|were|is|was)) {_HEDGE}$"
)
_BEHIND = compiled(
    r" (?:(?:had )?(?:passed|elapsed|gone by|went by)|lay|lie|separate|apart|of (?:silence|waiting|nothing))\b"
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
_LOOSE = compiled(
    r"\b(?:not|never|will|would|may (?:be|have|well)|might|could|if|expect\w*|average|longest|shortest|files?|process\w*|applications?|experience|profiles?|validity|valid|test|results?|apply|usual\w*)\b"
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
        begin, end = _part(passage, number) if day_after(passage, number) else (0, len(passage.text))
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
    if _BEHIND.match(text, max(number.end, number.noun)):
        return True
    before = text[max(0, number.start - 110) : number.start]
    if not _BEFORE.search(before):
        return False
    # "There were six weeks between": only with a word for it.
    return not _ARE.search(before) or _BETWEEN.search(text) is not None


def _judged(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    told = list(dict.fromkeys(_told(passage, known, number)))
    hedge = amounts.hedge(passage.text, number.start, number.end)
    if not told or any(_fits(number, days, hedge) for days in (*told, *_around(passage, known, told))):
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
    for old, new in by_order(passage, known, types):
        yield (new.date - old.date).days
        return
    days = [mention.first for mention in passage.dates if mention.is_day and not mention.relative]
    spans = [mention for mention in passage.dates if mention.precision == "days" and not mention.relative]
    if len(spans) == 1 and not days:
        yield (spans[0].last - spans[0].first).days
    elif len(days) == 2 and _BETWEEN.search(passage.text):
        yield abs((days[1] - days[0]).days)
    elif not days and _TWO.search(passage.text):
        pair = _two(passage, known)
        if pair:
            yield abs((pair[0].date - pair[1].date).days)
    elif len(days) == 1:
        yield from _from(passage, known, types, days[0])


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


def _from(passage: Passage, known: Sequence[Draw], types: frozenset[str], day: date) -> Iterator[int]:
    """Yield how long after a day the next draw of the one type followed: "after March 4 there was none for 18 weeks"."""
    mention = next(mention for mention in passage.dates if mention.is_day)
    of_type = [draw for draw in known if draw.category in types]
    held = [draw for draw in of_type if mention.may_hold(draw.date)]
    if len(types) == 1 and held and _AFTER_DAY.search(passage.text[: mention.start]):
        later = [draw for draw in of_type if draw.date > held[0].date]
        yield ((later[0].date if later else passage.day) - held[0].date).days


def _around(passage: Passage, known: Sequence[Draw], told: Sequence[int]) -> Iterator[int]:
    """Yield what else may be meant by a sentence that names no two ends: the time before each draw spoken of, and that until now."""
    if len(told) > 1 or not _TWO.search(passage.text):
        return
    spoken = {(draw.category, draw.date) for draw in passage.before[:2]}
    if _THOSE.search(passage.text) and len(spoken) == 2 and len({slug for slug, _day in spoken}) == 1:
        # Both were told of just before.
        return
    for draw in dict.fromkeys((*passage.draws, *passage.compared, *passage.before[:2])):
        yield from ((draw.date - other.date).days for other in ranks.before(draw, known)[-1:])


def _fits(number: NumberMention, days: float, hedge: Hedge) -> bool:
    """Whether so many weeks or months may be said of so many days."""
    unit, claimed = DAYS[number.unit], number.value * DAYS[number.unit]
    near = _NEAR[number.unit]
    match hedge:
        case Hedge.OVER | Hedge.AT_LEAST:
            return claimed - near / 2 <= days <= max(claimed + 1.2 * unit, claimed * 1.3)
        case Hedge.NEARLY | Hedge.UNDER | Hedge.AT_MOST:
            return claimed - 1.2 * unit <= days <= claimed + near / 2
        case Hedge.ABOUT:
            return abs(claimed - days) <= max(near, ABOUT_SHARE * days)
    return abs(claimed - days) <= near
