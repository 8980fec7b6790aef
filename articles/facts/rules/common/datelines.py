"""The day of an article before its first words: "OTTAWA, November 17, 2025 – The association". Pure: no Django."""

import re
from datetime import date

from articles.facts.reading import DateMention, Mention, Reading

# Before and behind such a day.
_CITY = re.compile(r"\W*(?:[A-Z][\w.'-]+(?:[ ,/(]+[A-Z][\w.'-]*){0,4}[,) ]+\W*)?")
_YEAR = re.compile(r"\b20\d\d\b")
_DASH = re.compile(r"\W{0,4}\s(?:/[\w ]{2,20}/\s*)?(?:[-–—]|--|/)\s|\W{0,4}(?:[–—]|--)")


def is_dateline(text: str, begin: int, day: DateMention, on: date) -> bool:
    """Whether a day is that of the article and leads a sentence that begins at a place of a text."""
    return (
        day.holds(on)
        and _YEAR.search(text, day.start, day.end) is not None
        and _CITY.fullmatch(text, begin, day.start) is not None
        and _DASH.match(text, day.end) is not None
    )


def leads(reading: Reading, day: Mention) -> bool:
    """Whether something mentioned is such a day."""
    return isinstance(day, DateMention) and any(
        is_dateline(reading.texts[day.part].text, one.start, day, reading.on)
        for one in reading.sentences
        if one.part == day.part and one.start <= day.start < one.end
    )
