"""The times that say when the draws of a claim were held. Pure: no Django."""

from datetime import timedelta

from draws.clock import RECORD_BEGINS, Span, year_span

from . import ends
from .passages import Passage
from .patterns import compiled
from .periods import Period

# Periods after these say when a list or a rule came and not when draws were held, or until when and not from when.
_OF_A_LIST = compiled(
    r"\b(?:lists?|versions?|criteria|rules?|categor\w+|announced|published|launched|introduced|named|began|begun|started|changed|updated|created|added|expanded|reform\w*|instructions?|population|census|edition|noc)"
    r"(?: (?:that )?(?:of|in|on|from|for|since|dated|took effect|came into force|in force))? (?:the |early |late |mid-)?$"
    r"|\bby (?:early |mid-|late )?$"
)
_SUPERLATIVE = compiled(
    r"\b(?:lowest|highest|largest|biggest|smallest|most|fewest|first|record|longest|busiest)\b"
)


def stated_periods(passage: Passage, start: int, end: int) -> list[Period]:
    """Return the periods that say when the draws of the claim text[start:end] were held, single days left out."""
    text = passage.text
    found = []
    limit: Period | None = None
    for period in passage.periods:
        before = text[max(0, period.start - 40) : period.start]
        limit = period if _BEFORE.search(before) else limit
        if (
            period.is_day
            # A claim that begins with its figure has the times of its ends within it: "481 in March to 561 in December".
            or (start <= period.start < end and text[start].isdigit())
            or _OF_A_LIST.search(before)
            or _BEFORE.search(before)
            or (period.form == "theyear" and _WEEK_OF.search(before))
            or is_of_another(text, end, period.start)
        ):
            continue
        if period.form.startswith("since") and _SUPERLATIVE.search(text, 0, period.start):
            continue
        if ends.is_of_another(text, end, period) or ends.is_one_of_two(text, period):
            continue
        if period.form == "sinceyear" and _WHEN.match(text, period.end):
            year = period.spans[0].start.year
            period = Period(period.start, period.end, "year", (year_span(year),))
        if limit and text[limit.end : period.start] == " " and limit.spans[0].start > period.spans[0].start:
            # "Before July this year".
            last = limit.spans[0].start - timedelta(days=1)
            period = Period(limit.start, period.end, "span", (Span(period.spans[0].start, last),))
        found.append(period)
    if any(period.form != "sincethen" for period in found):
        # "Since then every round was for nominees: 14 of them in the first half".
        found = [period for period in found if period.form != "sincethen"]
    if not found and passage.asked is not None:
        found = [period for period in passage.asked.periods if not period.is_day]
        if not found and (ever := _EVER.search(passage.asked.text)):
            return [Period(*ever.span(), "ever", (Span(RECORD_BEGINS, passage.day),))]
    return found


# "The last full week of the year": of no year.
_WEEK_OF = compiled(r"\b(?:weeks?|weekend|fortnight) $")
# "Before 2020 there were four": of no time that has a beginning.
_BEFORE = compiled(r"\b(?:before|prior to) (?:early |late |mid-)?$")


def is_of_another(text: str, end: int, start: int) -> bool:
    """Whether a time that begins at `start` is that of one draw, or of none, and not of a claim that ends at `end`."""
    return _OF_ANOTHER.search(text, max(end, start - 40), max(end, start)) is not None


# A time behind these words is that of one draw, or of none.
_OF_ANOTHER = compiled(
    r"\b(?:none|nothing|never|not|no (?:[\w-]+ ){0,3}?(?:draw|round|one))(?: (?:held|drawn|at all))? ?(?:in |since )?$"
    r"|\b(?:last|latest|first|previous|most recent|largest|biggest|smallest|lowest|highest|ending|starting|beginning)(?: (?:one|of them|draw|round))?(?: (?:was|came|held|being))?,? ?(?:in |on |with that of )?(?:the )?$"
)
_EVER = compiled(r"\bever\b")


_WHEN = compiled(r",? (?:when|in which|the year)\b")
