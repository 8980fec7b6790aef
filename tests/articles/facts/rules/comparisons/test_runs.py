"""What happened several times in a row."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong

NOVEMBER_2025 = date(2025, 12, 1)
FEBRUARY_2026 = date(2026, 2, 18)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        (
            "The CEC cut-off fell on February 17, 2026, for the {} time in a row.",
            FEBRUARY_2026,
            "sixth",
            "fourth",
        ),
        (
            "The CEC draw of February 17, 2026, brought the {} consecutive fall.",
            FEBRUARY_2026,
            "sixth",
            "third",
        ),
        (
            "The CEC draw of November 26, 2025: {} rounds of that size in a row.",
            NOVEMBER_2025,
            "six",
            "eight",
        ),
        (
            "The CEC draw of November 26, 2025, had 1,000 invitations, the {} straight draw of this size.",
            NOVEMBER_2025,
            "sixth",
            "ninth",
        ),
    ],
)
def test_a_run_is_as_long_as_the_record_has_it(text, day, true, false):
    assert true in right(text.format(true), day)
    assert wrong(text.format(false), day) == {false: true}


@pytest.mark.parametrize(
    "text",
    [
        "Will the CEC cut-off fall for the tenth time in a row? It may fall ten times in a row.",
        "She sat the test three days in a row.",
    ],
)
def test_other_runs_are_left_alone(text):
    assert not wrong(text, NOVEMBER_2025)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        # So many general draws had been held in the year: those in a row are not all of them.
        ("In 2019 {} all-program rounds in a row have had the same size, 3,350.", date(2019, 7, 2), "ten", "twelve"),
        # "One point" before it is no number of draws.
        ("The CEC cut-off fell by one point after {} draws in a row at 534.", date(2025, 10, 30), "three", "five"),
        # Which way it went.
        ("The CEC cut-off has now {} at two draws running.", date(2024, 8, 2), "fallen", "risen"),
        ("For the Canadian Experience Class the bar has {} for the second time running.", date(2024, 8, 2), "fallen", "risen"),
    ],
)  # fmt: skip
def test_what_went_on_in_a_row(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("For the Canadian Experience Class little moved. The draw of 1 October was the {} in a row at 534, and the one of 28 October was a point lower.", "third", "fourth"),
        ("CEC: the draw of 3 September 2025 was the {} in a row at 534.", "second", "third"),
        ("French on 28 November 2025: the {} draw in a row with 6,000 invitations.", "second", "fourth"),
    ],
)  # fmt: skip
def test_the_figure_behind_a_run_says_what_stayed(text, true, false):
    assert not wrong(text.format(true), date(2025, 11, 30))
    assert wrong(text.format(false), date(2025, 11, 30)) == {false: true}


@pytest.mark.parametrize(
    "words",
    [
        "Wednesday's round, with 1,500 invitations, ended a run of {} straight rounds for provincial nominees.",
        "The round of 6 July, with 1,500 invitations, broke a series of {} successive rounds for provincial nominees.",
        "Wednesday's round, with a cut-off of 557, ended a run of {} consecutive rounds for provincial nominees.",
    ],
)
def test_a_run_beside_the_figures_of_what_ended_it(words):
    day = date(2022, 7, 8)
    assert not wrong(words.format("21"), day)
    assert "23" in wrong(words.format("23"), day)
