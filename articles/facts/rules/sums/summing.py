"""What makes a number a sum: the words around it, and the numbers before it that it adds up. Pure: no Django."""

from collections.abc import Iterable
from itertools import pairwise

from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import Scope

_JOINED = compiled(r" ?(?:,|and|, and|/|&) ?")
MOST_PARTS = 8
# Words that make a number without a noun a sum, before it and behind it.
_SUM_BEFORE = compiled(
    r"\b(?:totals?|sums?|tally|together|add (?:it|them|these|that)(?: all)? up|adds? up to|makes?|come to|comes to|came to|put together|you (?:get|reach|have))\b(?:[^;.0-9]|20[0-9]{2})*$"
)
_SUM_AFTER = compiled(
    r",? (?:in total|in all|altogether|in sum|all told|(?:put |taken )?together|combined|all in all)\b"
)
_OF_TIME = compiled(
    r"\b(?:it was|there were|there had been|there have been|(?:figure|total|number|sum) (?:was|is|stood at))(?: only| just)? $"
)
# Numbers up to this may be scores.
MOST_SCORE = 1200
_SCORES = compiled(r"\b(?:cut-?offs?|points?|scores?|crs|occupations?|codes|lists?|posts)\b")
_PLACES = compiled(r" (?:places|seats|spots|slots)\b")


def is_sum(passage: Passage, number: NumberMention) -> bool:
    """Whether a number without a noun is a sum by the words around it: "Total so far in 2026: 950", "in November alone it was 14,500"."""
    if number.role is not Role.UNKNOWN or number.value < 100 or number.value != int(number.value):
        return False
    text = passage.text
    before = text[max(0, number.start - 60) : number.start]
    if number.value <= MOST_SCORE and (
        _SCORES.search(text) or passage.text[number.end : number.end + 1] == ")"
    ):
        return False
    if is_summed(passage, number):
        return True
    if (
        passage.asked is not None
        and number is passage.numbers[0]
        and number.value > MOST_SCORE
        and _ASKED.search(passage.asked.text.lower())
    ):
        return True
    if number.value <= MOST_SCORE or _OTHER_NOUN.match(text, number.end):
        return False
    if any(other.role is Role.DRAWS and other.value > 1 for other in passage.numbers):
        return _ends(passage, number)
    timed = any(not period.is_day for period in passage.periods)
    return timed and bool(_OF_TIME.search(before) or _PLACES.match(text, number.end))


_ASKED = compiled(
    r"\bhow many (?:invitations|itas|people|candidates)\b(?![^?]*\b(?:pool|apply|occupations)\b)"
)


def _ends(passage: Passage, number: NumberMention) -> bool:
    """Whether a clause ends with a number, so that it counts what the sentence is about."""
    return _CLAUSE_ENDS.match(passage.text, number.end) is not None


_CLAUSE_ENDS = compiled(
    r" ?(?:[,;:.)]|$|[–—-] )| (?:and|but|of them|over|across|in (?:all|total|sum)|altogether|together|so far)\b"
)
_OTHER_NOUN = compiled(r" (?:draws?|rounds?|points?|words?|dollars|people in the pool|profiles)\b")


def is_summed(passage: Passage, number: NumberMention) -> bool:
    before = passage.text[max(0, number.start - 60) : number.start]
    return bool(_SUM_BEFORE.search(before) or _SUM_AFTER.match(passage.text, number.end))


def is_listed(passage: Passage, number: NumberMention) -> bool:
    """Whether a number is one of several in a row: "3,500, 3,750 and 3,000"."""
    return any(
        other is not number
        and _JOINED.fullmatch(passage.text[min(other.end, number.end) : max(other.start, number.start)])
        for other in passage.numbers
    )


def is_last(passage: Passage, number: NumberMention) -> bool:
    """Whether a number is the last of those in a row: the sum behind its parts."""
    behind = [other for other in passage.numbers if other.start >= number.end]
    return not behind or not _JOINED.fullmatch(passage.text, number.end, behind[0].start)


def adds_up(passage: Passage, number: NumberMention) -> bool:
    """Whether a number is the sum of the others of the sentence, or of some on end: those have a rule of their own."""
    values = [
        other.value
        for other in passage.numbers
        if other.end <= number.start and other.role in (Role.INVITATIONS, Role.UNKNOWN) and other.value >= 50
    ]
    return any(
        sum(values[first:last]) == number.value
        for first in range(len(values))
        for last in range(first + 2, min(len(values), first + MOST_PARTS) + 1)
    )


def parts(passage: Passage, number: NumberMention) -> list[float]:
    """Return the numbers in a row before a number that is called their sum: "600, 400 and 150, for a sum of 1,150"."""
    before = [other for other in passage.numbers if other.end <= number.start and other.value >= 50]
    if not before or _STOP_PARTS.search(passage.text, before[-1].end, number.start):
        return []
    row = before[-1:]
    for other in before[-2::-1]:
        if not _JOINED.fullmatch(passage.text, other.end, row[0].start):
            break
        row.insert(0, other)
    return [other.value for other in row] if len(row) > 1 else []


