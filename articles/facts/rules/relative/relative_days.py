"""Weekdays beside figures that are right of a draw of the same week and of another day: "On Monday 507 nominees were invited".

Where nothing was drawn on a day, all that is told with it is of another one, if it is right of a single draw of the time.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Draw, Finding, Record, Row, Status
from articles.facts.reading import DateMention, NumberMention, Reading, Role, Sentence
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import DAY_NAMES, WEEKDAYS
from articles.facts.statements import Statement, What, statements
from articles.facts.statements.record import is_of_type
from articles.references import gettext_noop

RULE = "relative"

WRONG = gettext_noop("Draw %(number)s was held on %(weekday)s, %(day)s.")
# A weekday without its date is of so many days before the article.
NEAR = timedelta(days=8)
# What is told of a day begins so few characters behind it.
BEHIND = 45
_SAID = compiled(rf"(?:(?:last|this|past) )?(?:{DAY_NAMES})|today|yesterday")
_WEEKDAY = compiled(rf"(?:{DAY_NAMES})$")
# No other draw of so long a time has the number of invitations that tells which one is meant.
ALONE = timedelta(days=90)
# What is as large is hardly that of another thing.
LEAST = 100
_OF_DRAWS = compiled(
    r"\b(?:draws?|rounds?|invit\w+|itas?|turn|drawn|drew|called|issued|was for|were for|went to|candidates|cut-?off)\b"
)
_NOT_HELD = hedged(
    r"next|no|none|without|nothing|wait\w*|announc\w*|publish\w*|posted|updated|wrote|said|says|told|lists?|until|deadline|election|meeting|open|office|rules?|force|effect|coming|i|my|she|he|her|his"
)
# "733 invitations on Wednesday": the day stands right behind the figure.
_RIGHT_BEHIND = compiled(r"(?: (?:invitations|itas|people|candidates|points|in total|each))?,?(?: on)? ")
_COMPARED = compiled(
    r"\b(?:than|from|since|until|before|after|by|as|between|like|following|ahead of|over)(?: (?:on|that|those|the))* $"
)
_PARTS = compiled(r"[;:.()]|\b(?:after|before|but|while|whereas|than|since|and)\b")


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Judge the weekdays, "today" and "yesterday" that lead what is told of a draw."""
    said = statements(reading, record)
    for sentence in reading.sentences:
        days = [mention for mention in reading.within(sentence) if isinstance(mention, DateMention)]
        told = [one for one in said.within(sentence) if one.draw is not None and not one.compared]
        said_days = [day for day in days if day.relative and _SAID.fullmatch(reading.text(day).lower())]
        for day in said_days:
            found = list(_judged(reading, record, sentence, day, told))
            if not found and len(days) == 1:
                found = list(_of_none(reading, record, sentence, day))
            if not found and len(said_days) > 1:
                # One weekday alone is judged by what the whole sentence tells.
                found = list(_behind_figure(reading, record, day, told))
            yield from found


def _judged(
    reading: Reading, record: Record, sentence: Sentence, day: DateMention, told: Sequence[Statement]
) -> Iterator[Finding]:
    text = reading.texts[day.part].text.lower()
    behind = [one for one in told if one.figures and 0 <= _start(one) - day.end <= BEHIND]
    if not behind or _COMPARED.search(text, sentence.start, day.start):
        return
    first = min(behind, key=_start)
    if not _PARTS.search(text, day.end, _start(first)):
        yield from _of_another(reading, record, day, first)


def _of_none(reading: Reading, record: Record, sentence: Sentence, day: DateMention) -> Iterator[Finding]:
    """Judge the only day of a sentence where no draw was held on it, by the figures of the sentence or else of the next one."""
    if any(day.may_hold(draw.date) for draw in record.draws) or not day.first <= reading.on:
        return
    text = reading.text(sentence).lower()
    begins = reading.texts[day.part].text.lower()[sentence.start : day.start]
    if not _OF_DRAWS.search(text) or _NOT_HELD.search(text) or _COMPARED.search(begins):
        return
    of_block = reading.sentences_of(sentence.block)
    following = [other for other in of_block if other.start >= sentence.end][:1]
    for place in (sentence, *following):
        mentions = reading.within(place)
        if place is not sentence and any(isinstance(mention, DateMention) for mention in mentions):
            return
        numbers = [mention for mention in mentions if isinstance(mention, NumberMention)]
        draws = {draw.date: draw for number in numbers if (draw := _only(reading, record, number))}
        if draws:
            break
    else:
        return
    if len(draws) == 1:
        draw = next(iter(draws.values()))
        if draw.date <= reading.on <= draw.date + NEAR:
            yield _wrong(reading, day, draw, WEEKDAYS[draw.date.weekday()].capitalize())


def _only(reading: Reading, record: Record, number: NumberMention) -> Draw | None:
    """Return the one draw of the time before an article whose number of invitations a number is."""
    if number.value < LEAST or number.bound or number.role not in (Role.UNKNOWN, Role.INVITATIONS):
        return None
    near = [
        draw
        for draw in record.draws
        if reading.on - ALONE <= draw.date <= reading.on
        and number.value in (draw.invitations, draw.crs_cutoff)
    ]
    return near[0] if len(near) == 1 and near[0].invitations == number.value else None


def _behind_figure(
    reading: Reading, record: Record, day: DateMention, told: Sequence[Statement]
) -> Iterator[Finding]:
    """Judge a day that stands right behind a figure of one draw, in a sentence that tells of several days."""
    text = reading.texts[day.part].text.lower()
    for one in told:
        ends = [figure.mention.end for figure in one.figures if figure.mention.end <= day.start]
        if ends and _RIGHT_BEHIND.fullmatch(text, max(ends), day.start):
            yield from _of_another(reading, record, day, one)


def _of_another(reading: Reading, record: Record, day: DateMention, first: Statement) -> Iterator[Finding]:
    draw = first.draw
    if (
        draw is None
        or not _is_known(first)
        or not draw.date <= reading.on <= draw.date + NEAR
        or day.may_hold(draw.date)
        # The Tuesday of the week before is a Tuesday.
        or (_WEEKDAY.search(reading.text(day).lower()) and day.first.weekday() == draw.date.weekday())
        or any(day.may_hold(one.date) and is_of_type(one, draw.category) for one in record.draws)
    ):
        return
    weekday = WEEKDAYS[draw.date.weekday()].capitalize()
    yield _wrong(reading, day, draw, weekday)


def _start(said: Statement) -> int:
    return min(figure.mention.start for figure in said.figures)


def _is_known(said: Statement) -> bool:
    """Whether a type and a figure, and no day, say which draw is told of."""
    true = {figure.what for figure in said.figures if figure.true}
    named = {figure.what for figure in said.figures}
    return (
        said.sure
        and What.TYPE in true
        and bool(true & {What.INVITATIONS, What.CUTOFF})
        and not named & {What.DATE, What.NUMBER}
    )


def _wrong(reading: Reading, day: DateMention, draw: Draw, weekday: str) -> Finding:
    words = reading.text(day)
    return Finding(
        rule=RULE,
        status=Status.CONTRADICTED,
        part=reading.name(day),
        start=day.start,
        end=day.end,
        claim=words,
        expected=weekday,
        replacement=weekday if words.lower() in WEEKDAYS else None,
        rows=(Row("round", draw.number, draw.address),),
        confidence=0.8,
        message=WRONG,
        params={"number": draw.number, "weekday": weekday, "day": draw.date.isoformat()},
    )
