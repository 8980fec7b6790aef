"""The grid in which a week's draws are entered: each row by the rules of the one form, and the rows together."""

import hashlib
import json
from copy import copy
from datetime import date
from typing import NamedTuple

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from core.loading import rehearsal
from core.writing import write
from draws import publishing
from draws.models import Round
from draws.numbers import propose

from .confirmation import comparison
from .fields import PlainVersionSelect
from .forms import RoundForm

# Rows for Monday to Friday, and spare ones for a second draw of a day.
DAYS = 5
SPARE = 3
# A row is a draw when one of these is filled in.
TELLING = ("category", "crs_cutoff", "invitations")
# Moments are read from IRCC's words.
MOMENTS = {"held_at": "held_text", "tie_breaking_at": "tie_breaking_text"}
# Where what is wrong is told. The one rule over two values of a draw is about its tie-break.
BESIDE = MOMENTS | {NON_FIELD_ERRORS: "tie_breaking_text"}


class RowForm(RoundForm):
    """A draw in one row. A row without type, cut-off and invitations is none and is passed over."""

    programs = withdrawn = correction_kind = correction_reason = None
    number = forms.CharField(label=_("Number"), required=False, max_length=8)
    field_order = [
        "date", "number", "category", "version", "version_source", "crs_cutoff", "invitations", "held_text",
        "tie_breaking_text",
    ]  # fmt: skip

    class Meta(RoundForm.Meta):
        model = Round
        labels = {
            "held_text": _("Time, in IRCC's words"),
            "tie_breaking_text": _("Tie-break, in IRCC's words"),
        }
        fields = [
            "number", "version", "version_source", "date", "held_text", "held_at", "invitations", "crs_cutoff",
            "tie_breaking_text", "tie_breaking_at",
        ]  # fmt: skip

    def __init__(self, *args, place, **kwargs):
        super().__init__(*args, **kwargs)
        self.place = place
        self.proposed = ""
        version = self.fields["version"]
        version.widget = PlainVersionSelect(choices=version.choices)
        version.empty_label = _("In force")
        for name in MOMENTS:
            self.fields[name].disabled = True
        for field in self.fields.values():
            # What is to be known about a column stands above the grid, once.
            field.help_text = ""

    def has_changed(self):
        return any(self.typed(name) for name in TELLING)

    def typed(self, name):
        return str(self[name].value() or "").strip()

    @property
    def day(self):
        """The date as it is typed, or None where it is none."""
        try:
            return self.fields["date"].to_python(self.typed("date"))
        except ValidationError:
            return None

    @property
    def name(self):
        """What messages call the row: "Row 2, Wednesday 7 October"."""
        if self.day is None:
            return _("Row %(place)s") % {"place": self.place}
        return _("Row %(place)s, %(day)s") % {"place": self.place, "day": date_format(self.day, "l j F")}

    @property
    def weekday(self):
        return self.day and date_format(self.day, "l")

    @property
    def holds_more(self):
        """Whether something is typed in a row that is passed over."""
        names = ("version", "version_source", *MOMENTS.values())
        return not self.has_changed() and any(self.typed(name) for name in names)

    @property
    def asks_for_source(self):
        """Whether IRCC's page naming the version is to be given, which is seldom."""
        return bool(self.typed("version_source") or {"version", "version_source"} & set(self.errors))

    def clean_number(self):
        return self.cleaned_data["number"] or self.proposed

    def _post_clean(self):
        super()._post_clean()
        for name, words in BESIDE.items():
            if name in self.errors:
                self.add_error(words, self.errors.pop(name).as_data())


class Checked(NamedTuple):
    """A draw as it would be saved, beside what was drawn before it."""

    row: RowForm
    round: Round
    last: Round | None
    change: object
    remarks: list[str]

    @property
    def figures(self):
        """Everything that is shown of it, for a digest."""
        names = (*Round.FIGURES, "held_text", "tie_breaking_text", "version_source")
        values = [str(getattr(self.round, name)) for name in names]
        return [*values, str(self.last), self.last and self.last.crs_cutoff, *map(str, self.remarks)]


