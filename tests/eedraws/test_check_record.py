"""What `check_record` says of lists that do not agree with their version."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from eedraws.management.commands.check_record import Command
from occupations.models import CategoryVersion, Listing
from tests.factories import make_awaited_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def transport():
    return CategoryVersion.objects.get(category__slug="transport", number=2)


def complaint():
    err = StringIO()
    assert Command(stderr=err).check_lists() == 1
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


def test_an_awaited_list_is_no_fault_in_itself():
    make_awaited_version()
    assert Command().check_lists() == 0


@pytest.mark.thorough
def test_faults_of_lists_count_once_among_all_others(transport):
    """A published list that lost its occupations, and an awaited one that has some."""
    Listing.objects.create(
        version=make_awaited_version("trades"),
        occupation=transport.listings.first().occupation,
        title_as_published="Synthetic",
    )
    transport.listings.all().delete()
    err = StringIO()
    with pytest.raises(CommandError, match="2 rows break a rule"):
        call_command("check_record", stdout=StringIO(), stderr=err, verbosity=0)
    assert "Occupations are on this list already, so it has been published." in err.getvalue()
    assert "A list that is published has occupations on it." in err.getvalue()
