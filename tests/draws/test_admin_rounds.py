"""The form in which draws are entered: what it proposes, reads, refuses in words, and keeps."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.utils import timezone

from draws.models import PoolDistribution, Round
from occupations.models import Category, CategoryVersion
from tests.factories import make_editor, make_round

pytestmark = pytest.mark.django_db

ADD = "/admin/draws/round/add/"
LIST = "/admin/draws/round/"


@pytest.fixture
def editor(client):
    editor = make_editor()
    client.force_login(editor)
    return editor


def typed(**values):
    """What an editor types for a draw, as a browser sends it; the four required fields and the type."""
    category = Category.objects.get(slug=values.pop("type", "trades"))
    return {
        "category": category.pk,
        "number": "448",
        "date": "2026-11-19",
        "invitations": "3,500",
        "crs_cutoff": "476",
        "_save": "",
    } | values


def change(client, round, **values):
    """Send the form of a round as it stands, with some values changed."""
    url = f"/admin/draws/round/{round.pk}/change/"
    sent = {"_save": ""}
    for field in client.get(url).context["adminform"].form:
        value = field.value()
        if value not in (None, False, ""):
            sent[field.name] = "on" if value is True else field.field.widget.format_value(value)
    return client.post(url, sent | values)


def errors(response):
    assert response.status_code == 200, "It was saved."
    return response.context["adminform"].form.errors


def messages(response):
    return [str(message) for message in response.context["messages"]]


def test_the_fields_stand_in_the_order_of_irccs_page(client, editor):
    form = client.get(ADD).context["adminform"]
    assert form.fieldsets[0][1]["fields"] == [
        "category",
        "version",
        "number",
        "date",
        "held_text",
        "held_at",
        "invitations",
        "crs_cutoff",
        "tie_breaking_text",
        "tie_breaking_at",
        "programs",
        "pool",
    ]
    for name in form.fieldsets[0][1]["fields"]:
        assert form.form.fields[name].help_text, name


def test_the_number_after_the_newest_is_proposed(client, editor):
    make_round("s1")
    assert client.get(ADD).context["adminform"].form.initial["number"] == "448"


def test_the_first_draw_of_an_empty_record_is_number_1(client, editor, empty_record):
    assert client.get(ADD).context["adminform"].form.initial["number"] == "1"


def test_type_number_date_cutoff_and_invitations_are_enough(client, editor):
    response = client.post(ADD, typed())
    round = Round.objects.get(number="448")
    assert response.headers["Location"] == f"/admin/draws/round/{round.pk}/confirm/"
    assert (round.date, round.invitations, round.crs_cutoff) == (date(2026, 11, 19), 3500, 476)
    assert (round.published_at, round.tie_breaking_at, round.held_at, round.pool) == (None,) * 4
    assert round.programs == []


def test_what_is_required_is_named(client, editor):
    assert set(errors(client.post(ADD, {}))) == {"category", "number", "date", "invitations", "crs_cutoff"}


@pytest.mark.parametrize(
    ("type", "day", "number"),
    [("trades", "2026-11-19", 3), ("trades", "2023-12-19", 1), ("cec", "2026-11-19", 1)],
)
def test_a_blank_version_is_the_one_of_the_type_in_force_on_the_date(client, editor, type, day, number):
    client.post(ADD, typed(type=type, date=day, crs_cutoff="400"))
    version = Round.objects.get(number="448").version
    assert (version.category.slug, version.number) == (type, number)


def test_it_says_which_version_was_chosen(client, editor):
    response = client.post(ADD, typed(), follow=True)
    assert "Trade occupations, version 3 was chosen: it was in force on 19 November 2026." in messages(
        response
    )


def test_a_type_without_a_version_in_force_asks_for_one(client, editor):
    response = client.post(ADD, typed(type="agriculture"))
    assert errors(response)["version"] == [
        "No version of Agriculture and agri-food occupations was in force on 19 November 2026. Choose the one "
        "that IRCC's page names, and give the address of that page."
    ]


def test_a_version_outside_its_dates_needs_the_address_of_irccs_page(client, editor):
    version = CategoryVersion.objects.get(category__slug="agriculture", number=2)
    values = typed(type="agriculture", version=version.pk)
    assert "was not in force on 19 November 2026" in errors(client.post(ADD, values))["version"][0]
    client.post(ADD, values | {"version_source": "https://www.canada.ca/en/page.html"})
    assert Round.objects.get(number="448").version == version


def test_a_version_of_another_type_is_refused(client, editor):
    version = CategoryVersion.objects.get(category__slug="stem", number=3)
    assert errors(client.post(ADD, typed(version=version.pk)))["version"] == [
        f"{version} is not a version of Trade occupations."
    ]


def test_without_a_script_every_version_is_in_the_list(client, editor):
    page = client.get(ADD).content.decode()
    for version in CategoryVersion.objects.all():
        assert f'<option value="{version.pk}"' in page


@pytest.mark.parametrize(
    ("values", "where", "message"),
    [
        ({"number": "255"}, "number", "A draw of this number is in the record already."),
        (
            {"number": "2023"},
            "number",
            "A number is digits, such as 448, or digits and a letter, such as 91a.",
        ),
        ({"crs_cutoff": "1,201"}, "crs_cutoff", "A CRS cut-off is between 1 and 1,200."),
        ({"crs_cutoff": "0"}, "crs_cutoff", "A CRS cut-off is between 1 and 1,200."),
        ({"invitations": "0"}, "invitations", "A draw has at least one invitation."),
        ({"invitations": "3.500"}, "invitations", "“3.500” is not a whole number, such as 1500 or 1,500."),
        ({"crs_cutoff": "high"}, "crs_cutoff", "“high” is not a whole number, such as 1500 or 1,500."),
        ({"date": "19 Novembre"}, "date", "Enter a valid date."),
        (
            {"held_at": "2026-11-21T10:00:00"},
            "held_at",
            "The time is on another day than the draw's date, 19 November 2026.",
        ),
        (
            {"held_at": "2026-11-19T10:00:00", "tie_breaking_at": "2026-11-19T10:00:01"},
            "__all__",
            "The tie-breaking moment cannot be after the draw.",
        ),
        (
            {"tie_breaking_text": "November 29, 2026 at 06:41:05 UTC"},
            "tie_breaking_at",
            "The tie-breaking moment cannot be after the draw.",
        ),
        (
            {"number": "449", "date": "2026-10-01"},
            "number",
            "Draw 447 is in the record already with the same type, date, invitations and cut-off.",
        ),
    ],
)
def test_each_impossible_value_is_refused_in_words_and_kept_as_typed(client, editor, values, where, message):
    response = client.post(ADD, typed(**values))
    assert errors(response)[where] == [message]
    page = response.content.decode()
    for value in values.values():
        assert f'value="{value}"' in page
    assert not Round.objects.filter(number__in=["448", "449"]).exists()


def test_errors_are_summarised_on_top_with_links_to_their_fields(client, editor):
    page = client.post(ADD, typed(number="255")).content.decode()
    assert '<a href="#id_number">Number: A draw of this number is in the record already.</a>' in page


def test_irccs_words_fill_the_moments_that_are_left_blank(client, editor):
    client.post(
        ADD,
        typed(
            held_text="November 19, 2026 at 14:25:05 UTC",
            tie_breaking_text=" June 22, 2026 at 20:19:59 PM UTC",
        ),
    )
    round = Round.objects.get(number="448")
    assert round.held_at == datetime(2026, 11, 19, 14, 25, 5, tzinfo=UTC)
    assert round.tie_breaking_at == datetime(2026, 6, 22, 20, 19, 59, tzinfo=UTC)
    assert round.held_text == "November 19, 2026 at 14:25:05 UTC"


def test_moments_are_typed_and_shown_in_toronto_time(client, editor):
    client.post(ADD, typed(held_at="2026-11-19T09:25:05"))
    round = Round.objects.get(number="448")
    assert round.held_at == datetime(2026, 11, 19, 14, 25, 5, tzinfo=UTC)
    assert (
        'value="2026-11-19T09:25:05"' in client.get(f"/admin/draws/round/{round.pk}/change/").content.decode()
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("October 7 at 16:38:21 UTC", "no year is given"),
        ("Octuber 7, 2026 at 16:38:21 UTC", "the month is not spelt January to December"),
        ("October 7, 2026 at 16:38 UTC", "the seconds are missing"),
        ("October 32, 2026 at 16:38:21 UTC", "there is no such day or time"),
        ("October 7, 2026 at 2026-10-08 16:38:21 UTC", "the words contradict themselves"),
        ("October 7, 2026 at 16:38:21 EDT", "the time zone is not UTC"),
        ("soon", "they do not read like “July 06, 2023 at 14:25:05 UTC”"),
    ],
)
def test_words_that_cannot_be_read_are_kept_without_a_moment_and_told(client, editor, text, reason):
    response = client.post(ADD, typed(tie_breaking_text=text), follow=True)
    round = Round.objects.get(number="448")
    assert (round.tie_breaking_text, round.tie_breaking_at) == (text, None)
    assert f"“{text}” is kept as it is, without a moment: {reason}." in messages(response)


def test_words_on_another_day_than_the_date_are_kept_without_a_moment(client, editor):
    response = client.post(ADD, typed(held_text="November 9, 2026 at 14:25:05 UTC"), follow=True)
    assert Round.objects.get(number="448").held_at is None
    assert any("they name another day than the date" in message for message in messages(response))


def test_a_moment_that_is_typed_beside_unreadable_words_counts(client, editor):
    client.post(
        ADD, typed(tie_breaking_text="October 7 at 16:38:21 UTC", tie_breaking_at="2026-10-07T12:38:21")
    )
    assert Round.objects.get(number="448").tie_breaking_at == datetime(2026, 10, 7, 16, 38, 21, tzinfo=UTC)


def test_a_moment_that_contradicts_irccs_words_is_refused(client, editor):
    response = client.post(
        ADD, typed(held_text="November 19, 2026 at 14:25:05 UTC", held_at="2026-11-19T14:25:05")
    )
    assert errors(response)["held_at"] == [
        "IRCC's words say 19 November 2026, 09:25:05 EST. Correct one of the two, or clear this to take it "
        "from the words."
    ]


def test_a_known_error_of_irccs_stays_as_it_is_when_something_else_is_changed(client, editor):
    """357's words say the 12th for the 22nd."""
    round = Round.objects.get(number="357")
    change(client, round, source="IRCC's page")
    round.refresh_from_db()
    assert (round.source, round.held_at) == ("IRCC's page", None)


