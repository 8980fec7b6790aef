"""Rows that wait for an editor."""

import re
from difflib import get_close_matches

from django.utils import timezone
from django.utils.translation import gettext as _

from core.writing import write
from draws.feed.parsing import FeedRow
from draws.feed.words import name_of
from draws.models import HeldRow, SyncRun

_VERSION = re.compile(r"version\s*([0-9]+)", re.IGNORECASE)


def suggestion(label: str, labels: dict):
    """Return the version that a label most looks like, to be offered and never taken: or None.

    The words decide on the type of draw; a version's number, where the label has one, must agree.
    """

    def core(text):
        return " ".join(re.findall(r"[^\W\d_]+", _VERSION.sub("", text).casefold()))

    by_core = {}
    for known, version in labels.items():
        by_core.setdefault(core(known), []).append(version)
    close = get_close_matches(core(label), by_core, n=1, cutoff=0.75)
    if not close:
        return None
    category = by_core[close[0]][0].category
    versions = {version.number: version for version in labels.values() if version.category == category}
    number = _VERSION.search(label)
    return versions.get(int(number[1][:6])) if number else max(versions.items())[1]


class Holding:
    """Holds rows of one run, each once: a row that an editor set aside is not held again until it changes."""

    def __init__(self, run: SyncRun, labels: dict):
        self.run = run
        self.labels = labels
        self.held = 0
        self.words: list[str] = []
        rows = list(HeldRow.objects.all())
        self.open = {self.key(row.number, row.raw): row for row in rows if row.resolved_at is None}
        self.seen = [(row.number, row.raw) for row in rows]

    def key(self, number, raw):
        return number or str(sorted(raw.items()))

    def hold(self, row: FeedRow, reason: HeldRow.Reason, note: str = ""):
        raw = {key: " ".join(value.split()) for key, value in row.raw.items()}
        number = row.number or ""
        key = self.key(number, raw)
        held = self.open.get(key)
        if held is None and (number, raw) in self.seen:
            return
        if held is None:
            held = HeldRow(number=number)
            self.held += 1
            self.words.append(
                _("%(row)s held: %(reason)s. %(note)s")
                % {"row": name_of(row), "reason": reason.label, "note": note}
            )
        elif (held.raw, held.reason, held.note) == (raw, reason, note):
            return
        held.label, held.raw, held.reason, held.note, held.run = row.name[:300], raw, reason, note, self.run
        held.suggestion = (
            suggestion(row.name, self.labels) if reason == HeldRow.Reason.UNKNOWN_LABEL else None
        )
        write(held)
        self.open[key] = held
        self.seen.append((number, raw))

    def resolve(self, number: str):
        """Say of a row that was held that its round is in the record."""
        if held := self.open.pop(number, None):
            held.resolved_at = timezone.now()
            held.resolution = _("The draw is in the record.")
            write(held)
