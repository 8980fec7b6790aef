"""Taking a feed into the record: what is missing is added, what differs is proposed, what is unclear is held."""

from collections import defaultdict
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.writing import write
from draws.feed.comparing import Comparison
from draws.feed.holding import Holding
from draws.feed.parsing import Feed, FeedRow
from draws.feed.pools import SOURCE, Pools
from draws.feed.standing import base, lost, newest
from draws.feed.words import name_of, unread
from draws.models import HeldRow, Round, SyncRun
from draws.moved import tell_after_commit
from draws.numbers import sequence
from occupations.models import Category, SeriesLabel


def known_labels():
    labels = SeriesLabel.objects.select_related("version__category")
    return {label.label: label.version for label in labels}


@transaction.atomic
def take(feed: Feed, run: SyncRun, *, publish: bool = False) -> SyncRun:
    """Take in all of a feed or, where it is not whole or is old, nothing; save the run with what came of it."""
    # Two runs at once take turns.
    list(Category.objects.select_for_update().order_by("pk"))
    known = {round.number: round for round in Round.objects.select_related("version__category", "pool")}
    taking = Taking(run, known, publish=publish)
    run.unreadable = sum(len(row.unread) for row in feed.rows)
    taking.words += [str(unread(row, item)) for row in feed.rows for item in row.unread]
    fed = {row.number for row in feed.rows if row.number}
    public = {number: round for number, round in known.items() if round.is_public and number[0] != "s"}
    standing = [number for number, round in public.items() if not round.withdrawn_at]
    withdrawn = [number for number, round in known.items() if round.withdrawn_at]
    top_fed, top_known = newest(fed), newest(public)
    if not fed:
        run.outcome = SyncRun.Outcome.REFUSED
        taking.say(_("No draw of the feed has a number that can be read."))
    elif missing := lost(fed, standing, withdrawn):
        run.outcome = SyncRun.Outcome.REFUSED
        taking.say(
            _("The feed has lost draws that come before its newest, %(newest)s: %(missing)s.")
            % {"newest": top_fed, "missing": ", ".join(missing[:20])}
        )
    elif top_known and sequence(top_fed) < sequence(top_known):
        run.outcome = SyncRun.Outcome.OLD
        taking.say(
            _("The feed is older than the record: its newest draw is %(fed)s, the record's is %(known)s.")
            % {"fed": top_fed, "known": top_known}
        )
    else:
        run.outcome = SyncRun.Outcome.TAKEN
        taking.take(feed)
    return taking.finish()


class Taking:
    """One run over the rows of a feed. `words` are its lines for the log."""

    def __init__(self, run: SyncRun, known: dict[str, Round], *, publish: bool):
        self.run = run
        self.known = known
        self.publish = publish
        self.words: list[str] = []
        self.added: list[Round] = []
        run.save()
        self.labels = known_labels()
        self.pools = Pools(self.say)
        self.holding = Holding(run, self.labels)
        self.comparison = Comparison(run, self.labels, self.pools, self.say)

    def say(self, text):
        self.words.insert(0, str(text))

    def take(self, feed: Feed):
        """Take the rows, the oldest first, in whatever order they stand."""
        if feed.is_french:
            for row in feed.rows:
                self.comparison.take_french_name(row, self.known.get(row.number))
            return
        rows = defaultdict(list)
        for row in feed.rows:
            rows[row.number].append(row)
        for row in rows.pop(None, []):
            self.holding.hold(row, HeldRow.Reason.INCOMPLETE)
        for number in sorted(rows, key=sequence):
            first, *others = rows[number]
            if all(replace(other, raw=first.raw) == first for other in others):
                self.take_row(first)
            else:
                self.holding.hold(first, HeldRow.Reason.TWICE)

    def take_row(self, row: FeedRow):
        if row.number in self.known:
            self.holding.resolve(row.number)
            self.comparison.compare(row, self.known[row.number])
        elif row.name not in self.labels:
            self.holding.hold(row, HeldRow.Reason.UNKNOWN_LABEL)
        elif not row.is_complete:
            self.holding.hold(row, HeldRow.Reason.INCOMPLETE)
        elif any(
            base(number) == base(row.number) and number.isdigit() != row.number.isdigit()
            for number, round in self.known.items()
            if not round.withdrawn_at
        ):
            self.holding.hold(row, HeldRow.Reason.SPLIT)
        else:
            self.add(row)

    def add(self, row: FeedRow):
        try:
            round = add_round(row, self.labels[row.name], self.run, self.pools, publish=self.publish)
        except ValidationError as error:
            self.holding.hold(row, HeldRow.Reason.REFUSED, " ".join(error.messages))
            return
        self.known[round.number] = round
        self.added.append(round)
        self.holding.resolve(round.number)
        self.words.append(_("%(draw)s added.") % {"draw": name_of(row)})

    def finish(self) -> SyncRun:
        run = self.run
        run.added = len(self.added)
        run.changed = len(self.comparison.changed)
        run.proposed = self.comparison.proposed
        run.held = self.holding.held
        run.words = "\n".join(self.words + self.comparison.words + self.holding.words)
        run.save()
        run.added_rounds.set(self.added)
        tell_after_commit([*self.added, *self.comparison.filled])
        return run


@transaction.atomic
def add_round(
    row: FeedRow, version, run: SyncRun, pools: Pools, *, publish: bool = False, version_source: str = ""
) -> Round:
    """Add a round with its count of the pool, for an editor to confirm or public at once. Raises ValidationError."""
    round = Round(
        number=row.number,
        version=version,
        version_source=version_source,
        date=row.date,
        held_at=row.held_at,
        held_text=row.held_text,
        tie_breaking_at=row.tie_breaking_at,
        tie_breaking_text=row.tie_breaking_text,
        invitations=row.invitations,
        crs_cutoff=row.crs_cutoff,
        programs=list(row.programs),
        published_name_en=row.name,
        pool=pools.find_or_add(row.pool) if row.pool else None,
        source=SOURCE if run.is_from_ircc else run.source[:300],
        verified=run.is_from_ircc,
        published_at=timezone.now() if publish else None,
    )
    round._change_reason = "Added from IRCC's feed"
    return write(round)
