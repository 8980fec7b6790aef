"""Fields for values as IRCC prints them."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from draws.ircc import Unreadable, read_number


class FigureField(forms.IntegerField):
    """A whole number, typed or pasted with or without separators: "1500", "1,500"."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value):
        if isinstance(value, str) and value.strip():
            try:
                value = read_number(value)
            except Unreadable:
                raise ValidationError(
                    _("“%(text)s” is not a whole number, such as 1500 or 1,500."),
                    code="invalid",
                    params={"text": value},
                ) from None
        return super().to_python(value)


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class PlainVersionSelect(forms.Select):
    """A list of every version. Each option carries its type and dates, from which a page's script chooses."""

    def create_option(self, name, value, label, selected, index, subindex=None, attrs=None):
        option = super().create_option(name, value, label, selected, index, subindex, attrs)
        if value:
            version = value.instance
            option["attrs"] |= {
                "data-category": version.category_id,
                "data-from": version.valid_from.isoformat() if version.valid_from else "",
                "data-to": version.valid_to.isoformat() if version.valid_to else "",
            }
        return option


class VersionSelect(AutocompleteSelect, PlainVersionSelect):
    """Completes what is typed where scripts run; without them it is a plain list of every version."""

    optgroups = PlainVersionSelect.optgroups
