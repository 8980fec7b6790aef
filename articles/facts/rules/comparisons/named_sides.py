"""The other side of a comparison, named by its month or as the older of two: "than the one last November", "compared with July 2024",
"in November it had been twelve points lower". Pure: no Django."""

from collections.abc import Collection, Iterator, Sequence
from itertools import product

from articles.facts.model import Draw, Record
from articles.facts.rules.common import ranks
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import Period
from draws.clock import month_span

# Before a month that something is set beside, and between a difference and these words.
_BESIDE = compiled(
    r"\b(?:than|from|compared (?:with|to)|against|versus|vs\.?|on|over|as|of(?= (?:the|their|its|that|those|last)\b)|since|below|above|beneath|under|(?:south|north|shy|short|ahead) of|relative to|next to|beats?|topped|tops)"
    r"(?: (?!by\b|to\b|and\b|but\b|was\b|were\b|had\b|is\b)[a-z][\w'’-]*){0,7} $"
)
_REACH = 70
# A month that holds more draws of a type names none of them.
MOST = 3
_MONTHS = frozenset(("month", "lastmonth"))
# "Between 4 June and 22 July", "from the draw of 4 June to that of 22 July".
_FROM = compiled(r"\b(?:between|from)(?: (?!and\b|to\b)[a-z][\w'’-]*){0,6} $")
_TO = compiled(r",? (?:and|to|until)(?: (?!from\b)[a-z][\w'’-]*){0,5} ")


def between(passage: Passage, known: Sequence[Draw]) -> list[tuple[Draw, Draw]]:
    """Return the draws of two days that a sentence says something went from and to, or lay between, the later first."""
    days = [mention for mention in passage.dates if mention.is_day]
    if len(days) != 2 or not _FROM.search(passage.text, max(0, days[0].start - _REACH), days[0].start):
        return []
    if not _TO.fullmatch(passage.text, days[0].end, days[1].start):
        return []
    about = passage.slugs or passage.topic
    found = []
    for day in days:
        on_day = [draw for draw in known if day.may_hold(draw.date)]
        of_type = [draw for draw in on_day if draw.category in about]
        found.append(of_type or on_day)
    return [(new, old) for old, new in product(*found)] if all(len(one) == 1 for one in found) else []


def of_month(passage: Passage, new: Draw, known: Sequence[Draw], place: int, finish: int) -> list[Draw]:
    """Return the draws of its type, the newest first, in the month that a draw is set beside: behind the difference at a place up to
    `finish`, else before it."""
    text = passage.text
    months = [
        period
        for period in passage.periods
        if period.start < finish
        and (
            (
                period.form == "sincemonth"
                and (period.start < _FIRST or "," not in _between(text, period, place))
            )
            or (period.form in _MONTHS and _BESIDE.search(text, max(0, period.start - _REACH), period.start))
        )
        and not _OTHER.search(_between(text, period, place))
    ]
    behind = [period for period in months if period.start >= place]
    for period in (behind[:1] or months[-1:]) if months else ():
        found = [draw for draw in _in_month(known, period, new.category) if draw.sequence < new.sequence]
        return found[::-1] if len(found) <= MOST else []
    return []


def _between(text: str, period: Period, place: int) -> str:
    return text[period.end : place] if period.end <= place else text[place : period.start]


# "26 points higher, and the highest since August 2025".
_OTHER = compiled(r";|\b(?:highest|lowest|largest|smallest|biggest|most|fewest|first|record|low|high|peak)\b")
# So near to its beginning a sentence opens with a time.
_FIRST = 4


def _in_month(known: Sequence[Draw], period: Period, slug: str) -> list[Draw]:
    start = period.spans[0].start
    span = month_span(start.year, start.month)
    return [draw for draw in known if draw.category == slug and draw.date in span]


def is_of_topic(passage: Passage, months: Sequence[tuple[Draw, Draw]]) -> bool:
    """Whether draws that were found by a month are of the one type that the words are about."""
    about = passage.slugs or passage.topic
    return bool(months) and len(about) == 1 and months[0][0].category in about


