"""Where everything in a picture stands: from words to marks. Pure: no Django, no letters but by `measure`."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from .looks import ACCENT, INK, PAPER, RULE, SOFT
from .saying import LINK, SQUARE, STORY, TALL, Card, Figure, Row, Size

type Face = Literal["serif", "serif-bold", "sans", "sans-bold"]
# How wide a text is in pixels, in a face at a size.
type Measure = Callable[[str, Face, int], float]

# What is tried, from the largest letters down, until everything fits.
SHARES = [share / 100 for share in range(100, 36, -4)]
SMALLEST = 12
# A whole tile of a pattern.
SWATCH = 32
# Shares of a size: the height of a figure, what a comma takes below it, and where letters stand in their line.
FIGURE, COMMA, BASELINE = 0.68, 0.16, 0.78


class Frame(NamedTuple):
    """The room in a picture: its band of colour at the left, the edges of the rest, and how large letters start."""

    band: int
    left: int
    right: int
    top: int
    bottom: int
    scale: float


# A story leaves free what the applications that show it lay over its top and bottom.
FRAMES = {
    LINK: Frame(40, 92, 1136, 46, 590, 1.0),
    SQUARE: Frame(48, 108, 1008, 66, 1016, 1.3),
    TALL: Frame(48, 108, 1008, 78, 1276, 1.5),
    STORY: Frame(56, 120, 996, 250, 1640, 1.6),
}


@dataclass(frozen=True)
class Text:
    """A line of letters whose baseline begins, or with `end` stops, at x and y."""

    x: float
    y: float
    text: str
    face: Face
    size: int
    colour: str
    end: bool = False


@dataclass(frozen=True)
class Box:
    """A filled rectangle: of a colour, or of the hue and pattern of a type of draw."""

    x: float
    y: float
    width: float
    height: float
    colour: str = ""
    type: str = ""


type Mark = Text | Box


def wrap(text: str, face: Face, size: int, width: float, measure: Measure) -> list[str]:
    """Break a text into lines no wider than `width`: between words, and in a word that alone is wider."""
    lines, line = [], ""
    for word in text.split():
        if measure(joined := f"{line} {word}".strip(), face, size) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        while measure(word, face, size) > width and len(word) > 1:
            fits = next((n for n in range(len(word) - 1, 1, -1) if measure(word[:n], face, size) <= width), 1)
            lines.append(word[:fits])
            word = word[fits:]
        line = word
    return [*lines, line] if line else lines


class Column:
    """Marks from the top down in a column that is `width` wide; sizes are given at the scale 1."""

    def __init__(self, width: float, scale: float, measure: Measure) -> None:
        self.width, self.scale, self.measure = width, scale, measure
        self.y = 0.0
        self.marks: list[Mark] = []

    def size(self, size: float) -> int:
        return max(SMALLEST, round(size * self.scale))

    def gap(self, size: float) -> None:
        if self.marks:
            self.y += size * self.scale

    def text(
        self, text: str, face: Face, size: float, colour: str, *, x: float = 0, leading: float = 1.25
    ) -> None:
        """Write a paragraph from `x` to the end of the column."""
        letters = self.size(size)
        for line in wrap(text, face, letters, self.width - x, self.measure):
            self.marks.append(
                Text(x, self.y + letters * (BASELINE + leading - 1), line, face, letters, colour)
            )
            self.y += letters * leading

    def figure(self, figure: Figure, size: float) -> None:
        letters = self.size(size)
        letters = min(letters, int(letters * self.width / self.measure(figure.value, "serif-bold", letters)))
        self.y += letters * FIGURE
        self.marks.append(Text(0, self.y, figure.value, "serif-bold", letters, INK))
        self.y += letters * (COMMA if "," in figure.value else 0.05)
        self.text(figure.label, "sans", 30, SOFT)

    def note(self, text: str) -> None:
        start = self.y
        self.text(text, "sans-bold", 28, INK, x=22 * self.scale)
        self.marks.append(
            Box(0, start + 5 * self.scale, 6 * self.scale, self.y - start - 4 * self.scale, ACCENT)
        )


def layout(card: Card, size: Size, measure: Measure) -> list[Mark]:
    """Return all marks of a picture in the order in which they are painted. Nothing leaves the frame."""
    frame = FRAMES[size]
    head, foot = header(card, frame, measure), footer(card, frame, measure)
    room = foot[0].y - head[-1].y - 56 * frame.scale
    column = body(card, size, frame, room, measure)
    # A little above the middle, where the eye expects it.
    top = head[-1].y + 28 * frame.scale + max(0.0, room - column.y) * 0.42
    moved = [replace(mark, x=mark.x + frame.left, y=mark.y + top) for mark in column.marks]
    paper = Box(0, 0, size.width, size.height, PAPER)
    return [paper, *band(card, frame, size), *head, *moved, *foot]


def band(card: Card, frame: Frame, size: Size) -> list[Mark]:
    """A stripe down the left edge, in as many parts as the picture has types of draw; of none, in the site's own colour."""
    if not card.band:
        return [Box(0, 0, frame.band, size.height, ACCENT)]
    each = size.height / len(card.band)
    return [Box(0, n * each, frame.band, each, type=type) for n, type in enumerate(card.band)]


