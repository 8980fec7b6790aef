"""A roundup and the draws of its week that it does not tell of yet: what to add, part by part, old beside new."""

import hashlib
from collections.abc import Collection, Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.clock import was_held
from articles.drafting import questions, splicing
from articles.drafting.roundup import Selected, headlines, sections, standfirst
from articles.drafting.telling import Told, tell
from articles.models import Article, FaqEntry
from articles.revisions import State, content_of
from draws.models import Round


class Change(NamedTuple):
    """A part that may be taken over: `ticked` where it replaces nobody's own words."""

    key: str
    name: str
    old: str
    new: str
    ticked: bool = True


class Growth(NamedTuple):
    """What a roundup would take over: the draws that are new to it, and the changes."""

    rounds: list[Round]
    changes: list[Change]
    entries: dict[str, FaqEntry]

    @property
    def digest(self) -> str:
        """Return what differs as soon as anything that is offered does."""
        return hashlib.sha256(repr(self.changes).encode()).hexdigest()[:32]


def untold(state: State) -> list[Round]:
    """Return the public draws of a roundup's week that its newest state does not name."""
    article = state.article
    open_for_more = (Article.Status.DRAFT, Article.Status.IN_REVIEW, Article.Status.READY)
    if article.kind != Article.Kind.ROUNDUP or not article.week or article.status not in open_for_more:
        return []
    known = splicing.told(content_of(*state)["references"])
    held = Round.objects.public_record().held_by(timezone.now()).between(*article.week.span)
    return [round for round in held.oldest_first().for_list() if round.number not in known]


def growth(state: State) -> Growth:
    """Return what to add to a roundup. Without a draw that is new to it there is nothing."""
    new_rounds = untold(state)
    if not new_rounds:
        return Growth([], [], {})
    article = state.article
    new_numbers = {round.number for round in new_rounds}
    week = tell(Round.objects.public_record().between(*article.week.span).for_list())
    known = splicing.told(content_of(*state)["references"])
    new = [item for item in week if item.round.number in new_numbers]
    earlier = [item for item in week if item.round.number in known]
    table = splicing.table_of_numbers(article.body, {item.round.number for item in earlier})
    numbered = Selected(article.week, tuple(item.round.number for item in earlier)) if table else None
    selected = numbered or Selected(article.week)
    grown = Selected(article.week, tuple(item.round.number for item in earlier + new) if table else ())
    together = sorted(earlier + new, key=lambda item: (item.round.date, item.round.sequence))
    changes = [
        _headline(article, earlier, together, selected, grown),
        _standfirst(article, earlier, together, selected, grown),
    ]
    if table:
        added = [item.round.number for item in new]
        changes.append(Change("table", _("Table"), table, splicing.with_numbers(table, added)))
    for item, section in zip(new, sections(new, among=earlier), strict=True):
        changes.append(Change(f"section-{item.round.number}", _section_name(item), "", section))
    first = max((entry.order for entry in state.entries), default=0) + questions.STEP
    entries = questions.entries(new, [entry.question for entry in state.entries], first)
    by_key = {f"question-{item.round.number}": entry for item, entry in zip(new, entries, strict=True)}
    for item, (key, entry) in zip(new, by_key.items(), strict=True):
        name = _("Question about draw %(number)s") % {"number": item.round.number}
        changes.append(Change(key, name, "", f"{entry.question}\n\n{entry.answer}"))
    changed = [change for change in changes if change.old != change.new]
    return Growth([item.round for item in new], changed, by_key)


def take(state: State, grown: Growth, keys: Collection[str], now: datetime | None = None) -> State:
    """Put what was chosen into a state, and nothing else; it is not saved here."""
    article, entries = state.article, list(state.entries)
    chosen = [change for change in grown.changes if change.key in keys]
    new_sections = []
    for change in chosen:
        kind = change.key.partition("-")[0]
        if kind == "headline":
            article.title = change.new
        elif kind == "standfirst":
            article.standfirst = change.new
        elif kind == "table":
            article.body = splicing.with_line(article.body, change.old, change.new)
        elif kind == "section":
            new_sections.append(change.new)
        else:
            entries.append(grown.entries[change.key])
    if new_sections:
        article.body = splicing.with_sections(article.body, new_sections)
    _move_the_clock(article, grown.rounds, now or timezone.now())
    return State(article, entries, state.tags)


def _move_the_clock(article: Article, rounds: Sequence[Round], now: datetime) -> None:
    """Let the figures of what readers have speak of a moment at which the new draws had been held.

    That is now, and for the roundup of a past week the end of that week: nothing later drifts into it.
    """
    if article.has_been_public(now) and not all(was_held(round, article.as_of) for round in rounds):
        following = article.week.span.end + timedelta(days=1)
        end = datetime.combine(following, time.min, timezone.get_default_timezone()) - timedelta(seconds=1)
        article.record_at = min(now, end)


def _headline(
    article: Article, earlier: Sequence[Told], together: Sequence[Told], selected: Selected, grown: Selected
) -> Change:
    """Propose the headline of the same make; one in an editor's own words is kept unless they choose."""
    before = headlines(earlier, selected) if earlier else []
    after = headlines(together, grown)
    own = article.title in before
    place = min(before.index(article.title), len(after) - 1) if own else 0
    # What is remarkable comes and goes: the plain ones are counted from the end.
    if own and before.index(article.title):
        place = max(len(after) - (len(before) - before.index(article.title)), 0)
    return Change("headline", _("Headline"), article.title, after[place], own)


def _standfirst(
    article: Article, earlier: Sequence[Told], together: Sequence[Told], selected: Selected, grown: Selected
) -> Change:
    own = bool(earlier) and article.standfirst.strip() == standfirst(earlier, selected)
    return Change("standfirst", _("Standfirst"), article.standfirst, standfirst(together, grown), own)


def _section_name(told: Told) -> str:
    return _("Section about draw %(number)s, %(day)s") % {
        "number": told.round.number,
        "day": date_format(told.round.date),
    }
