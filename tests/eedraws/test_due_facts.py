"""Today says what readers have and the record does not say, or says no more."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import FaqEntry, StatedClaim
from eedraws.newsroom.due_facts import contradicted, overtaken
from tests.factories import make_article, make_person, make_stated, make_superuser

pytestmark = pytest.mark.django_db
Standing = StatedClaim.Standing


@pytest.fixture
def chief():
    return make_superuser()


def test_names_each_text_with_the_old_value_and_the_new(chief):
    story = make_article("story", title="A story")
    make_stated(story)
    make_stated(story, words="461")
    entry = FaqEntry.objects.create(question="Which?", answer="460")
    make_stated(None, faq_entry=entry, version=0)
    line = contradicted(chief)
    assert line.count == 2
    assert [(item.words, item.url, item.note) for item in line.items] == [
        (
            "A story",
            f"/admin/articles/article/{story.pk}/change/",
            "states “460”; the record has “463”; and 1 more",
        ),
        ("Which?", f"/admin/articles/faqentry/{entry.pk}/change/", "states “460”; the record has “463”"),
    ]
    assert line.all_url == "/admin/record-moves/"


def test_where_the_record_has_no_value_none_is_named(chief):
    make_stated(make_article("story"), expected="", replacement=None)
    assert contradicted(chief).items[0].note == "states “460”, which the record does not"


def test_overtaken_claims_have_a_line_of_their_own(chief):
    make_stated(make_article("story", title="A story"), standing=Standing.OVERTAKEN)
    assert (contradicted(chief).count, overtaken(chief).count) == (0, 1)


@pytest.mark.parametrize("standing", [Standing.AGREES, Standing.LET_STAND, Standing.UNCLEAR])
def test_other_claims_ask_for_nothing(chief, standing):
    make_stated(make_article("story"), standing=standing)
    assert (contradicted(chief).count, overtaken(chief).count) == (0, 0)


def test_what_readers_do_not_get_is_left_out(chief):
    make_stated(make_article("draft", status="draft", published_at=None))
    make_stated(make_article("gone", status="withdrawn", withdrawn_reason="Wrong."))
    assert contradicted(chief).count == 0


def test_writers_are_told_of_their_own():
    ann = make_person("Writer", "ann")
    make_stated(make_article("hers", title="Hers", owner=ann))
    make_stated(make_article("others", title="Others'"))
    assert [item.words for item in contradicted(ann).items] == ["Hers"]


def test_asks_as_often_for_many_as_for_one(chief):
    make_stated(make_article("story"))
    contradicted(chief)

    def count():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            contradicted(chief)
        return len(asked)

    few = count()
    for number in range(8):
        make_stated(make_article(f"story-{number}"))
    assert count() == few
