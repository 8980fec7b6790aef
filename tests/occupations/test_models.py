"""Each rule of the classification and of the lists, broken; and which list is in force when."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import URLResolver, get_resolver

from core.writing import write
from occupations.models import Category, CategoryVersion, Listing, Occupation, OccupationTitle, SeriesLabel
from occupations.models.categories import RESERVED_SLUGS

pytestmark = pytest.mark.django_db


def errors(instance):
    with pytest.raises(ValidationError) as caught:
        write(instance)
    return caught.value.message_dict


def addresses(resolver=None, prefix=""):
    """Yield every pattern of an address with those that it stands below."""
    for pattern in (resolver or get_resolver()).url_patterns:
        whole = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, whole)
        else:
            yield whole


@pytest.mark.parametrize("code", ["7330", "733000", "7330a", "٧٣٣٠٠", ""])
def test_a_noc_code_has_five_digits(code):
    assert "code" in errors(Occupation(code=code, title_en="A", title_fr="B", teer=3, broad_category="7"))


def test_a_code_stands_once_in_a_classification():
    copy = Occupation(code="73300", title_en="A", title_fr="B", teer=3, broad_category="7")
    assert errors(copy) == {"__all__": ["This NOC code is in the classification already."]}
    copy.classification = "NOC 2026"
    assert write(copy).pk


def test_teer_is_from_0_to_5():
    occupation = Occupation.objects.get(code="73300")
    occupation.teer = 6
    assert errors(occupation) == {"teer": ["A TEER category is a number from 0 to 5."]}


def test_a_version_may_not_overlap_another_of_its_type():
    third = CategoryVersion.objects.get(category__slug="trades", number=3)
    third.valid_from = date(2026, 2, 17)
    assert errors(third) == {
        "valid_from": ["This overlaps with version 2, in force from 27 February 2025 to 17 February 2026."]
    }


def test_a_new_version_must_follow_the_end_of_the_last():
    third = CategoryVersion.objects.get(category__slug="trades", number=3)
    fourth = CategoryVersion(category=third.category, number=4, name_en="Trades", valid_from=date(2027, 2, 1))
    assert errors(fourth) == {
        "valid_from": ["This overlaps with version 3, in force from 18 February 2026 to today."]
    }
    third.valid_to = date(2027, 1, 31)
    write(third)
    assert write(fourth).pk


def test_a_version_ends_on_or_after_the_day_it_begins():
    third = CategoryVersion.objects.get(category__slug="trades", number=3)
    third.valid_to = date(2026, 2, 17)
    assert "A version ends on or after the day it begins." in str(errors(third))


def test_a_category_based_version_says_when_it_begins():
    third = CategoryVersion.objects.get(category__slug="trades", number=3)
    third.valid_from = None
    assert errors(third)["valid_from"] == ["Say from which day this version is in force."]


def test_numbers_of_versions_are_unique_and_from_one():
    third = CategoryVersion.objects.get(category__slug="trades", number=3)
    third.number = 2
    assert errors(third) == {"__all__": ["This type of draw has a version of this number already."]}
    third.number = 0
    assert errors(third) == {"number": ["Versions are numbered from 1."]}


def test_an_occupation_stands_once_on_a_list():
    listing = Listing.objects.get(
        version__category__slug="trades", version__number=3, occupation__code="63201"
    )
    copy = Listing(version=listing.version, occupation=listing.occupation, title_as_published="Butchers")
    assert errors(copy) == {"__all__": ["This occupation is on the list already."]}


def test_a_title_and_a_label_stand_once():
    title = OccupationTitle.objects.filter(occupation__code="73300").first()
    copy = OccupationTitle(occupation=title.occupation, language=title.language, title=title.title)
    assert errors(copy) == {"__all__": ["This title is listed for the occupation already."]}
    label = SeriesLabel.objects.get(label="General")
    assert "label" in errors(SeriesLabel(label="General", version=label.version))


@pytest.mark.parametrize(
    ("day", "total", "codes"),
    [
        (date(2023, 5, 30), 0, 0),
        (date(2023, 7, 7), 82, 82),
        (date(2025, 2, 26), 82, 82),
        (date(2025, 3, 1), 79, 79),
        (date(2026, 3, 1), 94, 91),
    ],
)
def test_how_many_occupations_are_listed_on_a_day(day, total, codes):
    listings = Listing.objects.in_force(day)
    assert listings.count() == total
    assert listings.values("occupation__code").distinct().count() == codes


def test_general_and_program_series_are_always_in_force():
    assert CategoryVersion.objects.in_force(date(2015, 1, 31)).filter(category__slug="cec").exists()
    assert not CategoryVersion.objects.in_force(date(2015, 1, 31)).category_based().exists()


def test_titles_follow_the_language():
    from django.utils import translation

    occupation = Occupation.objects.get(code="31301")
    assert occupation.title == "Registered nurses and registered psychiatric nurses"
    with translation.override("fr"):
        assert occupation.title == occupation.title_fr != ""


@pytest.mark.parametrize("word", ["changes", "lists"])
def test_a_type_takes_no_address_of_a_page_about_all_types(client, word):
    category = Category(slug=word, kind="category-based", name_en="Synthetic", short_name_en="Synthetic")
    assert errors(category) == {"slug": ["Another page of this site has this address."]}
    assert client.get(f"/categories/{word}/").status_code == 200


def test_every_word_of_an_address_beside_the_types_is_kept_free():
    found = re.findall(r"/?categories/([a-z-]+)/", " ".join(str(pattern) for pattern in addresses()))
    assert set(found) == RESERVED_SLUGS