# What stands between its parts and a sum where it is not theirs.
_STOP_PARTS = compiled(r"[.:(]|\b(?:and|but|while|plus|with|cut-?offs?|than|against|of which)\b")


def is_of_two_times(passage: Passage, number: NumberMention) -> bool:
    """Whether a sum is of two times together: "those of May and of September 2025 come to 3,500"."""
    periods = [period for period in passage.periods if not period.is_day and period.end <= number.start]
    return any(_AND_IN.fullmatch(passage.text, one.end, two.start) for one, two in pairwise(periods))


_AND_IN = compiled(r",? and (?:(?:in|of|for|that of|those of) )?")


_COUNTED = frozenset((
    "year", "month", "thisyear", "theyear", "lastyear", "thismonth", "lastmonth", "thisweek", "theweek", "lastweek", "weekof", "span", "daymonth",
    "monthday", "months", "sincemonth", "sinceyear", "since", "half", "quarter", "recent", "pastweek", "years", "weekbefore", "firstmonths", "tomonth", "sincefirst", "samepoint", "sameas", "carried",
))  # fmt: skip
_AT_A_CUTOFF = compiled(r"\b(?:at|cut-?offs?|scores?|crs|points)\b")


def is_of_period(passage: Passage, number: NumberMention) -> bool:
    """Whether a period stands so near to a number that it is of the whole of it: "64,000 invitations in 2023"."""
    end = max(number.end, number.noun)
    return any(
        period.form in _COUNTED
        and (
            (0 <= period.start - end <= 40 and not _AT_A_CUTOFF.search(passage.text, end, period.start))
            or (0 <= number.start - period.end <= 35 and not _AT_A_CUTOFF.search(passage.text, end, end + 15))
        )
        for period in passage.periods
    )


# "On average a round in 2025 came to 454", "almost 89,000 until June", "on December 20, with 670".
MEAN = compiled(r"\b(?:average|mean|typical)\b")
# "107,350 in the first year and 114,224 in the second".
_ONE_OF_SEVERAL = compiled(
    r"(?: invitations)? (?:in|for|during) the (?:first|second|third|fourth|last|other|next)\b(?! [a-z])"
)
_UNTIL = compiled(r" (?:invitations |people |candidates )?(?:until|till|up to)\b")


def is_doubtful(passage: Passage, number: NumberMention) -> bool:
    """Whether a number may be no sum of the times beside it: one of two, a mean, what was reached until a time, a day's own."""
    text = passage.text
    beside = any(
        mention.is_day
        and text[: mention.start].endswith("on ")
        and _WITH.fullmatch(text, mention.end, number.start)
        for mention in passage.dates
    )
    return (
        beside
        or is_of_two_times(passage, number)
        or _is_since_when(passage, number)
        or MEAN.search(text) is not None
        or _UNTIL.match(text, number.end) is not None
        or _ONE_OF_SEVERAL.match(text, number.end) is not None
    )


_WITH = compiled(r",? (?:with|it invited|invited|at) ")


def _is_since_when(passage: Passage, number: NumberMention) -> bool:
    """Whether a number is of the time alone from which others are told: "since September 2016, when 1,288 were invited"."""
    return any(
        period.form.startswith("since") and _WHEN.fullmatch(passage.text, period.end, number.start)
        for period in passage.periods
    )


_WHEN = compiled(r",? (?:when|in which|with)(?: (?:only|just|it|they|ircc|canada|invited|had))* ")


def is_size_of_each(passage: Passage, number: NumberMention, scopes: Iterable[Scope]) -> bool:
    """Whether as many draws of the times spoken of as the sentence counts had the number each: "four rounds had 6,000 invitations, two of
    them in April"."""
    counted = {one.value for one in passage.numbers if one.role is Role.DRAWS and one.value > 1}
    draws = {draw for scope in scopes for draw in scope.draws}
    return sum(draw.invitations == number.value for draw in draws) in counted


def is_set_beside(passage: Passage, number: NumberMention, told: bool) -> bool:
    """Whether a number is compared with a sum, and no word before it says of which draws it is one itself (`told`: some do): "3,600,
    which is less than the two earlier draws together"."""
    if told or not _THAN.match(passage.text, max(number.end, number.noun)):
        return False
    starts = [one.start for one in passage.periods if not one.is_day]
    starts += [one.start for one in passage.numbers if one.role is Role.DRAWS]
    return all(start > number.start for start in starts)


_THAN = compiled(
    r",? (?:(?:which|that|this) (?:is|was|makes) )?(?:still |even |far |much )?(?:more|fewer|less|larger|bigger|smaller) than\b"
)


def types(passage: Passage, number: NumberMention) -> set[str]:
    """Return the types named in the words that the number counts, or right after them: "French invitations"."""
    end = max(number.noun, number.end)
    stop = _STOP.search(passage.text, end)
    last = min(end + 45, stop.start() if stop else len(passage.text))
    return {
        mention.slug for mention in passage.categories if number.end <= mention.start and mention.end <= last
    }


_STOP = compiled(r"[,;:.()]")
