"""What is paid for says so: above the headline, in lists, in links, and not only there."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from articles.markup import PAID_REL, has_paid_link, render
from articles.models import Article, Author, FaqEntry
from articles.revisions import newest_state, state_of
from articles.saving import save_article, save_entry
from tests.factories import make_article
from tests.html import Page
from tests.pages.making import sponsored_article

pytestmark = pytest.mark.django_db

PAID = "[A course](https://course.example/){sponsored}"


def test_a_paid_link_says_so_in_its_words_and_to_machines():
    html = render(f"Take {PAID}, or [none](/draws/255/).").html
    assert f'<a href="https://course.example/" rel="{PAID_REL}">A course (paid link)</a>' in html
    assert '<a href="/draws/255/" rel="noopener">none</a>' in html
    assert "{sponsored}" not in html
    assert PAID_REL == "sponsored nofollow noopener"


@pytest.mark.parametrize("source", ["{sponsored}", "[a](b) {sponsored}", "`[a](b){sponsored}`", "a"])
def test_other_text_is_no_paid_link(source):
    assert not has_paid_link(source)


def test_no_hand_written_rel_gets_through():
    assert 'rel="noopener"' in render('[a](https://a.example/ "rel=sponsored")').html


@pytest.mark.parametrize("field", ["body", "standfirst"])
def test_a_paid_link_asks_how_the_article_is_paid_for(field):
    article = make_article("paid", kind="news", **{field: PAID})
    with pytest.raises(ValidationError) as refused:
        save_article(article)
    assert refused.value.message_dict["funding"] == [
        "A link of the text is marked {sponsored}. Choose how the article is paid for."
    ]
    article.funding = "affiliate"
    save_article(article)
    assert PAID_REL in article.standfirst_html + article.body_html


def test_a_paid_link_in_an_answer_asks_too():
    article = make_article("paid", kind="news")
    entries = [FaqEntry(question="Which course?", answer=PAID)]
    with pytest.raises(ValidationError):
        save_article(article, entries=entries)
    article.funding = "affiliate"
    save_article(article, entries=entries)
    with pytest.raises(ValidationError, match="in an article only"):
        save_entry(FaqEntry(question="And which of all?", answer=PAID))


def test_a_sponsored_article_names_its_sponsor():
    article = make_article("paid", kind="news")
    article.funding = "sponsored"
    with pytest.raises(ValidationError, match="Say who sponsors the article"):
        save_article(article)
    article.sponsor = "Synthetic Courses"
    assert save_article(article).funding_label == "Sponsored by Synthetic Courses"
    with pytest.raises(IntegrityError):
        Article.objects.filter(pk=article.pk).update(sponsor="")


def test_a_revision_carries_it_and_one_from_before_has_none():
    article = make_article("paid", kind="news", funding="affiliate")
    save_article(article)
    article.funding, article.sponsor = "sponsored", "Synthetic Courses"
    save_article(article, live=False)
    fresh = Article.objects.get(pk=article.pk)
    assert fresh.funding_label == "Contains affiliate links"
    assert newest_state(fresh).article.funding_label == "Sponsored by Synthetic Courses"
    revision = article.revisions.get(number=1)
    del revision.content["funding"], revision.content["sponsor"]
    assert state_of(revision, fresh).article.funding_label == ""


def test_readers_are_told_above_the_headline_and_of_the_licence(client):
    html = client.get(sponsored_article()).text
    label = html.index(
        '<p class="funding-label"><a href="/about/funding/">Sponsored by Synthetic Courses</a>'
    )
    assert label < html.index("<h1>")
    text = Page(html).text
    assert "licensed by College of Synthetic Consultants, number S000001" in text
    assert "discloses: The author advises people who apply." in text
    page = Page(client.get("/news/author/robin-synthetic/").text).text
    assert "College of Synthetic Consultants, number S000001" in page
    assert "The author advises people who apply." in page


def test_lists_repeat_it(client):
    sponsored_article()
    make_article("affiliate-guide", kind="guide", funding="affiliate")
    for path, label in [
        ("/", "Sponsored by Synthetic Courses"),
        ("/", "Contains affiliate links"),
        ("/news/", "Sponsored by Synthetic Courses"),
        ("/guides/", "Contains affiliate links"),
        ("/about/funding/", "Sponsored by Synthetic Courses"),
        ("/about/funding/", "Contains affiliate links"),
    ]:
        assert label in client.get(path).text, (path, label)


def test_without_any_the_page_about_it_says_so(client, settings):
    assert "No article on this site is sponsored" in client.get("/about/funding/").text
    assert "The site has no income." in client.get("/about/funding/").text
    settings.FUNDING_TEXT = "A synthetic foundation pays for it."
    text = client.get("/about/funding/").text
    assert "A synthetic foundation pays for it." in text
    assert "The site has no income." not in text


def test_drafts_are_not_listed_as_paid_for(client):
    make_article("later", status="draft", published_at=None, funding="affiliate", title="A xylophone")
    assert "xylophone" not in client.get("/about/funding/").text


def test_half_a_licence_is_none():
    with pytest.raises(ValidationError, match="who gave it and its number"):
        Author(name="A", slug="a", licensing_body="A college").full_clean()
