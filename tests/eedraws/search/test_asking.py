"""A question about draws, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draws.clock import Week
from eedraws.search.asking import Question, ask, words_asked
from eedraws.search.days import When
from tests.eedraws.search.cast import NAMES

NOTHING = Question()


def asked(text):
    question = ask(text, NAMES)
    return question and question._replace(says_draws=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("255", {"either": ("255",)}),
        ("#255", {"either": ("255",)}),
        ("253, 254", {"either": ("253", "254")}),
        ("draw 255", {"numbers": ("255",)}),
        ("Draw no. 255", {"numbers": ("255",)}),
        ("Express Entry round #255", {"numbers": ("255",)}),
        ("tirage 255", {"numbers": ("255",)}),
        ("draws 253 and 254", {"numbers": ("253", "254")}),
        ("Trade occupations (Version 1)", {"types": {"trades"}}),
        ("91a", {"numbers": ("91a",)}),
        ("91A draw", {"numbers": ("91a",)}),
        ("s1", {"numbers": ("s1",)}),
        ("cut-off 463", {"cutoffs": (463,)}),
        ("cutoff of 463", {"cutoffs": (463,)}),
        ("463 points", {"cutoffs": (463,)}),
        ("CRS score 463", {"cutoffs": (463,)}),
        ("draw with a cut-off of 463", {"cutoffs": (463,)}),
        ("5,000 invitations", {"invitations": (5000,)}),
        ("draws with 500 ITAs", {"invitations": (500,)}),
        ("draws 2023", {"days": (When(2023),)}),
        ("draws in July 2023", {"days": (When(2023, 7),)}),
        ("draw of July 7, 2023", {"days": (When(2023, 7, 7),)}),
        ("french draws 2023", {"types": {"french"}, "days": (When(2023),)}),
        ("2023 draws for healthcare", {"types": {"healthcare"}, "days": (When(2023),)}),
        ("PNP or CEC", {"types": {"pnp", "cec"}}),
        ("PNP and CEC", {"types": {"pnp", "cec"}}),
        ("the all programs draws", {"types": {"general"}}),
        ("all draws", {}),
        ("helthcare draws", {"types": {"healthcare"}}),
        ("week 27 of 2023", {"week": Week(2023, 27)}),
        ("french 2023-w27", {"types": {"french"}, "week": Week(2023, 27)}),
        ("latest draw", {"latest": True}),
        ("when was the last french draw", {"types": {"french"}, "latest": True}),
        ("trades cut-off", {"types": {"trades"}}),
        ("healthcare 463", {"types": {"healthcare"}, "either": ("463",)}),
        ("73300", None),
        ("2100", {"either": ("2100",)}),
        ("0255", None),
        ("truck driver", None),
        ("healthcare nurses 2023", None),
        ("latest", None),
        ("crs", None),
        ("what is the cut-off", None),
        ("", None),
        ("- ! ?", None),
        ("draw " * 40, None),
    ],
)
def test_what_is_asked(text, expected):
    wanted = None if expected is None else NOTHING._replace(**expected)
    assert asked(text) == wanted


@pytest.mark.parametrize(
    "text", ["255", "draw 255", "July", "2023", "latest draw", "latest french", "463 points"]
)
def test_a_precise_question(text):
    assert ask(text, NAMES).is_precise


@pytest.mark.parametrize("text", ["french", "french draws", "draws", "category-based"])
def test_a_question_that_only_names_a_type(text):
    assert not ask(text, NAMES).is_precise


def test_the_words_that_may_name_a_type():
    assert words_asked("The latest french draws of 2023") == ["french"]
    assert words_asked("draws 255") == []


@given(st.text(max_size=60) | st.text(alphabet="0123456789 wdraw-/,", max_size=40))
def test_nothing_breaks_it(text):
    question = ask(text, NAMES)
    assert question is None or isinstance(question, Question)
