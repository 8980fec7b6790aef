"""Reading IRCC's feed of rounds. Pure: no Django, no network.

The feed is edited by hand: every value is read for what it certainly says, and what is not certain is reported
with IRCC's words, never guessed. A document that is no feed raises NotAFeed; a row never raises.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto

from draws.feed.values import lists, plain, values_of
from draws.ircc import (
    Reason,
    Unreadable,
    is_french,
    possible_days,
    read_day,
    read_moment,
    read_number,
    read_programs,
)
from draws.numbers import NotARoundNumber, sequence
from draws.pool_sums import Band

# IRCC's table of the pool: the smallest bands by their key in the feed, and the lines that repeat bands.
BANDS = {
    "dd1": (601, 1200), "dd2": (501, 600), "dd4": (491, 500), "dd5": (481, 490), "dd6": (471, 480),
    "dd7": (461, 470), "dd8": (451, 460), "dd10": (441, 450), "dd11": (431, 440), "dd12": (421, 430),
    "dd13": (411, 420), "dd14": (401, 410), "dd15": (351, 400), "dd16": (301, 350), "dd17": (0, 300),
}  # fmt: skip
SUBTOTALS = {"dd3": "451-500", "dd9": "401-450"}
TOTAL = "dd18"

_ROUND_NUMBER = re.compile(r"[0-9]{1,4}[a-z]?")


class Fault(Enum):
    """Why an answer is no feed."""

    EMPTY = auto()
    NOT_TEXT = auto()
    HTML = auto()
    NOT_JSON = auto()  # A feed that was cut off is none either.
    NO_ROUNDS = auto()


class NotAFeed(ValueError):
    """The answer is no feed of rounds; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True)
class Unread:
    """A value that could not be read: its key in the feed, IRCC's words, and why."""

    key: str
    text: str
    reason: Reason


@dataclass(frozen=True)
class FeedPool:
    """A count of the pool: only the smallest bands; IRCC's sums beside them, None where not given."""

    as_of: date
    bands: tuple[Band, ...]
    total: int | None
    subtotals: Mapping[str, int]


@dataclass(frozen=True)
class FeedRow:
    """One round as the feed tells it. None and "" are "not given" or "could not be read"; `unread` says which.

    `raw` holds the row's values as text, by key in lower case, without odd characters.
    """

    raw: Mapping[str, str]
    unread: tuple[Unread, ...]
    number: str | None
    name: str
    date: date | None
    held_at: datetime | None
    held_text: str
    tie_breaking_at: datetime | None
    tie_breaking_text: str
    invitations: int | None
    crs_cutoff: int | None
    programs: tuple[str, ...]
    pool: FeedPool | None

    @property
    def is_complete(self) -> bool:
        """Whether all that makes a round could be read."""
        return None not in (self.number, self.date, self.invitations, self.crs_cutoff) and bool(self.name)


@dataclass(frozen=True)
class Feed:
    """The rows in the feed's own order, and whether its words are French."""

    rows: tuple[FeedRow, ...]
    is_french: bool


def parse(content: bytes) -> Feed:
    """Read a feed. Raises NotAFeed."""
    text = _decode(content).strip()
    if not text:
        raise NotAFeed(Fault.EMPTY)
    if text.startswith("<"):
        raise NotAFeed(Fault.HTML)
    try:
        # Numbers stay text, so that every figure is read in one way.
        document = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        raise NotAFeed(Fault.NOT_JSON) from None
    for found in lists(document):
        rows = [values_of(row) for row in found]
        if any("drawnumber" in row for row in rows):
            french = sum(is_french(row.get("drawdatefull", "")) for row in rows)
            return Feed(tuple(read_row(row) for row in rows), is_french=2 * french > len(rows))
    raise NotAFeed(Fault.NO_ROUNDS)


def read_row(raw: Mapping[str, str]) -> FeedRow:
    """Read one row again from its values as text."""
    return _Reader(raw).row()


