"""What stands around the text while an article is written: the preview beside it, and what can be put into it."""

import re

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.csp import CSP
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csp import csp_override

from articles.choices import choices_for
from core import params

# The form has a frame, for the preview.
WITH_A_FRAME = {**settings.SECURE_CSP, "frame-src": [CSP.SELF]}
# The name of a copy that a browser keeps while an article is written: static/js/editor-copy.js.
COPY = re.compile(r"[0-9a-z]{8,40}")


class WritingMixin:
    def get_urls(self):
        view = self.admin_site.admin_view(self.picker)
        return [path("insert/", view, name="articles_article_picker"), *super().get_urls()]

    @method_decorator(csp_override(WITH_A_FRAME))
    def changeform_view(self, request, *args, **kwargs):
        return super().changeform_view(request, *args, **kwargs)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        url, of = ("preview", [obj.pk]) if obj else ("add_preview", [])
        context |= {
            "editor_preview_url": reverse(f"admin:articles_article_{url}", args=of),
            # The text and its preview take the room of the list of everything.
            "is_nav_sidebar_enabled": False,
        }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def picker(self, request):
        """List what the record offers for a text: a page to copy from, or its list alone for a script."""
        if not (self.has_change_permission(request) or self.has_add_permission(request)):
            raise PermissionDenied
        query = params.text(request, "q")
        context = {"query": query, "groups": choices_for(query), "for_script": "part" in request.GET}
        if context["for_script"]:
            return TemplateResponse(request, "admin/articles/article/editor_choices.html", context)
        context |= {"title": _("Put in from the record"), "opts": self.opts}
        context |= self.admin_site.each_context(request)
        return TemplateResponse(request, "admin/articles/article/editor_picker.html", context)

    def response_add(self, request, obj, *args, **kwargs):
        return _saying_what_is_saved(request, super().response_add(request, obj, *args, **kwargs))

    def response_change(self, request, obj):
        return _saying_what_is_saved(request, super().response_change(request, obj))


def _saying_what_is_saved(request, response):
    """Name the browser's own copy of what has been saved where the browser goes next, which then drops it."""
    copy = request.POST.get("copy", "")
    if isinstance(response, HttpResponseRedirect) and COPY.fullmatch(copy):
        response["Location"] += f"#saved-{copy}"
    return response
