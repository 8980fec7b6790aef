"""Spans of days in words."""

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from draws.clock import Span

register = template.Library()


@register.filter
def in_words(span: Span) -> str:
    """Say a span without repeating its month or year: "3 to 9 July 2023", "31 July to 6 August 2023"."""
    start, end = span
    if start.year != end.year:
        first = date_format(start)
    elif start.month != end.month:
        first = date_format(start, "MONTH_DAY_FORMAT")
    else:
        first = str(start.day)
    return _("%(start)s to %(end)s") % {"start": first, "end": date_format(end)}
