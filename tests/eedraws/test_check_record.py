"""What `check_record` says of lists that do not agree with their version."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from occupations.models import CategoryVersion, Listing
from tests.factories import make_awaited_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def transport():
    return CategoryVersion.objects.get(category__slug="transport", number=2)


def complaint():
    err = StringIO()
    with pytest.raises(CommandError, match="1 rows break a rule"):
        call_command("check_record", stdout=StringIO(), stderr=err, verbosity=0)
    return err.getvalue()


def test_a_published_list_without_occupations_is_wrong(transport):
    transport.listings.all().delete()
    assert complaint() == (
        f"lists: Transport occupations, version 2 (id {transport.pk}): "
        "A list that is published has occupations on it.\n"
    )


def test_occupations_on_a_list_that_does_not_exist_are_wrong(transport):
    CategoryVersion.objects.filter(pk=transport.pk).update(has_list=False)
    assert "so it has one" in complaint()


def test_an_awaited_list_with_occupations_on_it_is_wrong_once(transport):
    awaited = make_awaited_version("transport")
    Listing.objects.create(
        version=awaited, occupation=transport.listings.first().occupation, title_as_published="Synthetic"
    )
    assert "Occupations are on this list already, so it has been published." in complaint()


def test_an_awaited_list_is_no_fault():
    make_awaited_version()
    out = StringIO()
    call_command("check_record", stdout=out)
    assert "The record is clean." in out.getvalue()
