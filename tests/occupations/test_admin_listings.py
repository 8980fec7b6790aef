"""Rows of lists in the newsroom: compared with the official page, and by whom."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.utils import timezone

from occupations.models import CategoryVersion, Listing
from occupations.revising import verify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("editor")]

LIST = "/admin/occupations/listing/"


@pytest.fixture
def page(transport):
    return f"/admin/occupations/categoryversion/{transport.pk}/verify-list/"


def told(response):
    return [str(message) for message in response.context["messages"]]


def verified():
    return set(Listing.objects.filter(verified_on__isnull=False).values_list("pk", flat=True))


def test_every_row_of_a_list_is_verified_at_once(client, transport, page):
    count = transport.listings.count()
    response = client.post(page, {"all": ""}, follow=True)
    assert told(response) == [f"{count} rows are marked as compared with the official page today."]
    assert verified() == set(transport.listings.values_list("pk", flat=True))
    row = transport.listings.first()
    assert (row.verified_on, row.verified_by) == (timezone.localdate(), "editor")
    assert "by editor" in response.content.decode()


def test_ticked_rows_are_verified_and_no_others(client, transport, page):
    first, second = transport.listings.all()[:2]
    elsewhere = Listing.objects.exclude(version=transport).first()
    client.post(page, {"verify": "", "row": [first.pk, elsewhere.pk, "x", "9" * 5000]})
    assert verified() == {first.pk}
    assert len(told(client.post(page, {"verify": "", "row": [second.pk]}, follow=True))) == 2
    assert verified() == {first.pk, second.pk}
    response = client.post(page, {"unverify": "", "row": [first.pk]}, follow=True)
    assert told(response) == ["1 row is a transcription again."]
    assert verified() == {second.pk}


def test_nothing_ticked_is_told_and_changes_nothing(client, page):
    assert told(client.post(page, {"verify": ""}, follow=True)) == ["No row is ticked."]
    assert verified() == set()


def test_a_version_says_how_many_of_its_rows_are_transcriptions(client, transport, editor):
    change = f"/admin/occupations/categoryversion/{transport.pk}/change/"
    verify(transport.listings.all()[1:], by=editor)
    text = client.get(change).content.decode()
    assert "1 row is a transcription that nobody has compared with the official page yet." in text
    verify(transport.listings.all(), by=editor)
    assert "Every row was compared with the official page." in client.get(change).content.decode()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", lambda rows: rows),
        ("verified=yes", lambda rows: rows.filter(verified_on__isnull=False)),
        ("verified=no", lambda rows: rows.filter(verified_on=None)),
        ("in_force=yes", lambda rows: rows.in_force()),
        ("in_force=no", lambda rows: rows.exclude(pk__in=Listing.objects.in_force())),
        ("q=72404", lambda rows: rows.filter(occupation__code="72404")),
    ],
)
def test_rows_are_filtered(client, transport, editor, query, expected):
    verify(transport.listings.all(), by=editor)
    found = client.get(f"{LIST}?{query}").context["cl"].queryset
    assert set(found) == set(expected(Listing.objects.all()))
    assert found.count()


def test_rows_are_filtered_by_type_and_types_without_a_list_are_no_choice(client, transport):
    text = client.get(LIST).content.decode()
    assert f"version__category__id__exact={transport.category_id}" in text
    found = client.get(f"{LIST}?version__category__id__exact={transport.category_id}").context["cl"].queryset
    assert {row.version.category_id for row in found} == {transport.category_id}
    french = CategoryVersion.objects.filter(category__slug="french").first().category_id
    assert f"version__category__id__exact={french}" not in text


def test_rows_are_marked_from_the_list_of_all_rows(client, transport):
    rows = [row.pk for row in transport.listings.all()[:2]]
    response = client.post(LIST, {"action": "verify", "_selected_action": rows}, follow=True)
    assert told(response) == ["2 rows are marked as compared with the official page today."]
    assert verified() == set(rows)
    client.post(LIST, {"action": "unverify", "_selected_action": rows[:1]})
    assert verified() == set(rows[1:])


def test_whoever_may_not_change_versions_marks_nothing(client, transport):
    viewer = get_user_model().objects.create_user("viewer", password="a long password", is_staff=True)
    viewer.user_permissions.set(Permission.objects.filter(codename__in=["view_listing", "change_listing"]))
    client.force_login(viewer)
    rows = [row.pk for row in transport.listings.all()[:2]]
    client.post(LIST, {"action": "verify", "_selected_action": rows})
    assert verified() == set()
    assert client.get(LIST).status_code == 200


def test_the_list_of_rows_asks_as_often_for_many_rows_as_for_few(client, django_assert_max_num_queries):
    client.get(LIST)
    with django_assert_max_num_queries(30) as few:
        client.get(f"{LIST}?q=72404")
    with django_assert_max_num_queries(30) as many:
        client.get(LIST)
    assert len(many) == len(few)


def test_a_version_is_not_deleted_with_its_list(client, transport):
    """A synthetic one, which no draw and no label protects already."""
    version = CategoryVersion.objects.create(
        category=transport.category, number=3, name_en="Synthetic", valid_from=date(2099, 1, 1), has_list=True
    )
    row = Listing.objects.create(
        version=version, occupation=transport.listings.first().occupation, title_as_published="Synthetic"
    )
    response = client.post(f"/admin/occupations/categoryversion/{version.pk}/delete/", {"post": "yes"})
    assert response.status_code == 403
    assert Listing.objects.filter(pk=row.pk).exists()
