"""What the fact desk reads, what it reads against, and what it says. Pure: no Django.

Places are offsets into the source of a part, counted in characters, so that a finding can be shown and replaced where
it stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Status(StrEnum):
    """What the desk says of a claim."""

    AGREES = "agrees"
    CONTRADICTED = "contradicted"
    NEEDS_HUMAN = "needs-human"
    NEEDS_SOURCE = "needs-source"
    NOT_IN_RECORD = "not-in-record"
    FLAGGED = "flagged"


class Format(StrEnum):
    MARKDOWN = "markdown"
    HTML = "html"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an article: its title, its text, an answer. `name` is the form's: "title", "body", "answer-3"."""

    name: str
    source: str
    format: Format = Format.MARKDOWN


@dataclass(frozen=True, slots=True)
class Draw:
    """A round of invitations. `category` is the slug of its type, `version` the number of the list it was held under."""

    number: str
    sequence: int
    date: date
    category: str
    version: int
    invitations: int
    crs_cutoff: int
    tie_breaking_at: datetime | None = None
    verified: bool = True
    address: str = ""

    def __hash__(self) -> int:
        # Draws are kept in sets and as keys all over: what tells one from another is enough.
        return hash(self.number)

    @property
    def includes_nomination(self) -> bool:
        """Whether the cut-off contains the 600 points of a provincial nomination: compared with its own type only."""
        return self.category == "pnp"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a type: its dates (`valid_to` inclusive), criteria (None: not seen) and list.

    `codes` maps NOC codes to titles as published; None: without a list, or its list is awaited.
    """

    category: str
    number: int
    valid_from: date | None
    valid_to: date | None
    codes: Mapping[str, str] | None = None
    months_required: int | None = None
    continuous: bool | None = None
    in_canada: bool | None = None
    nclc_min: int | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Occupation:
    code: str
    title: str
    title_fr: str
    teer: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """Additional CRS points for something, between two days (inclusive; None: open)."""

    what: str
    points: int
    valid_from: date | None
    valid_to: date | None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that the desk stops at, as a regular expression over small letters, with the reason an editor reads."""

    pattern: str
    reason: str
    instead: str = ""


@dataclass(frozen=True)
class Record:
    """The record as of a day: draws oldest first, versions, occupations of NOC 2021 by code, everyday titles (folded by
    `occupations.folding.fold`) with the codes that they are filed under.

    `complete_to` is the last day that the record is known to be complete to.
    """

    draws: tuple[Draw, ...]
    versions: tuple[Version, ...]
    occupations: Mapping[str, Occupation]
    titles: Mapping[str, tuple[str, ...]]
    points: tuple[Points, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    complete_to: date | None = None
    category_names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the record that a finding rests on: `kind` "round", "version", "occupation" or "points"; its natural key
    ("255", "trades/2", "73300") and its address."""

    kind: str
    key: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the desk says of one claim.

    `rule` names the kind of the claim (see KINDS). `start` and `end` bound the words to look at in the part's source, `claim`
    says what was understood as text, `expected` the true value as text. `replacement` is what one click puts in place
    of source[start:end], None where there is no such thing; `live` a live reference ("[[round 255 cutoff]]") that says
    the same for ever. `confidence` is from 0 to 1. `rows` are what it rests on, and `message` one sentence for an editor
    (a gettext msgid in English with `params`).
    """

    rule: str
    status: Status
    part: str
    start: int
    end: int
    claim: str
    expected: str = ""
    replacement: str | None = None
    live: str | None = None
    rows: tuple[Row, ...] = ()
    confidence: float = 1.0
    message: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


# Kinds of claims, as `Finding.rule` says them.
KINDS = (
    "rounds",  # date, number, type, invitations, cut-off, tie-break of a draw
    "sums",  # invitations added up over draws
    "counts",  # how many draws
    "ranges",  # from the lowest to the highest cut-off
    "occupations",  # code with title, membership, size of a list, tables of occupations
    "criteria",  # months, in Canada, NCLC, conditions of a type
    "inside",  # the text against itself: totals, headings, tables, tenses, percentages
    "comparisons",  # differences, percentages, first, lowest since, in a row
    "relative",  # "on Tuesday", "last week", "today"
    "points",  # additional CRS points
    "language",  # promises, advice to break rules, wrong words
    "sources",  # what needs a linked source
)
