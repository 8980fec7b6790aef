"""Pictures for tests, drawn by Pillow: synthetic, and never files of the repository."""

from io import BytesIO

from PIL import Image


def drawing(width=900, height=600, mode="RGB", colour=None):
    """Return a picture with a dark patch in its upper left corner, so that a turn or a cut is seen."""
    picture = Image.new(mode, (width, height), "#b5562b" if colour is None else colour)
    if mode == "RGB" and colour is None:
        picture.paste("#101010", (0, 0, width // 3, height // 3))
    return picture


def encoded(picture=None, format="JPEG", **how):
    """Return a picture as the bytes of a file."""
    content = BytesIO()
    (picture or drawing()).save(content, format=format, **how)
    return content.getvalue()