def test_add_another_keeps_the_date_and_the_count_of_the_pool(client, editor):
    pool = PoolDistribution.objects.first()
    response = client.post(ADD, typed(pool=pool.pk, _addanother=""), follow=True)
    assert response.redirect_chain == [(f"{ADD}?date=2026-11-19&pool={pool.pk}", 302)]
    initial = response.context["adminform"].form.initial
    assert (initial["date"], initial["pool"], initial["number"]) == (date(2026, 11, 19), pool, "449")
    page = response.content.decode()
    assert 'value="2026-11-19"' in page
    assert f'<option value="{pool.pk}" selected>' in page


@pytest.mark.parametrize("query", ["?date=nonsense&pool=x", "?date=2026-02-31&pool=99999999999", "?pool=-1"])
def test_nonsense_in_the_address_of_the_form_is_dropped(client, editor, query):
    initial = client.get(ADD + query).context["adminform"].form.initial
    assert (initial["date"], initial["pool"]) == (None, None)


def test_a_changed_figure_of_a_public_draw_is_marked_as_changed(client, editor):
    round = Round.objects.get(number="255")
    change(client, round, verified="on")
    assert Round.objects.get(number="255").figures_changed_at is None
    change(client, round, crs_cutoff="464", correction_kind="ircc", correction_reason="IRCC's page changed.")
    round.refresh_from_db()
    assert round.crs_cutoff == 464
    assert round.is_public
    assert timezone.now() - round.figures_changed_at < timedelta(minutes=1)


