"""The page on which somebody who was invited, or has lost a password, chooses one."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.tokens import default_token_generator
from django.contrib.auth.views import PasswordResetConfirmView
from django.urls import reverse, reverse_lazy
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext_lazy as _


def make_link(user) -> str:
    """Return the address at which `user` chooses a password, once, within settings.PASSWORD_RESET_TIMEOUT.

    What the account had until now ends: its password, its sessions, and every link made before.
    """
    user.set_unusable_password()
    user.save(update_fields=["password"])
    args = [urlsafe_base64_encode(force_bytes(user.pk)), default_token_generator.make_token(user)]
    return settings.SITE_URL + reverse("admin:welcome", args=args)


class ChoosePasswordForm(SetPasswordForm):
    required_css_class = "required"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = _("Password")
        self.fields["new_password1"].help_text = _(
            "At least 12 characters; not numbers alone, no well-known password, nothing like your name."
        )
        self.fields["new_password2"].label = _("The same password once more")
        self.fields["new_password2"].help_text = ""


class WelcomeView(PasswordResetConfirmView):
    """A link works for those who work here; one that is used or too old says so, and what to do."""

    admin_site = None
    form_class = ChoosePasswordForm
    template_name = "admin/welcome.html"
    title = _("Choose a password")
    success_url = reverse_lazy("admin:login")

    def get_user(self, uidb64):
        user = super().get_user(uidb64)
        return user if user is not None and user.is_active and user.is_staff else None

    def form_valid(self, form):
        response = super().form_valid(form)
        messages.success(self.request, _("Your password is set. Log in with it."))
        return response

    def get_context_data(self, **kwargs):
        context = self.admin_site.each_context(self.request) | super().get_context_data(**kwargs)
        if not self.validlink:
            context["title"] = _("This link does not work any more")
        return context
