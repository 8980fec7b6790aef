"""Open data: what there is to download, the downloads, and the draws that a filter leaves."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from ninja import Schema

import draws.api
import occupations.api
from core import params
from core.problems import problem
from core.tables import download
from draws.filters import RoundFilter
from eedraws.age import age_of_record
from eedraws.api import ATTRIBUTION, LICENCE_NAME, LICENCE_URL


class Dataset(NamedTuple):
    """A file of open data: its rows, all or changed since a day where `dated`, and how a row is told."""

    name: str
    title: str
    schema: type[Schema]
    rows: Callable
    dated: bool = False

    @property
    def columns(self) -> list[tuple[str, str]]:
        """Return each column's name and meaning."""
        return [(name, field.description) for name, field in self.schema.model_fields.items()]


DATASETS = {
    dataset.name: dataset
    for dataset in (
        Dataset("rounds", _("Draws"), draws.api.RoundRow, draws.api.rounds, dated=True),
        Dataset("pool", _("Counts of the pool"), draws.api.PoolRow, draws.api.pool, dated=True),
        Dataset("categories", _("Types of draw"), occupations.api.CategoryRow, occupations.api.categories),
        Dataset(
            "versions",
            _("Versions of types of draw"),
            occupations.api.VersionRow,
            occupations.api.versions,
            dated=True,
        ),
        Dataset("listings", _("Listed occupations"), occupations.api.ListingRow, occupations.api.listings),
        Dataset("occupations", _("Occupations"), occupations.api.OccupationRow, occupations.api.occupations),
    )
}


def data(request):
    """What the data set holds, under which licence, and what to mind."""
    context = {"datasets": DATASETS.values(), "licence_name": LICENCE_NAME, "licence_url": LICENCE_URL}
    return render(request, "pages/data.html", context)


def dataset(request, name, format):
    """A whole data set as a file, or what has changed in it since a day."""
    found = DATASETS.get(name)
    if found is None:
        raise Http404
    if "changed_since" not in request.GET:
        return file(found, format, found.rows())
    since = params.day(request, "changed_since")
    if not found.dated:
        return unusable(_("No changes are kept for this one: take all of it."))
    if since is None:
        return unusable(_("Give a day, such as 2026-10-01."))
    return file(found, format, found.rows(since))


def filtered_rounds(request, format):
    """Exactly the draws that the list of draws shows for the same query, on one page."""
    filters = RoundFilter(request.GET, draws.api.rounds())
    if not filters.is_valid():
        return problem(
            400, _("This filter cannot be used; the list of draws explains it."), errors_of(filters)
        )
    return file(DATASETS["rounds"], format, filters.qs)


def errors_of(filters: RoundFilter) -> list[tuple[str, str]]:
    """Return what is wrong with each parameter. Django's words on a choice repeat what was sent; these do not."""
    return [
        (name, _("There is no such choice.") if error.code == "invalid_choice" else error.messages[0])
        for name, errors in filters.form.errors.as_data().items()
        for error in errors
    ]


def unusable(text):
    return problem(400, _("A parameter cannot be used."), [("changed_since", text)])


def file(found: Dataset, format: str, rows):
    return download(found.name, format, found.schema, rows, about(age_of_record().complete_to))


def about(complete_to: date | None) -> dict:
    """Return what a JSON file says before its rows."""
    return {
        "licence": LICENCE_NAME,
        "licence_url": LICENCE_URL,
        "attribution": ATTRIBUTION,
        "record_complete_to": complete_to,
    }
