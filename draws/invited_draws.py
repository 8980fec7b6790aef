"""What the rule of draws/invited.py asks of a draw and of what it asked for: any objects that have it. Pure: no Django."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from occupations.standing import Version as Dated


class Series(Protocol):
    """A type of draw."""

    @property
    def slug(self) -> str: ...
    @property
    def is_category_based(self) -> bool: ...


class Version(Dated, Protocol):
    """What a type of draw asked for while this definition of it was in force; None was not seen."""

    @property
    def id(self) -> int: ...
    @property
    def category_id(self) -> int: ...
    @property
    def category(self) -> Series: ...
    @property
    def months_required(self) -> int | None: ...
    @property
    def continuous(self) -> bool | None: ...
    @property
    def in_canada(self) -> bool | None: ...
    @property
    def nclc_min(self) -> int | None: ...
    @property
    def has_list(self) -> bool: ...


class Place(Protocol):
    """A job's place on the list of a version."""

    @property
    def version(self) -> Version: ...


class Draw(Protocol):
    """A round of invitations. `programs` are codes (CEC, FSW, FST, PNP), none where they were not given."""

    @property
    def date(self) -> date: ...
    @property
    def held_at(self) -> datetime | None: ...
    @property
    def tie_breaking_at(self) -> datetime | None: ...
    @property
    def crs_cutoff(self) -> int: ...
    @property
    def programs(self) -> Collection[str]: ...
    @property
    def version(self) -> Version: ...
