"""A row of the feed beside the round in the record: blanks are filled, differences proposed."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from core.writing import write
from draws.feed.parsing import FeedRow
from draws.feed.pools import SOURCE, Pools
from draws.feed.words import name_of
from draws.figures import as_text, label_of, shown
from draws.models import ProposedCorrection, Round, SyncRun

Decision = ProposedCorrection.Decision
# Figures of a round that a row gives under the same name; its version comes by the label.
FIGURES = ("date", "held_at", "tie_breaking_at", "invitations", "crs_cutoff", "programs")
WORDS = {"held_at": "held_text", "tie_breaking_at": "tie_breaking_text"}


class Comparison:
    """Compares the rows of one run.

    `filled` are the rounds that something was added to, `changed` the numbers of those and of what is proposed for.
    """

    def __init__(self, run: SyncRun, labels: dict, pools: Pools, say: Callable[[str], None]):
        self.run = run
        self.labels = labels
        self.pools = pools
        self.say = say
        self.changed: set[str] = set()
        self.filled: list[Round] = []
        self.proposed = 0
        self.words: list[str] = []
        proposals = list(ProposedCorrection.objects.all())
        self.open = {(item.round_id, item.name): item for item in proposals if item.decision == Decision.OPEN}
        self.rejected = {
            (item.round_id, item.name, item.fed) for item in proposals if item.decision == Decision.REJECTED
        }

    def compare(self, row: FeedRow, round: Round):
        """Fill what is blank and propose what differs. A withdrawn round is left alone."""
        if round.withdrawn_at:
            return
        blanks, differing = {}, []
        for name, fed in self.figures_of(row).items():
            recorded = getattr(round, name)
            if recorded in (None, []):
                blanks[name] = fed
            elif fed != recorded:
                differing.append(name)
                self.propose(round, row, name, fed)
            else:
                self.lapse(round, name)
        blanks |= self.words_beside(row, round, blanks)
        if row.name and not round.published_name_en:
            blanks["published_name_en"] = row.name
        if row.name not in self.labels:
            self.say(
                _("%(row)s: the label “%(label)s” is not known; the draw keeps its type.")
                % {"row": name_of(row), "label": row.name}
            )
        if self.run.is_from_ircc and not (round.verified or differing):
            blanks |= {"verified": True, "source": SOURCE}
        self.fill(row, round, blanks)

    def figures_of(self, row: FeedRow) -> dict:
        """Return what the row gives, by the names of the record."""
        figures = {name: getattr(row, name) for name in FIGURES}
        figures["programs"] = list(row.programs)
        figures["version"] = self.labels.get(row.name)
        return {name: value for name, value in figures.items() if value not in (None, [])}

    def words_beside(self, row: FeedRow, round: Round, blanks: dict) -> dict:
        """Return IRCC's words for moments that are filled, or where the record has none."""
        return {
            words: getattr(row, words)
            for name, words in WORDS.items()
            if getattr(row, words) and (name in blanks or not getattr(round, words))
        }

    def fill(self, row: FeedRow, round: Round, blanks: dict):
        """Add what was blank. That is history and no correction."""
        before = {}
        try:
            if row.pool and round.pool_id is None:
                blanks["pool"] = self.pools.find_or_add(row.pool)
            elif row.pool and round.pool.as_of != row.pool.as_of:
                self.say(_("%(row)s: the feed gives another count of the pool.") % {"row": name_of(row)})
            elif row.pool:
                self.pools.find_or_add(row.pool)
            if not blanks:
                return
            before = {name: getattr(round, name) for name in blanks}
            for name, value in blanks.items():
                setattr(round, name, value)
            round._change_reason = "Added later from IRCC's feed"
            write(round)
        except ValidationError as error:
            for name, value in before.items():
                setattr(round, name, value)
            self.say(f"{name_of(row)}: {' '.join(error.messages)}")
            return
        self.changed.add(round.number)
        self.filled.append(round)
        self.words.append(
            _("%(row)s: added: %(names)s.")
            % {"row": name_of(row), "names": ", ".join(label_of(name) for name in blanks)}
        )

    def propose(self, round: Round, row: FeedRow, name: str, fed):
        """Propose a correction, once: not while the same one is open, nor where an editor has rejected it."""
        text = as_text(fed)[:200]
        current = self.open.get((round.pk, name))
        if (round.pk, name, text) in self.rejected or (current and current.fed == text):
            return
        self.lapse(round, name)
        proposal = ProposedCorrection(
            round=round,
            name=name,
            recorded=as_text(getattr(round, name))[:200],
            fed=text,
            fed_words=getattr(row, WORDS.get(name, ""), "")[:200],
            fed_version=fed if name == "version" else None,
            run=self.run,
        )
        self.open[round.pk, name] = write(proposal)
        self.proposed += 1
        self.changed.add(round.number)
        self.words.append(
            _("%(row)s: %(name)s is %(recorded)s here and %(fed)s in the feed: a correction is proposed.")
            % {
                "row": name_of(row),
                "name": label_of(name),
                "recorded": shown(name, proposal.recorded),
                "fed": shown(name, text),
            }
        )

    def lapse(self, round: Round, name: str):
        """Close what was proposed for a figure: the feed gives another value by now."""
        if proposal := self.open.pop((round.pk, name), None):
            proposal.decision, proposal.decided_at = Decision.LAPSED, timezone.now()
            write(proposal)

    def take_french_name(self, row: FeedRow, round: Round | None):
        """Add IRCC's French label to a round that has none; it must mean the round's own version."""
        if round is None or round.withdrawn_at or round.published_name_fr or not row.name:
            return
        version = self.labels.get(row.name)
        if version is None or version != round.version:
            self.say(
                _("%(row)s: the French label “%(label)s” is not known for its type.")
                % {"row": name_of(row), "label": row.name}
            )
            return
        round.published_name_fr = row.name
        round._change_reason = "Added later from IRCC's feed"
        write(round)
        self.changed.add(round.number)
