"""The form in which a round is entered."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from core.moments import MomentField
from draws.correcting import changed_figures
from draws.figures import label_of
from draws.ircc import Unreadable, read_moment
from draws.models import Round, RoundCorrection
from draws.models.rounds import Program, fits_day
from draws.reasons import REASONS
from occupations.models import Category, CategoryVersion

from .fields import DayInput, FigureField, VersionSelect

MOMENT_HELP = _("In Toronto time. Leave blank to take it from IRCC's words.")


class RoundForm(forms.ModelForm):
    """Takes IRCC's values as printed, and fills what follows from them.

    `notes` are (level, text) about what was chosen or could not be read, to be told after saving.
    """

    # Whether the person may correct what readers have seen; the admin says so.
    may_correct = False

    category = forms.ModelChoiceField(
        label=_("Type of draw"),
        queryset=Category.objects.in_reading_order(),
        help_text=_(
            "“Round type”: “Canadian Experience Class”, “Trade occupations (Version 3)”; “General” is all programs."
        ),
    )
    version = forms.ModelChoiceField(
        label=_("Version"),
        required=False,
        queryset=CategoryVersion.objects.select_related("category"),
        empty_label=_("The one in force on the date"),
        widget=VersionSelect(Round._meta.get_field("version"), admin.site),
        help_text=_("Leave blank for the one in force on the date. “(Version 3)” beside the round type."),
    )
    programs = forms.MultipleChoiceField(
        label=_("Programs"),
        required=False,
        choices=Program,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("“Programs covered”. Can follow later."),
    )
    withdrawn = forms.BooleanField(
        label=_("Withdraw this draw"),
        required=False,
        help_text=_("It keeps its page, with a notice, and leaves every list and total."),
    )

    correction_kind = forms.ChoiceField(
        label=_("What happened"),
        required=False,
        choices=[("", _("Nothing that readers have seen is changed")), *RoundCorrection.Kind.choices],
    )
    correction_reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=300,
        help_text=_("One sentence for readers, such as “IRCC's page gave 463 until 8 July 2023.”"),
    )

    class Meta:
        field_classes = {
            "invitations": FigureField,
            "crs_cutoff": FigureField,
            "held_at": MomentField,
            "tie_breaking_at": MomentField,
        }
        widgets = {
            "invitations": FigureField.widget,
            "crs_cutoff": FigureField.widget,
            "date": DayInput,
            "held_at": MomentField.widget,
            "tie_breaking_at": MomentField.widget,
        }
        help_texts = {
            "held_at": MOMENT_HELP,
            "tie_breaking_at": MOMENT_HELP,
            "pool": _("“CRS score distribution of candidates ... as of”. Can follow later."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.notes = []
        if self.instance.pk:
            self.initial.setdefault("category", self.instance.category.pk)
            self.initial.setdefault("withdrawn", self.instance.withdrawn_at is not None)

    def clean(self):
        super().clean()
        self.take_moment("held_at", "held_text", fits=self.fits_date)
        self.take_moment("tie_breaking_at", "tie_breaking_text")
        self.choose_version()
        self.withdraw()

    def _post_clean(self):
        """Ask for kind and reason where a figure that readers have seen becomes another."""
        super()._post_clean()
        if not self.instance.published_at or not (changes := changed_figures(self.instance)):
            return
        names = ", ".join(label_of(name) for name in changes)
        if not self.may_correct:
            self.add_error(
                None,
                _(
                    "Readers have seen another value of: %(names)s. Changing it is a correction, which a data keeper makes."
                )
                % {"names": names},
            )
            return
        for name in ("correction_kind", "correction_reason"):
            if not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(
                    name,
                    _("Readers have seen another value of: %(names)s. Say what happened.") % {"names": names},
                )

    def fits_date(self, moment):
        day = self.cleaned_data.get("date")
        return day is None or fits_day(moment, day)

    def take_moment(self, name, text_name, fits=lambda moment: True):
        """Fill a blank moment from IRCC's words, or hold the two against each other.

        Words that cannot be read, or that name another day, are kept beside a blank moment.
        """
        text, moment = self.cleaned_data.get(text_name), self.cleaned_data.get(name)
        if not text or name in self.errors or not {name, text_name} & set(self.changed_data):
            return
        try:
            words = read_moment(text)
        except Unreadable as error:
            if moment is None:
                self.note_unread(text, REASONS[error.reason])
            return
        if moment is None and not fits(words):
            self.note_unread(text, _("they name another day than the date"))
        elif moment is None:
            self.cleaned_data[name] = words
        elif moment != words:
            self.add_error(name, self.disagreement(words))

    def note_unread(self, text, reason):
        self.notes.append(
            (
                messages.WARNING,
                _("“%(text)s” is kept as it is, without a moment: %(reason)s.")
                % {"text": text.strip(), "reason": reason},
            )
        )

    def disagreement(self, words):
        return ValidationError(
            _(
                "IRCC's words say %(moment)s. Correct one of the two, or clear this to take it from the words."
            ),
            code="disagreement",
            params={"moment": date_format(timezone.localtime(words), "j F Y, H:i:s T")},
        )

    def choose_version(self):
        """Hold the version against the type, or choose the one of the type in force on the date."""
        data = self.cleaned_data
        category, version, day = data.get("category"), data.get("version"), data.get("date")
        if category is None or "version" in self.errors:
            return
        if version is not None:
            if version.category_id != category.pk:
                self.add_error(
                    "version",
                    _("%(version)s is not a version of %(category)s.")
                    % {"version": version, "category": category},
                )
        elif day is not None:
            self.take_version_in_force(category, day)

    def take_version_in_force(self, category, day):
        version = category.versions.in_force(day).select_related("category").first()
        values = {"version": version, "category": category, "date": date_format(day)}
        if version is None:
            self.add_error(
                "version",
                _(
                    "No version of %(category)s was in force on %(date)s. Choose the one that IRCC's page "
                    "names, and give the address of that page."
                )
                % values,
            )
            return
        self.cleaned_data["version"] = version
        if category.is_category_based:
            self.notes.append(
                (messages.INFO, _("%(version)s was chosen: it was in force on %(date)s.") % values)
            )

    def withdraw(self):
        """Withdraw from now, or take a withdrawal back."""
        if "withdrawn" not in self.changed_data:
            return
        withdrawn = self.cleaned_data["withdrawn"]
        if withdrawn and not self.cleaned_data.get("withdrawn_reason"):
            self.add_error("withdrawn_reason", _("Say in a sentence why the draw is withdrawn."))
        self.instance.withdrawn_at = timezone.now() if withdrawn else None
