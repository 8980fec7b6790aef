"""The form in which a list is entered: paste, look at what was found, save."""

import hashlib
import json

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from core.loading import rehearsal
from occupations.checking import check
from occupations.comparing import compare
from occupations.models import Listing, Occupation
from occupations.models.classification import NOC_2021
from occupations.pasting import MAX_CHARACTERS
from occupations.revising import Entry

from .words import problems, spelling


class PasteField(forms.CharField):
    """What is pasted, whole: a limit in the browser would cut its end off unseen."""

    widget = forms.Textarea(attrs={"rows": 18, "spellcheck": "false"})

    def __init__(self, **kwargs):
        super().__init__(strip=False, required=False, **kwargs)

    def to_python(self, value):
        text = super().to_python(value).replace("\0", "").replace("\r\n", "\n")
        if len(text) > MAX_CHARACTERS:
            raise ValidationError(
                _(
                    "This is %(length)s characters long, and a list is at most %(limit)s. Paste only its table."
                ),
                code="long",
                params={
                    "length": number_format(len(text), force_grouping=True),
                    "limit": number_format(MAX_CHARACTERS, force_grouping=True),
                },
            )
        return text


def day_input():
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class ListForm(forms.Form):
    """A list that is pasted, and what is found when it is held against the classification and the list before.

    It is saved in a second step, and only as it was shown: `digest` says whether anything has changed since.
    """

    rows = PasteField(
        label=_("List"),
        help_text=_(
            "Codes, or codes and titles, one a line. Paste IRCC's table or rows of a spreadsheet: the code may stand "
            "before or after the title; further columns and bullets are left out. A code alone takes the title that "
            "it had before."
        ),
    )

    def __init__(self, *args, version, **kwargs):
        self.version = version
        super().__init__(*args, **kwargs)
        self.base = self.find_base()
        self.before = list(self.base.listings.select_related("occupation")) if self.base else []
        self.check = self.difference = None
        self.entries = []
        known = list(Occupation.objects.order_by().values_list("classification", flat=True).distinct())
        self.classification = next((row.occupation.classification for row in self.before), NOC_2021)
        if len(known) > 1:
            self.fields["classification"] = forms.ChoiceField(
                label=_("Codes of"), choices=[(name, name) for name in sorted(known)]
            )
            self.initial["classification"] = self.classification
        if self.starts_from_base:
            self.initial["rows"] = "\n".join(
                f"{row.occupation.code}\t{row.title_as_published}" for row in self.before
            )

    starts_from_base = True

    @property
    def takes_list(self):
        """Whether what is pasted counts."""
        return True

    def find_base(self):
        """Return the version whose list the pasted one is compared with."""
        known = self.version.category.versions.filter(has_list=True, list_awaited=False)
        return known.filter(number__lt=self.version.number).order_by("-number").first()

    def clean(self):
        super().clean()
        if self.takes_list and "rows" in self.cleaned_data and "classification" not in self.errors:
            self.classification = self.cleaned_data.get("classification", self.classification)
            self.read_list(self.cleaned_data["rows"])

    def read_list(self, text):
        found = {row.code: row for row in Occupation.objects.filter(classification=self.classification)}
        titles = {code: occupation.title_en for code, occupation in found.items()}
        published = {row.occupation.code: row.title_as_published for row in self.before}
        self.check = check(text, titles, published)
        self.entries = [Entry(found[row.code], row.title) for row in self.check.rows]
        fresh = [
            Listing(occupation=entry.occupation, title_as_published=entry.title) for entry in self.entries
        ]
        self.difference = compare(self.before, fresh)
        if told := problems(self.check, titles, self.classification):
            self.add_error("rows", told)
        elif not self.entries:
            self.add_error("rows", self.says_empty)

    says_empty = _("Paste the list.")

    def _post_clean(self):
        """Rehearse the whole, so that what would break a rule is said before it happens."""
        if set(self.errors) - {"rows"} or (self.takes_list and not self.entries):
            return
        try:
            with rehearsal(True):
                self.write()
        except ValidationError as error:
            by_field = error.message_dict if hasattr(error, "error_dict") else {None: error.messages}
            for name, messages in by_field.items():
                self.add_error(name if name in self.fields else None, messages)

    @property
    def misspelt(self):
        """Titles that differ from the classification's, those first that did not differ so before."""
        found = sorted(self.check.misspelt, key=lambda row: row.as_before) if self.check else []
        return [(row, spelling(row)) for row in found]

    @property
    def digest(self):
        """Stands for everything that was sent, and for what it was compared with."""
        sent = [self.data.get(name) for name in self.fields]
        before = [(row.occupation_id, row.title_as_published) for row in self.before]
        return hashlib.sha256(json.dumps([sent, before, self.version.number]).encode()).hexdigest()

    @property
    def wants_saving(self):
        return self.is_bound and "save" in self.data

    @property
    def is_confirmed(self):
        """Whether it is to be saved just as it was shown."""
        return self.wants_saving and self.data.get("checked") == self.digest
