"""The form in which an article is written."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from draws.admin.fields import DayInput, MomentInput
from draws.clock import FIRST_YEAR, LAST_YEAR

WIDE = {"class": "vLargeTextField"}


def within_the_record(day):
    """Refuse a day or a moment that no article of this site can be about."""
    if not FIRST_YEAR <= day.year < LAST_YEAR:
        raise ValidationError(
            _("The year is to be between %(first)s and %(last)s."),
            params={"first": FIRST_YEAR, "last": LAST_YEAR - 1},
        )


class AuthorSelect(AutocompleteSelect):
    """Completes what is typed where scripts run; without them it is a plain list of every author."""

    optgroups = forms.Select.optgroups


class WholeForm(forms.ModelForm):
    """Checks the constraints that need the language, which has no field yet."""

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"language"}


class ArticleForm(WholeForm):
    """An article as the newsroom last left it, and the number of the version that was opened."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    note = forms.CharField(
        label=_("What you changed"),
        required=False,
        max_length=200,
        help_text=_("A few words for the history, such as “figures of Thursday added”."),
    )

    class Meta:
        field_classes = {"published_at": forms.DateTimeField}
        widgets = {
            "author": AuthorSelect(Article._meta.get_field("author"), admin.site),
            "body": forms.Textarea(attrs={"rows": 30, **WIDE}),
            "published_at": MomentInput(),
            "review_by": DayInput(),
            "standfirst": forms.Textarea(attrs={"rows": 4, **WIDE}),
            **dict.fromkeys(
                ["title", "slug", "description", "withdrawn_reason"], forms.TextInput(attrs=WIDE)
            ),
            "tags": forms.CheckboxSelectMultiple,
            "week_start": DayInput(),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self.instance.version
        for name in {"published_at", "week_start", "review_by"} & self.fields.keys():
            self.fields[name].validators.append(within_the_record)
        if hasattr(self.instance, "in_hand"):
            # The state that was opened has tags that the rows may not have.
            self.initial["tags"] = self.instance.in_hand.tags
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("Made from the headline when left blank. Fixed once published.")

    def clean_slug(self):
        slug = self.cleaned_data["slug"] or slugify(self.cleaned_data.get("title", ""))[:100].strip("-")
        if not slug:
            raise ValidationError(_("Write an address in small letters and hyphens."))
        return slug
