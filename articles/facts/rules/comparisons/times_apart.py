"""By how much two times are apart, in draws, in invitations, in per cent: "52 rounds in 2024, ten more than in 2023", "113,998, or 15 per
cent above the total of 2024". Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.moving import clause, direction
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import figures, types_of
from articles.facts.rules.common.speaking import POLL, PROVINCIAL, WITHOUT_NOMINEES
from articles.facts.rules.sums import compared_times
from articles.references import gettext_noop
from draws.clock import Span

from .grown import LEAST_SUM, TOLD_AS_CHANGE
from .proportions import LOOSE, NOT_DRAWS, without_types

RULE = "comparisons"

_NOUN = r"(?: (?:invitations|itas|people|candidates|places|draws|rounds))?"
_AFTER = compiled(
    rf"{_NOUN} (?:more|fewer|less|higher|lower|larger|smaller|bigger|greater|above|below|beneath|over|under|ahead of|behind|up|down|better|short of|shy of|on top of|rise|increase|growth|jump|gain|surge|fall|drop|plunge|slump|decline|decrease)\b"
)
_BEFORE = compiled(
    r"\b(?:by|up|down|grew|grown|rose|risen|fell|fallen|shrank|gained|gains|added|lost|shed|plus|minus)(?: (?:about|around|roughly|some|almost|nearly|just|only|exactly|over|more than|just over|just under))*+ $"
)
_DRAWS = compiled(r"\b(?:draws|rounds)\b")
_COUNTED = compiled(r"(?: (?:more|fewer|less))? (?:draws|rounds)\b")
_ENDS = compiled(r" ?(?:[.,;:)]|$)")
_INVITATIONS = compiled(r"\b(?:invitations|itas|invited|issued)\b")
# What is counted in between is neither.
_OTHERS = compiled(
    r"\b(?:points?(?! (?:of|in|last|a year)\b)|cut-?offs?|scores?|occupations?|codes|jobs|share|categories|types|sizes?|at least)\b"
)
# Neither is what one draw has, or each.
_OF_ONE = compiled(r"\b(?:average|mean|per draw|per round|largest|biggest|smallest|each|every)\b")
# "The round in May was 500 larger than in April" compares two draws.
_ONE_DRAW = compiled(r"\b(?:the|an?|this|that|its|their|one|[a-z]+'s) (?:[\w-]+ ){0,4}(?:draw|round)\b")
# No two times have draws, or sums under a hundred, that are farther apart.
MOST_DRAWS = 60
LEAST = 100


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge how much more or less a time is said to have had than another."""
    text = passage.text
    if passage.is_question or PROVINCIAL.search(text) or POLL.search(text):
        return
    for number in passage.numbers:
        if measure := _measure(passage, number):
            yield from _judged(passage, record, number, measure)


@dataclass(frozen=True, slots=True)
class _Measure:
    """What a number says of two times: how many draws, or invitations, one had more, or by how many per cent."""

    draws: bool
    percent: bool = False

    def of(self, inside: Sequence[Draw]) -> int:
        return len(inside) if self.draws else sum(draw.invitations for draw in inside)

    def apart(self, new: float, old: float) -> float:
        return (new / old - 1) * 100 if self.percent else new - old


def _measure(passage: Passage, number: NumberMention) -> _Measure | None:
    text, end = passage.text, max(number.end, number.noun)
    begin, finish = clause(text, number.start)
    is_said = _AFTER.match(text, end) or _AFTER.match(text, number.end)
    if not is_said and not any(
        before.search(text, begin, number.start) for before in (_BEFORE, TOLD_AS_CHANGE)
    ):
        return None
    own = without_types(passage)
    if (
        _OF_ONE.search(text, begin, end + 30)
        or LOOSE.search(text, begin, number.start)
        or NOT_DRAWS.search(own, begin, finish)
    ):
        return None
    behind = text[number.start : end + 15]
    counted = list(_DRAWS.finditer(own, 0, number.start))
    issued = list(_INVITATIONS.finditer(own, 0, number.start))
    nearest = max((*counted, *issued), key=lambda match: match.end(), default=None)
    if _OTHERS.search(own, nearest.end() if nearest else begin, end + 30):
        return None
    is_draws = nearest is not None and nearest in counted
    if number.role is Role.PERCENT:
        return _Measure(draws=is_draws and not issued and "number of" in text, percent=True)
    if number.role not in (Role.DIFFERENCE, Role.UNKNOWN, Role.DRAWS, Role.INVITATIONS):
        return None
    if _COUNTED.match(text, number.end):
        return _Measure(draws=True) if number.value <= MOST_DRAWS else None
    if number.unit == "draw":
        return None
    if number.unit in ("invitation", "person") or _INVITATIONS.search(behind) or number.value >= LEAST:
        return _Measure(draws=False)
    if nearest is None or number.unit or not (is_said or _ENDS.match(text, number.end)):
        return None
    return _Measure(draws=is_draws) if not is_draws or number.value <= MOST_DRAWS else None


