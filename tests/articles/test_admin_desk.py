"""The fact desk on the form of an article, as it works without a script."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.admin.desk import Gate
from articles.facts.model import Status
from articles.models import Article, FaqEntry, Judgement, Override
from articles.saving import save_article
from tests.articles.desk.engine import install
from tests.articles.editing import ADD, change_url, opened, posted
from tests.factories import make_article, make_override, make_person, toronto
from tests.html import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("editor")]
QUESTION = {"question": "The cut-off?", "answer": "It was 493.\r\nSo it was."}


@pytest.fixture(autouse=True)
def engine(monkeypatch):
    engine = install(monkeypatch)
    engine.contradicts("493", "463", live="[[round 255 cutoff]]")
    return engine


@pytest.fixture
def draft(editor):
    return save_article(
        make_article("draft", kind="news", status="draft", body="The cut-off was 493.", owner=editor)
    )


def fields_of(response):
    """The values of the form's fields as they came back, by name."""
    form = response.context["adminform"].form
    [inline] = response.context["inline_admin_formsets"]
    values = {name: form[name].value() for name in form.fields}
    for row in inline.formset.forms:
        values |= {row.add_prefix(name): row[name].value() for name in ("question", "answer")}
    return values


def said(response):
    return [str(message) for message in response.context["messages"]]


def digest_of(client, sent, part="body"):
    """The digest of the first remark on a part of what is sent."""
    facts = client.post(ADD, {**sent, "_check": ""}).context["facts"]
    return next(fact.remark.digest for fact in facts.open if fact.finding.part == part)


class TestShown:
    def test_of_a_saved_article_with_where_it_stands(self, client, draft):
        page = client.get(change_url(draft))
        fact = re.search(r'<li class="fact fact--contradicted".*?</li>', page.text, re.DOTALL)[0]
        assert 'data-field="id_body" data-start="16" data-end="19" data-words="493"' in fact
        for words in (
            "Contradicts the record",
            "The record has 463.",
            "Draw 255",
            "Put in 463",
            "live figure",
        ):
            assert words in fact
        assert 'href="/draws/255/"' in fact
        assert "1 claim contradicts the record." in page.text

    def test_of_a_question_in_its_margin(self, client, draft):
        page = client.post(change_url(draft), {**opened(draft), **posted([QUESTION]), "_check": ""})
        [margin] = re.findall(
            r'<div class="facts-margin" data-facts-margin>\s*<ul.*?</div>', page.text, re.DOTALL
        )
        assert 'data-field="id_faq_entries-0-answer" data-start="7" data-end="10"' in margin
        # Enter in a field saves; no button of a margin comes before that of saving.
        assert "_put" not in margin

    def test_by_the_preview_of_what_is_not_saved(self, client, draft):
        page = client.post(
            reverse("admin:articles_article_preview", args=[draft.pk]), opened(draft, body="\r\n493")
        )
        seen = re.search(r"<section class=\"wrap facts-seen\".*?</section>", page.text, re.DOTALL)[0]
        assert "Contradicts the record" in seen
        fresh = re.search(r"<template data-facts-fresh.*?</template>", page.text, re.DOTALL)[0]
        assert 'data-start="1" data-end="4"' in fresh
        assert 'data-summary="1 claim contradicts the record."' in fresh
        # Readers, and whoever has a link to the draft, see nothing of it.
        save_article(make_article("public", kind="news"))
        assert "facts-seen" not in client.get("/news/2026/10/public/").text

    def test_to_whoever_only_reads(self, client, draft):
        client.force_login(make_person("Writer", "ann"))
        page = client.get(change_url(draft))
        assert "1 claim contradicts the record." in page.text
        assert "_put" not in page.text
        assert "_judge" not in page.text

    def test_not_for_an_answer_of_the_record(self, client, draft):
        entry = {**QUESTION, "template": "lowest-cutoff year=2023"}
        page = client.post(
            change_url(draft), {**opened(draft, body="Text."), **posted([entry], body="Text."), "_check": ""}
        )
        assert not page.context["facts"].open

    def test_of_a_draw_that_is_missing_with_the_way_to_enter_it(self, client, draft, engine):
        engine.says("3,500", Status.NOT_IN_RECORD)
        sent = {**opened(draft, body="There were 3,500."), "_check": ""}
        assert 'href="/admin/draws/round/add/"' in client.post(change_url(draft), sent).text
        ann = make_person("Writer", "ann")
        Article.objects.filter(pk=draft.pk).update(owner=ann)
        client.force_login(ann)
        assert 'href="/admin/draws/round/add/"' not in client.post(change_url(draft), sent).text

    def test_that_the_desk_failed(self, client, draft, engine):
        engine.raises = RuntimeError("synthetic")
        engine.forget()
        page = client.get(change_url(draft))
        assert "The fact desk failed, at least in part." in page.text


