from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Article
from tests.factories import make_article, toronto

pytestmark = pytest.mark.django_db

SOON = timedelta(hours=1)


def news(**fields):
    return make_article(kind=Article.Kind.NEWS, **fields)


def refusals(article):
    with pytest.raises(ValidationError) as refused:
        article.full_clean()
    return {name: " ".join(messages) for name, messages in refused.value.message_dict.items()}


def test_ready_needs_a_time():
    article = news(status="draft", published_at=None)
    article.status = "ready"
    assert "Say when the article is to be published." in str(refusals(article))


def test_what_was_never_published_cannot_be_withdrawn():
    article = news(status="draft")
    article.status, article.withdrawn_reason = "withdrawn", "Wrong."
    assert "Only what has been published can be withdrawn." in refusals(article)["status"]


def test_withdrawal_has_a_reason():
    article = news()
    article.status = "withdrawn"
    assert "Say in a sentence why the article is withdrawn." in str(refusals(article))


@pytest.mark.parametrize(
    "fields",
    [{"status": "draft"}, {"status": "in-review"}, {"published_at": timezone.now() + timedelta(days=9)}],
)
@pytest.mark.parametrize("before", ["ready", "withdrawn"])
def test_what_readers_have_seen_is_not_taken_back(before, fields):
    article = news(status=before, withdrawn_reason="Wrong.")
    for name, value in fields.items():
        setattr(article, name, value)
    assert "Readers have seen this article." in refusals(article)["status"]


def test_the_withdrawn_can_be_published_again():
    article = news(status="withdrawn", withdrawn_reason="Wrong.")
    article.status = "ready"
    article.full_clean()


def test_published_news_does_not_become_a_guide():
    article = news()
    article.kind = Article.Kind.GUIDE
    assert "News cannot become a guide" in refusals(article)["kind"]


def test_a_scheduled_address_may_change():
    article = news(published_at=timezone.now() + SOON)
    article.slug = "other"
    article.full_clean()


def test_addresses_are_not_taken_twice():
    news(slug="one")
    assert "Another article has this address." in str(refusals(Article(
        slug="one", title="-", standfirst="-", body="-", kind="news", author=news(slug="two").author
    )))  # fmt: skip


def test_a_roundup_says_its_week_and_keeps_its_monday():
    article = make_article()
    assert "Say which week this roundup is about" in refusals(article)["week_start"]
    article.week_start = toronto(2026, 10, 1).date()
    article.full_clean()
    assert article.week_start.isoformat() == "2026-09-28"


def test_bad_references_are_errors_of_their_fields():
    article = news(standfirst="[[latest]]", body="One\n\n[[round 999 cutoff]]")
    assert "A table does not fit here." in refusals(article)["standfirst"]
    assert "Line 3, [[round 999 cutoff]]: Draw 999 is not in the public record." in refusals(article)["body"]


def test_a_withdrawn_article_may_tell_of_what_is_no_longer_there():
    article = news(body="[[round 999 cutoff]]")
    article.status, article.withdrawn_reason = "withdrawn", "Draw 999 never was."
    article.full_clean()


def test_scheduled_and_published_are_read_off_the_clock():
    time = timezone.now() + SOON
    article = news(published_at=time)
    assert article.is_scheduled()
    assert article not in Article.objects.published()
    assert article in Article.objects.published(time)
    assert article not in Article.objects.with_an_address()


@pytest.mark.parametrize("status", ["draft", "in-review"])
def test_drafts_are_never_published(status):
    article = news(status=status)
    assert article not in Article.objects.published()
    assert article not in Article.objects.with_an_address()


def test_news_is_old_after_thirty_days_and_a_guide_never():
    time = toronto(2023, 7, 8)
    article = news(published_at=time)
    assert not article.is_old_news(time + timedelta(days=30))
    assert article.is_old_news(time + timedelta(days=30, seconds=1))
    article.kind = Article.Kind.GUIDE
    assert not article.is_old_news(time + timedelta(days=3000))
