from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Author, FaqEntry, Tag
from tests.articles.editing import ADD, opened, posted
from tests.factories import make_article, make_editor, toronto

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(make_editor())
    return client


def errors(response):
    """The messages of every form of the page, by field."""
    found = dict(response.context["adminform"].form.errors)
    for formset in response.context["inline_admin_formsets"]:
        for form in formset.formset.forms:
            found |= form.errors
    return {name: " ".join(messages) for name, messages in found.items()}


def test_an_editor_writes_and_publishes_a_roundup(editor, client):
    tag = Tag.objects.get(slug="trades")
    question = {"question": "Why?", "answer": "Because of [[round 447 link]]."}
    response = editor.post(ADD, posted([question], tags=[tag.pk]))
    assert response.status_code == 302
    article = Article.objects.get(slug="trades-again")
    assert (article.year, article.month) == (2026, 10)
    assert article.published_at == toronto(2026, 10, 2, 9)
    assert article.week_start.isoformat() == "2026-09-28"
    assert list(article.tags.all()) == [tag]
    assert article.references.count() == 3
    client.logout()
    html = client.get(article.get_absolute_url()).content.decode()
    assert "5,500" in html
    assert "<summary>Why?</summary>" in html
    assert 'href="/draws/447/"' in html


def test_changing_an_article_keeps_changes_and_removes_its_questions(editor):
    editor.post(ADD, posted([{"question": f"{n}?", "answer": "Yes."} for n in (1, 2, 3)]))
    article = Article.objects.get(slug="trades-again")
    first, second, third = article.faq_entries.in_order()
    entries = [
        {"question": "1?", "answer": "Yes.", "order": 30},
        {"question": "2?", "answer": "No.", "order": 20},
        {"question": "3?", "answer": "Yes.", "DELETE": "on"},
    ]
    url = reverse("admin:articles_article_change", args=[article.pk])
    sent = posted(entries, slug=article.slug, seen=1, _publish="")
    assert editor.post(url, sent).status_code == 302
    assert [(entry.question, entry.answer) for entry in article.faq_entries.in_order()] == [
        ("2?", "No."),
        ("1?", "Yes."),
    ]
    article.refresh_from_db()
    assert article.updated_at
    change = LogEntry.objects.filter(object_id=article.pk).first().get_change_message()
    assert "Changed" in change
    assert "Deleted" in change


def test_questions_can_change_places_but_not_be_asked_twice(editor):
    editor.post(ADD, posted([{"question": "A?", "answer": "a"}, {"question": "B?", "answer": "b"}]))
    article = Article.objects.get(slug="trades-again")
    first, second = article.faq_entries.in_order()
    url = reverse("admin:articles_article_change", args=[article.pk])
    swapped = [
        {"question": "B?", "answer": "b"},
        {"question": "A?", "answer": "a"},
    ]
    sent = posted(swapped, slug=article.slug, seen=1, _publish="")
    assert editor.post(url, sent).status_code == 302
    assert [entry.question for entry in article.faq_entries.in_order()] == ["B?", "A?"]
    twice = [*swapped, {"question": "A?", "answer": "again"}]
    response = editor.post(url, posted(twice, slug=article.slug))
    assert errors(response)["question"] == "This question is asked already."


def test_every_bad_reference_is_an_error_that_keeps_what_was_typed(editor):
    question = {"question": "Why?", "answer": "[[rund 1 cutoff]]"}
    body = "One\r\n\r\n[[draw week=2023-W27]]\r\n\r\n[[round 999 cutoff]]"
    response = editor.post(ADD, posted([question], standfirst="[[latest]]", body=body))
    found = errors(response)
    assert "Line 1, [[latest]]: A table does not fit here." in found["standfirst"]
    assert (
        "Line 3, [[draw week=2023-W27]]: There is no block or figure “draw”. Did you mean draws?"
        in found["body"]
    )
    assert "Line 5, [[round 999 cutoff]]: Draw 999 is not in the public record." in found["body"]
    assert (
        "Line 1, [[rund 1 cutoff]]: There is no block or figure “rund”. Did you mean round?"
        in found["answer"]
    )
    html = response.content.decode()
    assert "[[draw week=2023-W27]]\r\n\r\n[[round 999 cutoff]]</textarea>" in html
    assert "[[rund 1 cutoff]]</textarea>" in html
    assert not Article.objects.filter(slug="trades-again").exists()


