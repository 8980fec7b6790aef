"""What readers have, held against a record that has moved, or on a later day."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.desk import running
from articles.desk.rechecking import recheck, recheck_all
from articles.models import FaqEntry, StatedClaim
from articles.saving import save_article, save_entry
from draws.correcting import save_corrected
from draws.models import Round
from tests.articles.desk.plain_reader import check, read_by
from tests.articles.desk.test_remembering import claims, make
from tests.factories import make_article, make_round, publish_record, toronto

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_reader")]
ROWS = [("round", "255")]


def correct(number="255", cutoff=464):
    draw = Round.objects.get(number=number)
    draw.crs_cutoff = cutoff
    save_corrected(draw, kind="ircc", reason="IRCC's page gave 463 at first.")
    return draw


def test_a_corrected_draw_makes_what_stated_the_old_value_wrong():
    article = make()
    correct()
    [text] = recheck_all(ROWS)
    assert text.owner == article
    [claim] = text.wrong
    assert (claim.words, claim.expected, claim.replacement) == ("463", "464", "464")
    assert [claim.standing for claim in claims(article=article)] == ["contradicted", "agrees"]


def test_only_what_rests_on_the_draw_is_read_again():
    make()
    make("other", body="draw 253 had a cut-off of 511")
    correct()
    assert [text.owner.slug for text in recheck_all(ROWS)] == ["told"]


def test_a_correction_that_is_taken_back_leaves_nothing_wrong():
    make()
    correct()
    recheck_all(ROWS)
    correct(cutoff=463)
    recheck_all(ROWS)
    assert not StatedClaim.objects.wrong().exists()
    assert StatedClaim.objects.count() == 2


def test_what_is_still_right_keeps_its_day_and_what_is_wrong_keeps_its_rows():
    with time_machine.travel(toronto(2026, 11, 20, 12), tick=False):
        article = make()
    correct()
    recheck_all(ROWS)
    first, second = claims(article=article)
    assert first.remembered_at == second.remembered_at == toronto(2026, 11, 20, 12)
    assert first.checked_at > first.remembered_at
    assert [row.key for row in first.rows.all()] == ["255"]


def test_a_claim_that_cannot_be_told_any_more_is_for_a_human(monkeypatch):
    article = make()
    read_by(monkeypatch, lambda parts, record, on: [])
    recheck(article)
    assert {claim.standing for claim in claims(article=article)} == {"unclear"}
    recheck(article)
    assert len(claims(article=article)) == 2


def test_a_desk_that_fails_leaves_what_is_remembered(failing_reader):
    article = make()
    failing_reader()
    text = recheck(article)
    assert (text.looked.failure, len(text.claims)) == ("error", 2)
    assert {claim.standing for claim in claims(article=article)} == {"agrees"}


class TestOvertaken:
    """The record ends with draw 445 of CEC."""

    @pytest.fixture(autouse=True)
    def published(self):
        publish_record()

    NEWEST = "The newest CEC draw is draw {}."

    def newest(self):
        return Round.objects.filter(version__category__slug="cec").latest("date", "sequence").number

    def moved(self, owner):
        make_round("448", day=timezone.localdate())
        with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
            return recheck(owner)

    def test_a_guide_that_names_the_newest_draw_is_overtaken_by_the_next(self):
        with time_machine.travel(timezone.now() - timedelta(days=2), tick=False):
            guide = save_article(make_article("guide", kind="guide", body=self.NEWEST.format(self.newest())))
        [claim] = self.moved(guide).claims
        assert (claim.standing, claim.expected) == ("overtaken", "448")
        with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
            assert [claim.standing for claim in recheck(guide).claims] == ["overtaken"]

    def test_so_is_an_answer_of_the_whole_site(self):
        with time_machine.travel(timezone.now() - timedelta(days=2), tick=False):
            entry = save_entry(FaqEntry(question="Which?", answer=self.NEWEST.format(self.newest())))
        assert [claim.standing for claim in self.moved(entry).claims] == ["overtaken"]

    def test_news_told_what_was_the_newest_on_its_day(self):
        day = timezone.now() - timedelta(days=2)
        with time_machine.travel(day, tick=False):
            news = make("news", body=self.NEWEST.format(self.newest()), published_at=day)
        assert [claim.standing for claim in self.moved(news).claims] == ["agrees"]

    def test_a_corrected_figure_in_a_guide_is_no_matter_of_time(self):
        with time_machine.travel(timezone.now() - timedelta(days=2), tick=False):
            guide = save_article(make_article("guide", kind="guide", body="draw 255 had a cut-off of 463."))
        correct()
        assert [claim.standing for claim in recheck(guide).claims] == ["contradicted"]


def test_where_a_part_of_the_desk_fails_the_rest_is_read_and_nothing_is_unclear(monkeypatch):
    article = make()
    correct()
    monkeypatch.setattr(running, "ANSWERS", running.Answers())
    monkeypatch.setattr(running, "ask", lambda *asked: running.Answer(check(*asked)[:1], False))
    recheck(article)
    assert [claim.standing for claim in claims(article=article)] == ["contradicted", "agrees"]
