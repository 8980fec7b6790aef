"""The preview of a form that is not saved: the published page, beforehand."""

import re

import pytest
from django.urls import reverse

from articles.models import Article, ArticleRevision, Author, FaqEntry, Tag
from tests.articles.test_admin import ADD, posted
from tests.factories import make_article, make_editor, toronto
from tests.html import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("editor")]

NEW = "/admin/articles/article/preview/"
QUESTION = {
    "question": "What was the cut-off?",
    "answer": "It was [[round 447 cutoff]], says IRCC.",
    "order": 20,
}
ANOTHER = {"question": "Who holds draws?", "answer": "The department.", "order": 10}
BODY = """## Trades

[[draws week=2026-W40]]

| Type | Cut-off |
| --- | ---: |
| Trades | [[round 447 cutoff]] |

[[occupations category=trades on=2026-10-01]]

[[faq]]
"""


def preview_of(article):
    return reverse("admin:articles_article_preview", args=[article.pk])


def main_of(html):
    """The main part of a page without the notice of the preview, and without what passes on what is public."""
    main = re.search(r"<main.*?</main>", html, re.DOTALL)[0]
    main = re.sub(
        r'<section class="sharing".*?</section>|<p class="tell.*?</p>|<script.*?</script>',
        "",
        main,
        flags=re.DOTALL,
    )
    main = re.sub(r'<div class="notice notice--preview">.*?</div>', "", main, flags=re.DOTALL)
    return "\n".join(line.strip() for line in main.splitlines() if line.strip())


def without_clock(main):
    return re.sub(r"<span>Last updated.*?</span>", "", main, flags=re.DOTALL)


def counts():
    return [model.objects.count() for model in (Article, ArticleRevision, FaqEntry, Author, Tag)]


def test_a_new_article_is_previewed_as_it_will_be_published(client):
    tags = [tag.pk for tag in Tag.objects.filter(slug__in=["trades", "french"])]
    sent = posted([QUESTION, ANOTHER], body=BODY, tags=tags, published_at="2026-10-02T09:00:00")
    before = counts()
    preview = client.post(NEW, sent)
    assert preview.status_code == 200
    assert counts() == before
    assert client.post(ADD, sent).status_code == 302
    page = client.get(Article.objects.get(slug="trades-again").get_absolute_url())
    assert main_of(preview.text) == main_of(page.text)
    assert "Who holds draws?" in main_of(page.text)
    assert re.search("<title>.*?</title>", preview.text)[0] == re.search("<title>.*?</title>", page.text)[0]


def test_changes_of_a_published_article_are_previewed_as_they_will_be_published(client):
    client.post(ADD, posted([QUESTION], body=BODY))
    article = Article.objects.get(slug="trades-again")
    fields = {
        "slug": article.slug,
        "seen": 1,
        "title": "Trades, and more",
        "standfirst": "New.",
        "body": "New text.",
    }
    sent = posted([ANOTHER], **fields)
    public = client.get(article.get_absolute_url()).text
    preview = client.post(preview_of(article), sent)
    assert "New text." in preview.text
    assert "What was the cut-off?" not in preview.text
    assert client.get(article.get_absolute_url()).text == public
    article.refresh_from_db()
    assert (article.title, article.version) == ("Trades again", 1)
    client.post(reverse("admin:articles_article_change", args=[article.pk]), sent | {"_publish": ""})
    page = client.get(article.get_absolute_url())
    assert without_clock(main_of(preview.text)) == without_clock(main_of(page.text))
    assert "Last updated" in preview.text


def test_the_preview_of_a_corrected_draw_marks_no_correction_that_the_new_words_know(client):
    """What is written today is written with the figures of today."""
    article = make_article(week_start=toronto(2026, 9, 28).date(), version=1, live_version=1)
    sent = posted(slug=article.slug, body="[[round 447 cutoff]]", standfirst="x", seen=1)
    assert "Last updated" in client.post(preview_of(article), sent).text
    same = posted(slug=article.slug, title=article.title, body=article.body, standfirst=article.standfirst)
    assert "Last updated" not in client.post(preview_of(article), same).text


def test_only_the_preview_may_stand_in_a_frame_and_only_the_form_has_one(client):
    article = make_article(status="draft")
    change = reverse("admin:articles_article_change", args=[article.pk])
    for response in (client.get(preview_of(article)), client.post(NEW, posted()), client.get(NEW)):
        assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
        policy = response.headers["Content-Security-Policy"]
        assert "frame-ancestors 'self'" in policy
        assert "frame-src" not in policy
        assert "unsafe" not in policy
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Robots-Tag"] == "noindex"
        assert '<meta name="robots" content="noindex">' in response.text
        assert "canonical" not in response.text
    for response in (client.get(change), client.get(ADD), client.post(ADD, {})):
        assert response.headers["X-Frame-Options"] == "DENY"
        policy = response.headers["Content-Security-Policy"]
        assert "frame-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
    assert "frame-src" not in client.get("/admin/").headers["Content-Security-Policy"]
    for path in ("/admin/", "/"):
        assert client.get(path).headers["X-Frame-Options"] == "DENY"


def test_the_form_sends_itself_to_the_frame_without_scripts(client):
    article = make_article(status="draft")
    for path, target in (
        (ADD, NEW),
        (reverse("admin:articles_article_change", args=[article.pk]), preview_of(article)),
    ):
        page = Page(client.get(path).text)
        [button] = [button for button in page.all("button") if button.get("formaction")]
        assert (button["formaction"], button["formmethod"]) == (target, "post")
        assert button["form"] == "article_form"
        [frame] = page.all("iframe")
        assert (frame["name"], frame["src"]) == (button["formtarget"], target)
        assert frame["title"]


