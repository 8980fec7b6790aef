"""Since when something gives additional points: "since November 19 it has been 50", "on October 20 they rose to 50". Pure: no Django."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from articles.facts.model import Finding, Status
from articles.facts.reading import DateMention
from articles.facts.rules.common.ending import ends
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit
from articles.facts.rules.common.surroundings import Surroundings
from articles.references import gettext_noop

from . import additional
from .worth import Topic, numbers_of, record_rows

BEGAN = gettext_noop("%(what)s: these additional points are given since %(day)s.")
NOTHING = gettext_noop("%(what)s: no additional points since %(day)s.")
AGREES_DAY = gettext_noop("%(what)s: points until %(day)s, as in the record.")
CHANGED = gettext_noop("%(what)s: these additional points changed so on %(day)s.")
# A day that is wrong is no farther than this from the right one.
NEAR = timedelta(days=45)
# So many characters before the day of what happened to points stands what gives them.
_REACH = 60

_DATE_FROM = compiled(
    r"\b(?:these|those|both|the|present|current)(?: two| three| present| current)? (?:values|points|amounts|figures|numbers|rates|bonuses)(?: for french)? "
    r"(?:dat(?:e|es|ing) (?:from|back to)|go(?:es)? back to|(?:have (?:been )?)?(?:appl(?:y|ied)|held|valid|in (?:force|place)|unchanged|the same) since|are (?:in force|valid|unchanged) since)(?: early| late)? ?$"
)
_SINCE = compiled(r"\b(?:since|as of|from) (?:\w+day,? )?$")
_WORTH_SINCE = compiled(
    r"\b(?P<points>[0-9]{2,3})(?: (?:crs |additional |extra |bonus )*points?)? (?:ever )?since (?:\w+day,? )?$"
)
_ON = compiled(r"\bon (?:\w+day,? )?$")
_CHANGED = compiled(
    r"\b(?:rose|went up|go up|raised|increased|doubled|fell|went down|cut|lowered|reduced|changed|introduced|began|started|took effect|came into force)\b"
)


_IN = r"(?: [a-z]+ly)?(?: again)?(?: (?:in|on|since|as of))?(?: early| late)? ?$"
_FIRST = compiled(
    rf"\b(?:introduced|created|brought in|invented|established|first (?:given|awarded|granted)|came|arrived|started|began|(?:have |has )?(?:existed|been (?:given|awarded|around|available))|counts?|counted){_IN}"
)
_MORE = compiled(rf"\b(?:raised|increased|doubled|rose|went up|put up){_IN}")
_LESS = compiled(rf"\b(?:fell|cut|lowered|reduced|went down|shrank){_IN}")
_LEADS = compiled(r"\W*(?:it was )?(?:in|on) ")
_HAPPENED = compiled(
    r"\b(?:introduced|created|raised|increased|rose|went up|fell|cut|lowered|reduced|went down)\b"
)
_ABOUT = compiled(r"\b(?:points?|bonus(?:es)?|worth|additional|items?|counts? since)\b")
_ELSE = compiled(r"\b(?:categor\w+|draws?|rounds?|lists?|class|programs?|invit\w+|cut-?offs?)\b")


def _is_near(right: date, day: DateMention) -> bool:
    """Whether a day is meant to be another: a few weeks from it, or the same day or month of another year."""
    if day.precision == "month":
        return right.month == day.first.month or abs(right - day.first) <= NEAR
    return abs(right - day.first) <= NEAR or (right.month, right.day) == (day.first.month, day.first.day)


def beginnings(unit: Unit, topic: Topic) -> Iterator[Finding]:
    """Judge the day since which a sentence says that something gives the points that it names: none began then, and they did near it."""
    values = {number.value for number in numbers_of(unit)}
    on = unit.reading.on
    told = [row for row in topic.rows if row.valid_from and row.valid_from <= on and row.points in values]
    days = [
        mention
        for mention in unit.dates
        if mention.precision in ("day", "month") and not mention.relative and not mention.time
    ]
    if not told or len(days) != 1:
        return
    day = days[0]
    head = unit.text[: day.start - unit.start]
    if not (_SINCE.search(head) or (_ON.search(head) and _CHANGED.search(unit.text))):
        return
    worth = _WORTH_SINCE.search(head)
    own = {row.valid_from for row in told if not worth or row.points == int(worth["points"])}
    # "Worth 50 points since June 2017": they were others then.
    begun = own if worth else {row.valid_from for row in topic.rows if row.valid_from}
    near = [
        row
        for row in told
        if row.valid_from in own and row.valid_from and (worth or _is_near(row.valid_from, day))
    ]
    if not near or any(one and day.may_hold(one) for one in begun):
        return
    right = near[0].valid_from
    assert right is not None
    yield unit.finding(
        "points",
        Status.CONTRADICTED,
        day.start,
        day.end,
        BEGAN,
        expected=right.isoformat(),
        replacement=ends(unit.said(day), right),
        rows=record_rows(near),
        params={"what": topic.name, "day": right.isoformat()},
        confidence=0.85,
    )


def _dated(unit: Unit, topic: Topic) -> Iterator[Finding]:
    """Judge the day from which the amounts told before are said to be: "these values date from October 2020"."""
    day = next((day for day in unit.dates if _DATE_FROM.search(unit.text[: day.start - unit.start])), None)
    if day is None or day.relative or day.time or day.precision not in ("day", "month", "year"):
        return
    now = [row for row in topic.on(unit.reading.on) if row.valid_from]
    if not now or any(day.may_hold(row.valid_from) for row in now if row.valid_from):
        return
    right = max(row.valid_from for row in now if row.valid_from)
    yield unit.finding(
        "points", Status.CONTRADICTED, day.start, day.end, BEGAN, expected=right.isoformat(),
        replacement=ends(unit.said(day), right), rows=record_rows(now),
        params={"what": topic.name, "day": right.isoformat()}, confidence=0.8,
    )  # fmt: skip


def events(setting: Setting, unit: Unit, topic: Topic) -> Iterator[Finding]:
    """Judge the days from which amounts are, and the months in which points were introduced, raised or lowered; that they ended is
    read elsewhere."""
    yield from _dated(unit, topic)
    told = " ".join(other.text for other in next(iter(setting.around(unit)), []))
    if not _ABOUT.search(f"{told} {unit.text}") or _ELSE.search(unit.text):
        return
    for day in unit.dates:
        if day.precision not in ("day", "month", "year") or day.relative or day.time:
            continue
        at = day.start - unit.start
        right = _happened(topic, unit.text[max(0, at - 50) : at])
        # "In June 2021 the points for French were raised."
        if not right and len(unit.dates) == 1 and _LEADS.fullmatch(unit.text, 0, at):
            said = _HAPPENED.search(unit.text, day.end - unit.start)
            right = _happened(topic, f"{said[0]} in ") if said else []
        # What happened once to what is named right there has no other day.
        once = len(set(right)) == 1 and (at - _REACH <= topic.end <= at or at < topic.start < at + _REACH)
        near = [moment for moment in right if once or _is_near(moment, day)]
        if not near or any(day.may_hold(moment) for moment in right):
            continue
        rows = [row for row in topic.rows if near[0] in (row.valid_from, row.valid_to)] or topic.rows[:1]
        yield unit.finding(
            "points",
            Status.CONTRADICTED,
            day.start,
            day.end,
            CHANGED,
            expected=near[0].isoformat(),
            rows=record_rows(list(rows)),
            params={"what": topic.name, "day": near[0].isoformat()},
            confidence=0.8,
        )


def _happened(topic: Topic, before: str) -> list[date]:
    """Return the days on which what is said before a day did happen to the points of a topic."""
    begun = sorted({row.valid_from for row in topic.rows if row.valid_from})
    ended = [row.valid_to for row in topic.rows if row.valid_to]
    if _FIRST.search(before):
        return begun[:1]
    rose, fell = _MORE.search(before), _LESS.search(before)
    if not rose and not fell:
        return []
    after = [row for row in topic.rows if row.valid_from and row.valid_from - timedelta(days=1) in ended]
    return [
        row.valid_from
        for row in after
        if row.valid_from
        and any(
            (row.points > old.points) is bool(rose)
            for old in topic.rows
            if old.valid_to == row.valid_from - timedelta(days=1)
        )
    ]


# "The points for a job offer", "worth", told in the sentence or right before it.
_OF_POINTS = compiled(r"point|worth|arranged|crs|job offer|bonus")


def endings(setting: Surroundings, unit: Unit, topics: Sequence[Topic]) -> Iterator[Finding]:
    """Judge the days on which a sentence says that points ended, or will: "abolished in May 2025", "until March 2024"."""
    ended = additional.ENDED.search(unit.text)
    for mention in unit.dates:
        at = mention.start - unit.start
        # "A job offer's points ended in May; a nomination still brings 600": what is named before the day.
        topic = next((one for one in reversed(topics) if one.end <= at), topics[-1])
        days = {row.valid_to for row in topic.rows if row.valid_to}
        if mention.relative or any(row.valid_to is None for row in topic.rows):
            continue
        # What is planned is so as soon as its day is known.
        if additional.FUTURE.search(unit.text) and max(days) - setting.reading.on > additional.LATELY:
            continue
        until = additional.UNTIL.search(unit.text[:at])
        if not (ended or (until and _is_until(unit, until.start(), topic))):
            continue
        if any(_ended_on(other, days) for other in unit.dates) and not _ended_on(mention, days):
            # Where the right day is told, another is of something else.
            continue
        near = [other.text for others in list(setting.around(unit))[:2] for other in others]
        if _OF_POINTS.search(" ".join((unit.text, *near))):
            yield from _ending(unit, topic, mention, days)


def _is_until(unit: Unit, place: int, topic: Topic) -> bool:
    """Whether "until" is that of points: behind what they gave, or at the head of what they were worth."""
    if additional.BEFORE.search(unit.text[:place]):
        return True
    return not unit.text[:place].strip(" *") and _WAS_WORTH.match(unit.text, topic.end) is not None


_WAS_WORTH = compiled(r"[^.;:]{0,30}? (?:was|were|gave|brought|used to|added|counted|could)\b")


def _ended_on(mention: DateMention, days: set[date]) -> bool:
    """Whether a day is the last of one of the amounts, or the first without it."""
    return any(mention.may_hold(day) or mention.may_hold(day + timedelta(days=1)) for day in days)


def _ending(unit: Unit, topic: Topic, mention: DateMention, days: set[date]) -> Iterator[Finding]:
    right = max(days) + timedelta(days=1)
    params: dict[str, object] = {"what": topic.name, "day": right.isoformat()}
    if _ended_on(mention, days):
        yield unit.finding(
            "points", Status.AGREES, mention.start, mention.end, AGREES_DAY, rows=record_rows(topic.rows), params=params
        )  # fmt: skip
    elif mention.precision in ("day", "month", "year"):
        yield unit.finding(
            "points", Status.CONTRADICTED, mention.start, mention.end, NOTHING, expected=right.isoformat(),
            replacement=ends(unit.said(mention), right), rows=record_rows(topic.rows), params=params, confidence=0.85,
        )  # fmt: skip
