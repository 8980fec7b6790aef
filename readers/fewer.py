"""Small counts are not told: one or two readings could be somebody's."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

TOLD_FROM = 5


def told(times: int) -> str:
    """Return a count as it is shown: "1,204", or "fewer than 5"."""
    if times < TOLD_FROM:
        return _("fewer than %(least)s") % {"least": TOLD_FROM}
    return number_format(times, force_grouping=True)
