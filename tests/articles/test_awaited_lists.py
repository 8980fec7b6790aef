"""What articles show of a type of draw that was announced without its list: "not known yet", never 0 or "no"."""

from datetime import date

import pytest
from django.utils.html import strip_tags

from articles.checking import problems
from articles.live import fill_article
from articles.models import Article
from articles.saving import save_article
from articles.targets import Targets
from core.writing import write
from occupations.models import Listing, Occupation
from tests.factories import make_article, make_awaited_version, publish_record, toronto

pytestmark = pytest.mark.django_db

ANNOUNCED = toronto(2026, 11, 4, 9)
NOW = toronto(2026, 11, 22, 12)
TABLE = "[[occupations category=trades,transport]]"


@pytest.fixture(autouse=True)
def awaited(db):
    publish_record()
    return make_awaited_version()


def publish(version):
    """Publish the list, with one occupation on it, on 12 November 2026."""
    version.list_awaited, version.list_published = False, date(2026, 11, 12)
    write(version)
    legislators = Occupation.objects.get(code="00010")
    write(Listing(version=version, occupation=legislators, title_as_published="Synthetic"))


def told(body, **fields):
    values = {"kind": "news", "published_at": ANNOUNCED, "standfirst": "-"} | fields
    article = make_article(f"article-{Article.objects.count()}", body=body, **values)
    save_article(article, entries=[])
    return " ".join(strip_tags(fill_article(article, [], NOW).body).split())


@pytest.mark.parametrize("lists", ["trades", "trades,transport", "transport,trades"])
def test_what_an_awaited_list_counts_is_not_known(lists):
    assert told(f"So [[occupations category={lists} count]].") == "So not known yet."


def test_an_older_list_of_the_type_is_known():
    text = "[[occupations category=trades on=2026-11-02 count]] [[occupations category=transport count]]"
    assert told(text) == "25 4"


def test_the_table_of_an_awaited_list_says_so():
    text = told(TABLE)
    assert (
        "Trades · List in force on 4 November 2026 Not known yet on 4 November 2026: its list was not published yet. "
        "Transport · List in force on 4 November 2026 22313"
    ) in text


def test_what_is_on_no_published_list_today_may_be_on_the_awaited_one():
    text = told("[[occupations category=trades,transport,agriculture on=2023-07-07]]")
    assert "73300 Transport truck drivers Not known yet; it was until 26 February 2025" in text
    assert "72310 Carpenters Not known yet; it was until 2 November 2026" in text
    assert "72600 Air pilots, flight engineers and flying instructors Yes: Transport" in told(TABLE)
    assert (
        "Not known yet: the list of Trade occupations, announced on 3 November 2026, is not published yet."
        in text
    )


def test_the_list_is_shown_as_it_was_known_on_the_day_of_the_article(awaited):
    publish(awaited)
    count = "[[occupations category=trades count]]"
    assert told(count) == "not known yet"
    assert "Not known yet on 4 November 2026" in told(TABLE)
    assert told(count, published_at=toronto(2026, 11, 12, 9)) == "1"
    assert told("[[occupations category=trades as_of=now count]]") == "1"
    assert told(count, kind="guide") == "1"
    assert "00010 Synthetic Yes: Trades" in told(TABLE, kind="guide")
    assert "Not known yet" not in told(TABLE, kind="guide")


def test_an_editor_may_refer_to_an_awaited_list(awaited):
    assert problems(TABLE, Targets(ANNOUNCED)) == []
    article = make_article("announced", body=TABLE, kind="news", published_at=ANNOUNCED)
    save_article(article, entries=[])
    assert awaited.pk in article.references.values_list("version", flat=True)
