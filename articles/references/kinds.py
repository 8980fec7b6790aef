"""What can be referred to."""

from dataclasses import dataclass
from datetime import date

from draws.clock import Span

from .values import NOMINEES


@dataclass(frozen=True, slots=True)
class Reference:
    """`now`: resolved as of today (`as_of=now`) instead of the day of the article."""

    now: bool

    is_block = False


@dataclass(frozen=True, slots=True)
class Selection:
    """Draws: of the days of `span` (`unit` says how it was asked for) or of `numbers`; of all types or of `categories`."""

    unit: str
    span: Span | None = None
    numbers: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()

    @property
    def nominees_alone(self) -> bool:
        return self.categories == (NOMINEES,)


@dataclass(frozen=True, slots=True)
class RoundFigure(Reference):
    """A figure of one draw."""

    number: str
    figure: str


@dataclass(frozen=True, slots=True)
class DrawsFigure(Reference):
    """A figure over several draws, provincial nominees left out unless they alone are asked for."""

    selection: Selection
    figure: str


@dataclass(frozen=True, slots=True)
class DrawsTable(Reference):
    """A table of draws."""

    selection: Selection

    is_block = True


@dataclass(frozen=True, slots=True)
class CategoryFigure(Reference):
    """A figure of the newest draw of a type, or the usual gap between its draws."""

    category: str
    figure: str


@dataclass(frozen=True, slots=True)
class OccupationsCount(Reference):
    """How many occupations are on the lists in force on a day; `on` None is the day of the clock."""

    categories: tuple[str, ...]
    on: date | None


@dataclass(frozen=True, slots=True)
class OccupationsTable(OccupationsCount):
    """The lists in force on a day."""

    is_block = True


@dataclass(frozen=True, slots=True)
class LatestTable(Reference):
    """The last draw of each type."""

    is_block = True


@dataclass(frozen=True, slots=True)
class GapsTable(Reference):
    """The usual, shortest and longest gap between draws, by type, over twelve months."""

    is_block = True


@dataclass(frozen=True, slots=True)
class ImageBlock(Reference):
    """A picture by its number; `caption` goes before the one that it has, None leaves it."""

    number: int
    caption: str | None

    is_block = True


@dataclass(frozen=True, slots=True)
class FaqBlock(Reference):
    """The article's questions and answers."""

    is_block = True
