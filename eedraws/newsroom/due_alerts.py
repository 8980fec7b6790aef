"""What is to be done about alerts by e-mail."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alerts.asking import offered
from alerts.models import Message
from eedraws.newsroom.lines import Item, Line

# A message that was due for so long shows that nothing sends.
OVERDUE = timedelta(hours=1)


def stuck(user):
    """Messages that did not reach anybody, and that wait because nothing sends them."""
    if not offered() or not user.has_perm("draws.change_round"):
        return None
    standing = Message.objects.standing(timezone.now() - OVERDUE)
    lines = [
        (standing["overdue"], ngettext("%s message is overdue", "%s messages are overdue", standing["overdue"]),
         _("send_alerts does not run, or the mail server takes nothing")),
        (standing["failed"], ngettext("%s message was refused", "%s messages were refused", standing["failed"]),
         _("within the last 30 days")),
        (standing["unknown"], ngettext(
            "%s message is of unknown fate", "%s messages are of unknown fate", standing["unknown"]
        ), _("the sending was cut off; send_alerts --resend sends them again")),
    ]  # fmt: skip
    url = reverse("admin:alerts")
    items = [
        Item(words % number_format(count, force_grouping=True), url, note)
        for count, words, note in lines
        if count
    ]
    title, nothing = _("Problems with alerts by e-mail"), _("Every alert by e-mail went out.")
    return Line(title, nothing, len(items), items, url)
