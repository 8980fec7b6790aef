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
