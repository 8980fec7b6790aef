"""Which words the search takes to be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from occupations.search.words import normal, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Transport truck drivers", ["transport", "truck", "drivers"]),
        ("Cook's helper", ["cooks", "helper"]),
        ("R.N. at a hospital", ["rn", "hospital"]),
        ("Registered nurse (R.N.)", ["registered", "nurse", "rn"]),
        ("Infirmière d'hôpital", ["infirmiere", "hopital"]),
        ("IT manager", ["it", "manager"]),
        ("the", []),
        ("1. Cook", ["1", "cook"]),
    ],
)
def test_words_without_accents_and_without_those_that_say_nothing(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    "forms",
    [
        "driver drivers",
        "secretary secretaries",
        "nurse nurses",
        "coach coaches",
        "boss bosses",
        "box boxes",
        "fireman firemen firewoman firewomen",
        "conducteur conductrice conducteurs conductrices",
        "infirmier infirmiere infirmiers infirmieres",
        "coiffeur coiffeuse",
        "mecanicien mecanicienne",
        "civil civile civils civiles",
        "agent agente",
        "autorise autorisee autorises autorisees",
        "administratif administrative",
        "professionnel professionnelle",
        "patron patronne",
        "bureau bureaux",
        "commercial commerciaux",
        "energy energie energies",
    ],
)
def test_number_and_gender_make_no_difference(forms):
    assert len({normal(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words", ["plan plane", "train trainee", "bus bu", "gas ga", "nurse nursery", "glass glas", "cook cookie"]
)
def test_other_words_stay_apart(words):
    first, second = map(normal, words.split())
    assert first != second


@given(st.text(max_size=40))
def test_no_text_is_too_strange(text):
    for word in words_of(text):
        assert normal(word)
