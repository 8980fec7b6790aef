"""The pages between the door and the newsroom: password, then second factor."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login as auth_login
from django.contrib.auth.views import LoginView
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_otp import login as otp_login

from eedraws.signin import devices, passkeys, sessions
from eedraws.signin.forms import CodeForm, RecoveryForm, SignInForm
from eedraws.signin.limits import TooManyTries
from eedraws.signin.models import SignIn
from eedraws.signin.recording import log, record

# Where somebody wanted to go, in the session, until they are in.
WANTED = "signin-wanted"


def answer(response, form):
    """Give a page whose form came too early its status, and the time to wait."""
    if form is not None and form.wait:
        response.status_code = 429
        response["Retry-After"] = str(form.wait)
    return response


def enter(request, account, device) -> str:
    """Let somebody in who has given a second factor, in a session of a new name; return where they wanted to go."""
    request.user = account
    otp_login(request, device)
    wanted = request.session.pop(WANTED, None) or reverse("admin:index")
    request.session.cycle_key()
    sessions.begin(request)
    record(request, account, devices.HOW[type(device)])
    return wanted


class SignInView(LoginView):
    """The password: right, it opens a session that is new, and half a session where a second factor is needed."""

    authentication_form = SignInForm
    template_name = "admin/login.html"
    next_page = "admin:index"

    def get_redirect_url(self, request=None):
        """Django lets through whatever leads to no other site, also what is no address."""
        wanted = super().get_redirect_url(request)
        return wanted if wanted.startswith("/") else ""

    def form_invalid(self, form):
        return answer(super().form_invalid(form), form)

    def form_valid(self, form):
        account, wanted = form.get_user(), self.get_success_url()
        # Whatever was in the browser's session before, also of the same account, is over.
        self.request.session.flush()
        auth_login(self.request, account)
        sessions.confirm(self.request)
        if settings.SECOND_FACTOR:
            sessions.begin(self.request, lasts=sessions.HALF_WAY)
            self.request.session[WANTED] = wanted
            log(self.request, "right password", account)
            return redirect("admin:second_factor")
        sessions.begin(self.request)
        record(self.request, account, SignIn.How.PASSWORD)
        return redirect(wanted)


class EnteringMixin:
    """The pages of NewsroomSite for those who are not in yet."""

    def get_urls(self):
        return [path("login/code/", self.second_factor, name="second_factor"), *super().get_urls()]

    def login(self, request, extra_context=None):
        """Django's page with our form; who has given the password already is led to what is missing."""
        if request.method == "GET" and request.half_way.is_authenticated:
            return redirect("admin:second_factor")
        wanted = SignInView().get_redirect_url(request) or reverse("admin:index")
        if request.method == "GET" and self.has_permission(request):
            return redirect(wanted)
        context = {
            **self.each_context(request),
            "title": _("Log in"),
            "app_path": request.get_full_path(),
            "next": wanted,
        }
        return SignInView.as_view(extra_context=context)(request)

    def logout(self, request, extra_context=None):
        if request.method == "POST":
            log(request, "signed out", request.user)
        return super().logout(request, extra_context)

    def second_factor(self, request):
        """Ask for the second factor, or lead to setting one up."""
        account = request.half_way
        if not account.is_authenticated:
            return redirect("admin:index")
        found = devices.factors(account)
        if not found:
            return redirect("admin:add_app")
        return _SecondFactor(self, request, account, found).answer()


class _SecondFactor:
    """One request for the page of the second factor."""

    def __init__(self, site, request, account, found):
        self.site, self.request, self.account = site, request, account
        kinds = {device.kind for device in found}
        self.has_passkey = "passkey" in kinds and passkeys.are_offered()
        self.by_recovery = "recovery" in request.GET
        self.asks_code = self.by_recovery or "app" in kinds
        self.form = (RecoveryForm if self.by_recovery else CodeForm)(
            request.POST if request.method == "POST" and "credential" not in request.POST else None
        )
        self.passkey_error = ""

    def answer(self):
        if self.request.method == "POST" and (device := self.check()):
            wanted = enter(self.request, self.account, device)
            if self.by_recovery:
                self.warn()
            return redirect(wanted)
        context = {
            **self.site.each_context(self.request),
            "title": _("Second factor"),
            "account": self.account,
            "form": self.form,
            "asks_code": self.asks_code,
            "by_recovery": self.by_recovery,
            "passkey_error": self.passkey_error,
            "passkey": passkeys.ask(self.request, self.account) if self.has_passkey else None,
        }
        page = TemplateResponse(self.request, "admin/signin/second_factor.html", context)
        return answer(page, self.form)

    def warn(self):
        left = devices.recovery_codes_left(self.account)
        words = ngettext(
            "%(left)s recovery code is left. “How you sign in” makes new ones.",
            "%(left)s recovery codes are left. “How you sign in” makes new ones.",
            left,
        )
        messages.warning(self.request, words % {"left": left})

    def check(self):
        """Return the device that lets somebody in, or None; the form then says why."""
        if "credential" in self.request.POST:
            return self.check_passkey()
        if not self.form.is_valid():
            return None
        try:
            device = devices.check_code(self.account, self.form.cleaned_data["code"])
        except TooManyTries as error:
            log(self.request, "made to wait", self.account, seconds=error.seconds)
            words = _("Too many wrong codes. Wait %(wait)s, then give a new one.")
            self.form.add_error("code", self.form.too_early(error, words))
            return None
        if device is None:
            log(self.request, "wrong code", self.account)
            self.form.add_error(
                "code", _("This code does not work. Each works once, and soon there is another.")
            )
        return device

    def check_passkey(self):
        try:
            return passkeys.check(self.request, self.account, self.request.POST["credential"])
        except passkeys.Refused:
            log(self.request, "wrong passkey", self.account)
            self.passkey_error = _("The passkey was not accepted. Try again, or use a code.")
            return None
