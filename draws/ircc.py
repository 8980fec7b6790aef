"""IRCC's own words for moments, days and numbers, in English and French. Pure: no Django.

IRCC writes its page and its feed by hand, in many small variations. What is certain is read; what is not is
Unreadable, never guessed.
"""

import re
import unicodedata
from datetime import UTC, date, datetime
from enum import Enum, auto


class Reason(Enum):
    """Why words could not be read."""

    NO_YEAR = auto()
    NO_MONTH = auto()  # The month is misspelt or shortened.
    NO_SECONDS = auto()
    NO_SUCH_MOMENT = auto()  # February 30, or 24:10:00.
    AMBIGUOUS = auto()  # 11-01-2023 with nothing beside it to say which is the month.
    CONTRADICTORY = auto()  # Two dates that differ.
    OTHER_ZONE = auto()  # IRCC states UTC, or nothing.
    OTHER_FORM = auto()
    NOT_A_NUMBER = auto()
    OUT_OF_RANGE = auto()  # A cut-off of 0 or 5,000.
    OTHER_DAY = auto()  # A moment that does not fit the date beside it.
    AFTER_DRAW = auto()  # A tie-breaking moment later than the draw.
    UNKNOWN_WORDS = auto()  # A program that is not spelt as one of the four.


class Unreadable(ValueError):
    """The words do not say one certain thing; `reason` says why."""

    def __init__(self, text: str, reason: Reason) -> None:
        super().__init__(text, reason)
        self.text = text
        self.reason = reason


_ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
# Without accents, which IRCC sometimes drops.
_FRENCH = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
_MONTHS = {name: number for names in (_ENGLISH, _FRENCH) for number, name in enumerate(names, 1)}

# Words are compared in lower case, without accents, spaces folded: see the tests for every slip that was seen.
_MONTH_FIRST = r"""(?P<month>[a-z]+)\ (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"""
_DAY_FIRST = r"""(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er)?\ (?P<month>[a-z]+)[,.]?\ (?P<year>[0-9]{4})"""
_ISO = r"""(?P<year>[0-9]{4})[-/](?P<month>[0-9]{2})[-/](?P<day>[0-9]{2})"""
_TIME = r"""(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?
    (?:\ (?P<half>am|pm))?(?:\ ?(?P<zone>(?<=[0-9])z|(?<=\ )[a-z]+))?"""
_MOMENTS = [
    re.compile(form + _TIME, re.VERBOSE)
    for form in (
        # July 06, 2023 at 14:25:05 UTC
        _MONTH_FIRST
        + r"""(?:[,.]\ ?|\ )(?:(?P<year>[0-9]{4})(?:,?\ ))?(?:at\ ?)?(?:(?P<again>[0-9]{4}-[0-9]{2}-[0-9]{2})\ )?""",
        # 6 juillet 2023 à 14:25:05 UTC
        _DAY_FIRST + r"""(?:,?\ )(?:(?:at|a)\ ?)?""",
        # 2023-07-06 14:25:05 UTC, 2023-07-06T14:25:05Z
        _ISO + r"""(?:\ |t)""",
    )
]
_DAYS = [
    re.compile(form, re.VERBOSE)
    for form in (
        _MONTH_FIRST + r"""(?:[,.]\ ?|\ )(?P<year>[0-9]{4})""",
        _DAY_FIRST,
        _ISO + r"""(?:(?:\ |t)00:00:00z?)?""",
    )
]
_NUMERIC_DAY = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})")
_NUMBER = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:(?:,[0-9]{3}){1,2}|(?: [0-9]{3}){1,2})")
# IRCC's words for the programs that a round draws from, as it has spelt them, in the order of the record.
_PROGRAMS = {
    "FSW": {
        "federal skilled worker", "federal skilled worker program",
        "programme des travailleurs qualifies (federal)", "travailleurs qualifies (federal)",
    },
    "CEC": {"canadian experience class", "categorie de l'experience canadienne"},
    "FST": {
        "federal skilled trades", "federal skilled trades program",
        "programme des travailleurs de metiers specialises (federal)", "metiers specialises (federal)",
    },
    "PNP": {"provincial nominee program", "programme des candidats des provinces"},
}  # fmt: skip


