"""Numbers of draws that are right of draws in a row which no other words bound. Pure: no Django."""

from collections import Counter
from collections.abc import Iterable, Sequence

from articles.facts.model import Record
from articles.facts.reading.counting import SMALL
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import sets_of
from articles.facts.rules.common.scopes import Scope
from articles.facts.rules.common.speaking import widened

# Draws in so and so many days are of the latest so many; those of a sum are of more.
FEW, MANY = 20, 120
# A type of draw begins so few characters behind what its people are: "for candidates of the class".
SHORT = 25

# "Four draws in eight days": any eight.
_IN_DAYS = compiled(r" in (?:just |only )?(?P<days>[0-9]{1,2}|[a-z]+) days\b")


def is_in_days(passage: Passage, record: Record, number: NumberMention) -> bool:
    """Whether so many draws were held in any days of the number that the words say, lately; of a time that is stated, in the days that
    had most."""
    match = _IN_DAYS.match(passage.text, max(number.noun, number.end))
    if match is None:
        return False
    days = int(match["days"]) if match["days"].isdigit() else SMALL.get(match["days"], 0)
    times = [period for period in passage.periods if period.form in _MONTHS]
    for span in (span for period in times[:1] for span in period.spans):
        held = [draw.date for draw in record.draws if draw.date in span and draw.date <= passage.day]
        if held:
            return number.value == max(
                sum(0 <= (other - first).days < days for other in held) for first in held
            )
    recent = [draw.date for draw in record.draws if draw.date <= passage.day][-FEW:]
    return any(sum(0 <= (other - first).days < days for other in recent) == number.value for first in recent)


def is_of_sum(passage: Passage, record: Record, number: NumberMention, latest: int) -> bool:
    """Whether so many draws in a row, of which the last is one of so many `latest`, have a sum that stands beside their number:
    "12,991 in six draws". Among many rows one has it by chance."""
    sizes = [draw.invitations for draw in record.draws if draw.date <= passage.day]
    count = int(number.value)
    sums = [other for other in passage.numbers if other.value >= 1000]
    if not sums:
        return False
    beside = min(sums, key=lambda other: abs(other.start - number.start))
    return any(
        sum(sizes[last - count : last]) == beside.value
        for last in range(max(count, len(sizes) - latest + 1), len(sizes) + 1)
    )


# "July is a silly month: seven draws in 18 days".
_MONTHS = frozenset(("month", "thismonth", "lastmonth"))
# "The two main program draws", "draws of two kinds": what is counted is no single draw.
_KINDS = compiled(r" (?:main|major|principal|basic|regular|great|kinds?|types?|sorts?)\b")
# "Two special draws were held on one day in May".
_ONE_DAY = compiled(r"(?: [\w-]+){0,5} on (?:one|a single|the same|the very same|one and the same) day\b")
# "Eleven draws, from 7,000 invitations in February to 800 in December": these times are those of two of them.
_FROM_TO = compiled(
    r",? (?:ranging |running |going )?from (?:the )?[0-9][0-9,]* [^.;:]{1,40} to (?:the )?[0-9]"
)
_THE_ALL = compiled(r"\b(?:the|all) $")


