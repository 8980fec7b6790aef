"""What an administrator does about somebody else's sign-in: lost second factors, sessions that must end."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.people import name_of
from eedraws.signin import devices, sessions
from eedraws.signin.forms import OwnerForm
from eedraws.signin.models import SignIn
from eedraws.signin.recording import log


class ColleagueMixin:
    """For PersonAdmin, whose `person` and `page` it uses."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/signin/", view(self.signin_view), name="auth_user_signin"),
            *super().get_urls(),
        ]

    def signin_view(self, request, pk):
        """Show how somebody signs in; take their second factors away, or end their sessions, when asked to."""
        person = self.person(request, pk)
        if person == request.user:
            return redirect("admin:account")
        form = OwnerForm(
            request.POST if request.method == "POST" else None, request=request, account=request.user
        )
        if form.is_valid():
            (self.forget_factors if "factors" in request.POST else self.end_sessions)(request, person)
            return redirect("admin:auth_user_signin", person.pk)
        context = {
            "form": form,
            "devices": devices.factors(person),
            "codes_left": devices.recovery_codes_left(person),
            "sessions": sessions.open_sessions(person),
            "sign_ins": SignIn.objects.filter(account=person)[:10],
        }
        return self.page(request, person, "signin", _("How %(name)s signs in"), context)

    def forget_factors(self, request, person):
        devices.remove_all(person)
        sessions.end_sessions(person)
        log(request, "second factors removed by another", person, by=request.user.get_username())
        self.log_change(request, person, gettext("Second factors taken away."))
        messages.success(
            request, _("At the next sign-in %(name)s sets up a new one.") % {"name": name_of(person)}
        )

    def end_sessions(self, request, person):
        sessions.end_sessions(person)
        log(request, "sessions ended by another", person, by=request.user.get_username())
        self.log_change(request, person, gettext("Every session ended."))
        messages.success(request, _("%(name)s is signed in nowhere any more.") % {"name": name_of(person)})
