"""The form in which an article is written."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from core.moments import MomentField
from core.people import name_of
from draws.admin.fields import DayInput
from draws.clock import FIRST_YEAR, LAST_YEAR

from .owning import IN_WORK

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

    # Somebody saved the article after it was opened: `meanwhile` is their revision, if they made one.
    is_late = False
    # Whether the person may publish, schedule and withdraw; the admin says so.
    may_publish = False

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    note = forms.CharField(
        label=_("What you changed"),
        required=False,
        max_length=200,
        help_text=_("A few words for the history, such as “figures of Thursday added”."),
    )
    despite = forms.CharField(
        label=_("Why it is published all the same"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs=WIDE),
        help_text=_("Kept with your name and with what the desk said; then publish again."),
    )

    class Meta:
        field_classes = {"published_at": MomentField}
        widgets = {
            "author": AuthorSelect(Article._meta.get_field("author"), admin.site),
            "body": forms.Textarea(attrs={"rows": 30, **WIDE}),
            "published_at": MomentField.widget,
            "review_by": DayInput(),
            "standfirst": forms.Textarea(attrs={"rows": 4, **WIDE}),
            **dict.fromkeys(
                ["title", "slug", "description", "sponsor", "withdrawn_reason"], forms.TextInput(attrs=WIDE)
            ),
            "tags": forms.CheckboxSelectMultiple,
            "week_start": DayInput(),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self.instance.version
        for name in {"published_at", "week_start", "review_by"} & self.fields.keys():
            self.fields[name].validators.append(within_the_record)
        if image := self.fields.get("image"):
            image.error_messages["invalid_choice"] = _("There is no picture of this number.")
        self.offer_states()
        self.offer_hands()
        if hasattr(self.instance, "in_hand"):
            # The state that was opened has tags that the rows may not have.
            self.initial["tags"] = self.instance.in_hand.tags
        if "funding" in self.fields:
            self.fields["funding"].required = False
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _(
                "Made from the headline when left blank. Change it after publication only when it is wrong: the old "
                "address then leads to the new one."
            )

    @property
    def publishes(self):
        """Whether what is sent is for readers."""
        return self.may_publish and "_publish" in self.data

    def offer_states(self):
        """Leave the states that the person may set, and the one that the article has."""
        status = self.fields.get("status")
        if status is None or self.may_publish:
            return
        offered = (
            IN_WORK if self.instance.pk is None or self.instance.status in IN_WORK else [self.instance.status]
        )
        status.choices = [(value, label) for value, label in Article.Status.choices if value in offered]
        status.error_messages["invalid_choice"] = _(
            "Publishing, scheduling and withdrawing are for editors. Send the article to review."
        )

    def offer_hands(self):
        """Leave those who still work here, by their names."""
        if owner := self.fields.get("owner"):
            owner.queryset = owner.queryset.filter(is_active=True, is_staff=True).order_by("username")
            owner.label_from_instance = name_of
            owner.empty_label = _("Nobody")
            owner.error_messages["invalid_choice"] = _(
                "This person has left the newsroom. Choose another, or nobody."
            )

    def clean(self):
        """Look for what somebody saved meanwhile; make what is published for the first time ready, now or at its time."""
        super().clean()
        data = self.cleaned_data
        if self.instance.pk:
            self._look_for_others(data.get("seen"))
        if self.publishes and not self.instance.has_been_public():
            data["status"] = Article.Status.READY
            if not data.get("published_at") and "published_at" not in self.errors:
                data["published_at"] = timezone.now()

    def _look_for_others(self, seen):
        """Hold the row until the transaction of the form ends, so that of several savers one is the first.

        A preview has no transaction, and nothing to hold.
        """
        rows = Article.objects.all()
        if transaction.get_connection().in_atomic_block:
            rows = rows.select_for_update()
        newest = rows.get(pk=self.instance.pk).version
        if seen == newest:
            return
        self.is_late = True
        self.meanwhile = self.instance.revisions.filter(number=newest).first()
        who = self.meanwhile.made_by_name if self.meanwhile else ""
        self.add_error(
            None,
            ValidationError(
                _(
                    "%(who)s saved this article while you were writing. Nothing of yours is saved yet, and all of "
                    "it is in the form. Look at the differences, then save again."
                ),
                code="conflict",
                params={"who": who or _("Somebody")},
            ),
        )

    def clean_funding(self):
        """What is not sent stays as it was."""
        return self.cleaned_data["funding"] or self.instance.funding

    def clean_slug(self):
        slug = self.cleaned_data["slug"] or slugify(self.cleaned_data.get("title", ""))[:100].strip("-")
        if not slug:
            raise ValidationError(_("Write an address in small letters and hyphens."))
        if slug != self.initial.get("slug") and self.instance.has_been_public() and not self.may_publish:
            raise ValidationError(_("Readers have this address. Changing it is for those who publish."))
        return slug
