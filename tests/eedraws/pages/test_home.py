"""The front page. The clock is passed in; the record is the shipped one, which ends on 1 October 2026."""

import re
from datetime import date

import pytest

from articles.models import Article
from draws.models import Round
from eedraws.pages.home import front_page
from tests.factories import make_article, make_round, publish_record, toronto

pytestmark = pytest.mark.django_db
IN_TIME = toronto(2026, 10, 2, 12)
TOO_LATE = toronto(2026, 11, 22, 12)


@pytest.fixture(autouse=True)
def followed_record(db):
    publish_record()


def numbers(pairs):
    return [round.number for round, change in pairs]


def words(response):
    """Return the text that a reader meets; a link in brackets is set apart from nothing."""
    html = re.sub(r"\(<a [^>]+>(\w+)</a>\)", r"(\1)", response.text)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_newest_draws_are_those_of_the_last_week_of_the_record_newest_first():
    assert numbers(front_page(TOO_LATE)["draws"]) == ["447", "446", "445"]


def test_each_change_is_from_the_draw_before_it_of_its_type():
    changes = {round.number: change for round, change in front_page(TOO_LATE)["draws"]}
    assert {number: (change.points, change.previous.number) for number, change in changes.items()} == {
        "447": (-1, "408"),
        "446": (-1, "443"),
        "445": (-9, "442"),
    }


def test_three_draws_of_a_type_in_a_week_are_each_compared_with_the_one_before():
    make_round("448", day=date(2026, 10, 2), crs_cutoff=515)
    make_round("449", day=date(2026, 10, 3), crs_cutoff=510)
    page = front_page(toronto(2026, 10, 3, 12))
    assert numbers(page["draws"]) == ["449", "448", "447", "446", "445"]
    assert [change.points for round, change in page["draws"]] == [-5, -3, -1, -1, -9]


@pytest.mark.parametrize(
    ("now", "is_this_week"),
    [
        (IN_TIME, True),
        (toronto(2026, 10, 4, 23, 59), True),
        (toronto(2026, 10, 5), False),
        (toronto(2026, 10, 22), False),
        (TOO_LATE, False),
    ],
)
def test_this_week_is_said_only_in_the_week_of_the_newest_draw(now, is_this_week):
    assert front_page(now)["is_this_week"] is is_this_week


def test_active_types_stand_with_their_newest_draw_in_reading_order():
    active = front_page(TOO_LATE)["active"]
    assert [(round.category.slug, round.number, round.crs_cutoff) for round, change in active] == [
        ("cec", "446", 518),
        ("pnp", "445", 725),
        ("french", "437", 382),
        ("healthcare", "441", 475),
        ("trades", "447", 476),
        ("transport", "434", 470),
        ("physicians", "440", 198),
        ("senior-managers", "444", 389),
        ("military", "430", 368),
    ]


def test_the_only_draw_of_a_type_has_no_change():
    changes = {round.number: change for round, change in front_page(TOO_LATE)["active"]}
    assert changes["430"] is None


def test_types_without_a_draw_for_over_12_months_stand_apart():
    dormant = front_page(TOO_LATE)["dormant"]
    assert [round.category.slug for round, change in dormant] == [
        "general",
        "fsw",
        "fst",
        "stem",
        "agriculture",
        "education",
    ]


def test_drafts_and_withdrawn_draws_do_not_show():
    make_round("448", day=date(2026, 10, 2), published_at=None)
    make_round("449", day=date(2026, 10, 2), withdrawn_at=IN_TIME, withdrawn_reason="Not held.")
    assert numbers(front_page(IN_TIME)["draws"]) == ["447", "446", "445"]


def test_changes_of_the_lists_are_those_of_the_two_newest_days():
    days = [day for day, changes in front_page(TOO_LATE)["list_changes"]]
    assert days == [date(2026, 2, 18), date(2025, 12, 8)]


def test_lead_is_the_newest_roundup_and_news_the_others():
    Article.objects.all().delete()
    old = make_article("old", published_at=toronto(2026, 9, 1))
    lead = make_article("lead", published_at=toronto(2026, 9, 20))
    story = make_article("story", kind=Article.Kind.NEWS, published_at=toronto(2026, 9, 25))
    guide = make_article("guide", kind=Article.Kind.GUIDE, published_at=toronto(2026, 9, 26))
    make_article("draft", status=Article.Status.DRAFT)
    make_article("scheduled", published_at=toronto(2026, 10, 3))
    page = front_page(IN_TIME)
    assert (page["lead"], page["news"], page["guides"]) == (lead, [story, old], [guide])


def test_the_page_tells_the_age_of_a_record_that_has_ended(client, time_machine):
    time_machine.move_to(TOO_LATE)
    text = words(client.get("/"))
    assert "Record complete to 1 October 2026; later draws may be missing." in text
    assert "The newest draws in the record" in text
    assert not re.search(r"(?i)this week|latest|days since", text)


def test_the_page_of_a_fresh_record_speaks_of_this_week(client, time_machine):
    time_machine.move_to(IN_TIME)
    text = words(client.get("/"))
    assert "This week's draws" in text
    assert "later draws may be missing" not in text


def test_nominees_cut_offs_say_what_they_include(client):
    text = words(client.get("/"))
    assert "725 cut-off in points; includes 600 points for the nomination" in text
    assert "Cut-offs of provincial nominees include 600 points for the nomination." in text
    assert "Provincial nominees cut-off includes 600 points cut-off 725" in text


def test_a_type_that_stands_in_short_is_written_out_before_the_draws(client):
    long = "Science, technology, engineering and math (STEM) occupations"
    assert words(client.get("/")).index("476 cut-off in points") < words(client.get("/")).index(long)
    make_round("448", "stem", day=date(2026, 10, 2))
    text = words(client.get("/"))
    assert text.index(long) < text.index("STEM 517 cut-off in points")


def test_the_lists_of_february_2026_are_told_in_full(client):
    text = words(client.get("/"))
    assert "18 February 2026 Healthcare and social services occupations : changed, version 3" in text
    assert "Transport occupations : back, version 2" in text
    assert "Agriculture and agri-food occupations : ended" in text
    assert "Researchers with Canadian work experience : new" in text


def test_the_page_asks_for_a_job_and_leads_to_its_search(client):
    html = client.get("/").text
    assert 'action="/occupations/"' in html
    assert 'name="q"' in html


def test_an_empty_record_is_said_to_be_empty(client, empty_record):
    text = words(client.get("/"))
    assert "The record holds no draws yet." in text


def count(client, django_assert_max_num_queries, limit=8):
    with django_assert_max_num_queries(limit) as queries:
        assert client.get("/").status_code == 200
    return len(queries)


def test_queries_do_not_grow_with_rows(client, record_in_hand, django_assert_max_num_queries):
    few = count(client, django_assert_max_num_queries)
    for number in range(448, 460):
        make_round(str(number), "cec" if number % 2 else "pnp", day=date(2026, 10, 1))
        make_article(f"article-{number}", kind=list(Article.Kind)[number % 3])
    assert Round.objects.count() == 460
    assert count(client, django_assert_max_num_queries) == few
