"""What is claimed of occupations and lists, as read from a clause. Pure: no Django."""

from dataclasses import dataclass, field

from articles.facts.model import Finding, Status

from .membership_words import Predicate, Said


@dataclass(frozen=True, slots=True)
class Named:
    """An occupation in a sentence, as places in its text, with the codes that it may be."""

    start: int
    end: int
    words: str
    codes: frozenset[str]
    sure: bool = True
    # "The former" of two that are named before.
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What text[start:end] of a sentence says of an occupation; its clause goes from `first` to `last`."""

    named: Named
    predicate: Predicate
    start: int
    end: int
    first: int
    last: int

    @property
    def said(self) -> Said:
        return self.predicate.said


@dataclass(frozen=True, slots=True)
class Clause:
    """text[start:end] with its occupations in rows and what is said before and after them."""

    text: str
    start: int
    end: int
    rows: tuple[tuple[Named, ...], ...]
    before: tuple[Predicate, ...]
    after: tuple[Predicate, ...]

    def ahead(self, start: int) -> Predicate | None:
        """Return what is said last before a place of occupations behind it."""
        return next((found for found in reversed(self.after) if found.end <= start), None)


@dataclass(slots=True)
class Heard:
    """The types on whose lists occupations were found to be, as a sentence or the one before it in its block says."""

    block: int = -1
    here: set[str] = field(default_factory=set)
    before: set[str] = field(default_factory=set)

    def hear(self, finding: Finding) -> None:
        if finding.status is Status.AGREES:
            self.here |= {row.key.split("/")[0] for row in finding.rows if row.kind == "version"}

    def next(self, block: int) -> "Heard":
        return Heard(block, set(), self.here if block == self.block else set())