def test_a_public_draw_is_held_to_the_same_rules(client, editor):
    round = Round.objects.get(number="255")
    response = change(client, round, crs_cutoff="1300")
    assert errors(response)["crs_cutoff"] == ["A CRS cut-off is between 1 and 1,200."]


def test_withdrawing_takes_a_reason_and_leaves_the_record(client, editor):
    round = Round.objects.get(number="255")
    assert errors(change(client, round, withdrawn="on"))["withdrawn_reason"] == [
        "Say in a sentence why the draw is withdrawn."
    ]
    change(client, round, withdrawn="on", withdrawn_reason="Entered twice.")
    assert not Round.objects.public_record().filter(pk=round.pk).exists()
    assert Round.objects.published().get(pk=round.pk).withdrawn_reason == "Entered twice."
    withdrawn_at = Round.objects.get(pk=round.pk).withdrawn_at
    change(client, round, withdrawn="on", withdrawn_reason="Entered twice by us.")
    assert Round.objects.get(pk=round.pk).withdrawn_at == withdrawn_at
    change(client, round, withdrawn="")
    assert Round.objects.public_record().filter(pk=round.pk).exists()


def test_what_has_been_public_cannot_be_deleted(client, editor):
    public, draft = Round.objects.get(number="447"), make_round(published_at=None)
    assert client.post(f"/admin/draws/round/{public.pk}/delete/", {"post": "yes"}).status_code == 403
    both = {"action": "delete_selected", "_selected_action": [public.pk, draft.pk], "post": "yes"}
    client.post(LIST, both)
    assert Round.objects.filter(pk__in=[public.pk, draft.pk]).count() == 2
    client.post(f"/admin/draws/round/{draft.pk}/delete/", {"post": "yes"})
    assert not Round.objects.filter(pk=draft.pk).exists()


