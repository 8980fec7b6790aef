"""Saving from the form: as a revision, or for readers."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from articles.saving import save_article

from .states import state


class PublishingMixin:
    def save_model(self, request, obj, form, change):
        """Left to save_related: an article, its questions and its tags are saved as one."""

    def save_related(self, request, form, formsets, change):
        for formset in formsets:
            formset.save()
        save_article(
            form.instance,
            entries=[entry for formset in formsets for entry in formset.entries],
            tags=form.cleaned_data["tags"],
            live=form.publishes,
            seen=form.cleaned_data["seen"] if change else None,
            by=request.user,
            note=form.cleaned_data["note"],
            despite=self.gate(request).despite,
        )

    def response_add(self, request, obj, post_url_continue=None):
        return self.saved(request, obj)

    def response_change(self, request, obj):
        return self.saved(request, obj)

    def saved(self, request, article):
        """Say what readers get now, and lead on."""
        if article.has_unseen_changes:
            text = _("Saved. Readers get what they had until you publish the changes.")
        elif "_publish" in request.POST:
            text = state(article)
        else:
            text = _("Saved. %(state)s.") % {"state": state(article)}
        messages.success(request, text)
        self.say_facts(request, article)
        if {"_continue", "_publish"} & request.POST.keys():
            return redirect("admin:articles_article_change", article.pk)
        return redirect("admin:articles_article_changelist")
