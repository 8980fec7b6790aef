"""The newsroom opens on what needs doing."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from articles.saving import save_article
from articles.untold import untold
from draws.models import HeldRow, Round, SyncRun
from eedraws.newsroom.lines import SHOWN
from eedraws.newsroom.today import LINES, lines
from eedraws.roles import ROLES
from occupations.models import Listing
from tests.eedraws.newsroom import NOON, TODAY, text
from tests.factories import (
    make_article,
    make_awaited_version,
    make_busy_newsroom,
    make_failed_check,
    make_held_row,
    make_person,
    make_proposal,
    make_round,
    make_superuser,
    toronto,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]

DRAFT = {"status": "draft", "published_at": None}


def line(user, title):
    return next(line for line in lines(user) if line.title == title)


def words(found):
    return [item.words for item in found.items]


class TestDraws:
    def test_that_wait_lead_to_their_check(self, chief):
        draw = make_round(published_at=None)
        found = line(chief, "Draws to check and publish")
        assert (words(found), found.items[0].url) == (["Draw 448"], f"/admin/draws/round/{draw.pk}/confirm/")
        assert found.items[0].note == "Canadian Experience Class, 13 October 2026"

    def test_without_a_story_stand_by_week_with_what_to_write(self, chief):
        newest = make_round("449", day=TODAY)
        make_round("448", day=date(2026, 11, 17))
        make_round("447a", day=date(2026, 10, 20))
        make_round("450", day=TODAY, published_at=None)
        first, second = line(chief, "Draws without a story").items
        assert (first.words, second.words) == ("Draw 449", "Draw 448")
        assert [(action.name, action.arg) for action in first.actions + first.heading_actions] == [
            ("admin:articles_article_flash", newest.pk),
            ("admin:articles_article_roundup", "2026-W48"),
        ]
        assert (first.heading, second.heading) == (
            "Week of 23 to 29 November 2026",
            "Week of 16 to 22 November 2026",
        )

    def test_of_one_week_share_one_roundup(self, chief):
        make_round("449", day=TODAY)
        make_round("448", day=TODAY - timedelta(days=1))
        first, second = line(chief, "Draws without a story").items
        assert (bool(first.heading), bool(second.heading)) == (True, False)
        assert second.heading_actions == ()

    @pytest.mark.parametrize(
        ("body", "told"),
        [
            ("[[round 448 cutoff]]", True),
            ("[[draws week=2026-W48]]", True),
            ("[[draws year=2026 category=cec]]", True),
            ("[[draws year=2026 category=french]]", False),
            ("[[draws week=2026-W47]]", False),
            ("Draw 448", False),
        ],
    )
    def test_are_told_by_what_an_article_refers_to(self, chief, body, told):
        make_round("448", day=TODAY)
        story = make_article(kind="news", body=body, published_at=NOON)
        save_article(story)
        assert (line(chief, "Draws without a story").count == 0) == told

    @pytest.mark.parametrize(
        ("fields", "told"),
        [
            (DRAFT, True),
            ({"status": "in-review", "published_at": None}, True),
            ({"status": "ready", "published_at": NOON + timedelta(days=1)}, True),
            ({"status": "withdrawn", "withdrawn_reason": "Wrong."}, False),
        ],
        ids=["draft", "in review", "scheduled", "withdrawn"],
    )
    def test_are_told_by_drafts_and_not_by_what_was_withdrawn(self, chief, fields, told):
        make_round("448", day=TODAY)
        story = save_article(make_article(kind="news", body="[[round 448 cutoff]]", published_at=NOON))
        Article.objects.filter(pk=story.pk).update(**fields)
        assert (line(chief, "Draws without a story").count == 0) == told

    def test_are_those_that_articles_about_them_would_find(self):
        """`untold` asks from the other side what Article.objects.about asks."""
        rounds = Round.objects.public_record().filter(date__year__gte=2023).select_related("version")
        articles = Article.objects.filter(status="ready")
        without = {draw.pk for draw in rounds if not articles.about(draw).exists()}
        assert set(untold(rounds).values_list("pk", flat=True)) == without
        assert 0 < len(without) < rounds.count()

    def test_not_compared_with_irccs_page(self, chief):
        draw = make_round("448", day=TODAY, verified=False)
        found = line(chief, "Draws not compared with IRCC's page")
        assert found.items[0].url == f"/admin/draws/round/{draw.pk}/change/"
        assert found.count == Round.objects.filter(verified=False).count()

    def test_in_the_feed_that_are_held_or_others_than_recorded(self, chief):
        held, proposal = make_held_row(), make_proposal()
        make_proposal("256", decision="rejected")
        HeldRow.objects.filter(pk=make_held_row("Other").pk).update(resolved_at=NOON)
        rows, proposals = (
            line(chief, title)
            for title in ("Rows of IRCC's feed that are held", "Corrections proposed by IRCC's feed")
        )
        assert (rows.count, rows.items[0].url) == (1, f"/admin/draws/heldrow/{held.pk}/change/")
        assert (proposals.count, proposals.items[0].url) == (
            1,
            f"/admin/draws/proposedcorrection/{proposal.pk}/change/",
        )
        assert proposals.items[0].note == "463 in the record, 464 in IRCC's feed"


class TestArticles:
    def test_say_whose_they_are_and_how_old(self, chief):
        ann = make_person("Writer", "ann", first_name="Ann", last_name="Lee")
        with time_machine.travel(NOON - timedelta(days=3), tick=False):
            make_article("draft", title="Three days old", owner=ann, **DRAFT)
        make_article("new", title="New", **DRAFT)
        found = line(chief, "Drafts")
        assert [(item.words, item.note.replace("\xa0", " ")) for item in found.items] == [
            ("New", "in nobody's hands, saved just now"),
            ("Three days old", "Ann Lee, saved 3 days ago"),
        ]

    def test_are_as_old_as_their_last_revision(self, chief):
        with time_machine.travel(NOON - timedelta(days=3), tick=False):
            article = make_article("draft", kind="news", **DRAFT)
        with time_machine.travel(NOON - timedelta(hours=2), tick=False):
            save_article(article)
        assert line(chief, "Drafts").items[0].note.replace("\xa0", " ").endswith("saved 2 hours ago")

    def test_say_when_they_appear(self, chief):
        make_article("later", published_at=toronto(2026, 12, 1, 9))
        found = line(chief, "Scheduled articles")
        assert found.items[0].note == "appears on 1 December 2026, 9:00 a.m. EST; in nobody's hands"

    def test_in_review_and_with_changes_that_readers_do_not_have(self, chief):
        make_article("review", title="Reviewed", status="in-review", published_at=None)
        make_article("changed", title="Changed", version=3, live_version=2)
        assert words(line(chief, "Articles in review")) == ["Reviewed"]
        assert words(line(chief, "Changes that readers do not have yet")) == ["Changed"]

    def test_are_due_for_a_review_on_their_day(self, chief):
        make_article("due", title="Due", review_by=TODAY)
        make_article("later", title="Not yet", review_by=TODAY + timedelta(days=1))
        make_article("gone", title="Gone", review_by=TODAY, status="withdrawn", withdrawn_reason="Wrong.")
        assert words(line(chief, "Reviews due")) == ["Due"]

    def test_that_the_desk_could_not_check_are_named_with_the_reason(self, chief):
        failed = make_article("failed", title="Failed")
        gone = make_article("gone", title="Gone", status="withdrawn", withdrawn_reason="Wrong.")
        make_failed_check(failed, failure="slow")
        make_failed_check(gone)
        make_failed_check(make_article("read", title="Read"), failure="")
        found = line(chief, "Articles that the fact desk could not check")
        assert [(item.words, item.note) for item in found.items] == [
            ("Failed", "it took too long; in nobody's hands")
        ]

    def test_of_others_are_no_affair_of_a_writer(self):
        ann = make_person("Writer", "ann")
        for title, owner in (("Ann's", ann), ("Bob's", make_person("Writer", "bob")), ("Nobody's", None)):
            make_article(title[:3].lower(), title=title, owner=owner, **DRAFT)
        found = line(ann, "Drafts")
        assert (words(found), found.count) == (["Ann's"], 1)
        assert found.all_url == "/admin/articles/article/?state=draft&hands=mine"


class TestLists:
    def test_that_are_awaited_lead_to_their_publication(self, chief):
        version = make_awaited_version()
        found = line(chief, "Lists announced and not published")
        assert found.items[0].url == f"/admin/occupations/categoryversion/{version.pk}/publish-list/"
        assert found.items[0].note == "announced on 3 November 2026"

    def test_that_were_not_compared_are_counted_by_version(self, chief):
        Listing.objects.update(verified_on=TODAY)
        version = Listing.objects.first().version
        version.listings.update(verified_on=None)
        found = line(chief, "Lists not compared with the official page")
        assert found.items[0].note == f"{version.listings.count()} entries"
        assert found.items[0].url == f"/admin/occupations/categoryversion/{version.pk}/verify-list/"
        assert found.count == 1


ALL = {
    "Draws without a story", "Articles in review", "Drafts", "Reviews due",
    "Answers that the record has moved past", "Draws to check and publish", "Rows of IRCC's feed that are held", "Scheduled articles",
    "Changes that readers do not have yet", "Draws not compared with IRCC's page",
    "Corrections proposed by IRCC's feed", "Lists announced and not published",
    "Lists not compared with the official page", "Problems with alerts by e-mail",
    "Messages of readers", "Published texts that the record contradicts",
    "Claims that time has overtaken",
    "Articles that the fact desk could not check",
}  # fmt: skip
KEEPERS = {
    "Corrections proposed by IRCC's feed", "Lists announced and not published",
    "Lists not compared with the official page",
}  # fmt: skip
WRITERS = {
    "Draws without a story", "Articles in review", "Drafts", "Reviews due",
    "Published texts that the record contradicts",
    "Claims that time has overtaken",
    "Articles that the fact desk could not check",
}  # fmt: skip


@pytest.mark.parametrize(
    ("role", "titles"),
    [("Writer", WRITERS), ("Editor", ALL - KEEPERS), ("Data keeper", ALL), ("Administrator", ALL)],
)
def test_each_role_sees_what_it_may_do_and_may_follow_every_link(client, role, titles):
    make_busy_newsroom(times=2)
    person = make_person(role, "worker")
    Article.objects.filter(slug__in=["draft-0", "review-0", "due-0"]).update(owner=person)
    client.force_login(person)
    found = lines(person)
    assert {line.title for line in found} == titles
    for each in found:
        assert client.get(each.all_url).status_code == 200, each.title
        for item in each.items:
            assert client.get(item.url).status_code == 200, item


@pytest.mark.parametrize("role", [*ROLES, "superuser"])
def test_asks_the_database_as_often_however_much_there_is(client, role):
    client.force_login(make_superuser() if role == "superuser" else make_person(role, "worker"))
    counts = []
    for times in (0, 1, 12):
        make_busy_newsroom(times) if times else None
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/admin/").status_code == 200
        counts.append(len(queries))
        Article.objects.filter(pk__gt=0, slug__regex="-[0-9]+$").delete()
        Round.objects.filter(number__startswith="s").delete()
        HeldRow.objects.all().delete()
        SyncRun.objects.all().delete()
    assert counts[0] == counts[1] == counts[2]
    assert counts[0] <= len(LINES) + 12


def test_a_long_line_shows_the_first_and_leads_to_all(client, chief):
    for number in range(SHOWN + 12):
        make_article(f"draft-{number}", title=f"Draft {number}", **DRAFT)
    page = text(client)
    assert page.count(">Draft ") == SHOWN
    assert 'href="/admin/articles/article/?state=draft">and 12 more' in page


# To entries where versions are counted, to all draws of these weeks, to all questions, to the numbers of all alerts, to all
# texts with the sentences that are wrong.
LEAD_TO_MORE = {
    "Lists not compared with the official page",
    "Draws without a story",
    "Answers that the record has moved past",
    "Problems with alerts by e-mail",
    "Published texts that the record contradicts",
    "Claims that time has overtaken",
}


def test_every_list_that_a_line_leads_to_holds_what_the_line_counts(client, chief):
    make_busy_newsroom(times=2)
    for found in lines(chief):
        if found.title in LEAD_TO_MORE:
            continue
        assert client.get(found.all_url).context["cl"].result_count == found.count, found.title


def test_what_is_not_to_be_done_is_said_in_words(client, chief):
    page = text(client)
    assert "No draw waits for its publication." in page
    assert "No draft is being written." in page
    assert "Nothing waits for you" not in page


def test_somebody_for_whom_nothing_waits_is_told_so(client):
    client.force_login(make_person("Writer"))
    page = text(client)
    assert "Nothing waits for you" in page
    assert "No draft is being written." in page


def test_an_action_without_an_address_is_not_offered(client, chief):
    make_round("448", day=TODAY)
    page = text(client)
    assert "Draws without a story" in page
    assert 'href=""' not in page


def test_today_comes_before_the_list_of_everything(client, chief):
    page = text(client)
    assert (
        page.index("<h1>Today</h1>") < page.index("Check IRCC now") < page.index("Everything in the newsroom")
    )


def test_who_has_no_role_sees_no_work(client):
    person = make_person("Writer")
    person.groups.clear()
    client.force_login(person)
    assert lines(person) == []
    assert client.get("/admin/").status_code == 200
