import re
from pathlib import Path

from django.conf import settings

from eedraws.cards import looks

SHEET = Path(settings.BASE_DIR, "static/css/eedraws.css").read_text()
LIGHT = dict(re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}),", SHEET))


def test_colours_are_those_of_the_light_theme():
    for type, colour in looks.HUES.items():
        assert LIGHT[type] == colour
    for name in ("paper", "ink", "soft", "rule", "accent"):
        assert LIGHT[name] == getattr(looks, name.upper())


def test_every_type_has_a_pattern_of_its_own():
    assert looks.PATTERNS.keys() == looks.HUES.keys()
    assert len(set(looks.PATTERNS.values())) == len(looks.PATTERNS)
    assert all(len(rows) == 8 for rows in looks.PATTERNS.values())


def test_a_type_that_is_new_is_plain():
    assert (looks.hue("of-no-colour"), looks.pattern("of-no-colour")) == (looks.SOFT, looks.SOLID)


def test_colours_are_mixed_by_share():
    assert looks.blend("#000000", "#ffffff", 0) == "#000000"
    assert looks.blend("#000000", "#ffffff", 1) == "#ffffff"
    assert looks.blend("#204060", "#406080", 0.5) == "#305070"
