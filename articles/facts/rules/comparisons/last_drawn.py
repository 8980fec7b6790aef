"""When types were drawn last, as sentences say it of several: "education was last drawn in May 2025 and STEM in April 2024". Pure: no Django."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import CategoryMention, DateMention
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.late import OBJECTIONS, Judged, sentences
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.rounds_wording import day as written_day
from articles.facts.rules.common.rounds_wording import value
from articles.facts.rules.common.setting_words import GENERIC
from articles.facts.rules.common.speaking import widened
from articles.facts.statements import What
from articles.references import gettext_noop

RULE = "rounds"
LAST = gettext_noop("The last draw of this type was draw %(number)s of %(expected)s.")

# What came so few days before the article may be what it tells of, and "last" the one before it.
NEWS = timedelta(days=10)

_NOUN = (
    r"(?:'s)?(?: (?:candidates|workers?|occupations|speakers|draws?|rounds?|category|list|graduates|people))*"
)
_ASIDE = r"(?:,? (?:which|that|who|whose|with|back|on|one)\b[^,;:()]{0,80},|,[^,;:()0-9]{0,40},)?"
_BE = r"(?:(?:was|were|has|have|been|being|also|itself|themselves|only) )*"
_AT = r" (?:back |already |as long ago as |as far back as )?(?:in|on)(?: the (?:spring|summer|autumn|winter|middle|end) of)?(?: early| mid| late|-)* $"
_DRAWN = compiled(
    rf"{_NOUN}{_ASIDE} {_BE}last {_BE}(?:drawn|invited|called|chosen|picked|selected|seen|held|used|up|(?:had|saw|got|received) (?:a|an|any|its|their)(?: own)? (?:draw|round|turn|invitations?)|(?:had|got) (?:a|its|their) turn)(?: (?:from|for|up|out|upon|on))?{_AT}"
)
_LAST_DRAW = compiled(
    r"(?:'s|') (?:last|latest|most recent) (?:draw|round)(?: so far| to date)?,? (?:was|came|dates|took place|is|goes|happened|lies)(?: (?:held|back|already|still|long ago))*(?: (?:from|to|of|in|on))+ (?:early |mid-|late )?$"
)
_OF_LAST = compiled(r"\b(?:the|its|their) (?:last|latest|most recent) $")
_WAS = compiled(
    r" (?:draw|round)(?: (?:so far|to date|of all))?,? (?:was|came|dates|took place|is|goes|happened)(?: (?:held|back|already|still))*(?: (?:from|to|of|in|on))+ (?:early |mid-|late )?$"
)
# "..., STEM in April 2024", "... and for STEM from April 2024".
_AND = compiled(
    r"(?: [0-9]{4})?,?(?: and| while| but|;)? (?:that |the one |the last )?(?:for |of |in )?(?:the )?$"
)
_THEN = compiled(
    rf"{_NOUN},? (?:(?:was|were|came|it was|last|the last|already|draw|one|not since) )*(?:in|on|from|of) (?:early |mid-|late )?$"
)
_LOOSE = hedged(
    r"by then|at that time|until then|that year|of the year|this year|of (?:19|20)[0-9]{2}|that month|before that|had (?:been )?last|last (?:of|in a)|largest|smallest|lowest|highest|first|said|rumou?r\w*|announced|changed|renewed|revised|updated"
)


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge the times at which types are said to have been drawn last, where no rule has called anything wrong."""
    judged = Judged(found, OBJECTIONS)
    for passage in sentences(reading, record):
        if "last " not in passage.text and "latest" not in passage.text and "most recent" not in passage.text:
            continue
        if passage.is_question or not passage.categories:
            continue
        for named, day in _told(passage):
            if judged.is_free(passage, day.start, day.end):
                yield from _judged(passage, record, named, day)


def _told(passage: Passage) -> Iterator[tuple[CategoryMention, DateMention]]:
    """Yield types with the times at which they were drawn last."""
    text = passage.text
    before: DateMention | None = None
    for day in passage.dates:
        types = [mention for mention in passage.categories if mention.end <= day.start]
        if not types or day.relative:
            continue
        named = types[-1]
        # An aside between the type and its time may name times too: "transport, which returned in December 2025, last had".
        words = text[named.end : day.start]
        if before is not None and named.start >= before.end:
            is_told = bool(
                _AND.fullmatch(text, before.end, named.start) and _THEN.fullmatch(text, named.end, day.start)
            )
        else:
            is_told = False
        is_told = is_told or bool(_DRAWN.fullmatch(words) or _LAST_DRAW.fullmatch(words))
        is_told = is_told or bool(_OF_LAST.search(text, 0, named.start) and _WAS.fullmatch(words))
        if is_told and day.precision in ("day", "month", "year"):
            before = day
            yield named, day
        elif before is not None and day.start - before.end > 2:
            before = None


def _judged(passage: Passage, record: Record, named: CategoryMention, day: DateMention) -> Iterator[Finding]:
    begin = max(passage.text.rfind(mark, 0, named.start) for mark in ";:") + 1
    if named.slug in GENERIC or _LOOSE.search(passage.text, begin, day.end):
        return
    types = widened((named.slug,), record.draws)
    of_type = [draw for draw in record.draws if draw.date <= passage.day and draw.category in types]
    if not of_type:
        return
    last = lasts(passage, of_type)
    if any(day.may_hold(draw.date) for draw in last):
        return
    (draw, *_others) = last
    expected = value(What.PERIOD, draw) if day.precision == "month" else written_day(draw.date)
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        day.start,
        day.end,
        LAST,
        expected=expected,
        rows=rows_of(draw),
        confidence=0.8,
        params={"number": draw.number, "expected": expected},
    )


def lasts(passage: Passage, of_type: Sequence[Draw]) -> list[Draw]:
    """Return the draws that "last" may mean of a type, the likelier first: the one before what is told of."""
    last = of_type[-1]
    if passage.day - last.date <= NEWS or last in (*passage.draws, *passage.before):
        return list(of_type[-2:])
    return [last]
