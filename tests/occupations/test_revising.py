"""The write path of lists: versions, publication, corrections, verification."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from occupations.models import Category, CategoryVersion, ListCorrection, Occupation
from occupations.revising import (
    Entry,
    correct_list,
    list_problem,
    publish_list,
    start_version,
    unverify,
    verify,
)
from tests.factories import make_awaited_version, make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def transport():
    return CategoryVersion.objects.get(category__slug="transport", number=2)


def entries(*rows):
    """Return entries of codes, or of pairs of code and title; without one it is the classification's."""
    pairs = [row if isinstance(row, tuple) else (row, "") for row in rows]
    found = {occupation.code: occupation for occupation in Occupation.objects.all()}
    return [Entry(found[code], title or found[code].title_en) for code, title in pairs]


def as_entries(version, *, without=(), **titles):
    listed = version.listings.select_related("occupation")
    return [
        Entry(row.occupation, titles.get(f"c{row.occupation.code}", row.title_as_published))
        for row in listed
        if row.occupation.code not in without
    ]


def following(version, **fields):
    """The version after `version`, not saved yet. Synthetic."""
    values = {
        "category": version.category,
        "number": version.number + 1,
        "name_en": version.name_en,
        "announced": date(2026, 11, 20),
        "valid_from": date(2026, 11, 20),
        "has_list": True,
        "list_published": date(2026, 11, 20),
        "source": "Synthetic",
    }
    return CategoryVersion(**(values | fields))


def on_the_list(version):
    return dict(version.listings.values_list("occupation__code", "title_as_published"))


def refusal(call, *args, **kwargs):
    with pytest.raises(ValidationError) as caught:
        call(*args, **kwargs)
    return " ".join(caught.value.messages)


def test_a_new_version_ends_the_last_one_on_the_day_before(transport):
    version = following(transport)
    ended = start_version(version, entries("73300", ("72410", "Mechanics")))
    transport.refresh_from_db()
    assert ended == transport
    assert transport.valid_to == date(2026, 11, 19)
    assert transport.history.first().history_change_reason == "Ended by version 3"
    assert on_the_list(version) == {"73300": "Transport truck drivers", "72410": "Mechanics"}
    assert {row.source for row in version.listings.all()} == {"Synthetic"}
    assert not any(row.verified for row in version.listings.all())
    assert version.history.count() == 1


def test_a_type_that_had_ended_comes_back_and_nothing_is_ended():
    gone = CategoryVersion.objects.get(category__slug="agriculture", number=2)
    assert start_version(following(gone), entries("63201")) is None
    gone.refresh_from_db()
    assert gone.valid_to == date(2026, 2, 17)


def test_the_first_version_of_a_new_type_ends_nothing():
    category = Category.objects.create(
        slug="synthetic", kind="category-based", name_en="Synthetic", short_name_en="Synthetic"
    )
    version = CategoryVersion(
        category=category, name_en="Synthetic", valid_from=date(2026, 11, 20), has_list=True
    )
    assert start_version(version, entries("63201")) is None
    assert on_the_list(version) == {"63201": "Butchers - retail and wholesale"}


@pytest.mark.parametrize("begins", [date(2026, 2, 18), date(2026, 2, 1)])
def test_a_version_that_overlaps_is_refused_and_nothing_is_saved(transport, begins):
    found = refusal(start_version, following(transport, valid_from=begins), entries("73300"))
    assert "This overlaps with version 2" in found
    transport.refresh_from_db()
    assert transport.valid_to is None
    assert transport.category.versions.count() == 2


def test_what_is_refused_late_undoes_what_was_written_before(transport):
    long = [Entry(Occupation.objects.get(code="73300"), "a" * 201)]
    assert "200" in refusal(start_version, following(transport), long)
    transport.refresh_from_db()
    assert transport.valid_to is None
    assert transport.category.versions.count() == 2


def test_a_known_list_without_occupations_is_refused(transport):
    assert refusal(start_version, following(transport)) == "A list that is published has occupations on it."


def test_a_version_is_announced_and_its_list_published_later(transport):
    version = following(transport, list_awaited=True, list_published=None)
    start_version(version)
    assert version.listings.count() == 0
    version.list_published = date(2026, 12, 1)
    publish_list(version, entries("73300", "73301"))
    version.refresh_from_db()
    assert (version.list_awaited, version.list_published) == (False, date(2026, 12, 1))
    assert sorted(on_the_list(version)) == ["73300", "73301"]
    assert version.history.first().history_change_reason == "List published"


