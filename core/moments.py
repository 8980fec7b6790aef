"""Moments that people type in the site's own time, on nights too when the clocks are changed."""

from datetime import UTC, datetime, tzinfo
from typing import NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext_lazy as _

FIRST, SECOND = "first", "second"
SENT = "%Y-%m-%dT%H:%M:%S"


def is_skipped(moment: datetime, zone: tzinfo) -> bool:
    """Whether the clocks of the zone never show this naive moment."""
    aware = moment.replace(tzinfo=zone)
    return aware.utcoffset() != aware.replace(fold=1).utcoffset() and not is_twice(moment, zone)


def is_twice(moment: datetime, zone: tzinfo) -> bool:
    """Whether the clocks of the zone show this naive moment twice."""
    first, second = (moment.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    return first is not None and second is not None and first > second


class Typed(NamedTuple):
    """What came from the form: the time, and which of two hours is meant, if that was asked."""

    text: str
    which: str


class MomentInput(forms.DateTimeInput):
    """A moment in Toronto time; the page's script shows UTC beside it. It asks which, where an hour comes twice."""

    input_type = "datetime-local"
    template_name = "widgets/moment_input.html"

    def __init__(self, attrs=None):
        super().__init__(attrs={"step": 1, "data-toronto": ""} | (attrs or {}), format=SENT)

    def value_from_datadict(self, data, files, name):
        return Typed(data.get(name) or "", data.get(f"{name}_which") or "")

    def value_omitted_from_data(self, data, files, name):
        return name not in data

    def get_context(self, name, value, attrs):
        text, which = value if isinstance(value, Typed) else (self.format_value(value) or "", _which(value))
        context = super().get_context(name, text, attrs)
        moment = _naive(text)
        if moment is not None and is_twice(moment, timezone.get_current_timezone()):
            choices = [("", _("Choose")), (FIRST, _("The first, in summer time")), (SECOND, _("The second"))]
            select = forms.Select({"aria-label": _("Which of the two hours")}, choices)
            context["which"] = select.get_context(f"{name}_which", which, {})["widget"]
        return context


class MomentField(forms.DateTimeField):
    """Takes a moment in Toronto time and gives it in UTC; refuses an hour that is skipped, asks about one that is twice."""

    widget = MomentInput

    def to_python(self, value):
        text, which = value if isinstance(value, Typed) else (value, "")
        if not isinstance(text, str):
            return super().to_python(text)
        if not text.strip():
            return None
        moment = _naive(text)
        if moment is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return _in_toronto(moment, which).astimezone(UTC)
        except OverflowError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


def _in_toronto(moment: datetime, which: str) -> datetime:
    zone = timezone.get_current_timezone()
    values = {"time": time_format(moment.time()), "date": date_format(moment)}
    if is_skipped(moment, zone):
        text = _(
            "There is no %(time)s on %(date)s in Toronto: the clocks go forward by an hour that night. "
            "Choose another time."
        )
        raise ValidationError(text, code="skipped", params=values)
    if is_twice(moment, zone) and which not in (FIRST, SECOND):
        text = _(
            "%(time)s comes twice on %(date)s in Toronto, since the clocks are put back. Choose which is meant."
        )
        raise ValidationError(text, code="twice", params=values)
    return moment.replace(tzinfo=zone, fold=int(which == SECOND))


def _naive(text: str) -> datetime | None:
    """Read what a browser sends for a day and a time; None for what is neither."""
    try:
        moment = parse_datetime(text.strip())
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is None else None


def _which(value) -> str:
    """Say which of two hours an aware moment is, for the form that shows it."""
    if not isinstance(value, datetime):
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return SECOND if local.fold else FIRST
