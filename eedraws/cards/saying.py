"""What a picture says, and the name that follows from it. Pure: no Django."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import NamedTuple

# Moves when the same words are to be drawn otherwise: every picture gets another address then.
DESIGN = 1


class Size(NamedTuple):
    """A picture's size in pixels."""

    width: int
    height: int

    @property
    def name(self) -> str:
        return f"{self.width}x{self.height}"


# What a link looks like where it is shared; then for posts, tall posts and stories.
LINK, SQUARE, TALL, STORY = Size(1200, 630), Size(1080, 1080), Size(1080, 1350), Size(1080, 1920)
SIZES = {size.name: size for size in (LINK, SQUARE, TALL, STORY)}


@dataclass(frozen=True)
class Figure:
    """A number, as it is written, and what it counts; `said` is both in a sentence, where the number comes last."""

    value: str
    label: str
    said: str = ""

    @property
    def words(self) -> str:
        return self.said or f"{self.value} {self.label}"


@dataclass(frozen=True)
class Row:
    """A draw in the picture of a week; `type` is the address of its type, `note` what must be known of its cut-off."""

    type: str
    name: str
    cutoff: str
    invitations: str
    note: str = ""


@dataclass(frozen=True)
class Card:
    """All that is written in a picture, in its order; `kind` and `key` say of what, `band` the types that colour it.

    `label` says who paid. `more` says how many draws have no row.
    """

    kind: str
    key: str
    site: str
    kicker: str
    title: str
    as_of: str
    source: str = ""
    label: str = ""
    text: str = ""
    band: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    columns: tuple[str, str] = ("", "")
    rows: tuple[Row, ...] = ()
    more: str = ""
    notes: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that change when something in the picture does, and only then."""
        said = json.dumps([DESIGN, asdict(self)], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:12]

    @property
    def alt(self) -> str:
        """The picture in words, for those who do not see it."""
        parts = [self.label, self.kicker, self.title, self.text]
        parts += [figure.words for figure in self.figures]
        parts += [row_in_words(row, self.columns) for row in self.rows]
        parts += [self.more, *self.notes, self.as_of, f"eedraws, {self.site}"]
        return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


def row_in_words(row: Row, columns: tuple[str, str]) -> str:
    note = f" ({row.note})" if row.note else ""
    return f"{row.name}: {columns[0]} {row.cutoff}{note}, {columns[1]} {row.invitations}"
