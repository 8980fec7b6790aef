"""Figures that have changed places, times told by a year, draws that were never held, bounds of the latest draws."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong

DAY = date(2026, 7, 24)
BY_YEAR = """| January to June | Draws | Invitations | Cut-offs |
| --- | ---: | ---: | --- |
| Canadian Experience Class 2026 | 10 | 41,250 | 507 to 518 |
| Canadian Experience Class 2025 | 6 | {cec} | 521 to 547 |
| Provincial nominees 2026 | {nominees} | 5,405 | 710 to {highest} |
| French 2025 | 3 | 18,500 | 379 to 428 |
"""


def test_rows_of_a_type_and_a_year_are_of_the_months_above():
    text = BY_YEAR.format(cec="15,850", nominees="12", highest="805")
    assert wrong(text, DAY) == {}
    text = BY_YEAR.format(cec="18,550", nominees="11", highest="802")
    assert wrong(text, DAY) == {"18,550": "15,850", "11": "12", "802": "805"}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("In 2026, {} invitations went to the Canadian Experience Class and {} to French speakers.", ("45,250", "40,500")),
        ("In 2025 the Canadian Experience Class had {} invitations and French {}.", ("35,850", "48,000")),
        ("By type, 2025 brought {} invitations for nominees, {} for healthcare.", ("10,898", "14,500")),
    ],
)  # fmt: skip
def test_sums_that_have_changed_places(text, figures):
    assert wrong(text.format(*figures), DAY) == {}
    assert wrong(text.format(*figures[::-1]), DAY) == dict(zip(figures[::-1], figures, strict=True))


@pytest.mark.parametrize(("size", "mistaken"), [("662", None), ("626", "662")])
def test_small_sums_between_parentheses(size, mistaken):
    text = f"In the first half of 2026 healthcare (8,000), trades (3,000), physicians ({size}) and senior managers (250) had their turn."
    assert wrong(text, date(2026, 7, 3)) == ({size: mistaken} if mistaken else {})


@pytest.mark.parametrize(
    "text",
    [
        "A year before, the first six months had produced {} draws.",
        "In 2025, the first half had {} draws.",
        "The year before, from January to June, there had been {} draws.",
        "Last year, the first half saw {} draws.",
    ],
)
def test_parts_of_a_year_named_before(text):
    assert wrong(text.format(23), DAY) == {}
    assert wrong(text.format(32), DAY) == {"32": "23"}


@pytest.mark.parametrize(
    "told", ["The quarter before had", "The previous quarter had", "A quarter earlier there were"]
)
def test_the_quarter_before(told):
    text = "Between July and September 2023 the department held 15 draws. " + told + " {} draws."
    assert wrong(text.format("seven"), DAY) == {}
    assert wrong(text.format("eight"), DAY) == {"eight": "7"}


@pytest.mark.parametrize(
    "text",
    [
        "Researchers have had {} draws.",
        "## Researchers\n\nThe category was announced on 18 February and has had {} draws so far.",
        "This summer {} draws for researchers took place.",
    ],
)
def test_a_category_that_was_never_drawn(text):
    assert wrong(text.format("two"), DAY) == {"two": "0"}


@pytest.mark.parametrize(
    "text",
    ["Researchers may have two draws next year.", "We expect two draws for researchers.", "Researchers have had no draw."],
)  # fmt: skip
def test_draws_that_are_not_told_to_have_been(text):
    assert wrong(text, DAY) == {}


@pytest.mark.parametrize(
    ("text", "true", "mistaken"),
    [
        ("For healthcare each of the last four draws had a cut-off below {}.", "480", "475"),
        ("In 2024 nine general draws were held. None of them invited more than {} people.", "2,850", "2,580"),
    ],
)
def test_bounds_of_several_draws(text, true, mistaken):
    day = date(2025, 11, 17)
    assert mistaken not in right(text.format(mistaken), day)
    assert set(wrong(text.format(mistaken), day)) == {mistaken}
    assert wrong(text.format(true), day) == {}


def test_draws_alike_behind_one_that_is_named():
    text = "The Canadian Experience Class had 500 invitations on 9 October and 400 in each of the {} draws that followed."
    day = date(2025, 1, 3)
    assert wrong(text.format("three"), day) == {}
    assert wrong(text.format("four"), day) == {"four": "3"}


@pytest.mark.parametrize(
    "text",
    [
        "Healthcare followed with 500 invitations. No healthcare draw had been held since 20 November 2024.",
        "Five of the categories in force have had no draw at all this year.",
        "The department has used the last full week of the year for four draws.",
    ],
)
def test_what_is_no_claim_of_none_or_of_a_year(text):
    assert wrong(text, date(2025, 5, 3)) == {}


def test_none_between_two_days_covers_both():
    text = "The president recalled that between 21 March and {} 2025 not one French round had been held."
    assert wrong(text.format("8 August"), DAY) == {}
    assert set(wrong(text.format("18 August"), DAY)) == {"21 March and 18 August 2025 not one French round"}


def test_the_month_with_the_most_draws_counts_every_type():
    text = (
        "The lowest score was 354, for agriculture and agri-food. July was the month with the most draws, {}."
    )
    assert wrong(text.format("six"), date(2023, 10, 2)) == {}


@pytest.mark.parametrize("count", [6, 7])
def test_a_range_beside_a_sum_is_of_the_draws_of_the_sum(count):
    title = "Half-year review: January to June 2026"
    text = "French-language proficiency: {} draws, 30,500 invitations, cut-offs from {} to 419."
    assert set(wrong(text.format(6, 393), DAY, title=title)) == set()
    assert wrong(text.format(count, 397), DAY, title=title)["397"] == "393"


@pytest.mark.parametrize("told", ["Adding up the three draws gives", "Added up, the three draws make"])
def test_a_sum_of_as_many_draws_as_are_counted(told):
    text = f"On Monday 421 invitations went to nominees at 727. {told} {{}} invitations for the week."
    assert wrong(text.format("1,921"), date(2025, 5, 3)) == {}
    assert wrong(text.format("1,500"), date(2025, 5, 3)) == {"1,500": "1,921"}
