"""What a text mentions: dates, numbers, types of draw, draws, codes. Places are offsets into the source of a part.

`start` and `end` bound the words that say it, without the words around them that say what it is.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from articles.references import Reference


class Role(StrEnum):
    """What a number is about, as far as the words beside it say."""

    UNKNOWN = ""
    INVITATIONS = "invitations"
    CUTOFF = "cutoff"
    DRAWS = "draws"
    OCCUPATIONS = "occupations"
    POINTS = "points"  # points of a score that are no cut-off: "600 points for a nomination"
    DIFFERENCE = "difference"  # "eight points lower", "by 300"
    DURATION = "duration"  # months, weeks, hours; `unit` says which
    PERCENT = "percent"
    MONEY = "money"
    LEVEL = "level"  # NCLC 7
    TIMES = "times"  # "three times", "twice"
    ORDINAL = "ordinal"  # "the second draw"
    OTHER = "other"  # counted, but nothing of the record's: `unit` says what


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    part: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Mention):
    """A day, or days from `first` to `last`.

    `precision`: "day", "days", "week", "month", "quarter", "half", "year". `has_year`: whether the words give the year; where not, the
    days are those of the latest such time that is not after the article's day or is nearest to the years spoken of before, and
    `others` are what else could be meant (also of "06/07/2023"). `weekday` from 0, Monday, where it is named. `time` as written.
    `relative`: said from the article's day ("on Tuesday", "last week").
    """

    first: date
    last: date
    precision: str = "day"
    has_year: bool = True
    others: tuple[tuple[date, date], ...] = ()
    weekday: int | None = None
    time: str = ""
    relative: bool = False

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def may_hold(self, day: date) -> bool:
        """Whether one of its meanings holds the day."""
        if self.holds(day):
            return True
        return bool(self.others) and any(first <= day <= last for first, last in self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention(Mention):
    """A number. `form` is how it is written: "digits", "short" (2.3K), "words". `bound`: "", "about", "over", "under",
    "at least", "at most". `unit` is the word counted, in the singular. `noun` ends the words that say what it counts: the
    number and they stand from `start` to `noun`."""

    value: float
    role: Role = Role.UNKNOWN
    form: str = "digits"
    bound: str = ""
    unit: str = ""
    noun: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeMention(Mention):
    """From one number to another: "from 439 to 511". The two are mentioned as numbers too, as `role`."""

    low: float
    high: float
    role: Role = Role.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryMention(Mention):
    """A type of draw. `slug` is "category-based" where any of them is meant, "program" for any of one program.

    `sure` is False for a word that means other things too ("trades", "general") with nothing beside it that decides.
    """

    slug: str
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawMention(Mention):
    """Draws by their numbers: "draw 255", "rounds 253 to 256"."""

    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeMention(Mention):
    """A NOC code of five digits; `marked`: whether "NOC" stands beside it."""

    code: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveMention(Mention):
    """A live reference, which is true by itself and says what is spoken of."""

    reference: Reference
