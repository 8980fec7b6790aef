"""How many draws are said beside the days that are named for them: "four rounds, on the 3rd, the 17th and the 31st". Pure: no Django."""

from collections.abc import Iterator, Sequence

from articles.facts.model import Finding, Record, Status
from articles.facts.reading.mentions import DateMention, NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.speaking import widened
from articles.references import gettext_noop

RULE = "counts"

# Behind the number, before the first day.
_OPENS = compiled(
    r"(?: (?:draws|rounds|times|occasions|were held|took place|in all))*(?: in (?:the|these|those|that) (?:(?:two|three|four|same|whole) )?(?:weeks?|months?|quarter|half|year))?(?: ?[:(–—-]|,)? ?(?:namely |that is,? |those of |held )?(?:on )?(?:the )?"
)
_NEXT = compiled(r" ?(?:,|;|and|, and) ?(?:on |that of |of )?(?:the )?")
# "Two draws: 920 invitations on July 2 (739), 1,391 on July 16 (670)": a figure goes before each day.
_COLON = compiled(r"(?: (?:draws|rounds))? ?: ?")
_WITH_FIGURE = compiled(r"[^:;.]{0,60}? (?:on|of) (?:the )?")
_LAST = compiled(r"[ ,]and[ ]")
_LOOSE = compiled(r"\b(?:at least|more than|over|about|another|other|first|last two|between|every|than)\b")
MOST = 12


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the numbers of draws that a list of days follows."""
    days = [mention for mention in passage.dates if mention.is_day and not mention.relative]
    if len(days) < 2:
        return
    for number in passage.numbers:
        if number.role in (Role.DRAWS, Role.TIMES, Role.UNKNOWN) and number.value in range(2, MOST):
            named = _days(passage, number, days)
            before = passage.text[max(0, number.start - 20) : number.start]
            if len(named) > 1 and not _LOOSE.search(before):
                yield from _judged(passage, record, number, named)


def _days(passage: Passage, number: NumberMention, days: Sequence[DateMention]) -> list[DateMention]:
    """Return the days that stand in a row behind a number; none where the row is not told to its end."""
    end = max(number.end, number.noun)
    behind = [day for day in days if day.start >= end]
    if not behind:
        return []
    if _OPENS.fullmatch(passage.text, end, behind[0].start) and behind[0].start - end > 1:
        gaps = _NEXT
    elif _COLON.match(passage.text, end) and _WITH_FIGURE.fullmatch(passage.text, end + 2, behind[0].start):
        gaps = _WITH_FIGURE
    else:
        return []
    row = behind[:1]
    for day in behind[1:]:
        if not gaps.fullmatch(passage.text, row[-1].end, day.start):
            break
        row.append(day)
    ended = len(row) == len(behind) and len(row) > 1
    return row if ended and _LAST.search(passage.text, row[-2].end, row[-1].start) else []


def _judged(
    passage: Passage, record: Record, number: NumberMention, days: Sequence[DateMention]
) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = widened(passage.slugs or passage.topic, known)
    held = [draw for draw in known if any(day.may_hold(draw.date) for day in days)]
    of_types = [draw for draw in held if draw.category in types]
    if any(not any(day.may_hold(draw.date) for draw in held) for day in days):
        return
    if number.value in (len(days), len(held), len(of_types)):
        return
    expected = len(days)
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        number.start,
        number.end,
        gettext_noop("What follows has %(expected)s."),
        expected=str(expected),
        replacement=amounts.written(expected, passage.source[number.start : number.end]),
        rows=rows_of(*(of_types or held)),
        confidence=0.8,
        params={"expected": expected},
    )
