import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from articles.models import Article, Author, FaqEntry, Tag
from articles.saving import save_article
from tests.articles.test_live import EVERYTHING
from tests.factories import make_article, publish_record, toronto

pytestmark = pytest.mark.django_db

ROUNDUP = "/news/2023/07/5000-invitations-in-four-draws-4-to-7-july-2023/"


def get(client, url, status=200):
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def words(html):
    return " ".join(strip_tags(html).split())


def test_the_roundup_of_july_2023_has_everything_that_such_a_page_has(client):
    publish_record()
    html = get(client, ROUNDUP)
    text = words(html)
    assert "<title>Express Entry: 5,000 invitations in four draws from 4 to 7 July 2023</title>" in html
    notice, headline = html.index("This is news from 8 July 2023."), html.index("<h1>")
    assert notice < headline
    assert "Lists and rules have changed since." in text
    assert 'href="/categories/"' in html[notice:headline]
    assert 'href="/occupations/"' in html[notice:headline]
    assert 'href="/news/week/2023-w27/"' in html
    assert "By The eedraws desk" in text
    assert "Published 8 July 2023, 9:30 a.m. EDT" in text
    assert "Last updated 8 July 2023, 6:15 p.m. EDT" in text
    assert "In brief" in text
    assert "In this article" in text
    assert text.count("List in force on 7 July 2023") == 3
    assert html.count("<details>") == 4
    assert 'href="/news/tag/healthcare/"' in html
    assert "Draws in this article" in text
    assert "Related articles" in text
    assert re.search(r'rel="prev" href="/news/2023/06/', html)
    assert re.search(r'rel="next" href="/news/2025/05/', html)


def test_fresh_news_has_no_age_notice(client):
    article = make_article(published_at=timezone.now() - timedelta(days=29), kind="news")
    assert "This is news from" not in get(client, article.get_absolute_url())


def test_a_guide_speaks_of_today_and_is_no_legal_advice(client):
    html = get(client, "/guides/how-a-round-of-invitations-works/")
    assert "Information, not legal advice." in html[html.index("<main") : html.index("</main")]
    assert "This is news from" not in html


def test_news_is_at_no_other_address(client):
    get(client, ROUNDUP.replace("/07/", "/08/"), 404)
    get(client, ROUNDUP.replace("2023/07", "2023/7"), 404)
    get(client, "/guides/5000-invitations-in-four-draws-4-to-7-july-2023/", 404)
    get(client, "/news/2026/11/how-a-round-of-invitations-works/", 404)


def test_a_withdrawn_article_keeps_its_address_and_says_why(client):
    article = Article.objects.get(slug="5000-invitations-in-four-draws-4-to-7-july-2023")
    article.status, article.withdrawn_reason = "withdrawn", "The figures were another week's."
    save_article(article)
    html = get(client, ROUNDUP)
    assert "The figures were another week&#x27;s." in html
    assert "Published 8 July 2023" in words(html)
    assert '<meta name="robots" content="noindex">' in html
    assert "439" not in html
    assert ROUNDUP not in get(client, "/news/")


@pytest.fixture
def hidden(db):
    """One article of each kind that readers must not see, by an author and with a tag of their own."""
    author = Author.objects.create(name="Ann Onymous", slug="ann")
    tag = Tag.objects.create(name_en="Secrets", slug="secrets")
    later = timezone.now() + timedelta(hours=1)
    states = [
        ("draft", None),
        ("in-review", toronto(2026, 1, 1)),
        ("ready", later),
        ("withdrawn", toronto(2026, 1, 1)),
    ]
    articles = []
    for kind in ("roundup", "guide"):
        for status, time in states:
            article = make_article(
                f"hidden-{kind}-{status}", title=f"HIDDEN {status}", kind=kind, status=status, published_at=time,
                author=author, withdrawn_reason="-", week_start=toronto(2023, 7, 3).date(),
                year=2026, month=1,
            )  # fmt: skip
            save_article(article, tags=[tag, *Tag.objects.filter(slug="healthcare")])
            articles.append(article)
    return articles


LISTS = (
    "/news/",
    "/guides/",
    "/news/tag/healthcare/",
    "/faq/",
    ROUNDUP,
    "/guides/how-a-round-of-invitations-works/",
)


@pytest.mark.parametrize("url", LISTS)
def test_what_is_not_published_is_in_no_list(client, hidden, url):
    assert "HIDDEN" not in get(client, url)