def header(card: Card, frame: Frame, measure: Measure) -> list[Mark]:
    """The site's name and what it is about, above a rule."""
    letters, small = round(46 * frame.scale**0.5), round(27 * frame.scale**0.5)
    line = frame.top + letters * BASELINE
    after = frame.left + measure("ee", "serif-bold", letters)
    return [
        Text(frame.left, line, "ee", "serif-bold", letters, INK),
        Text(after, line, "draws", "serif-bold", letters, ACCENT),
        Text(frame.right, line, card.site, "sans", small, SOFT, end=True),
        Box(frame.left, line + 26, frame.right - frame.left, 4, INK),
    ]


def footer(card: Card, frame: Frame, measure: Measure) -> list[Mark]:
    """As of when, and the source where there is room for it, below a rule."""
    width, letters = frame.right - frame.left, round(27 * frame.scale**0.5)
    lines = wrap(card.as_of, "sans", letters, width, measure)
    top = frame.bottom - len(lines) * letters * 1.3
    marks: list[Mark] = [Box(frame.left, top - 14, width, 2, RULE)]
    for n, line in enumerate(lines):
        marks.append(Text(frame.left, top + letters * (1 + 1.3 * n), line, "sans", letters, SOFT))
    taken = measure(lines[-1] if lines else "", "sans", letters) + measure(card.source, "sans", letters)
    if card.source and taken + 2 * letters <= width:
        marks.append(Text(frame.right, marks[-1].y, card.source, "sans", letters, SOFT, end=True))
    return marks


def body(card: Card, size: Size, frame: Frame, room: float, measure: Measure) -> Column:
    """Write what the picture is about, as large as there is room for."""
    for share in SHARES:
        column = Column(frame.right - frame.left, frame.scale * share, measure)
        write(card, column, size)
        if column.y <= room:
            break
    return column


def write(card: Card, column: Column, size: Size) -> None:
    if card.label:
        column.text(card.label, "sans-bold", 30, ACCENT)
        column.gap(4)
    if card.kicker:
        column.text(card.kicker, "sans", 30, SOFT)
        column.gap(4)
    column.text(card.title, "serif-bold", 66 if card.kind in ("article", "site") else 46, INK, leading=1.16)
    if card.text and size != LINK:
        column.gap(24)
        column.text(card.text, "serif", 36, SOFT, leading=1.34)
    if card.rows:
        column.gap(22)
        table(card, column)
    if card.figures and not (card.rows and size == LINK):
        column.gap(34)
        first = 64 if card.rows else 250
        figures(card.figures, column, stacked=size in (TALL, STORY) and not card.rows, first=first)
    for n, note in enumerate(card.notes):
        column.gap(12 if n else 24)
        column.note(note)


def figures(found: tuple[Figure, ...], column: Column, *, stacked: bool, first: int) -> None:
    """Write the figures, the first one large: beside each other where they fit, or one below the other."""
    second = max(64, round(first * 0.5))
    sizes = [first, *[second] * (len(found) - 1)]
    letters = [column.size(size) for size in sizes]
    space = 64 * column.scale
    widths = [
        max(
            column.measure(figure.value, "serif-bold", size),
            column.measure(figure.label, "sans", column.size(30)),
        )
        for figure, size in zip(found, letters, strict=True)
    ]
    if stacked or sum(widths) + space * (len(found) - 1) > column.width:
        for n, (figure, size) in enumerate(zip(found, sizes, strict=True)):
            column.gap(36 if n else 0)
            column.figure(figure, size)
        return
    base, x, small = column.y + letters[0] * FIGURE, 0.0, column.size(30)
    line = base + small * 1.1 + max(size * COMMA for size in letters[-1:])
    for figure, size, width in zip(found, letters, widths, strict=True):
        column.marks.append(Text(x, base, figure.value, "serif-bold", size, INK))
        column.marks.append(Text(x, line, figure.label, "sans", small, SOFT))
        x += width + space
    column.y = line + small * 0.35


def table(card: Card, column: Column) -> None:
    """Write the draws of a week: swatch, name, cut-off and invitations, under the names of the two columns."""
    letters = column.size(24)
    ends = column.width - 190 * column.scale, column.width
    column.y += letters * 1.2
    for end, name in zip(ends, card.columns, strict=True):
        column.marks.append(Text(end, column.y, name, "sans", letters, SOFT, end=True))
    column.gap(12)
    for row in card.rows:
        column.marks.append(Box(0, column.y, column.width, 2, RULE))
        column.gap(8)
        write_row(row, column, ends)
        column.gap(8)
    if card.more:
        column.marks.append(Box(0, column.y, column.width, 2, RULE))
        column.gap(10)
        column.text(card.more, "sans", 28, SOFT)


def write_row(row: Row, column: Column, ends: tuple[float, float]) -> None:
    letters = column.size(38)
    start = column.y
    column.marks.append(Box(0, start + max(0, letters * 0.6 - SWATCH / 2), SWATCH, SWATCH, type=row.type))
    name = Column(ends[0] - 130 * column.scale - 1.5 * SWATCH, column.scale, column.measure)
    name.text(row.name, "sans-bold", 31, INK)
    if row.note:
        name.text(row.note, "sans", 24, SOFT)
    column.marks += [replace(mark, x=mark.x + 1.5 * SWATCH, y=mark.y + start) for mark in name.marks]
    for end, value in zip(ends, (row.cutoff, row.invitations), strict=True):
        column.marks.append(Text(end, start + letters * 0.95, value, "serif-bold", letters, INK, end=True))
    column.y = start + max(name.y, letters * 1.2, SWATCH)
