"""The pages about one person beside their form: the link that is handed over, and their leaving."""

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.helpers import AdminForm
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from core.people import name_of
from eedraws.newsroom.people_forms import LeaverForm
from eedraws.newsroom.welcome import make_link
from eedraws.signin.sessions import end_sessions

# Where a link waits, in the session of whoever made it, for the page that shows it once.
LINK = "newsroom-link"


class PeopleViewsMixin:
    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/link/", view(self.link_view), name="auth_user_link"),
            path("<int:pk>/leave/", view(self.leave_view), name="auth_user_leave"),
            *super().get_urls(),
        ]

    def person(self, request, pk):
        """Return somebody whom the asker may change."""
        person = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        return person

    def may_leave(self, request, person):
        """Say whether `person` can be said to have left: nobody takes the door away behind themselves."""
        return person.is_active and person != request.user and self.has_change_permission(request, person)

    def show_new_link(self, request, person):
        """Make a link for somebody, who may come in by it whatever was before, and lead to the page that shows it."""
        request.session[LINK] = [person.pk, make_link(person)]
        return redirect("admin:auth_user_link", person.pk)

    def link_view(self, request, pk):
        """Show the link that was just made, once; make another when asked to."""
        person = self.person(request, pk)
        if request.method == "POST":
            return self.renew_link(request, person)
        pk_of_link, link = request.session.pop(LINK, (None, ""))
        context = {
            "link": link if pk_of_link == person.pk else "",
            "until": timezone.now() + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT),
        }
        return self.page(request, person, "link", _("A link for %(name)s"), context)

    def renew_link(self, request, person):
        if person == request.user:
            messages.warning(request, _("You are logged in: change your password at the top of the page."))
            return redirect("admin:auth_user_change", person.pk)
        if not person.is_active:
            person.is_active = True
            person.save(update_fields=["is_active"])
            self.log_change(request, person, gettext("Is back."))
        self.log_change(request, person, gettext("Link for a new password made."))
        return self.show_new_link(request, person)

    def leave_view(self, request, pk):
        """Ask who takes over, and let somebody go."""
        person = self.person(request, pk)
        if not self.may_leave(request, person):
            messages.warning(request, self.why_not(request, person))
            return redirect("admin:auth_user_change", person.pk)
        form = LeaverForm(request.POST if request.method == "POST" else None, leaver=person)
        if form.is_valid():
            self.let_go(request, person, form.cleaned_data["heir"])
            return redirect("admin:auth_user_changelist")
        articles = Article.objects.filter(owner=person).order_by("-created_at", "-pk")
        context = {
            "form": form,
            "adminform": AdminForm(form, [(None, {"fields": ["heir"]})], {}),
            "articles": articles[:20],
            "count": articles.count(),
        }
        return self.page(request, person, "leave", _("%(name)s has left"), context)

    def why_not(self, request, person):
        if person == request.user:
            return _("You cannot lock yourself out. Another administrator says that you have left.")
        return _("%(name)s has left already.") % {"name": name_of(person)}

    @transaction.atomic
    def let_go(self, request, person, heir):
        """Close the account everywhere at once, and pass on what it had in hand; names stay where they stand."""
        taken = Article.objects.filter(owner=person).update(owner=heir)
        person.is_active = person.is_superuser = False
        person.set_unusable_password()
        person.save(update_fields=["is_active", "is_superuser", "password"])
        person.groups.clear()
        person.user_permissions.clear()
        end_sessions(person)
        to = name_of(heir) if heir else gettext("nobody")
        words = gettext("Has left. Articles handed over to %(name)s: %(count)s.") % {
            "name": to,
            "count": taken,
        }
        self.log_change(request, person, words)
        messages.success(request, words)

    def page(self, request, person, name, title, context):
        shared = {
            **self.admin_site.each_context(request),
            "title": title % {"name": name_of(person)},
            "opts": self.opts,
            "person": person,
            "called": name_of(person),
        }
        return TemplateResponse(request, f"admin/auth/user/{name}.html", shared | context)