@pytest.mark.parametrize("url", ["/news/tag/secrets/", "/news/author/ann/"])
def test_a_tag_or_an_author_without_anything_published_has_no_page(client, hidden, url):
    get(client, url, 404)


def test_what_is_not_published_has_no_address_for_readers(client, hidden):
    for article in hidden:
        expected = 200 if article.status == "withdrawn" else 404
        name = "guide" if article.is_guide else "article"
        args = (
            [article.slug] if article.is_guide else [article.year or 2026, article.month or 1, article.slug]
        )
        get(client, reverse(name, args=args), expected)


def test_a_scheduled_article_appears_everywhere_at_its_time(client, hidden):
    for article in hidden:
        if article.status == "ready":
            Article.objects.filter(pk=article.pk).update(published_at=timezone.now() - timedelta(seconds=1))
            article.refresh_from_db()
            assert "HIDDEN ready" in get(client, article.get_absolute_url())
    for url in ("/news/", "/guides/", "/news/tag/secrets/", "/news/author/ann/", "/news/tag/healthcare/"):
        assert "HIDDEN ready" in get(client, url)


def test_news_has_ten_a_page_newest_first(client):
    for day in range(1, 13):
        make_article(f"a-{day}", title=f"Number {day}.", published_at=toronto(2026, 11, day))
    first = get(client, "/news/")
    assert first.index("Number 12.") < first.index("Number 11.")
    assert first.count('class="teaser"') == 10
    assert "Number 2." in get(client, "/news/?page=2")
    assert get(client, "/news/?page=99").count('class="teaser"') == 7
    assert get(client, "/news/?page=x").count('class="teaser"') == 10


def test_teasers_have_their_figures(client):
    assert "from 439 to 511" in words(get(client, "/news/"))


def test_the_list_says_when_there_is_nothing(client):
    Article.objects.all().delete()
    assert "Nothing has been published yet." in get(client, "/news/")
    FaqEntry.objects.all().delete()
    assert "No questions have been answered yet." in get(client, "/faq/")


def test_an_author_has_a_biography_and_discloses_interests(client):
    author = Author.objects.create(
        name="Ann <b>", slug="ann", biography="Writes.", disclosure="Owns nothing."
    )
    make_article(author=author)
    html = get(client, "/news/author/ann/")
    assert "<h1>Ann &lt;b&gt;</h1>" in html
    assert "Writes." in html
    assert "Disclosure: Owns nothing." in words(html)


def test_the_site_wide_questions_are_answered_as_of_today(client):
    html = get(client, "/faq/")
    assert html.count("<details>") == FaqEntry.objects.site_wide().count() >= 8
    assert "When is the next draw?" in html
    assert "not in the record" not in html


def test_no_shipped_article_has_an_unresolved_figure(client):
    for article in Article.objects.published():
        assert "not in the record" not in words(get(client, article.get_absolute_url()))


def heavy(count):
    """Articles with everything an article can have."""
    tags = list(Tag.objects.all()[:3])
    for number in range(count):
        article = make_article(
            f"heavy-{number}", body=EVERYTHING * (number + 1), week_start=toronto(2023, 7, 3).date(),
            standfirst="[[round 255 cutoff]] [[occupations category=trades count]]",
            published_at=toronto(2026, 10, 2 + number),
        )  # fmt: skip
        entries = [FaqEntry(question=f"{n}?", answer="[[round 254 change]]") for n in range(number + 1)]
        save_article(article, entries=entries, tags=tags)
    return article, tags[0]


@pytest.mark.parametrize("count", [1, 12])
def test_queries_do_not_grow_with_rows(record_in_hand, client, django_assert_max_num_queries, count):
    article, tag = heavy(count)
    client.get("/news/")
    for url in ("/news/", tag.get_absolute_url(), article.author.get_absolute_url(), "/guides/", "/faq/"):
        with django_assert_max_num_queries(6):
            get(client, url)
    for url in (article.get_absolute_url(), ROUNDUP, "/guides/how-a-round-of-invitations-works/"):
        with django_assert_max_num_queries(9):
            get(client, url)


@pytest.mark.parametrize("url", [*LISTS, "/news/author/eedraws-desk/"])
def test_readers_get_no_cookie_and_no_session(client, url):
    response = client.get(url)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
