"""Sentences for why IRCC's words could not be read."""

from django.utils.translation import gettext_lazy as _

from draws.ircc import Reason

REASONS = {
    Reason.NO_YEAR: _("no year is given"),
    Reason.NO_MONTH: _("the month is not spelt January to December"),
    Reason.NO_SECONDS: _("the seconds are missing"),
    Reason.NO_SUCH_MOMENT: _("there is no such day or time"),
    Reason.CONTRADICTORY: _("the words contradict themselves"),
    Reason.OTHER_ZONE: _("the time zone is not UTC"),
    Reason.OTHER_FORM: _("they do not read like “July 06, 2023 at 14:25:05 UTC”"),
    Reason.AMBIGUOUS: _("nothing says which figure is the month"),
    Reason.NOT_A_NUMBER: _("it is not a plain number"),
    Reason.OUT_OF_RANGE: _("the number cannot be right"),
    Reason.OTHER_DAY: _("they name another day than the date"),
    Reason.AFTER_DRAW: _("the moment is after the draw"),
    Reason.UNKNOWN_WORDS: _("a program is not spelt as one of the four"),
}
