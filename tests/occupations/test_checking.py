"""What is said of a pasted list before it is saved."""

import pytest

from occupations.checking import SOUGHT, Checked, Misspelt, Piece, Repeated, Spelling, check, difference
from occupations.pasting import Row

TITLES = {
    "21300": "Civil engineers",
    "63201": "Butchers - retail and wholesale",
    "72106": "Welders and related machine operators",
    "73200": "Residential and commercial installers and servicers",
    "73300": "Transport truck drivers",
    "73301": "Bus drivers, subway operators and other transit operators",
}


def checked(text, **before):
    return check(text, TITLES, {f"{code[1:]}": title for code, title in before.items()})


def to_correct(found):
    """Return what has to be corrected before such a list is saved."""
    return [*found.unknown, *found.repeated, *found.unread]


def test_a_list_as_the_classification_has_it_is_clean():
    found = checked("73300 Transport truck drivers\n63201")
    assert found == Checked(
        [Row(1, "73300", "Transport truck drivers"), Row(2, "63201", TITLES["63201"])], [], [], [], [], [], 1
    )
    assert not to_correct(found)


def test_a_code_alone_takes_the_title_that_the_list_before_had():
    assert checked("63201", c63201="Butchers- retail and wholesale").rows == [
        Row(1, "63201", "Butchers- retail and wholesale")
    ]


@pytest.mark.parametrize(
    ("line", "likeliest"),
    [("73302", "73300"), ("37300", "73300"), ("73310 Transport truck driver", "73300"), ("72160", "72106")],
)
def test_an_unknown_code_comes_with_the_codes_that_were_perhaps_meant(line, likeliest):
    found = checked(line)
    (unknown,) = found.unknown
    assert unknown.near[0] == likeliest
    assert len(unknown.near) == 3
    assert found.rows == []
    assert to_correct(found)


def test_near_codes_are_not_sought_for_ever():
    found = checked("\n".join(f"9{number:04}" for number in range(10_000)))
    assert len(found.unknown) == 10_000
    assert [bool(unknown.near) for unknown in found.unknown[: SOUGHT + 1]] == [True] * SOUGHT + [False]


def test_an_occupation_that_is_listed_twice_comes_with_every_line_and_is_one_row():
    found = checked("73300\n73301\n73300 Transport truck drivers\n73300")
    assert found.repeated == [Repeated("73300", [1, 3, 4])]
    assert [row.code for row in found.rows] == ["73300", "73301"]
    assert found.rows[0].title == "Transport truck drivers"
    assert to_correct(found)


def test_a_line_that_cannot_be_read_has_to_be_corrected():
    assert to_correct(checked("73300\nTransport truck drivers"))


@pytest.mark.parametrize(
    ("line", "spelling", "of"),
    [
        ("63201 Butchers- retail and wholesale", Spelling.SMALL, ""),
        ("21300 Civil Engineers", Spelling.SMALL, ""),
        ("73300 Transport truck driver", Spelling.WORDS, ""),
        ("73301 Transport truck drivers", Spelling.ANOTHER, "73300"),
    ],
)
def test_a_title_of_another_spelling_is_told_and_may_stand(line, spelling, of):
    found = checked(line)
    (misspelt,) = found.misspelt
    assert (misspelt.spelling, misspelt.of, misspelt.as_before) == (spelling, of, False)
    assert not to_correct(found)
    assert found.rows[0].title == line[6:]


def test_a_spelling_that_was_published_before_is_told_apart():
    (misspelt,) = checked("21300 Civil Engineers", c21300="Civil Engineers").misspelt
    assert misspelt == Misspelt(
        1,
        "21300",
        [Piece("Civil ", False), Piece("Engineers", True)],
        [Piece("Civil ", False), Piece("engineers", True)],
        Spelling.SMALL,
        "",
        True,
    )


def test_a_difference_shows_the_words_that_one_title_has_alone():
    published, official = difference("Dieticians and nutritionists", "Dietitians and other nutritionists")
    assert [piece.text for piece in published if piece.differs] == ["Dieticians"]
    assert [piece.text for piece in official if piece.differs] == ["Dietitians", "other "]
    assert "".join(piece.text for piece in published) == "Dieticians and nutritionists"
    assert "".join(piece.text for piece in official) == "Dietitians and other nutritionists"