class TestPut:
    @pytest.mark.parametrize(("button", "words"), [("_put", "463"), ("_live", "[[round 255 cutoff]]")])
    def test_into_the_text_with_nothing_saved_and_nothing_lost(self, client, button, words):
        sent = posted([QUESTION], body="Was\r\n493, and not 493.", title="Typed")
        before = Article.objects.count()
        page = client.post(ADD, {**sent, button: digest_of(client, sent)})
        assert page.status_code == 200
        fields = fields_of(page)
        assert fields["body"] == f"Was\n{words}, and not 493."
        assert (fields["title"], fields["faq_entries-0-answer"]) == ("Typed", QUESTION["answer"])
        assert Article.objects.count() == before
        assert said(page) == [f"“{words}” stands in place of “493” now. Nothing is saved yet."]

    def test_into_an_answer(self, client):
        sent = posted([QUESTION])
        page = client.post(ADD, {**sent, "_put": digest_of(client, sent, "answer-0")})
        assert fields_of(page)["faq_entries-0-answer"] == "It was 463.\nSo it was."
        assert 'id="id_faq_entries-0-answer"' in page.text
        assert "It was 463." in page.text

    def test_words_that_are_gone_change_nothing(self, client):
        sent = posted([QUESTION], body="Was 493.")
        digest = digest_of(client, sent)
        page = client.post(ADD, {**sent, "body": "Nothing.", "_put": digest})
        assert fields_of(page)["body"] == "Nothing."
        assert said(page) == ["These words are not in the text any more. Nothing was changed."]

    def test_a_form_that_is_wrong_comes_back_too(self, client):
        sent = posted([QUESTION], body="Was 493.", author="", published_at="yesterday")
        page = client.post(ADD, {**sent, "_put": digest_of(client, sent)})
        assert fields_of(page)["body"] == "Was 463."
        assert fields_of(page)["published_at"]

    def test_the_browsers_copy_takes_it_for_unsaved(self, client):
        sent = posted([QUESTION], body="Was 493.")
        page = client.post(ADD, {**sent, "_put": digest_of(client, sent), "copy": "abcdefgh1"})
        assert 'data-unsaved data-copy="abcdefgh1"' in page.text


