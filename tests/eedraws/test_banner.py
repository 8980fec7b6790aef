"""The banner of Today: what is new, and how fresh the record is."""

import re
from datetime import timedelta

import pytest
import time_machine

from draws.models import SyncRun
from tests.eedraws.newsroom import NOON, TODAY, text
from tests.factories import (
    make_held_row,
    make_person,
    make_round,
    make_sync_run,
    toronto,
)
from tests.html import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


def banner(client):
    page = text(client)
    return re.sub(r"<[^>]+>| +", " ", page[page.index('class="news ') : page.index('class="today"')])


class TestBanner:
    @pytest.fixture(autouse=True)
    def logged_in(self, chief):
        """Everything may be seen."""

    def test_names_the_draws_of_today_and_who_does_not_see_them_yet(self, client):
        make_sync_run()
        make_round("448", day=TODAY)
        waiting = make_round("449", day=TODAY, published_at=None)
        said = " ".join(banner(client).split())
        assert "New today: draw 448 , draw 449 Not public yet" in said
        assert f"/admin/draws/round/{waiting.pk}/confirm/" in text(client)

    def test_says_that_there_is_none_only_when_irccs_page_was_read_today(self, client):
        make_sync_run(started_at=NOON - timedelta(minutes=40))
        assert "No new draw; IRCC's page checked at 12:05 p.m." in banner(client)

    def test_says_that_nothing_is_known_where_the_last_reading_was_yesterday(self, client):
        make_sync_run(started_at=NOON - timedelta(days=1))
        said = banner(client)
        assert "Whether there is a new draw is not known." in said
        assert "IRCC's page was last checked at 12:45 p.m. on Thursday 26 November 2026." in said
        assert "No new draw" not in said

    def test_says_that_nothing_is_known_where_it_was_never_read(self, client):
        make_sync_run(is_official=False, source="/a/copy")
        said = banner(client)
        assert "not known: IRCC's page has never been checked" in said
        assert "No new draw" not in said

    @pytest.mark.parametrize(
        "outcome", [SyncRun.Outcome.FAILED, SyncRun.Outcome.REFUSED, SyncRun.Outcome.OLD]
    )
    def test_an_attempt_that_came_to_nothing_is_no_reading(self, client, outcome):
        make_sync_run(outcome=outcome)
        said = banner(client)
        assert "never been checked" in said
        assert "The attempt of 27 November 2026, 12:45 p.m. EST failed." in said
        assert str(outcome.label) in said

    def test_a_row_that_is_held_may_be_a_new_draw(self, client):
        make_held_row()
        said = banner(client)
        assert "IRCC's feed has 1 row that nobody has looked at. It may be a new draw." in said
        assert "No new draw" not in said

    def test_the_day_is_torontos(self, client):
        make_sync_run(started_at=NOON)
        make_round("448", day=TODAY)
        with time_machine.travel(toronto(2026, 11, 27, 23, 30), tick=False):
            assert "New today: draw 448" in " ".join(banner(client).split())
        with time_machine.travel(toronto(2026, 11, 28, 0, 30), tick=False):
            assert "New today" not in banner(client)

    def test_a_withdrawn_draw_is_no_news(self, client):
        make_round("448", day=TODAY, withdrawn_at=NOON, withdrawn_reason="No draw.")
        assert "New today" not in banner(client)

    @pytest.mark.parametrize(("role", "there"), [("Writer", False), ("Editor", True)])
    def test_the_button_is_for_those_who_may_check(self, client, role, there):
        client.force_login(make_person(role))
        page = Page(client.get("/admin/").text)
        assert (("button", "check") in [(tag, a.get("name")) for tag, a in page.elements]) == there
