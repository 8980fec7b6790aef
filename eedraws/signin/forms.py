"""The forms of signing in, and of changing how one does."""

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from eedraws.signin import recording
from eedraws.signin.limits import TooManyTries, begin_try, end_try
from eedraws.signin.sessions import confirm, is_confirmed


def in_words(seconds: int) -> str:
    """Return "40 seconds", or whole minutes, rather too many than too few."""
    if seconds < 60:
        return ngettext("%(count)s second", "%(count)s seconds", seconds) % {"count": seconds}
    minutes = -(-seconds // 60)
    return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}


class Waiting:
    """A form that may have to say that it is too early; `wait` is for how many seconds, or 0."""

    wait = 0

    def too_early(self, error: TooManyTries, words: str) -> ValidationError:
        self.wait = error.seconds
        return ValidationError(words % {"wait": in_words(error.seconds)}, code="wait")


class SignInForm(Waiting, AdminAuthenticationForm):
    """User name and password; the same answer in the same time whether there is such an account or not."""

    def clean(self):
        username, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not (username and password):
            return self.cleaned_data
        account = get_user_model().objects.filter(username=username).first()
        try:
            one = begin_try(self.request, username)
        except TooManyTries as error:
            recording.log(self.request, "made to wait", account, seconds=error.seconds)
            words = gettext(
                "Too many wrong passwords were tried. Wait %(wait)s, then try again. If you have forgotten yours, an "
                "administrator makes you a new link."
            )
            raise self.too_early(error, words) from error
        try:
            cleaned = super().clean()
        except ValidationError:
            recording.log(self.request, "wrong password", account)
            raise
        end_try(one)
        return cleaned


class CodeForm(Waiting, forms.Form):
    """The code that an authenticator app shows at the moment."""

    required_css_class = "required"
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("Six digits from your authenticator app. They change every half minute, and work once."),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
        ),
    )


class RecoveryForm(CodeForm):
    code = forms.CharField(
        label=_("Recovery code"),
        max_length=40,
        help_text=_("One of the ten that you keep in a safe place. Each works once."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false", "autofocus": True}
        ),
    )


class OwnerForm(Waiting, forms.Form):
    """A change of how somebody signs in: asks for the password, unless it was given a short while ago."""

    required_css_class = "required"
    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args, request, account, **kwargs):
        super().__init__(*args, **kwargs)
        self.request, self.account = request, account
        if is_confirmed(request):
            del self.fields["password"]
        else:
            self.order_fields([*(name for name in self.fields if name != "password"), "password"])

    def clean_password(self):
        try:
            one = begin_try(self.request, self.account.get_username())
        except TooManyTries as error:
            raise self.too_early(
                error, gettext("Too many wrong passwords. Try again in %(wait)s.")
            ) from error
        if not self.account.check_password(self.cleaned_data["password"]):
            recording.log(self.request, "wrong password", self.account)
            raise ValidationError(_("That is not your password."))
        end_try(one)
        confirm(self.request)


def name_field():
    return forms.CharField(
        label=_("Name"),
        max_length=64,
        help_text=_("By which you know it again, such as “my phone”."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class NameForm(Waiting, forms.Form):
    required_css_class = "required"
    name = name_field()


class AppForm(OwnerForm):
    code = forms.CharField(
        label=_("Code that the app shows"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    name = name_field()

    def clean_code(self):
        return "".join(self.cleaned_data["code"].split())


class PasskeyForm(OwnerForm):
    """What the browser answers comes in a hidden field, which a script fills in."""

    name = name_field()
    credential = forms.CharField(widget=forms.HiddenInput, required=False)
