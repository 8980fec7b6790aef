"""The search of the whole site."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import FaqEntry
from articles.saving import save_article
from eedraws.search.answering import Search
from readers.models import MissedSearch
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def page(client, query="", **parameters):
    response = client.get("/search/", {"q": query, **parameters})
    assert response.status_code == 200
    return response


def kinds(response):
    return [section.found.kind.value for section in response.context["sections"]]


def make(slug="zebra", **fields):
    values = {"kind": "news", "title": "A zebra is seen", "description": ""}
    return save_article(make_article(slug, **values | fields))


def test_before_anything_is_asked_the_page_says_what_can_be(client):
    response = page(client)
    assert "What you can ask" in response.text
    assert "sections" not in response.context
    assert "X-Robots-Tag" not in response


def test_results_are_no_pages_for_search_engines(client):
    assert page(client, "255")["X-Robots-Tag"] == "noindex"


def test_the_kind_that_answers_best_comes_first(client):
    assert kinds(page(client, "trades"))[0] == "types"
    assert kinds(page(client, "french draws 2023"))[0] == "draws"
    assert kinds(page(client, "truck driver"))[0] == "occupations"
    assert kinds(page(client, "tie-breaking rule"))[0] == "articles"


def test_words_are_marked_and_mark_up_stays_text(client):
    make(title="A <b>zebra</b> & a gnu", standfirst="No zebras here.", body="A *quagga* <i>zebra</i>.")
    text = page(client, "zebra").text
    assert "A &lt;b&gt;<mark>zebra</mark>&lt;/b&gt; &amp; a gnu" in text
    assert "No <mark>zebras</mark> here." in text
    text = page(client, "quagga").text
    assert "A <mark>quagga</mark>" in text
    assert "<i>zebra" not in text


def test_what_is_typed_is_kept_and_escaped(client):
    response = page(client, '"><script>alert(1)</script>')
    assert "<script>alert" not in response.text
    assert "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" in response.text


def test_figures_of_the_record_stand_in_what_is_shown_of_an_article(client):
    make(body="The zebra draw had a quagga cut-off of [[round 255 cutoff]] on [[round 255 date]].")
    text = page(client, "quagga").text
    assert "cut-off of 463 on 6 July 2023" in text
    assert "\ue000" not in text


def test_headings_and_tables_do_not_run_into_the_text(client):
    make(body="## A heading\n\nThe okapi.\n\n[[draws week=2023-W27]]\n\nMore.")
    [section] = page(client, "okapi").context["sections"]
    assert "".join(piece.text for piece in section.items[0].passage) == "The okapi . More.".replace(" .", ".")


def test_an_article_found_by_a_question_shows_it(client):
    entry = FaqEntry(question="Do otters count?", answer="No.")
    save_article(make_article("zoo", kind="news", title="A zoo"), entries=[entry])
    assert "Do <mark>otters</mark> count?" in page(client, "otter").text


def test_only_what_is_published_is_found(client):
    make("coming", published_at=timezone.now() + timedelta(hours=1))
    draft = make_article("draft", kind="news", title="A zebra", status="draft", published_at=None)
    save_article(draft)
    assert "sections" in (response := page(client, "zebra")).context
    assert kinds(response) == []


def test_one_kind_is_shown_alone_and_the_others_are_counted(client):
    response = page(client, "trades", kind="draws")
    assert kinds(response) == ["draws"]
    counts = {kind.value: count for kind, count in response.context["counts"]}
    assert all(counts.values())
    assert 'aria-current="page">Draws' in response.text


def test_a_year_narrows_articles_and_draws(client):
    response = page(client, "trades", year=2023)
    assert {
        round.date.year for s in response.context["sections"] if s.found.kind == "draws" for round in s.items
    } == {2023}
    articles = page(client, "trades", year=2026, kind="articles").context["sections"][0].items
    assert {story.article.year for story in articles} == {2026}
    assert "<option selected>2023</option>" in response.text


def test_nonsense_in_the_filters_filters_nothing(client):
    everything = kinds(page(client, "trades"))
    assert kinds(page(client, "trades", kind="nothing", year="1999", page="x")) == everything


def test_many_results_come_in_pages(client):
    first = page(client, "french", kind="draws")
    second = page(client, "french", kind="draws", page=2)
    assert len(first.context["sections"][0].items) == 20
    assert first.context["sections"][0].items[-1].date > second.context["sections"][0].items[0].date
    assert "q=french&amp;kind=draws&amp;page=2" in first.text


def test_all_results_of_a_kind_are_a_link_away(client):
    text = page(client, "french").text
    assert "?q=french&amp;kind=draws" in text
    assert "/occupations/?q=french" in text


def test_nothing_found_says_so_and_leads_on(client):
    response = page(client, "driver of unicorns")
    assert kinds(response) == []
    assert "Nothing matches “driver of unicorns”" in response.text
    assert response.context["near"]
    assert response.context["near_articles"]
    assert 'href="/occupations/"' in response.text


def test_nothing_of_a_kind_leads_to_the_others(client):
    response = page(client, "nurse", kind="draws", year=2024)
    assert "Nothing matches “nurse” here" in response.text
    assert "?q=nurse&amp;year=2024" in response.text
    assert "?q=nurse&amp;kind=draws" in response.text
    assert "?q=nurse&amp;kind=occupations&amp;year=2024" in response.text


def test_a_question_about_draws_without_an_answer_says_how_it_was_read(client):
    assert "draw 9999. The record has none like that." in page(client, "draw 9999").text


def test_an_empty_record_answers_too(client, empty_record):
    for query in ("draw 255", "trades", "nurse", "zebra", "July 2023"):
        assert "Nothing matches" in page(client, query).text


def test_the_queries_do_not_grow_with_what_is_found(client):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            page(client, "zebra rule")
        return len(captured)

    make("one", title="A zebra rule", body="See [[round 255 cutoff]].")
    few = queries()
    for number in range(8):
        make(f"more-{number}", title="A zebra rule", body=f"See [[round {200 + number} cutoff]].")
    assert queries() <= few


def test_the_header_and_a_page_that_is_not_there_lead_to_the_search(client):
    assert 'href="/search/"' in client.get("/about/").text
    missing = client.get("/nothing/")
    assert missing.status_code == 404
    assert 'action="/search/"' in missing.text


@pytest.mark.django_db(transaction=True)
def test_an_answer_is_in_hand_until_something_is_published_and_what_finds_nothing_is_counted(
    client, monkeypatch
):
    looked, really = [], Search.found
    monkeypatch.setattr(Search, "found", lambda self, *at: looked.append(self.text) or really(self, *at))
    for _ in range(2):
        assert kinds(page(client, "zebra okapi")) == []
    assert looked == ["zebra okapi"]
    assert MissedSearch.objects.get().times == 2
    make(title="A zebra and an okapi")
    assert kinds(page(client, "zebra okapi")) == ["articles"]
    assert MissedSearch.objects.get().times == 2
