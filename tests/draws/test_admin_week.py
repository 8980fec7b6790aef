"""The grid of a week: rows by the rules of the one form, all saved or none."""

from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import IntegrityError
from django.utils import timezone

from draws.admin.week_form import WeekFormSet
from draws.clock import Week
from draws.models import Round
from occupations.models import CategoryVersion
from tests.draws.entering import LIST, messages
from tests.draws.week_entering import WEEK, row, sent
from tests.factories import make_round

pytestmark = pytest.mark.django_db

NEW = [str(number) for number in range(448, 456)]


def new_rounds():
    return list(Round.objects.filter(number__in=NEW).order_by("sequence").select_related("version__category"))


def check(client, *rows, week=WEEK):
    """Send rows to be checked; nothing may be saved by that."""
    response = client.post(week, sent(*rows))
    assert response.status_code == 200
    assert new_rounds() == []
    return response


def errors(response, place):
    return {name: list(found) for name, found in response.context["rows"].forms[place].errors.items()}


def confirm(client, *rows, button="publish", **values):
    """Send rows with the button that stands below their check."""
    digest = check(client, *rows).context["rows"].digest
    return client.post(WEEK, sent(*rows, checked=digest, **{button: ""}, **values), follow=True)


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


@pytest.mark.parametrize(
    ("values", "where", "message"),
    [
        ({"number": "255"}, "number", "A draw of this number is in the record already."),
        ({"number": "2023"}, "number", "A number is digits, such as 448, or digits and a letter, such as 91a."),
        ({"number": "4\x008"}, "number", "Null characters are not allowed."),
        ({"crs_cutoff": "1,201"}, "crs_cutoff", "A CRS cut-off is between 1 and 1,200."),
        ({"crs_cutoff": ""}, "crs_cutoff", "This field is required."),
        ({"category": ""}, "category", "This field is required."),
        ({"category": "9" * 30}, "category", "Select a valid choice. That choice is not one of the available choices."),
        ({"invitations": "3.500"}, "invitations", "“3.500” is not a whole number, such as 1500 or 1,500."),
        ({"invitations": "0"}, "invitations", "A draw has at least one invitation."),
        ({"date": ""}, "date", "This field is required."),
        ({"date": "someday"}, "date", "Enter a valid date."),
        ({"date": "2026-10-01"}, "number", "Draw 447 is in the record already with the same type, date, invitations and cut-off."),
        ({"tie_breaking_text": "October 29, 2026 at 06:41:05 UTC"}, "tie_breaking_text", "The tie-breaking moment cannot be after the draw."),
        (
            {
                "held_text": "October 5, 2026 at 14:25:05 UTC",
                "tie_breaking_text": "October 5, 2026 at 14:25:06 UTC",
            },
            "tie_breaking_text",
            "The tie-breaking moment cannot be after the draw.",
        ),
    ],
)  # fmt: skip
def test_a_row_is_held_to_the_rules_of_the_form(client, editor, values, where, message):
    """One wrong row keeps the others from being saved; it is told beside its field and on top, and all stays typed."""
    response = check(client, row(**values), row("french", crs_cutoff="399", invitations="1,234"))
    assert message in errors(response, 0)[where]
    assert errors(response, 1) == {}
    page = response.text
    name = response.context["rows"].forms[0].name
    label = response.context["rows"].forms[0][where].label
    assert f'<a href="#id_row-0-{where}">{name}: {label}: {message}</a>' in unescape(page)
    assert f'id="id_row-0-{where}_error"' in page
    assert 'value="1,234"' in page
    for field, value in values.items():
        if field != "category" and "\0" not in value:
            assert f'value="{value}"' in page
    assert "Publish" not in page


def test_what_is_wrong_in_several_rows_is_told_at_once_in_their_order(client, editor):
    page = check(client, row(crs_cutoff="0"), {}, row(invitations="many")).text
    first = page.index("Row 1, Monday 5 October: CRS cut-off: A CRS cut-off is between 1 and 1,200.")
    assert first < page.index("Row 3, Wednesday 7 October: Invitations: “many” is not a whole number")
    assert "<title>Error:" in " ".join(page.split())


def test_a_number_is_given_to_one_row(client, editor):
    response = check(client, row(number="450"), row("french", crs_cutoff="400", number="450"))
    assert errors(response, 1) == {"number": ["Row 1, Monday 5 October has this number too."]}


def test_a_draw_is_entered_once(client, editor):
    response = check(client, row(), row(date="2026-10-05"))
    assert errors(response, 1) == {
        "number": ["Row 1, Monday 5 October is the same draw: the same type, date, invitations and cut-off."]
    }


