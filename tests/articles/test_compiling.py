from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from articles.models import Article, ArticleReference, Author, FaqEntry, Tag
from articles.saving import save_article, save_entry
from tests.factories import make_article, toronto

pytestmark = pytest.mark.django_db

JULY_2023 = toronto(2023, 7, 7, 16, 30)


def draft(**fields):
    author, _ = Author.objects.get_or_create(slug="newsroom", defaults={"name": "The newsroom"})
    values = {
        "title": "Draws",
        "slug": "some-draws",
        "kind": Article.Kind.NEWS,
        "standfirst": "It was [[round 255 cutoff]].",
        "body": "[[draws week=2023-W27]]\n\nIn all [[draws week=2023-W27 total]].",
        "author": author,
        "status": Article.Status.READY,
        "published_at": JULY_2023,
    }
    return Article(**(values | fields))


def entry(question="Why?", answer="Because of [[round 254 link]].", **fields):
    return FaqEntry(question=question, answer=answer, **fields)


def rows(**owner):
    return [(row.index, row.part, row.text) for row in ArticleReference.objects.filter(**owner)]


def test_words_are_compiled_and_references_numbered_from_the_standfirst_on():
    article = save_article(draft())
    article.refresh_from_db()
    assert article.standfirst_html == "<p>It was \ue0000\ue001.</p>"
    assert article.body_html == "<div>\ue0001\ue001</div>\n<p>In all \ue0002\ue001.</p>"
    assert rows(article=article) == [
        (0, 0, "round 255 cutoff"),
        (1, 0, "draws week=2023-W27"),
        (2, 0, "draws week=2023-W27 total"),
    ]


def test_questions_own_their_references_and_stand_in_order():
    article = save_article(draft(), entries=[entry("Two?", order=20), entry("One?", order=10)])
    one, two = article.faq_entries.in_order()
    assert (one.question, two.question) == ("One?", "Two?")
    assert one.answer_html == "<p>Because of \ue0000\ue001.</p>"
    assert rows(faq_entry=one) == [(0, 0, "round 254 link")]


def test_references_say_what_they_refer_to():
    article = save_article(
        draft(
            standfirst="Words.",
            body=(
                "[[round 255 cutoff]] [[draws numbers=253,254 total]] [[category french cutoff]] "
                "[[draws year=2023 category=stem,french count]] "
                "[[occupations category=trades,transport on=2023-07-07 count]]"
            ),
        )
    )
    found = [
        (
            row.index,
            row.round and row.round.number,
            row.category and row.category.slug,
            row.version and (row.version.category.slug, row.version.number),
            row.date_from and (row.date_from.isoformat(), row.date_to.isoformat()),
        )
        for row in ArticleReference.objects.filter(article=article)
    ]
    assert found == [
        (0, "255", None, None, None),
        (1, "253", None, None, None),
        (1, "254", None, None, None),
        (2, None, "french", None, None),
        (3, None, "stem", None, ("2023-01-01", "2023-07-07")),
        (3, None, "french", None, ("2023-01-01", "2023-07-07")),
        (4, None, None, ("trades", 1), None),
        (4, None, None, ("transport", 1), None),
    ]


def test_an_article_is_about_the_draws_it_takes_in_and_no_others():
    from draws.models import Round

    article = save_article(draft(body="[[draws year=2023 category=stem,healthcare]]", standfirst="-"))

    def about(number):
        return article in Article.objects.about(Round.objects.get(number=number))

    assert about("254")
    assert about("255")
    assert not about("256")
    assert not about("257"), "held after the clock of the article"


def test_saving_anew_replaces_references_questions_and_tags():
    tag = Tag.objects.create(name_en="Something", slug="something")
    article = save_article(draft(), entries=[entry()], tags=[tag])
    article.body = "Plain."
    save_article(article, entries=[], tags=[])
    assert rows(article=article) == [(0, 0, "round 255 cutoff")]
    assert not article.faq_entries.exists()
    assert not article.tags.exists()


