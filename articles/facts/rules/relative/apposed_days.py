"""Weekdays and times said beside a day, which must be of it: "July 6, a Tuesday", "Saturday the 7th", "two weeks ago, on 29 October";
and the weekdays between which a week's draws were held. Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import DateMention
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import MONTH_NAMES, WEEKDAYS
from articles.facts.rules.common.time_counts import COUNT, HEDGED, NEAR_WEEKS, in_words, value_of
from articles.references import gettext_noop

RULE = "relative"

WEEKDAY = gettext_noop("%(day)s was a %(weekday)s.")
AGO = gettext_noop("%(day)s is %(days)s days before the day of the article.")
WEEK = gettext_noop("The draws of that week were held from %(first)s to %(last)s.")

_DAY = "|".join(WEEKDAYS)
# "July 6, a Tuesday", "7 July (a Friday)", "on May 1, which was a Thursday".
_BEHIND = compiled(
    rf",? ?[(–—-]? ?(?:(?:(?:which|that|it) )?(?:was|is|fell on|came on) |i\.e\. |(?:both|each|all)(?: of them)?,? (?:on )?)?(?:an?|(?:only )?(?:last|this)(?: past)?) (?:[a-z]+ )?(?P<day>{_DAY})(?= ?[,.;:)–—]| ?$| (?:and|but|when|was|with|after|before|in|of)\b)"
)
# "Monday of last week, 1 November".
_BEFORE = compiled(
    rf"\b(?<!\ba\s)(?P<day>{_DAY})(?: (?:of )?(?:last|this|that|the same) week| (?:a|last|this) (?:week|fortnight|month) ago)?,? [(]?(?:the |on )?$"
)
# "Five days after our Friday, on the 31st": that weekday is of another day.
_COUNTED_FROM = compiled(r"\b(?:after|before|since|than) (?:our |that |the |last )?$")
# "Yesterday's draw, held on a Thursday".
_OF_NEWS = compiled(r"(?:yesterday|today|this morning)")
_HELD = compiled(
    rf"(?:['’]s)?(?: (?:draws?|rounds?|one|turn))?,? ?[(]?(?:(?:which )?(?:was )?(?:held |drawn )?on |being )?a (?P<day>{_DAY})\b"
)
# "Wednesday, five days ago".
_WEEKDAY_AGO = compiled(rf",? [(]?{COUNT} (?P<unit>days?) ago\b")
_ON_A = compiled(
    rf"(?: (?:draws?|rounds?|ones?|came|each|always|both|were|was|had theirs))*,? on (?:an?|the) (?P<day>{_DAY})s?\b"
)
_OF_MONTH = compiled(rf"(?P<day>{_DAY}) (?:the )?[0-9]{{1,2}}(?:st|nd|rd|th)")
# "Two weeks ago, on 29 October"; "on 29 October, two weeks ago".
_AGO = rf"{COUNT} (?P<unit>days?|weeks?) ago"
_AGO_BEFORE = compiled(rf"\b{_AGO},? (?:on |[(])(?:(?:{_DAY}),? )?$")
_AGO_BEHIND = compiled(rf",? [(]?{_AGO}\b")
# "20 August, so yesterday", "on the 31st — the day before yesterday —", "yesterday, on 20 August".
_NEWS = r"(?P<news>the day before yesterday|yesterday|today)"
_NEWS_DAYS = {"today": 0, "yesterday": 1, "the day before yesterday": 2}
_NEWS_BEFORE = compiled(rf"\b{_NEWS},? (?:on |[(]|the |on the )?(?:(?:{_DAY}),? )?$")
_NEWS_BEHIND = compiled(
    rf"(?:,| [(–—-]) ?(?:so |that is,? |i\.e\.,? |or |thus |which (?:was|is) )?{_NEWS}(?= ?[,.;:)–—]| ?$)"
)
_FROM_TO = compiled(
    rf"\b(?:from|between) (?P<days>(?P<first>{_DAY}) (?:to|and|until|till|through) (?P<last>{_DAY}))\b(?!,? (?:[0-9]|the [0-9]|{MONTH_NAMES}))"
)
# "Draws on Monday, Tuesday and Thursday", "three rounds last week: one on Monday, one on Friday", "draws (Monday, Thursday, Friday)".
_ONE = r"(?:one |another )?(?:on )?"
_EACH = compiled(
    rf"\b(?:draws?|rounds?)\b(?: (?!publish|announc|report|appear|confirm)[\w'’-]+){{0,6}}?(?:[,:]| [(–—-])? ?{_ONE}(?P<days>(?:{_DAY})(?:(?:,| and|, and| plus) {_ONE}(?:{_DAY})){{1,4}})\b(?!,? [0-9])"
)
_WEEKDAY = compiled(_DAY)
_IN_WEEK = compiled(r"\b(?:this|last) week\b")
# A day that is wrong is no farther than this from the draw of its weekday.
NEAR = timedelta(days=3)
WEEK_DAYS = 7
_DRAWN = compiled(r"\b(?:draws?|rounds?|invited|invitations|drew|called)\b")
_NOT_TOLD = hedged(
    "next|no|none|each|every|usually|always|often|mostly|open|opening|office|hours|phone|last year|province|provincial draws"
)
_LAST_WEEK = compiled(r"\b(?:last week|of the week before|previous week)\b")


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge weekdays and counts of days that stand beside a day, and the bounds of a week of draws."""
    for day in passage.dates:
        if day.is_day and not day.relative and not day.time:
            yield from _weekday(passage, record, day)
            yield from _ago(passage, record, day)
            yield from _news(passage, day)
        elif day.is_day and day.relative:
            yield from _of_news(passage, day)
    yield from _on_a(passage)
    yield from _lists(passage, record)
    yield from _week(passage, record)