class TestJudged:
    def judge(self, client, draft, reason, **fields):
        digest = client.get(change_url(draft)).context["facts"].open[0].remark.digest
        sent = {**opened(draft, **fields), f"_reason-{digest}": reason, "_judge": digest}
        return client.post(change_url(draft), sent)

    def test_right_and_remembered_without_saving_the_article(self, client, draft, editor):
        page = self.judge(client, draft, "It is a house number.", title="Typed")
        kept = Judgement.objects.get()
        assert (kept.article, kept.reason, kept.made_by) == (draft, "It is a house number.", editor)
        assert fields_of(page)["title"] == "Typed"
        draft.refresh_from_db()
        assert draft.version == 1
        assert page.context["facts"].open == []
        assert "Judged right by editor: It is a house number." in page.text

    def test_without_a_reason_is_not_kept(self, client, draft):
        page = self.judge(client, draft, " ")
        assert not Judgement.objects.exists()
        assert said(page) == ["Say in up to 300 letters why it is right. Nothing is remembered yet."]

    def test_is_taken_back(self, client, draft):
        self.judge(client, draft, "A house number.")
        page = client.post(change_url(draft), {**opened(draft), "_take_back": Judgement.objects.get().pk})
        assert not Judgement.objects.exists()
        assert len(page.context["facts"].open) == 1

    @pytest.mark.parametrize("sent", ["", "x", "9" * 40, "1"])
    def test_what_nobody_judged_is_not_taken_back(self, client, draft, sent):
        assert client.post(change_url(draft), {**opened(draft), "_take_back": sent}).status_code == 200

    def test_by_writers_in_their_own_hands_only(self, client, draft):
        ann = make_person("Writer", "ann")
        client.force_login(ann)
        assert self.judge(client, draft, "Mine.").status_code == 403
        Article.objects.filter(pk=draft.pk).update(owner=ann)
        assert self.judge(client, draft, "Mine.").status_code == 200
        assert Judgement.objects.get().made_by == ann

    def test_goes_with_a_draft_whose_writer_deletes_it(self, client, draft):
        ann = make_person("Writer", "ann")
        Article.objects.filter(pk=draft.pk).update(owner=ann)
        client.force_login(ann)
        self.judge(client, draft, "Mine.")
        make_override(draft)
        url = reverse("admin:articles_article_delete", args=[draft.pk])
        assert client.post(url, {"post": "yes"}).status_code == 302
        assert not Judgement.objects.exists()

    def test_not_of_an_article_that_is_not_saved(self, client):
        sent = posted([], body="Was 493.")
        page = client.post(ADD, {**sent, "_judge": digest_of(client, sent)})
        assert page.status_code == 200
        assert not Judgement.objects.exists()
        assert 'name="_judge"' not in page.text