def test_what_is_not_given_stays_as_it_is():
    tag = Tag.objects.create(name_en="Something", slug="something")
    article = save_article(draft(), entries=[entry()], tags=[tag])
    save_article(article)
    assert article.faq_entries.count() == article.tags.count() == 1


def test_nothing_is_saved_when_an_answer_is_wrong():
    with pytest.raises(ValidationError):
        save_article(draft(), entries=[entry(answer="[[round 999 cutoff]]")])
    assert not Article.objects.filter(slug="some-draws").exists()


def test_the_address_follows_the_publish_time_in_toronto_until_then():
    later = timezone.now() + timedelta(days=400)
    article = save_article(draft(published_at=later.replace(month=1, day=1, hour=3)))
    assert (article.year, article.month) == (later.year - 1, 12), "the last evening of the year in Toronto"
    article.published_at = JULY_2023
    save_article(article)
    assert (article.year, article.month) == (2023, 7)
    article.published_at = toronto(2023, 8, 1)
    save_article(article)
    assert (article.year, article.month) == (2023, 7), "frozen since readers have it"


def test_a_draft_without_a_time_has_no_address():
    article = save_article(draft(status="draft", published_at=None))
    assert (article.year, article.month) == (None, None)


def test_last_updated_moves_only_with_words_after_publication():
    article = save_article(draft(status="draft"))
    article.title = "Other words"
    assert save_article(article).updated_at is None, "nobody has read it"
    article.status = "ready"
    assert save_article(article).updated_at is None, "published now"
    article.description = "For search engines"
    article.topic = "lists"
    assert save_article(article, tags=[]).updated_at is None, "no words of the article"
    article.body += " More."
    before = timezone.now()
    assert save_article(article).updated_at >= before
    article.refresh_from_db()
    assert article.updated_at >= before


@pytest.mark.parametrize("change", ["question", "answer", "more", "fewer"])
def test_a_change_of_the_questions_is_a_change_of_words(change):
    article = save_article(draft(), entries=[entry()])
    entries = list(article.faq_entries.all())
    if change == "more":
        entries.append(entry("And?"))
    elif change == "fewer":
        entries = []
    else:
        setattr(entries[0], change, "New")
    assert save_article(article, entries=entries).updated_at


def test_the_order_of_the_questions_is_no_change_of_words():
    article = save_article(draft(), entries=[entry("A?", order=1), entry("B?", order=2)])
    first, second = article.faq_entries.in_order()
    first.order, second.order = 2, 1
    assert save_article(article, entries=[first, second]).updated_at is None


def test_a_site_wide_answer_is_compiled_too():
    saved = save_entry(entry("When?", "Every [[category cec gap]]."))
    assert saved.answer_html == "<p>Every \ue0000\ue001.</p>"
    assert rows(faq_entry=saved) == [(0, 0, "category cec gap")]


def test_a_site_wide_answer_with_a_bad_reference_is_refused():
    with pytest.raises(ValidationError, match="no block or figure"):
        save_entry(entry("When?", "Every [[zebra]]."))


def test_all_can_be_compiled_anew(capsys):
    article = save_article(draft(), entries=[entry()])
    Article.objects.update(body_html="old", standfirst_html="old", updated_at=None)
    FaqEntry.objects.update(answer_html="old")
    ArticleReference.objects.all().delete()
    call_command("rerender_articles")
    article.refresh_from_db()
    assert "\ue0001\ue001" in article.body_html
    assert article.updated_at is None
    assert not FaqEntry.objects.filter(answer_html="old").exists()
    assert len(rows(article=article)) == 3
    assert "site-wide answers compiled" in capsys.readouterr().out


def test_compiling_anew_survives_what_has_left_the_record():
    article = make_article(body="[[round 999 cutoff]] [[zebra]]")
    call_command("rerender_articles", verbosity=0)
    assert rows(article=article) == [(0, 0, "round 999 cutoff"), (1, 0, "zebra")]
