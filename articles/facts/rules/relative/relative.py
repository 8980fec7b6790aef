"""Times said from the article's day: "on Tuesday", "last week", "yesterday", against the draw that they are said of. Pure: no Django."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import DateMention, Role
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import DAY_NAMES, WEEKDAYS
from articles.facts.rules.common.periods import Period
from articles.references import gettext_noop

RULE = "relative"

FORMS = frozenset(("weekday", "today", "yesterday", "thisweek", "lastweek", "thismonth", "lastmonth"))
_COMPARED = compiled(
    r"\b(?:than|from|since|after|before|until|compared (?:with|to)|against|unlike|as|by|following|ahead of|over|between [\w ]{2,20} and|again)(?: (?:in|of|on|the|that|those|it was|draw|round)){0,3} $"
)
_NOT_TOLD = hedged(
    r"next|no|none|without|wait\w*|announced|editorial|column|issue|edition|paper|correction|welcomed|said|says|published|updated|list|lists|category was|categories|hop\w+"
)
_WEEKDAY = compiled(rf"\b(?:{DAY_NAMES})\b")
# A date so many characters from "last week" is of the same draw.
BESIDE = 12
# A draw told of without its date was held in the time before the article.
TOLD = timedelta(days=75)
# Not so where the two are told one after the other: "on 23 March and yesterday".
_AND = compiled(r"\band\b|[,;]")


# "Every one of the rounds was held on a Thursday", "all five fell on Thursdays".
_ALL_ON = compiled(
    rf"\b(?:every|each|all)(?: (?!but\b|not\b|draws? for\b)[\w-]+){{1,8}}? on (?:an? )?(?P<day>{DAY_NAMES})s?\b(?! (?:last|of|the|in|before|morning|or|and)\b)"
)
# "Candidates got a round on Wednesday": of whichever type.
_DRAWN_ON = compiled(r"\b(?:draw|round)(?: (?:was|were|came|took place|held))* on $")
# So many draws that were told of are all that is meant.
SEVERAL = 3


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the relative times of a sentence."""
    yield from _all_on(passage)
    yield from _of_week(passage)
    yield from _on_day(passage, record)


def _all_on(passage: Passage) -> Iterator[Finding]:
    """Judge the weekday on which all draws told of before are said to have been held, where it is that of none of them."""
    match = _ALL_ON.search(passage.text)
    if match is None or _NOT_TOLD.search(passage.text):
        return
    if len(passage.tables) > 1 or any(not day.relative for day in passage.dates):
        return
    told = {*passage.before, *(draw for table in passage.tables for draw in table)}
    told = {draw for draw in told if not passage.slugs or draw.category in passage.slugs}
    weekdays = {draw.date.weekday() for draw in told}
    if len(told) < SEVERAL or len(weekdays) != 1 or WEEKDAYS.index(match["day"]) in weekdays:
        return
    yield _wrong(
        passage,
        Period(match.start("day"), match.end("day"), "weekday", ()),
        max(told, key=lambda draw: draw.sequence),
    )


# "On Tuesday of the week before, July 2".
_OF_WEEK = compiled(
    rf"\b(?:{DAY_NAMES}) of (?:the )?(?P<week>last week|week before|previous week)(?:,| [(–—-]) ?(?:the |on )?$"
)


