"""What an upload is, by its content: a picture within bounds, or a refusal in words.

Nothing that a file says of itself is believed: its ending must agree with its first bytes, one decoder alone is asked,
bounds are looked at before a pixel is decoded, and what goes on are pixels without anything that came with them.
"""

import warnings
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import ExifTags, Image, ImageCms

MAX_BYTES = 15_000_000
MAX_PIXELS = 40_000_000
MAX_SIDE = 12_000
# What is kept of a larger picture: twice the width of the widest page, for dense screens.
KEPT_SIDE = 2560

ENDINGS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}
MODES = {"1", "L", "LA", "P", "PA", "RGB", "RGBA", "I", "I;16", "I;16B", "I;16L"}
# By EXIF's number for how the camera was held.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SRGB = ImageCms.createProfile("sRGB")

# Pillow warns of what may be a bomb, and refuses at twice as many pixels: for a server both are one.
warnings.simplefilter("error", Image.DecompressionBombWarning)


class Refused(ValueError):
    """A file is no picture that the site takes; the message says why, in the reader's language."""


def read(file: BinaryIO, name: str) -> Image.Image:
    """Return the picture of a file as upright pixels of sRGB, RGB or RGBA, at most KEPT_SIDE wide and high.

    `name` is the file's own, of which the ending alone counts. Raises Refused, whatever the file holds.
    """
    expected = _format_of(name)
    content = file.read(MAX_BYTES + 1)
    if not content:
        raise Refused(_("The file is empty."))
    if len(content) > MAX_BYTES:
        raise Refused(
            _("The file is larger than %(megabytes)s MB. Save the picture smaller, then try again.")
            % {"megabytes": MAX_BYTES // 1_000_000}
        )
    if _begins_as(content) != expected:
        raise Refused(
            _("The name of the file says %(format)s, but its content is something else.")
            % {"format": "WebP" if expected == "WEBP" else expected}
        )
    try:
        return _pixels(Image.open(BytesIO(content), formats=[expected]))
    except Refused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(_too_large()) from error
    # Decoders fail on hostile files in every way that Python knows.
    except Exception as error:
        raise Refused(_("The file is damaged or is no picture: it cannot be read to its end.")) from error


def _format_of(name: str) -> str:
    if not name.isprintable():
        raise Refused(_("The name of the file has characters that cannot be shown. Give it a plain name."))
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if ending not in ENDINGS:
        raise Refused(
            _("Pictures are JPEG, PNG, WebP or AVIF files. Save this one as JPEG or PNG, then try again.")
        )
    return ENDINGS[ending]


def _begins_as(content: bytes) -> str | None:
    """Return the format that the first bytes are those of."""
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "WEBP"
    if content[4:8] == b"ftyp" and content[8:12] in (b"avif", b"avis", b"mif1", b"msf1"):
        return "AVIF"
    return None


def _too_large() -> str:
    return _(
        "The picture has too many pixels: at most %(millions)s million, and %(side)s on a side. Save it smaller."
    ) % {"millions": MAX_PIXELS // 1_000_000, "side": f"{MAX_SIDE:,}"}


def _pixels(picture: Image.Image) -> Image.Image:
    if picture.width * picture.height > MAX_PIXELS or max(picture.size) > MAX_SIDE:
        raise Refused(_too_large())
    # Phones put a second picture, for depth or light, behind the JPEG that is meant.
    if picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1:
        raise Refused(_("The picture moves. Save one of its frames as JPEG or PNG."))
    if picture.mode in ("CMYK", "YCCK", "LAB"):
        raise Refused(_("The colours of this picture are for print (CMYK). Save it in RGB, then try again."))
    if picture.mode not in MODES:
        raise Refused(_("This picture has colours of a kind that pages cannot show. Save it in RGB."))
    # A large JPEG is decoded at a part of its size, which spares most of the memory and the time.
    picture.draft(None, (KEPT_SIDE, KEPT_SIDE))
    picture.load()
    profile, turn = picture.info.get("icc_profile"), _turn(picture)
    picture = _eight_bits(picture)
    picture.thumbnail((KEPT_SIDE, KEPT_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    picture = picture.copy() if turn is None else picture.transpose(turn)
    picture = _in_srgb(picture, profile)
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema()[0] == 255:
        picture = picture.convert("RGB")
    picture.info = {}
    return picture


def _turn(picture: Image.Image) -> Image.Transpose | None:
    """Return how a picture that was taken sideways comes to stand upright."""
    try:
        return TURNS.get(picture.getexif().get(ExifTags.Base.Orientation))
    # Broken notes of a camera are no reason to refuse its picture.
    except Exception:
        return None


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Return RGB, or RGBA where something is transparent."""
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    return picture if picture.mode == mode else picture.convert(mode)


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the colours as screens show them; a profile that cannot be used is passed over."""
    if not profile:
        return picture
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if source.profile.xcolor_space.strip() != "RGB":
            return picture
        return ImageCms.profileToProfile(picture, source, SRGB) or picture
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
