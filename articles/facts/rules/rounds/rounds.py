"""Dates, numbers, types, invitations, cut-offs and tie-breaks of draws, against the record."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from articles.facts.model import Draw, Finding, Record, Row, Status
from articles.facts.reading import DateMention, Mention, NumberMention, Reading
from articles.facts.rules.common import datelines
from articles.facts.rules.common import rounds_wording as wording
from articles.facts.rules.sums import unlikely_sums
from articles.facts.statements import Figure, Statement, Verdict, What, statements
from articles.facts.statements.fitting import says
from articles.facts.statements.held import LINKED
from articles.references import gettext_noop

from . import doubts, none_such, restated, supporting

RULE = "rounds"

AGREES = gettext_noop("Draw %(number)s of %(date)s: %(value)s, as in the record.")
AGREES_UNVERIFIED = gettext_noop(
    "Draw %(number)s of %(date)s: %(value)s, as in the record, where it has not been verified yet."
)
WRONG = {
    What.DATE: gettext_noop("Draw %(number)s was held on %(expected)s."),
    What.PERIOD: gettext_noop("Draw %(number)s was held in %(expected)s."),
    What.NUMBER: gettext_noop("The draw of %(date)s that fits the rest is draw %(expected)s."),
    What.TYPE: gettext_noop("Draw %(number)s of %(date)s was of the type %(expected)s."),
    What.INVITATIONS: gettext_noop("Draw %(number)s of %(date)s had %(expected)s invitations."),
    What.CUTOFF: gettext_noop("Draw %(number)s of %(date)s had a cut-off of %(expected)s."),
    What.TIE: gettext_noop("The tie-breaking time of draw %(number)s is %(expected)s."),
}
UNVERIFIED = gettext_noop(
    "The record has %(expected)s for draw %(number)s of %(date)s, in a row that has not been verified yet."
)
NO_DRAW = gettext_noop("The record has no draw on %(date)s.")
LATER = gettext_noop("The record ends on %(date)s and does not have this draw yet.")
OPEN = gettext_noop("No draw that this may be about has this figure. Look which one is meant.")
UNSURE = gettext_noop("This may be about draw %(number)s of %(date)s, which has %(expected)s.")

# A day may be wrong by so many days where the figure so many characters from it is of a draw of the type then.
NEAR_DAY = timedelta(days=31)
# Or of a draw of another type so few days from it.
NEXT_DAYS = timedelta(days=3)
BETWEEN = 40
# The number of a draw that is news, so few days before the article, may be wrong by so much.
NEWS, NEXT = timedelta(days=14), 2

# What is told by others and not by the article itself.
_REPORTED = re.compile(
    r"\b(?:forums?|blogs?|rumou?r\w*|(?:is|are|was|were) said to|reportedly|unconfirmed|(?:not|n't) (?:been able to )?(?:find|confirm)|not in our|"
    r"reports? of|letters?|hoax\w*|myth|hearsay|gossip|(?:swears?|swore|insists?|insisted|claims?|claimed|believes?|believed|heard|thinks?|thought) (?:that|of|there|to)|"
    r"(?:did|does|do)(?: not|n't) (?:hold up|take place|happen|exist)|(?:should|could|would)(?: not|n't) have|never (?:took place|happened|was|held|existed))\b",
    re.IGNORECASE,
)

# How sure the desk is that it read rightly, where the words name the draw and where the text around them does.
NAMED, FROM_CONTEXT, UNCERTAIN = 0.97, 0.9, 0.5


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Yield what the record says of everything that is said of single draws."""
    seen: set[tuple[int, int, int]] = set()
    told = statements(reading, record).all
    named = {(said.block, said.draw.number) for said in told if said.draw is not None and _is_named(said)}
    for said in (restated.restated(reading, record, one) for one in told):
        if said.draw is not None and (said.block, said.draw.number) not in named:
            said = unlikely_sums.without(reading, record, said)
        for figure in said.figures:
            mention = figure.mention
            if figure.what is What.NUMBER and isinstance(mention, NumberMention):
                continue
            if _place(mention) not in seen:
                seen.add(_place(mention))
                yield from _of_figure(reading, record, said, figure)


def _place(mention: Mention) -> tuple[int, int, int]:
    return mention.part, mention.start, mention.end


