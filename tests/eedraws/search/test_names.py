"""The names of types of draw."""

import pytest

from eedraws.search.names import Names, stems
from tests.eedraws.search.cast import NAMES


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("French", "french"),
        ("FRENCH language", "french"),
        ("francophone", "french"),
        ("compétence linguistique en francais", "french"),
        ("healthcare", "healthcare"),
        ("health care", "healthcare"),
        ("helthcare", "healthcare"),
        ("Healthcare and Social Services Occupations", "healthcare"),
        ("trade", "trades"),
        ("the list of trade occupations", ""),
        ("federal skilled trades program", "fst"),
        ("skilled trades", "fst trades"),
        ("provincial nominee", "pnp"),
        ("nominees", "pnp"),
        ("pnp", "pnp"),
        ("all programs", "general"),
        ("no program specified", "general"),
        ("category-based", "french healthcare trades"),
        ("social", ""),
        ("fsx", ""),
        ("plumber", ""),
        ("", ""),
    ],
)
def test_a_name_is_that_of_its_types(text, slugs):
    assert NAMES.exactly(stems(text)) == set(slugs.split())


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("social serv", "healthcare"),
        ("federal trades", "fst"),
        ("canadian", "cec"),
        ("plumber", ""),
        ("", ""),
    ],
)
def test_parts_of_a_name_lead_to_its_types(text, slugs):
    assert NAMES.partly(stems(text)) == set(slugs.split())


def test_everyday_names_of_types_that_there_are_not_lead_nowhere():
    assert Names([("cec", "CEC")]).exactly(stems("francophone")) == frozenset()
    assert Names([]).exactly(["x"]) == frozenset()
