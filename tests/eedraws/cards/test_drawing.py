from io import BytesIO
from itertools import product

import pytest
from PIL import Image

from eedraws.cards.drawing import WEIGHTS, draw, font, measure
from eedraws.cards.looks import ACCENT, hue
from eedraws.cards.saying import LINK, SIZES, SQUARE
from tests.eedraws.cards.samples import ARTICLE, CARDS, DRAW, NOMINEES, make_card

LIMIT = 300_000


def opened(card, size):
    return Image.open(BytesIO(draw(card, size))).convert("RGB")


@pytest.mark.parametrize(("card", "size"), [*product(CARDS, SIZES.values())])
def test_pictures_are_of_their_size_and_small(card, size):
    png = draw(card, size)
    image = Image.open(BytesIO(png))
    assert (image.format, image.size) == ("PNG", size)
    assert len(png) < LIMIT


def test_types_differ_by_colour_and_without_it():
    grey = [opened(make_card(band=(type,)), LINK).convert("L") for type in ("cec", "trades", "military")]
    bands = {image.crop((0, 0, 40, 630)).point(lambda value: value > 150 and 255).tobytes() for image in grey}
    assert len(bands) == 3


def test_the_band_is_in_the_hue_of_the_type_and_of_an_article_in_the_sites():
    def colours(card):
        band = opened(card, SQUARE).crop((0, 0, 48, 1080))
        return {"#" + bytes(colour).hex() for _count, colour in band.getcolors()}

    assert hue("general") in colours(DRAW)
    assert hue("pnp") in colours(NOMINEES)
    assert len(colours(NOMINEES)) == 2
    assert colours(ARTICLE) == {ACCENT}


@pytest.mark.parametrize("face", WEIGHTS)
def test_letters_of_both_languages_have_a_shape(face):
    missing = font(face, 40).getmask("\uffff").getbbox()
    for letter in "ÉéèçœŒ’“”«»…•–0123456789":
        assert font(face, 40).getmask(letter).getbbox() != missing
    assert measure("Draw", face, 40) < measure("Draws", face, 40)
