"""What was read in the last days, and what readers looked for in vain: sums, never who."""

from datetime import timedelta
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import escape_uri_path
from django.utils.translation import gettext as _

from eedraws.newsroom.lines import SHOWN
from readers.fewer import told
from readers.models import MissedAddress, MissedSearch, ReadCount

DAYS = 7
# An answer that shows a page, the browser's own copy of it among them.
SHOWN_PAGE = (200, 304)


class Row(NamedTuple):
    """Words and how often they were counted, as it is shown; where they lead, and where a redirect is begun."""

    words: str
    times: str
    url: str = ""
    redirect_url: str = ""


class Part(NamedTuple):
    """The most counted of one kind, or in words that there is nothing; `all_url` leads to all counts of it."""

    title: str
    nothing: str
    rows: list[Row]
    all_url: str


def reading(user) -> list[Part]:
    """Return the parts of the section; none for those who may not look. Three queries."""
    if not user.has_perm("readers.view_readcount"):
        return []
    since = timezone.localdate() - timedelta(days=DAYS - 1)
    return [_read(since), _searched(since), _missed(since, _redirect_url(user))]


def _read(since) -> Part:
    counts = ReadCount.objects.since(since).filter(status__in=SHOWN_PAGE)
    rows = [Row(path, told(times), url=escape_uri_path(path)) for path, times in _most(counts, "path")]
    return Part(_("Most read"), _("Nothing was counted."), rows, _list(ReadCount))


def _searched(since) -> Part:
    counts = MissedSearch.objects.since(since)
    rows = [Row(words, told(times)) for words, times in _most(counts, "words")]
    title, nothing = _("Searches that found nothing"), _("Every search found something.")
    return Part(title, nothing, rows, _list(MissedSearch))


def _missed(since, add_redirect) -> Part:
    # What leads on by now is asked for under the old address and answered.
    led_on = ReadCount.objects.since(since).filter(status=301).values("path")
    counts = MissedAddress.objects.since(since).exclude(path__in=led_on)
    rows = [
        Row(
            path, told(times), redirect_url=add_redirect and f"{add_redirect}?{urlencode({'old_path': path})}"
        )
        for path, times in _most(counts, "path")
    ]
    title, nothing = _("Missed addresses"), _("Nobody asked for an address that is not there.")
    return Part(title, nothing, rows, _list(MissedAddress))


def _list(model) -> str:
    return reverse(f"admin:readers_{model._meta.model_name}_changelist")


def _most(queryset, name) -> list[tuple[str, int]]:
    """Return the values of a field that were counted most, with their sums."""
    sums = queryset.order_by().values_list(name).annotate(in_all=Sum("times"))
    return list(sums.order_by("-in_all", name)[:SHOWN])


def _redirect_url(user) -> str:
    """Return where a redirect is begun, for those who may."""
    return reverse("admin:articles_redirect_add") if user.has_perm("articles.add_redirect") else ""
