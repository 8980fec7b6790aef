"""Texts without an object for each."""

import pytest

from occupations.search.texts import Texts

TEXTS = ("welder", "", "ingénieure en mécanique", "chef d’équipe", "œnologue", "welder")


@pytest.fixture
def texts() -> Texts:
    kept = Texts()
    for text in TEXTS:
        kept.append(text)
    return kept


def test_texts_come_back_as_they_were_put_in(texts):
    assert tuple(texts) == TEXTS
    assert [texts[number] for number in range(len(texts))] == list(TEXTS)


@pytest.mark.parametrize("number", [-1, len(TEXTS), 10_000])
def test_a_number_that_no_text_has_is_refused(texts, number):
    with pytest.raises(IndexError, match=f"Of 6 texts none has the number {number}"):
        texts[number]
