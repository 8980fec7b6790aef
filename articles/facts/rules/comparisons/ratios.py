"""Which parts and wholes a percentage or a multiple may be of. Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.facts.model import Draw, Record
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.moving import HIGHER, LOWER
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import figures, pairs_around, sets_of
from articles.facts.rules.common.scopes import PROGRAMS
from articles.facts.rules.common.speaking import widened
from draws.clock import Span, year_span

from .subjects import Pairs

# "Three times as many" may be said of 2.85 to 3.15 times as many.
TIMES_SHARE = 0.05
# "More than four times as many" is hardly said of six times as many.
BEYOND = 1.35
# A smaller number is no size of a draw.
LEAST = 50
# Larger numbers are no scores.
LEAST_SUM = 1200
# Hardly a draw has had more invitations.
MOST_SIZE = 10_000
# So many figures of a passage are set against each other.
MOST = 12


@dataclass(frozen=True, slots=True)
class Ratio:
    """A figure over another."""

    part: float
    whole: float

    @property
    def value(self) -> float:
        return self.part / self.whole


def of_changes(passage: Passage, record: Record, found: Pairs) -> Iterator[Ratio]:
    """Yield how sizes that are set beside each other compare, the later over the earlier where that is known: of draws, of stated
    figures, and of sums where no two draws are named."""
    if found.dated:
        # The words say which two draws are set beside each other.
        new, old = found.all[0]
        yield Ratio(new.invitations, old.invitations)
        return
    for new, old in (
        *found.all[:1],
        *(found.all[1:] if not found.told else ()),
        *pairs_around(passage, record),
    ):
        yield Ratio(new.invitations, old.invitations)
    for table in passage.tables:
        # "The last draw was twice as big as the first" may be said of those listed.
        yield Ratio(table[-1].invitations, table[0].invitations)
    yield from _of_figures(passage)
    sums = any(_is_size(number) and number.value > MOST_SIZE for number in passage.numbers)
    if (sums or not (found.clear and found.told)) and not any(period.is_day for period in passage.periods):
        yield from _of_sums(passage, record)


def of_stated(passage: Passage) -> list[Ratio]:
    """Return how the two figures compare that a sentence sets beside each other, or that the one before does where it goes on: "from
    23,000 to 48,000", "1,510, against 1,170 in May. That is up 29 per cent"."""
    own = [number for number in passage.numbers if _is_size(number)]
    if len(own) == 2:
        between = passage.text[own[0].end : own[1].start]
        if not _BESIDE.search(between):
            return []
    elif own or not _GOES_ON.match(passage.text):
        return []
    else:
        own = [number for number in passage.told if _is_size(number)]
    if len(own) != 2:
        return []
    one, other = own[0].value, own[1].value
    return [Ratio(one, other), Ratio(other, one)]


_BESIDE = compiled(
    r"^ (?:to|from|against)\b|\b(?:against|compared (?:with|to)|down from|up from) (?:the |just |only )?$"
)
_GOES_ON = compiled(r"(?:that|this|which) (?:is|was|makes|means)\b")


def _is_size(number: NumberMention) -> bool:
    return number.role in (Role.INVITATIONS, Role.UNKNOWN) and number.value > LEAST_SUM


def of_shares(passage: Passage, record: Record, place: int) -> Iterator[Ratio]:
    """Yield which part of a whole may be meant: of a figure that stands behind "per cent of", else of the sums spoken of."""
    behind = _WHOLE.match(passage.text, place)
    whole = next(
        (number.value for number in passage.numbers if behind and number.start == behind.end()), None
    )
    if _OF_THAT.match(passage.text, place):
        # "In all of 2020 there were 107,350; Saturday's alone comes to 25 per cent of that".
        told = [value for value in figures(passage, Role.INVITATIONS) if value > LEAST_SUM]
        wholes = [number.value for number in passage.numbers if number.value in told and number.end <= place]
        parts = [draw.invitations for draw in passage.draws] or told[:-1]
        yield from (
            Ratio(part, whole) for whole in wholes[-1:] or told[-1:] for part in parts if part < whole
        )
        return
    slugs = dict.fromkeys((*passage.slugs, *passage.topic))
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = [chosen for slug in slugs if (chosen := widened((slug,), known))]
    draws = [draw.invitations for draw in (*passage.draws, *passage.compared, *passage.before[:2])]
    if whole:
        stated = [value for value in figures(passage, Role.INVITATIONS) if value != whole]
        yield from (Ratio(part, whole) for part in (*draws, *stated) if part < whole)
        return
    if not passage.slugs:
        # "July alone accounts for so many per cent of the year's".
        sums = [_sum(among) for among in _spoken(passage, known)]
        yield from (Ratio(part, whole) for part in sums for whole in sums if 0 < part < whole)
    together = widened(passage.slugs, known) if len(passage.slugs) > 1 else frozenset[str]()
    single = [*draws, *figures(passage, Role.INVITATIONS)]
    for among in _spoken(passage, known):
        kinds = [frozenset[str](), *_families(among)]
        for kind in kinds:
            inside = [draw for draw in among if not kind or draw.category in kind]
            total = _sum(inside)
            of_types = [_sum([draw for draw in inside if draw.category in chosen]) for chosen in types]
            parts = [*of_types, *(total - part for part in of_types), *(draws if not passage.slugs else ())]
            parts += [_sum([draw for draw in inside if draw.category not in PROGRAMS])]
            # "The class and French together".
            parts.append(_sum([draw for draw in inside if draw.category in together]))
            yield from (Ratio(part, total) for part in parts if part and part < total)
            # "Half of all invitations of the class came in one morning".
            yield from (Ratio(part, of_type) for part in single for of_type in of_types if part < of_type)
    yield from _of_figures(passage)


