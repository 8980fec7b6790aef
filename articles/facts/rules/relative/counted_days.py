"""Days and weeks counted between draws: "the previous round, held ten days earlier", "a week before, on May 11", "four days after the
first education draw". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.rules.common import amounts
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import types_of
from articles.facts.rules.common.scopes import until
from articles.facts.rules.common.time_counts import COUNT, HEDGED, NEAR_WEEKS, UNITS, in_words, value_of
from articles.references import gettext_noop

RULE = "relative"

WRONG = gettext_noop("Draw %(number)s was held on %(day)s, %(days)s days from it.")

type _Counted = tuple[Draw, int]

_COUNT = rf"{COUNT} (?P<unit>day|week|fortnight)s?"
_ORDER = r"(?P<order>previous|preceding|earlier|prior|first|second|third|last|latest|newest|most recent)"
_KIND = r"(?: (?!(?:draw|round|one)\b)[\w'-]+){0,3}?"
_OF = r"(?: (?:of|for|in) (?:that|this|the) (?:same )?(?:class|category|type|kind|[\w-]+))?"
# "The previous round of that class, three weeks before,": from the one spoken of back to it.
_BACK = compiled(
    rf"\b(?:(?:the|its|their) {_ORDER}{_KIND}(?: (?:draw|round|one))?{_OF}|(?:its|their) (?:forerunner|predecessor)|the (?:draw|round|one) (?:just |right )?before(?: (?:it|that|this|them))?),? (?:(?:which )?(?:was )?(?:held|drawn|had been held|came|took place) )?{_COUNT} (?:before|earlier)\b(?= ?[,.;:)–—]| ?$| (?:had|has|was|were|and|in|with|at|it|took|saw|invited|went|closed)\b)"
)
# "Four days after the first education draw": from it to the article's day, or to a draw spoken of.
_AFTER = compiled(
    rf"(?<![\w-]){_COUNT} after the (?:very )?{_ORDER}(?P<kind>{_KIND}) (?:draw|round|one)\b(?P<for> (?:for|of|in) (?:the )?(?:[\w-]+ ){{0,2}}[\w-]+)?(?! (?:list|categor))"
)
# "The previous draws, one week ago,": from the article's day.
_AGO = compiled(
    rf"\b(?:the|its|their) {_ORDER}{_KIND} (?:draw|round|one)s?{_OF},? (?:(?:was|were) )?(?:held )?{_COUNT} ago\b"
)
# "The second came eight days later", "the next, a week later,": from the one before it.
_NEXT = compiled(
    rf"(?:^|[.;,:–—-] |\band |\bbut )\W*(?:the|its|their) (?P<order>second|third|fourth|fifth|next|following)(?: (?!one of\b|of the\b)[\w-]+){{0,3}}?,? (?:(?:came|followed|was|held|took place|is|just|only|drawn|already|exactly) )*{_COUNT} (?:later|after|afterwards)\b(?= ?[,.;:)–—]| ?$| (?:and|with|at|it|in|on|took|saw|invited|closed)\b)"
)
# "A draw a week before, on May 11": from a draw spoken of to the day that follows.
_BEFORE_DAY = compiled(rf"(?<![\w-]){_COUNT} (?P<step>before|earlier|later|after),? on (?:\w+day,? )?$")
# "Two weeks after the 4,750 of 9 November", "a week before that of 1 May".
_OF_DAY = compiled(
    rf"(?<![\w-]){_COUNT} (?P<step>before|after) (?:(?:the|that|those|one|draw|round|its|of|on|in|[0-9][0-9,]*) )+(?:\w+day,? )?$"
)
_PLACES = {"first": 0, "second": 1, "third": 2}
# Draws that a sentence may go on about.
_SPOKEN = 4
# So many draws may be the last ones.
_RECENT = 6


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge counts of days and weeks from one draw to another, or to the article's day."""
    if passage.is_question:
        return
    known = until(record, passage.day)
    for form, count in ((_BACK, _back), (_AGO, _ago), (_AFTER, _since), (_NEXT, _next)):
        for match in form.finditer(passage.text):
            if not HEDGED.search(passage.text, 0, match.start("count")):
                yield from _judged(passage, match, count(passage, known, match))
    yield from _dated(passage, known)


def _back(passage: Passage, known: Sequence[Draw], match: re.Match[str]) -> list[_Counted]:
    """Return the draws that may be counted back to, each with how many days."""
    named = [draw for draw in passage.draws if passage.places.get(draw, 0) < match.start()]
    subjects = dict.fromkeys((*named[::-1], *passage.before[:_SPOKEN], *passage.draws))
    slugs = _slugs(passage, match)
    found: list[_Counted] = []
    for subject in subjects:
        if slugs and subject.category not in slugs:
            continue
        series = [
            draw for draw in known if draw.category == subject.category and draw.sequence < subject.sequence
        ]
        place = _PLACES.get(match["order"], -1)
        if series and place < len(series):
            found += [(draw, (subject.date - draw.date).days) for draw in (series[place], series[-1])]
    return found


