"""The words of a sentence without its times, so that one grammar reads them whatever time stands among them. Pure: no Django."""

from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled

# What stands before a time and goes with it: "in 2024", "over the course of the year".
_LEADS = compiled(
    r"(?: ?[,(])?(?: (?:held|so far|then|back|early|late|all|only))*(?: (?:in|during|of|for|over|from|between|since|within|by|until|up to|throughout|the|whole|all|course|entire|months?|first|second|half))*(?: |$)$"
)


def between(passage: Passage, start: int, end: int) -> str:
    """Return the words from `start` to `end` without the times that stand there."""
    found: list[str] = []
    for period in passage.periods:
        if not period.is_day and start <= period.start and period.end <= end:
            leads = _LEADS.search(passage.text, start, period.start)
            found.append(passage.text[start : leads.start() if leads else period.start])
            start = period.end
            if passage.text[start : start + 1] in (",", ")"):
                start += 1
    return "".join((*found, passage.text[start:end]))
