"""Codes and job titles that somebody pastes to look them all up on a day: a form of POST, from which nothing is kept."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from occupations.bulk import LONGEST_LINE, MOST_LINES, Line, lines_of

MOST_CHARACTERS = 100_000
EMPTY = _("Paste or type at least one code or job title.")
# Nothing that somebody typed, and nothing that a page may repeat.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


class LinesField(forms.CharField):
    """Text of many lines that are numbered as they stand, without control characters."""

    def to_python(self, value):
        return super().to_python(self.bound_data(value, None))

    def bound_data(self, data, initial):
        return CONTROL_CHARACTERS.sub(" ", data or "")


class BulkForm(forms.Form):
    """After is_valid(), `cleaned_data` holds the lines as Line and the day."""

    lines = LinesField(
        label=_("Codes or job titles, one a line"),
        strip=False,
        # No attribute maxlength: a browser would cut what is pasted without a word.
        validators=[
            MaxLengthValidator(
                MOST_CHARACTERS, _("This is too much: send at most 100,000 characters at a time.")
            )
        ],
        widget=forms.Textarea(attrs={"rows": 10, "autocomplete": "off", "spellcheck": "false"}),
        help_text=format_lazy(
            _(
                "At most {most}: codes of the National Occupational Classification (NOC), such as 72310, or job "
                "titles in English or French, such as welder. Rows of a spreadsheet will do: where one has a code, the "
                "code decides"
            ),
            most=MOST_LINES,
        ),
        error_messages={"required": EMPTY},
    )
    on = forms.DateField(
        label=_("On"),
        initial=timezone.localdate,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"autocomplete": "off"}),
        help_text=_("The day whose lists count, such as 2026-03-14 or 14 March 2026"),
        error_messages={
            "required": _("Enter a day, such as 2026-03-14 or 14 March 2026."),
            "invalid": _("There is no such day. Enter one such as 2026-03-14 or 14 March 2026."),
        },
    )

    def __init__(self, data=None):
        super().__init__(data, label_suffix="")

    def clean_lines(self) -> list[Line]:
        lines = lines_of(self.cleaned_data["lines"])
        if not lines:
            raise ValidationError(EMPTY)
        if len(lines) > MOST_LINES:
            raise ValidationError(too_many(lines))
        return lines


def too_many(lines: list[Line]) -> str:
    """Say which line is the first that is refused."""
    first = lines[MOST_LINES]
    return ngettext(
        "At most %(most)s lines at a time. Line %(number)s, “%(text)s”, is one too many.",
        "At most %(most)s lines at a time. From line %(number)s on, “%(text)s”, %(count)s are too many.",
        len(lines) - MOST_LINES,
    ) % {
        "most": MOST_LINES,
        "number": first.number,
        "text": first.text[:LONGEST_LINE],
        "count": len(lines) - MOST_LINES,
    }
