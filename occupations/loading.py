"""Loading of the classifications, the types of draw and their lists from data files."""

from pathlib import Path

from django.core.exceptions import ValidationError

from core.loading import Report, bad_row, read_rows, take_in
from occupations.models import Category, CategoryVersion, Listing, Occupation, OccupationTitle, SeriesLabel

OCCUPATION = {
    name: name for name in ("classification", "code", "title_en", "title_fr", "teer", "broad_category")
}
TITLE = {"occupation": "code", "language": "language", "title": "title"}
CATEGORY = {
    name: name
    for name in (
        "slug", "kind", "name_en", "name_fr", "short_name_en", "short_name_fr", "abbreviation", "summary_en", "order",
    )
}  # fmt: skip
VERSION = {"category": "category"} | {
    name: name
    for name in (
        "number", "name_en", "name_fr", "announced", "valid_from", "valid_to", "months_required", "continuous",
        "in_canada", "nclc_min", "has_list", "list_awaited", "list_published", "criteria_en", "source", "verified",
    )
}  # fmt: skip
LISTING = {
    "version": "version",
    "occupation": "code",
    "title_as_published": "title_as_published",
    "source": "source",
    "verified_on": "verified_on",
    "verified_by": "verified_by",
}
LABEL = {"label": "label", "version": "version"}

BATCH = 5000


def occupations_by_key() -> dict[tuple[str, str], Occupation]:
    """Return every occupation by its classification and its code: one says nothing without the other."""
    return {
        (occupation.classification, occupation.code): occupation for occupation in Occupation.objects.all()
    }


def occupation_of(row, known) -> Occupation:
    """Return the occupation that a row's columns `classification` and `code` name."""
    try:
        return known[row.text("classification"), row.text("code")]
    except KeyError:
        raise row.bad("code", f"{row.text('classification')} has no such code") from None


def load_occupations(path: Path, report: Report) -> None:
    known = occupations_by_key()
    for row in read_rows(path, OCCUPATION.values()):
        fresh = Occupation(
            classification=row.text("classification"),
            code=row.text("code"),
            title_en=row.text("title_en"),
            title_fr=row.text("title_fr"),
            teer=row.integer("teer"),
            broad_category=row.text("broad_category"),
        )
        key = (fresh.classification, fresh.code)
        known[key] = take_in(row, known.get(key), fresh, OCCUPATION, report)


def load_titles(path: Path, report: Report) -> None:
    """Add everyday titles in bulk: every field is validated, uniqueness is the database's."""
    occupations = occupations_by_key()
    known = set(OccupationTitle.objects.values_list("occupation", "language", "title"))
    fresh = []
    for row in read_rows(path, {"classification", *TITLE.values()}):
        occupation = occupation_of(row, occupations)
        key = (occupation.pk, row.text("language"), row.text("title"))
        if key in known:
            report.unchanged += 1
            continue
        known.add(key)
        title = OccupationTitle(occupation=occupation, language=key[1], title=key[2])
        try:
            title.clean_fields(exclude={"occupation"})
        except ValidationError as error:
            raise bad_row(row, error, TITLE) from error
        fresh.append(title)
    OccupationTitle.objects.bulk_create(fresh, batch_size=BATCH)
    report.added += len(fresh)


def load_categories(path: Path, report: Report) -> None:
    known = {category.slug: category for category in Category.objects.all()}
    for row in read_rows(path, CATEGORY.values()):
        fresh = Category(
            **{name: row.text(name) for name in CATEGORY if name != "order"}, order=row.integer("order")
        )
        known[fresh.slug] = take_in(row, known.get(fresh.slug), fresh, CATEGORY, report)


def versions_by_key() -> dict[tuple[str, int], CategoryVersion]:
    """Return every version by its category's slug and its number."""
    versions = CategoryVersion.objects.select_related("category")
    return {(version.category.slug, version.number): version for version in versions}


def version_of(row, known) -> CategoryVersion:
    """Return the version that a row's columns `category` and `version` name."""
    try:
        return known[row.text("category"), row.integer("version")]
    except KeyError:
        raise row.bad("version", f"{row.text('category')} has no such version") from None


def load_versions(path: Path, report: Report) -> None:
    categories = {category.slug: category for category in Category.objects.all()}
    known = versions_by_key()
    for row in read_rows(path, VERSION.values()):
        fresh = CategoryVersion(
            category=row.among("category", categories, "type of draw"),
            **{name: row.text(name) for name in ("name_en", "name_fr", "criteria_en", "source")},
            **{name: row.integer(name) for name in ("number", "months_required", "nclc_min")},
            **{name: row.day(name) for name in ("announced", "valid_from", "valid_to", "list_published")},
            **{
                name: row.flag(name)
                for name in ("continuous", "in_canada", "has_list", "list_awaited", "verified")
            },
        )
        key = (fresh.category.slug, fresh.number)
        known[key] = take_in(row, known.get(key), fresh, VERSION, report)


def load_listings(path: Path, report: Report) -> None:
    versions = versions_by_key()
    occupations = occupations_by_key()
    known = {(listing.version_id, listing.occupation_id): listing for listing in Listing.objects.all()}
    for row in read_rows(path, {"category", "classification", *LISTING.values()}):
        fresh = Listing(
            version=version_of(row, versions),
            occupation=occupation_of(row, occupations),
            title_as_published=row.text("title_as_published"),
            source=row.text("source"),
            verified_on=row.day("verified_on"),
            verified_by=row.text("verified_by"),
        )
        key = (fresh.version_id, fresh.occupation_id)
        known[key] = take_in(row, known.get(key), fresh, LISTING, report)


def load_labels(path: Path, report: Report) -> None:
    versions = versions_by_key()
    known = {label.label: label for label in SeriesLabel.objects.all()}
    for row in read_rows(path, {"category", *LABEL.values()}):
        fresh = SeriesLabel(label=row.text("label"), version=version_of(row, versions))
        known[fresh.label] = take_in(row, known.get(fresh.label), fresh, LABEL, report)


# In the order in which each may refer to the ones before it. A classification has a file of its own.
FILES = {
    "noc[0-9][0-9][0-9][0-9].csv": load_occupations,
    "occupation_titles.csv": load_titles,
    "categories.csv": load_categories,
    "category_versions.csv": load_versions,
    "listings.csv": load_listings,
    "series_labels.csv": load_labels,
}