def test_an_answer_is_checked_by_the_time_of_its_article(editor):
    question = {"question": "Why?", "answer": "[[round 447 cutoff]]"}
    response = editor.post(
        ADD, posted([question], body="-", standfirst="-", published_at="2026-09-01T09:00:00")
    )
    assert "was held after the time of the article" in errors(response)["answer"]


@pytest.mark.parametrize(
    ("fields", "name", "message"),
    [
        ({"published_at": ""}, "__all__", "Say when the article is to be published."),
        ({"week_start": ""}, "week_start", "Say which week this roundup is about"),
        ({"status": "withdrawn", "withdrawn_reason": "x"}, "status", "Only what has been published can be withdrawn."),
        ({"slug": "5000-invitations-in-four-draws-4-to-7-july-2023"}, "__all__", "Another article has this address."),
        ({"published_at": "soon"}, "published_at", "Enter a valid date/time."),
        ({"title": ""}, "title", "This field is required."),
    ],
)  # fmt: skip
def test_a_broken_rule_shows_its_message(editor, fields, name, message):
    assert message in errors(editor.post(ADD, posted(**fields)))[name]


def test_the_address_of_a_title_without_letters_is_asked_for(editor):
    assert "slug" in errors(editor.post(ADD, posted(title="？？")))


def test_a_published_article_is_withdrawn_and_not_taken_back(editor):
    article = make_article(week_start=toronto(2026, 9, 28).date())
    url = reverse("admin:articles_article_change", args=[article.pk])
    taken_back = editor.post(url, opened(article, status="draft"))
    assert "Readers have seen this article." in errors(taken_back)["status"]
    withdrawn = opened(article, status="withdrawn", withdrawn_reason="Wrong.")
    assert editor.post(url, withdrawn).status_code == 302
    article.refresh_from_db()
    assert article.status == "withdrawn"


def test_only_what_nobody_has_read_can_be_deleted(editor):
    for status, code in (("ready", 403), ("draft", 302)):
        article = make_article(f"an-article-{status}", status=status)
        url = reverse("admin:articles_article_delete", args=[article.pk])
        assert editor.post(url, {"post": "yes"}).status_code == code
        assert Article.objects.filter(pk=article.pk).exists() == (status == "ready")


STATES = {
    "draft": "Draft",
    "in-review": "In review",
    "ready": "Published 2 October 2026, 9:00 a.m. EDT (2 October, 1:00 p.m. UTC)",
    "withdrawn": "Withdrawn",
}


@pytest.mark.parametrize("status", STATES)
def test_the_state_is_read_off(editor, status):
    article = make_article(status=status, withdrawn_reason="Wrong.")
    for url in ("/admin/articles/article/", reverse("admin:articles_article_change", args=[article.pk])):
        assert STATES[status] in editor.get(url).content.decode()


def test_a_scheduled_article_says_when_in_toronto_and_utc(editor):
    make_article(published_at=toronto(2090, 1, 5, 21))
    html = editor.get("/admin/articles/article/").content.decode()
    assert "Scheduled for 5 January 2090, 9:00 p.m. EST (6 January, 2:00 a.m. UTC)" in html


def test_the_list_is_filtered_by_state_with_counts(editor):
    make_article("a", title="One draft", status="draft")
    make_article("b", title="One scheduled", published_at=timezone.now() + timedelta(days=1))
    html = editor.get("/admin/articles/article/").content.decode()
    for words in ("Draft (1)", "Scheduled (1)", "In review (0)", "Published (8)", "Withdrawn (0)"):
        assert words in html
    for state, title in (("draft", "One draft"), ("scheduled", "One scheduled")):
        html = editor.get(f"/admin/articles/article/?state={state}").content.decode()
        assert title in html
        assert "1 article" in html
    assert "8 articles" in editor.get("/admin/articles/article/?state=published").content.decode()


