"""The filter of the occupations: on which list, on which day, of which kind of work."""

from collections.abc import Sequence
from datetime import date

import django_filters as filters
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core.filters import DayFilter, FilterForm, ListFilter
from core.kept import Kept
from occupations.models import Category, CategoryVersion, Listing, Occupation
from occupations.models.classification import TEER_MEANINGS

ON, ELSEWHEN, NEVER = "yes", "once", "never"
LISTED = [
    (ON, _("Yes, on that day")),
    (ELSEWHEN, _("Not on that day, but before or after")),
    (NEVER, _("Never")),
]
TEERS = [(str(number), format_lazy("{}: {}", number, meaning)) for number, meaning in TEER_MEANINGS.items()]


def _read_broad_categories() -> list[tuple[str, str]]:
    """Return the classification's broad categories by their digit, the first of each code. One query."""
    names = Occupation.objects.order_by("broad_category").values_list("broad_category", flat=True)
    return [(name[0], name) for name in names.distinct()]


BROAD_CATEGORIES = Kept(_read_broad_categories)


class OccupationFilterForm(FilterForm):
    """Nobody knows what lists will be."""

    def clean_on(self):
        day = self.cleaned_data["on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("This day is still to come. Enter today or a day before."))
        return day


def choice(label, choices, any_of_them, problem, **options):
    return filters.ChoiceFilter(
        label=label,
        choices=choices,
        empty_label=any_of_them,
        error_messages={"invalid_choice": problem},
        **options,
    )


class OccupationFilter(ListFilter):
    """`versions` are those with a list; their types of draw can be chosen among."""

    KEPT = ("q",)

    listed = choice(_("On a list"), LISTED, _("Yes or no"), _("Choose one of the answers offered."))
    list = choice(_("Which list"), [], _("Any list"), _("Choose one of the lists offered."))
    on = DayFilter(
        label=_("On which day"), help_text=_("Such as 2025-06-01 or 1 June 2025; leave it empty for today")
    )
    teer = choice(
        _("Training, education, experience and responsibilities (TEER)"),
        TEERS,
        _("Any TEER category"),
        _("Choose a TEER category from 0 to 5."),
    )
    broad = choice(
        _("Broad category"),
        [],
        _("Any broad category"),
        _("Choose one of the broad categories offered."),
        field_name="code",
        lookup_expr="startswith",
    )

    class Meta:
        model = Occupation
        fields = []
        form = OccupationFilterForm

    def __init__(self, data, *, versions: Sequence[CategoryVersion]) -> None:
        super().__init__(data, Occupation.objects.order_by("code", "pk"))
        self.versions = versions
        self.categories = {version.category.slug: version.category for version in versions}
        names = [(slug, category.name) for slug, category in self.categories.items()]
        # Read once: the form looks at choices time and again.
        self.filters["list"].extra["choices"] = names
        self.filters["broad"].extra["choices"] = self.broad_categories = BROAD_CATEGORIES.get()

    def filter_queryset(self, queryset):
        """Whether, on which list and when are one question; a list alone asks who is on it."""
        said = self.form.cleaned_data
        for name in ("teer", "broad"):
            queryset = self.filters[name].filter(queryset, said.get(name))
        listed = said.get("listed") or (ON if said.get("list") else None)
        if listed is None:
            return queryset
        places = Listing.objects.filter(occupation=OuterRef("pk"))
        if said.get("list"):
            places = places.filter(version__category__slug=said["list"])
        on_it, ever = Exists(places.in_force(self.day)), Exists(places)
        return queryset.filter({ON: on_it, ELSEWHEN: ~on_it & ever, NEVER: ~ever}[listed])

    @property
    def is_used(self) -> bool:
        """Whether the address asks for a list of occupations, if only for a page of all."""
        return any(name in self.data for name in (*self.form.fields, "page"))

    @property
    def past_day(self) -> date | None:
        """The day that is asked about, unless it is today."""
        day = self.form.cleaned_data.get("on")
        return day if day != timezone.localdate() else None

    @property
    def day(self) -> date:
        """The day on which occupations are on a list or not."""
        return self.past_day or timezone.localdate()

    @property
    def category(self) -> Category | None:
        """The type of draw whose list was chosen."""
        return self.categories.get(self.form.cleaned_data.get("list"))

    @property
    def version(self) -> CategoryVersion | None:
        """The version of the chosen list that was in force on the day."""
        of_it = (version for version in self.versions if version.category == self.category)
        return next((version for version in of_it if version.is_in_force(self.day)), None)

    def words(self, name, value) -> str:
        if name == "on":
            return date_format(value)
        if name == "teer":
            return value
        return str(dict(self.form.fields[name].choices)[value])
