"""What the filters of lists have in common: they explain what they refuse, and each in use can be taken away."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

import django_filters as filters
from django import forms
from django.utils.translation import gettext_lazy as _

from core.kept import Kept

# The forms of filters, by the class of the filter: what is offered may come from the record.
FORMS: Kept[dict[type, type[forms.Form]]] = Kept(dict)


class Applied(NamedTuple):
    """A filter in use, in words, and the address of the list without it."""

    label: str
    value: str
    without: str


class FilterForm(forms.Form):
    """Labels as they are, without a colon."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)


class DayFilter(filters.DateFilter):
    """A day, typed so that a wrong one can be shown again."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("help_text", _("Such as 2023-07-04 or 4 July 2023"))
        super().__init__(
            *args,
            widget=forms.DateInput(format="%Y-%m-%d"),
            error_messages={"invalid": _("Enter a day, such as 2023-07-04 or 4 July 2023.")},
            **kwargs,
        )


class ListFilter(filters.FilterSet):
    """Knows what is in use, in words. What has a problem filters nothing."""

    # Fields of the form that leave nothing out, and parameters that are none of its fields.
    NO_FILTERS: tuple[str, ...] = ()
    KEPT: tuple[str, ...] = ()

    def get_form_class(self):
        """Return the class of the form, which takes longer to make than to use."""
        made = FORMS.get()
        if type(self) not in made:
            made[type(self)] = super().get_form_class()
        return made[type(self)]

    def applied(self) -> list[Applied]:
        """Return the filters in use, each with the address of the list without it."""
        return [
            Applied(self.form[name].label, self.words(name, value), self.address(**{name: None}))
            for name, value in self.form.cleaned_data.items()
            if value and name not in self.NO_FILTERS
        ]

    def words(self, name: str, value: Any) -> str:
        """Return in words what the filter `name` is set to."""
        return str(value)

    def address(self, **changes: str | None) -> str:
        """Return the query of the list's first page with `changes`; None takes a parameter away."""
        names = [*self.KEPT, *self.form.fields]
        query = {name: self.data[name] for name in names if self.data.get(name)} | changes
        return "?" + urlencode({name: value for name, value in query.items() if value})