def test_the_list_is_searched_and_does_not_query_by_row(editor):
    counts = []
    for batch in (3, 12):
        for number in range(batch):
            make_article(f"a-{batch}-{number}", title=f"Needle {batch}")
        with CaptureQueriesContext(connection) as queries:
            html = editor.get("/admin/articles/article/?q=needle").content.decode()
        counts.append(len(queries))
    assert "15 results" in html
    assert counts[0] == counts[1]


def test_a_draft_is_previewed_as_readers_will_see_it(editor):
    article = make_article(status="draft", published_at=None, body="Secret", year=None, month=None)
    change = editor.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    url = reverse("admin:articles_article_preview", args=[article.pk])
    assert f'href="{url}"' in change
    response = editor.get(url)
    html = response.content.decode()
    assert "<p>Secret</p>" in html
    assert "Preview. Draft" in html
    # Links lead out of the frame, but for the one to the content of the page itself.
    assert '<base target="_blank">' in html
    assert '<a class="skip-link" href="#main" target="_self">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert "no-store" in response["Cache-Control"]
    assert "canonical" not in html


def test_a_preview_is_for_the_newsroom_only(client):
    article = make_article(status="draft")
    url = reverse("admin:articles_article_preview", args=[article.pk])
    assert client.get(url).status_code == 302
    client.force_login(make_editor("other", "draws"))
    assert client.get(url).status_code == 403


def test_a_preview_of_nothing_is_not_found(editor):
    assert editor.get("/admin/articles/article/999999/preview/").status_code == 404


def test_view_on_site_leads_to_the_article_once_it_is_there(editor):
    public, draft = make_article("a"), make_article("b", status="draft")
    for article, there in ((public, True), (draft, False)):
        html = editor.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
        assert (f'href="{article.get_absolute_url()}"' in html) == there


def test_the_form_works_without_scripts(editor):
    """Every author can be chosen from a plain list, and there is room for a question."""
    html = editor.get(ADD).content.decode()
    assert ">The eedraws desk</option>" in html
    assert 'name="faq_entries-0-question"' in html
    assert 'type="datetime-local"' in html
    assert " style=" not in html
    assert "Toronto time" in html


def test_site_wide_questions_are_compiled_when_saved(editor):
    url = "/admin/articles/faqentry/add/"
    bad = editor.post(url, {"question": "A?", "answer": "[[zebra]]", "order": 10})
    assert "There is no block or figure “zebra”." in errors(bad)["answer"]
    assert (
        editor.post(url, {"question": "A?", "answer": "[[round 255 cutoff]]", "order": 10}).status_code == 302
    )
    entry = FaqEntry.objects.get(question="A?")
    assert entry.article is None
    assert entry.references.count() == 1
    again = editor.post(url, {"question": "A?", "answer": "Yes.", "order": 10})
    assert "This question is asked already." in str(errors(again))


def test_questions_of_articles_stand_with_their_articles(editor):
    entry = FaqEntry.objects.filter(article__isnull=False).first()
    assert entry.question not in editor.get("/admin/articles/faqentry/?all=").content.decode()
    url = reverse("admin:articles_faqentry_change", args=[entry.pk])
    assert editor.get(url).status_code == 302, "not found there"


@pytest.mark.parametrize("name", ["author", "tag", "faqentry"])
def test_the_other_lists_and_forms_answer(editor, name):
    for page in ("", "add/"):
        assert editor.get(f"/admin/articles/{name}/{page}").status_code == 200


def test_an_author_in_use_is_not_deleted(editor):
    author = Author.objects.get(slug="eedraws-desk")
    response = editor.post(reverse("admin:articles_author_delete", args=[author.pk]), {"post": "yes"})
    assert urlsplit(response.get("Location", "")).path != "/admin/articles/author/"
    assert Author.objects.filter(pk=author.pk).exists()
