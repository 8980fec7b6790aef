"""What search takes to be the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from occupations.folding import MAX_WORDS, fold, has_words, stems


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Transport truck drivers", "transport truck drivers"),
        ("Infirmière-chef", "infirmiere chef"),
        ("  Cook's   helper ", "cook s helper"),
        ("Œnologue", "oenologue"),
        ("Straße", "strasse"),
        ("ﬁre", "fire"),
        ("C++ / C# programmer", "c c programmer"),
        ("snake_case", "snake case"),
        ("…", ""),
    ],
)
def test_case_accents_ligatures_and_punctuation_do_not_count(text, folded):
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


def test_a_plural_is_sought_by_its_singular():
    assert stems("Truck Drivers") == ["truck", "driver"]
    assert stems("gas bus") == ["gas", "bus"]


def test_words_are_sought_once_and_only_so_many():
    assert stems("cook cook COOK") == ["cook"]
    assert len(stems(" ".join(f"word{n}" for n in range(40)))) == MAX_WORDS


def test_words_match_by_their_beginnings_in_any_order():
    assert has_words("long haul truck driver", ["driver", "tru"])
    assert not has_words("long haul truck driver", ["river"])
    assert not has_words("long haul truck driver", ["truck", "cook"])
