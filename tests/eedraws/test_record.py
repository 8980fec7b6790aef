"""The shipped record in the database: whole, equal to its files, clean, and safe from being loaded again."""

import csv
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles.models import ArticleReference
from draws.models import PoolBand, PoolDistribution, Round
from occupations.models import Category, CategoryVersion, Listing, Occupation, OccupationTitle, SeriesLabel

pytestmark = pytest.mark.django_db

COUNTS = {
    Occupation: 516,
    OccupationTitle: 57_708,
    Category: 16,
    CategoryVersion: 26,
    Listing: 255,
    SeriesLabel: 44,
    PoolDistribution: 126,
    PoolBand: 1_882,
    Round: 448,
}


def rows(name):
    with (settings.BASE_DIR / name).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def as_text(value):
    """Write a value as the data files do."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if hasattr(value, "astimezone"):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return str(value)


def in_database(queryset, *fields):
    return sorted(tuple(map(as_text, values)) for values in queryset.values_list(*fields))


def in_file(name, *columns):
    return sorted(tuple(row[column] for column in columns) for row in rows(name))


@pytest.mark.parametrize("model", COUNTS, ids=lambda model: model.__name__)
def test_every_row_is_there(model):
    assert model.objects.count() == COUNTS[model]


def test_category_based_versions_and_one_for_each_other_series():
    assert CategoryVersion.objects.category_based().count() == 21
    assert CategoryVersion.objects.exclude(category__kind="category-based").count() == 5


@pytest.mark.parametrize(
    ("name", "queryset", "fields", "columns"),
    [
        (
            "occupations/data/noc2021.csv",
            Occupation.objects,
            ("classification", "code", "title_en", "title_fr", "teer", "broad_category"),
            ("classification", "code", "title_en", "title_fr", "teer", "broad_category"),
        ),
        (
            "occupations/data/occupation_titles.csv",
            OccupationTitle.objects,
            ("occupation__classification", "occupation__code", "language", "title"),
            ("classification", "code", "language", "title"),
        ),
        (
            "occupations/data/category_versions.csv",
            CategoryVersion.objects,
            (
                "category__slug", "number", "name_en", "name_fr", "announced", "valid_from", "valid_to",
                "months_required", "continuous", "in_canada", "nclc_min", "has_list", "criteria_en", "source",
                "verified",
            ),
            (
                "category", "number", "name_en", "name_fr", "announced", "valid_from", "valid_to",
                "months_required", "continuous", "in_canada", "nclc_min", "has_list", "criteria_en", "source",
                "verified",
            ),
        ),
        (
            "occupations/data/listings.csv",
            Listing.objects,
            (
                "version__category__slug", "version__number", "occupation__classification", "occupation__code",
                "title_as_published",
            ),
            ("category", "version", "classification", "code", "title_as_published"),
        ),
        (
            "occupations/data/series_labels.csv",
            SeriesLabel.objects,
            ("label", "version__category__slug", "version__number"),
            ("label", "category", "version"),
        ),
        (
            "draws/data/pool_bands.csv",
            PoolBand.objects,
            ("distribution__as_of", "crs_min", "crs_max", "candidates"),
            ("as_of", "crs_min", "crs_max", "candidates"),
        ),
        (
            "draws/data/pools.csv",
            PoolDistribution.objects,
            ("as_of", "published_total", "discrepancy_note", "source"),
            ("as_of", "published_total", "discrepancy_note", "source"),
        ),
        (
            "draws/data/rounds.csv",
            Round.objects,
            (
                "number", "date", "version__category__slug", "version__number", "published_name_en",
                "published_name_fr", "invitations", "crs_cutoff", "tie_breaking_at", "tie_breaking_text", "held_at",
                "held_text", "pool__as_of", "source", "verified",
            ),
            (
                "number", "date", "category", "version", "published_name_en", "published_name_fr", "invitations",
                "crs_cutoff", "tie_breaking_at", "tie_breaking_text", "held_at", "held_text", "pool_as_of", "source",
                "verified",
            ),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_the_database_equals_the_data_file_row_by_row(name, queryset, fields, columns):
    assert in_database(queryset, *fields) == in_file(name, *columns)


def test_programs_and_subtotals_equal_the_data_files():
    assert {r.number: " ".join(r.programs) for r in Round.objects.all()} == {
        row["number"]: row["programs"] for row in rows("draws/data/rounds.csv")
    }
    for row in rows("draws/data/pools.csv"):
        given = {"451-500": row["published_451_500"], "401-450": row["published_401_450"]}
        assert PoolDistribution.objects.get(as_of=row["as_of"]).published_subtotals == {
            label: int(value) for label, value in given.items() if value
        }


def test_the_record_is_clean():
    out = StringIO()
    call_command("check_record", stdout=out)
    assert "draws: 448 rows, 0 wrong" in out.getvalue()
    assert "The record is clean." in out.getvalue()


@pytest.mark.thorough
def test_check_record_finds_a_row_that_breaks_a_rule():
    Round.objects.filter(number="255").update(version=Round.objects.get(number="447").version)
    err = StringIO()
    with pytest.raises(CommandError, match="1 rows break a rule"):
        call_command("check_record", stdout=StringIO(), stderr=err, verbosity=0)
    assert "Draw 255" in err.getvalue()
    assert "was not in force on 6 July 2023" in err.getvalue()


@pytest.mark.thorough
def test_check_record_finds_a_pool_that_does_not_add_up():
    PoolBand.objects.filter(distribution__as_of="2023-07-04", crs_min=501).update(candidates=1)
    err = StringIO()
    with pytest.raises(CommandError):
        call_command("check_record", stdout=StringIO(), stderr=err, verbosity=0)
    assert "the bands add up to" in err.getvalue()


def test_loading_again_changes_nothing():
    before = {
        model: in_database(model.objects, *[f.attname for f in model._meta.concrete_fields])
        for model in COUNTS
    }
    out = StringIO()
    call_command("load_record", stdout=out)
    assert out.getvalue().count("unchanged file, skipped") >= 9
    call_command("load_record", force=True, stdout=out)
    assert " 0 added, 448 unchanged, 0 differ" in out.getvalue()
    assert before == {
        model: in_database(model.objects, *[f.attname for f in model._meta.concrete_fields])
        for model in COUNTS
    }


def test_an_editors_change_survives_a_load_and_is_reported():
    Round.objects.filter(number="255").update(crs_cutoff=464)
    out = StringIO()
    call_command("load_rounds", force=True, stdout=out)
    assert "Draw 255: crs_cutoff is 464, the file says 463" in out.getvalue()
    assert Round.objects.get(number="255").crs_cutoff == 464


def test_a_dry_run_says_what_would_change_and_changes_nothing():
    ArticleReference.objects.all().delete()
    Round.objects.filter(number="447").delete()
    out = StringIO()
    call_command("load_record", dry_run=True, stdout=out)
    assert "draws/rounds.csv: 1 added, 447 unchanged, 0 differ" in out.getvalue()
    assert not Round.objects.filter(number="447").exists()


def test_a_bad_round_stops_its_load_with_line_column_value_and_reason(tmp_path):
    data = settings.BASE_DIR / "draws" / "data"
    for name in ("pools.csv", "pool_bands.csv"):
        (tmp_path / name).write_bytes((data / name).read_bytes())
    text = (data / "rounds.csv").read_text().replace("1500,463,2023-06-19", "1500,1463,2023-06-19")
    (tmp_path / "rounds.csv").write_text(text)
    ArticleReference.objects.all().delete()
    Round.objects.filter(number__in=["1", "255"]).delete()
    with pytest.raises(CommandError) as caught:
        call_command("load_rounds", data=tmp_path, stdout=StringIO())
    assert "rounds.csv, line 257, column" in str(caught.value)
    assert "A CRS cut-off is between 1 and 1,200." in str(caught.value)
    assert not Round.objects.filter(number="1").exists()
