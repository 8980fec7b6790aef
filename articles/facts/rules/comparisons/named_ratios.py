"""Which two figures a multiple is of, where the words say it: "five times the old record of 5,000", "twice as many as in November, when
two rounds brought 2,000". Pure: no Django.

`ratios` yields whatever a multiple may be of. With two figures told there is no choice.
"""

from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Record
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.speaking import widened

from .ratios import Ratio
from .subjects import subjects

# Smaller numbers are no sizes.
LEAST = 100
# So far behind a multiple stands what it is of, and so far before it what it is said of.
BEHIND, BEFORE = 90, 110
# "Five times the old record of 5,000", "three times as many as in May, when 2,000 were invited".
_TO_WHOLE = compiled(
    r"(?: (?!but\b|while\b|whereas\b|or\b|points?\b|cut-?offs?\b|per\b|average\b|than the average\b)[\w'’-]+,?){0,14} \(?"
)
# "Saturday's draw was five times as large.": than what was told of just before.
_ENDS = compiled(r"(?: ?(?:[.;:!)]|$)|, (?:and|but)\b)")
_AS_LARGE = compiled(r"\b(?:times|twice) as (?:large|big|many)$")
# "No draw had exceeded 5,000. Saturday's was five times that."
_THAT = compiled(r"\b(?:times|twice)(?: that)?$")
# "We count 110,266. That is more than double last year's 46,539."
_TAKES_UP = compiled(
    r"\W*(?:that|this|which)(?: total| sum| figure| number)?(?: is| was|[’']s) (?:[\w-]+ ){0,3}"
)
# What stands between a figure and the multiple goes on about it.
_GOES_ON = compiled(r"[^;.!?]*")


def find(passage: Passage, record: Record, start: int, end: int) -> list[Ratio]:
    """Return how the two figures compare that the multiple text[start:end] is of, in every way to read them; none where the words do
    not say it."""
    end -= passage.text[:end].endswith(" ")
    sizes = [number for number in passage.numbers if _is_size(passage, number)]
    behind = [number for number in sizes if end <= number.start <= end + BEHIND][:1]
    wholes: list[float] = []
    if behind and _TO_WHOLE.fullmatch(passage.text, end, behind[0].start):
        wholes = [behind[0].value, *_sums(passage, record, end, behind[0].end)]
    elif _is_of_that(passage, start, end):
        wholes = [number.value for number in passage.told if _is_size(passage, number)][-1:]
    elif _AS_LARGE.search(passage.text, start, end) and _ENDS.match(passage.text, end):
        last = [number for number in passage.told if _is_size(passage, number)]
        own = any(number.value >= LEAST and number.end <= start for number in passage.numbers)
        wholes = [last[-1].value] if len(last) == 1 and not own else []
    if not wholes:
        return []
    parts = list(_parts(passage, record, sizes, start, is_dated=not behind))
    # What was told of just before may be the very draw that the multiple is said of.
    return [Ratio(part, whole) for part in parts for whole in wholes if part != whole]


def _is_of_that(passage: Passage, start: int, end: int) -> bool:
    """Whether a multiple is said to be of what was told last."""
    if not _THAT.search(passage.text, start, end) or any(number.end <= start for number in passage.numbers):
        return False
    that = end if passage.text[:end].endswith("that") else end + len(" that")
    return passage.text[:that].endswith(" that") and _ENDS.match(passage.text, that) is not None


def _is_size(passage: Passage, number: NumberMention) -> bool:
    if number.role is Role.INVITATIONS:
        return number.value >= LEAST
    is_time = any(period.start <= number.start < period.end for period in passage.periods)
    return number.role is Role.UNKNOWN and number.value > 950 and not is_time


def _parts(
    passage: Passage, record: Record, sizes: Sequence[NumberMention], start: int, *, is_dated: bool
) -> Iterator[float]:
    """Yield what a multiple is said of: the figure right before it, else the draw that the words are about, with `is_dated` by its day."""
    before = [number for number in sizes if number.end <= start and start - number.end <= BEFORE]
    if before and _GOES_ON.fullmatch(passage.text, before[-1].end, start):
        yield before[-1].value
        return
    if not before and passage.told and _TAKES_UP.fullmatch(passage.text, 0, start):
        if passage.told[-1].role is Role.INVITATIONS:
            yield passage.told[-1].value
        return
    found = subjects(passage, record, start)
    if before or not found.is_clear or any(_is_of_its_own(one, start) for one in passage.periods):
        return
    days = [mention for mention in passage.dates if mention.is_day and mention.end <= start]
    if not is_dated or any(day.may_hold(found.all[0].date) for day in days):
        yield found.all[0].invitations


def _is_of_its_own(period: Period, start: int) -> bool:
    """Whether a time stands before a multiple, so that it may be said of what that time had."""
    return not period.is_day and period.end <= start


def _sums(passage: Passage, record: Record, start: int, end: int) -> Iterator[float]:
    """Yield what the record has for a time that stands beside the figure which a multiple is of."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    kinds = [widened(slugs, known) for slugs in (passage.slugs, passage.topic) if slugs]
    for period in passage.periods:
        if start <= period.start <= end + 40 and not period.is_day:
            for kind in dict.fromkeys((*kinds, frozenset[str]())):
                if total := _held(known, period, kind):
                    yield total


def _held(known: Sequence[Draw], period: Period, kind: frozenset[str]) -> int:
    return sum(
        draw.invitations
        for draw in known
        if draw.date in period.spans[0] and (not kind or draw.category in kind)
    )