def _judged(passage: Passage, record: Record, number: NumberMention, measure: _Measure) -> Iterator[Finding]:
    text = passage.text
    times = compared_times.times(passage, number.start)
    if times is None or (not times.are_years and _ONE_DRAW.search(text)):
        return
    found = list(_apart(passage, record, times, measure))
    begin, finish = clause(text, number.start)
    sign = direction(text, number.start, max(number.end, number.noun), begin, finish)
    hedge = amounts.hedge(text, number.start, number.end)

    def fits(apart: float) -> bool:
        fit = amounts.share_fits if measure.percent else amounts.fits
        return fit(number.value, abs(apart), hedge)

    if not found:
        return
    if true := [one for one in found if fits(one) and sign * one >= 0]:
        status, apart = Status.AGREES, true[0]
    elif not measure.draws and any(
        fits(one) and sign * one >= 0 for one in _of_stated(passage, number, measure)
    ):
        return
    else:
        status, apart = Status.CONTRADICTED, found[0]
    size = abs(apart) if number.value % 1 else round(abs(apart))
    shown = f"{size:,.1f}" if number.value % 1 else f"{size:,}"
    turned = sign * apart < 0
    way = "more" if apart > 0 else "fewer"
    words = (
        f"{shown}% {way}" if measure.percent and turned else shown if measure.percent else f"{shown} {way}"
    )
    end = _AFTER.match(text, number.end) or _AFTER.match(text, number.noun)
    yield passage.finding(
        RULE,
        status,
        number.start,
        end.end() if turned and end else number.end,
        gettext_noop("By the record it is %(expected)s."),
        expected=words,
        replacement=None
        if turned or status is Status.AGREES
        else shown
        if measure.percent
        else amounts.written(round(size), passage.source[number.start : number.end]),
        confidence=0.9,
        params={"expected": words},
    )


def _of_stated(passage: Passage, number: NumberMention, measure: _Measure) -> Iterator[float]:
    """Yield how far the sums are apart that are stated: they may be wrong, and what is said of them right."""
    stated = [
        value for value in figures(passage, Role.INVITATIONS) if value >= LEAST_SUM and value != number.value
    ]
    yield from (measure.apart(one, other) for one in stated for other in stated if one != other)


def _apart(
    passage: Passage, record: Record, times: compared_times.Times, measure: _Measure
) -> Iterator[float]:
    """Yield how far the times are apart: of the types named or spoken of, else of all, with and without the nominees."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, known)
    everything = frozenset(draw.category for draw in known)
    without = everything - {"pnp"}
    whole = sum(draw.invitations for draw in _held(known, times.new))
    kinds = [everything, types or everything]
    if passage.slugs and not any(number.value == whole for number in passage.numbers):
        # The sum of all is not told here, with a type that is named beside it.
        kinds = [types]
    if measure.draws or WITHOUT_NOMINEES.search(passage.text):
        kinds.append(without)
    for kind in dict.fromkeys(kinds):
        of_kind = [draw for draw in known if draw.category in kind]
        new = measure.of(_held(of_kind, times.new))
        for span in (times.old, times.same):
            old = measure.of(_held(of_kind, span)) if span else 0
            if old and (new or measure.draws):
                yield measure.apart(new, old)


def _held(draws: Sequence[Draw], span: Span) -> list[Draw]:
    return [draw for draw in draws if draw.date in span]
