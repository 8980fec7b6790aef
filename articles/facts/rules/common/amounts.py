"""What a figure in prose leaves open: "about 5,000", "more than 60,000", "up 20 per cent". Pure: no Django."""

from enum import Enum, auto
from functools import lru_cache

from articles.facts.reading import counting
from articles.facts.reading.counting import SMALL

from .patterns import compiled


class Hedge(Enum):
    """How the words around a figure loosen it."""

    EXACT = auto()
    ABOUT = auto()
    NEARLY = auto()
    OVER = auto()
    UNDER = auto()
    AT_LEAST = auto()
    AT_MOST = auto()


_BEFORE = (
    (Hedge.AT_LEAST, r"at least(?: some)?|no fewer than|no less than|not less than"),
    (
        Hedge.AT_MOST,
        r"at most|no more than|not more than|(?<!\badd\s)(?<!\badds\s)(?<!\badded\s)(?<!\badding\s)up to|as many as",
    ),
    (Hedge.NEARLY, r"nearly|almost|just under|close to|just short of|approaching|a little under|just shy of"),
    (
        Hedge.OVER,
        r"more than|over|just over|upwards of|above|exceeding|well over|passed(?: the)?|topped|surpassed|crossed(?: the)?|in excess of|a little over",
    ),
    (Hedge.UNDER, r"fewer than|less than|under|below|well under"),
    (Hedge.ABOUT, r"about|around|roughly|approximately|approx\.?|some|circa|ca\.?|or so|~"),
)
_ANY = "|".join(f"(?P<{hedge.name}>{words})" for hedge, words in _BEFORE)
_LAST = compiled(rf"(?:(?<=\W)|^)(?:{_ANY})\s*(?:a |an |the |of |another )?$")
_NEXT = compiled(r"\s*(?:(?P<ABOUT>or so\b|or thereabouts\b)|(?P<AT_LEAST>\+|plus\b|or more\b))")
# Words before a figure farther away than this do not loosen it.
REACH = 30

ABOUT_SHARE = 0.06
NEARLY_SHARE = 0.1
# A bare round figure so large may stand for one that it rounds: "64,000" for 64,123.
ROUNDED_FROM = 10_000
ROUNDED_TO = 1000
ROUNDED_SHARE = 0.01


@lru_cache(maxsize=512)
def hedge(text: str, start: int, end: int) -> Hedge:
    """Return how text[start:end], a figure in small letters, is loosened by the words beside it."""
    before = _LAST.search(text[max(0, start - REACH) : start])
    if before and before.lastgroup in ("OVER", "UNDER") and before[0].endswith("the "):
        # "Fewer than the 8,600 of August" says what August had.
        return Hedge.EXACT
    found = before or _NEXT.match(text, end, end + REACH)
    return Hedge[found.lastgroup] if found and found.lastgroup else Hedge.EXACT


def fits(claimed: float, actual: float, hedge: Hedge = Hedge.EXACT) -> bool:
    """Whether a claimed figure, so loosened, may be said of the actual one."""
    match hedge:
        case Hedge.ABOUT:
            return abs(claimed - actual) <= ABOUT_SHARE * actual
        case Hedge.NEARLY:
            return claimed * (1 - NEARLY_SHARE) <= actual <= claimed
        case Hedge.OVER:
            return actual > claimed
        case Hedge.UNDER:
            return actual < claimed
        case Hedge.AT_LEAST:
            return actual >= claimed
        case Hedge.AT_MOST:
            return actual <= claimed
    return claimed == actual or _rounds(claimed, actual)


def _rounds(claimed: float, actual: float) -> bool:
    return (
        claimed >= ROUNDED_FROM
        and claimed % ROUNDED_TO == 0
        and abs(claimed - actual) <= min(ROUNDED_TO / 2, ROUNDED_SHARE * actual)
    )


def share_fits(claimed: float, actual: float, hedge: Hedge = Hedge.EXACT) -> bool:
    """Whether a percentage may be said of the actual one: rounded to a whole one, or looser where it says so."""
    if hedge is Hedge.EXACT:
        step = 0.55 if claimed == int(claimed) else 0.055
        return abs(claimed - actual) <= step
    if hedge is Hedge.ABOUT:
        return abs(claimed - actual) <= max(1.5, ABOUT_SHARE * actual)
    return fits(claimed, actual, hedge)


_TENS = list(SMALL)[20:]
# Number words by their number, up to 99.
WORDS = (
    *("no", *list(SMALL)[1:20]),
    *(word for tens in _TENS for word in (tens, *(f"{tens}-{unit}" for unit in list(SMALL)[1:10]))),
)
_PLACES = list(counting.ORDINALS)
# "First" to "ninety-ninth" by their number.
ORDINALS = (
    *("", *_PLACES[:19]),
    *(
        word
        for tens in _TENS
        for word in (f"{tens.removesuffix('y')}ieth", *(f"{tens}-{unit}" for unit in _PLACES[:9]))
    ),
)


def number(words: str) -> int:
    """Return a number below a hundred that is written in words, or any in figures."""
    return int(words.replace(",", "")) if words[:1].isdigit() else WORDS.index(words)


def written(value: int, like: str) -> str:
    """Write a number in the form of another: "4,300" like "4,200", "four" like "three", "4 300" like "4 200"."""
    if like[:1].isalpha() and value < len(WORDS):
        word = WORDS[value]
        return word.capitalize() if like[:1].isupper() else word
    separator = next((mark for mark in ",   " if mark in like.strip()), ",")
    digits = like.strip()
    if digits.isdigit() and len(digits) > 3:
        return str(value)
    return f"{value:,}".replace(",", separator)


def ordinal(value: int, like: str = "first") -> str:
    """Write which one: "third" like "second", "13th" like "12th"."""
    if like[:1].isalpha() and 0 < value < len(ORDINALS):
        word = ORDINALS[value]
        return word.capitalize() if like[:1].isupper() else word
    ending = "th" if value % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"
