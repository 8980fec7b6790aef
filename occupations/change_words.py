"""What happened to a list in words: the same on the page, in its feed and among the corrections."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from occupations.changes import Kind, ListChange
from occupations.criteria import criteria_compared
from occupations.models import CategoryVersion, ListCorrection
from occupations.versions import Comparison

type Change = ListChange[CategoryVersion]


def heading(change: Change) -> str:
    """Return what happened in two or three words, after the name of the type."""
    words = {
        Kind.NEW: _("%(name)s: new"),
        Kind.CHANGED: _("%(name)s: changed, version %(number)s"),
        Kind.RETURNED: _("%(name)s: back, version %(number)s"),
        Kind.ENDED: _("%(name)s: ended"),
        Kind.ANNOUNCED: _("%(name)s: announced, version %(number)s"),
        Kind.PUBLISHED: _("%(name)s: list published, version %(number)s"),
    }
    return words[change.kind] % {"name": change.version.name, "number": change.version.number}


def sentences(change: Change, comparison: Comparison | None) -> list[str]:
    """Return what happened in sentences; `comparison` is with the version before, None for the first."""
    found = [_what(change)]
    if change.kind is Kind.ENDED:
        return found
    found.append(_list(change, comparison))
    if comparison and change.kind is not Kind.PUBLISHED:
        found += _name(comparison) + _criteria(comparison)
    return found


def correction_in_words(correction: ListCorrection) -> str:
    """Return what became of the row that was corrected, who had it wrong, and why."""
    words = _("%(code)s: “%(new)s”; until then “%(old)s” stood here.")
    if not correction.old:
        words = _("%(code)s %(new)s is on the list; until then it was missing here.")
    elif not correction.new:
        words = _("%(code)s %(old)s is not on the list; until then it stood here.")
    what = words % {"code": correction.occupation.code, "old": correction.old, "new": correction.new}
    who = _("We got this wrong:")
    if correction.kind == correction.Kind.IRCC:
        who = _("Immigration, Refugees and Citizenship Canada (IRCC) changed its list:")
    return f"{what} {who} {correction.reason}"


def _what(change: Change) -> str:
    version, before = change.version, change.before
    values = {"number": version.number, "before": before and before.number}
    match change.kind:
        case Kind.NEW:
            return _("A new type of draw.")
        case Kind.CHANGED:
            return _("Version %(number)s took the place of version %(before)s.") % values
        case Kind.RETURNED:
            day = date_format(before.valid_to)
            return _("Version %(number)s; version %(before)s had ended on %(day)s.") % (values | {"day": day})
        case Kind.ENDED:
            return _("Its last day was %s.") % date_format(version.valid_to)
        case Kind.ANNOUNCED:
            day = date_format(version.valid_from)
            return _("Version %(number)s, in force from %(day)s.") % (values | {"day": day})
    return _("The list of version %(number)s came out after its announcement.") % values


def _list(change: Change, comparison: Comparison | None) -> str:
    version = change.version
    if not version.has_list:
        return _("It has no list of occupations.")
    if version.list_awaited:
        return _("Not known yet: its list is not published yet.")
    if change.list_to_come:
        return _("Its list of occupations came out on %s.") % date_format(version.list_published)
    if comparison is None or comparison.difference is None:
        words = ngettext("%s occupation is on its list.", "%s occupations are on its list.", version.listed)
        return words % version.listed
    added, removed, kept, _retitled = comparison.difference
    if not added and not removed:
        return _("The same %s occupations are on its list.") % len(kept)
    return _("Occupations: %(added)s added, %(removed)s removed, %(kept)s kept.") % {
        "added": len(added),
        "removed": len(removed),
        "kept": len(kept),
    }


def _name(comparison: Comparison) -> list[str]:
    if comparison.before.name == comparison.after.name:
        return []
    return [_("Its name was “%s” before.") % comparison.before.name]


def _criteria(comparison: Comparison) -> list[str]:
    """Return the criteria that are known to have changed, as they are now."""
    rows = criteria_compared(comparison.before, comparison.after)
    now = [row.after for row in rows if row.changed]
    return [_("Its criteria changed: %s") % " ".join(now)] if now else []
