"""Days and weeks counted between draws: "the previous round, held ten days earlier", "a week before, on May 11", "four days after the
first education draw". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import until
from articles.facts.rules.common.time_counts import COUNT, HEDGED, NEAR_WEEKS, in_words, value_of
from articles.references import gettext_noop

RULE = "relative"

WRONG = gettext_noop("Draw %(number)s was held on %(day)s, %(days)s days from it.")

type _Counted = tuple[Draw, int]

_UNITS = {"day": 1, "week": 7, "fortnight": 14}
_COUNT = rf"{COUNT} (?P<unit>day|week|fortnight)s?"
_ORDER = r"(?P<order>previous|preceding|earlier|prior|first|second|third|last|latest|newest|most recent)"
_KIND = r"(?: (?!(?:draw|round|one)\b)[\w'-]+){0,3}?"
_OF = r"(?: (?:of|for|in) (?:that|this|the) (?:same )?(?:class|category|type|kind|[\w-]+))?"
# "The previous round of that class, three weeks before,": from the one spoken of back to it.
_BACK = compiled(
    rf"\b(?:the|its|their) {_ORDER}{_KIND}(?: (?:draw|round|one))?{_OF},? (?:(?:which )?(?:was )?(?:held|drawn|had been held|came) )?{_COUNT} (?:before|earlier)\b(?= ?[,.;:)–—]| ?$| (?:had|has|was|were|and|in|with|at|it|took|saw|invited|went|closed)\b)"
)
# "Four days after the first education draw": from it to the article's day, or to a draw spoken of.
_AFTER = compiled(
    rf"(?<![\w-]){_COUNT} after the (?:very )?{_ORDER}(?P<kind>{_KIND}) (?:draw|round)\b(?! (?:list|categor))"
)
# "The previous draws, one week ago,": from the article's day.
_AGO = compiled(
    rf"\b(?:the|its|their) {_ORDER}{_KIND} (?:draw|round|one)s?{_OF},? (?:(?:was|were) )?(?:held )?{_COUNT} ago\b"
)
# "A draw a week before, on May 11": from a draw spoken of to the day that follows.
_BEFORE_DAY = compiled(rf"(?<![\w-]){_COUNT} (?P<step>before|earlier|later|after),? on (?:\w+day,? )?$")
_LOOSE = compiled(r"\b(?:would|could|might|if|expect\w*|average|usually|always|rumou?r\w*)\b")
_PLACES = {"first": 0, "second": 1, "third": 2}
# Draws that a sentence may go on about.
_SPOKEN = 4
# So many draws may be the last ones.
_RECENT = 6


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge counts of days and weeks from one draw to another, or to the article's day."""
    if passage.is_question or _LOOSE.search(passage.text):
        return
    known = until(record, passage.day)
    for form, count in ((_BACK, _back), (_AGO, _ago), (_AFTER, _since)):
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
    slugs = _slugs(passage, match) or (frozenset(passage.topic) if not match["kind"].strip() else frozenset())
    if len(slugs) != 1 or any(passage.places.get(draw, 0) < match.start() for draw in passage.draws):
        return []
    series = [draw for draw in known if draw.category in slugs]
    place = _PLACES.get(match["order"], -1)
    if not series or place >= len(series):
        return []
    days = [passage.day, *(draw.date for draw in (*passage.draws, *passage.before[:_SPOKEN]))]
    lasts = series[-2:] if place < 0 else []
    return [
        (draw, (day - draw.date).days) for draw in (series[place], *lasts) for day in days if day >= draw.date
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
        match = _BEFORE_DAY.search(passage.text, max(0, day.start - 40), day.start)
        if (
            match is None
            or day.relative
            or not day.is_day
            or HEDGED.search(passage.text, 0, match.start("count"))
        ):
            continue
        held = [draw for draw in known if draw.date == day.first]
        spoken = [draw for draw in (*passage.draws, *passage.before[:_SPOKEN]) if draw not in held]
        back = match["step"] in ("before", "earlier")
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
    length = _UNITS[match["unit"]]
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