def _of_news(passage: Passage, day: DateMention) -> Iterator[Finding]:
    """Judge a weekday said of yesterday or today, and the days counted back to a weekday."""
    words = passage.text[day.start : day.end]
    if _OF_NEWS.fullmatch(words) and (match := _HELD.match(passage.text, day.end)):
        if WEEKDAYS[day.first.weekday()] != match["day"]:
            yield _not_on(passage, match.start("day"), match.end("day"), day.first)
        return
    match = _WEEKDAY_AGO.match(passage.text, day.end)
    if match is None or words not in WEEKDAYS or HEDGED.search(passage.text, 0, match.start("count")):
        return
    count, length = value_of(match["count"]), (passage.day - day.first).days % 7
    if 0 < count < 8 and count % 7 != length:
        yield passage.finding(
            RULE,
            Status.CONTRADICTED,
            day.start,
            match.end("unit"),
            AGO,
            expected=in_words(length or 7, "day"),
            confidence=0.8,
            params={"day": day.first.isoformat(), "days": length or 7},
        )


def _on_a(passage: Passage) -> Iterator[Finding]:
    """Judge the weekday of a type by the table above, in which all its draws were on another: "nominees on a Friday"."""
    if passage.dates or len(passage.tables) != 1 or _NOT_TOLD.search(passage.text):
        return
    for mention in passage.categories:
        match = _ON_A.match(passage.text, mention.end)
        days = [draw.date for draw in passage.tables[0] if draw.category == mention.slug]
        weekdays = {day.weekday() for day in days}
        if match is not None and len(weekdays) == 1 and WEEKDAYS.index(match["day"]) not in weekdays:
            yield _not_on(passage, match.start("day"), match.end("day"), days[-1])


def _not_on(passage: Passage, start: int, end: int, day: date) -> Finding:
    expected = WEEKDAYS[day.weekday()].capitalize()
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        start,
        end,
        WEEKDAY,
        expected=expected,
        replacement=expected,
        confidence=0.85,
        params={"day": day.isoformat(), "weekday": expected},
    )


