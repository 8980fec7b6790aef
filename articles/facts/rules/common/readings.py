"""Every pair of draws that a comparison may set beside each other, before one is called wrong. Pure: no Django.

`pairs` of `subjects` says between which draws a comparison is most likely made. Here stand the others that the words allow: what the
sentence and those before it name, what its times hold, the draw before each, the first of its type. A figure that is right of any
of them is not called wrong.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from articles.facts.model import Draw, Record
from articles.facts.reading.mentions import DateMention, NumberMention, Role
from draws.clock import Span

from . import amounts, ends, ranks
from .passages import Passage
from .patterns import compiled
from .periods import Period
from .scopes import end_of
from .speaking import widened

# So many of the draws spoken of before may be one side of a comparison.
BEFORE = 5
# A time that holds more draws of a type names none of them.
MOST_IN_TIME = 3
MOST_CUTOFF = 950

_FIRST = compiled(
    r"\b(?:first|opening|original|initial|debut|inaugural|start\w*|beg[aiu]n\w*|began|maiden|launch\w*|all the way)\b"
)
_YEAR = compiled(r"\b(?:years?|twelve months|12 months)\b")


def types_of(passage: Passage, known: Sequence[Draw]) -> frozenset[str]:
    """Return the types that a sentence speaks of: those that it names, else those spoken of before it."""
    return widened(passage.slugs or passage.topic, known)


def timed(passage: Passage, known: Sequence[Draw], types: frozenset[str]) -> list[Draw]:
    """Return the draws of some types in the times that a sentence names, where a time holds few of them."""
    found: list[Draw] = []
    for mention in passage.dates:
        if not _is_of_a_day(passage, mention.start):
            found += _in_time(mention, known, types)
    for period in passage.periods:
        if _is_of_a_day(passage, period.start):
            continue
        for span in period.spans:
            inside = [draw for draw in known if draw.date in span and draw.category in types]
            if period.form in ("within", "recent"):
                # "In three weeks it has fallen": from what it was three weeks ago.
                found += [draw for draw in known if draw.date <= span.start and draw.category in types][-1:]
            if inside:
                found += inside if len(inside) <= MOST_IN_TIME else (inside[0], inside[-1])
                break
    ordered = [draw for pair in by_order(passage, known, types) for draw in pair]
    return list(dict.fromkeys((*found, *ordered)))


def _is_of_a_day(passage: Passage, place: int) -> bool:
    """Whether the time at a place belongs to the day before it: "November 20 of last year" is no year."""
    return any(_OF.fullmatch(passage.text, day.end, place) for day in passage.dates if day.is_day)


_OF = compiled(r",? of ")


def by_order(
    passage: Passage, known: Sequence[Draw], types: frozenset[str], place: int | None = None
) -> Iterator[tuple[Draw, Draw]]:
    """Yield the pairs of draws of some types that "from the first to the third" may name: of the times that are spoken of, else of all;
    where a place is given, only what stands beside it."""
    if not (match := _FROM_TO.search(passage.text) or _THAN_NTH.search(passage.text)):
        return
    if place is not None and not (
        match.re is _THAN_NTH
        and match.start("other") < place < match.start("one")
        or _BESIDE_ORDER.fullmatch(passage.text, place, match.start())
        or _BESIDE_ORDER.fullmatch(passage.text, match.end(), place)
    ):
        return
    of_type = [draw for draw in known if draw.category in types]
    periods = [period for period in passage.periods if not period.is_day] or passage.context
    sets = [
        inside
        for period in periods
        for span in period.spans
        if (inside := [draw for draw in of_type if draw.date in span])
    ]
    of_year = [draw for draw in of_type if draw.date.year == passage.day.year]
    tables = [sorted(table, key=lambda draw: draw.sequence) for table in passage.tables]
    told = [[draw for draw in table if draw.category in types or not types] for table in tables]
    before = [draw for draw in passage.before if draw in of_type][:2]
    before.sort(key=lambda draw: draw.sequence)
    # "The second" goes on about two draws that were told of, else about those of a time.
    for among in (before, *sets[:3], *told, of_year, of_type):
        found = [_nth(among, match[which]) for which in ("one", "other")]
        if found[0] is not None and found[1] is not None and found[0] is not found[1]:
            yield found[0], found[1]


def _nth(among: Sequence[Draw], word: str) -> Draw | None:
    place = len(among) if word in _LAST else amounts.ORDINALS.index(word)
    return among[place - 1] if 0 < place <= len(among) else None


_BESIDE_ORDER = compiled(r"[^0-9;:]{0,40}(?:[0-9,]{1,7}[^0-9;:]{0,12})?")
_LAST_WORDS = ("last", "latest", "newest", "final", "present", "current", "most recent")
_NEWS_WORDS = ("yesterday's", "today's", "this week's", "yesterday’s", "today’s", "this week’s")
_LAST = frozenset((*_LAST_WORDS, *_NEWS_WORDS))
_ORDER = "|".join(("first|second|third|fourth|fifth|sixth", *_LAST_WORDS, *_NEWS_WORDS))
_FROM_TO = compiled(
    rf"\b(?:from|between) (?:the |its |that )?(?P<one>{_ORDER})(?: (?!to\b|and\b)[\w-]+){{0,6}} (?:to|and|until) (?:the |its |that |this )?(?P<other>{_ORDER})\b"
)
# "The second closed one point lower than the first".
_THAN_NTH = compiled(
    rf"\b(?:the|its) (?P<other>{_ORDER})(?: (?!than\b|and\b|but\b|while\b)[\w-]+){{1,9}} (?:than|below|above|under|over|beneath|from)(?: (?:in|at|that of))? the (?P<one>{_ORDER})\b"
)


def _in_time(mention: DateMention, known: Sequence[Draw], types: frozenset[str]) -> list[Draw]:
    for first, last in ((mention.first, mention.last), *mention.others):
        inside = [draw for draw in known if first <= draw.date <= last]
        of_type = [draw for draw in inside if draw.category in types] or (inside if first == last else [])
        if of_type:
            return of_type if len(of_type) <= MOST_IN_TIME else [of_type[0], of_type[-1]]
    return []


def pairs_around(passage: Passage, record: Record) -> list[tuple[Draw, Draw]]:
    """Return the pairs of draws that a comparison in a sentence may be between, in no order of old and new.

    Two sides that the sentence names leave no room for others; one leaves it for what was spoken of before, and for the draw before
    it where nothing newer of its type was spoken of.
    """
    known = [draw for draw in record.draws if draw.date <= passage.day]
    own = list(dict.fromkeys((*passage.draws, *passage.compared)))
    # "Its cut-off, 477, beat both" goes on about a draw by its figure.
    scores = {number.value for number in passage.numbers if number.role is Role.CUTOFF}
    own += [draw for draw in passage.before[:BEFORE] if draw.crs_cutoff in scores and draw not in own]
    before = [draw for draw in passage.before[:BEFORE] if draw not in own]
    types = types_of(passage, known)
    own = list(
        dict.fromkeys(
            (*own, *timed(passage, known, types or frozenset(draw.category for draw in own + before[:1])))
        )
    )
    latest = [draw for slug in types for draw in [d for d in known if d.category == slug][-1:]]
    found = list(_of(own, own))
    if len({draw.category for draw in own}) < len(own):
        return list(dict.fromkeys(pair for pair in found if pair[0] is not pair[1]))
    near = [*before, *(draw for draw in latest if draw not in own)]
    found += _of(own, before[:2])
    found += [(one, other) for one, other in _of([*own, *near], near) if one.category == other.category]
    if _BOTH.search(passage.text):
        found += _of(before[:3], before[:3])
    for draw in dict.fromkeys((*own, *(near if not own else ()))):
        found += _beside(passage, draw, known)
        if not any(other.category == draw.category and other.sequence > draw.sequence for other in near):
            found += _previous(draw, known)
    for table in passage.tables:
        found += [(table[0], table[-1]), *zip(table, table[1:], strict=False)]
    return list(dict.fromkeys(pair for pair in found if pair[0] is not pair[1]))


_BOTH = compiled(r"\b(?:the two|both|of them|each other|between them|the other|the former|the latter)\b")


def _previous(draw: Draw, known: Sequence[Draw]) -> Iterator[tuple[Draw, Draw]]:
    """Yield a draw with the one before it, of its type and of any that compares with it."""
    yield from ((draw, other) for other in ranks.before(draw, known)[-1:])
    last = [other for other in known if other.sequence < draw.sequence][-1:]
    yield from ((draw, other) for other in last if other.includes_nomination == draw.includes_nomination)


def _of(some: Sequence[Draw], others: Sequence[Draw]) -> Iterator[tuple[Draw, Draw]]:
    for one in some:
        for other in others:
            yield one, other


def _beside(passage: Passage, draw: Draw, known: Sequence[Draw]) -> Iterator[tuple[Draw, Draw]]:
    """Yield a draw with the first of its type and of its year, and with the one a year before, where the words say so."""
    earlier = ranks.before(draw, known)
    if _FIRST.search(passage.text):
        yield from ((draw, other) for other in earlier[:1])
        yield from (
            (draw, other) for other in [one for one in earlier if one.date.year == draw.date.year][:1]
        )
    if _YEAR.search(passage.text):
        yield from ((draw, other) for other in earlier if 330 <= (draw.date - other.date).days <= 400)


def figures(passage: Passage, role: Role) -> list[float]:
    """Return the cut-offs or the sizes that a sentence states, also those that no word calls so; with fewer than two, those of the
    sentences before it too."""
    own = [number.value for number in passage.numbers if _may_be(passage, number, role)]
    return (
        own
        if len(own) > 1
        else [*own, *(number.value for number in passage.told if _may_be(passage, number, role))]
    )


def differences(passage: Passage, role: Role, draws: Sequence[Draw], figure: ranks.Figure) -> Iterator[float]:
    """Yield how far the figures that a sentence states are from each other, and from those of draws."""
    stated = figures(passage, role)
    yield from (abs(one - other) for place, one in enumerate(stated) for other in stated[place + 1 :])
    yield from (abs(one - figure(draw)) for one in stated for draw in draws)


def _may_be(passage: Passage, number: NumberMention, role: Role) -> bool:
    if number.role is role:
        return True
    if number.role not in (Role.UNKNOWN, Role.POINTS) or number.value != int(number.value):
        return False
    if role is Role.CUTOFF:
        return 60 <= number.value <= MOST_CUTOFF
    return number.value >= 50


def sums_apart(passage: Passage, known: Sequence[Draw]) -> Iterator[int]:
    """Yield how far the invitations of types are from each other in the times spoken of, and those of a type between two times."""
    around = (*passage.earlier[::-1], *passage.context)
    sets = [*sets_of(passage, known, frozenset()).all, *map(tuple, _in_spans(known, around))]
    kinds = [chosen for slug in (passage.slugs or passage.topic) if (chosen := widened((slug,), known))]
    sums = [
        [sum(draw.invitations for draw in among if draw.category in chosen) for chosen in kinds]
        + [sum(draw.invitations for draw in among)]
        for among in dict.fromkeys(sets)
    ]
    for of_set in sums:
        yield from (abs(one - other) for one in of_set for other in of_set)
    for of_kind in zip(*sums, strict=True):
        yield from (abs(one - other) for one in of_kind for other in of_kind)


@dataclass(frozen=True, slots=True)
class Sets:
    """Sets of draws of some types that a count or an order may be of: `stated` by the times of the sentence, and `others`."""

    stated: tuple[tuple[Draw, ...], ...]
    others: tuple[tuple[Draw, ...], ...]

    @property
    def all(self) -> tuple[tuple[Draw, ...], ...]:
        return (*self.stated, *self.others)


def sets_of(
    passage: Passage,
    known: Sequence[Draw],
    types: frozenset[str],
    periods: Sequence[Period] | None = None,
    *,
    later: bool = True,
) -> Sets:
    """Return the sets of draws of some types (none given: of all) that a sentence may count in: those of its times (of some of them
    where `periods` says which; `later`: since a month also those after it), else those of the sentences before, of the headings, of the year, of the whole record, of its list."""
    of_type = [draw for draw in known if not types or draw.category in types]
    own = passage.periods if periods is None else periods
    times = [period for period in own if not period.is_day]
    stated = _in_spans(of_type, times, later=later)
    if ends.are_joined(passage.text, times):
        # "In February and June": both of the same year.
        for spans in zip(*(period.spans for period in times), strict=False):
            stated.insert(0, [draw for draw in of_type if any(draw.date in span for span in spans)])
    others: list[Sequence[Draw]] = []
    if not stated:
        asked = passage.asked.periods if passage.asked is not None else []
        others += _in_spans(of_type, (*asked, *passage.earlier[::-1], *passage.context))
        for year in dict.fromkeys((passage.day.year, *passage.years, passage.day.year - 1)):
            others.append([draw for draw in of_type if draw.date.year == year])
        others.append(of_type)
        others += [[draw for draw in of_type if draw.version == of_type[-1].version]] if of_type else []
    return Sets(tuple(map(tuple, stated)), tuple(map(tuple, others)))


def _in_spans(
    draws: Sequence[Draw], periods: Iterable[Period], *, later: bool = True
) -> list[Sequence[Draw]]:
    return [
        [draw for draw in draws if draw.date in span]
        for period in periods
        for span in (
            *period.spans,
            *(
                Span(end_of(period.form, span) + timedelta(days=1), span.end)
                for span in period.spans
                if later and period.form.startswith("since")
            ),
        )
    ]