def _of_figure(reading: Reading, record: Record, said: Statement, figure: Figure) -> Iterator[Finding]:
    if said.verdict is Verdict.LATER:
        day = figure.mention
        if figure.what is not What.TYPE and not (isinstance(day, DateMention) and day.relative):
            yield _later(reading, record, figure)
    elif said.verdict is Verdict.OPEN:
        if figure.what is What.CUTOFF:
            yield _finding(reading, figure.mention, Status.NEEDS_HUMAN, OPEN, {}, confidence=UNCERTAIN)
    elif said.verdict is Verdict.NO_DRAW and figure.what is What.DATE:
        yield from _no_draw(reading, record, said, figure)
    elif said.draw is not None:
        yield from _against(reading, record, said, figure, said.draw)


def _against(
    reading: Reading, record: Record, said: Statement, figure: Figure, draw: Draw
) -> Iterator[Finding]:
    value = wording.value(figure.what, draw)
    params: dict[str, object] = {"number": draw.number, "date": wording.day(draw.date), "value": value}
    if figure.true:
        message = AGREES if draw.verified else AGREES_UNVERIFIED
        yield _finding(
            reading, figure.mention, Status.AGREES, message, params, draw, confidence=_confidence(said)
        )
        return
    params["expected"] = value
    is_sure = said.sure and not doubts.is_doubtful(reading, record, said, figure, draw)
    if is_sure and (day := _doubtful_day(reading, record, said, figure, draw)):
        yield _either(reading, said, figure, day, draw)
        return
    is_change = none_such.is_of_change(reading, record, said, figure)
    if not is_change and not (is_sure and supporting.is_supported(reading, record, said, figure, draw)):
        # A number of invitations may be a sum, which other rules look at.
        if figure.what is What.INVITATIONS and not _is_named(said):
            return
        status, message = Status.NEEDS_HUMAN, UNSURE
        if none_such.is_of_none(reading, record, said, figure):
            status, message = Status.CONTRADICTED, none_such.WRONG
        yield _finding(reading, figure.mention, status, message, params, draw, value, confidence=UNCERTAIN)
        return
    source = reading.source(figure.mention)
    in_title = reading.name(figure.mention) in ("title", "description")
    yield _finding(
        reading,
        figure.mention,
        Status.CONTRADICTED,
        WRONG[figure.what] if draw.verified else UNVERIFIED,
        params,
        draw,
        value,
        replacement=wording.instead(figure.what, figure.mention, source, draw),
        live=None if in_title else wording.live(figure.what, draw),
        confidence=_confidence(said),
    )


def _doubtful_day(
    reading: Reading, record: Record, said: Statement, figure: Figure, draw: Draw
) -> Mention | None:
    """Return the day of a statement where it may as well be what is wrong: the figures are those of a draw of the type near it."""
    if figure.what is What.DATE or (figure.what is What.TYPE and _is_of_next(reading, record, figure, draw)):
        return _doubtful_number(said, figure)
    days = [other.mention for other in said.figures if other.what is What.DATE]
    figures = [other for other in said.figures if other.what in (What.INVITATIONS, What.CUTOFF)]
    if len(days) != 1 or not isinstance(days[0], DateMention):
        return None
    if figure.what is What.TYPE:
        return _day_of_type(record, said, figure, days[0]) if not figures else None
    if any(other.true for other in figures) and (len(figures) < 2 or days[0].relative):
        return None
    typed = any(other.what is What.TYPE and other.true for other in said.figures)
    near = [
        other
        for other in record.draws
        if (other.category == draw.category or not typed)
        and abs(other.date - draw.date) <= (NEAR_DAY if other.category == draw.category else NEXT_DAYS)
        and other is not draw
        and other.date <= reading.on
        and all(says(one.what, one.mention, other) for one in figures)
    ]
    return days[0] if near and _apart(days[0], figure.mention) <= BETWEEN else None


def _day_of_type(record: Record, said: Statement, named: Figure, day: DateMention) -> Mention | None:
    """Return a day on which a draw of another type was held than is said, where one of that type was held next to it."""
    near = [
        draw
        for draw in record.draws
        if said.draw is not None
        and says(What.TYPE, named.mention, draw)
        and abs(draw.date - said.draw.date) <= NEXT_DAYS
    ]
    return day if len(near) == 1 and _apart(day, named.mention) <= BETWEEN else None


