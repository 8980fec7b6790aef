"""The forecasts that come with the site, scored by the record that comes with it."""

import pytest

from articles.expectations import ledger, words
from articles.expectations.scoring import Outcome, tally
from articles.models import Expectation
from draws.models import Round
from occupations.models import Category
from tests.factories import make_article, make_expectation, make_round, toronto

pytestmark = pytest.mark.django_db


def shipped():
    return ledger.lines(Expectation.objects.public().newest_first().for_list())


def test_ten_forecasts_of_the_record_are_scored_against_the_draws_that_followed():
    scored = [line for line in shipped() if line.score.is_scored]
    # Read off the list of draws by hand: the draw that judges, and the points off.
    assert {(line.expectation.source_name, line.score.draw.number, line.score.off) for line in scored} == {
        ("Canada Abroad, quoting an official of the department", "42", 92),
        ("Immigration Eagles", "81", 3),
        ("dacacanada.blogspot.com", "158", 0),
        ("dacacanada.blogspot.com", "158", 8),
        ("dacacanada.blogspot.com", "162", 0),
        ("Immigration News Canada", "236", 1),
        ("Canadim", "274", 0),
        ("canvasimmigration.com", "351", 0),
        ("Express Entry Predictor", "359", 0),
        ("Immigration News Canada", "396", 0),
    }
    assert len(scored) == 10
    added = tally(line.score for line in scored)
    assert (added.held, added.off, added.naive_off) == (6, 10.4, 9.1)


def test_those_without_a_day_are_claimed_afterwards():
    apart = [line for line in shipped() if line.is_apart]
    assert len(apart) == 5
    assert all(line.expectation.source_date is None for line in apart)
    assert {line.score.outcome for line in apart} == {Outcome.CLAIMED}
    assert all(line.score.off is None for line in apart)


def test_same_as_last_time_since_2024():
    found = {row.category.slug: row.baseline for row in ledger.baselines(ledger.record_of())}
    means = {slug: round(found[slug].mean, 1) for slug in ("cec", "healthcare", "french", "pnp")}
    assert means == {"cec": 6.5, "healthcare": 13.8, "french": 24.2, "pnp": 37.0}
    assert {slug: found[slug].draws for slug in means} == {
        "cec": 42,
        "healthcare": 13,
        "french": 30,
        "pnp": 57,
    }
    assert list(found)[-1] == "pnp"
    assert "fst" not in found


def test_our_own_counts_only_when_it_was_entered_before_the_draw():
    article = make_article()
    make_round(held_at=toronto(2026, 10, 13, 10), crs_cutoff=512)
    in_time = make_expectation(article=article, entered_at=toronto(2026, 10, 13, 9))
    late = make_expectation(
        article=article, entered_at=toronto(2026, 10, 13, 11), kind="bound", low=None, high=510
    )
    found = {line.expectation: line.score for line in ledger.lines([in_time, late])}
    assert (found[in_time].outcome, found[in_time].off) == (Outcome.MISSED, 2)
    assert found[late].outcome is Outcome.CLAIMED


def test_a_corrected_draw_scores_anew_and_a_withdrawn_one_judges_nothing():
    expectation = make_expectation()
    made = make_round(crs_cutoff=512)
    assert ledger.lines([expectation])[0].score.off == 2
    Round.objects.filter(pk=made.pk).update(crs_cutoff=508)
    assert ledger.lines([expectation])[0].score.outcome is Outcome.HELD
    Round.objects.filter(pk=made.pk).update(withdrawn_at=toronto(2026, 10, 20), withdrawn_reason="Not held.")
    assert ledger.lines([expectation])[0].score.outcome is Outcome.OPEN


def test_a_draw_that_is_not_public_judges_nothing():
    make_round(published_at=None, crs_cutoff=508)
    assert ledger.lines([make_expectation()])[0].score.outcome is Outcome.OPEN


def test_lines_about_a_draw_are_those_that_it_judged():
    found = ledger.lines_about(Round.objects.get(number="158"))
    assert [line.score.off for line in found] == [8, 0]
    assert ledger.lines_about(Round.objects.get(number="234")) == []
    Expectation.objects.update(withdrawn_reason="Wrong page.")
    assert ledger.lines_about(Round.objects.get(number="158")) == []


def test_scores_cost_two_queries_however_many_forecasts(django_assert_num_queries):
    expectations = list(Expectation.objects.for_list())
    with django_assert_num_queries(2):
        ledger.lines(expectations)


def test_what_is_expected_in_words():
    def said(**fields):
        return words.expected(Expectation(**{"kind": "range"} | fields))

    assert said(low=443, high=443) == "443"
    assert said(low=490, high=510) == "490 to 510"
    assert said(kind="bound", high=399) == "at most 399"
    assert said(kind="bound", low=501) == "at least 501"
    general = Category.objects.get(slug="general")
    compared = {"kind": "comparison", "other_category": general}
    assert said(**compared, position="below") == "below the cut-off of All programs"
    assert said(**compared, position="above") == "above the cut-off of All programs"
