from dataclasses import fields, replace

import pytest

from eedraws.cards import saying
from eedraws.cards.saying import Figure, Row
from tests.eedraws.cards.samples import DRAW, NOMINEES, WEEK, make_card


def test_a_digest_is_of_what_is_said_alone():
    assert make_card().digest == DRAW.digest
    assert len(DRAW.digest) == 12
    int(DRAW.digest, 16)


@pytest.mark.parametrize("name", [field.name for field in fields(DRAW)])
def test_a_digest_moves_with_everything_that_is_said(name):
    others = {
        "figures": (Figure("512", "CRS cut-off"),),
        "rows": (Row("cec", "CEC", "1", "2"),),
        "columns": ("a", "b"),
        "band": ("cec",),
        "notes": ("New.",),
    }
    assert replace(DRAW, **{name: others.get(name, "other")}).digest != DRAW.digest


def test_a_digest_moves_with_the_design(monkeypatch):
    before = DRAW.digest
    monkeypatch.setattr(saying, "DESIGN", saying.DESIGN + 1)
    assert DRAW.digest != before


def test_the_alternative_text_says_what_the_picture_says():
    assert DRAW.alt == (
        "Draw s1, Tuesday 4 July 2023. All programs. CRS cut-off 511. 1,500 invitations. "
        "as of 12:41, 4 July 2023 (Toronto). eedraws, Express Entry, Canada."
    )
    for note in NOMINEES.notes:
        assert note in NOMINEES.alt
    assert WEEK.alt.count("CRS cut-off 1100 (includes 600 points for the nomination") == len(WEEK.rows)
    assert "and 3 more draws." in WEEK.alt


def test_sizes_are_those_of_links_posts_and_stories():
    assert list(saying.SIZES) == ["1200x630", "1080x1080", "1080x1350", "1080x1920"]
