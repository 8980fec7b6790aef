"""The message to the newsroom: a form of POST, from which nothing is kept before everything in it is in order."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _

from core.opened import SECONDS_AT_LEAST, SECONDS_AT_MOST, seconds_open, stamp
from readers.models import ReaderMessage
from readers.personal import Kind, find

MOST_CHARACTERS = 4000
MOST_LINKS = 2
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
LINK = re.compile(r"https?:|www\.|\[url|<a\s", re.IGNORECASE)
NAMES = {
    Kind.UCI: _("UCI or client number"),
    Kind.APPLICATION: _("application number"),
    Kind.PASSPORT: _("passport number"),
    Kind.PHONE: _("phone number"),
    Kind.SIN: _("passport or social insurance number"),
    Kind.EMAIL: _("e-mail address"),
    Kind.LONG: _("long number"),
}
SALT = "readers.contact"


class PlainTextField(forms.CharField):
    """Text of many lines, without control characters."""

    def to_python(self, value):
        return super().to_python(self.bound_data(value, None))

    def bound_data(self, data, initial):
        return CONTROL_CHARACTERS.sub(" ", (data or "").replace("\r\n", "\n"))


class MessageForm(forms.ModelForm):
    """`opened` says, signed, when the form was shown. `website` stands hidden in it: only programs fill it in."""

    about = forms.ChoiceField(
        label=_("What it is about"),
        choices=[("", _("Choose one")), *ReaderMessage.About.choices],
        error_messages={"required": _("Choose what it is about; “Something else” will do.")},
    )
    message = PlainTextField(
        label=_("Your message"),
        # No attribute maxlength: a browser would cut what is pasted without a word.
        validators=[
            MaxLengthValidator(MOST_CHARACTERS, _("This is too long: write at most 4,000 characters."))
        ],
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off"}),
        help_text=_("What is wrong, and where it is said better, if you know. Plain text, at most two links"),
        error_messages={"required": _("Write what you want to tell us.")},
    )
    reply_address = forms.EmailField(
        label=_("E-mail address for a reply (optional)"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Used to answer this message and for nothing else"),
        error_messages={
            "invalid": _("Enter an address such as name@example.org, or leave this empty."),
            "max_length": _("This is no e-mail address. Correct it, or leave this empty."),
        },
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = ReaderMessage
        fields = ["about", "message", "reply_address"]

    def __init__(self, data=None):
        super().__init__(data, label_suffix="")
        self.initial["opened"] = stamp(SALT)

    def clean_message(self):
        message = self.cleaned_data["message"]
        if found := find(message):
            raise ValidationError(personal(found))
        if len(LINK.findall(message)) > MOST_LINKS:
            raise ValidationError(_("Leave at most two links in the message."))
        return message

    def clean(self):
        data = super().clean()
        if data.get("website"):
            self._renew(website="")
            raise ValidationError(
                _("A field was filled in that people do not see. If you are a person, send it again.")
            )
        # Who has something to correct is sent back anyway, and takes the time.
        if not self.errors:
            self._prove_time(data.get("opened", ""))
        return data

    def _prove_time(self, opened):
        seconds = seconds_open(opened, SALT)
        if seconds is None:
            self._renew(opened=stamp(SALT))
            raise ValidationError(
                _("This form was not sent from its page as we made it. Wait a few seconds and send it again.")
            )
        if seconds > SECONDS_AT_MOST:
            self._renew(opened=stamp(SALT))
            raise ValidationError(_("This page was open for more than a day. Send it again."))
        if seconds < SECONDS_AT_LEAST:
            raise ValidationError(
                _("This was sent faster than anyone can write. Wait a few seconds and send it again.")
            )

    def _renew(self, **values):
        """Show other values of hidden fields than those that were sent."""
        self.data = self.data.copy()
        for name, value in values.items():
            self.data[name] = value

    def is_known(self) -> bool:
        """Whether the same text was sent before and is still here."""
        return ReaderMessage.objects.filter(message=self.cleaned_data["message"]).exists()


def personal(found) -> str:
    """Ask to remove what was found, each named."""
    named = [_("%(kind)s “%(text)s”") % {"kind": NAMES[kind], "text": text[:40]} for kind, text in found]
    return _(
        "Take this out, please; nothing has been sent or stored yet: %(found)s. If it is something else, such as a sum, "
        "write it with commas or in words."
    ) % {"found": get_text_list(named, _("and"))}
