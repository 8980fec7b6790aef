"""From marks to a PNG, by Pillow, with letters that come with the dependencies: the same on every machine."""

from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from . import looks
from .layout import Box, Face, Text, layout
from .saying import Card, Size

SERIF = "fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf"
SANS = "fontpkg_source_sans_3", "SourceSans3[wght].ttf"
WEIGHTS: dict[Face, int] = {"serif": 400, "serif-bold": 640, "sans": 400, "sans-bold": 640}
# The serif has letters of their own for small and for large sizes.
OPTICAL = 8, 60
PATTERN_SHARE = 0.62
# From this size on a figure begins where the letters below it do, not where the room of its first digit does.
FLUSH_FROM = 60


@lru_cache(maxsize=64)
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    package, name = SERIF if face.startswith("serif") else SANS
    found = ImageFont.truetype(str(files(package) / "files" / name), size)
    optical = [min(max(size, OPTICAL[0]), OPTICAL[1])] if package == SERIF[0] else []
    found.set_variation_by_axes([WEIGHTS[face], *optical])
    return found


def measure(text: str, face: Face, size: int) -> float:
    return font(face, size).getlength(text)


def draw(card: Card, size: Size) -> bytes:
    """Return the picture as a PNG."""
    image = Image.new("RGB", size)
    pen = ImageDraw.Draw(image)
    for mark in layout(card, size, measure):
        match mark:
            case Text():
                letters, anchor = font(mark.face, mark.size), "rs" if mark.end else "ls"
                room = room_before(mark.text, letters) if mark.size >= FLUSH_FROM else 0
                pen.text((mark.x - room, mark.y), mark.text, mark.colour, letters, anchor)
            case Box(colour=""):
                image.paste(patterned(mark), (round(mark.x), round(mark.y)))
            case Box():
                right, bottom = round(mark.x + mark.width) - 1, round(mark.y + mark.height) - 1
                pen.rectangle((round(mark.x), round(mark.y), right, bottom), mark.colour)
    stream = BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def room_before(text: str, letters: ImageFont.FreeTypeFont) -> int:
    """Return how many pixels after its beginning a text shows its first ink."""
    mask, offset = letters.getmask2(text, "L", anchor="ls")
    ink = mask.getbbox()
    return offset[0] + ink[0] if ink else 0


def patterned(box: Box) -> Image.Image:
    """Return a rectangle in the hue of a type, with its pattern in a lighter one, a whole tile wide."""
    size = max(1, round(box.width)), max(1, round(box.y + box.height) - round(box.y))
    ground, tile = Image.new("RGB", size, looks.hue(box.type)), _tile(box.type, max(1, size[0] // 8))
    light = Image.new("RGB", size, looks.blend(looks.hue(box.type), looks.PAPER, PATTERN_SHARE))
    mask = Image.new("1", size)
    for x in range(0, size[0], tile.width):
        for y in range(0, size[1], tile.height):
            mask.paste(tile, (x, y))
    ground.paste(light, mask=mask)
    return ground


@cache
def _tile(type: str, square: int) -> Image.Image:
    """Return a pattern once, each of its squares so many pixels wide."""
    rows = Image.frombytes("1", (8, 8), looks.pattern(type))
    return rows.resize((8 * square, 8 * square), Image.Resampling.NEAREST)
