"""What somebody wants to follow, and the address: forms of POST that work without a script."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from django import forms
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alerts.models import Choice
from core import params
from core.opened import SECONDS_AT_LEAST, SECONDS_AT_MOST, seconds_open, stamp
from occupations.meant import meant_by
from occupations.models import Category, Occupation

HIGHEST_SCORE = 1200
WHOLE_NUMBER = format_lazy(
    _("Enter a whole number from {low} to {high}."), low=1, high=intcomma(HIGHEST_SCORE)
)
# What nobody has in an address, and what a header must not have.
NOT_IN_AN_ADDRESS = re.compile(r"[\x00-\x20\x7f\"\\\[]|[^\x00-\x7f](?=.*@)")
SALT = "alerts.form"


class Group(NamedTuple):
    """Types of draw of one kind, as check boxes."""

    label: str
    options: list


class Types(forms.CheckboxSelectMultiple):
    """Check boxes whose group can be linked to: by the first of them."""

    def id_for_label(self, id_, index=None):
        return super().id_for_label(id_, 0 if index is None else index)


class PlainTextField(forms.CharField):
    """A line of text without control characters, which a form that is shown again must not repeat."""

    def to_python(self, value):
        return super().to_python(self.bound_data(value, None))

    def bound_data(self, data, initial):
        return params.plain(data or "")


class ChoiceForm(forms.Form):
    """What to follow. After is_valid(), `choice` holds it.

    Where a title may mean several occupations, `job_choice` offers them, and the job has an error until one is picked.
    """

    types = forms.MultipleChoiceField(
        label=_("Draws of these types"),
        required=False,
        widget=Types,
        help_text=_("One message for each draw, when it is on this site"),
        error_messages={"invalid_choice": _("Choose from the types of draw.")},
    )
    score = PlainTextField(
        label=_("Only when the cut-off is at or below"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_(
            "Points of the Comprehensive Ranking System (CRS), such as 480; leave it empty for every draw. Cut-offs of "
            "provincial nominees include 600 points for the nomination"
        ),
        error_messages={"max_length": WHOLE_NUMBER},
    )
    job = PlainTextField(
        label=_("When this job enters or leaves a list"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_(
            "A title in English or French, such as truck driver, or a code of the National Occupational Classification "
            "(NOC), such as 73300"
        ),
        error_messages={"max_length": _("Enter at most 100 characters.")},
    )
    # What is not offered is not picked, so there is nothing to refuse.
    job_choice = PlainTextField(required=False, widget=forms.RadioSelect)

    def __init__(self, data=None, *, initial=None):
        super().__init__(data, initial=initial, label_suffix="")
        self._categories = {category.slug: category for category in Category.objects.in_reading_order()}
        self.fields["types"].choices = [(slug, category.name) for slug, category in self._categories.items()]
        self.occupation: Occupation | None = None
        self.offers_jobs = False

    @property
    def groups(self) -> list[Group]:
        """The types of draw by their kinds, in reading order."""
        options = zip(self._categories.values(), self["types"], strict=True)
        return [
            Group(label, [option for _category, option in some])
            for label, some in groupby(options, key=lambda pair: pair[0].get_kind_display())
        ]

    @property
    def choice(self) -> Choice:
        said = self.cleaned_data
        chosen = [category for slug, category in self._categories.items() if slug in said["types"]]
        return Choice(chosen, said["score"], self.occupation)

    def clean_score(self) -> int | None:
        text = self.cleaned_data["score"].replace(",", "")
        if not text:
            return None
        if not re.fullmatch("[0-9]{1,4}", text) or not 1 <= int(text) <= HIGHEST_SCORE:
            raise ValidationError(WHOLE_NUMBER)
        return int(text)

    def clean_job(self) -> str:
        text = self.cleaned_data["job"]
        if not text:
            return text
        meant = meant_by(text)
        self.occupation = meant.occupation or self._picked(meant.offered)
        if self.occupation is None:
            raise ValidationError(meant.problem)
        return text

    def _picked(self, offered: Sequence[Occupation]) -> Occupation | None:
        """Offer occupations to choose from, if there are any, and return the one that was picked."""
        self.offers_jobs = bool(offered)
        self.fields["job_choice"].widget.choices = [(job.code, f"{job.code} {job.title}") for job in offered]
        picked = self.data.get("job_choice", "")
        return next((job for job in offered if job.code == picked), None)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned.get("types") and not cleaned.get("job"):
            self.add_error("types", _("Choose a type of draw, or name a job below, or both."))
        if cleaned.get("score") and not cleaned.get("types") and "types" not in self.errors:
            self.add_error("types", _("Choose the types of draw whose cut-offs count."))
        return cleaned


class AskForm(ChoiceForm):
    """A choice and the address that it is for."""

    address = PlainTextField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        help_text=_("You get one message with a link; nothing else is sent until you have followed it"),
        error_messages={
            "required": _("Enter the address that the alerts are to go to."),
            "max_length": _("An address has at most 254 characters."),
        },
    )
    # Nobody sees it, and who fills in everything fills it in.
    website = PlainTextField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    opened = PlainTextField(required=False, widget=forms.HiddenInput)

    def clean_address(self) -> str:
        address = self.cleaned_data["address"]
        problem = _("Enter an e-mail address such as name@example.com.")
        if NOT_IN_AN_ADDRESS.search(address):
            raise ValidationError(problem)
        EmailValidator(problem, allowlist=[])(address)
        local_part, _at, domain = address.rpartition("@")
        return f"{local_part}@{domain.lower()}"

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("website"):
            self.add_error(
                None, _("A field that nobody sees was filled in. Empty it, and send the form again.")
            )
        if not self.errors and not self._was_open_for_a_while(cleaned.get("opened", "")):
            self.add_error(
                None,
                _(
                    "The form was sent faster than people read it, or was open for more than a day. Send it again."
                ),
            )
        return cleaned

    def _was_open_for_a_while(self, opened: str) -> bool:
        seconds = seconds_open(opened, SALT)
        return seconds is not None and SECONDS_AT_LEAST <= seconds <= SECONDS_AT_MOST

    @property
    def opened_now(self) -> str:
        """The time at which the form is shown, signed; what was sent may be too old to be sent again."""
        return stamp(SALT)


def asked_for(query) -> dict:
    """Return what a query such as ?category=french&occupation=72300 fills the form in with; nonsense fills in nothing."""
    known = set(Category.objects.values_list("slug", flat=True))
    code = query.get("occupation", "")
    score = query.get("score", "")
    return {
        "types": [slug for slug in query.getlist("category") if slug in known],
        "job": code if re.fullmatch("[0-9]{5}", code, re.ASCII) else "",
        "score": score if re.fullmatch("[0-9]{1,4}", score, re.ASCII) else "",
    }


def initial_of(choice: Choice) -> dict:
    """Return a choice as what the form is filled in with."""
    return {
        "types": [category.slug for category in choice.categories],
        "job": choice.occupation.code if choice.occupation else "",
        "score": choice.score or "",
    }
