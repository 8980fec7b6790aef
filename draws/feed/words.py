"""Sentences about what a run found."""

from django.utils.translation import gettext_lazy as _

from draws.feed.parsing import Fault, FeedRow, Unread
from draws.reasons import REASONS

FAULTS = {
    Fault.EMPTY: _("The answer is empty."),
    Fault.NOT_TEXT: _("The answer is not text."),
    Fault.HTML: _("The answer is a web page, not the feed."),
    Fault.NOT_JSON: _("The answer is not JSON, or breaks off."),
    Fault.NO_ROUNDS: _("The answer has no draws in it."),
}


def name_of(row: FeedRow):
    return _("Draw %(number)s") % {"number": row.number} if row.number else _("A row without a number")


def unread(row: FeedRow, item: Unread):
    return _("%(row)s: “%(text)s” (%(key)s) could not be read: %(reason)s.") % {
        "row": name_of(row),
        "text": item.text.strip()[:80],
        "key": item.key,
        "reason": REASONS[item.reason],
    }
