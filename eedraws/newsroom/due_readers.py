"""What readers wait for."""

from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from eedraws.newsroom.lines import Item, Line, first_few
from readers.models import ReaderMessage


def messages(user):
    """Messages that nobody has answered or put aside, those that wait longest first."""
    if not user.has_perm("readers.change_readermessage"):
        return None
    found, count = first_few(ReaderMessage.objects.waiting().order_by("sent_at", "pk"))
    items = [
        Item(
            str(message),
            reverse("admin:readers_readermessage_change", args=[message.pk]),
            _("%(age)s ago; %(page)s")
            % {
                "age": timesince(message.sent_at, depth=1),
                "page": message.page_title or _("about no page in particular"),
            },
        )
        for message in found
    ]
    everything = reverse("admin:readers_readermessage_changelist") + "?state__in=new,kept"
    return Line(_("Messages of readers"), _("No reader waits for an answer."), count, items, everything)
