"""The values that arguments take, read strictly; errors that say what was meant."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches

from draws.clock import FIRST_YEAR, LAST_YEAR, Span, Week, month_span, year_span
from draws.numbers import NotARoundNumber, sequence

NOMINEES = "pnp"

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_PICTURE = re.compile(r"[1-9][0-9]{0,8}")
_YEAR = re.compile(r"[0-9]{4}")


def gettext_noop(message: str) -> str:
    """Mark a message for translation, by the name that makemessages knows; whoever shows it translates it."""
    return message


class BadReference(ValueError):
    """What is written between the brackets is no reference: `messages` with `params` say what was meant."""

    def __init__(self, *messages: str, **params: object):
        super().__init__(" ".join(messages) % params)
        self.messages = messages
        self.params = params


def unknown(word: str, allowed: Iterable[str], message: str, **params: object) -> BadReference:
    """Say that `word` is not known, with what was probably meant, or else with what there is."""
    known = list(allowed)
    if near := get_close_matches(word, known, n=1, cutoff=0.6):
        return meant(near[0], message, word=word, **params)
    return BadReference(
        message, gettext_noop("There is: %(known)s."), word=word, known=", ".join(known), **params
    )


def meant(guess: str, message: str, **params: object) -> BadReference:
    return BadReference(message, gettext_noop("Did you mean %(meant)s?"), meant=guess, **params)


def day(text: str) -> date:
    try:
        if _DAY.fullmatch(text):
            day = date.fromisoformat(text)
            if FIRST_YEAR <= day.year <= LAST_YEAR:
                return day
    except ValueError:
        pass
    raise BadReference(gettext_noop("“%(word)s” is no day. Write it like 2023-07-06."), word=text)


def picture(text: str) -> int:
    if _PICTURE.fullmatch(text):
        return int(text)
    raise BadReference(
        gettext_noop("“%(word)s” is no number of a picture. Write it like [[image 12]]."), word=text
    )


def week(text: str) -> Span:
    try:
        return Week.parse(text).span
    except ValueError:
        raise BadReference(
            gettext_noop("“%(word)s” is no week. Write it like 2023-W27."), word=text
        ) from None


def month(text: str) -> Span:
    match = _MONTH.fullmatch(text)
    if match and FIRST_YEAR <= int(match[1]) <= LAST_YEAR and 1 <= int(match[2]) <= 12:
        return month_span(int(match[1]), int(match[2]))
    raise BadReference(gettext_noop("“%(word)s” is no month. Write it like 2023-07."), word=text)


def year(text: str) -> Span:
    if _YEAR.fullmatch(text) and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return year_span(int(text))
    raise BadReference(gettext_noop("“%(word)s” is no year of the record. Write it like 2023."), word=text)


def number(text: str) -> str:
    try:
        sequence(text)
    except NotARoundNumber:
        raise BadReference(
            gettext_noop("“%(word)s” is no number of a draw. Write it like 255 or 91a."), word=text
        ) from None
    return text


def each[T](text: str, read: Callable[[str], T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(read(word) for word in text.split(",")))


def slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise BadReference(
            gettext_noop("“%(word)s” is no type of draw. Write it like cec or french."), word=text
        )
    return text


def slugs(text: str) -> tuple[str, ...]:
    return each(text, slug)


def now(text: str) -> bool:
    if text != "now":
        raise BadReference(gettext_noop("as_of= takes only “now”, not “%(word)s”."), word=text)
    return True