def test_numbers_go_on_over_the_rows_that_are_used(client, editor):
    seen = check(client, {}, row(), {}, row("cec", number="450"), row("french", crs_cutoff="400"))
    assert [item.round.number for item in seen.context["rows"].checked] == ["448", "450", "451"]


def test_a_version_out_of_force_asks_for_irccs_page_in_its_row_only(client, editor):
    assert "version_source" not in client.get(WEEK).text
    response = check(client, row("agriculture"), row("french", crs_cutoff="400"))
    assert (
        "No version of Agriculture and agri-food occupations was in force"
        in errors(response, 0)["version"][0]
    )
    assert 'name="row-0-version_source"' in response.text
    assert 'name="row-1-version_source"' not in response.text
    version = CategoryVersion.objects.get(category__slug="agriculture", number=2)
    given = row("agriculture", version=version.pk, version_source="https://www.canada.ca/en/page.html")
    confirm(client, given)
    assert new_rounds()[0].version == version
    assert new_rounds()[0].version_source == "https://www.canada.ca/en/page.html"


def test_a_version_of_another_type_is_refused(client, editor):
    version = CategoryVersion.objects.get(category__slug="stem", number=3)
    assert (
        "is not a version of Trade occupations."
        in errors(check(client, row(version=version.pk)), 0)["version"][0]
    )


def test_words_that_cannot_be_read_are_kept_and_told_at_the_check(client, editor):
    words = "October 7 at 16:38:21 UTC"
    response = check(client, row(tie_breaking_text=words))
    assert f"“{words}” is kept as it is, without a moment: no year is given." in response.text
    confirm(client, row(tie_breaking_text=words))
    assert (new_rounds()[0].tie_breaking_text, new_rounds()[0].tie_breaking_at) == (words, None)


def test_moments_come_from_words_alone(client, editor):
    confirm(client, row(held_at="2026-10-05T10:00:00", tie_breaking_at="2026-10-05T09:00:00"))
    assert (new_rounds()[0].held_at, new_rounds()[0].tie_breaking_at) == (None, None)


def test_rows_without_a_draw_save_nothing(client, editor):
    response = check(client)
    assert response.context["rows"].non_form_errors() == [
        "Fill in a type of draw, a cut-off and invitations in at least one row."
    ]
    assert check(client, {"number": "448"}, {"held_text": "October 6"}).context["ready"] is False


def test_what_stands_in_a_row_without_a_draw_is_not_dropped_unsaid(client, editor):
    response = check(client, row(), {"held_text": "October 6, 2026 at 14:25:05 UTC"}, {"date": "2026-10-07"})
    page = " ".join(response.text.split())
    assert "Row 2, Tuesday 6 October has no type, cut-off and invitations." in page
    assert "Row 3, Wednesday 7 October has no type" not in page


def test_a_row_may_have_a_day_beyond_the_week(client, editor):
    confirm(client, row(date="2026-10-14"))
    assert new_rounds()[0].date == date(2026, 10, 14)


def test_a_draw_of_one_row_is_published_by_its_own_words(client, editor):
    assert "Publish this draw" in check(client, row()).text
    assert messages(confirm(client, row())) == ["Draw 448 is public, everywhere on the site."]


@pytest.mark.parametrize(
    "garbage",
    [
        {},
        {"publish": ""},
        {"row-TOTAL_FORMS": "-1", "row-INITIAL_FORMS": "8", "check": ""},
        {"row-TOTAL_FORMS": "1000000", "row-INITIAL_FORMS": "0", "check": ""},
        {"row-TOTAL_FORMS": "x", "row-INITIAL_FORMS": "\0", "checked": "\0", "save": ""},
        {"row-TOTAL_FORMS": "8", "row-INITIAL_FORMS": "8", "row-0-crs_cutoff": "\0", "check": ""},
        {"row-TOTAL_FORMS": "8", "row-INITIAL_FORMS": "0", "row-0-date": "9" * 400, "row-0-category": "\0"},
        {"row-TOTAL_FORMS": "8", "row-INITIAL_FORMS": "0", "row-7-invitations": "9" * 9, "row-7-number": "9" * 99},
    ],
)  # fmt: skip
def test_a_form_in_no_order_saves_nothing(client, editor, garbage):
    response = client.post(WEEK, garbage)
    assert response.status_code == 200
    assert response.context["ready"] is False
    assert new_rounds() == []


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