def _weekday(passage: Passage, record: Record, day: DateMention) -> Iterator[Finding]:
    meanings = [day.first, *(first for first, _last in day.others)]
    match = _BEHIND.match(passage.text, day.end)
    if match is None:
        match = _OF_MONTH.match(passage.text, day.start)
        if match is None and day.weekday is None:
            match = _BEFORE.search(passage.text, max(0, day.start - 40), day.start)
        held = [draw for draw in record.draws if draw.date in meanings and draw.date <= passage.day]
        # Where nothing was drawn on a day, the weekday may be right.
        if (
            match is None
            or not held
            or _COUNTED_FROM.search(passage.text, max(0, match.start() - 20), match.start())
        ):
            return
    elif len(meanings) > 1:
        # Which year is meant the weekday says, where it is right of any.
        meanings = [
            *meanings,
            *(meaning.replace(year=meaning.year - 1) for meaning in meanings if meaning.day < 29),
        ]
    wanted = WEEKDAYS.index(match["day"])
    if any(meaning.weekday() == wanted for meaning in meanings):
        return
    wrong = _not_on(passage, match.start("day"), match.end("day"), meanings[0])
    if any(abs(draw.date - meanings[0]) <= NEAR and draw.date.weekday() == wanted for draw in record.draws):
        # The weekday may be right, and the day beside it wrong.
        wrong = _with_day(passage, wrong, day)
    yield wrong


def _with_day(passage: Passage, finding: Finding, day: DateMention) -> Finding:
    """Widen what is said of a time to the day beside it, which may be the wrong one of the two."""
    start, end = min(finding.start, passage.start + day.start), max(finding.end, passage.start + day.end)
    words = passage.source[start - passage.start : end - passage.start]
    return replace(finding, start=start, end=end, claim=words, replacement=None)


def _ago(passage: Passage, record: Record, day: DateMention) -> Iterator[Finding]:
    match = _AGO_BEFORE.search(passage.text, max(0, day.start - 60), day.start) or _AGO_BEHIND.match(
        passage.text, day.end
    )
    if match is None or HEDGED.search(passage.text, 0, match.start("count")):
        return
    count = value_of(match["count"])
    is_week = match["unit"].startswith("week")
    lengths = [
        (passage.day - meaning).days for meaning in (day.first, *(first for first, _last in day.others))
    ]
    slack = NEAR_WEEKS if is_week else 0
    if not 0 < lengths[0] < 100 or any(
        abs(length - count * (7 if is_week else 1)) <= slack for length in lengths
    ):
        return
    unit = match["unit"].rstrip("s")
    true = round(lengths[0] / 7) if is_week else lengths[0]
    wrong = passage.finding(
        RULE,
        Status.CONTRADICTED,
        match.start("count"),
        match.end("unit"),
        AGO,
        expected=in_words(true, unit),
        confidence=0.8,
        params={"day": day.first.isoformat(), "days": lengths[0]},
    )
    then = passage.day - timedelta(days=count * (7 if is_week else 1))
    held = any(draw.date == then for draw in record.draws)
    yield _with_day(passage, wrong, day) if held else wrong


def _news(passage: Passage, day: DateMention) -> Iterator[Finding]:
    """Judge "yesterday" and the like beside a day of the days before the article."""
    match = _NEWS_BEFORE.search(passage.text, max(0, day.start - 50), day.start) or _NEWS_BEHIND.match(
        passage.text, day.end
    )
    length = (passage.day - day.first).days
    if match is None or day.others or not 0 <= length <= WEEK_DAYS or _NEWS_DAYS[match["news"]] == length:
        return
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        match.start("news"),
        match.end("news"),
        AGO,
        expected=f"{in_words(length, 'day')} ago",
        confidence=0.8,
        params={"day": day.first.isoformat(), "days": length},
    )


