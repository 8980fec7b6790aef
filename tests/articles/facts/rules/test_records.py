"""Records that were held before."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

FEBRUARY_2021 = date(2021, 2, 15)


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        (
            "On 13 February 2021 27,332 candidates were invited. The previous record for one round was {}.",
            "5,000",
            "6,000",
        ),
        (
            "On 13 February 2021 the CEC cut-off was 75. The old low for the class, {}, dated from June 2020.",
            "431",
            "413",
        ),
    ],
)
def test_the_record_before_is_that_of_the_draws_before(text, true, false):
    assert not wrong(text.format(true), FEBRUARY_2021)
    assert set(wrong(text.format(false), FEBRUARY_2021)) == {false}


def test_a_record_without_a_figure_is_left_alone():
    assert not wrong(
        "The previous record was beaten by far, as nobody had thought 400 times over.", FEBRUARY_2021
    )


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("Until Saturday the lowest cut-off in any draw for the Canadian Experience Class had been {}, in June 2020.", "431", "440"),
        ("Until last week, the largest draw for the Canadian Experience Class had been one of {} invitations.", "5,000", "4,500"),
    ],
)  # fmt: skip
def test_the_record_until_a_day(text, true, false):
    assert not wrong(text.format(true), date(2021, 2, 15))
    assert set(wrong(text.format(false), date(2021, 2, 15))) == {false}
