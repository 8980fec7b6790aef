"""Types of draw, their versions and lists, and occupations, as open data: rows of files and of the API."""

from datetime import date
from typing import Annotated

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_noop as _
from ninja import Field, Path, Query, Router, Schema
from ninja.errors import HttpError

from core import params
from core.api import (
    ChangedSince,
    Day,
    Moment,
    Page,
    PageQuery,
    Slug,
    WholeNumber,
    absolute,
    last_change,
    page_of,
    reads,
    start_of,
)
from occupations.models import Category, CategoryVersion, Listing, Occupation
from occupations.models.classification import NOC_2021
from occupations.search import search

Code = Annotated[str, Field(pattern=r"^[0-9]{5}$")]
Classification = Annotated[str, Field(pattern=r"^NOC [0-9]{4}$")]

router = Router(tags=["Types of draw and occupations"])

URL = _("The page on this site")
SOURCE = _("Where it was read")
VERIFIED = _("Whether an editor has compared it with the official page")


class CategoryRow(Schema):
    slug: str = Field(description=_("The key of the type of draw"))
    kind: str = Field(description=_("general (all programs), program (one program) or category-based"))
    name_en: str = Field(description=_("Name in English"))
    name_fr: str = Field(description=_("Name in French; blank where IRCC gives none"))
    abbreviation: str = Field(description=_("Abbreviation in English, if there is one"))
    summary_en: str = Field(description=_("What it is, in a sentence or two"))
    includes_nomination: bool = Field(
        description=_("Whether cut-offs contain the 600 points of a provincial nomination")
    )
    url: str = Field(description=URL)

    @staticmethod
    def resolve_url(category):
        return absolute(category)


class VersionRow(Schema):
    category: str = Field(alias="category.slug", description=_("The key of the type of draw"))
    version: int = Field(alias="number", description=_("Number of the version, from 1"))
    name_en: str = Field(description=_("Name in English, as it was then"))
    name_fr: str = Field(description=_("Name in French, as it was then"))
    announced: date | None = Field(description=_("Day of announcement"))
    valid_from: date | None = Field(description=_("First day in force; blank without dates"))
    valid_to: date | None = Field(description=_("Last day in force; blank while it is in force"))
    months_required: int | None = Field(
        description=_("Months of work experience asked for; blank where not seen")
    )
    continuous: bool | None = Field(description=_("Whether the months must be continuous"))
    in_canada: bool | None = Field(description=_("Whether the experience must be from Canada"))
    nclc_min: int | None = Field(
        description=_("Lowest level of French asked for in all four abilities, in Niveaux de compétence linguistique canadiens (NCLC)")
    )  # fmt: skip
    criteria_en: str = Field(description=_("All criteria, in words"))
    has_list: bool = Field(description=_("Whether it has a list of occupations"))
    list_awaited: bool = Field(
        description=_("Whether the list is still to be published: what is on it is then not known")
    )
    list_published: date | None = Field(
        description=_("Day on which the list came out; blank where it was not seen, or is awaited")
    )
    listed: int | None = Field(
        description=_(
            "How many occupations are on its list; blank without a list, and while it is not published"
        )
    )
    source: str = Field(description=SOURCE)
    verified: bool = Field(description=VERIFIED)
    changed: Moment = Field(description=_("When the row last changed here, in UTC"))
    url: str = Field(description=URL)

    @staticmethod
    def resolve_url(version):
        return absolute(version)


class ListingRow(Schema):
    category: str = Field(alias="category.slug", description=_("The key of the type of draw"))
    version: int = Field(alias="version.number", description=_("Number of the version"))
    code: str = Field(alias="occupation.code", description=_("Code of the occupation, five digits, as text"))
    classification: str = Field(
        alias="occupation.classification",
        description=_("The classification that the code is of, and its year"),
    )
    title_as_published: str = Field(description=_("Title as spelt on the official list"))
    title_en: str = Field(alias="occupation.title_en", description=_("Title in the classification"))
    valid_from: date | None = Field(
        alias="version.valid_from", description=_("First day of the list in force")
    )
    valid_to: date | None = Field(
        alias="version.valid_to", description=_("Last day of the list; blank while it is in force")
    )
    source: str = Field(description=SOURCE)
    verified: bool = Field(description=VERIFIED)
    verified_on: date | None = Field(description=_("The day of that comparison; blank without one"))


class AwaitedList(Schema):
    category: str = Field(alias="category.slug", description="The key of the type of draw")
    version: int = Field(alias="number", description="Number of the version")
    announced: date | None = Field(description="Day of announcement")


class ListingPage(Page[ListingRow]):
    """What is on a list that is not published is not known: no item does not mean not listed."""

    awaited: list[AwaitedList] = Field(
        description="Lists among those asked for that are not published yet, and so have no items."
    )


