"""How a title is taken apart."""

import pytest

from occupations.search.titles import read
from occupations.search.words import normal


def forms(title):
    return [form.words for form in read(title).forms]


def words(text):
    return tuple(map(normal, text.split()))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Truck driver", ["truck driver"]),
        ("Handyman/woman", ["handyman"]),
        ("Waiter/waitress", ["waiter", "waitress"]),
        ("Waiter/waitress - drive-in restaurant", ["waiter drive restaurant", "waitress drive restaurant"]),
        ("Infirmier autorisé/infirmière autorisée", ["infirmier autorise"]),
        ("Développeur/développeuse de logiciels", ["developpeur logiciels"]),
        ("Ingénieur principal/ingénieure principale de logiciel", ["ingenieur principal logiciel"]),
        ("Sage-femme/maïeuticien", ["sage femme", "sage maieuticien"]),
        ("Registered nurse (R.N.)", ["registered nurse"]),
        ("Tailors, dressmakers and milliners", ["tailors dressmakers milliners"]),
    ],
)
def test_each_gender_is_a_form(title, expected):
    assert forms(title) == list(map(words, expected))


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Data analyst - informatics and systems", 2),
        ("Judge, sport competitions", 1),
        ("Front-end web developer", 4),
        ("Infirmier autorisé/infirmière autorisée - santé publique", 2),
    ],
)
def test_a_qualifier_is_told_from_the_head(title, head):
    assert read(title).forms[0].head == head


def test_an_aside_is_among_the_words_but_in_no_form():
    reading = read("Information technology (IT) manager")
    assert [form.words for form in reading.forms] == [words("information technology manager")]
    assert reading.words == {"information", "technology", "it", "manager"}


@pytest.mark.parametrize(
    "title", ["Farmer (except nursery)", "Farmer (sauf nursery)", "Farmer (excluding the nursery)"]
)
def test_what_a_title_excepts_finds_it_only_in_full(title):
    reading = read(title)
    assert reading.words == {"farmer"}
    assert [form.whole for form in reading.forms] == [False, True]
    assert normal("nursery") in reading.forms[1].words


@pytest.mark.parametrize(
    ("title", "last"),
    [
        ("Truck drivers", 3),
        ("Real estate agents and salespersons", 1),
        ("Cooks and other kitchen helpers", 3),
    ],
)
def test_what_is_named_last_is_counted(title, last):
    assert read(title).last == last