WRONG = {
    "no headline": ({"title": ""}, "Headline: This field is required."),
    "bad reference": (
        {"body": "Shown all the same. [[rund 1 cutoff]]"},
        "There is no block or figure “rund”.",
    ),
    "no time": ({"published_at": ""}, "Say when the article is to be published."),
    "unknown author": ({"author": "999999"}, "Author: Select a valid choice."),
    "garbage author": ({"author": "<b>"}, "Author: "),
    "no week": ({"week_start": ""}, "Say which week this roundup is about"),
    "far week": ({"week_start": "9999-12-31"}, "The year is to be between 2015 and 2098."),
    "first week": ({"week_start": "0001-01-01"}, "The year is to be between 2015 and 2098."),
    "far time": ({"published_at": "2199-12-31T23:59:00"}, "The year is to be between 2015 and 2098."),
    "withdrawn": ({"status": "withdrawn"}, "Only what has been published can be withdrawn."),
    "unknown status": ({"status": "nonsense"}, "Status: "),
    "unknown tag": ({"tags": ["999999"]}, "Tags: "),
    "too long": ({"body": "A word. " * 10_000}, "This text is too long."),
    "long headline": ({"title": "Long " * 1000}, "Headline: "),
    "NUL": ({"title": "a\0b", "body": "c\0d"}, "Null characters are not allowed."),
}


@pytest.mark.parametrize("fields", WRONG)
def test_what_can_be_shown_is_shown_and_what_is_wrong_is_said(client, fields):
    sent, message = WRONG[fields]
    before = counts()
    response = client.post(NEW, posted([QUESTION], **sent))
    assert response.status_code == 200
    html = response.text
    assert "Preview of what is not saved yet. Before it can be saved:" in html
    assert message.replace("'", "&#x27;") in html
    assert "</main>" in html
    assert "<h1></h1>" not in html
    assert counts() == before


def test_a_missing_headline_of_a_saved_article_shows_as_missing(client):
    article = make_article(status="draft")
    html = client.post(preview_of(article), posted(slug=article.slug, title="")).text
    assert "<h1>No headline yet</h1>" in html


# What is sent, and questions where the form itself is whole.
GARBAGE = {
    "no formset": ({"title": "A", "body": "B"}, None),
    "many": ({"faq_entries-TOTAL_FORMS": "99999999", "faq_entries-INITIAL_FORMS": "99999999"}, None),
    "words": ({"faq_entries-TOTAL_FORMS": "many", "faq_entries-INITIAL_FORMS": "-1"}, None),
    "nothing": ({}, None),
    "order": ({}, [{"question": "Q?", "answer": "A", "order": "x"}, {"question": "", "answer": "A"}]),
    "twice": ({}, [QUESTION, QUESTION]),
    "answer": ({}, [{"question": "Q?" * 300, "answer": "[[round 9 x]] \0" * 20_000}]),
    "tokens": ({"title": "\ue0000\ue001", "body": "\ue0000\ue001 [[" * 1000, "standfirst": "`" * 5000}, []),
    "deep": ({"body": "> " * 20_000 + "- " * 9000}, []),
    "brackets": ({"body": "[" * 60_000}, []),
    "full": ({"body": "[[round 447 cutoff]] *a* **b** " * 1900}, []),
}


@pytest.mark.parametrize("name", GARBAGE)
def test_a_preview_bears_everything(client, name):
    sent, questions = GARBAGE[name]
    before = counts()
    response = client.post(NEW, sent if questions is None else posted(questions, **sent))
    assert response.status_code == 200
    assert "</main>" in response.text
    assert counts() == before


def test_questions_that_are_to_go_are_not_shown_even_where_something_else_is_wrong(client):
    gone = QUESTION | {"DELETE": "on"}
    html = client.post(NEW, posted([gone, ANOTHER, {"question": "", "answer": "Alone"}])).text
    assert "Who holds draws?" in html
    assert "What was the cut-off?" not in html


def test_a_removed_article_is_previewed_as_gone(client):
    article = make_article(week_start=toronto(2026, 9, 28).date())
    response = client.post(preview_of(article), posted(slug=article.slug, status="removed"))
    assert response.status_code == 200
    assert "This page has been removed" in response.text


def test_a_withdrawn_article_is_previewed_with_its_reason(client):
    article = make_article(week_start=toronto(2026, 9, 28).date())
    sent = posted(slug=article.slug, status="withdrawn", withdrawn_reason="Figures of another week.")
    html = client.post(preview_of(article), sent).text
    assert "This article has been withdrawn. Figures of another week." in html
    assert "Preview of what is not saved yet." in html


def test_a_preview_needs_the_permission_to_write(client):
    article = make_article(status="draft")
    client.force_login(make_editor("other", "draws"))
    for path in (NEW, preview_of(article)):
        assert client.post(path, posted()).status_code == 403
    assert client.post("/admin/articles/article/999999/preview/").status_code in (403, 404)
    client.logout()
    assert client.post(NEW, posted()).status_code == 302


def test_a_preview_of_an_unknown_article_is_not_found(client):
    assert client.post("/admin/articles/article/999999/preview/", posted()).status_code == 404
    assert client.post(f"/admin/articles/article/{'9' * 400}/preview/", posted()).status_code == 404
