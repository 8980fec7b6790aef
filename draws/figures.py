"""Figures of a round as text that lasts, and as readers see them."""

from datetime import UTC, date, datetime

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format, number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from draws.models.rounds import Program, Round


def as_text(value) -> str:
    """Return a figure as text: "2023-07-06", "2023-07-06T14:25:05+00:00", "1500", "FSW CEC"; blank is ""."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(value) if isinstance(value, list) else str(value)


def value_of(name: str, text: str):
    """Return the figure that `as_text` gave, but for a version, of which only the name is kept."""
    match name:
        case "date":
            return parse_date(text)
        case "held_at" | "tie_breaking_at":
            return parse_datetime(text)
        case "invitations" | "crs_cutoff":
            return int(text)
        case "programs":
            return text.split()
        case _:
            return text


def shown(name: str, text: str) -> str:
    """Return a figure's text as readers see it: "6 July 2023", "1,500"."""
    if not text:
        return _("not given")
    value = value_of(name, text)
    match name:
        case "date":
            return date_format(value)
        case "held_at" | "tie_breaking_at":
            return date_format(timezone.localtime(value), "DATETIME_FORMAT")
        case "invitations":
            return number_format(value, force_grouping=True)
        case "programs":
            return ", ".join(str(Program(code).label) for code in value)
        case _:
            return text


def label_of(name: str) -> str:
    """Return the name of a figure as readers know it: "CRS cut-off"."""
    return str(capfirst(Round._meta.get_field(name).verbose_name))
