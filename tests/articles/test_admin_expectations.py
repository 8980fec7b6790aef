"""How the newsroom writes down what is expected."""

import pytest
from django.utils import timezone

from articles.models import Article, Expectation
from occupations.models import Category
from tests.factories import make_article, make_editor, make_expectation, make_person
from tests.html import Page

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/expectation/"
ADD = f"{LIST}add/"


@pytest.fixture
def editor(client):
    client.force_login(make_editor())
    return client


def filled(**fields):
    values = {
        "text": "Below 515.",
        "category": Category.objects.get(slug="cec").pk,
        "window_from": "2026-12-01",
        "kind": "bound",
        "high": "514",
    }
    return values | fields


def tools(html):
    return [link["href"] for link in Page(html).all("a") if "expectation/add" in link.get("href", "")]


def test_an_article_leads_to_a_form_that_knows_it(editor):
    article = make_article()
    link = f"{ADD}?article={article.pk}"
    assert link in tools(editor.get(f"/admin/articles/article/{article.pk}/change/").text)
    form = editor.get(link).context["adminform"].form
    assert int(form["article"].value()) == article.pk
    assert form["window_from"].value() == timezone.localdate()


def test_an_article_that_nobody_has_seen_does_not(editor):
    draft = make_article(status=Article.Status.DRAFT, published_at=None)
    assert f"{ADD}?article={draft.pk}" not in tools(
        editor.get(f"/admin/articles/article/{draft.pk}/change/").text
    )


def test_a_writer_reads_the_ledger_and_adds_nothing(client):
    client.force_login(make_person("Writer"))
    article = make_article()
    html = client.get(f"/admin/articles/article/{article.pk}/change/").text
    assert f"{ADD}?article={article.pk}" not in html
    assert client.get(ADD).status_code == 403
    assert client.get(LIST).status_code == 200


def test_a_saved_one_bears_the_time_of_its_article_and_of_its_entry(editor):
    article = make_article()
    before = timezone.now()
    response = editor.post(ADD, filled(article=article.pk, made_at="2020-01-01", entered_at="2020-01-01"))
    assert response.status_code == 302
    made = Expectation.objects.get(article=article)
    assert made.made_at == article.published_at
    assert before <= made.entered_at <= timezone.now()


def test_what_cannot_be_is_explained_at_its_field(editor):
    response = editor.post(ADD, filled(source_name="A site", source_url="https://example.org/", high="1300"))
    assert "A CRS cut-off is between 1 and 1,200." in response.context["errors"].as_text()
    response = editor.post(ADD, filled())
    assert "one of the two" in response.context["errors"].as_text()


def test_what_was_said_cannot_be_changed_and_its_words_can(editor):
    expectation = make_expectation()
    url = f"{LIST}{expectation.pk}/change/"
    names = set(editor.get(url).context["adminform"].form.fields)
    assert names == {"source_name", "source_title", "source_note", "text", "withdrawn_reason"}
    sent = {"source_name": "A site", "text": "In other words.", "high": "600", "window_from": "2020-01-01"}
    assert editor.post(url, sent).status_code == 302
    expectation.refresh_from_db()
    assert (expectation.text, expectation.high) == ("In other words.", 510)
    assert expectation.window_from.isoformat() == "2026-10-03"


def test_nothing_is_deleted(editor):
    expectation = make_expectation()
    assert editor.post(f"{LIST}{expectation.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Expectation.objects.filter(pk=expectation.pk).exists()


def test_the_list_shows_each_with_its_score(editor):
    make_expectation()
    Expectation.objects.filter(source_url__contains="ingwe").update(withdrawn_reason="Wrong page.")
    text = " ".join(Page(editor.get(LIST).text).text.split())
    for words in (
        "missed by 92 points",
        "held",
        "claimed afterwards",
        "still open",
        "withdrawn",
        "at most 399",
    ):
        assert words in text


def test_the_list_is_scored_by_one_reading_of_the_record(editor, django_assert_max_num_queries):
    for number in range(10):
        make_expectation(source_url=f"https://example.org/{number}")
    with django_assert_max_num_queries(20):
        editor.get(LIST)


def test_it_leads_to_its_place_in_the_ledger(editor):
    expectation = make_expectation()
    html = editor.get(f"{LIST}{expectation.pk}/change/").text
    assert f'href="/expectations/#expectation-{expectation.pk}"' in html