def _decode(content: bytes) -> str:
    """No character set is sent: it is UTF-8, with or without a mark, or else Windows-1252."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotAFeed(Fault.NOT_TEXT)


class _Reader:
    """Reads one row's values, and notes what could not be read."""

    def __init__(self, raw: Mapping[str, str]) -> None:
        self.raw = raw
        self.unread: list[Unread] = []

    def row(self) -> FeedRow:
        day = self.day()
        held_at = self.held_at(day)
        return FeedRow(
            raw=self.raw,
            number=self.read("drawnumber", _round_number, required=True),
            name=self.text("drawname"),
            date=day,
            held_at=held_at,
            held_text=self.words("drawdatetime"),
            tie_breaking_at=self.tie_breaking_at(held_at, day),
            tie_breaking_text=self.words("drawcutoff"),
            invitations=self.read("drawsize", _between(1, 999_999), required=True),
            crs_cutoff=self.read("drawcrs", _between(1, 1200), required=True),
            programs=self.read("drawtext2", read_programs) or (),
            pool=self.pool(),
            unread=tuple(self.unread),
        )

    def text(self, key: str) -> str:
        return plain(self.raw.get(key, ""))

    def words(self, key: str) -> str:
        """Return IRCC's words as they stand, spaces included, but for HTML."""
        raw = self.raw.get(key, "")
        return self.text(key) if not raw.strip() or re.search("[<&]", raw) else raw

    def note(self, key: str, reason: Reason) -> None:
        self.unread.append(Unread(key, self.raw.get(key, ""), reason))

    def read[T](self, key: str, reader: Callable[[str], T], *, required: bool = False) -> T | None:
        """Read one value. Blank is "not given", which is worth a note only where it is required."""
        text = self.text(key)
        if not text and not required:
            return None
        try:
            return reader(text)
        except Unreadable as error:
            self.note(key, error.reason)
            return None

    def day(self) -> date | None:
        """Return the date that the row gives in figures and in words; None where the two differ."""
        words = self.read("drawdatefull", read_day)
        possible = possible_days(self.text("drawdate"))
        if possible:
            # 11-01-2023: the words beside it say which is the month.
            certain = possible & {words} if words else possible
            if len(certain) != 1:
                self.note("drawdate", Reason.CONTRADICTORY if words else Reason.AMBIGUOUS)
                return None
            return certain.pop()
        figures = self.read("drawdate", read_day, required=words is None)
        if figures and words and figures != words:
            self.note("drawdate", Reason.CONTRADICTORY)
            return None
        return figures or words

    def held_at(self, day: date | None) -> datetime | None:
        """Return the moment of the round: on its date, or in UTC on the day after."""
        moment = self.read("drawdatetime", read_moment)
        if moment and day and not timedelta(0) <= moment.date() - day <= timedelta(days=1):
            self.note("drawdatetime", Reason.OTHER_DAY)
            return None
        return moment

    def tie_breaking_at(self, held_at: datetime | None, day: date | None) -> datetime | None:
        moment = self.read("drawcutoff", read_moment)
        if moment is None:
            return None
        too_late = moment > held_at if held_at else day and moment.date() > day + timedelta(days=2)
        if too_late:
            self.note("drawcutoff", Reason.AFTER_DRAW)
            return None
        return moment

    def pool(self) -> FeedPool | None:
        """Return the count, or None where it is not given: IRCC then prints zeros, or nothing."""
        figures = {key: self.read(key, read_number) for key in (*BANDS, *SUBTOTALS, TOTAL)}
        if not any(figures.values()):
            return None
        as_of = self.read("drawdistributionason", read_day, required=True)
        if as_of is None or any(item.key in figures for item in self.unread):
            return None
        return FeedPool(
            as_of,
            tuple(
                Band(low, high, count)
                for key, (low, high) in BANDS.items()
                if (count := figures[key]) is not None
            ),
            figures[TOTAL] or None,
            {label: count for key, label in SUBTOTALS.items() if (count := figures[key])},
        )


def _round_number(text: str) -> str:
    number = text.lower()
    try:
        sequence(number)
    except NotARoundNumber:
        raise Unreadable(text, Reason.NOT_A_NUMBER) from None
    if not _ROUND_NUMBER.fullmatch(number):
        raise Unreadable(text, Reason.NOT_A_NUMBER)
    return number


def _between(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        value = read_number(text)
        if not low <= value <= high:
            raise Unreadable(text, Reason.OUT_OF_RANGE)
        return value

    return read
