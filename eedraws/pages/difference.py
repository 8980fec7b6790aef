"""Two versions of a type beside each other: what changed in the list, the name, the criteria and the dates."""

from collections.abc import Iterable

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from draws.models import Round
from eedraws.pages.versions import versions_of
from occupations.criteria import Criterion, criteria_compared
from occupations.models import CategoryVersion
from occupations.versions import Comparison, comparison, lists_of


def category_difference(request, slug, before, after):
    """What changed from one version of a type to a later one; the other way round leads here."""
    versions = versions_of(slug, before, after)
    if before == after:
        raise Http404
    if before > after:
        return redirect("category-difference", slug, after, before, permanent=True)
    pair = [version for version in versions if version.number in (before, after)]
    found = comparison(*pair, lists_of(pair))
    context = {
        "category": found.after.category,
        "comparison": found,
        "dates": dates(*pair),
        "first_draws": first_draws_of(pair),
        "criteria": names(*pair) + criteria_compared(*pair),
        "others": others(versions, found),
    }
    return render(request, "occupations/category_difference.html", context)


def names(before: CategoryVersion, after: CategoryVersion) -> list[Criterion]:
    return [Criterion(_("Name"), before.name, after.name, before.name != after.name)]


def dates(before: CategoryVersion, after: CategoryVersion) -> list[Criterion]:
    """Return the dates of two versions as rows, each kind apart: that they differ is no change of the rules."""
    rows = [(_("Announced"), announced_in_words), (_("In force"), in_force_in_words)]
    if before.has_list or after.has_list:
        rows.insert(1, (_("List published"), list_in_words))
    return [Criterion(label, words(before), words(after), False) for label, words in rows]


def announced_in_words(version: CategoryVersion) -> str | None:
    return date_format(version.announced) if version.announced else None


def list_in_words(version: CategoryVersion) -> str:
    if not version.has_list:
        return _("no list")
    if version.list_awaited:
        return _("not yet")
    return date_format(version.list_published) if version.list_published else _("the day was not seen")


def in_force_in_words(version: CategoryVersion) -> str:
    start = date_format(version.valid_from)
    if version.valid_to is None:
        return _("from %(start)s, and when last seen") % {"start": start}
    return _("from %(start)s to %(end)s") % {"start": start, "end": date_format(version.valid_to)}


def first_draws_of(versions: Iterable[CategoryVersion]) -> list[Round | None]:
    """Return the first draw held under each of these versions, in their order; None where the record has none."""
    versions = list(versions)
    rounds = Round.objects.public_record().filter(version__in=versions).newest_first().for_list()
    first = {round.version_id: round for round in rounds}
    return [first.get(version.pk) for version in versions]


def others(versions: list[CategoryVersion], shown: Comparison) -> list[Comparison]:
    """Return the steps from each version of a type to the next, and from the first to the last, but the one shown."""
    steps = list(zip(versions, versions[1:], strict=False))
    if len(steps) > 1:
        steps.append((versions[0], versions[-1]))
    return [Comparison(*step, None) for step in steps if step != (shown.before, shown.after)]