# "On Wednesday Ottawa published new lists", "the categories that were announced on Wednesday".
_RELEASED = r"(?:publish\w*|announc\w*|introduc\w*|unveil\w*|releas\w*|renew\w*|replac\w*|chang\w*|rewr\w+|took effect|came into force)"
_LISTS = r"(?:lists?|categor(?:y|ies))"
_ON_DAY = compiled(rf"\b(?:on|last) (?P<day>{_DAY})\b(?! (?:last|of|a) )")
_OF_LISTS = compiled(rf"\b{_RELEASED}\b[^;:.]{{0,50}}\b{_LISTS}\b|\b{_LISTS}\b[^;:.]{{0,50}}\b{_RELEASED}\b")


def _lists(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the weekday on which new lists are said to have come, in an article of the week after."""
    said = list(_ON_DAY.finditer(passage.text))
    if len(said) != 1 or not _OF_LISTS.search(passage.text):
        return
    days = {version.valid_from for version in record.versions if version.valid_from is not None}
    new = [day for day in days if 0 <= (passage.day - day).days <= WEEK_DAYS]
    if len(new) == 1 and WEEKDAYS[new[0].weekday()] != said[0]["day"] and not _NOT_TOLD.search(passage.text):
        yield _not_on(passage, said[0].start("day"), said[0].end("day"), new[0])


def _week(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge "from Monday to Thursday three draws were held", "draws on Monday, Tuesday and Thursday": by the week that is meant."""
    match = _FROM_TO.search(passage.text) or _EACH.search(passage.text)
    if match is None or not _DRAWN.search(passage.text) or _NOT_TOLD.search(passage.text):
        return
    if len(passage.slugs) == 1 or any(not day.relative for day in passage.dates):
        return
    ends = match.re is _FROM_TO
    claimed = [WEEKDAYS.index(word) for word in _WEEKDAY.findall(match["days"])]
    weeks = [drawn for drawn in _weeks(passage, record) if drawn]
    days = [sorted({draw.date.weekday() for draw in drawn}) for drawn in weeks]
    true = [[week[0], week[-1]] if ends else week for week in days]
    if not weeks or claimed in true or claimed != sorted(claimed) or len(days[0]) < 2:
        return
    alike = len(claimed) == len(true[0])
    wrong = [place for place, day in enumerate(claimed) if alike and day != true[0][place]]
    start, end = match.span("days")
    expected = ", ".join(WEEKDAYS[day].capitalize() for day in true[0])
    is_named = _IN_WEEK.search(passage.text)
    if len(wrong) == 1 and (ends or is_named):
        start, end = list(_WEEKDAY.finditer(passage.text, start, end))[wrong[0]].span()
        expected = WEEKDAYS[true[0][wrong[0]]].capitalize()
    elif not is_named or (
        {number.value for number in passage.numbers}.isdisjoint({len(weeks[0])}) if ends else not wrong
    ):
        # Other days altogether may be those of another week, unless it is named, and as many draws as it had.
        return
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        start,
        end,
        WEEK,
        expected=expected,
        replacement=expected if len(wrong) == 1 else None,
        rows=rows_of(weeks[0][0], weeks[0][-1]),
        confidence=0.75,
        params={"first": weeks[0][0].date.isoformat(), "last": weeks[0][-1].date.isoformat()},
    )


def _weeks(passage: Passage, record: Record) -> Iterator[Sequence[Draw]]:
    """Yield the draws of the week that is meant, and of the one before it, Monday to Sunday."""
    monday = passage.day - timedelta(days=passage.day.weekday())
    this, before = (_drawn(record, passage.day, begin) for begin in (monday, monday - timedelta(days=7)))
    yield from (before,) if _LAST_WEEK.search(passage.text) else (this, before)


def _drawn(record: Record, day: date, monday: date) -> list[Draw]:
    return [draw for draw in record.draws if monday <= draw.date <= min(day, monday + timedelta(days=6))]
