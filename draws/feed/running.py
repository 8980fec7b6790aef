"""A run from end to end: get an answer, read it, take it in, and leave a SyncRun behind."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from core.loading import rehearsal
from draws.feed import fetching
from draws.feed.parsing import NotAFeed, parse
from draws.feed.taking import take
from draws.feed.words import FAULTS
from draws.models import SyncRun

Outcome = SyncRun.Outcome


def sync(*, url="", file: Path | None = None, publish=False, dry_run=False, by=None) -> Iterator[SyncRun]:
    """Read the feed at `url`, or a copy in a file, or else IRCC's own in English and then in French.

    Yields each run as it ends. A bad answer makes a run that changed nothing; a rehearsal leaves no run behind.
    """
    sources = [file] if file else [url] if url else [fetching.ENGLISH, fetching.FRENCH]
    for source in sources:
        yield run(source, publish=publish, dry_run=dry_run, by=by)


def run(source: str | Path, *, publish=False, dry_run=False, by=None) -> SyncRun:
    official = source in (fetching.ENGLISH, fetching.FRENCH)
    record = SyncRun(source=str(source)[:500], is_official=official, started_by=by)
    feed = None
    # The network is asked before a transaction begins.
    try:
        content = fetching.read_file(source) if isinstance(source, Path) else fetching.fetch(source)
        record.sha256 = hashlib.sha256(content).hexdigest()
        feed = parse(content)
    except fetching.NoAnswer as error:
        record.outcome, record.words = Outcome.FAILED, str(error)
    except NotAFeed as error:
        record.outcome, record.words = Outcome.REFUSED, str(FAULTS[error.fault])
    with rehearsal(dry_run):
        if feed:
            return take(feed, record, publish=publish)
        record.save()
        return record
