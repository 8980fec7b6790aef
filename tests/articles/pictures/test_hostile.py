"""Uploads that nobody should send: refused in words with nothing left on the disk, or made harmless where they are pictures."""

import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pillow
from PIL import PngImagePlugin

from articles.models import Image
from articles.pictures.reading import MAX_BYTES, MAX_SIDE
from tests.articles.pictures.making import drawing, encoded
from tests.factories import make_person

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/image/add/"
SCRIPT = b"<script>alert('7f3a')</script>"
PHP = b"<?php system($_GET['7f3a']); ?>"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, rows, *more):
    """A PNG of eight-bit greys whose pixels are `rows`, compressed."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), *more, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*parts) for parts in chunks)


def many_pixels():
    """A few kilobytes that would be 100 million pixels, within the bound of a side."""
    return png(10_000, 10_000, b"\0" * 1_000_000)


def many_more_pixels():
    """So many that Pillow refuses by itself."""
    return png(30_000, 30_000, b"\0" * 1_000_000)


def swollen_text():
    """Two hundred kilobytes of a text that would be 200 million characters."""
    text = b"Comment\0\0" + zlib.compress(b"\0" * 50_000_000)
    return png(4, 4, b"\0" * 20, (b"zTXt", text))


def lying_size():
    """A file that says 4,000 x 4,000 and has the pixels of a few rows."""
    return png(4000, 4000, b"\0" * 40_000)


def moving(format):
    frames = [drawing(40, 40), drawing(40, 40, colour="#204060")]
    return encoded(frames[0], format, save_all=True, append_images=frames[1:], duration=100)


def zipped():
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("picture.webp", SCRIPT)
    return content.getvalue()


def ico_or_other(format):
    return encoded(drawing(32, 32), format)


def photoshop():
    return b"8BPS" + struct.pack(">H6xHIIHH", 1, 3, 10, 10, 8, 3) + b"\0" * 400


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">' + SCRIPT + b"</svg>"

# What is sent: a name, the bytes, and words of the answer.
REFUSED = {
    "SVG with a script": ("office.svg", SVG, "JPEG, PNG, WebP or AVIF"),
    "SVG named PNG": ("office.png", SVG, "its content is something else"),
    "HTML named PNG": ("office.png", b"<!doctype html>" + SCRIPT, "its content is something else"),
    "GIF that is a script": ("office.gif", b"GIF89a/*" + b"\0" * 40 + b"*/=1;" + SCRIPT, "JPEG, PNG, WebP"),
    "GIF that is a script, named JPEG": (
        "office.jpg",
        b"GIF89a=1;" + SCRIPT,
        "its content is something else",
    ),
    "GIF that moves": ("office.gif", lambda: moving("GIF"), "JPEG, PNG, WebP or AVIF"),
    "PNG that moves": ("office.png", lambda: moving("PNG"), "The picture moves"),
    "WebP that moves": ("office.webp", lambda: moving("WEBP"), "The picture moves"),
    "AVIF that moves": ("office.avif", lambda: moving("AVIF"), "The picture moves"),
    "more pixels than allowed": ("office.png", lambda: png(7000, 7000, b""), "too many pixels"),
    "bomb of pixels": ("office.png", many_pixels, "too many pixels"),
    "bomb beyond the library's own bound": ("office.png", many_more_pixels, "too many pixels"),
    "bomb of text": ("office.png", swollen_text, "cannot be read"),
    "side that is too long": (
        "office.png",
        lambda: encoded(drawing(MAX_SIDE + 1, 1), "PNG"),
        "too many pixels",
    ),
    "size that is a lie": ("office.png", lying_size, "cannot be read"),
    "JPEG cut off": ("office.jpg", lambda: encoded()[:2000], "cannot be read"),
    "PNG cut off": ("office.png", lambda: encoded(format="PNG")[:200], "cannot be read"),
    "WebP cut off": ("office.webp", lambda: encoded(format="WEBP")[:200], "cannot be read"),
    "AVIF cut off": ("office.avif", lambda: encoded(format="AVIF")[:300], "cannot be read"),
    "JPEG of nothing but its first bytes": ("office.jpg", b"\xff\xd8\xff\xe0" + PHP, "cannot be read"),
    "PNG named JPEG": ("office.jpg", lambda: encoded(format="PNG"), "its content is something else"),
    "JPEG named PHP": ("office.php", encoded, "JPEG, PNG, WebP or AVIF"),
    "two endings": ("office.jpg.php", encoded, "JPEG, PNG, WebP or AVIF"),
    "no ending": ("office", encoded, "JPEG, PNG, WebP or AVIF"),
    "archive named WebP": ("office.webp", zipped, "its content is something else"),
    "TIFF": ("office.tiff", lambda: ico_or_other("TIFF"), "JPEG, PNG, WebP or AVIF"),
    "TIFF named JPEG": ("office.jpg", lambda: ico_or_other("TIFF"), "its content is something else"),
    "icon named PNG": ("office.png", lambda: ico_or_other("ICO"), "its content is something else"),
    "PostScript named JPEG": ("office.jpg", lambda: ico_or_other("EPS"), "its content is something else"),
    "Photoshop named PNG": ("office.png", photoshop, "its content is something else"),
    "print colours": ("office.jpg", lambda: encoded(drawing(40, 40, "CMYK", 0)), "are for print"),
    "nothing": ("office.jpg", b"", "The file is empty"),
    "more bytes than allowed": ("office.jpg", lambda: encoded() + b"\0" * MAX_BYTES, "larger than 15 MB"),
}


def marked_exif():
    exif = Pillow.Exif()
    exif[0x010F] = "Maker 7f3a"
    exif[0x8825] = {1: "N", 2: (43.0, 39.0, 11.0)}
    return exif


def marked_png():
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", SCRIPT.decode())
    texts.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>7f3a</x:xmpmeta>")
    return encoded(drawing(), "PNG", pnginfo=texts, exif=marked_exif())


# Pictures with something in them, or of an unusual kind, and how they come out: mode and size.
TAKEN = {
    "PHP in the comment of a JPEG": ("office.jpg", lambda: encoded(comment=PHP), "RGB"),
    "PHP behind a JPEG": ("office.jpg", lambda: encoded() + PHP, "RGB"),
    "archive behind a PNG": ("office.png", lambda: encoded(format="PNG") + zipped() + SCRIPT, "RGB"),
    "place and maker in a JPEG": (
        "office.jpg",
        lambda: encoded(exif=marked_exif(), xmp=b"<x>7f3a</x>"),
        "RGB",
    ),
    "texts in a PNG": ("office.png", marked_png, "RGB"),
    "XMP in a WebP": ("office.webp", lambda: encoded(format="WEBP", xmp=b"<x>7f3a</x>"), "RGB"),
    "EXIF in an AVIF": ("office.avif", lambda: encoded(format="AVIF", exif=marked_exif()), "RGB"),
    "way out in the name": ("../../../etc/cron.d/office.jpg", encoded, "RGB"),
    "way out of Windows in the name": (r"..\..\office.JPG", encoded, "RGB"),
    "NUL in the name": ("office.php\0.jpg", encoded, "RGB"),
    "mark-up in the name": ("<script>alert(1)</script>.jpg", encoded, "RGB"),
    "sixteen bits of grey": ("office.png", lambda: encoded(drawing(900, 600, "I;16", 30_000), "PNG"), "RGB"),
    "palette with transparency": (
        "office.png",
        lambda: encoded(drawing(900, 600, "P", 0), "PNG", transparency=0),
        "RGBA",
    ),
    "black and white": ("office.png", lambda: encoded(drawing(900, 600, "1", 1), "PNG"), "RGB"),
    "colour profile that is none": ("office.jpg", lambda: encoded(icc_profile=b"7f3a" * 40), "RGB"),
}


@pytest.fixture
def editor(client, db):
    client.force_login(make_person("Editor"))
    return client


def send(client, name, content):
    content = content() if callable(content) else content
    words = {"alt": "An office in Toronto.", "credit": "Synthetic"}
    return client.post(ADD, words | {"file": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize("case", REFUSED)
def test_is_refused_in_words_and_nothing_is_left(editor, on_disk, case, django_capture_on_commit_callbacks):
    name, content, words = REFUSED[case]
    with django_capture_on_commit_callbacks(execute=True):
        response = send(editor, name, content)
    assert response.status_code == 200
    assert words in response.text
    assert "An office in Toronto." in response.text
    assert on_disk() == []
    assert not Image.objects.exists()


@pytest.mark.parametrize("case", TAKEN)
def test_is_made_harmless(editor, disk, on_disk, case, django_capture_on_commit_callbacks):
    name, content, mode = TAKEN[case]
    with django_capture_on_commit_callbacks(execute=True):
        response = send(editor, name, content)
    assert response.status_code == 302
    image = Image.objects.get()
    assert on_disk() == sorted(f"media/{path}" for path in image.paths)
    for path in image.paths:
        stored = (disk / "media" / path).read_bytes()
        assert not any(mark in stored for mark in (b"7f3a", b"<?php", b"<script", b"PK\3\4"))
        with Pillow.open(BytesIO(stored)) as picture:
            assert not picture.getexif()
            assert not {"icc_profile", "xmp", "comment"} & picture.info.keys()
            assert picture.mode == ("RGB" if path.endswith(".jpg") else mode)


def test_a_form_larger_than_any_picture_is_refused_before_it_is_read(editor, settings, on_disk):
    length = str(settings.PICTURE_FORM_MAX_BYTES + 1)
    response = editor.generic("POST", ADD, b"", "multipart/form-data; boundary=x", CONTENT_LENGTH=length)
    assert response.status_code == 413
    assert "This is too much to send" in response.text
    assert on_disk() == []


def test_other_forms_stay_small(editor, settings):
    length = str(settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    for path, kind in [
        ("/admin/articles/tag/add/", "multipart/form-data; boundary=x"),
        (ADD, "application/x-www-form-urlencoded"),
    ]:
        assert editor.generic("POST", path, b"", kind, CONTENT_LENGTH=length).status_code == 413
