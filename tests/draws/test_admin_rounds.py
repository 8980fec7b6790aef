"""The form in which draws are entered: what it proposes, reads, refuses in words, and keeps."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.utils import timezone

from draws.models import PoolDistribution, Round
from occupations.models import CategoryVersion
from tests.draws.entering import ADD, change, errors, messages, typed
from tests.factories import make_round

pytestmark = pytest.mark.django_db


def test_the_fields_stand_in_the_order_of_irccs_page(client, editor):
    page = [
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
    saved = make_round(published_at=None)
    form = client.get(f"/admin/draws/round/{saved.pk}/change/").context["adminform"]
    assert form.fieldsets[1][1]["fields"] == page
    for name in page:
        assert form.form.fields[name].help_text, name
    enough, later = (options["fields"] for _, options in client.get(ADD).context["adminform"].fieldsets)
    assert enough == [name for name in page if name in enough]
    assert later[:6] == [name for name in page if name in later]


def test_what_can_follow_later_is_passed_over_on_the_day_of_a_draw(client, editor):
    page = " ".join(client.get(ADD).text.split())
    enough, later = page.split("<details><summary>")
    for name in ("category", "number", "date", "invitations", "crs_cutoff"):
        assert f'name="{name}"' in enough
    for name in ("held_text", "tie_breaking_text", "programs", "pool", "source", "version_source"):
        assert f'name="{name}"' in later.split("</details>")[0]


@pytest.mark.parametrize(
    "values",
    [
        {"number": "255", "tie_breaking_text": "June 22, 2026 at 20:19:59 UTC"},
        {"number": "255", "programs": "CEC"},
        {"held_at": "2026-11-21T10:00:00"},
        {"type": "agriculture"},
    ],
    ids=["words beside another's error", "a tick", "an error in it", "a version that needs an address"],
)
def test_what_can_follow_later_is_open_where_it_holds_something(client, editor, values):
    response = client.post(ADD, typed(**values))
    assert errors(response)
    assert "<details>" not in response.text


def test_a_kept_count_of_the_pool_is_seen(client, editor):
    assert "<details>" not in client.get(f"{ADD}?pool={PoolDistribution.objects.first().pk}").text


def test_the_date_is_today_in_toronto_unless_one_is_kept(client, editor):
    with time_machine.travel(datetime(2026, 11, 20, 3, tzinfo=UTC), tick=False):
        assert client.get(ADD).context["adminform"].form.initial["date"] == date(2026, 11, 19)
        assert 'value="2026-11-17"' in client.get(f"{ADD}?date=2026-11-17").text


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
    assert (initial["date"], initial["pool"]) == (timezone.localdate(), None)
