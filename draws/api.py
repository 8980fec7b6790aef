"""Draws and counts of the pool as open data: rows of files and of the API."""

import datetime as dt
from typing import Annotated, Literal

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Greatest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_noop as _
from ninja import Field, Path, Query, Router, Schema

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
from draws.clock import FIRST_YEAR, LAST_YEAR
from draws.filters import HIGHEST_SCORE, NEWEST_FIRST, SORTS, RoundFilter
from draws.models import PoolBand, PoolDistribution, Round
from occupations.api import known_category
from occupations.models import Category

router = Router(tags=["Draws"])

Number = Annotated[str, Field(pattern=r"^([0-9]{1,4}[a-z]?|s[0-9]{1,6})$")]

IRCC_PAGE = "https://www.canada.ca/en/immigration-refugees-citizenship/services/immigrate-canada/express-entry/rounds-invitations.html"


class RoundRow(Schema):
    number: str = Field(description=_("Number of the draw, as text: 255, 91a"))
    date: dt.date = Field(description=_("Date of the draw, as published by IRCC"))
    category: str = Field(alias="category.slug", description=_("The key of the type of draw"))
    category_name: str = Field(alias="category.name_en", description=_("Name of the type of draw"))
    kind: str = Field(
        alias="category.kind",
        description=_("general (all programs), program (one program) or category-based"),
    )
    version: int = Field(alias="version.number", description=_("Version of the type that the draw was for"))
    invitations: int = Field(description=_("Invitations issued: not people admitted"))
    crs_cutoff: int = Field(
        description=_("Score of the lowest-ranked candidate invited, in points of the Comprehensive Ranking System")
    )  # fmt: skip
    includes_nomination: bool = Field(
        alias="category.includes_nomination",
        description=_("Whether the cut-off contains the 600 points of a provincial nomination"),
    )
    held_at: dt.datetime | None = Field(description=_("When it was held, in UTC; blank where not given"))
    held_text: str = Field(description=_("The same in the words of IRCC"))
    tie_breaking_at: dt.datetime | None = Field(
        description=_("At the cut-off, only profiles submitted by then were invited, in UTC")
    )
    tie_breaking_text: str = Field(description=_("The same in the words of IRCC"))
    programs: list[str] = Field(
        description=_(
            "Programs drawn from: FSW (Federal Skilled Worker), CEC (Canadian Experience Class), "
            "FST (Federal Skilled Trades), PNP (Provincial Nominee Program)"
        )
    )
    published_name_en: str = Field(description=_("Label that IRCC gave the draw in English"))
    published_name_fr: str = Field(description=_("Label that IRCC gave the draw in French"))
    pool_as_of: dt.date | None = Field(
        description=_("Day of the count of the pool that was given with the draw; blank where none was")
    )
    source: str = Field(description=_("Where the figures were read"))
    source_url: str = Field(description=_("The official page"))
    verified: bool = Field(description=_("Whether an editor has compared the figures with the official page"))
    status: str = Field(description=_("standing, or withdrawn by IRCC"))
    first_published: Moment = Field(
        alias="published_at", description=_("When the draw first stood here, in UTC")
    )
    changed: Moment = Field(description=_("When the row last changed here, in UTC"))
    url: str = Field(description=_("The page on this site"))

    @staticmethod
    def resolve_pool_as_of(round):
        return round.pool and round.pool.as_of

    @staticmethod
    def resolve_source_url(round):
        return IRCC_PAGE

    @staticmethod
    def resolve_status(round):
        return "withdrawn" if round.withdrawn_at else "standing"

    @staticmethod
    def resolve_url(round):
        return absolute(round)


