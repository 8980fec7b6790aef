"""How many rows, items or lines a text says that its own table or list has."""

from datetime import date

import pytest

from articles.facts.rules.inside import inside
from tests.articles.facts.rules.saying import wrong

DAY = date(2026, 10, 2)
TABLE = "| NOC | Occupation |\n| --- | --- |\n" + "".join(f"| 7230{at} | Trade {at} |\n" for at in range(8))
LINES = "\n\n".join(
    f"{name}: {count} draws, cut-offs from 400 to 500."
    for name, count in (("French", 6), ("Nominees", 12), ("Healthcare", 2), ("Trades", 1))
)
ITEMS = "- the draw of Monday\n- the draw of Tuesday\n- the draw of Thursday\n"


def of(text):
    return wrong(text, DAY, rule=inside.find)


@pytest.mark.parametrize(
    "text",
    [
        "These are the {} that our readers ask about:\n\n" + TABLE,
        "Here are the {} jobs of the week:\n\n" + TABLE,
        "The table shows where {} jobs stand today.\n\n" + TABLE,
        TABLE + "\nBricklayers close the {} rows above.",
        TABLE + "\nWe shall come back to the {} occupations listed above.",
    ],
)
@pytest.mark.parametrize(
    ("number", "expected"), [("eight", None), ("Nine", "8"), ("seven", "8"), ("10", "8")]
)
def test_rows_of_a_table(text, number, expected):
    assert of(text.format(number)) == ({number: expected} if expected else {})


@pytest.mark.parametrize(
    ("shown", "noun", "right", "mistaken"),
    [(LINES, "types", "four", "five"), (ITEMS, "draws", "three", "four")],
)
def test_lines_and_items_above(shown, noun, right, mistaken):
    text = shown + "\n\nOf the {} " + noun + " listed above, one is new."
    assert of(text.format(right)) == {}
    assert set(of(text.format(mistaken))) == {mistaken}


@pytest.mark.parametrize(
    "text",
    [
        # Two rows for each kind.
        "The four kinds that matter look like this:\n\n" + TABLE,
        "Two things to remember before you read it:\n\n" + TABLE,
        "In twelve months this is what was new:\n\n" + TABLE,
        TABLE + "\nThe score fell at each of the nine steps in this list.",
        TABLE + "\nThe nine draws above 500 points were held in May.",
        TABLE + "\n" + ITEMS + "\nThe three draws described above were small.",
    ],
)
def test_what_may_be_meant_otherwise(text):
    assert of(text) == {}


@pytest.mark.parametrize(
    ("told", "left", "mistaken"),
    [
        ("The draws by category numbered 19. That is a third. It leaves {} of the 52 draws.", "33", "31"),
        ("Nominees had twelve draws, which leaves {} of the 34 for the others.", None, None),
        ("Nominees had 12 draws. This left {} of the 34 for everybody else.", "22", "24"),
    ],
)
def test_what_is_left(told, left, mistaken):
    if left is not None:
        assert of(told.format(left)) == {}
        assert of(told.format(mistaken)) == {mistaken: left}


def test_a_poll_about_a_year():
    text = "We asked {} lawyers what 2020 will bring: 7 expect larger rounds, 5 do not."
    assert of(text.format(12)) == {}
    assert of(text.format(14)) == {"14": "12"}
