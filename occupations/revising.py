"""Changing what is listed: the next version of a type, the list of an announced one, a slip in a published one."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.writing import write
from occupations.comparing import compare
from occupations.models import Category, CategoryVersion, ListCorrection, Listing, Occupation


class Entry(NamedTuple):
    """An occupation as it is to stand on a list."""

    occupation: Occupation
    title: str


def list_problem(version: CategoryVersion, listed: int) -> str:
    """Return what is wrong with a list of so many occupations, blank where nothing is."""
    if version.list_is_known and not listed:
        return _("A list that is published has occupations on it.")
    if listed and not version.has_list:
        return _("Occupations are on the list of this version, so it has one.")
    if listed and version.list_awaited:
        return _("Occupations are on this list already, so it has been published.")
    return ""


def ended_by(version: CategoryVersion) -> CategoryVersion | None:
    """Return the version without an end that `version`, not saved yet, follows; it ends on the day before.

    Its last day is set and not saved.
    """
    if version.valid_from is None:
        return None
    open_ones = CategoryVersion.objects.filter(category=version.category, valid_to=None)
    ended = open_ones.filter(valid_from__lt=version.valid_from).exclude(pk=version.pk).first()
    if ended:
        ended.valid_to = version.valid_from - timedelta(days=1)
    return ended


@transaction.atomic
def start_version(version: CategoryVersion, entries: Iterable[Entry] = ()) -> CategoryVersion | None:
    """Save the next version of a type with its list; end the one in force on the day before, and return that one.

    Raises ValidationError, and then nothing is saved.
    """
    Category.objects.select_for_update().get(pk=version.category_id)
    if ended := ended_by(version):
        ended._change_reason = f"Ended by version {version.number}"
        write(ended)
    write(version)
    _fill(version, entries)
    return ended


@transaction.atomic
def publish_list(version: CategoryVersion, entries: Iterable[Entry]) -> None:
    """Save the list of a version that was announced without it. Raises ValidationError."""
    if not CategoryVersion.objects.select_for_update().filter(pk=version.pk, list_awaited=True).exists():
        raise ValidationError(_("The list of this version is published already."))
    version.list_awaited = False
    version._change_reason = "List published"
    write(version)
    _fill(version, entries)


def _fill(version: CategoryVersion, entries: Iterable[Entry]) -> None:
    listings = [_listing(version, entry) for entry in entries]
    if problem := list_problem(version, len(listings)):
        raise ValidationError(problem)
    for listing in listings:
        write(listing)


def _listing(version: CategoryVersion, entry: Entry) -> Listing:
    return Listing(
        version=version,
        occupation=entry.occupation,
        title_as_published=entry.title,
        source=version.source,
    )


@transaction.atomic
def correct_list(
    version: CategoryVersion, entries: Sequence[Entry], *, kind: str, reason: str, by=None
) -> list[ListCorrection]:
    """Make the list of `version` what `entries` say. Every row that becomes another stands as a dated correction.

    Capitals and white space are changed without one: they say nothing else to readers. A row whose title is
    changed in any way has to be verified anew. Raises ValidationError, and then nothing is saved.
    """
    CategoryVersion.objects.select_for_update().get(pk=version.pk)
    before = list(version.listings.select_related("occupation", "version"))
    fresh = [_listing(version, entry) for entry in entries]
    if problem := list_problem(version, len(fresh)):
        raise ValidationError(problem)
    found = compare(before, fresh)
    respelt = [pair for pair in found.kept if pair[0].title_as_published != pair[1].title_as_published]
    if not (found.added or found.removed or respelt):
        raise ValidationError(_("Nothing on the list is changed."))
    for listing in found.removed:
        listing.delete()
    for listing in found.added:
        write(listing)
    was = {old.pk: old.title_as_published for old, _new in found.retitled}
    for old, new in respelt:
        old.title_as_published = new.title_as_published
        old.verified_on, old.verified_by = None, ""
        write(old)
    version._change_reason = reason[:100]
    write(version)
    return [
        write(
            ListCorrection(
                version=version,
                occupation=occupation,
                old=old,
                new=new,
                kind=kind,
                reason=reason,
                made_by=by,
            )
        )
        for occupation, old, new in [
            *((listing.occupation, "", listing.title_as_published) for listing in found.added),
            *((listing.occupation, listing.title_as_published, "") for listing in found.removed),
            *((old.occupation, was[old.pk], new.title_as_published) for old, new in found.retitled),
        ]
    ]


@transaction.atomic
def verify(listings: Iterable[Listing], *, by, on=None) -> int:
    """Say of each row that it was compared with the official page, today in Toronto; return how many were."""
    return _mark(listings, on or timezone.localdate(), (by.get_full_name() or by.get_username())[:150])


@transaction.atomic
def unverify(listings: Iterable[Listing]) -> int:
    """Take the mark off rows that nobody compared with the official page after all."""
    return _mark(listings, None, "")


def _mark(listings: Iterable[Listing], on, by: str) -> int:
    listings = list(listings)
    for listing in listings:
        listing.verified_on, listing.verified_by = on, by
        write(listing)
    return len(listings)
