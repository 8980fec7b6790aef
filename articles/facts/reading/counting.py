"""Numbers as they are written: "2,300", "2 300", "2.3K", "twenty-one", "a dozen", "21st"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {
    word: 10 * place
    for place, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
# Number words below a hundred.
SMALL = {**{word: place for place, word in enumerate(_UNITS)}, **_TENS}
ORDINALS = {
    word: place
    for place, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
_FRENCH = {
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
}
_GROUPS = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_SCALES = {
    "k": 1000,
    "m": 1_000_000,
    "thousand": 1000,
    "mille": 1000,
    "million": 1_000_000,
    "hundred": 100,
    "dozen": 12,
}

# "A single French draw", "a single point".
_ALONE = frozenset(("single", "lone", "sole"))
_UNIT = "|".join(sorted(SMALL, key=len, reverse=True))
_GROUP = "|".join(_GROUPS)
_DIGIT = "|".join(_UNITS[1:10])
# "Three ninety-one", as scores are spoken: the hundred is left out.
_SPOKEN = rf"(?:{_DIGIT})\s(?:{'|'.join(_UNITS[10:])}|(?:{'|'.join(_TENS)})(?:[-\s](?:{_DIGIT}))?)(?![-\s](?:{_GROUP}))"
_WORD = rf"(?:{_SPOKEN}|(?:{_UNIT})(?:[-\s](?:{_DIGIT}))?)"
_FIGURES = re.compile(
    r"(?<![\w.,])(?:(?P<grouped>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?(?!,\d)|\d{1,3}(?:[ ]\xa0{0,9}\d{3}){1,2}(?=\D|\Z)(?![ ]\d{3}\b))|(?P<plain>\d{1,15}(?:\.\d{1,6})?))"
    r"(?:(?P<ordinal>st|nd|rd|th)\b|\s?(?P<scale>[kK]|thousand|million|hundred|dozen)\b)?(?!\d)"
)
# "A", "half", and the first letters of the others: where there is none, no word has to be tried.
_FIRST = "".join(sorted({"a", "h", *(word[0] for word in (*SMALL, *ORDINALS, *_FRENCH))}))
_WORDS = re.compile(
    rf"(?<![\w-])(?=[{_FIRST}])(?:(?P<whole>(?<!not\s)(?<!without\s)(?<!than\s)(?<!never\s)a\s(?:single|lone|sole)(?=\s(?:(?:[\w-]+\s){{1,4}}(?:draw|round)|point)\b)|(?:{_WORD}|a|half\sa)\s(?:{_GROUP})(?:(?:(?<=thousand),)?\s(?:and\s)?{_WORD}(?:\s(?:{_GROUP})(?:(?:,(?=\s{_WORD}\shundred))?\s(?:and\s)?{_WORD}(?:\shundred(?:\s(?:and\s)?{_WORD})?)?)?)?)?"
    rf"|{_WORD})|(?P<ordinal>(?:(?:{'|'.join(_TENS)})-)?(?:{'|'.join(ORDINALS)})|(?:twent|thirt|fort|fift)ieth)"
    rf"|(?P<french>{'|'.join(_FRENCH)}))(?![\w]|-(?!day|point|month|year|draw|round|week|hour|minute))",
    re.IGNORECASE,
)


class Number(NamedTuple):
    """A number and where it stands; `form` is "digits", "short" or "words"."""

    start: int
    end: int
    value: float
    form: str
    ordinal: bool = False


def find(text: str) -> Iterator[Number]:
    """Yield the numbers of a text, figures and words, in their order."""
    yield from sorted([*_figures(text), *_words(text)])


def _figures(text: str) -> Iterator[Number]:
    for match in _FIGURES.finditer(text):
        if match["grouped"]:
            value = float("".join(filter("0123456789.".__contains__, match["grouped"])))
        else:
            value = float(match["plain"])
            if value in _YEARS and _THE.search(text, max(0, match.start() - 6), match.start()):
                # "The 2015 invitations": a number of so many would have its comma.
                continue
        form = "digits"
        if scale := match["scale"]:
            value, form = value * _SCALES[scale.lower()], "short"
        yield Number(match.start(), match.end(), round(value, 6), form, bool(match["ordinal"]))


_YEARS = range(2015, 2041)
_THE = re.compile(r"\b(?:the|all|its|our)\s\Z", re.IGNORECASE)


def _words(text: str) -> Iterator[Number]:
    for match in _WORDS.finditer(text):
        if match["french"]:
            yield Number(match.start(), match.end(), float(_FRENCH[match[0].lower()]), "words")
        elif match["ordinal"]:
            yield Number(match.start(), match.end(), float(_ordinal(match[0].lower())), "words", True)
        else:
            yield Number(match.start(), match.end(), _value(match[0].lower()), "words")


def _ordinal(words: str) -> int:
    tens, _, unit = words.rpartition("-")
    if unit in ORDINALS:
        return _TENS.get(tens, 0) + ORDINALS[unit]
    return {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50}[unit]


def _value(words: str) -> float:
    """Add up the words of a number: "two thousand three hundred" is 2,300."""
    total = part = 0.0
    for word in words.replace("-", " ").replace(",", "").split():
        if word == "half":
            part = 0.5
        elif word == "a" or word in _ALONE:
            part = part or 1
        elif word in SMALL:
            part = part * (100 if 0 < part < 10 <= SMALL[word] else 1) + SMALL[word]
        elif word in _GROUPS:
            scale = _GROUPS[word]
            if scale >= 1000:
                total, part = total + (part or 1) * scale, 0.0
            else:
                part = (part or 1) * scale
    return total + part


def written(value: float, like: str) -> str:
    """Write a number in the form of `like`: with or without commas, as a word, as "2.3K"."""
    whole = int(value)
    if re.search(r"[kK]\b", like) and whole >= 1000:
        short = f"{value / 1000:.3f}".rstrip("0").rstrip(".")
        return short + like.strip()[-1]
    if re.search(r"[a-z]", like, re.IGNORECASE) and whole < len(_UNITS):
        word = _UNITS[whole]
        return word.capitalize() if like[:1].isupper() else word
    if " " in like.strip() and re.fullmatch(r"[\d\s]+", like.strip()):
        separator = next(character for character in like.strip() if not character.isdigit())
        return f"{whole:,}".replace(",", separator)
    if re.fullmatch(r"\d{4,}", like.strip()):
        return str(whole)
    return f"{whole:,}"
