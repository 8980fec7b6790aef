"""The grid of a week: rows by the rules of the one form, all saved or none."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import IntegrityError
from django.utils import timezone

from draws.admin.week_form import WeekFormSet
from draws.clock import Week
from draws.models import Round
from tests.draws.entering import LIST, messages
from tests.draws.week_entering import WEEK, check, confirm, errors, new_rounds, row, sent
from tests.factories import make_round

pytestmark = pytest.mark.django_db


def staff(client, *codenames):
    user = get_user_model().objects.create_user("staff", password="a long password", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client.force_login(user)


def week_shown(client, query):
    response = client.get(f"/admin/draws/round/week/{query}")
    return response.context["week"], messages(response)


def test_a_week_has_a_row_for_each_working_day_and_spare_ones(client, editor):
    response = client.get(WEEK)
    days = [form.day for form in response.context["rows"]]
    assert days == [date(2026, 10, day) for day in range(5, 10)] + [None] * 3
    assert [form.name for form in response.context["rows"]][4:6] == ["Row 5, Friday 9 October", "Row 6"]
    assert "Week of 5 to 11 October 2026" in response.text
    assert "?week=2026-W40" in response.text
    assert "?week=2026-W42" in response.text


@pytest.mark.parametrize(
    "query", ["?week=2026-W41", "?week=2026-w41", "?week=2026-10-07", "?week=2026-10-11"]
)
def test_the_week_is_chosen_by_its_name_or_any_of_its_days(client, editor, query):
    assert week_shown(client, query) == (Week(2026, 41), [])


def test_without_a_choice_it_is_the_present_week(client, editor):
    assert week_shown(client, "") == (Week.of(timezone.localdate()), [])


@pytest.mark.parametrize(
    "asked", ["2026-W60", "2014-W01", "2100-W01", "9999-12-31", "0001-01-01", "nonsense", "<b>", "2026-02-31"]
)
def test_what_is_no_week_leads_to_the_present_one_and_is_told(client, editor, asked):
    week, told = week_shown(client, f"?week={asked}")
    assert week == Week.of(timezone.localdate())
    assert told == [f"“{asked}” is no week from 2015 to 2099. This is the present one."]


def test_the_first_and_the_last_week_have_one_neighbour(client, editor):
    assert "The week before" not in client.get("/admin/draws/round/week/?week=2015-W01").text
    assert "The week after" not in client.get("/admin/draws/round/week/?week=2099-W53").text


def test_draws_of_the_week_that_are_in_the_record_stand_above(client, editor):
    public, waiting = (
        make_round("448", day=date(2026, 10, 5)),
        make_round("449", published_at=None, day=date(2026, 10, 11)),
    )
    make_round("450", day=date(2026, 10, 12))
    response = client.get(WEEK)
    assert list(response.context["known"]) == [public, waiting]
    page = " ".join(response.text.split())
    assert (
        f'<a href="/admin/draws/round/{public.pk}/confirm/">Draw 448, Canadian Experience Class, Monday 5 October</a>'
        in page
    )
    assert "cut-off 517, 2,000 invitations" in page
    assert page.index("Draw 449") < page.index("Not public yet") < page.index("Draws to enter")
    assert "See the week on the site" in page


def test_a_week_without_a_draw_says_so(client, editor):
    page = client.get(WEEK).text
    assert "There is no draw yet." in page
    assert "See the week on the site" not in page


def test_the_check_shows_every_draw_beside_the_last_of_its_type(client, editor):
    response = check(
        client, row("french", crs_cutoff="400"), {}, row(held_text="October 7, 2026 at 14:25:05 UTC")
    )
    seen = response.context["rows"].checked
    assert [(item.round.number, item.last.number) for item in seen] == [("448", "437"), ("449", "447")]
    page = " ".join(response.text.split())
    assert "18 points higher than draw 437" in page
    assert "Last of this type: draw 447" in page
    assert "7 October 2026, 10:25 a.m. EDT (14:25:05 UTC)" in page
    assert "Trade occupations, version 3 was chosen: it was in force on 7 October 2026." in page
    assert "Publish all 2 draws" in page
    assert LogEntry.objects.count() == 0


def test_the_second_draw_of_a_type_is_compared_with_the_first(client, editor):
    first, second = row("french", crs_cutoff="400"), row("french", crs_cutoff="390")
    seen = check(client, first, {}, {}, {}, second).context["rows"].checked
    assert (seen[1].last.number, seen[1].change.points) == ("448", -10)


def test_the_order_is_that_of_the_dates_not_of_the_rows(client, editor):
    later, earlier = row("french", crs_cutoff="390", date="2026-10-09"), row("french", crs_cutoff="400")
    seen = check(client, later, earlier).context["rows"].checked
    assert [(item.row.place, item.round.number) for item in seen] == [(2, "448"), (1, "449")]
    assert seen[1].last.number == "448"


def test_unusual_things_are_told_at_the_check(client, editor):
    response = check(client, row("cec", crs_cutoff="75"))
    remarks = response.context["rows"].checked[0].remarks
    assert remarks == ["The cut-off of 75 is far below the recent ones of its type: from 514 to 523."]
    assert "Look twice" in response.text


def test_publishing_makes_all_of_them_public_at_one_moment(client, editor):
    response = confirm(
        client, row("french", crs_cutoff="400"), row(tie_breaking_text="June 22, 2026 at 20:19:59 UTC")
    )
    assert response.redirect_chain == [(WEEK, 302)]
    assert messages(response) == ["2 draws are public, everywhere on the site: 448, 449."]
    french, trades = new_rounds()
    assert french.published_at == trades.published_at <= timezone.now()
    assert (french.date, french.crs_cutoff, french.invitations) == (date(2026, 10, 5), 400, 3500)
    assert trades.tie_breaking_at == datetime(2026, 6, 22, 20, 19, 59, tzinfo=UTC)
    assert str(trades.version) == "Trade occupations, version 3"
    assert Round.objects.public_record().newest_first().first() == trades
    assert trades.history.first().history_change_reason == "Published"
    assert trades.history.first().history_user == editor
    log = LogEntry.objects.filter(object_id=trades.pk).order_by("pk")
    assert [entry.get_change_message() for entry in log] == ["Added.", "Published."]


def test_saving_without_publishing_leaves_them_waiting(client, editor):
    response = confirm(client, row("french", crs_cutoff="400"), row(), button="save")
    assert response.redirect_chain == [(f"{LIST}?standing=waiting", 302)]
    assert messages(response) == ["2 draws are saved, and not public yet: 448, 449."]
    assert list(Round.objects.waiting().order_by("sequence")) == new_rounds() != []


def test_charts_are_drawn_once_for_a_whole_week(
    client, editor, monkeypatch, django_capture_on_commit_callbacks
):
    drawn = []
    monkeypatch.setattr("draws.charts.job.start", lambda: drawn.append("charts"))
    rows = row("french", crs_cutoff="400"), row()
    with django_capture_on_commit_callbacks(execute=True):
        check(client, *rows)
    assert drawn == []
    with django_capture_on_commit_callbacks(execute=True):
        confirm(client, *rows)
    assert drawn == ["charts"]


def test_nothing_is_saved_that_was_not_shown(client, editor):
    """What was changed after the check is shown once more."""
    digest = check(client, row()).context["rows"].digest
    for checked in (digest, "", "nonsense"):
        response = client.post(WEEK, sent(row(crs_cutoff="477"), checked=checked, publish=""))
        assert "Something has changed since this was checked" in response.text
        assert new_rounds() == []


def test_another_draw_that_came_in_between_is_shown_before_anything_is_saved(client, editor):
    digest = check(client, row()).context["rows"].digest
    make_round("448", "trades", day=date(2026, 10, 5), crs_cutoff=470)
    response = client.post(WEEK, sent(row(), checked=digest, publish=""))
    assert "Something has changed since this was checked" in response.text
    seen = response.context["rows"].checked[0]
    assert (seen.round.number, seen.last.number) == ("449", "448")
    assert not Round.objects.filter(number="449").exists()


def test_a_draw_that_comes_in_at_the_same_moment_saves_nothing_and_loses_nothing(client, editor, monkeypatch):
    real = WeekFormSet.enter

    def enter(rows, *, publish):
        """The database refuses at the end what was right at the check."""
        entered = real(rows, publish=publish)
        if rows.checked:
            raise IntegrityError
        return entered

    monkeypatch.setattr(WeekFormSet, "enter", enter)
    response = confirm(client, row("french", crs_cutoff="400"), row(invitations="1,234"))
    assert "Something has changed since this was checked" in response.text
    assert 'value="1,234"' in response.text
    assert (new_rounds(), LogEntry.objects.count()) == ([], 0)


def test_sending_twice_saves_once(client, editor):
    typed = row(number="448")
    digest = check(client, typed).context["rows"].digest
    form = sent(typed, checked=digest, publish="")
    client.post(WEEK, form)
    response = client.post(WEEK, form)
    assert "is in the record already" in errors(response, 0)["number"][0]
    assert len(new_rounds()) == 1


def test_a_draw_of_one_row_is_published_by_its_own_words(client, editor):
    assert "Publish this draw" in check(client, row()).text
    assert messages(confirm(client, row())) == ["Draw 448 is public, everywhere on the site."]


def test_entering_takes_the_permission_to_add(client):
    staff(client, "view_round", "change_round")
    assert client.get(WEEK).status_code == client.post(WEEK, sent(row())).status_code == 403
    assert "Enter a week" not in client.get(LIST).text


def test_publishing_takes_the_permission_to_change(client):
    staff(client, "view_round", "add_round")
    page = check(client, row())
    assert "Publish this draw" not in page.text
    digest = page.context["rows"].digest
    assert client.post(WEEK, sent(row(), checked=digest, publish="")).status_code == 403
    assert new_rounds() == []
    client.post(WEEK, sent(row(), checked=digest, save=""))
    assert new_rounds()[0].published_at is None


def test_visitors_are_asked_to_log_in(client):
    for response in (client.get(WEEK), client.post(WEEK, sent(row()))):
        assert response.headers["Location"].startswith("/admin/login/")


def test_a_form_without_its_token_saves_nothing(client, editor):
    client.handler.enforce_csrf_checks = True
    assert client.post(WEEK, sent(row(), publish="")).status_code == 403


def test_the_list_and_the_check_of_a_draw_lead_to_the_grid(client, editor):
    assert 'href="/admin/draws/round/week/"' in client.get(LIST).text
    public = make_round("448", day=date(2026, 10, 5))
    assert f'href="{WEEK}"' in client.get(f"/admin/draws/round/{public.pk}/confirm/").text


def test_queries_do_not_grow_with_empty_rows(client, editor, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        client.get(WEEK)
