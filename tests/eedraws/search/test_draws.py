"""Draws that a question asks for, and the question in words."""

from datetime import date

import pytest

from draws.models import Round
from eedraws.search.asking import ask
from eedraws.search.draws import names_of_types, place_of, rounds_for, understood
from occupations.models import Category
from tests.factories import make_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def categories(db):
    return list(Category.objects.in_reading_order())


@pytest.fixture
def question(categories):
    return lambda text: ask(text, names_of_types(categories))


def numbers(question, year=None):
    return [round.number for round in rounds_for(question, year)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("draws 253 and 255", ["255", "253"]),
        ("7 July 2023", ["256"]),
        ("french draws 2023", ["273", "270", "266", "260", "258", "256"]),
        ("week 27 of 2023", ["256", "255", "254", "253"]),
        ("07/06/2023", ["255"]),
        ("latest french draw", ["437"]),
        ("healthcare 463", ["327", "255"]),
    ],
)
def test_the_draws_of_a_question_the_newest_first(question, text, expected):
    assert numbers(question(text)) == expected


def test_a_day_without_a_year_is_that_day_of_any_year(question):
    found = rounds_for(question("draws of 6 July"))
    assert {(round.date.month, round.date.day) for round in found} == {(7, 6)}
    assert len({round.date.year for round in found}) > 1


def test_the_draw_of_a_number_comes_before_draws_of_the_same_cut_off(question):
    first, *others = rounds_for(question("400"))
    assert first.number == "400"
    assert {round.crs_cutoff for round in others} <= {400}


def test_a_year_narrows_further(question):
    assert numbers(question("cut-off 463"), 2023) == ["255"]
    assert numbers(question("july 2023"), 2022) == []


def test_draws_that_are_not_public_are_not_found(question):
    make_round("448", published_at=None)
    round = Round.objects.get(number="255")
    Round.objects.filter(pk=round.pk).update(withdrawn_at=round.published_at, withdrawn_reason="Not held.")
    assert numbers(question("draw 448")) == numbers(question("draw 255")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("draw 255", ["draw 255"]),
        ("463", ["draw or cut-off 463"]),
        ("latest french draw", ["the newest", "French"]),
        ("PNP and CEC July 2024", ["Canadian Experience Class, Provincial nominees", "July 2024"]),
        ("5,000 invitations in 2023", ["5,000 invitations", "2023"]),
        ("1 invitation", ["1 invitation"]),
        ("draws on 7 July", ["7 July"]),
        ("draws in July", ["July"]),
        ("07/06/2023", ["7 June 2023", "6 July 2023"]),
        ("cut-off 463 in week 27 of 2023", ["cut-off 463", "week of 3 to 9 July 2023"]),
    ],
)
def test_a_question_in_words(question, categories, text, words):
    assert understood(question(text), categories) == words


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("week 27 of 2023", "/news/week/2023-w27/"),
        ("July 2023", "/draws/2023/07/"),
        ("draws 2023", "/draws/2023/"),
        ("7 July 2023", None),
        ("july", None),
        ("french 2023", None),
        ("latest draw 2023", None),
        ("2099", None),
        ("week 1 of 2099", None),
        ("2023 and 2024", None),
        ("July 2023 and week 27 of 2023", None),
    ],
)
def test_a_week_a_month_and_a_year_have_pages(question, text, url):
    place = place_of(question(text))
    assert (place and place.url) == url


def test_every_label_of_ircc_names_its_type(categories):
    names = names_of_types(categories)
    for round in Round.objects.public_record().for_list():
        for label in filter(None, (round.published_name_en, round.published_name_fr)):
            found = ask(label, names)
            assert found is not None, label
            assert round.category.slug in found.types, label


def test_today_has_no_page_of_tomorrow(question, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2023, 6, 30))
    assert place_of(question("July 2023")) is None
