"""IRCC's own words for moments and numbers. Pure: no Django.

IRCC writes its page by hand, in many small variations. What is certain is read; what is not is Unreadable,
never guessed.
"""

import re
from datetime import UTC, datetime
from enum import Enum, auto


class Reason(Enum):
    """Why words could not be read."""

    NO_YEAR = auto()
    NO_MONTH = auto()  # The month is misspelt or shortened.
    NO_SECONDS = auto()
    NO_SUCH_MOMENT = auto()  # February 30, or 24:10:00.
    CONTRADICTORY = auto()  # Two dates that differ, or 20:19:59 AM.
    OTHER_ZONE = auto()  # IRCC states UTC, or nothing.
    OTHER_FORM = auto()
    NOT_A_NUMBER = auto()


class Unreadable(ValueError):
    """The words do not say one certain thing; `reason` says why."""

    def __init__(self, text: str, reason: Reason) -> None:
        super().__init__(text, reason)
        self.text = text
        self.reason = reason


_MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip

# "July 06, 2023 at 14:25:05 UTC", with every slip that has been seen: see the tests.
_MOMENT = re.compile(
    r"""(?P<month>[a-z]+)\ (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:[,.]\ ?|\ )
        (?:(?P<year>[0-9]{4})(?:,?\ ))?(?:at\ ?)?
        (?:(?P<again>[0-9]{4}-[0-9]{2}-[0-9]{2})\ )?
        (?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?
        (?:\ (?P<half>am|pm))?(?:\ (?P<zone>[a-z]+))?""",
    re.VERBOSE,
)
_NUMBER = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:(?:,[0-9]{3}){1,2}|(?: [0-9]{3}){1,2})")


def read_moment(text: str) -> datetime:
    """Read "July 06, 2023 at 14:25:05 UTC" as an aware moment in UTC.

    Words without a time zone are in UTC, as IRCC's all are. Raises Unreadable.
    """
    match = _MOMENT.fullmatch(" ".join(text.lower().split()))
    if match is None:
        raise Unreadable(text, Reason.OTHER_FORM)
    if match["zone"] not in (None, "utc"):
        raise Unreadable(text, Reason.OTHER_ZONE)
    if match["month"] not in _MONTHS:
        raise Unreadable(text, Reason.NO_MONTH)
    if match["year"] is None:
        raise Unreadable(text, Reason.NO_YEAR)
    if match["second"] is None:
        raise Unreadable(text, Reason.NO_SECONDS)
    try:
        moment = datetime(
            int(match["year"]),
            _MONTHS.index(match["month"]) + 1,
            int(match["day"]),
            int(match["hour"]),
            int(match["minute"]),
            int(match["second"]),
            tzinfo=UTC,
        )
    except ValueError:
        raise Unreadable(text, Reason.NO_SUCH_MOMENT) from None
    if match["again"] not in (None, moment.date().isoformat()):
        raise Unreadable(text, Reason.CONTRADICTORY)
    return _in_its_half(moment, match["half"], text)


def _in_its_half(moment: datetime, half: str | None, text: str) -> datetime:
    """Move an hour of the 12-hour clock to its half of the day. "20:19:59 PM" says one thing twice."""
    if half == "pm" and moment.hour < 12:
        return moment.replace(hour=moment.hour + 12)
    if half == "am" and moment.hour == 12:
        return moment.replace(hour=0)
    if half == "am" and moment.hour > 12:
        raise Unreadable(text, Reason.CONTRADICTORY)
    return moment


def read_number(text: str) -> int:
    """Read "1500", "1,500" or "1 500". Raises Unreadable."""
    words = " ".join(text.split())
    if not _NUMBER.fullmatch(words):
        raise Unreadable(text, Reason.NOT_A_NUMBER)
    return int(words.replace(",", "").replace(" ", ""))
