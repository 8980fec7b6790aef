"""Numbers and addresses by which somebody could be known, found in what they write. Pure: no Django.

Better a number too many than one too few, but what people write about here passes: cut-offs, codes of occupations,
dates, numbers of draws and of invitations, addresses of pages.
"""

import re
import unicodedata
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    UCI = "uci"
    APPLICATION = "application"
    PASSPORT = "passport"
    PHONE = "phone"
    SIN = "sin"
    EMAIL = "email"
    LONG = "long"


class Find(NamedTuple):
    """What kind it seems to be, and how it stands in the text."""

    kind: Kind
    text: str


# What is none, and would look like one. "-" stands for every hyphen and dash, a digit for every decimal digit.
_LINKS = re.compile(r"\bhttps?://\S+|\bwww\.\S+", re.IGNORECASE)
_DATES = re.compile(
    r"(?<![\d-])(?:(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|[12]\d|3[01])\2(?:19|20)\d\d"
    r"|(?:19|20)\d\d ?- ?(?:19|20)\d\d"
    # From one round number to another.
    r"|\d\d00 ?- ?\d\d00)(?!-?\d)"
)
_CODES = re.compile(r"(?<![\d-])\d{5}(?:[ ,;/]{1,2}\d{5})+(?![\d-])")
_BARE_DATES = re.compile(r"(?<![\d-])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d-])")

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
# After the word for it, a number of almost any form is one.
_SAID = [
    (
        Kind.UCI,
        re.compile(
            r"\b(?:uci|iuc)\b\D{0,20}?(?P<it>\d{8}|\d{10}|\d{4}[ -]\d{4}|\d\d[ -]\d{4}[ -]\d{4})(?!\d)", re.I
        ),
    ),
    (Kind.PASSPORT, re.compile(r"\bpassport\b[^\n\d]{0,20}?(?P<it>\b[a-z]{0,2}\d{6,9})(?!\d)", re.I)),
    (
        Kind.PHONE,
        re.compile(
            r"\b(?:phone|telephone|tel|call|whatsapp|mobile|cell)\b[^\n\d(+]{0,20}(?P<it>[(+]?\d(?:[-. ()]{0,2}\d){6,14})(?!\d)",
            re.I,
        ),
    ),
    (Kind.PHONE, re.compile(r"(?<![\d+])(?P<it>\+\d(?:[-. ()/]{0,2}\d){7,14})(?!\d)")),
]
# In this order: what is found is not looked at again.
_SHAPES = [
    (
        Kind.APPLICATION,
        re.compile(r"\b[A-Z]{1,2}[- ]?\d{9}(?!\d)|\b[a-z]{1,2}-?\d{9}(?!\d)|\bEP\d\d-\d{6}(?!\d)"),
    ),
    (
        Kind.PASSPORT,
        re.compile(r"\b[A-Z]{1,2}-?\d{6,8}(?!\d)|\b[A-Z]{1,2} \d{7,8}(?!\d)|\b[a-z]{1,2}\d{6,8}(?!\d)"),
    ),
    (Kind.PHONE, re.compile(r"(?<![\d-])00[1-9](?:[-. ()/]{0,2}\d){7,13}(?!\d)")),
    (
        Kind.PHONE,
        re.compile(r"(?<![\d-])(?:1[-. ]?)?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-. ]?)[2-9]\d\d[-. ]?\d{4}(?![\d-])"),
    ),
    (Kind.PHONE, re.compile(r"(?<![\d-])0(?:\d{1,4}[ -]\d{3,4}[ -]\d{3,4}|\d{9,10})(?![\d-])")),
    (Kind.UCI, re.compile(r"(?<![\d-])(?:\d{8}|\d{10}|\d{4}-\d{4}|\d\d[ -]\d{4}[ -]\d{4})(?![\d-])")),
    (Kind.SIN, re.compile(r"(?<![\d-])(?:\d{9}|\d{3}-\d{3}-\d{3})(?![\d-])")),
    (Kind.LONG, re.compile(r"\d{8,}")),
]
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")


def find(text: str) -> list[Find]:
    """Return what is found, each once, in the order of the text."""
    plain = _plain(text)
    found: dict[int, Find] = {}

    def without(kind: Kind | None, pattern: re.Pattern[str]) -> str:
        """Note what `pattern` finds as `kind`, and return the text with nothing in its place."""

        def blank(match: re.Match[str]) -> str:
            start, end = match.span("it") if "it" in pattern.groupindex else match.span()
            if kind:
                found[start] = Find(kind, text[start:end])
            before, after = plain[match.start() : start], plain[end : match.end()]
            return f"{before}{'\n' * (end - start)}{after}"

        return pattern.sub(blank, plain)

    plain = without(None, _LINKS)
    plain = without(Kind.EMAIL, _EMAIL)
    plain = without(None, _DATES)
    for kind, pattern in _SAID:
        plain = without(kind, pattern)
    plain = without(None, _CODES)
    plain = without(None, _BARE_DATES)
    for kind, pattern in _SHAPES:
        plain = without(kind, pattern)
    return list(dict.fromkeys(found[start] for start in sorted(found)))


def _plain(text: str) -> str:
    """Return `text` with ASCII digits, hyphens and spaces, character for character."""
    if text.isascii():
        return text
    return "".join(map(_plain_character, text.translate(_HYPHENS)))


def _plain_character(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return " " if character.isspace() and character != "\n" else character
