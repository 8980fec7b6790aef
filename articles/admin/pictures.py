"""Pictures: brought in once with their words, found again, and shown where they are used."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Image
from articles.pictures import InUse, NotKept, Refused, discard, users_of
from articles.pictures.discarding import in_words
from articles.pictures.keeping import find, keep_pixels
from articles.pictures.reading import MAX_BYTES, read
from core.admin import RecordAdmin
from core.people import name_of

KINDS = "image/jpeg,image/png,image/webp,image/avif"


class ImageForm(forms.ModelForm):
    """The words of a picture; for a new one, its file too."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": KINDS}),
        help_text=_(
            "JPEG, PNG, WebP or AVIF, up to %(megabytes)s MB. It is made anew: what a camera writes into a file, such "
            "as the place, is left out."
        )
        % {"megabytes": MAX_BYTES // 1_000_000},
        error_messages={
            "required": _("Choose the file of the picture."),
            "empty": _("The file is empty."),
        },
    )

    class Meta:
        widgets = {
            "alt": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
            "caption": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "credit": forms.TextInput(attrs={"class": "vLargeTextField"}),
        }

    def clean_file(self):
        """Return the pixels of the file."""
        file = self.cleaned_data["file"]
        try:
            picture = read(file, file.name)
        except Refused as error:
            raise ValidationError(str(error)) from error
        if found := find(picture):
            raise ValidationError(
                _("This picture is here already, as number %(number)s: %(words)s"),
                params={"number": found.pk, "words": found},
            )
        return picture

    def _post_clean(self):
        super()._post_clean()
        if self.errors and "file" in self.cleaned_data:
            self.add_error("file", _("Choose the file again: a browser does not keep it."))


@admin.register(Image)
class ImageAdmin(RecordAdmin):
    """Writers bring pictures in and change the words of theirs, editors those of all."""

    form = ImageForm
    actions = None
    list_display = ["thumbnail", "words", "reference", "credit", "day"]
    list_display_links = ["words"]
    list_filter = ["decorative", "uploaded_at"]
    list_per_page = 50
    search_fields = ["alt", "caption", "credit"]
    search_help_text = _("Words of the alternative text, the caption or the credit.")
    readonly_fields = ["shown", "reference", "size", "used_in", "uploaded_at", "uploaded"]
    change_form_template = "admin/articles/image/change_form.html"

    def get_fieldsets(self, request, obj=None):
        about = (_("Words"), {"fields": ["alt", "decorative", "caption", "credit", "source_url"]})
        if obj is None:
            return [(None, {"fields": ["file"]}), about]
        where = ["reference", "used_in", "size", "uploaded_at", "uploaded"]
        return [(None, {"fields": ["shown"]}), about, (_("Use"), {"fields": where})]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if obj is not None:
            form.base_fields.pop("file", None)
        return form

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (
            obj is None
            or obj.uploaded_by_id == request.user.pk
            or request.user.has_perm("articles.change_any_image")
        )

    def changeform_view(self, request, *args, **kwargs):
        """Say in words when the disk does not take what the database has taken."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except NotKept as error:
            # Among them is that the picture was added.
            list(messages.get_messages(request))
            messages.error(request, str(error))
            return redirect("admin:articles_image_add")

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
            return
        words = {name: value for name, value in form.cleaned_data.items() if name != "file"}
        obj.pk = keep_pixels(form.cleaned_data["file"], **words, by=request.user).pk
        obj.refresh_from_db()

    def response_add(self, request, obj, *args, **kwargs):
        """Say how it gets into a text."""
        words = _("In a text it stands as [[image %(number)s]], on a line of its own.") % {"number": obj.pk}
        self.message_user(request, words)
        return super().response_add(request, obj, *args, **kwargs)

    def delete_view(self, request, object_id, extra_context=None):
        """A picture that something shows cannot go: say what does, before the question whether it is meant."""
        image = self.get_object(request, object_id)
        if image is not None and self.has_delete_permission(request, image) and (users := users_of(image)):
            return self._refuse(request, image, users)
        return super().delete_view(request, object_id, extra_context)

    def delete_model(self, request, obj):
        discard(obj)

    def _delete_view(self, request, object_id, extra_context):
        try:
            return super()._delete_view(request, object_id, extra_context)
        except InUse as error:
            return self._refuse(request, self.get_object(request, object_id), error.users)

    def _refuse(self, request, image, users):
        messages.error(request, in_words(users))
        return HttpResponseRedirect(reverse("admin:articles_image_change", args=[image.pk]))

    @admin.display(description=_("picture"))
    def thumbnail(self, obj):
        return render_to_string("admin/articles/image/thumbnail.html", {"image": obj})

    @admin.display(description=_("picture"))
    def shown(self, obj):
        return render_to_string("admin/articles/image/shown.html", {"image": obj})

    @admin.display(description=_("what it tells"), ordering="alt")
    def words(self, obj):
        return str(obj)

    @admin.display(description=_("in a text"))
    def reference(self, obj):
        return format_html("<code>[[image {}]]</code>", obj.pk)

    @admin.display(description=_("size"), ordering="width")
    def size(self, obj):
        return _("%(width)s × %(height)s pixels") % {"width": obj.width, "height": obj.height}

    @admin.display(description=_("uploaded"), ordering="uploaded_at")
    def day(self, obj):
        return date_format(localtime(obj.uploaded_at))

    @admin.display(description=_("uploaded by"), ordering="uploaded_by__username", empty_value=_("nobody"))
    def uploaded(self, obj):
        return obj.uploaded_by and name_of(obj.uploaded_by)

    @admin.display(description=_("shown in"), empty_value=_("nothing yet"))
    def used_in(self, obj):
        kinds = {True: "article", False: "faqentry"}
        links = [
            (reverse(f"admin:articles_{kinds[isinstance(user, Article)]}_change", args=[user.pk]), user)
            for user in users_of(obj)
        ]
        return format_html_join(", ", '<a href="{}">{}</a>', links) or None