def _is_of_next(reading: Reading, record: Record, named: Figure, draw: Draw) -> bool:
    """Whether a type is that of a draw which is news, spoken of elsewhere, and has a number next to that of another draw."""
    return any(
        0 < abs(other.sequence - draw.sequence) <= NEXT
        and timedelta() <= reading.on - other.date <= NEWS
        and says(What.TYPE, named.mention, other)
        for other in statements(reading, record).article
    )


def _doubtful_number(said: Statement, beside: Figure) -> Mention | None:
    """Return the number of a draw that may as well be wrong as the word beside it, where nothing else is said of the draw."""
    numbers = [other.mention for other in said.figures if other.what is What.NUMBER]
    if len(numbers) != 1 or isinstance(numbers[0], NumberMention) or len(said.figures) > 2:
        return None
    return numbers[0] if _apart(numbers[0], beside.mention) <= LINKED else None


def _apart(one: Mention, other: Mention) -> int:
    return max(one.start - other.end, other.start - one.end)


def _either(reading: Reading, said: Statement, figure: Figure, day: Mention, draw: Draw) -> Finding:
    """Say that a day and a figure are not of one draw, one of the two being wrong."""
    first, last = sorted((day, figure.mention), key=lambda mention: mention.start)
    both = replace(first, end=last.end)
    value = wording.value(figure.what, draw)
    params: dict[str, object] = {"number": draw.number, "date": wording.day(draw.date), "expected": value}
    message = WRONG[figure.what] if draw.verified else UNVERIFIED
    return _finding(
        reading, both, Status.CONTRADICTED, message, params, draw, value, confidence=_confidence(said)
    )


def _no_draw(reading: Reading, record: Record, said: Statement, figure: Figure) -> Iterator[Finding]:
    if datelines.leads(reading, figure.mention):
        return
    source = reading.source(figure.mention)
    params: dict[str, object] = {"date": wording.written_day(figure.mention)}
    if said.draw is None:
        sentence = next(
            (one for one in reading.sentences_of(said.block) if one.start <= figure.mention.start < one.end),
            None,
        )
        if sentence is not None and _REPORTED.search(reading.text(sentence)):
            yield _finding(
                reading, figure.mention, Status.NOT_IN_RECORD, NO_DRAW, params, confidence=UNCERTAIN
            )
            return
        other = doubts.is_no_draws_day(reading, record, said, figure.mention)
        sure = said.sure and not other
        status = Status.CONTRADICTED if sure else Status.NEEDS_HUMAN
        yield _finding(reading, figure.mention, status, NO_DRAW, params, confidence=FROM_CONTEXT)
        return
    yield _finding(
        reading,
        figure.mention,
        Status.CONTRADICTED,
        NO_DRAW,
        params,
        said.draw,
        wording.day(said.draw.date),
        replacement=wording.instead(What.DATE, figure.mention, source, said.draw),
        live=wording.live(What.DATE, said.draw),
        confidence=_confidence(said),
    )


def _later(reading: Reading, record: Record, figure: Figure) -> Finding:
    last = record.complete_to or (record.draws[-1].date if record.draws else reading.on)
    params: dict[str, object] = {"date": wording.day(last)}
    return _finding(reading, figure.mention, Status.NOT_IN_RECORD, LATER, params, confidence=NAMED)


def _confidence(said: Statement) -> float:
    return NAMED if _is_named(said) else FROM_CONTEXT


def _is_named(said: Statement) -> bool:
    return any(figure.what in (What.DATE, What.NUMBER) for figure in said.figures)


def _finding(
    reading: Reading,
    mention: Mention,
    status: Status,
    message: str,
    params: dict[str, object],
    draw: Draw | None = None,
    expected: str = "",
    *,
    replacement: str | None = None,
    live: str | None = None,
    confidence: float,
) -> Finding:
    end = mention.end
    return Finding(
        rule=RULE,
        status=status,
        part=reading.name(mention),
        start=mention.start,
        end=end,
        claim=_claim(reading, mention),
        expected=expected,
        replacement=replacement,
        live=live,
        rows=(Row("round", draw.number, draw.address),) if draw is not None else (),
        confidence=confidence,
        message=message,
        params=params,
    )


def _claim(reading: Reading, mention: Mention) -> str:
    words = " ".join(reading.text(mention).split())
    if isinstance(mention, NumberMention) and mention.bound:
        return f"{mention.bound} {words}"
    return words
