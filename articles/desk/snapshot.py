"""The record as the fact desk reads it: built from the tables, and built again when they have changed.

What is many (occupations and 57,708 everyday titles) is read when the mark of the search has moved. What is few (draws,
versions, lists, phrases) is read each time, in five queries of some hundred rows, and compared: no mark can then be missed.
"""

import logging
from collections.abc import Iterable
from datetime import date
from threading import Event, Lock
from types import ModuleType
from typing import NamedTuple
from uuid import UUID

from django.db import DatabaseError, connection
from django.db.models import BooleanField, Exists, ExpressionWrapper
from django.urls import reverse
from django.utils import timezone

from articles.facts import additional_points
from articles.facts.model import Draw, Occupation, Phrase, Record, Version
from articles.models import StopPhrase
from draws.models import HeldRow, Round, SyncRun
from occupations.models import CategoryVersion, Listing, OccupationTitle, SearchMark
from occupations.models import Occupation as OccupationRow
from occupations.models.classification import NOC_2021

logger = logging.getLogger(__name__)


class Classified(NamedTuple):
    """What NOC 2021 says, as long as the mark of the search stands."""

    mark: UUID | None
    occupations: dict[str, Occupation]
    titles: dict[str, tuple[str, ...]]


class Rows(NamedTuple):
    """The rows that are read each time, as the database gives them."""

    draws: tuple
    versions: tuple
    listings: tuple
    phrases: tuple
    complete_to: date | None


class Snapshot:
    """Holds one record, and makes the next while others wait: never two at once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._classified: Classified | None = None
        self._rows: Rows | None = None
        self._record: Record | None = None

    def record(self) -> Record:
        """Return the record as it is now. The same object, as long as nothing of it has changed."""
        mark, rows = SearchMark.objects.current(), read_rows()
        with self._lock:
            if self._classified is None or self._classified.mark != mark:
                self._classified = read_classification(mark)
                self._record = None
            if self._record is None or self._rows != rows:
                self._rows = rows
                self._record = build(self._classified, rows)
            return self._record


def read_rows() -> Rows:
    """Read draws that the public may see, versions, lists, phrases and how far the record reaches. Five queries."""
    draws = Round.objects.public_record().order_by("date", "sequence")
    versions = CategoryVersion.objects.order_by("category__order", "category", "number")
    return Rows(
        tuple(
            draws.values_list(
                *("number", "sequence", "date", "version__category__slug", "version__number"),
                *("invitations", "crs_cutoff", "tie_breaking_at", "verified"),
            )
        ),
        tuple(
            versions.values_list(
                *("category__slug", "number", "valid_from", "valid_to", "has_list", "list_awaited"),
                *("months_required", "continuous", "in_canada", "nclc_min"),
                *("category__kind", "category__name_en"),
            )
        ),
        tuple(
            Listing.objects.filter(occupation__classification=NOC_2021)
            .order_by("version__category", "version__number", "occupation__code")
            .values_list(
                "version__category__slug", "version__number", "occupation__code", "title_as_published"
            )
        ),
        tuple(StopPhrase.objects.filter(active=True).values_list("pattern", "reason", "instead")),
        complete_to(),
    )


def complete_to() -> date | None:
    """Return the day of the last check against IRCC that left nothing waiting; None: that of the newest draw counts."""
    is_behind = Exists(HeldRow.objects.waiting()) | Exists(Round.objects.waiting_from_feed())
    check = SyncRun.objects.checks().annotate(
        is_behind=ExpressionWrapper(is_behind, output_field=BooleanField())
    )
    found = check.values("started_at", "is_behind").first()
    return timezone.localdate(found["started_at"]) if found and not found["is_behind"] else None


def read_classification(mark: UUID | None) -> Classified:
    """Read the occupations of NOC 2021 and the titles that are filed under them. Two queries."""
    occupations = {
        code: Occupation(code, title, title_fr, teer, reverse("occupation", args=[code]))
        for code, title, title_fr, teer in OccupationRow.objects.filter(classification=NOC_2021)
        .order_by("code")
        .values_list("code", "title_en", "title_fr", "teer")
    }
    filed = OccupationTitle.objects.filter(occupation__classification=NOC_2021).order_by("pk")
    titles: dict[str, tuple[str, ...]] = {}
    # Most titles are filed under one of a few hundred codes: the same tuple serves them all.
    alone: dict[str, tuple[str, ...]] = {}
    for folded, code in filed.values_list("folded_title", "occupation__code").iterator():
        codes = titles.setdefault(folded.strip(), alone.setdefault(code, (code,)))
        if code not in codes:
            titles[folded.strip()] = (*codes, code)
    return Classified(mark, occupations, titles)


def build(classified: Classified, rows: Rows) -> Record:
    draws = tuple(Draw(*values, address=reverse("round", args=[values[0]])) for values in rows.draws)
    newest = draws[-1].date if draws else None
    return Record(
        draws=draws,
        versions=tuple(_versions(rows.versions, rows.listings)),
        occupations=classified.occupations,
        titles=classified.titles,
        points=additional_points.shipped(),
        phrases=tuple(Phrase(*values) for values in rows.phrases),
        complete_to=max(filter(None, (newest, rows.complete_to)), default=None),
        category_names={slug: name for slug, *_rest, name in rows.versions},
    )


def _versions(versions: tuple, listings: tuple) -> Iterable[Version]:
    lists: dict[tuple[str, int], dict[str, str]] = {}
    for slug, number, code, title in listings:
        lists.setdefault((slug, number), {})[code] = title
    for slug, number, valid_from, valid_to, has_list, awaited, *criteria, kind, _name in versions:
        months, continuous, in_canada, nclc = criteria
        yield Version(
            category=slug,
            number=number,
            valid_from=valid_from,
            valid_to=valid_to,
            codes=lists.get((slug, number), {}) if has_list and not awaited else None,
            months_required=months,
            continuous=continuous,
            in_canada=in_canada,
            nclc_min=nclc,
            address=reverse("category-version", args=[slug, number])
            if kind == "category-based"
            else reverse("category", args=[slug]),
        )


SNAPSHOT = Snapshot()
# Set as soon as somebody is in the newsroom: a process that serves readers alone does without some 20 MB.
WANTED = Event()


def engine() -> ModuleType:
    """Return what reads articles and judges them, loaded when it is first asked: some thousand patterns, which serve no reader."""
    from articles.facts import checking

    return checking


def prepare() -> None:
    """Load the desk and build the record once it is wanted, in a thread of its own, before an editor waits for it.

    Where there is no record yet, the first look finds that out.
    """
    WANTED.wait()
    engine()
    try:
        SNAPSHOT.record()
    except DatabaseError as error:
        logger.warning("The fact desk is not prepared: %s", error)
    finally:
        connection.close()
