"""Sentences for what the pure modules find."""

from datetime import date

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext_lazy as _

from draws.unusual import Kind

REMARKS = {
    Kind.FIRST_OF_TYPE: _("No draw of this type is in the record before this one. Is the type right?"),
    Kind.CUTOFF_LOW: _("The cut-off of %(value)s is far below the recent ones of its type: %(range)s."),
    Kind.CUTOFF_HIGH: _("The cut-off of %(value)s is far above the recent ones of its type: %(range)s."),
    Kind.INVITATIONS_FEW: _(
        "%(value)s invitations are less than half of what recent draws of this type had: %(range)s."
    ),
    Kind.INVITATIONS_MANY: _(
        "%(value)s invitations are more than twice what recent draws of this type had: %(range)s."
    ),
    Kind.FUTURE: _("The date, %(date)s, is still to come."),
    Kind.WEEKEND: _("The date, %(date)s, is on a weekend."),
    Kind.HOLIDAY: _("The date, %(date)s, is a public holiday."),
    Kind.SOON: _("The last draw of this type, number %(number)s, was only just before, on %(date)s."),
    Kind.LATE: _("The last draw of this type, number %(number)s, was %(days)s days before, on %(date)s."),
    Kind.OUT_OF_ORDER: _("The draw numbered before it, %(number)s, has a later date: %(date)s."),
    Kind.NUMBER_SKIPPED: _("A number is skipped: the draw numbered before it is %(number)s."),
    Kind.TIE_BREAK_OLD: _(
        "The tie-breaking moment, on %(date)s, is more than a year before the draw. A profile is valid for a year."
    ),
}


def shown(value):
    """Return a remark's value as readers see it: "6 July 2023", "1,500", "91a"."""
    if isinstance(value, date):
        return date_format(value)
    return number_format(value, force_grouping=True) if isinstance(value, int) else value


def between(low, high):
    """Return a range as readers see it: "from 514 to 523", or the one value."""
    if low == high:
        return shown(low)
    return _("from %(low)s to %(high)s") % {"low": shown(low), "high": shown(high)}


def remark(item):
    """Return the sentence of an unusual thing."""
    values = {name: shown(value) for name, value in item.values.items()}
    if "low" in item.values:
        values["range"] = between(item.values["low"], item.values["high"])
    return REMARKS[item.kind] % values
