"""What an article says of draws, statement by statement."""

from dataclasses import dataclass
from enum import StrEnum

from articles.facts.model import Draw
from articles.facts.reading import DrawMention, Mention


class What(StrEnum):
    """What is said of a draw."""

    DATE = "date"
    PERIOD = "period"
    NUMBER = "number"
    TYPE = "type"
    INVITATIONS = "invitations"
    CUTOFF = "cutoff"
    TIE = "tie"


class Verdict(StrEnum):
    """How a statement stands to the record.

    KNOWN: it is about `draw`. NO_DRAW: no draw was held on its day; `draw` is the one meant, where that is clear.
    LATER: about a draw later than the record. OPEN: about one of several draws, and the figures fit none.
    """

    KNOWN = "known"
    NO_DRAW = "no-draw"
    LATER = "later"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that is said; `true` is whether it is so of the statement's draw."""

    what: What
    mention: Mention
    true: bool = True


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of one draw between `start` and `end` of a part. `block` is the block's place in the reading.

    `others` are draws that may be meant as well. `sure` is False where the words leave open which draw is meant, so
    that nothing may be called wrong. `compared`: said to compare it with the draw that the sentence is about.
    """

    part: int
    block: int
    start: int
    end: int
    figures: tuple[Figure, ...]
    verdict: Verdict
    draw: Draw | None = None
    others: tuple[Draw, ...] = ()
    sure: bool = True
    compared: bool = False

    @property
    def is_numbered(self) -> bool:
        """Whether the number of a draw says which one it is."""
        return any(
            figure.what is What.NUMBER and isinstance(figure.mention, DrawMention) for figure in self.figures
        )


@dataclass(frozen=True, slots=True)
class Resolved:
    """`draw` is the one that fits best; `others` fit as well. `sure`: the words leave no choice. `later`, `no_draw`: see Verdict.
    `elsewhen`: it was not held in the month that the words say."""

    draw: Draw | None
    others: tuple[Draw, ...] = ()
    sure: bool = True
    later: bool = False
    no_draw: bool = False
    elsewhen: bool = False
