"""What the ledger takes, what it refuses and in which words."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.expectations.scoring import Forecast, Kind
from articles.models import Article, Expectation
from core.writing import write
from occupations.models import Category
from tests.factories import make_article, make_expectation, toronto

pytestmark = pytest.mark.django_db

BARE = {"low": None, "high": None}


def refused(**fields):
    with pytest.raises(ValidationError) as caught:
        make_expectation(**fields)
    return {name: " ".join(messages) for name, messages in caught.value.message_dict.items()}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"low": None}, "enter the lowest and the highest"),
        ({"low": 511}, "highest cut-off cannot be below the lowest"),
        ({"low": 0}, "between 1 and 1,200"),
        ({"high": 1201}, "between 1 and 1,200"),
        ({"kind": "bound"}, "the lowest or the highest, not both"),
        ({"kind": "bound", **BARE}, "the lowest or the highest, not both"),
        ({"kind": "comparison", **BARE}, "A comparison has another type"),
        ({"kind": "comparison", **BARE, "position": "below"}, "A comparison has another type"),
        ({"kind": "comparison", **BARE, "other": "general"}, "A comparison has another type"),
        ({"kind": "comparison", "position": "below", "other": "general"}, "and no cut-off"),
        ({"kind": "comparison", **BARE, "position": "below", "other": "cec"}, "with another one"),
        ({"kind": "comparison", **BARE, "position": "below", "other": "pnp"}, "contain 600 points"),
        ({"position": "below"}, "anything else has neither"),
        ({"other": "general"}, "anything else has neither"),
        ({"window_to": "2026-10-02"}, "cannot come before the first"),
        ({"window_from": "2026-09-01", "window_to": "2026-09-30"}, "was over on the day of the forecast"),
        ({"source_date": "2999-01-01"}, "still to come"),
        ({"source_url": ""}, "one of the two"),
        ({"source_name": ""}, "one of the two"),
        ({"text": ""}, "blank"),
    ],
)
def test_what_is_refused_says_why(fields, words):
    assert words in " ".join(refused(**fields).values())


def test_an_article_and_a_page_are_one_too_many():
    expectation = make_expectation(article=make_article())
    expectation.pk, expectation._state.adding = None, True
    expectation.source_name, expectation.source_url = "A site", "https://example.org/"
    with pytest.raises(ValidationError, match="one of the two"):
        write(expectation)


@pytest.mark.parametrize(
    "values",
    [
        {"high": None},
        {"high": 1},
        {"kind": "bound"},
        {"kind": "comparison"},
        {"window_to": date(2026, 1, 1)},
        {"source_url": ""},
        {"low": 0},
        {"high": 1300},
        {"position": "below"},
    ],
)
def test_the_database_refuses_it_too(values):
    expectation = make_expectation()
    with pytest.raises(IntegrityError), transaction.atomic():
        Expectation.objects.filter(pk=expectation.pk).update(**values)


def test_a_forecast_of_a_page_is_entered_once():
    make_expectation()
    assert "in the ledger already" in " ".join(refused().values())
    make_expectation(window_from="2026-10-20")


def test_an_article_that_readers_cannot_see_expects_nothing_yet():
    draft = make_article(status=Article.Status.DRAFT, published_at=None)
    assert "Readers cannot see this article yet" in refused(article=draft)["article"]


def test_it_was_made_when_its_article_was_published():
    article = make_article()
    expectation = make_expectation(article=article, entered_at=toronto(2026, 10, 5))
    assert expectation.made_at == article.published_at
    assert expectation.forecast == Forecast(
        Kind.RANGE, article.published_at, toronto(2026, 10, 5), date(2026, 10, 3), None, 505, 510, False
    )


def test_it_was_made_at_the_end_of_the_day_of_its_page_whenever_it_was_entered():
    forecast = make_expectation(entered_at=toronto(2026, 11, 1)).forecast
    end = toronto(2026, 10, 2, 23, 59, 59, 999999)
    assert (forecast.made_at, forecast.known_at) == (end, end)


def test_without_a_day_it_is_known_from_when_it_was_entered():
    expectation = make_expectation(source_date=None, entered_at=toronto(2026, 11, 1))
    assert expectation.made_at is None
    assert expectation.forecast.known_at == toronto(2026, 11, 1)
    assert expectation.forecast.made_at.date() == date(2026, 10, 2)


@pytest.mark.parametrize(
    ("name", "value"),
    [("low", 500), ("window_to", date(2026, 12, 1)), ("source_date", date(2026, 9, 1)), ("kind", "bound")],
)
def test_what_was_said_is_frozen(name, value):
    expectation = make_expectation()
    setattr(expectation, name, value)
    with pytest.raises(ValidationError) as caught:
        write(expectation)
    assert "Withdraw this entry" in " ".join(caught.value.message_dict[name])


def test_when_it_was_made_stays_when_the_article_moves():
    article = make_article()
    expectation = make_expectation(article=article)
    Article.objects.update(published_at=toronto(2026, 10, 20))
    expectation = Expectation.objects.get(pk=expectation.pk)
    expectation.text = "In other words."
    assert write(expectation).made_at == article.published_at


def test_readers_see_those_of_others_and_of_published_articles():
    Expectation.objects.all().delete()
    elsewhere = make_expectation()
    article = make_article()
    own = make_expectation(article=article)
    assert set(Expectation.objects.public()) == {elsewhere, own}
    Article.objects.update(status=Article.Status.WITHDRAWN, withdrawn_reason="Wrong.")
    assert set(Expectation.objects.public()) == {elsewhere}


def test_those_that_may_mean_a_draw_have_its_day_in_their_window():
    cec = Category.objects.get(slug="cec")
    next_one = make_expectation(window_from="2026-10-10")
    of_a_day = make_expectation(window_from="2026-10-12", window_to="2026-10-12")
    make_expectation("pnp", window_from="2026-10-12")
    make_expectation(window_from="2026-10-11", withdrawn_reason="Wrong.")

    def meaning(day):
        return set(Expectation.objects.filter(source_date="2026-10-02").that_may_mean(cec, day))

    assert meaning("2026-10-09") == set()
    assert meaning("2026-10-10") == {next_one}
    assert meaning("2026-10-12") == {next_one, of_a_day}
    assert meaning("2026-10-13") == {next_one}