_OF_THAT = compiled(r" ?(?:%|per ?cent|percent)? of (?:that|this)(?= ?[.,;:)]|$)")
_WHOLE = compiled(r"(?: ?(?:%|per ?cent|percent))? of (?:the |all |those |these |its )*+")


def _families(among: Sequence[Draw]) -> Iterator[frozenset[str]]:
    """Yield the types that a whole may be limited to: without the nominees, those of categories."""
    slugs = {draw.category for draw in among}
    yield frozenset(slugs - {"pnp"})
    yield frozenset(slugs - PROGRAMS)


def _spoken(passage: Passage, known: Sequence[Draw]) -> list[tuple[Draw, ...]]:
    """Return the sets of draws of the times that a sentence speaks of, else of those around it."""
    sets = sets_of(passage, known, frozenset())
    year = () if sets.stated else (tuple(draw for draw in known if draw.date.year == passage.day.year),)
    ever = (tuple(known),) if _EVER.search(passage.text) else ()
    spoken = (sets.stated or sets.others)[: MOST - 2]
    return list(dict.fromkeys((*spoken, *year, *ever, *passage.tables)))[:MOST]


# "Half of everything", "a quarter of all invitations ever sent".
_EVER = compiled(r"\b(?:everything|ever|of all time|history|since (?:it|the system) began)\b")


def _of_figures(passage: Passage) -> Iterator[Ratio]:
    """Yield how the figures that the sentence states, or those before it, compare."""
    values = list(dict.fromkeys(figures(passage, Role.INVITATIONS)))[:MOST]
    yield from (Ratio(one, other) for one in values for other in values if one != other)


def of_times(passage: Passage, record: Record, told: Sequence[Ratio]) -> list[Ratio]:
    """Return how the record's sums for the times compare that a sentence, or the text around it, speaks of, where one of them is told."""
    falls = LOWER.search(passage.text) and not HIGHER.search(passage.text)
    values = {value for ratio in told for value in (ratio.part, ratio.whole)}
    known = [draw for draw in record.draws if draw.date <= passage.day]
    sets = sets_of(passage, known, frozenset())
    wholes = dict.fromkeys((*sets.stated, *sets.others, *_years(passage, known)))
    sums = [_sum(among) for among in wholes if among][:MOST]
    return [
        Ratio(one, other)
        for one in sums
        for other in sums
        if one and other and one != other and {one, other} & values and not (falls and one > other)
    ]


def _of_sums(passage: Passage, record: Record) -> Iterator[Ratio]:
    """Yield how the sums of the times spoken of, and of the years before them, compare with each other and with what is stated."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = widened(passage.slugs or passage.topic, known)
    wholes = list(dict.fromkeys((*sets_of(passage, known, frozenset()).stated, *_years(passage, known))))[
        :MOST
    ]
    for chosen in dict.fromkeys((types, frozenset[str]())):
        sums = [_sum([draw for draw in among if not chosen or draw.category in chosen]) for among in wholes]
        stated = figures(passage, Role.INVITATIONS)
        numbers = dict.fromkeys((*sums, *(stated if len(stated) == 1 else ())))
        yield from (Ratio(one, other) for one in numbers for other in sums if one and other and one != other)


def _years(passage: Passage, known: Sequence[Draw]) -> Iterator[tuple[Draw, ...]]:
    """Yield the draws of the years spoken of and of the ones before them, whole and up to the same day."""
    periods = [*passage.periods, *passage.earlier[-2:], *passage.context]
    years = dict.fromkeys((*(period.spans[0].start.year for period in periods), passage.day.year))
    for year in (*years, *(year - 1 for year in years)):
        yield tuple(draw for draw in known if draw.date in year_span(year))
    for period in periods[:4]:
        span = period.spans[0]
        if span.start.month != 2 or span.start.day != 29:
            start = span.start.replace(year=span.start.year - 1)
            yield tuple(draw for draw in known if draw.date in Span(start, start + (span.end - span.start)))


def _sum(draws: Sequence[Draw]) -> int:
    return sum(draw.invitations for draw in draws)


def is_times(claimed: float, actual: float, hedge: amounts.Hedge) -> bool:
    """Whether "so many times as many" may be said of the actual ratio."""
    match hedge:
        case amounts.Hedge.EXACT:
            return abs(actual - claimed) <= TIMES_SHARE * claimed
        case amounts.Hedge.OVER | amounts.Hedge.AT_LEAST:
            return claimed <= actual <= max(claimed * BEYOND, claimed + 0.5)
        case amounts.Hedge.UNDER | amounts.Hedge.AT_MOST | amounts.Hedge.NEARLY:
            return claimed * 0.8 <= actual <= claimed
        case _:
            return abs(actual - claimed) <= 0.1 * claimed
