"""The lists in hand are those that the database has."""

import pytest

from occupations.lists import all_lists
from occupations.models import CategoryVersion, Listing

pytestmark = pytest.mark.django_db


def test_have_every_version_and_every_place():
    lists = all_lists()
    assert set(lists.versions) == set(CategoryVersion.objects.all())
    assert set(lists.places) == set(Listing.objects.all())


def test_places_are_found_by_version_in_order_of_code():
    for version in CategoryVersion.objects.all():
        codes = [place.occupation.code for place in all_lists().of_version.get(version.pk, [])]
        assert codes == sorted(version.listings.values_list("occupation__code", flat=True))


def test_places_of_an_occupation_come_type_by_type():
    place = Listing.objects.filter(occupation__code="72106").first()
    places = all_lists().of_occupation[place.occupation_id]
    order = [(found.version.category.order, found.version.number) for found in places]
    assert order == sorted(order)
    assert len(places) == Listing.objects.filter(occupation=place.occupation).count() > 1


def test_two_queries_bring_all_of_it(django_assert_num_queries):
    with django_assert_num_queries(2):
        assert all(place.version.category.name and place.occupation.title for place in all_lists().places)