# "Mondays and Tuesdays lead with 16 rounds each", "with five rounds all year, got none after 24 October".
_WEEKDAYS = compiled(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b[^.;:]*$")
_ALL_YEAR = compiled(r" (?:all|over the whole|in the whole|in the entire) year\b")


# "One draw alone brought 8,000": there were others, perhaps.
_ALONE = compiled(r" alone\b")
# "The largest had invited 4,500; there were four of those": of its size.
_OF_THOSE = compiled(r" of (?:those|these|that size|such a size)\b")
_SPOKEN = compiled(r"\b(?:draws?|rounds?|invit\w+|times)\b")
# "Two draws for the few": of those that were open to such people only.
_FOR_SUCH = compiled(
    r" for (?:the |those |these |some )?(?!(?:all|any\w*|every\w*|an?|the|this|that|it|each|its|their|his|which|years?|months?|weeks?|days?|first|second|third|last|same|whole|single|particular|category|categories|class|classes|program\w*|candidates|people|instance|example|now|[0-9]+)\b)"
)


def is_of_some(passage: Passage, number: NumberMention) -> bool:
    """Whether a number counts the draws on one weekday, those of a size, those of a year beside which another time stands, or no draws."""
    text, noun = passage.text, max(number.noun, number.end)
    all_year = _ALL_YEAR.match(text, noun)
    sized = any(one.role is Role.INVITATIONS and one.end <= number.start for one in passage.numbers)
    return (
        _WEEKDAYS.search(text, 0, number.start) is not None
        or (all_year is not None and any(period.start >= all_year.end() for period in passage.periods))
        or (sized and _OF_THOSE.match(text, number.end) is not None)
        or ((match := _FOR_SUCH.match(text, noun)) is not None and not _names(passage, match.end()))
        or (number.value == 1 and _ALONE.match(text, noun) is not None)
        or (noun == number.end and not _is_told_of_draws(passage))
    )


def _names(passage: Passage, place: int) -> bool:
    """Whether a type, or a time, is named at a place."""
    named = [(one.start, one.end) for one in passage.categories]
    named += [(one.start, one.end) for one in passage.periods]
    return any(start <= place + SHORT and place < end for start, end in named)


def _is_told_of_draws(passage: Passage) -> bool:
    """Whether a number without a noun can count draws: some are spoken of, or stand in the words, or a question or a heading asks."""
    return bool(
        passage.draws
        or passage.before
        or passage.tables
        or passage.asked
        or passage.slugs
        or (passage.topic and not passage.is_of_head)
        or _SPOKEN.search(f"{passage.text_before} {passage.text}")
    )


# "The year opened with two general rounds", "closed the month with four": those at one end of a time. "The month ends with four" counts all.
_OPENED = compiled(
    r"\b(?:(?:opened|opens|opening|began|begun|begins|beginning|start(?:ed|s|ing)?|kick(?:ed|s|ing)?|led|leading)(?: off| out)?|(?P<last>clos(?:ed|ing)|end(?:ed|ing)|finish(?:ed|ing)|conclud(?:ed|ing)|wrapp(?:ed|ing)|rounded|went out)(?: up| off| out)?)"
    r"(?: (?!with\b)[\w'’-]+){0,3} (?:with|on) (?:a (?:run|burst|string|series|set|flurry) of )?(?:just |only |no fewer than )?$"
)
# "Two rounds on two days ended a dry April".
_ENDED = compiled(
    r"(?: (?!and\b|but\b|which\b|that\b)[\w'’-]+){0,4}? (?:opened|began|started|ended|closed|concluded|finished|broke|rounded off|wrapped up) (?:(?:an?|the|this|that) )?(?:[a-z-]+ ){0,2}"
)
_WEEKS = frozenset(("theweek", "thisweek", "lastweek", "pastweek", "weekbefore"))


def is_at_an_end(passage: Passage, number: NumberMention) -> bool:
    """Whether so many draws are those that a time began or ended with, and no time of their own stands behind them."""
    noun = max(number.noun, number.end)
    if any(_ENDED.fullmatch(passage.text, noun, one.start) for one in passage.periods if not one.is_day):
        return True
    match = _OPENED.search(passage.text, max(0, number.start - 60), number.start)
    if match is None:
        return False
    # "It opened with three in one week" is of no week that the article's day tells.
    own = [one for one in passage.periods if one.start >= number.end and not one.is_day]
    return not any(match["last"] or one.form not in _WEEKS for one in own)


def is_of_kinds(passage: Passage, number: NumberMention) -> bool:
    """Whether a number counts kinds of draws, or times that are those of single draws bound it by mistake."""
    noun = max(number.noun, number.end)
    return (
        _KINDS.match(passage.text, number.end) is not None or _FROM_TO.match(passage.text, noun) is not None
    )


def is_of_day(passage: Passage, scopes: Iterable[Scope], number: NumberMention) -> bool | None:
    """Whether so many draws were held on one day among those of some scopes; None where no such day is spoken of."""
    if _ONE_DAY.match(passage.text, max(number.noun, number.end)) is None:
        return None
    days = Counter(draw.date for scope in scopes for draw in set(scope.draws))
    return number.value <= max(days.values(), default=0)


def is_of_topic(passage: Passage, record: Record, number: NumberMention) -> bool:
    """Whether "the four draws" or "one draw, on 2 April" is right of all draws of a type told of, or of the one that the day names."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    own = {draw.category for draw in passage.draws if any(mention.is_day for mention in passage.dates)}
    spoken = own if len(own) == 1 else set[str]()
    if spoken:
        years = {draw.date.year for draw in passage.draws}
        sets = [[one for one in known if one.category in spoken and one.date.year in years]]
    else:
        sets = []
    if _THE_ALL.search(passage.text, 0, number.start):
        topics = {*passage.topic, *(draw.category for draw in passage.before)}
        sets += [[draw for draw in known if draw.category == slug] for slug in topics]
    return any(len(among) == number.value for among in sets)


def of_other_size(scopes: Sequence[Scope], number: NumberMention, size: int) -> int | None:
    """Return the size that so many draws of one of some scopes have, where not two have the one that is said: it is wrong, and not their
    number."""
    if number.value < 2 or any(sum(draw.invitations == size for draw in one.draws) > 1 for one in scopes):
        return None
    for one in scopes:
        sizes = Counter(draw.invitations for draw in one.draws)
        same = [other for other, times in sizes.items() if times == number.value]
        if len(same) == 1:
            return same[0]
    return None


def is_besides_one(passage: Passage, scopes: Iterable[Scope], number: NumberMention) -> bool:
    """Whether so many draws are those of a scope besides the one told of: "this year's two earlier rounds" of three."""
    return _BESIDES.search(passage.text, number.end, max(number.noun, number.end)) is not None and any(
        scope.count - 1 == number.value for scope in scopes
    )


_BESIDES = compiled(r"\b(?:earlier|previous|other|prior|preceding)\b")


def is_of_one_type(passage: Passage, record: Record, number: NumberMention) -> bool:
    """Whether a count is right of a type that the text, or what was asked before, speaks of, or of all categories."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    asked = passage.asked.slugs if passage.asked is not None else ()
    spoken = {*passage.topic, *asked, *(draw.category for draw in passage.before)}
    kinds = [frozenset((slug,)) for slug in spoken]
    return any(
        len(among) == number.value
        for kind in (*kinds, widened(("category-based",), known))
        for among in sets_of(passage, known, kind).all
    )
