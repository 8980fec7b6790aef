"""Looking after draws that are there: changes of public ones, withdrawal, history, the list, who may."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.utils import timezone

from draws.models import Round
from tests.draws.entering import ADD, LIST, change, errors
from tests.factories import make_round

pytestmark = pytest.mark.django_db


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