class PoolRow(Schema):
    as_of: dt.date = Field(alias="distribution.as_of", description=_("Day of the count"))
    crs_min: int = Field(description=_("Lowest score of the band, in points"))
    crs_max: int = Field(description=_("Highest score of the band, in points"))
    candidates: int = Field(description=_("Candidates in the pool with such a score"))
    published_total: int | None = Field(
        alias="distribution.published_total", description=_("The whole pool on that day, as published")
    )
    discrepancy_note: str = Field(
        alias="distribution.discrepancy_note", description=_("Where the published sums do not add up")
    )
    source: str = Field(alias="distribution.source", description=_("Where the count was read"))
    changed: Moment = Field(description=_("When the count last changed here, in UTC"))


def rounds(changed_since: dt.date | None = None) -> QuerySet[Round]:
    """Return the public record, newest first; with `changed_since`, what has changed, withdrawn draws too."""
    record = Round.objects.published() if changed_since else Round.objects.public_record()
    record = record.annotate(changed=Greatest("published_at", last_change(Round)))
    record = record.select_related("version__category", "pool").newest_first()
    return record.filter(changed__gte=start_of(changed_since)) if changed_since else record


def pool(changed_since: dt.date | None = None) -> QuerySet[PoolBand]:
    """Return the bands of all counts that a public draw came with, newest count and highest band first."""
    public = Round.objects.public_record().filter(pool=OuterRef("distribution"))
    counts = PoolDistribution.history.filter(id=OuterRef("distribution")).order_by("-history_date")
    bands = PoolBand.objects.filter(Exists(public)).select_related("distribution")
    bands = bands.annotate(changed=counts.values("history_date")[:1])
    bands = bands.order_by("-distribution__as_of", "-crs_min")
    return bands.filter(changed__gte=start_of(changed_since)) if changed_since else bands


class RoundQuery(PageQuery):
    """The filter of the list of draws; each narrows what the others leave."""

    category: Slug = Field(None, description="Only of this type of draw.")
    kind: Literal[*Category.Kind.values] = Field(None, description="Only of types of this kind.")
    year: WholeNumber = Field(None, ge=FIRST_YEAR, le=LAST_YEAR, description="Only of this year.")
    date_from: Day = Field(None, description="Only of this day or later.")
    date_to: Day = Field(None, description="Only of this day or earlier.")
    cutoff_from: WholeNumber = Field(
        None, ge=1, le=HIGHEST_SCORE, description="Only with this cut-off or higher."
    )
    cutoff_to: WholeNumber = Field(
        None, ge=1, le=HIGHEST_SCORE, description="Only with this cut-off or lower."
    )
    sort: Literal[*SORTS] = Field(NEWEST_FIRST, description="A minus is for newest or highest first.")
    changed_since: ChangedSince = None


class PoolQuery(PageQuery):
    as_of: Day = Field(None, description="Only the count of this day.")
    changed_since: ChangedSince = None


@reads(router, "/rounds", response=Page[RoundRow])
def list_rounds(request, query: Query[RoundQuery]):
    """Draws of the public record.

    A range that runs backwards holds no draw. With `changed_since` draws that IRCC has withdrawn are told too,
    so that a copy can drop them.
    """
    if query.category:
        known_category(query.category)
    asked = query.model_dump(mode="json", exclude_none=True, include=set(RoundFilter.base_filters))
    filters = RoundFilter(asked, rounds(query.changed_since))
    # All that is left for the form to refuse is a range that runs backwards.
    return page_of(request, filters.qs if filters.is_valid() else filters.queryset.none(), query)


@reads(router, "/rounds/{number:number}", response=RoundRow)
def get_round(request, number: Path[Number]):
    """One draw. One that IRCC has withdrawn keeps its address, and says so in its status."""
    published = Round.objects.published().annotate(changed=Greatest("published_at", last_change(Round)))
    return get_object_or_404(published.select_related("version__category", "pool"), number=number)


@reads(router, "/pool", response=Page[PoolRow])
def list_pool(request, query: Query[PoolQuery]):
    """Candidates in the pool by band of scores: bands do not overlap, so they may be added up."""
    bands = pool(query.changed_since)
    return page_of(request, bands.filter(distribution__as_of=query.as_of) if query.as_of else bands, query)
