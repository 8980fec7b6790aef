from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin import HistoryAdmin
from draws.charts.job import render_after_commit
from draws.models import PoolBand, PoolDistribution
from draws.pool_sums import Band

from .fields import DayInput, FigureField

# IRCC's table without its subtotals: from and to which score, both inclusive.
SMALLEST_BANDS = [
    (601, 1200), (501, 600), (491, 500), (481, 490), (471, 480), (461, 470), (451, 460), (441, 450),
    (431, 440), (421, 430), (411, 420), (401, 410), (351, 400), (301, 350), (0, 300),
]  # fmt: skip
# The lines of IRCC's table that repeat the bands inside them, by the field in which each is entered.
SUBTOTALS = {"subtotal_451_500": "451-500", "subtotal_401_450": "401-450"}


class PoolForm(forms.ModelForm):
    """A count with its two subtotals as figures. Its bands are checked with it, in their formset."""

    subtotal_451_500 = FigureField(label=_("Subtotal 451-500"), required=False, min_value=0)
    subtotal_401_450 = FigureField(label=_("Subtotal 401-450"), required=False, min_value=0)

    class Meta:
        field_classes = {"published_total": FigureField}
        widgets = {"as_of": DayInput, "published_total": FigureField.widget}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.bands_follow = True
        for name, label in SUBTOTALS.items():
            self.initial.setdefault(name, self.instance.published_subtotals.get(label))

    def clean(self):
        super().clean()
        self.instance.published_subtotals = {
            label: self.cleaned_data[name]
            for name, label in SUBTOTALS.items()
            if self.cleaned_data.get(name) is not None
        }


class BandForm(forms.ModelForm):
    class Meta:
        field_classes = dict.fromkeys(["crs_min", "crs_max", "candidates"], FigureField)
        widgets = dict.fromkeys(["crs_min", "crs_max", "candidates"], FigureField.widget)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The admin's table has headers over its fields, but no labels.
        for name in self.Meta.widgets:
            self.fields[name].widget.attrs["aria-label"] = self.fields[name].label


class BandFormSet(forms.BaseInlineFormSet):
    """Rows of a count. A proposed row that is left without candidates is left out."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = form.fields["DELETE"].label

    def clean(self):
        """Check the rows with their count. Rows that begin alike overlap: no need to ask for uniqueness too."""
        if any(self.errors):
            return
        rows = [form.cleaned_data for form in self.forms if form.cleaned_data]
        self.instance.check_bands(
            Band(row["crs_min"], row["crs_max"], row["candidates"]) for row in rows if not row.get("DELETE")
        )


class BandInline(admin.TabularInline):
    model = PoolBand
    form = BandForm
    formset = BandFormSet

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else len(SMALLEST_BANDS)


@admin.register(PoolDistribution)
class PoolDistributionAdmin(HistoryAdmin):
    form = PoolForm
    inlines = [BandInline]
    list_display = ["as_of", "published_total", "source"]
    list_filter = [("discrepancy_note", admin.EmptyFieldListFilter)]
    date_hierarchy = "as_of"
    search_fields = ["=as_of", "source"]
    search_help_text = _("A day, such as 2023-07-04, or a source.")
    fieldsets = [
        (None, {"fields": ["as_of"]}),
        (
            _("Totals that IRCC prints"),
            {
                "description": _("IRCC's lines 451-500 and 401-450 repeat the bands inside them."),
                "fields": ["published_total", tuple(SUBTOTALS)],
            },
        ),
        (None, {"fields": ["discrepancy_note", "source"]}),
    ]

    def view_on_site(self, obj):
        return (
            obj.get_absolute_url() if PoolDistribution.objects.public().filter(pk=obj.pk).exists() else None
        )

    @admin.display(description=_("Subtotal 451-500"))
    def subtotal_451_500(self, obj):
        """The figure for those who read only; others have a field of this name."""
        return self.subtotal(obj, "subtotal_451_500")

    @admin.display(description=_("Subtotal 401-450"))
    def subtotal_401_450(self, obj):
        return self.subtotal(obj, "subtotal_401_450")

    def subtotal(self, obj, name):
        return obj.published_subtotals.get(SUBTOTALS[name]) or _("Not given")

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        render_after_commit()

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if obj.pk is None:
            kwargs["initial"] = [{"crs_min": low, "crs_max": high} for low, high in SMALLEST_BANDS]
        return kwargs
