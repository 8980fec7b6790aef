"""Tie-breaks of the draw that the sentence before tells of: "It issued 3,500 invitations. The tie-breaking rule was set at May 21, 2026". Pure: no Django.

A time that is that of another draw, which the text does not speak of there, is no more right for that.
"""

from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import DateMention, NumberMention, Role
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.late import OBJECTIONS, Judged, sentences
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.rounds_wording import day as written_day
from articles.facts.rules.common.rounds_wording import instead, value
from articles.facts.rules.common.setting_words import GENERIC
from articles.facts.statements import What
from articles.facts.statements.fitting import says
from articles.facts.statements.record import is_of_type
from articles.references import gettext_noop

RULE = "rounds"
WRONG = gettext_noop("The tie-breaking time of draw %(number)s of %(date)s is %(expected)s.")

# What is told of a tie-break goes back to one of so many draws told of before it.
BEFORE = 3
LEAST = 60

_TIE = compiled(
    r"\b(?:tie-? ?break\w*|profiles? (?:that |which |who )?(?:had been |were |was )?(?:submitted|created|entered)|submitted (?:their |the |a |an )?(?:express entry )?profiles?)\b[^.;]{0,70}$"
)
_OTHERS = hedged(
    "previous|earlier|last time|that of|(?:of|for|in) (?:the|that|each)(?: of the)? (?:first|second|third|fourth|last|latter|former|other|one)|in the (?:draw|round) of|example|than|years? (?:ago|before)|my|i|her|his|your?|she|he|since|between"
)


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge the times of tie-breaks where no rule has called anything wrong."""
    judged = Judged(found, OBJECTIONS)
    for passage in sentences(reading, record):
        if passage.is_question or _OTHERS.search(passage.text):
            continue
        days = [day for day in passage.dates if day.is_day and not day.relative]
        if len(days) != 1 or not _TIE.search(passage.text, 0, days[0].start):
            continue
        if judged.is_free(passage, days[0].start, days[0].end):
            yield from _judged(passage, record, days[0])


def _judged(passage: Passage, record: Record, day: DateMention) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    # A draw that the time of its tie-break alone has named is not told of.
    own = [
        draw for draw in passage.draws if passage.slugs or len(passage.dates) > 1 or draw in passage.before
    ]
    told = [*own, *passage.before[:BEFORE], *passage.compared]
    draw = _meant(passage, known, own)
    if draw is None or draw.tie_breaking_at is None or day.may_hold(draw.date):
        return
    if any(says(What.TIE, day, other) for other in (draw, *told)):
        return
    expected = value(What.TIE, draw)
    words = passage.source[day.start : day.end]
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        day.start,
        day.end,
        WRONG,
        expected=expected,
        replacement=instead(What.TIE, day, words, draw),
        rows=rows_of(draw),
        confidence=0.75,
        params={"number": draw.number, "date": written_day(draw.date), "expected": expected},
    )


def _meant(passage: Passage, known: Sequence[Draw], own: Sequence[Draw]) -> Draw | None:
    """Return the draw of a tie-break: that of the type that is named with it, that of a cut-off that is, or the one told of before."""
    spoken = [draw for draw in (*own, *passage.before) if draw not in passage.compared]
    slugs = [slug for slug in passage.slugs if slug not in GENERIC]
    if slugs:
        spoken = [draw for draw in spoken if all(is_of_type(draw, slug) for slug in slugs)]
    scores = [number.value for number in passage.numbers if _is_score(number)]
    if scores:
        topic = [draw for draw in known if draw.category in passage.topic][-1:]
        spoken = [draw for draw in (*spoken, *topic) if draw.crs_cutoff in scores]
    return spoken[0] if spoken else None


def _is_score(number: NumberMention) -> bool:
    return number.value >= LEAST and number.role in (Role.CUTOFF, Role.UNKNOWN, Role.POINTS)
