"""The filter of the record of draws: a form that explains what it refuses and keeps what was typed."""

from typing import NamedTuple
from urllib.parse import urlencode

import django_filters as filters
from django import forms
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core.filters import DayFilter, FilterForm, ListFilter
from draws.clock import FIRST_YEAR, LAST_YEAR
from draws.models import Round
from occupations.models import Category

NEWEST_FIRST = "-date"
# What ?sort= may say, in words and in order.
SORTS = {
    "-date": _("newest first"),
    "date": _("oldest first"),
    "-cutoff": _("highest cut-off first"),
    "cutoff": _("lowest cut-off first"),
    "-invitations": _("most invitations first"),
    "invitations": _("fewest invitations first"),
}
ORDERS = {
    "-date": ("-date", "-sequence"),
    "date": ("date", "sequence"),
    "-cutoff": ("-crs_cutoff", "-date", "-sequence"),
    "cutoff": ("crs_cutoff", "-date", "-sequence"),
    "-invitations": ("-invitations", "-date", "-sequence"),
    "invitations": ("invitations", "-date", "-sequence"),
}

HIGHEST_SCORE = 1200


class Column(NamedTuple):
    """A sortable column: "ascending", "descending" or None, and the address of the list in its next order."""

    state: str | None
    href: str


class RoundFilterForm(FilterForm):
    """Ranges run upward; one that does not counts on neither side."""

    RANGES = (("date_from", "date_to"), ("cutoff_from", "cutoff_to"))

    def clean(self):
        cleaned = super().clean()
        for low, high in self.RANGES:
            if cleaned.get(low) and cleaned.get(high) and cleaned[low] > cleaned[high]:
                self.add_error(high, _("The end of a range cannot come before its beginning."))
                del cleaned[low]
        return cleaned


class WholeNumberFilter(filters.Filter):
    """A whole number from `min_value` to `max_value`, typed as text so that a wrong one can be shown again."""

    field_class = forms.IntegerField

    def __init__(self, *args, min_value, max_value, **kwargs):
        problem = format_lazy(_("Enter a whole number from {low} to {high}."), low=min_value, high=max_value)
        super().__init__(
            *args,
            min_value=min_value,
            max_value=max_value,
            widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), problem),
            **kwargs,
        )


class RoundFilter(ListFilter):
    NO_FILTERS = ("sort",)

    category = filters.ModelChoiceFilter(
        field_name="version__category",
        queryset=Category.objects.in_reading_order(),
        to_field_name="slug",
        label=_("Type of draw"),
        empty_label=_("Any type"),
    )
    kind = filters.ChoiceFilter(
        field_name="version__category__kind",
        choices=Category.Kind,
        label=_("Kind"),
        empty_label=_("Any kind"),
    )
    year = WholeNumberFilter("date__year", label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    date_from = DayFilter("date", "gte", label=_("From"))
    date_to = DayFilter("date", "lte", label=_("To"))
    cutoff_from = WholeNumberFilter(
        "crs_cutoff", "gte", label=_("Cut-off from"), min_value=1, max_value=HIGHEST_SCORE
    )
    cutoff_to = WholeNumberFilter(
        "crs_cutoff", "lte", label=_("Cut-off to"), min_value=1, max_value=HIGHEST_SCORE
    )
    sort = filters.ChoiceFilter(
        choices=list(SORTS.items()), label=_("Sort"), method="in_order", empty_label=None
    )

    class Meta:
        model = Round
        fields = []
        form = RoundFilterForm

    def in_order(self, queryset, name, value):
        return queryset.order_by(*ORDERS[value])

    @property
    def order(self) -> str:
        """The sort in use, a key of SORTS."""
        return self.form.cleaned_data.get("sort") or NEWEST_FIRST

    @property
    def order_in_words(self) -> str:
        return SORTS[self.order]

    @property
    def query(self) -> str:
        """The query of the list as it is filtered: what has a problem does not count."""
        used = {name: self.data[name] for name, value in self.form.cleaned_data.items() if value}
        return f"?{urlencode(used)}" if used else ""

    def columns(self) -> dict[str, Column]:
        """Return the state of each sortable column: a link turns its order round, or sorts by it, highest first."""
        return {name: self._column(name) for name in ("date", "cutoff", "invitations")}

    def _column(self, name) -> Column:
        state = {f"-{name}": "descending", name: "ascending"}.get(self.order)
        return Column(state, self.address(sort=name if self.order == f"-{name}" else f"-{name}"))

    def words(self, name, value) -> str:
        if name == "kind":
            return Category.Kind(value).label
        return date_format(value) if name.startswith("date") else super().words(name, value)
