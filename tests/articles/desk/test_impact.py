"""What a change of the record changes in what readers have."""

import pytest

from articles.desk.impact import (
    all_wrong,
    impact_of_occupation,
    impact_of_round,
    impact_of_version,
    rows_of_round,
    rows_of_version,
)
from articles.desk.mending import draft_correction
from articles.desk.rechecking import recheck_all
from articles.models import Article, FaqEntry
from articles.saving import save_article, save_entry
from draws.models import Round
from occupations.models import CategoryVersion, Occupation
from occupations.revising import Entry, correct_list
from tests.articles.desk.test_rechecking import ROWS, correct
from tests.articles.desk.test_remembering import make
from tests.factories import make_article, toronto

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_reader")]


def titles(texts):
    return [str(text.owner) for text in texts]


def make_stories():
    """Two articles and an answer that state the cut-off of draw 255, and one that refers to it."""
    make("first", title="First", published_at=toronto(2023, 7, 8))
    make("second", title="Second", published_at=toronto(2023, 7, 9))
    make("live", title="Live", body="[[round 255 cutoff]]")
    make("draft", title="Draft", status="draft", published_at=None)
    save_entry(FaqEntry(question="Which cut-off?", answer="draw 255 had a cut-off of 463."))


def test_every_text_that_states_the_old_value_is_named_the_newest_first():
    make_stories()
    draw = correct()
    recheck_all(ROWS)
    found = impact_of_round(draw)
    assert titles(found.wrong) == ["Second", "First", "Which cut-off?"]
    assert [claim.expected for text in found.wrong for claim in text.wrong] == ["464"] * 3


def test_live_references_follow_and_are_named_apart():
    make_stories()
    save_entry(FaqEntry(question="Live?", answer="It was [[round 255 cutoff]]."))
    found = impact_of_round(correct())
    assert "Live" in [article.title for article in found.articles]
    assert "Draft" not in [article.title for article in found.articles]
    assert [entry.question for entry in found.entries] == ["Live?"]


def test_what_rests_on_the_draw_and_still_agrees_stands_apart():
    make_stories()
    found = impact_of_round(Round.objects.get(number="255"))
    assert (found.wrong, titles(found.right)) == ([], ["Second", "First", "Which cut-off?"])


def test_what_was_not_read_since_the_record_moved_is_counted():
    make_stories()
    draw = correct()
    assert impact_of_round(draw).unchecked == 3
    recheck_all(ROWS)
    assert impact_of_round(draw).unchecked == 0


def test_a_draw_is_found_under_the_number_that_it_had():
    draw = Round.objects.get(number="255")
    draw.corrections.create(name="number", old="254a", new="255", kind="ours", reason="A slip.")
    assert rows_of_round(draw) == [("round", "255"), ("round", "254a")]


def test_a_version_is_found_with_the_one_that_it_ends():
    version = CategoryVersion.objects.get(category__slug="trades", number=3)
    assert rows_of_version(version) == [("version", "trades/3"), ("version", "trades/2")]


def test_an_occupation_taken_off_a_list_makes_membership_wrong():
    make("trade", title="Trade", body="72310 is on the list of trades", published_at=toronto(2026, 10, 2))
    version = CategoryVersion.objects.get(category__slug="trades", number=3)
    rows = version.listings.select_related("occupation").exclude(occupation__code="72310")
    entries = [Entry(row.occupation, row.title_as_published) for row in rows]
    correct_list(version, entries, kind="ours", reason="It was never on it.")
    recheck_all(rows_of_version(version))
    assert titles(impact_of_version(version).wrong) == ["Trade"]
    assert titles(impact_of_occupation(Occupation.objects.get(code="72310")).wrong) == ["Trade"]
    [text] = all_wrong().wrong
    assert text.wrong[0].replacement is None


def test_a_text_is_named_with_the_notes_that_were_drafted_for_it():
    make_stories()
    draw = correct()
    recheck_all(ROWS)
    draft_correction(Article.objects.get(slug="first"), kind="ircc", reason="Changed.", by=None)
    texts = {str(text.owner): text for text in impact_of_round(draw).wrong}
    assert [len(texts[title].notes) for title in ("First", "Second")] == [1, 0]


def test_many_texts_take_as_many_queries_as_one(django_assert_max_num_queries):
    draw = Round.objects.select_related("version__category").get(number="255")
    save_article(make_article("one", kind="news", body="draw 255 had a cut-off of 463."))
    with django_assert_max_num_queries(6) as few:
        impact_of_round(draw)
    make_stories()
    with django_assert_max_num_queries(len(few)):
        impact_of_round(draw)


def test_a_sentence_that_still_agrees_stands_once_and_not_beside_what_is_wrong_in_it():
    make(body="draw 253 had a cut-off of 511, draw 255 had a cut-off of 463. draw 255 had a cut-off of 463.")
    found = impact_of_round(Round.objects.get(number="255"))
    assert [len(text.right) for text in found.right] == [1]
    recheck_all([("round", "255")])
    correct("253", 512)
    recheck_all([("round", "253")])
    [text] = impact_of_round(Round.objects.get(number="253")).wrong
    assert (len(text.wrong), text.right) == (1, [])
