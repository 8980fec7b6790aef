"""After a change of the record, the newsroom is led to what it changes."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.utils import timezone

from articles.desk.rechecking import recheck_all
from articles.facts.model import Status
from articles.models import Article, FaqEntry, StatedClaim
from articles.saving import save_article, save_entry
from draws.models import Round
from occupations.models import CategoryVersion, Occupation
from tests.articles.desk.plain_reader import check, plain_reader, read_by  # noqa: F401
from tests.articles.desk.test_rechecking import correct
from tests.articles.desk.test_remembering import make
from tests.draws.feed.samples import as_fed, feed
from tests.draws.week_entering import WEEK, confirm, row
from tests.factories import (
    make_article,
    make_correction,
    make_note,
    make_person,
    make_proposal,
    make_round,
    make_stated,
)
from tests.html import Page
from tests.occupations.test_admin_lists import save

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_reader")]


def round_form(draw, **fields):
    """The form of a draw as it was opened, with `fields` typed over."""
    data = {
        "category": draw.version.category_id,
        "version": draw.version_id,
        "number": draw.number,
        "date": draw.date.isoformat(),
        "held_text": draw.held_text,
        "tie_breaking_text": draw.tie_breaking_text,
        "invitations": draw.invitations,
        "crs_cutoff": draw.crs_cutoff,
        "programs": draw.programs,
        "pool": draw.pool_id or "",
        "published_name_en": draw.published_name_en,
        "source": draw.source,
        "verified": "on",
        "correction_kind": "ircc",
        "correction_reason": "IRCC's page gave 463 at first.",
    }
    return data | fields


def messages_of(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.fixture
def draw():
    return Round.objects.select_related("version__category").get(number="255")


class TestAfterAChange:
    def test_a_corrected_draw_leads_to_what_states_the_old_value(self, client, editor, draw):
        make()
        response = client.post(f"/admin/draws/round/{draw.pk}/change/", round_form(draw, crs_cutoff="464"))
        assert response.headers["Location"] == f"/admin/draws/round/{draw.pk}/impact/"
        page = Page(client.get(response.headers["Location"]).text)
        assert "Then draw 255 had a cut-off of 463 points." in page.text
        assert "463 → 464" in page.text

    def test_where_nothing_states_it_the_check_follows_as_ever(self, client, editor, draw):
        response = client.post(f"/admin/draws/round/{draw.pk}/change/", round_form(draw, crs_cutoff="464"))
        assert response.headers["Location"] == f"/admin/draws/round/{draw.pk}/confirm/"

    def test_who_goes_on_editing_is_told(self, client, editor, draw):
        make()
        form = round_form(draw, crs_cutoff="464", _continue="1")
        response = client.post(f"/admin/draws/round/{draw.pk}/change/", form)
        assert response.headers["Location"].endswith("/change/")
        assert any(f"/admin/draws/round/{draw.pk}/impact/" in text for text in messages_of(response))

    def test_a_form_that_is_refused_reads_nothing(self, client, editor, draw):
        make()
        form = round_form(draw, crs_cutoff="464", correction_reason="")
        assert client.post(f"/admin/draws/round/{draw.pk}/change/", form).status_code == 200
        assert not StatedClaim.objects.wrong().exists()

    def test_an_accepted_proposal_leads_there_too(self, client, editor, draw):
        make()
        form = {"choice": "accept", "kind": "ircc", "reason": "IRCC changed it."}
        response = client.post(f"/admin/draws/proposedcorrection/{make_proposal().pk}/change/", form)
        assert response.headers["Location"] == f"/admin/draws/round/{draw.pk}/impact/"

    def test_a_draw_that_is_published_is_held_against_what_was_said_of_it_before(self, client, editor):
        make("early", body="draw 448 had a cut-off of 500.")
        waiting = make_round(published_at=None)
        response = client.post(f"/admin/draws/round/{waiting.pk}/confirm/")
        assert response.headers["Location"] == f"/admin/draws/round/{waiting.pk}/impact/"

    def test_a_corrected_list_leads_to_what_names_its_rows(self, client, editor):
        make("trade", title="Trade", body="72310 is on the list of trades")
        version = CategoryVersion.objects.get(category__slug="trades", number=1)
        rows = version.listings.exclude(occupation__code="72310").values_list("occupation__code", flat=True)
        path = f"/admin/occupations/categoryversion/{version.pk}/correct-list/"
        form = {"rows": "\n".join(rows), "kind": "ours", "reason": "It was never on it."}
        checked = Page(client.post(path, form | {"check": ""}).text)
        digest = next(field["value"] for field in checked.all("input") if field.get("name") == "checked")
        response = client.post(path, form | {"save": "", "checked": digest})
        assert response.headers["Location"] == f"/admin/occupations/categoryversion/{version.pk}/impact/"
        page = Page(client.get(response.headers["Location"]).text)
        assert "72310 is on the list of trades" in page.text
        assert "until then it stood here" in page.text

    def test_a_new_list_leads_to_what_speaks_of_today(self, client, editor):
        with time_machine.travel(timezone.now() - timedelta(days=2), tick=False):
            save_article(make_article("guide", kind="guide", body="Now 72410 is on the list of transport."))
        version = CategoryVersion.objects.filter(category__slug="transport").latest("number")
        path = f"/admin/occupations/categoryversion/{version.pk}/new-version/"
        response = save(client, path, rows="72404", valid_from=timezone.localdate().isoformat())
        newest = CategoryVersion.objects.filter(category__slug="transport").latest("number")
        assert response.redirect_chain[0][0] == f"/admin/occupations/categoryversion/{newest.pk}/impact/"
        assert "Overtaken by time" in response.text

    def test_another_title_of_an_occupation_leads_to_what_names_it(self, client, editor, monkeypatch):
        make("trade", title="Trade", body="72310 is on the list of trades")
        occupation = Occupation.objects.get(code="72310")
        read_by(monkeypatch, unlisted)
        path = f"/admin/occupations/occupation/{occupation.pk}/change/"
        form = client.get(path).context["adminform"].form
        data = {field.html_name: field.value() or "" for field in form} | {"title_en": "Woodworkers"}
        response = client.post(path, data)
        assert response.headers["Location"] == f"/admin/occupations/occupation/{occupation.pk}/impact/"

    def test_a_late_tie_break_leads_to_what_said_that_there_was_none(self, client, editor):
        late = make_round("448", invitations=2000, crs_cutoff=517)
        make("early", body="The tie-break of draw 448 was not given.")
        form = round_form(late, tie_breaking_text="September 03, 2026 at 04:45:08 UTC", verified="")
        response = client.post(f"/admin/draws/round/{late.pk}/change/", form)
        assert response.headers["Location"] == f"/admin/draws/round/{late.pk}/impact/"
        assert not late.corrections.exists()

    def test_a_week_that_is_published_says_what_was_said_of_its_draws_before(self, client, editor):
        make("early", body="draw 448 had a cut-off of 500.")
        response = confirm(client, row())
        assert response.redirect_chain[-1][0].startswith(WEEK.partition("?")[0])
        assert "/admin/record-moves/" in [link.get("href") for link in Page(response.text).all("a")]
        assert StatedClaim.objects.wrong().exists()

    def test_what_the_feed_adds_is_held_against_what_readers_have(
        self, tmp_path, django_capture_on_commit_callbacks
    ):
        late = make_round("448", invitations=2000, crs_cutoff=517)
        make("early", body="The tie-break of draw 448 was not given.")
        rows = {round.number: as_fed(round) for round in Round.objects.oldest_first()}
        rows["448"]["drawCutOff"] = "September 03, 2026 at 04:45:08 UTC"
        path = tmp_path / "feed.json"
        path.write_bytes(feed(*rows.values()))
        with django_capture_on_commit_callbacks(execute=True):
            call_command("sync_rounds", "--dry-run", file=path)
        assert not StatedClaim.objects.wrong().exists()
        with django_capture_on_commit_callbacks(execute=True):
            call_command("sync_rounds", file=path)
        assert Round.objects.get(pk=late.pk).tie_breaking_at
        assert StatedClaim.objects.wrong().exists()


def unlisted(parts, record, on):
    """A reader to whom nothing is on a list any more."""
    return [replace(finding, status=Status.CONTRADICTED) for finding in check(parts, record, on)]


class TestPage:
    def test_names_what_follows_by_itself(self, client, editor, draw):
        make("live", title="Live", body="[[round 255 cutoff]]")
        page = Page(client.get(f"/admin/draws/round/{draw.pk}/impact/").text)
        assert "Nothing that readers have in typed words is contradicted by the record." in page.text
        assert "Live" in page.text
        assert "charts" in page.text

    def test_offers_a_draft_with_the_kind_and_reason_of_the_correction(self, client, editor, draw):
        article = make()
        make_correction()
        correct()
        path = f"/admin/draws/round/{draw.pk}/impact/"
        client.post(path)
        page = Page(client.get(path).text)
        assert f"/admin/articles/article/{article.pk}/correct/" in [
            form.get("action") for form in page.all("form")
        ]
        reason = next(field for field in page.all("input") if field.get("name") == "reason")
        assert reason["value"] == "IRCC's page gave 463 at first."

    def test_an_answer_of_the_site_is_changed_by_hand(self, client, editor, draw):
        entry = save_entry(FaqEntry(question="Which?", answer="draw 255 had a cut-off of 463."))
        correct()
        client.post(f"/admin/draws/round/{draw.pk}/impact/")
        page = Page(client.get(f"/admin/draws/round/{draw.pk}/impact/").text)
        assert "are changed without a note" in page.text
        assert f"/admin/articles/faqentry/{entry.pk}/change/" in [link.get("href") for link in page.all("a")]

    def test_all_that_is_wrong_is_on_one_page(self, client, editor):
        make_stated(make(title="A story with a slip"))
        page = Page(client.get("/admin/record-moves/").text)
        assert "A story with a slip" in page.text

    def test_so_are_pinned_answers_that_the_record_has_moved_past(self, client, editor):
        words = {"answer": "My words.", "template": "latest", "pinned": True, "computed": "Something else."}
        save_entry(FaqEntry(question="Which is the newest?", **words))
        page = Page(client.get("/admin/record-moves/").text)
        assert "Which is the newest?" in page.text

    def test_of_a_version_and_an_occupation_say_that_there_is_nothing(self, client, editor):
        version, occupation = CategoryVersion.objects.last(), Occupation.objects.first()
        for path in (
            f"/admin/occupations/categoryversion/{version.pk}/impact/",
            f"/admin/occupations/occupation/{occupation.pk}/impact/",
        ):
            assert "Nothing that readers have in typed words" in client.get(path).text

    @pytest.mark.parametrize("path", ["draws/round", "occupations/categoryversion", "occupations/occupation"])
    def test_of_nothing_is_not_found(self, client, editor, path):
        assert client.get(f"/admin/{path}/999999/impact/").status_code == 404

    def test_asks_as_often_for_many_texts_as_for_few(
        self, client, editor, draw, django_assert_max_num_queries
    ):
        path = f"/admin/draws/round/{draw.pk}/impact/"
        make_stated(make("first"))
        client.get(path)
        with django_assert_max_num_queries(30) as few:
            client.get(path)
        for number in range(5):
            make_stated(make(f"more-{number}"))
        with django_assert_max_num_queries(len(few)):
            client.get(path)


class TestDraft:
    FORM = {"kind": "ircc", "reason": "IRCC's page gave 463 at first."}

    def draft(self, client, article, **fields):
        """Send what the page offers, with `fields` in place of what it has."""
        form = self.FORM | {"keys": [claim.pk for claim in article.stated_claims.wrong()]} | fields
        return client.post(f"/admin/articles/article/{article.pk}/correct/", form)

    def wrong(self):
        article = make()
        correct()
        recheck_all([("round", "255")])
        return article

    def test_is_saved_for_the_newsroom_and_opened(self, client, editor):
        article = self.wrong()
        response = self.draft(client, article)
        assert response.headers["Location"] == f"/admin/articles/article/{article.pk}/change/"
        assert any("Drafted: 1 correction note" in text for text in messages_of(response))
        page = client.get(response.headers["Location"]).text
        assert "draw 255 had a cut-off of 464" in page
        assert Article.objects.get(pk=article.pk).body == article.body

    def test_says_what_is_left_to_be_changed_by_hand(self, client, editor):
        article = self.wrong()
        StatedClaim.objects.update(replacement=None)
        response = self.draft(client, article)
        assert any("Change this yourself: “draw 255" in text for text in messages_of(response))

    @pytest.mark.parametrize("fields", [{"reason": ""}, {"kind": "nothing"}, {"kind": ""}])
    def test_needs_a_kind_and_a_reason(self, client, editor, fields):
        article = self.wrong()
        response = self.draft(client, article, **fields)
        assert any("say what happened, and why" in text for text in messages_of(response))
        assert not article.corrections.exists()

    def test_of_an_article_with_nothing_wrong_is_refused_in_words(self, client, editor):
        response = self.draft(client, make())
        assert any("contradicts nothing" in text for text in messages_of(response))

    @pytest.mark.parametrize("keys", [[], ["0"], ["9" * 40], ["x"]])
    def test_of_claims_that_are_not_there_is_refused_in_words(self, client, editor, keys):
        article = self.wrong()
        response = self.draft(client, article, keys=keys)
        assert any("it was read again meanwhile" in text for text in messages_of(response))
        assert not article.corrections.exists()

    def test_is_for_those_who_may_change_the_article(self, client):
        article = self.wrong()
        client.force_login(make_person("Writer"))
        assert self.draft(client, article).status_code == 403
        page = Page(client.get("/admin/record-moves/").text)
        assert "An editor changes this article." in page.text
        assert "Draft a correction note" not in page.text

    def test_is_made_once(self, client, editor):
        article = self.wrong()
        make_note(article)
        page = Page(client.get("/admin/record-moves/").text)
        assert "A correction is drafted." in page.text
        assert "Draft a correction note" not in page.text