def _since(passage: Passage, known: Sequence[Draw], match: re.Match[str]) -> list[_Counted]:
    """Return the draw that is counted from, with the days to where it may be counted; none where it is told of another draw."""
    named = [draw for draw in passage.draws if passage.places.get(draw, 0) < match.start()]
    if any(draw not in passage.places for draw in named):
        return []
    of_named = frozenset(draw.category for draw in named)
    slugs = _slugs(passage, match)
    if not slugs and not match["kind"].strip():
        slugs = of_named or frozenset(passage.topic)
    if len(slugs) != 1 or len({draw.date for draw in named}) > 1:
        return []
    series = [draw for draw in known if draw.category in slugs and not (named and draw.date >= named[0].date)]
    place = _PLACES.get(match["order"], -1)
    if not series or place >= len(series):
        return []
    days = [passage.day, *(draw.date for draw in (*passage.draws, *passage.before[:_SPOKEN]))]
    lasts = series[-2:] if place < 0 else []
    if named:
        days, lasts = [named[0].date], []
    if place >= 0:
        # "The first draw" may be that of the year.
        years = (passage.day.year, *passage.years)
        lasts += [of_year[place] for year in years if len(of_year := _of_year(series, year)) > place]
    return [
        (draw, (day - draw.date).days) for draw in (series[place], *lasts) for day in days if day >= draw.date
    ]


def _of_year(series: Sequence[Draw], year: int) -> list[Draw]:
    return [draw for draw in series if draw.date.year == year]


def _next(passage: Passage, known: Sequence[Draw], match: re.Match[str]) -> list[_Counted]:
    """Return the second, third or next draw of the one type that is spoken of, with how many days after the one before it."""
    types = types_of(passage, known)
    of_type = [draw for draw in known if draw.category in types]
    told = [draw for draw in (*passage.before[:_SPOKEN], *passage.draws) if draw in of_type]
    if len(types) != 1 or not told:
        return []
    if match["order"] in amounts.ORDINALS:
        step = amounts.ORDINALS.index(match["order"]) - 1
        of_year = next(place for place, draw in enumerate(of_type) if draw.date.year == told[0].date.year)
        places = [step, of_year + step]
    else:
        places = [of_type.index(told[0]) + 1]
    return [
        (of_type[place], (of_type[place].date - of_type[place - 1].date).days)
        for place in dict.fromkeys(places)
        if 0 < place < len(of_type) and of_type[place - 1] in told
    ]


def _ago(passage: Passage, known: Sequence[Draw], match: re.Match[str]) -> list[_Counted]:
    """Return the draws that may be called the last or the previous, of a type if one is named, with how many days before the article's."""
    slugs = _slugs(passage, match)
    series = [draw for draw in known if not slugs or draw.category in slugs]
    is_news = bool(series) and (passage.day - series[-1].date).days < 7
    if is_news and match["order"] in ("previous", "preceding", "earlier", "prior"):
        # Those before the week of the newest.
        monday = series[-1].date - timedelta(days=series[-1].date.weekday())
        series = [draw for draw in series if draw.date < monday]
    return [(draw, (passage.day - draw.date).days) for draw in reversed(series[-_RECENT:])]


def _dated(passage: Passage, known: Sequence[Draw]) -> Iterator[Finding]:
    """Judge a count before the day of a draw: "held a week before, on May 11"."""
    for day in passage.dates:
        begin = max(0, day.start - 50)
        match = _BEFORE_DAY.search(passage.text, begin, day.start)
        of_day = match or _OF_DAY.search(passage.text, begin, day.start)
        # "A week after that of 1 May" counts from that day, "a week after, on 8 May" to it.
        is_turned = match is None
        match = of_day
        if (
            match is None
            or day.relative
            or not day.is_day
            or HEDGED.search(passage.text, 0, match.start("count"))
        ):
            continue
        held = [draw for draw in known if draw.date == day.first]
        spoken = [draw for draw in (*passage.draws, *passage.before[:_SPOKEN]) if draw not in held]
        if is_turned and held:
            spoken = [draw for draw in spoken[:1] if draw.category == held[0].category]
        back = (match["step"] in ("before", "earlier")) is not is_turned
        yield from _judged(
            passage,
            match,
            [
                (held[0], abs(other.date - day.first).days)
                for other in spoken
                if held and (other.date > day.first) is back
            ],
        )


def _slugs(passage: Passage, match: re.Match[str]) -> frozenset[str]:
    return frozenset(
        mention.slug for mention in passage.categories if match.start() <= mention.start < match.end()
    )


def _judged(passage: Passage, match: re.Match[str], found: Sequence[_Counted]) -> Iterator[Finding]:
    count = value_of(match["count"])
    length = UNITS[match["unit"]]
    slack = 0 if length == 1 else NEAR_WEEKS
    if not found or any(abs(days - count * length) <= slack for _draw, days in found):
        return
    draw, days = found[0]
    is_weeks = length > 1 and days >= length
    expected = round(days / 7) if is_weeks else days
    unit = "week" if is_weeks else "day"
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        match.start("count"),
        match.end("unit"),
        WRONG,
        expected=in_words(expected, unit),
        rows=rows_of(draw),
        confidence=0.8,
        params={"number": draw.number, "day": draw.date.isoformat(), "days": days},
    )
