"""What a reader says of themselves to ask where they would have stood: a form of GET, from which nothing is kept."""

from datetime import date, time, timedelta
from typing import NamedTuple
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django import forms
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from draws.clock import FIRST_YEAR, LAST_YEAR, Span
from draws.invited import Candidate, Job, Moments
from draws.models.rounds import Program
from occupations.lists import all_lists
from occupations.meant import meant_by
from occupations.models import Occupation

HIGHEST_SCORE = 1200
NOMINATION = 600
PAST_MONTHS = 36
YEAR = timedelta(days=365)
FIRST_DAY = date(FIRST_YEAR, 1, 1)
LAST_DAY = date(LAST_YEAR, 12, 31)

ZONES = {
    "America/Toronto": _("Eastern (Toronto, Montréal)"),
    "America/St_Johns": _("Newfoundland (St. John's)"),
    "America/Halifax": _("Atlantic (Halifax)"),
    "America/Winnipeg": _("Central (Winnipeg)"),
    "America/Regina": _("Saskatchewan (Regina)"),
    "America/Edmonton": _("Mountain (Calgary)"),
    "America/Vancouver": _("Pacific (Vancouver)"),
    "UTC": _("Universal time (UTC)"),
    "Africa/Lagos": _("Lagos"),
    "Asia/Dubai": _("Dubai"),
    "Asia/Karachi": _("Karachi"),
    "Asia/Kolkata": _("India"),
    "Asia/Manila": _("Manila"),
    "Asia/Shanghai": _("China"),
    "Europe/London": _("London"),
    "Europe/Paris": _("Paris"),
}
PROGRAMS = [(program.value, program.label) for program in (Program.CEC, Program.FSW, Program.FST)]
FRENCH = [
    (0, _("No test result")),
    *((level, format_lazy(_("Level {level}"), level=level)) for level in range(1, 10)),
    (10, _("Level 10 or higher")),
]


class Choice(NamedTuple):
    """An occupation that a title may mean, and the address that takes it with all other answers kept."""

    occupation: Occupation
    address: str


class Choices(forms.CheckboxSelectMultiple):
    """Check boxes whose group can be linked to: by the first of them."""

    def id_for_label(self, id_, index=None):
        return super().id_for_label(id_, 0 if index is None else index)


def whole_number(label, low, high, **options):
    problem = format_lazy(_("Enter a whole number from {low} to {high}."), low=low, high=intcomma(high))
    return forms.IntegerField(
        label=label,
        min_value=low,
        max_value=high,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": problem, "invalid": problem, "min_value": problem, "max_value": problem},
        **options,
    )


def day(label, **options):
    problem = _("Enter a day, such as 2026-03-14 or 14 March 2026.")
    return forms.DateField(
        label=label,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"autocomplete": "off"}),
        error_messages={"required": problem, "invalid": problem},
        validators=[
            MinValueValidator(FIRST_DAY, _("Express Entry began in 2015: enter a day from that year on.")),
            MaxValueValidator(LAST_DAY, problem),
        ],
        **options,
    )