def test_history_shows_who_changed_what(client, editor):
    round = Round.objects.get(number="255")
    change(client, round, invitations="1,501", correction_kind="ours", correction_reason="Mistyped.")
    page = client.get(f"/admin/draws/round/{round.pk}/history/").content.decode()
    assert "<strong>Invitations:</strong> from 1500 to 1501" in page
    assert "<td>editor</td>" in page
    assert "style=" not in page


def test_history_is_read_and_not_turned_back(client, editor):
    round = Round.objects.get(number="255")
    state = round.history.first()
    url = f"/admin/draws/round/{round.pk}/history/{state.pk}/"
    assert client.get(url).status_code == client.post(url, {}).status_code == 404


def test_the_list_says_what_is_not_public_yet_and_leads_to_its_check(client, editor):
    draft = make_round(published_at=None)
    page = client.get(LIST).content.decode()
    assert page.count("Not public yet</strong>") == 1
    assert f'<a href="/admin/draws/round/{draft.pk}/confirm/">Check and publish</a>' in page


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("?standing=waiting", {"448"}),
        ("?standing=withdrawn", {"449"}),
        ("?q=255", {"255"}),
        ("?q=91a", {"91a"}),
        ("?q=trade&date__year=2023", {"261", "276"}),
        ("?date__year=2023&date__month=7&version__category__kind__exact=general", {"253", "257"}),
    ],
)
def test_the_list_is_filtered_and_searched(client, editor, query, numbers):
    make_round(published_at=None)
    make_round("449", withdrawn_at=timezone.now(), withdrawn_reason="Entered twice.")
    result = client.get(LIST + query).context["cl"].result_list
    assert {round.number for round in result} == numbers


def test_filters_show_counts(client, editor):
    make_round(published_at=None)
    page = client.get(LIST).content.decode()
    assert "Not public yet (1)" in page
    assert "Public (448)" in page


def test_the_lists_queries_do_not_grow_with_rows(client, editor, django_assert_max_num_queries):
    client.get(LIST)
    with django_assert_max_num_queries(30) as few:
        client.get(f"{LIST}?q=255")
    with django_assert_max_num_queries(30) as many:
        client.get(f"{LIST}?q=a")
    assert len(many) <= len(few) + 1


def test_an_editor_who_may_only_look_cannot_change(client):
    viewer = get_user_model().objects.create_user("viewer", password="a long password", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_round"))
    client.force_login(viewer)
    round = Round.objects.get(number="255")
    page = client.get(f"/admin/draws/round/{round.pk}/change/")
    assert page.status_code == 200
    assert "_save" not in page.content.decode()
    assert client.post(f"/admin/draws/round/{round.pk}/change/", {}).status_code == 403
    assert client.get(ADD).status_code == 403