# "The first draw for this category, in September, had been smaller by 200": than what is told of.
_OLDER_FIRST = compiled(
    r"(?:^|[.;,] |\band |\bbut )\W*(?:the |its |their )(?:very )?(?P<which>first|opening|previous|preceding|earlier|one before)\b(?! (?:two|three|four|few|half|quarter|months?|weeks?|years?|time)\b)(?: (?!(?:so|this(?! (?:category|class|type|program|programme|group)\b)|it|that|which|now|than|had|was|were)\b)[^ ;:.]+){0,11} (?:had|was|were)(?: (?:been|still|only|even|also))*+(?: (?:by )?(?:smaller|larger|bigger|lower|higher|down|up))?(?: by)? $"
)
# "Last time it was 29 points more", "in November, the bar had been twelve points lower".
_LAST_TIME = compiled(
    r"(?:^|[.;,] |\band |\bbut )\W*(?:the )?(?:last|previous) time(?: (?:out|around|round))?,? "
)
_INTO = compiled(
    r"(?:^|[.;,] |\band |\bbut )\W*(?:(?:back )?(?:in|on|for)(?: the)?|(?:the|its) (?:[\w'-]+ ){1,4}?(?:of|in|on|from)|(?:a|one) year (?:earlier|before),? (?:in|on)|the|its|their) (?:last )?$"
)
_STATE = compiled(
    r"(?: [\w'-]+)?,? (?:(?!than\b|from\b|against\b|since\b|the same\b|fell\b|rose\b)[\w'-]+ ){0,6}?(?:had|was|were|stood|lay|asked|needed|required)(?: (?:been|asked|stood|needed|required|lain|stopped|closed|for|still|only|even|also|just|at|by|some|about))*+ $"
)


def older(passage: Passage, known: Sequence[Draw], start: int) -> Iterator[tuple[Draw, Draw]]:
    """Yield an older draw with the one spoken of that it is set beside: the first of its type or the one before, by these words, or
    that of a month or a day."""
    about = passage.slugs or passage.topic
    if len(about) != 1:
        return
    match = _OLDER_FIRST.search(passage.text, 0, start)
    for told in [draw for draw in passage.before if draw.category in about][:1]:
        earlier = ranks.before(told, known)
        if match and match["which"] in ("first", "opening"):
            of_year = [draw for draw in earlier if draw.date.year == told.date.year]
            found = [*earlier[:1], *of_year[:1]]
        elif match:
            found = earlier[-1:]
        else:
            found = list(_of_its_time(passage, told, earlier, start))
        yield from ((old, told) for old in dict.fromkeys(found))


def _of_its_time(passage: Passage, told: Draw, earlier: Sequence[Draw], start: int) -> Iterator[Draw]:
    """Yield the draw of the time that opens a clause which says how a figure stood then."""
    text = passage.text
    if (last := _LAST_TIME.search(text, 0, start)) and _STATE.fullmatch(text, last.end() - 1, start):
        yield from earlier[-1:]
    for period in passage.periods:
        is_time = period.form == "date" or period.form in _MONTHS
        if is_time and _INTO.search(text, 0, period.start) and _STATE.fullmatch(text, period.end, start):
            inside = [draw for draw in earlier if draw.date in period.spans[0]]
            yield from inside if len(inside) == 1 and told.date not in period.spans[0] else ()


_LATELY = frozenset(("lastweek", "thisweek"))
_THAN = compiled(r"\b(?:than|from|since|of|over|against|until) (?:in |of )?$")
# So far behind a difference stands the time that it is said of: "needed 68 points more last week".
_BEHIND = 40


def lately(passage: Passage, record: Record, slugs: Collection[str], place: int) -> Draw | None:
    """Return the one draw of the one type gone on about in the week that a difference at a place is said of, whichever was told of
    last: "a tradesperson needed 58 points more last week than in October"."""
    weeks = [one for one in passage.periods if one.form in _LATELY and one.start < place + _BEHIND]
    if len(slugs) != 1 or not weeks or _THAN.search(passage.text, 0, weeks[0].start):
        return None
    known = [draw for draw in record.draws if draw.category in slugs and draw.date <= passage.day]
    found = [draw for draw in known if any(draw.date in span for span in weeks[0].spans)]
    return found[0] if len(found) == 1 else None