class TestPublication:
    def test_is_stopped_with_all_of_it_in_the_form(self, client):
        page = client.post(ADD, posted([QUESTION], title="Typed", _publish="Publish"))
        assert page.status_code == 200
        assert not Article.objects.filter(title="Typed").exists()
        assert "Not published: the text contradicts the record" in page.text
        assert fields_of(page)["title"] == "Typed"
        assert [box["name"] for box in Page(page.text).all("input") if box.get("name") == "despite"] == [
            "despite"
        ]

    @pytest.mark.parametrize(
        "fields", [{"_publish": ""}, {"_save": ""}, {"published_at": "2090-01-01T09:00:00"}]
    )
    def test_is_stopped_whatever_makes_it_ready(self, client, fields):
        assert client.post(ADD, posted([QUESTION], **fields)).status_code == 200
        assert not Article.objects.filter(title="Trades again").exists()

    def test_of_changes_is_stopped_while_saving_them_is_not(self, client):
        article = save_article(make_article("public", kind="news"))
        sent = opened(article, body="Was 493.")
        assert client.post(change_url(article), {**sent, "_publish": ""}).status_code == 200
        saved = client.post(change_url(article), {**sent, "_save": ""}, follow=True)
        assert "Facts: 1 claim contradicts the record." in said(saved)
        article.refresh_from_db()
        assert (article.version, article.live_version) == (2, 1)

    def test_goes_on_with_a_reason_that_history_keeps(self, client, editor):
        sent = posted([QUESTION], _publish="Publish", despite="IRCC corrected itself at noon.")
        assert client.post(ADD, sent).status_code == 302
        article = Article.objects.get(slug="trades-again")
        kept = Override.objects.get(article=article)
        assert (kept.made_by, kept.version, kept.findings[0]["part"]) == (editor, 1, "answer-0")
        history = client.get(reverse("admin:articles_article_history", args=[article.pk])).text
        assert "IRCC corrected itself at noon." in history
        assert (
            "Published all the same by editor: IRCC corrected itself at noon."
            in client.get(change_url(article)).text
        )

    def test_is_not_for_those_who_may_not_override(self, client, editor):
        editor.user_permissions.remove(Permission.objects.get(codename="add_override"))
        page = client.post(ADD, posted([QUESTION], _publish="", despite="Let me."))
        assert page.status_code == 200
        assert 'name="despite"' not in page.text
        assert not Override.objects.exists()

    def test_is_stopped_when_the_record_moves_at_the_last_moment(self, client, engine, monkeypatch):
        check = Gate.check

        def check_and_move(gate, entries):
            check(gate, entries)
            engine.contradicts("461", "463")

        monkeypatch.setattr(Gate, "check", check_and_move)
        page = client.post(ADD, posted([{**QUESTION, "answer": "It was 461."}], _publish=""))
        assert page.status_code == 200
        assert "Not published: the text contradicts the record" in page.text
        assert not Article.objects.filter(title="Trades again").exists()

    def test_asks_the_engine_once(self, client, engine):
        client.post(ADD, posted([{**QUESTION, "answer": "It was 463."}], _publish=""))
        assert len([parts for parts, _on in engine.asked if parts[0].source == "Trades again"]) == 1

    def test_of_what_agrees_asks_for_nothing(self, client):
        assert (
            client.post(ADD, posted([{**QUESTION, "answer": "It was 463."}], _publish="")).status_code == 302
        )

    def test_goes_on_with_a_warning_when_the_desk_fails(self, client, engine):
        engine.raises = RuntimeError("synthetic")
        page = client.post(ADD, posted([QUESTION], _publish=""), follow=True)
        assert any("The fact desk failed" in words for words in said(page))
        article = Article.objects.get(slug="trades-again")
        assert article.fact_check.failure == "error"
        found = client.get("/admin/articles/article/?facts=failed").text
        assert "Trades again" in found
        today = client.get("/admin/").text
        assert "Articles that the fact desk could not check" in today

    def test_of_a_draft_being_saved_is_no_matter(self, client):
        page = client.post(ADD, posted([QUESTION], status="draft", published_at="", _save=""), follow=True)
        assert "Facts: 1 claim contradicts the record." in said(page)
        assert "Trades again" in client.get("/admin/articles/article/?facts=contradicted").text


class TestSiteWide:
    """An entry of /faq/ is for readers as soon as it is saved."""

    URL = "/admin/articles/faqentry/add/"
    SENT = {"question": "The cut-off?", "answer": "It was 493.", "order": 10}

    def test_answers_are_stopped(self, client):
        page = client.post(self.URL, self.SENT)
        assert "Not published: 1 claim contradicts the record." in page.text
        assert not FaqEntry.objects.filter(question="The cut-off?").exists()

    def test_answers_go_on_with_a_reason(self, client, editor):
        assert client.post(self.URL, {**self.SENT, "despite": "A slip at IRCC."}).status_code == 302
        entry = FaqEntry.objects.get(question="The cut-off?")
        kept = Override.objects.get()
        assert (kept.faq_entry, kept.article, kept.made_by) == (entry, None, editor)
        # Once is enough for the same sentence.
        again = client.post(f"/admin/articles/faqentry/{entry.pk}/change/", {**self.SENT, "order": 20})
        assert again.status_code == 302

    def test_answers_that_agree_or_are_the_records_ask_for_nothing(self, client):
        assert client.post(self.URL, {**self.SENT, "answer": "It was 463."}).status_code == 302


def test_a_roundup_that_is_scheduled_and_grows_is_stopped_in_words(client, engine):
    article = save_article(
        make_article("later", kind="news", published_at=toronto(2090, 1, 1, 9), body="Was 461.")
    )
    engine.contradicts("461", "463")
    restored = client.post(
        reverse("admin:articles_article_restore", args=[article.pk, 1]), {"seen": 1}, follow=True
    )
    assert "This state cannot be brought back as it is: Not published: 1 claim contradicts" in restored.text