def _of_week(passage: Passage) -> Iterator[Finding]:
    """Judge the week before that a weekday with its day is said to be of, where it is of the very week."""
    for day in passage.dates:
        match = _OF_WEEK.search(passage.text, max(0, day.start - 50), day.start)
        if match is None or day.relative or not day.is_day:
            continue
        told = [passage.day] if match["week"] == "last week" else [one.date for one in passage.before]
        monday = day.first - timedelta(days=day.first.weekday())
        weeks = {(one - monday).days // 7 for one in told}
        if 0 in weeks and 1 not in weeks:
            yield passage.finding(
                RULE,
                Status.CONTRADICTED,
                *match.span("week"),
                gettext_noop("%(day)s is in the same week."),
                expected="same week",
                confidence=0.8,
                params={"day": day.first.isoformat()},
            )


def _on_day(passage: Passage, record: Record) -> Iterator[Finding]:
    days = [mention for mention in passage.dates if mention.is_day and not mention.relative]
    periods = [
        period
        for period in passage.periods
        if period.form in FORMS
        and not any(day.start <= period.start < day.end for day in days)
        # "Thursday of last week", "Wednesday this week" is one time.
        and (period.is_day or not any(day.start < period.start <= day.end + 1 for day in passage.dates))
    ]
    if len(periods) != 1:
        return
    period = periods[0]
    end = passage.text.find(";", period.end)
    clause = passage.text[passage.text.rfind(";", 0, period.start) + 1 : end if end >= 0 else None]
    if _NOT_TOLD.search(clause):
        return
    if _COMPARED.search(passage.text[max(0, period.start - 40) : period.start]):
        return
    told = _told(passage, record, period)
    if not told or len(_types(passage)) > 1:
        return
    if any(_is_beside(passage, day, period) for day in days):
        # "This month" is the last thirty days too, but not where the day stands beside it.
        period = replace(period, spans=period.spans[:1])
    elif _is_held(passage, record, period):
        return
    if any(draw.date in span for draw in told for span in period.spans):
        return
    if len({draw.date for draw in told}) > 1 or _is_weekday_of(passage, period, told[0]):
        return
    yield _wrong(passage, period, told[0])


def _is_held(passage: Passage, record: Record, period: Period) -> bool:
    """Whether a draw of the type was held in a time, or one that has a figure of the sentence: then it is the rest that is wrong."""
    kinds = {Role.CUTOFF: set[float](), Role.INVITATIONS: set[float]()}
    for number in passage.numbers:
        for role in kinds:
            if number.role in (role, Role.UNKNOWN):
                kinds[role].add(number.value)
    return any(
        draw.date in span
        and (
            draw.category in _types(passage)
            if _types(passage)
            else draw.crs_cutoff in kinds[Role.CUTOFF] or draw.invitations in kinds[Role.INVITATIONS]
        )
        for span in period.spans
        for draw in record.draws
    )


def _is_weekday_of(passage: Passage, period: Period, draw: Draw) -> bool:
    word = _WEEKDAY.search(passage.text, period.start, period.end)
    return word is not None and word[0] == WEEKDAYS[draw.date.weekday()]


def _told(passage: Passage, record: Record, period: Period) -> list[Draw]:
    """Return the draws that the figures and types of a sentence tell of, whatever its days."""
    since = passage.day - TOLD
    near = [draw for draw in record.draws if since <= draw.date <= passage.day]
    cutoffs = {number.value for number in passage.numbers if number.role is Role.CUTOFF}
    sizes = {number.value for number in passage.numbers if number.role is Role.INVITATIONS}
    both = [draw for draw in near if draw.crs_cutoff in cutoffs and draw.invitations in sizes]
    if both:
        # "The draw of 3 September took 229 at 198, half of what Tuesday's demanded": that one has its day, and Tuesday had another.
        is_dated = any(
            mention.is_day and not mention.relative and mention.holds(both[0].date)
            for mention in passage.dates
        )
        held = any(draw.date in span for span in period.spans for draw in record.draws)
        return [] if is_dated and held else both
    dates = {
        mention.first
        for mention in passage.dates
        if mention.is_day
        and not mention.relative
        and max(mention.start - period.end, period.start - mention.end) <= BESIDE
        and not _AND.search(_between(passage, mention, period))
    }
    dated = [draw for draw in near if draw.date in dates]
    if dated:
        return dated
    if any(mention.is_day and not mention.relative for mention in passage.dates):
        # A figure may be of the day that is named elsewhere in the sentence.
        return []
    topic = passage.topic if period.is_day else ()
    of_type = [draw for draw in near if draw.category in (_types(passage) or topic)]
    one = [draw for draw in of_type if draw.crs_cutoff in cutoffs or draw.invitations in sizes]
    if one:
        return one
    drawn = not _types(passage) and _DRAWN_ON.search(passage.text, 0, period.start)
    if len(_types(passage)) != 1 and not drawn:
        return []
    if not cutoffs and not sizes and not drawn:
        return of_type[-1:]
    if period.is_day and not any(draw.date in span for span in period.spans for draw in record.draws):
        # Nothing was drawn on that day, whatever the figures.
        week = [draw for draw in (near if drawn else of_type) if (passage.day - draw.date).days < 7]
        return week if len(week) == 1 else []
    return []


def _between(passage: Passage, day: DateMention, period: Period) -> str:
    """Return what stands between a time and a day; a day that is said as well, "this month, on June 24", is of the same draw."""
    if _is_beside(passage, day, period):
        return ""
    return passage.text[min(day.end, period.end) : max(day.start, period.start)]


def _is_beside(passage: Passage, day: DateMention, period: Period) -> bool:
    return period.end <= day.start and passage.text[period.end : day.start] == ", on "


def _types(passage: Passage) -> tuple[str, ...]:
    """Return the types that a sentence names; that a draw was by category says nothing more."""
    return tuple(slug for slug in passage.slugs if slug != "category-based") or passage.slugs


def _wrong(passage: Passage, period: Period, draw: Draw) -> Finding:
    expected = (
        WEEKDAYS[draw.date.weekday()].capitalize() if period.form == "weekday" else draw.date.isoformat()
    )
    start, end = period.start, period.end
    replacement = None
    if period.form == "weekday" and (word := _WEEKDAY.search(passage.text, start, end)):
        start, end = word.span()
        replacement = expected if (passage.day - draw.date).days < 7 else None
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        start,
        end,
        gettext_noop("Draw %(number)s was held on %(weekday)s, %(day)s."),
        expected=expected,
        replacement=replacement,
        live=f"[[round {draw.number} date]]" if period.is_day else None,
        rows=rows_of(draw),
        confidence=0.8,
        params={
            "number": draw.number,
            "weekday": WEEKDAYS[draw.date.weekday()].capitalize(),
            "day": draw.date.isoformat(),
        },
    )
