"""The grammar of live references, such as [[draws week=2023-W27]] and [[round 255 cutoff]]. Pure: no Django.

A reference is a name and arguments between double brackets on one line. Blocks (tables) stand alone on a
line; figures stand in a sentence. What they mean on a given day is articles/live's business.
"""

from .fences import fenced
from .kinds import (
    CategoryFigure,
    DrawsFigure,
    DrawsTable,
    FaqBlock,
    GapsTable,
    ImageBlock,
    LatestTable,
    OccupationsCount,
    OccupationsTable,
    Reference,
    RoundFigure,
    Selection,
)
from .parsing import LONGEST, parse
from .scanning import Found, scan
from .values import NOMINEES, BadReference, day, gettext_noop

__all__ = [
    "LONGEST",
    "NOMINEES",
    "BadReference",
    "CategoryFigure",
    "DrawsFigure",
    "DrawsTable",
    "FaqBlock",
    "Found",
    "GapsTable",
    "ImageBlock",
    "LatestTable",
    "OccupationsCount",
    "OccupationsTable",
    "Reference",
    "RoundFigure",
    "Selection",
    "day",
    "fenced",
    "gettext_noop",
    "parse",
    "scan",
]
