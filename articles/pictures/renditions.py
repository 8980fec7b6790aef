"""A picture in the files that pages need, all made anew from its pixels. Knows nothing of names or storage."""

from hashlib import sha256
from io import BytesIO

from PIL import Image

# Widths for phones to dense desks: the text is 680 px wide at most. A picture is never made wider than it is.
WIDTHS = (320, 640, 960, 1280)
AVIF, WEBP, JPEG = "avif", "webp", "jpg"
# Each format as Pillow saves it. AVIF is slow at its best: this speed takes a second for a large photograph.
HOW = {
    AVIF: {"format": "AVIF", "quality": 60, "speed": 8, "max_threads": 1},
    WEBP: {"format": "WEBP", "quality": 82, "method": 4},
    JPEG: {"format": "JPEG", "quality": 82, "progressive": True, "optimize": True},
}


def digest(picture: Image.Image) -> str:
    """Return the name of a picture, 32 hexadecimal digits: the same pixels have the same, however they came."""
    head = f"{picture.mode} {picture.width} {picture.height} ".encode()
    return sha256(head + picture.tobytes()).hexdigest()[:32]


def widths_of(width: int) -> list[int]:
    """Return the widths in which a picture that is `width` wide is kept, the smallest first."""
    widest = min(width, WIDTHS[-1])
    return [*(step for step in WIDTHS if step < widest), widest]


def ending(width: int, format: str) -> str:
    return f"-{width}.{format}"


def files(picture: Image.Image) -> dict[str, bytes]:
    """Return the files of a picture by the ending of their name: itself, its renditions, a JPEG for other programs."""
    made = {".webp": _saved(picture, format="WEBP", quality=95, method=2)}
    widths = widths_of(picture.width)
    for width in widths:
        small = _narrowed(picture, width)
        for format in (AVIF, WEBP):
            made[ending(width, format)] = _saved(small, **HOW[format])
    made[ending(widths[-1], JPEG)] = _saved(_on_white(_narrowed(picture, widths[-1])), **HOW[JPEG])
    return made


def _narrowed(picture: Image.Image, width: int) -> Image.Image:
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode == "RGB":
        return picture
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _saved(picture: Image.Image, **how) -> bytes:
    content = BytesIO()
    picture.save(content, **how)
    return content.getvalue()
