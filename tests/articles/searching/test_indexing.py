"""What readers get of an article is found by its words, and nothing else is."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from modelsearch.models import IndexEntry

from articles.models import Article, FaqEntry, Tag
from articles.saving import save_article
from articles.searching.finding import find
from articles.searching.indexing import index_articles, index_missing
from articles.searching.words import asked
from tests.factories import make_article, make_editor, toronto

pytestmark = pytest.mark.django_db


def found(query, articles=None, **options):
    articles = Article.objects.published() if articles is None else articles
    return [article.slug for article in find(asked(query), articles, **options)]


def make(slug="zebra", **fields):
    return save_article(make_article(slug, kind="news", **{"title": "A zebra is seen"} | fields))


def test_an_article_is_found_by_each_of_its_parts():
    entry = FaqEntry(question="Do otters count?", answer="As **quaggas** do.")
    tag = Tag.objects.get(slug="trades")
    article = make_article(
        "zoo", kind="news", title="A zebra", standfirst="With a gnu.", body="## Ibex\n\nA *tapir*."
    )
    save_article(article, entries=[entry], tags=[tag])
    for word in ("zebra", "zebras", "gnu", "IBEX", "tapirs", "otter", "quagga"):
        assert found(word) == ["zoo"], word
    assert "zoo" in found("trades")
    assert found("tapir otter trade") == ["zoo"]


def test_mark_up_and_figures_of_the_record_are_no_words_of_it():
    make(body="See [[round 255 cutoff]] and [this](/draws/255/).")
    assert found("zebra href") == found("zebra 463") == found("zebra 0") == []


def test_accents_do_not_count():
    make(body="Québec et Montréal")
    assert found("quebec MONTRÉAL") == ["zebra"]


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn", "removed"])
def test_what_is_not_ready_is_neither_found_nor_in_the_index(status):
    article = make()
    Article.objects.filter(pk=article.pk).update(status=status, withdrawn_reason="It was a horse.")
    index_articles(Article.objects.filter(pk=article.pk))
    assert found("zebra") == found("zebra", Article.objects.all()) == []


def test_a_withdrawal_takes_an_article_out_and_its_return_brings_it_back():
    article = make()
    article.status, article.withdrawn_reason = "withdrawn", "It was a horse."
    save_article(article, live=False)
    assert found("zebra", Article.objects.all()) == []
    article.status = "ready"
    save_article(article, live=False)
    assert found("zebra") == ["zebra"]


def test_what_is_taken_back_without_a_save_is_not_found_either():
    make()
    Article.objects.filter(slug="zebra").update(status="withdrawn", withdrawn_reason="It was a horse.")
    assert found("zebra") == []
    assert find(["zebra"], Article.objects.published()).count() == 0


def test_what_is_scheduled_appears_at_its_moment():
    now = timezone.now()
    make(published_at=now + timedelta(hours=1))
    assert found("zebra") == []
    assert found("zebra", Article.objects.published(now + timedelta(hours=2))) == ["zebra"]


def test_changes_that_readers_do_not_have_yet_are_not_found():
    article = make()
    article.title = "A quagga is seen"
    save_article(article, live=False)
    assert (found("quagga"), found("zebra")) == ([], ["zebra"])
    save_article(article)
    assert (found("quagga"), found("zebra")) == (["zebra"], [])


def test_a_headline_counts_for_more_than_a_text():
    make("in-text", title="Something else", body="A zebra, a zebra and a zebra: zebra.")
    make("in-headline")
    assert found("zebra") == ["in-headline", "in-text"]


def test_all_words_or_any_of_them():
    make("one")
    make("two", title="A quagga is seen")
    assert found("zebra quagga") == []
    assert set(found("zebra quagga", all_of_them=False)) == {"one", "two"}
    assert found("") == found("the") == []


def test_found_articles_are_narrowed_counted_and_cut():
    for year in (2024, 2025, 2026):
        make(f"of-{year}", published_at=toronto(year, 5, 1))
    hits = find(["zebra"], Article.objects.published().news().filter(year=2025))
    assert ([article.slug for article in hits], hits.count()) == (["of-2025"], 1)
    hits = find(["zebra"], Article.objects.published())
    assert (hits.count(), len(list(hits[2:4])), len(list(hits[:2]))) == (3, 1, 2)


def test_a_deleted_article_leaves_nothing_behind():
    article = make()
    entries = IndexEntry.objects.count()
    article.delete()
    assert IndexEntry.objects.count() == entries - 1


def test_a_tag_that_is_renamed_finds_its_articles_by_the_new_name(client):
    client.force_login(make_editor())
    tag = Tag.objects.get(slug="transport")
    article = make_article("tagged", kind="news", title="Something")
    save_article(article, tags=[tag])
    address = reverse("admin:articles_tag_change", args=[tag.pk])
    client.post(address, {"name_en": "Zebra crossings", "name_fr": "", "slug": "transport"})
    assert "tagged" in found("zebra")


def test_articles_of_a_site_that_had_no_search_yet_are_taken_in():
    make("old")
    IndexEntry.objects.all().delete()
    make_article("draft", kind="news", title="A zebra", status="draft", published_at=None)
    assert found("zebra") == []
    call_command("load_articles", verbosity=0)
    assert found("zebra") == ["old"]
    assert IndexEntry.objects.count() == Article.objects.filter(status="ready").count()
    assert index_missing() == 0


def test_compiling_anew_writes_the_index_anew():
    make()
    Article.objects.filter(slug="zebra").update(title="A quagga")
    call_command("rerender_articles", verbosity=0)
    assert found("quagga") == ["zebra"]