def test_a_list_is_published_once_and_not_empty(transport):
    assert refusal(publish_list, transport, entries("73300")) == (
        "The list of this version is published already."
    )
    awaited = make_awaited_version()
    assert "has occupations on it" in refusal(publish_list, awaited, [])
    awaited.refresh_from_db()
    assert awaited.list_awaited


def test_a_correction_stands_for_each_row_that_is_added_removed_or_retitled(transport):
    rows = [*as_entries(transport, without=["72410"], c72404="Aircraft people"), *entries("73300")]
    editor = make_editor()
    made = correct_list(transport, rows, kind="ours", reason="We read a wrong row.", by=editor)
    assert {(row.occupation.code, row.old, row.new) for row in made} == {
        ("73300", "", "Transport truck drivers"),
        (
            "72410",
            "Automotive service technicians, truck and bus mechanics, and mechanical repairers",
            "",
        ),
        ("72404", "Aircraft mechanics and aircraft inspectors", "Aircraft people"),
    }
    assert {(row.kind, row.reason, row.made_by) for row in made} == {("ours", "We read a wrong row.", editor)}
    assert on_the_list(transport)["72404"] == "Aircraft people"
    assert "73300" in on_the_list(transport)
    assert "72410" not in on_the_list(transport)
    assert transport.history.first().history_change_reason == "We read a wrong row."
    assert transport.category.versions.count() == 2


def test_a_changed_title_has_to_be_verified_anew_and_the_other_rows_stay_so(transport):
    verify(transport.listings.all(), by=make_editor())
    correct_list(transport, as_entries(transport, c72404="Aircraft people"), kind="ircc", reason="Reworded.")
    unverified = [row.occupation.code for row in transport.listings.all() if not row.verified]
    assert unverified == ["72404"]
    assert transport.listings.get(occupation__code="72404").verified_by == ""


def test_capitals_are_changed_without_a_correction(transport):
    rows = as_entries(transport, c72404="AIRCRAFT mechanics and aircraft inspectors")
    verify(transport.listings.all(), by=make_editor())
    assert correct_list(transport, rows, kind="ours", reason="Capitals.") == []
    assert on_the_list(transport)["72404"] == "AIRCRAFT mechanics and aircraft inspectors"
    assert not transport.listings.get(occupation__code="72404").verified


def test_a_correction_that_changes_nothing_or_empties_the_list_is_refused(transport):
    rows = as_entries(transport)
    assert refusal(correct_list, transport, rows, kind="ours", reason="No.") == (
        "Nothing on the list is changed."
    )
    assert "has occupations on it" in refusal(correct_list, transport, [], kind="ours", reason="No.")
    assert not ListCorrection.objects.exists()


def test_a_correction_without_its_reason_changes_nothing(transport):
    before = on_the_list(transport)
    rows = as_entries(transport, without=["72410"])
    refusal(correct_list, transport, rows, kind="ours", reason="")
    assert on_the_list(transport) == before


def test_rows_are_verified_today_by_whoever_compared_them(transport):
    editor = make_editor()
    assert verify(transport.listings.all(), by=editor) == transport.listings.count()
    assert {(row.verified_on, row.verified_by) for row in transport.listings.all()} == {
        (timezone.localdate(), "editor")
    }
    editor.first_name, editor.last_name = "Ada", "Editor"
    verify(transport.listings.all()[:1], by=editor, on=date(2026, 11, 21))
    first = transport.listings.first()
    assert (first.verified_on, first.verified_by) == (date(2026, 11, 21), "Ada Editor")


def test_a_mark_is_taken_off_again(transport):
    verify(transport.listings.all(), by=make_editor())
    assert unverify(transport.listings.all()[:1]) == 1
    first, second = transport.listings.all()[:2]
    assert (first.verified, first.verified_by, second.verified) == (False, "", True)


@pytest.mark.parametrize(
    ("fields", "listed", "words"),
    [
        ({"has_list": True}, 0, "has occupations on it"),
        ({"has_list": False}, 1, "so it has one"),
        ({"has_list": True, "list_awaited": True}, 1, "so it has been published"),
        ({"has_list": True}, 1, ""),
        ({"has_list": False}, 0, ""),
        ({"has_list": True, "list_awaited": True}, 0, ""),
    ],
)
def test_a_version_and_its_list_agree(fields, listed, words):
    found = list_problem(CategoryVersion(**fields), listed)
    assert (words in found) if words else found == ""