def _plain(text: str) -> str:
    """Return words in lower case, without accents, their spaces folded."""
    letters = unicodedata.normalize("NFD", " ".join(text.lower().split()))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _match(forms: list[re.Pattern[str]], text: str) -> dict[str, str | None]:
    words = _plain(text)
    for form in forms:
        if match := form.fullmatch(words):
            return match.groupdict()
    raise Unreadable(text, Reason.OTHER_FORM)


def _month(word: str | None, text: str) -> int:
    if word is not None and word.isdigit():
        return int(word)
    if word not in _MONTHS:
        raise Unreadable(text, Reason.NO_MONTH)
    return _MONTHS[word]


def read_moment(text: str) -> datetime:
    """Read "July 06, 2023 at 14:25:05 UTC" or "6 juillet 2023 à 14:25:05 UTC" as an aware moment in UTC.

    Words without a time zone are in UTC, as IRCC's all are. Raises Unreadable.
    """
    found = _match(_MOMENTS, text)
    if found["zone"] not in (None, "utc", "z"):
        raise Unreadable(text, Reason.OTHER_ZONE)
    month = _month(found["month"], text)
    if found["year"] is None:
        raise Unreadable(text, Reason.NO_YEAR)
    if found["second"] is None:
        raise Unreadable(text, Reason.NO_SECONDS)
    day, hour, minute, second = (int(found[name] or 0) for name in ("day", "hour", "minute", "second"))
    try:
        moment = datetime(int(found["year"]), month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        raise Unreadable(text, Reason.NO_SUCH_MOMENT) from None
    if found.get("again") not in (None, moment.date().isoformat()):
        raise Unreadable(text, Reason.CONTRADICTORY)
    return _in_its_half(moment, found["half"])


def read_day(text: str) -> date:
    """Read "July 6, 2023", "6 juillet 2023" or "2023-07-06". Raises Unreadable."""
    found = _match(_DAYS, text)
    month = _month(found["month"], text)
    try:
        return date(int(found["year"] or 0), month, int(found["day"] or 0))
    except ValueError:
        raise Unreadable(text, Reason.NO_SUCH_MOMENT) from None


def possible_days(text: str) -> set[date]:
    """Return what "11-01-2023" can mean: the days that there are with day or month first; none for other forms."""
    match = _NUMERIC_DAY.fullmatch(text.strip())
    if match is None:
        return set()
    first, second, year = (int(part) for part in match.groups())
    days = set()
    for month, day in ((second, first), (first, second)):
        try:
            days.add(date(year, month, day))
        except ValueError:
            continue
    return days


def is_french(text: str) -> bool:
    """Whether a date is in words with a French month that no English one is spelt like."""
    return bool(set(_plain(text).split()) & set(_FRENCH))


def _in_its_half(moment: datetime, half: str | None) -> datetime:
    """Move an hour of the 12-hour clock to its half of the day. 13 and later are of the 24-hour clock only."""
    if half == "pm" and moment.hour < 12:
        return moment.replace(hour=moment.hour + 12)
    if half == "am" and moment.hour == 12:
        return moment.replace(hour=0)
    return moment


def read_number(text: str) -> int:
    """Read "1500", "1,500" or "1 500". Raises Unreadable."""
    words = " ".join(text.split())
    if not _NUMBER.fullmatch(words):
        raise Unreadable(text, Reason.NOT_A_NUMBER)
    return int(words.replace(",", "").replace(" ", ""))


def read_programs(text: str) -> tuple[str, ...]:
    """Read "Canadian Experience Class and Provincial Nominee Program" as ("CEC", "PNP"). Raises Unreadable."""
    words = _plain(text).replace("\u2019", "'")
    names = set(re.split(r", and |, et |, | and | et ", words))
    found = {code: names & spellings for code, spellings in _PROGRAMS.items()}
    if names != set().union(*found.values()):
        raise Unreadable(text, Reason.UNKNOWN_WORDS)
    return tuple(code for code, spelt in found.items() if spelt)