class InvitedForm(forms.Form):
    """After is_valid(), `candidate` is who asks, `occupation` the job meant, if any, and span() the days to look at.

    Where a title may mean several occupations, or is near in spelling to one, the job has an error and `job_choices` are
    offered.
    """

    score = whole_number(
        _("Your CRS score as your IRCC account shows it"),
        1,
        HIGHEST_SCORE,
        help_text=_("Points of the Comprehensive Ranking System (CRS), such as 491"),
    )
    submitted = day(
        _("Date on which your profile was submitted"), help_text=_("Such as 2026-03-14 or 14 March 2026")
    )
    time = forms.TimeField(
        label=_("Time, if you know it"),
        required=False,
        widget=forms.TimeInput(attrs={"autocomplete": "off"}),
        help_text=_("Such as 14:05, or 14:05:30. It matters at the cut-off itself"),
        error_messages={"invalid": _("Enter a time, such as 14:05 or 14:05:30.")},
    )
    zone = forms.ChoiceField(
        label=_("Time zone of that date and time"),
        choices=list(ZONES.items()),
        initial=timezone.get_default_timezone_name,
        required=False,
        error_messages={"invalid_choice": _("Choose one of the zones.")},
    )
    program = forms.MultipleChoiceField(
        label=_("Programs that you qualify for"),
        choices=PROGRAMS,
        widget=Choices,
        help_text=_("Your account names them"),
        error_messages={
            "required": _("Choose at least one program: without one, no profile is in the pool."),
            "invalid_choice": _("Choose among the three programs."),
        },
    )
    nominated = forms.BooleanField(label=_("I have a nomination by a province or territory"), required=False)
    job = forms.CharField(
        label=_("Job, if you want draws for occupations"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_(
            "A title, such as truck driver, or its code in the National Occupational Classification (NOC), "
            "such as 73300"
        ),
        error_messages={"max_length": _("Enter at most 100 characters.")},
    )
    months = whole_number(
        _("Months of work in that job in the past three years"),
        0,
        PAST_MONTHS,
        required=False,
        help_text=_("Full-time, or the same amount part-time"),
    )
    unbroken = whole_number(
        _("Of these months, the longest stretch without a break"),
        0,
        PAST_MONTHS,
        required=False,
        help_text=_("Leave it empty if there was no break"),
    )
    in_canada = whole_number(
        _("Of these months, those worked in Canada"),
        0,
        PAST_MONTHS,
        required=False,
        help_text=_("Leave it empty if none"),
    )
    french = forms.TypedChoiceField(
        label=_("Your lowest level of French"),
        choices=FRENCH,
        coerce=int,
        empty_value=0,
        required=False,
        help_text=_(
            "The lowest of the four abilities, on the scale of the Niveaux de compétence linguistique "
            "canadiens (NCLC)"
        ),
        error_messages={"invalid_choice": _("Choose one of the levels.")},
    )
    since = day(
        _("Draws from"), required=False, help_text=_("Leave it empty for the last 12 months of the record")
    )
    until = day(_("Draws to"), required=False, help_text=_("Leave it empty for the end of the record"))

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, label_suffix="")
        self.occupation: Occupation | None = None
        self.job_choices: list[Choice] = []

    def clean_submitted(self):
        submitted = self.cleaned_data["submitted"]
        # East of Toronto it may be tomorrow already.
        if submitted > timezone.localdate() + timedelta(days=1):
            raise ValidationError(_("This day is still to come. Enter the day on which it was submitted."))
        return submitted

    def clean_job(self):
        text = " ".join(self.cleaned_data["job"].split())
        if not text:
            return text
        meant = meant_by(text)
        self.occupation = meant.occupation
        self.job_choices = [Choice(job, self.address(job=job.code)) for job in meant.offered]
        if meant.problem:
            raise ValidationError(meant.problem)
        return text

    def clean(self):
        cleaned = super().clean()
        score, months = cleaned.get("score"), cleaned.get("months")
        if cleaned.get("nominated") and score is not None and score <= NOMINATION:
            self.add_error(
                "score", _("With a nomination, the score of your account includes 600 points for it.")
            )
        if cleaned.get("job") and "months" in cleaned and months is None:
            self.add_error("months", _("Say how many months you worked in the job."))
        for part in ("unbroken", "in_canada"):
            if months is not None and (cleaned.get(part) or 0) > months:
                self.add_error(part, _("This is part of the months above, and cannot be more."))
        if cleaned.get("since") and cleaned.get("until") and cleaned["since"] > cleaned["until"]:
            self.add_error("until", _("The end of a period cannot come before its beginning."))
        return cleaned

    @property
    def answers(self) -> dict[str, list[str]]:
        """What was sent for this form's own fields, in their order."""
        return {name: self.data.getlist(name) for name in self.fields if name in self.data}

    def address(self, **changes) -> str:
        """Return the query that asks the same with `changes`."""
        return "?" + urlencode(self.answers | changes, doseq=True)

    @property
    def candidate(self) -> Candidate:
        """Who asks, in the words of the rule."""
        said = self.cleaned_data
        return Candidate(
            score=said["score"],
            submitted=self.moments,
            programs=frozenset(said["program"]),
            nominated=said["nominated"],
            job=self._job(),
            nclc=said["french"],
        )

    @property
    def moments(self) -> Moments:
        """When the profile was submitted; a time written without seconds may be any second of its minute."""
        at: time | None = self.cleaned_data["time"]
        zone = ZoneInfo(self.cleaned_data["zone"] or timezone.get_default_timezone_name())
        to_the_second = self.data.get("time", "").count(":") > 1
        return Moments.of(self.cleaned_data["submitted"], at, zone, to_the_second=to_the_second)

    def _job(self) -> Job | None:
        if self.occupation is None:
            return None
        said = self.cleaned_data
        places = all_lists().of_occupation.get(self.occupation.pk, ())
        unbroken = said["months"] if said["unbroken"] is None else said["unbroken"]
        return Job(list(places), said["months"], unbroken, said["in_canada"] or 0)

    def span(self, complete_to: date) -> Span:
        """Return the days to look at: by default the twelve months that end with the record."""
        end = self.cleaned_data["until"] or complete_to
        start = self.cleaned_data["since"] or min(end, complete_to) - YEAR + timedelta(days=1)
        return Span(start, end)