class WeekRows(forms.BaseFormSet):
    """The rows of a week. Valid are all of them or none; `checked` is then what would be saved, in order."""

    def __init__(self, *args, week, **kwargs):
        self.week = week
        self.checked = []
        super().__init__(*args, prefix="row", **kwargs)

    def get_form_kwargs(self, index):
        kwargs = super().get_form_kwargs(index) | {"place": index + 1}
        if index < DAYS:
            kwargs["initial"] = {"date": self.week.days[index]}
        return kwargs

    def add_fields(self, form, index):
        """Read the choices once for all rows."""
        super().add_fields(form, index)
        if index:
            for name in ("category", "version"):
                form.fields[name].widget.choices = self.choices[name]
        else:
            self.choices = {name: list(form.fields[name].choices) for name in ("category", "version")}

    @property
    def next_number(self):
        return propose(self.last_number, [""])[0]

    @property
    def last_number(self):
        last = Round.objects.last_numbered()
        return last and last.number

    @property
    def used(self):
        """Rows that are draws, in the order of their dates."""
        used = (form for form in self.forms if form.has_changed())
        return sorted(used, key=lambda form: form.day or date.max)

    @property
    def passed_over(self):
        return [form for form in self.forms if form.holds_more]

    def full_clean(self):
        if self.is_bound:
            used = self.used
            numbers = propose(self.last_number, [form.typed("number") for form in used])
            for form, number in zip(used, numbers, strict=True):
                form.proposed = number
        super().full_clean()

    def clean(self):
        """Hold the rows against each other, then rehearse the whole as it would be saved and published."""
        used = self.used
        if not used:
            raise ValidationError(_("Fill in a type of draw, a cut-off and invitations in at least one row."))
        self.find_twins(used)
        if any(form.errors for form in used):
            return
        try:
            with rehearsal(True):
                self.checked = self.enter(publish=True)
        except ValidationError as error:
            raise ValidationError(error.messages) from error

    def find_twins(self, used):
        """Name at the later of two rows what makes it the same draw as the earlier."""
        same = {
            ("number",): _("%(row)s has this number too."),
            ("category", "date", "invitations", "crs_cutoff"): _(
                "%(row)s is the same draw: the same type, date, invitations and cut-off."
            ),
        }
        for names, words in same.items():
            seen = {}
            for form in sorted(used, key=lambda form: form.place):
                if not set(names) <= set(form.cleaned_data):
                    continue
                other = seen.setdefault(tuple(form.cleaned_data[name] for name in names), form)
                if other is not form:
                    form.add_error("number", words % {"row": other.name})

    @transaction.atomic
    def enter(self, *, publish):
        """Save the draws in order, each held against those before it, and return what each stood beside.

        Raises ValidationError and saves nothing where one breaks a rule.
        """
        now = timezone.now()
        entered = []
        for form in sorted(self.used, key=lambda form: (form.instance.date, form.instance.sequence)):
            # A copy: what is rehearsed leaves no trace on the row.
            round = write(copy(form.instance))
            entered.append(Checked(row=form, round=round, **comparison(round)))
            if publish:
                publishing.publish(round.pk, at=now, draw_charts=False)
        return entered

    @property
    def digest(self):
        """Stands for everything that was shown at the check."""
        shown = [item.figures for item in self.checked]
        return hashlib.sha256(json.dumps(shown).encode()).hexdigest()

    @property
    def wants_saving(self):
        return self.is_bound and ("publish" in self.data or "save" in self.data)

    @property
    def is_confirmed(self):
        """Whether it is to be saved just as it was shown. Ask when the rows are valid."""
        return self.wants_saving and self.data.get("checked") == self.digest


WeekFormSet = forms.formset_factory(
    RowForm, formset=WeekRows, extra=DAYS + SPARE, max_num=DAYS + SPARE, absolute_max=DAYS + SPARE
)
