"""Draw the icons of other sizes and formats from static/icons/icon.svg. Run after a change of that drawing."""

import struct
from pathlib import Path

import vl_convert

ICONS = Path(__file__).parent.parent / "static" / "icons"
DRAWING = (ICONS / "icon.svg").read_text()
ICO_SIZES = (16, 32, 48)


def png(size: int, svg: str = DRAWING) -> bytes:
    return vl_convert.svg_to_png(svg.replace("<svg ", f'<svg width="{size}" height="{size}" ', 1))


def ico(sizes: tuple[int, ...]) -> bytes:
    """Return an ICO file: a header, an entry for each size, the pictures as PNG."""
    pictures = [png(size) for size in sizes]
    header = struct.pack("<HHH", 0, 1, len(sizes))
    offset = len(header) + 16 * len(sizes)
    entries = b""
    for size, picture in zip(sizes, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return header + entries + b"".join(pictures)


def main() -> None:
    # Systems cut their own corners, and a maskable icon keeps its outer tenth free.
    square = DRAWING.replace(' rx="5"', "")
    wide = square.replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"').replace(
        '<rect width="32" height="32"', '<rect x="-4" y="-4" width="40" height="40"'
    )
    (ICONS / "icon-180.png").write_bytes(png(180, square))
    (ICONS / "icon-192.png").write_bytes(png(192))
    (ICONS / "icon-512.png").write_bytes(png(512))
    (ICONS / "icon-maskable-512.png").write_bytes(png(512, wide))
    (ICONS / "favicon.ico").write_bytes(ico(ICO_SIZES))


if __name__ == "__main__":
    main()
