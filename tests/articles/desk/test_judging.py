"""Claims judged by people."""

import pytest
from django.core.exceptions import ValidationError

from articles.desk.judging import judge
from articles.desk.running import look_at
from articles.models import Judgement
from tests.factories import make_article, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(engine):
    engine.contradicts("35", "36")
    return make_article(body="He is 35.")


def test_are_kept_with_sentence_reason_and_name(article):
    ann = make_person("Writer", "ann", first_name="Ann", last_name="Lee")
    [remark] = look_at(article, []).contradictions
    kept = judge(remark, article, reason=" An   age. ", by=ann)
    assert (kept.sentence, kept.claim, kept.reason, kept.rule) == ("He is 35.", "35", "An age.", "rounds")
    ann.delete()
    kept.refresh_from_db()
    assert (kept.made_by, kept.made_by_name) == (None, "Ann Lee")


def test_a_second_judgement_changes_the_reason(article):
    [remark] = look_at(article, []).contradictions
    judge(remark, article, reason="An age.", by=None)
    judge(remark, article, reason="His age.", by=None)
    assert [kept.reason for kept in Judgement.objects.all()] == ["His age."]


@pytest.mark.parametrize("reason", ["", "  ", "x" * 301])
def test_need_a_reason_that_can_be_read(article, reason):
    [remark] = look_at(article, []).contradictions
    with pytest.raises(ValidationError):
        judge(remark, article, reason=reason, by=None)
    assert not Judgement.objects.exists()
