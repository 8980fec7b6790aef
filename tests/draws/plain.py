"""Plain objects for the rule of docs/invited.md, which asks for no more than they have."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Series:
    slug: str
    is_category_based: bool


@dataclass(frozen=True)
class Version:
    id: int
    category: Series
    valid_from: date | None = None
    valid_to: date | None = None
    months_required: int | None = None
    continuous: bool | None = None
    in_canada: bool | None = None
    nclc_min: int | None = None
    has_list: bool = False
    list_awaited: bool = False

    @property
    def category_id(self):
        return hash(self.category.slug)

    def is_in_force(self, on):
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )


@dataclass(frozen=True)
class Draw:
    version: Version
    crs_cutoff: int
    date: date
    held_at: datetime | None = None
    tie_breaking_at: datetime | None = None
    programs: tuple = ("FSW", "CEC", "FST")


@dataclass(frozen=True)
class Place:
    version: Version


def listed(slug, number, start, end=None, *, months=6, continuous=True, in_canada=False):
    return Version(
        number, Series(slug, True), start, end, months, continuous, in_canada=in_canada, has_list=True
    )
