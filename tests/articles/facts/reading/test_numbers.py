from datetime import date

import pytest

from articles.facts.model import Part
from articles.facts.reading import CodeMention, DrawMention, NumberMention, RangeMention, Role, read
from articles.facts.reading.counting import written


def mentions(text: str) -> list[object]:
    return list(read([Part("body", text)], date(2023, 7, 8)).mentions)


def numbers(text: str) -> list[tuple[float, Role]]:
    return [(found.value, found.role) for found in mentions(text) if isinstance(found, NumberMention)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,300 invitations", 2300),
        ("2 300 invitations", 2300),
        ("2.3K invitations", 2300),
        ("five thousand invitations", 5000),
        ("twenty-one invitations", 21),
        ("a dozen invitations", 12),
        ("two thousand three hundred invitations", 2300),
        ("one hundred and thirty-five thousand, two hundred and fifteen invitations", 135215),
        ("a hundred and seven thousand three hundred invitations", 107300),
        ("three ninety-one invitations", 391),
        ("five eighteen invitations", 518),
    ],
)
def test_numbers_as_they_are_written(text: str, value: float) -> None:
    assert numbers(text) == [(value, Role.INVITATIONS)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("CRS 463", Role.CUTOFF),
        ("a cut-off of 463", Role.CUTOFF),
        ("a minimum CRS score of 463 points", Role.CUTOFF),
        ("candidates with 463 points or more", Role.CUTOFF),
        ("the score of the lowest-ranked candidate: 463", Role.CUTOFF),
        ("it went down to 463", Role.CUTOFF),
        ("The draw required 463 points", Role.CUTOFF),
        ("she has a score of 463", Role.POINTS),
        ("600 points for a nomination", Role.POINTS),
        ("eight points lower", Role.DIFFERENCE),
        ("down by 300", Role.DIFFERENCE),
        ("six months of experience", Role.DURATION),
        ("NCLC 7", Role.LEVEL),
        ("20 per cent", Role.PERCENT),
        ("$1,365", Role.MONEY),
        ("46 occupations", Role.OCCUPATIONS),
        ("four draws", Role.DRAWS),
        ("the second draw", Role.ORDINAL),
        ("700 candidates", Role.INVITATIONS),
        ("507 were invited", Role.INVITATIONS),
        ("IRCC issued 700", Role.INVITATIONS),
        ("Invitations issued: 700", Role.INVITATIONS),
    ],
)
def test_what_a_number_is_about(text: str, role: Role) -> None:
    assert numbers(text)[0][1] is role


def test_a_year_counts_nothing() -> None:
    assert numbers("what the 2015 invitations tell") == []
    assert numbers("all 2023 draws") == []
    assert numbers("the 2,015 invitations") == [(2015, Role.INVITATIONS)]
    assert numbers("it sent 2015 invitations") == [(2015, Role.INVITATIONS)]


def test_what_points_for_an_offer_fell_to_is_no_cutoff() -> None:
    assert numbers("A job offer was worth 600. That fell to 250.")[-1] == (250, Role.UNKNOWN)


def test_ranges() -> None:
    found = [mention for mention in mentions("scores from 439 to 511") if isinstance(mention, RangeMention)]
    assert [(one.low, one.high, one.role) for one in found] == [(439, 511, Role.CUTOFF)]
    assert not any(isinstance(one, RangeMention) for one in mentions("463 and 486"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("draw 255", ("255",)),
        ("Round No. 91a", ("91a",)),
        ("#255", ("255",)),
        ("rounds 253 to 255", ("253", "254", "255")),
        ("draws 253, 254 and 256", ("253", "254", "256")),
    ],
)
def test_draws_by_number(text: str, found: tuple[str, ...]) -> None:
    assert [one.numbers for one in mentions(text) if isinstance(one, DrawMention)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Senior managers\n\n- Round 1: 5 March\n- Round 2: 10 July\n- Round 3: 16 September",
        "1. **Round 1**: 5 March\n2. **Round 2**: 10 July",
        "Draw 12 – 19 December 2023",
    ],
)
def test_numbers_that_count_the_lines_of_a_list_are_those_of_no_draw(text: str) -> None:
    assert not any(isinstance(one, DrawMention) for one in mentions(text))


def test_numbers_of_draws_are_no_figures_and_figures_no_numbers_of_draws() -> None:
    assert numbers("draw 255") == []
    assert not any(isinstance(one, DrawMention) for one in mentions("a draw 500 candidates won"))


def test_noc_codes() -> None:
    found = [one for one in mentions("NOC 73300, drivers (00015) and 27,332") if isinstance(one, CodeMention)]
    assert [(one.code, one.marked) for one in found] == [("73300", True), ("00015", True)]


@pytest.mark.parametrize(
    ("value", "like", "result"),
    [
        (1500, "2,300", "1,500"),
        (1500, "2300", "1500"),
        (1500, "2 300", "1 500"),
        (1500, "2.3K", "1.5K"),
        (4, "Three", "Four"),
        (46, "forty", "46"),
        (463, "493", "463"),
    ],
)
def test_a_number_is_written_in_the_form_of_another(value: float, like: str, result: str) -> None:
    assert written(value, like) == result


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("IRCC issued 4,300 invitations over three rounds", [(4300, Role.INVITATIONS), (3, Role.DRAWS)]),
        ("a dozen category draws", [(12, Role.DRAWS)]),
        ("12650 invitations went out", [(12650, Role.INVITATIONS)]),
        ("of whom 6,700 for their French", [(6700, Role.UNKNOWN)]),
        ("500 invitations over the previous draw", [(500, Role.DIFFERENCE)]),
    ],
)
def test_what_a_number_counts_is_no_difference_and_no_score(
    text: str, found: list[tuple[float, Role]]
) -> None:
    assert numbers(text) == found
