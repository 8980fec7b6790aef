"""The data file of short forms, other names and fillers."""

import pytest

from occupations.search.current import HOLDER, VOCABULARY
from occupations.search.vocabulary import read_vocabulary
from occupations.search.words import normal

HEADER = "kind,words,meaning,language,note\n"


def read(tmp_path, rows):
    path = tmp_path / "words.csv"
    path.write_text(HEADER + rows)
    return read_vocabulary(path)


def test_a_short_form_may_mean_several_things_and_have_several_words(tmp_path):
    rows = "short form,RPN,registered nurse,en,\nshort form,RPN,practical nurse,en,\nother name,bus man,driver,en,\n"
    vocabulary = read(tmp_path, rows + "filler,expérimentée,,fr,\n")
    assert vocabulary.meanings["rpn",] == [("registered", "nurse"), ("practical", "nurse")]
    assert vocabulary.meanings["bus", "man"] == [("driver",)]
    assert vocabulary.longest == 2
    assert vocabulary.fillers == {"experimentee"}


@pytest.mark.parametrize(
    "row", ["nickname,RN,nurse,en,", "short form,RN,,en,", "filler,job,work,en,", "filler,,,en,"]
)
def test_a_row_that_makes_no_sense_is_refused(tmp_path, row):
    with pytest.raises(ValueError, match=r"words\.csv"):
        read(tmp_path, row)


@pytest.mark.django_db
def test_every_meaning_is_made_of_words_that_titles_have():
    index = HOLDER.index()
    unknown = {
        meaning
        for meanings in VOCABULARY.meanings.values()
        for meaning in meanings
        if not index.with_words([{normal(word)} for word in meaning])
    }
    assert unknown == set()
