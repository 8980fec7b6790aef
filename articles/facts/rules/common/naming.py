"""Which draws mentions surely name: by number, by day and type, by type and figures. Pure: no Django."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from articles.facts.model import Draw, Record
from articles.facts.reading import (
    CategoryMention,
    DateMention,
    DrawMention,
    LiveMention,
    Mention,
    NumberMention,
    RangeMention,
    Role,
)
from articles.references import CategoryFigure, DrawsFigure, RoundFigure

# A draw that is told of by its type and figures alone is one of so many days before the article.
RECENT = timedelta(days=120)


class Rounds:
    """The draws of a record by number and by day, and those that an article of `day` can know."""

    def __init__(self, record: Record, day: date):
        self.all = record.draws
        self.known = [draw for draw in record.draws if draw.date <= day]
        self.slugs = {draw.category for draw in self.known}
        self.by_number = {draw.number: draw for draw in record.draws}
        self.days = [draw.date for draw in record.draws]
        self.day = day

    def on(self, mention: DateMention) -> list[Draw]:
        """Return the draws on the days of a mention; where it has other meanings, on the first of them with any."""
        for first, last in ((mention.first, mention.last), *mention.others):
            if found := self.all[bisect_left(self.days, first) : bisect_right(self.days, last)]:
                return list(found)
        return []

    def recent(self, slug: str) -> list[Draw]:
        """Return the draws of a type in the time before the article, the newest first."""
        found = []
        for draw in reversed(self.known):
            if draw.date < self.day - RECENT:
                break
            if draw.category == slug:
                found.append(draw)
        return found


def named(mentions: Sequence[Mention], rounds: Rounds) -> list[Draw]:
    """Return the draws that mentions surely name, in their order."""
    found: list[Draw] = []
    slugs = [mention.slug for mention in mentions if isinstance(mention, CategoryMention)]
    for mention in mentions:
        if isinstance(mention, DrawMention):
            found += [rounds.by_number[number] for number in mention.numbers if number in rounds.by_number]
        elif isinstance(mention, LiveMention):
            found += _live(mention, rounds)
        elif isinstance(mention, DateMention) and mention.is_day:
            on_day = rounds.on(mention)
            found += [draw for draw in on_day if draw.category in slugs] or (
                on_day if len(on_day) == 1 else []
            )
    return list(dict.fromkeys((*found, *_by_figures(mentions, slugs, rounds))))


def _live(mention: LiveMention, rounds: Rounds) -> Iterator[Draw]:
    reference = mention.reference
    if isinstance(reference, RoundFigure) and reference.number in rounds.by_number:
        yield rounds.by_number[reference.number]
    elif isinstance(reference, CategoryFigure):
        yield from [draw for draw in rounds.known if draw.category == reference.category][-1:]
    elif isinstance(reference, DrawsFigure):
        numbers = reference.selection.numbers
        yield from (rounds.by_number[number] for number in numbers if number in rounds.by_number)


def _by_figures(mentions: Sequence[Mention], slugs: Sequence[str], rounds: Rounds) -> Iterator[Draw]:
    """Yield draws of the time before the article that a type with a cut-off and invitations, or one of them, names."""
    # The two ends of a range are of two draws, which are not told of by them.
    ranges = [mention for mention in mentions if isinstance(mention, RangeMention)]
    numbers = [
        mention
        for mention in mentions
        if isinstance(mention, NumberMention)
        and not any(one.start <= mention.start < one.end for one in ranges)
    ]
    cutoffs = {mention.value for mention in numbers if mention.role is Role.CUTOFF}
    sizes = {mention.value for mention in numbers if mention.role is Role.INVITATIONS}
    if not cutoffs and not sizes:
        return
    days = any(isinstance(mention, DateMention) and mention.is_day for mention in mentions)
    for slug in dict.fromkeys(slugs):
        near = rounds.recent(slug)[:6]
        both = [draw for draw in near if draw.crs_cutoff in cutoffs and draw.invitations in sizes]
        one = [draw for draw in near if draw.crs_cutoff in cutoffs or draw.invitations in sizes]
        yield from (both if days else both or one)[:1]
