"""A version may be announced before its list: the list is then not known, which is not the same as empty."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from core.writing import write
from occupations.models import CategoryVersion, ListCorrection, Occupation
from tests.factories import make_awaited_version

pytestmark = pytest.mark.django_db


def errors(instance):
    with pytest.raises(ValidationError) as caught:
        write(instance)
    return caught.value.message_dict


def counted(version) -> int | None:
    return CategoryVersion.objects.with_counts().get(pk=version.pk).listed


def test_the_size_of_an_awaited_list_is_not_known():
    assert counted(make_awaited_version()) is None


def test_a_published_list_has_a_size_and_a_version_without_a_list_has_none():
    assert counted(CategoryVersion.objects.get(category__slug="trades", number=3)) == 25
    assert counted(CategoryVersion.objects.get(category__slug="french", number=2)) is None


@pytest.mark.parametrize(
    "wrong", [{"has_list": False}, {"list_published": date(2026, 11, 3)}], ids=["no list", "published"]
)
def test_only_a_list_that_is_still_to_come_is_awaited(wrong):
    version = make_awaited_version()
    for name, value in wrong.items():
        setattr(version, name, value)
    assert "A list that is not published yet has no day of publication, and its version has a list." in str(
        errors(version)
    )


def test_a_list_with_occupations_on_it_is_not_awaited():
    version = CategoryVersion.objects.get(category__slug="trades", number=3)
    version.list_awaited = True
    assert errors(version) == {
        "list_awaited": ["Occupations are on this list already, so it has been published."]
    }


def test_a_correction_of_a_list_says_what_changed():
    version = CategoryVersion.objects.get(category__slug="trades", number=3)
    correction = ListCorrection(
        version=version,
        occupation=Occupation.objects.get(code="72310"),
        kind="ours",
        reason="Read from a wrong row.",
    )
    assert errors(correction) == {"__all__": ["Say what stood there before, or what stands there now."]}
    correction.old = "Carpenters"
    assert write(correction).get_absolute_url() == f"/categories/trades/v3/#correction-{correction.pk}"