class OccupationRow(Schema):
    classification: str = Field(description=_("The classification and its year"))
    code: str = Field(description=_("Code in the classification, five digits, as text"))
    title_en: str = Field(description=_("Title in English"))
    title_fr: str = Field(description=_("Title in French"))
    teer: int = Field(
        description=_("Training, education, experience and responsibilities (TEER): 0 to 5, the code's second digit")
    )  # fmt: skip
    broad_category: str = Field(description=_("Broad category of the classification"))
    url: str = Field(description=URL)

    @staticmethod
    def resolve_url(occupation):
        return absolute(occupation)


def versions(changed_since: date | None = None) -> QuerySet[CategoryVersion]:
    """Return all versions, or those that have changed since the beginning of a day."""
    found = CategoryVersion.objects.with_counts().select_related("category")
    found = found.annotate(changed=last_change(CategoryVersion))
    found = found.order_by("category__order", "category", "number")
    return found.filter(changed__gte=start_of(changed_since)) if changed_since else found


def listings() -> QuerySet[Listing]:
    order = ("version__category__order", "version__category", "version__number", "occupation")
    return Listing.objects.for_list().order_by(*order)


def categories() -> QuerySet[Category]:
    return Category.objects.in_reading_order()


def occupations() -> QuerySet[Occupation]:
    return Occupation.objects.order_by("classification", "code")


def known_category(slug: str) -> Category:
    """Return the type of draw of this name. Raises HttpError 404 that says where the names are."""
    found = Category.objects.filter(slug=slug).first()
    if found is None:
        raise HttpError(404, "No type of draw has this name. The names: /api/v1/categories")
    return found


class VersionQuery(PageQuery):
    category: Slug = Field(None, description="Only of this type of draw.")
    changed_since: ChangedSince = None


class ListingQuery(PageQuery):
    category: Slug = Field(None, description="Only of this type of draw.")
    version: WholeNumber = Field(None, ge=1, le=999, description="Only of the version of this number.")
    code: Code = Field(
        None, description="Only of this occupation, of NOC 2021 unless a classification is given."
    )
    classification: Classification = Field(None, description="Only of this classification.")
    in_force: Day = Field(None, description="Only of lists that were in force on this day.")


class ClassificationQuery(Schema):
    classification: Classification = Field(NOC_2021, description="The classification that the code is of.")


class OccupationQuery(PageQuery):
    q: Annotated[str, Field(max_length=100)] = Field(
        None, description="A job title, words of one, or digits of a code; best match first."
    )


@reads(router, "/categories", response=Page[CategoryRow])
def list_categories(request, query: Query[PageQuery]):
    """Types of draw in reading order."""
    return page_of(request, categories(), query)


@reads(router, "/categories/{slug:slug}", response=CategoryRow)
def get_category(request, slug: Path[Slug]):
    """One type of draw."""
    return known_category(slug)


@reads(router, "/versions", response=Page[VersionRow])
def list_versions(request, query: Query[VersionQuery]):
    """What each type of draw meant while a version of it was in force."""
    found = versions(query.changed_since)
    if query.category:
        found = found.filter(category=known_category(query.category))
    return page_of(request, found, query)


@reads(router, "/listings", response=ListingPage)
def list_listings(request, query: Query[ListingQuery]):
    """Which occupation was on the list of which version."""
    found, awaited = listings(), CategoryVersion.objects.filter(list_awaited=True).select_related("category")
    if query.category:
        category = known_category(query.category)
        found, awaited = found.filter(version__category=category), awaited.filter(category=category)
    if query.version:
        found, awaited = found.filter(version__number=query.version), awaited.filter(number=query.version)
    if query.code:
        found = found.filter(occupation__code=query.code)
    if query.code or query.classification:
        found = found.filter(occupation__classification=query.classification or NOC_2021)
    if query.in_force:
        found, awaited = found.in_force(query.in_force), awaited.in_force(query.in_force)
    return page_of(request, found, query) | {"awaited": awaited}


@reads(router, "/occupations", response=Page[OccupationRow])
def list_occupations(request, query: Query[OccupationQuery]):
    """Occupations of the classification, all or by what they are called."""
    if query.q is None:
        return page_of(request, occupations(), query)
    page = page_of(request, search(params.text(request, "q")), query)
    found = Occupation.objects.in_bulk([match.occupation_id for match in page["items"]])
    return page | {"items": [found[match.occupation_id] for match in page["items"]]}


@reads(router, "/occupations/{code:code}", response=OccupationRow)
def get_occupation(request, code: Path[Code], query: Query[ClassificationQuery]):
    """One occupation: of NOC 2021, unless another classification is given."""
    return get_object_or_404(Occupation, classification=query.classification, code=code)
