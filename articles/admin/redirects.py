"""Old addresses that lead on: most are made by the program when a page moves, some are entered."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.answering import status_of
from articles.models import Redirect
from articles.models.redirects import own_path
from core.admin import RecordAdmin

WIDE = {"class": "vLargeTextField"}


class RedirectForm(forms.ModelForm):
    """An old address where nothing answers, and a new one where a page does."""

    class Meta:
        widgets = {"old_path": forms.TextInput(attrs=WIDE), "new_path": forms.TextInput(attrs=WIDE)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Who only reads has a form without fields.
        if "new_path" in self.fields:
            self.fields["new_path"].required = True
        if self.instance.pk:
            self.initial["new_path"] = self.instance.target

    def clean_old_path(self):
        path = own_path(self.cleaned_data["old_path"])
        if status_of(path) < 400:
            raise ValidationError(
                _("A page answers at this address: readers get the page, and would never be led on.")
            )
        return path

    def clean_new_path(self):
        path = own_path(self.cleaned_data["new_path"])
        leads_on = Redirect.objects.filter(old_path=path).exclude(pk=self.instance.pk).exists()
        # Where another redirect stands, the model goes on to its end.
        status = 200 if leads_on or path == self.cleaned_data.get("old_path") else status_of(path)
        if 300 <= status < 400:
            raise ValidationError(_("This address leads on itself. Enter the one where it ends."))
        if status != 200:
            raise ValidationError(
                _("No page answers at this address. Look at it in your browser, and copy it from there.")
            )
        return path

    def clean(self):
        """Enter a path in place of the article that the program named."""
        super().clean()
        self.instance.article = None


@admin.register(Redirect)
class RedirectAdmin(RecordAdmin):
    form = RedirectForm
    fields = ["old_path", "new_path"]
    list_display = ["old_path", "leads_to", "made_at"]
    list_select_related = ["article"]
    list_per_page = 50
    search_fields = ["old_path", "new_path", "article__title", "article__slug"]
    search_help_text = _("A part of either address, or of a headline.")

    def get_fields(self, request, obj=None):
        """Show who only reads where an address leads, which may be an article and no path."""
        reads_only = obj is not None and not self.has_change_permission(request, obj)
        return ["old_path", "leads_to", "made_at"] if reads_only else super().get_fields(request, obj)

    def get_readonly_fields(self, request, obj=None):
        return ["leads_to", "made_at"] if obj else []

    def view_on_site(self, obj):
        return obj.location if obj.is_open else None

    @admin.display(description=_("leads to"))
    def leads_to(self, obj):
        return obj.target
