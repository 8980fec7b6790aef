"""The job that a reader writes into a form."""

import pytest

from occupations.meant import MOST_OFFERED, meant_by

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("text", ["73300", "transport truck drivers", "Conducteurs de camions de transport"])
def test_a_title_or_a_code_means_one_occupation(text):
    meant = meant_by(text)
    assert (meant.occupation.code, meant.offered, meant.problem) == ("73300", (), "")


def test_words_of_several_titles_are_to_be_chosen_from():
    meant = meant_by("manager")
    assert meant.occupation is None
    assert len(meant.offered) == MOST_OFFERED
    assert meant.problem == "This may mean several occupations. Choose yours below, or write more of it."


def test_a_slip_of_spelling_is_asked_about_however_few_it_may_mean():
    meant = meant_by("transport truk drivrs")
    assert meant.occupation is None
    assert "73300" in {occupation.code for occupation in meant.offered}
    assert meant.problem.startswith("Did you mean ")


def test_a_word_of_no_title_means_nothing():
    assert meant_by("qwertyuiop") == (
        None,
        (),
        "No occupation has this title or code. Try another name for the work, or fewer words.",
    )
