"""Logs are added to the sums once, however often and under whatever name a file is given.

A file is known by its content: rotation renames and packs it, and its inode is given to another. Its first line says which
one it may be; that all bytes up to where it was counted are the same says that it is. What follows is new.
"""

import hmac
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from readers.logs.lines import LONGEST_LINE, MISSED, Visit, read
from readers.models import CountedLog, MissedAddress, ReadCount

# Different missed addresses that are kept of one day: whoever tries out thousands fills no disk.
MOST_MISSED = 2000
# A line without an end is read in pieces of so many bytes.
PIECE = 1 << 20


@dataclass
class Counted:
    """What came of a log. `again`: of what was counted before, this is only a part, or another is counting it now."""

    lines: int = 0
    visits: int = 0
    again: bool = False


class _Taken:
    """What was read of a log so far, and the mark of an earlier time that it agrees with."""

    def __init__(self):
        self.bytes = 0
        self.beginning = ""
        self.known: dict[int, CountedLog] = {}
        self.mark: CountedLog | None = None
        # Keyed: a line holds the address of a computer, which could be tried out.
        self.digest = hmac.new(settings.SECRET_KEY.encode(), b"readers.logs", sha256)

    def add(self, line: bytes) -> bool:
        """Take a line; whether all that was taken so far had been counted before."""
        self.bytes += len(line)
        self.digest.update(line)
        if not self.beginning:
            self.beginning = self.digest.hexdigest()
            self.known = {log.bytes: log for log in CountedLog.objects.filter(beginning=self.beginning)}
        log = self.known.get(self.bytes)
        if log is None or log.digest != self.digest.hexdigest():
            return False
        self.mark = log
        return True

    @property
    def is_a_part(self) -> bool:
        """Whether a log that begins like this one was counted further than this one goes."""
        return any(self.bytes < known for known in self.known)


def count(stream: BinaryIO) -> Counted:
    """Add the new lines of a log to the sums. A last line that is still being written is left for the next time."""
    result, sums, taken = Counted(), Counter(), _Taken()
    hosts = frozenset({(urlsplit(settings.SITE_URL).hostname or "").removeprefix("www.")})
    for line in _lines(stream):
        if taken.add(line):
            result, sums = Counted(), Counter()
            continue
        result.lines += 1
        visit = _visit(line, hosts)
        if visit:
            result.visits += 1
            sums[visit] += 1
    if taken.is_a_part or (result.lines and not _keep(sums, taken)):
        return Counted(again=True)
    return result


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(PIECE):
        if line.endswith(b"\n") or len(line) == PIECE:
            yield line


def _visit(line: bytes, own_hosts: frozenset[str]) -> Visit | None:
    if len(line) > LONGEST_LINE:
        return None
    text = line.decode("utf-8", errors="replace")
    return read(text, zone=timezone.get_default_timezone(), own_hosts=own_hosts)


@transaction.atomic
def _keep(sums: Counter, taken: _Taken) -> bool:
    """Note how far the log is counted and add the sums, both or neither; False where another was faster."""
    if not _moved_on(taken):
        return False
    found, missed, rows = {}, {}, Counter()
    for visit, times in sums.most_common():
        if visit.status != MISSED:
            found[visit.day, visit.path, visit.status, visit.site] = times
        elif rows[visit.day] < MOST_MISSED:
            rows[visit.day] += 1
            missed[visit.day, visit.path, visit.site] = times
    ReadCount.objects.add(found)
    MissedAddress.objects.add(missed, most_rows=MOST_MISSED)
    return True


def _moved_on(taken: _Taken) -> bool:
    now = {"bytes": taken.bytes, "digest": taken.digest.hexdigest(), "counted_at": timezone.now()}
    if taken.mark:
        marks = CountedLog.objects.filter(pk=taken.mark.pk, digest=taken.mark.digest)
        return marks.update(**now) == 1
    return CountedLog.objects.get_or_create(
        beginning=taken.beginning, digest=now["digest"], defaults={"bytes": taken.bytes}
    )[1]
