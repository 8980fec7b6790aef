"""The parts of a sentence that each speak of one draw at most: "on 2 February skilled workers had a round, with 3,500 invitations". Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.facts.reading.mentions import CategoryMention, DateMention, Mention, NumberMention, Role
from articles.facts.statements import What

from .partners import LEAST_BARE, MOST_CUTOFF
from .passages import Passage
from .patterns import compiled
from .setting_words import GENERIC

# Smaller numbers count other things, and no draw was larger.
LEAST, MOST = 50, 30_000
# What a nomination adds.
NOMINATION = 600

_OF_SAME = r"(?!(?:(?:a|an|the|its|their|minimum|crs|lowest) )*(?:cut-?\s?off|score|threshold|bar|line|mark|minimum|crs|last of them)\b)"
# Words that set one draw beside another, and marks and words behind which another draw may be told of.
_HARD = compiled(
    r"(?P<beside>\b(?:than|from|against|compared|since|until|till|after|before|over|under|above|below|beneath|like|unlike|besides|versus|instead|leaving|setting|putting|except\w*|excluding|apart from|"
    r"as (?:in|on|at|for|many|much|few|low|high)|same as|by|other than|exceed\w*|surpass\w*|match\w*|ahead of|behind|counting)\b)"
    r"|[;\n()]|: | – | — |[.!?] |\b(?:while|whereas|but|followed by|this one)\b"
    rf"|(?:[,:]|\band) then\b|(?:, )?\band {_OF_SAME}(?=(?:the|its|a|an|at|in|on|another|one|for|to|of|that|those) )|, {_OF_SAME}(?=(?:the|its|a|an|in|on|another|one|that|those) )"
)
_BACK = compiled(r"\)?, (?:and|with|at) | aside,? ")
_SOFT = compiled(r", |\band\b|/")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it may be of a draw."""

    number: NumberMention
    kinds: tuple[What, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a sentence with what they mention: one type, one time and one figure of each kind at most. `beside`: they stand behind a
    word that sets another draw beside the one that is told of, "than", "since". `carried`: the time told before them, where no figure of
    the kind has been told of it and they have none."""

    start: int
    end: int
    beside: bool
    types: tuple[CategoryMention, ...]
    times: tuple[DateMention, ...]
    figures: tuple[Figure, ...]
    carried: DateMention | None = None


def cut(passage: Passage) -> Iterator[Stretch]:
    """Yield the stretches of a sentence that have figures."""
    told: set[What] = set()
    before: Stretch | None = None
    stretches = list(_all(passage))
    times = [time for stretch in stretches if not stretch.beside for time in stretch.times]
    carried: DateMention | None = None
    for stretch in stretches:
        kinds = {kind for figure in stretch.figures for kind in figure.kinds}
        if (
            before is not None
            and before.beside
            and before.times
            and not _BACK.fullmatch(passage.text, before.end, stretch.start)
        ):
            carried = None
        elif stretch.times and not stretch.beside:
            carried, told = times[0] if len(times) == 1 else None, set()
        if not stretch.times and not stretch.beside and told.isdisjoint(kinds):
            stretch = replace(stretch, carried=carried)
        told |= kinds if not stretch.beside else set()
        if _is_of_one(stretch):
            yield stretch
        before = stretch


def _all(passage: Passage) -> Iterator[Stretch]:
    for start, end, beside in _bounds(passage):
        whole = _stretch(passage, start, end, beside)
        if _is_of_one(whole) or not whole.figures:
            yield whole
        else:
            yield from _parts(passage, start, end, beside)


def _bounds(passage: Passage) -> Iterator[tuple[int, int, bool]]:
    """Yield the bounds of stretches, and whether they stand behind a word that sets beside: up to where the words go back, "as on 30
    September, and 4,200 were invited"."""
    start, beside = 0, False
    ends = [mark for mark in _HARD.finditer(passage.text) if not _is_within(passage, mark.start())]
    for end, behind, besides in (
        *((mark.start(), mark.end(), mark["beside"] is not None) for mark in ends),
        (len(passage.text), 0, False),
    ):
        times = [day.end for day in passage.dates if start <= day.start < end]
        back = _BACK.match(passage.text, times[0], end) if beside and times else None
        if back is not None:
            yield start, back.start(), True
            start, beside = back.end(), False
        yield start, end, beside
        start, beside = behind, besides


def _parts(passage: Passage, begin: int, end: int, beside: bool) -> Iterator[Stretch]:
    """Yield the stretches between the commas of one that tells of more than one draw; the words that set it beside another are of the first."""
    marks = [
        mark for mark in _SOFT.finditer(passage.text, begin, end) if not _is_within(passage, mark.start())
    ]
    ends = [(begin, begin), *((mark.start(), mark.end()) for mark in marks), (end, end)]
    for (_before, first), (last, _behind) in pairwise(ends):
        yield _stretch(passage, first, last, beside and first == begin)


def _is_within(passage: Passage, place: int) -> bool:
    mentions: Sequence[Mention] = (*passage.numbers, *passage.dates)
    return any(mention.start <= place < mention.end for mention in mentions)


def _stretch(passage: Passage, start: int, end: int, beside: bool) -> Stretch:
    return Stretch(
        start,
        end,
        beside,
        tuple(one for one in passage.categories if start <= one.start < end and one.slug not in GENERIC),
        tuple(day for day in passage.dates if start <= day.start < end),
        tuple(
            Figure(number, kinds)
            for number in passage.numbers
            if start <= number.start < end and (kinds := _kinds(number))
        ),
    )


def _is_of_one(stretch: Stretch) -> bool:
    told = [figure.kinds for figure in stretch.figures]
    return (
        bool(told)
        and len({one.slug for one in stretch.types}) <= 1
        and len(stretch.times) <= 1
        and len(told) <= 2
        and len(set(told)) == len(told)
    )


def _kinds(number: NumberMention) -> tuple[What, ...]:
    value = number.value
    if value != int(value) or number.form == "short" or not LEAST <= value <= MOST:
        return ()
    is_score = LEAST_BARE <= value <= MOST_CUTOFF
    match number.role:
        case Role.CUTOFF:
            return (What.CUTOFF,)
        case Role.INVITATIONS:
            return (What.INVITATIONS,)
        case Role.POINTS:
            return (What.CUTOFF,) if is_score and value != NOMINATION else ()
        case Role.UNKNOWN if value > MOST_CUTOFF:
            return (What.INVITATIONS,)
        case Role.UNKNOWN if is_score:
            return (What.INVITATIONS, What.CUTOFF)
    return ()
