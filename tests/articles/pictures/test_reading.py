"""What comes out of a good file: upright pixels in sRGB, and the files made of them."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from articles.pictures import Refused, renditions
from articles.pictures.reading import KEPT_SIDE, read
from tests.articles.pictures.making import drawing, encoded

FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}


def is_dark(picture, x, y):
    return max(picture.convert("RGB").getpixel((x, y))) < 80


@pytest.mark.parametrize("format", FORMATS)
def test_each_format_is_read(format):
    picture = read(BytesIO(encoded(format=format)), f"office.{FORMATS[format]}")
    assert (picture.mode, picture.size, picture.info) == ("RGB", (900, 600), {})
    assert is_dark(picture, 10, 10)
    assert not is_dark(picture, 890, 590)


@pytest.mark.parametrize(
    ("orientation", "corner"), [(3, (-1, -1)), (6, (-1, 0)), (8, (0, -1))], ids=["half", "right", "left"]
)
def test_a_picture_taken_sideways_stands_upright(orientation, corner):
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = read(BytesIO(encoded(exif=exif)), "office.jpg")
    assert picture.size == ((900, 600) if orientation == 3 else (600, 900))
    x, y = (10 if place == 0 else side - 10 for place, side in zip(corner, picture.size, strict=True))
    assert is_dark(picture, x, y)


def test_colours_of_another_profile_become_those_of_screens():
    lab = ImageCms.createProfile("sRGB")
    swapped = ImageCms.ImageCmsProfile(lab).tobytes()
    # The primaries of red and blue change places: what the file calls red is blue on a screen.
    red, blue = swapped.index(b"rXYZ"), swapped.index(b"bXYZ")
    changed = bytearray(swapped)
    changed[red : red + 4], changed[blue : blue + 4] = b"bXYZ", b"rXYZ"
    file = encoded(drawing(40, 40, colour="#ff0000"), "PNG", icc_profile=bytes(changed))
    red, _green, blue = read(BytesIO(file), "office.png").getpixel((20, 20))
    assert blue > 200 > 60 > red


def test_grey_of_sixteen_bits_keeps_its_lightness():
    file = encoded(drawing(40, 40, "I;16", 65_535 // 2), "PNG")
    assert read(BytesIO(file), "office.png").getpixel((20, 20)) == (127, 127, 127)


def test_transparency_stays_and_goes_where_nothing_is_transparent():
    clear = encoded(drawing(40, 40, "RGBA", (200, 0, 0, 100)), "PNG")
    assert read(BytesIO(clear), "office.png").getpixel((20, 20)) == (200, 0, 0, 100)
    full = encoded(drawing(40, 40, "RGBA", (200, 0, 0, 255)), "PNG")
    assert read(BytesIO(full), "office.png").mode == "RGB"


def test_a_large_picture_is_kept_smaller():
    for format, ending in (("JPEG", "jpg"), ("PNG", "png")):
        picture = read(BytesIO(encoded(drawing(KEPT_SIDE * 2, 1000), format)), f"office.{ending}")
        assert picture.size == (KEPT_SIDE, 500)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_broken_notes_of_a_camera_do_not_refuse_its_picture():
    file = encoded(exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"7f3a" * 40)
    assert read(BytesIO(file), "office.jpg").size == (900, 600)


def test_a_second_picture_behind_a_jpeg_is_left_out():
    frames = [drawing(), drawing(colour="#204060")]
    file = encoded(frames[0], "MPO", save_all=True, append_images=frames[1:])
    assert is_dark(read(BytesIO(file), "office.jpg"), 10, 10)


def test_a_name_with_characters_that_cannot_be_shown_is_refused():
    with pytest.raises(Refused, match="plain name"):
        read(BytesIO(encoded()), "office\0.jpg")


@pytest.mark.parametrize(
    ("width", "widths"),
    [(40, [40]), (320, [320]), (900, [320, 640, 900]), (2560, [320, 640, 960, 1280])],
)
def test_renditions_are_as_wide_as_pages_need_and_never_enlarged(width, widths):
    assert renditions.widths_of(width) == widths


def test_every_file_is_of_the_format_that_its_name_says():
    made = renditions.files(drawing(700, 30))
    assert set(made) == {
        *(".webp", "-700.jpg"),
        *(f"-{width}.{format}" for width in (320, 640, 700) for format in ("avif", "webp")),
    }
    for ending, content in made.items():
        with Image.open(BytesIO(content)) as picture:
            assert picture.format == {"jpg": "JPEG"}.get(
                ending.rpartition(".")[2], ending.rpartition(".")[2].upper()
            )
            width = int(ending.partition(".")[0].removeprefix("-") or 700)
            assert picture.size == (width, round(30 * width / 700))


def test_the_jpeg_of_a_transparent_picture_stands_on_white():
    made = renditions.files(drawing(40, 40, "RGBA", (0, 0, 0, 0)))
    with Image.open(BytesIO(made["-40.jpg"])) as picture:
        assert min(picture.getpixel((20, 20))) > 250


def test_the_name_depends_on_the_pixels_alone():
    names = {
        renditions.digest(read(BytesIO(encoded(format="PNG", **how)), "a.png"))
        for how in ({}, {"dpi": (9, 9)})
    }
    assert len(names) == 1
    assert renditions.digest(drawing(900, 600, colour="#123456")) not in names
