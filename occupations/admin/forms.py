"""What can be done to a list: begin the next version, publish an awaited one, correct a published one."""

import copy

from django import forms
from django.forms.models import construct_instance
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from occupations.models import CategoryVersion, ListCorrection
from occupations.revising import correct_list, ended_by, publish_list, start_version

from .list_form import ListForm, day_input


class NextVersionForm(ListForm, forms.ModelForm):
    """The next version of a type, begun from its last."""

    button = _("Save the new version")
    PUBLISHED, AWAITED, NONE = "published", "awaited", "none"

    list_state = forms.ChoiceField(
        label=_("Is the list published?"),
        choices=[
            (PUBLISHED, _("Yes, it stands below")),
            (AWAITED, _("The list is not published yet")),
            (NONE, _("This version has no list of occupations")),
        ],
        widget=forms.RadioSelect,
    )
    says_empty = _("Paste the list, or say that it is not published yet.")

    class Meta:
        model = CategoryVersion
        fields = [
            "announced", "valid_from", "name_en", "name_fr", "months_required", "continuous", "in_canada",
            "nclc_min", "criteria_en", "criteria_fr", "list_published", "source",
        ]  # fmt: skip
        widgets = {
            "announced": day_input(),
            "valid_from": day_input(),
            "list_published": day_input(),
            "criteria_en": forms.Textarea(attrs={"rows": 4}),
            "criteria_fr": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {
            "announced": _("The day on which IRCC announced it. Without one it is on no timeline."),
            "valid_from": _("The version in force until then ends on the day before."),
            "list_published": _("The day on which the list came out; blank where it was not seen."),
        }

    def __init__(self, *args, version, **kwargs):
        """Begin from `version`, the last of its type."""
        today = timezone.localdate()
        kept = ["name_en", "name_fr", "months_required", "continuous", "in_canada", "nclc_min"]
        kept += ["criteria_en", "criteria_fr", "source"]
        following = CategoryVersion(
            category=version.category,
            number=version.number + 1,
            announced=today,
            valid_from=today,
            list_published=today,
            **{name: getattr(version, name) for name in kept},
        )
        super().__init__(*args, version=following, instance=following, **kwargs)
        self.fields["valid_from"].required = True
        self.initial["list_state"] = self.PUBLISHED if version.has_list else self.NONE

    @property
    def title(self):
        return _("New version of %(type)s: version %(number)s") % {
            "type": self.version.category,
            "number": self.version.number,
        }

    @property
    def takes_list(self):
        return self.cleaned_data.get("list_state") == self.PUBLISHED

    def _post_clean(self):
        construct_instance(self, self.instance, self._meta.fields)
        state = self.cleaned_data.get("list_state")
        self.instance.has_list = state != self.NONE
        self.instance.list_awaited = state == self.AWAITED
        if state != self.PUBLISHED:
            self.instance.list_published = None
        super()._post_clean()

    @property
    def following(self):
        """The version as it will stand."""
        return self.instance

    @property
    def ended(self):
        """The version that this one ends, with its last day."""
        return ended_by(self.instance)

    def write(self):
        version = copy.copy(self.instance)
        ended = start_version(version, self.entries)
        said = _("%(version)s is in the record.") % {"version": version}
        if ended:
            values = {"version": ended, "day": date_format(ended.valid_to)}
            said = f"{said} {_('%(version)s ended on %(day)s.') % values}"
        return version, said


class PublishListForm(ListForm):
    """The list of a version that was announced without it."""

    button = _("Publish the list")
    starts_from_base = False
    list_published = forms.DateField(
        label=_("List published"),
        widget=day_input(),
        initial=timezone.localdate,
        help_text=_("The day on which the list came out."),
    )

    @property
    def title(self):
        return _("Publish the list of %(version)s") % {"version": self.version}

    def write(self):
        version = copy.copy(self.version)
        version.list_published = self.cleaned_data["list_published"]
        publish_list(version, self.entries)
        count = len(self.entries)
        return version, ngettext(
            "The list of %(version)s is public, with %(count)d occupation.",
            "The list of %(version)s is public, with %(count)d occupations.",
            count,
        ) % {"version": version, "count": count}


class CorrectListForm(ListForm):
    """A slip in a published list: the version stays, and readers are told what was corrected."""

    button = _("Save the correction")
    kind = forms.ChoiceField(
        label=_("What happened"),
        choices=[
            ("", _("Choose one")),
            (ListCorrection.Kind.IRCC, _("IRCC changed its page")),
            (ListCorrection.Kind.OURS, _("We got this wrong")),
        ],
        error_messages={"required": _("Say what happened.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        error_messages={"required": _("Say in a sentence why the list is corrected.")},
        help_text=_("One sentence for readers, such as “We had left out the last row of IRCC's table.”"),
    )

    def __init__(self, *args, by=None, **kwargs):
        self.by = by
        super().__init__(*args, **kwargs)
        self.fields.pop("classification", None)

    @property
    def title(self):
        return _("Correct the list of %(version)s") % {"version": self.version}

    def find_base(self):
        return self.version

    def write(self):
        version = copy.copy(self.version)
        kind, reason = self.cleaned_data["kind"], self.cleaned_data["reason"]
        made = correct_list(version, self.entries, kind=kind, reason=reason, by=self.by)
        if not made:
            return version, _("The spelling of the list is changed. There is no correction to tell of.")
        return version, ngettext(
            "The list is corrected, and readers see %(count)d correction.",
            "The list is corrected, and readers see %(count)d corrections.",
            len(made),
        ) % {"count": len(made)}
