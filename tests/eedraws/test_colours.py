"""The colours of the stylesheet: contrast in both themes, and hues that any colour vision tells apart."""

import math
import re
from itertools import combinations
from pathlib import Path

import pytest
from django.conf import settings

from occupations.models import Category

SHEET = Path(settings.BASE_DIR, "static/css/eedraws.css").read_text()
TOKENS = {
    name: pair.split(", ")
    for name, pair in re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}, #[0-9a-f]{6})\);", SHEET)
}
HUES = re.findall(r"\.category-tag--([a-z-]+) \{", SHEET)

# Types of draw of 2025 and 2026, which stand side by side on the pages that are read most.
SEEN_TOGETHER = ["cec", "pnp", "french", "healthcare", "trades", "transport", "education", "physicians"]

# Linear sRGB as it is seen without the red, the green and the blue cones (Machado, Oliveira, Fernandes 2009).
VISION = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "no green": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "no blue": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}

themes = pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])


def linear(token, theme):
    """Return a token's red, green and blue light, each from 0 to 1."""
    colour = TOKENS[token][theme]
    values = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values]


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def contrast(token, ground, theme):
    """Return the contrast ratio of WCAG."""
    weights = [(0.2126, 0.7152, 0.0722)]
    low, high = sorted(times(weights, linear(name, theme))[0] for name in (token, ground))
    return (high + 0.05) / (low + 0.05)


def oklab(token, theme, vision):
    """Return where a colour stands in Oklab, in hundredths, for a kind of colour vision."""
    seen = [min(max(value, 0), 1) for value in times(VISION[vision], linear(token, theme))]
    cones = times(((0.4122, 0.5363, 0.0514), (0.2119, 0.6807, 0.1074), (0.0883, 0.2817, 0.6300)), seen)
    roots = [100 * max(value, 0) ** (1 / 3) for value in cones]
    return times(((0.2105, 0.7936, -0.0041), (1.9780, -2.4286, 0.4506), (0.0259, 0.7828, -0.8087)), roots)


@themes
@pytest.mark.parametrize("ground", ["paper", "wash"])
@pytest.mark.parametrize(
    ("token", "least"),
    [("ink", 7), ("soft", 7), ("accent", 7), ("error", 4.5), ("focus", 3), ("edge", 3)],
)
def test_contrast_of_text_and_edges(token, least, ground, theme):
    assert contrast(token, ground, theme) >= least


@themes
@pytest.mark.parametrize("token", ["ink", "soft", "accent"])
def test_contrast_of_text_that_is_marked(token, theme):
    assert contrast(token, "marked", theme) >= 4.5


@themes
@pytest.mark.parametrize("ground", ["paper", "wash"])
def test_contrast_of_the_mark_of_every_type_of_draw(ground, theme):
    assert [hue for hue in HUES if contrast(hue, ground, theme) < 3] == []


@themes
@pytest.mark.parametrize("vision", VISION)
def test_marks_that_stand_together_are_told_apart(vision, theme):
    places = {hue: oklab(hue, theme, vision) for hue in SEEN_TOGETHER}
    close = [(a, b) for a, b in combinations(places, 2) if math.dist(places[a], places[b]) < 6]
    assert close == []


@pytest.mark.django_db
def test_every_type_of_draw_has_a_hue():
    assert sorted(Category.objects.values_list("slug", flat=True)) == sorted(HUES)
