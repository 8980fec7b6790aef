"""Which draws a sum, a count or a range may be about. Pure: no Django."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from articles.facts.model import Draw, Record
from articles.facts.reading.mentions import Role
from articles.facts.rules.common.period_forms import FEW, MONTH_NAMES
from draws.clock import RECORD_BEGINS, Span, month_span, year_span

from . import ends, latest
from .passages import Passage
from .patterns import Remembered, compiled
from .periods import Period
from .scopes import PROGRAMS, Scope, of_draws, scopes, until
from .stated_times import stated_periods
from .weeks import week_of

WITHOUT_NOMINEES = compiled(
    r"\b(?:without|excluding|not counting|leaving out|leaving aside|apart from|other than|besides|outside|excluded|not including|non-pnp|aside from|except(?: for)?)\b(?: [\w-]+){0,5} (?:pnp|provincial|nominees?)\b|\bnominees? (?:apart|aside|excluded|left out|not counted)\b"
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Scopes that a claim may be about: of the days that it states; of draws named in it; of the days that its heading or
    the headline states; of what else stands around it."""

    stated: tuple[Scope, ...]
    named: tuple[Scope, ...]
    context: tuple[Scope, ...]
    around: tuple[Scope, ...]

    def of_size(self, size: int) -> "Candidates":
        """Keep the draws of so many invitations."""

        def kept(scopes: Iterable[Scope]) -> tuple[Scope, ...]:
            return tuple(
                of_draws(draw for draw in scope.draws if draw.invitations == size) for scope in scopes
            )

        return Candidates(kept(self.stated), kept(self.named), kept(self.context), kept(self.around))

    def with_nominees(self) -> "Candidates":
        """Leave out the draws of a time without the nominees', where all of them stand beside."""

        def kept(scopes: Sequence[Scope]) -> tuple[Scope, ...]:
            whole = {scope.arguments for scope in scopes if scope.mixes_nominees}
            return tuple(one for one in scopes if one.mixes_nominees or one.arguments not in whole)

        return Candidates(kept(self.stated), kept(self.named), kept(self.context), kept(self.around))

    def __iter__(self) -> Iterator[Scope]:
        yield from (*self.stated, *self.named, *self.context, *self.around)


def widened(slugs: Iterable[str], draws: Sequence[Draw]) -> frozenset[str]:
    """Return the types that slugs stand for: "category-based" for every one of them, "program" for those of one program."""
    found = set(slugs)
    if "category-based" in found:
        found |= {draw.category for draw in draws} - PROGRAMS
    if "program" in found:
        found |= PROGRAMS - {"general"}
    if "trades" in found and not any(draw.category == "trades" for draw in draws):
        # Before there were categories, "trades" was the program.
        found |= {"fst"}
    return frozenset(found - {"category-based", "program"})


def candidates(
    passage: Passage,
    record: Record,
    start: int,
    end: int,
    slugs: Collection[str],
    *,
    strict: bool,
    sizes: bool = False,
) -> Candidates:
    """Return what the claim text[start:end] may be about.

    `slugs` are the types that it names itself. `strict`: it is about these and no others; else they are one reading beside
    all types and those that the sentence or the one before it names. `sizes`: the claim may be about any number of the draws
    named before it.
    """
    draws = until(record, passage.day)
    choices = _choices(passage, draws, slugs, strict)
    periods = _bound(stated_periods(passage, start, end), passage, start, end)
    stated: list[Scope] = []
    for chosen in choices:
        stated += _within(draws, periods, chosen, passage)
        stated += ends.joined(passage.text, draws, periods, chosen)
        stated += latest.of_words(passage.text, draws, chosen)
        if all(period.form in _YEARS for period in periods):
            # "By 4 October that year had seen 23".
            stated += ends.up_to(passage.text, draws, passage.dates, passage.day, chosen)
    bounded = any(period.form not in _PASSING for period in periods)
    named = [_of(of, chosen) for of in _named(passage, draws, sizes, bounded) for chosen in choices]
    context: list[Scope] = []
    around: list[Scope] = []
    for chosen in choices:
        context += _within(draws, passage.context, chosen, passage)
        around += _within(draws, passage.earlier[::-1], chosen, passage)
        around += next(
            (
                found
                for span in _around(passage)
                if (found := list(scopes(draws, (span,), chosen, passage.day))) and found[0].count
            ),
            [],
        )
    if bounded:
        # The days that a sentence states leave no room for others.
        context = around = []
    return Candidates(_filled(stated, keep=bool(periods)), _filled(named), _filled(context), _filled(around))


def everything(passage: Passage, record: Record, start: int, end: int, *, sizes: bool = True) -> list[Scope]:
    """Return whatever draws the words text[start:end] may be about, the likeliest first: of any type and time spoken of, with `sizes`
    any number of those named before."""
    found = list(candidates(passage, record, start, end, (), strict=False, sizes=sizes))
    draws = until(record, passage.day)
    types = list(dict.fromkeys((*passage.slugs, *passage.topic)))
    chosen = [widened((slug,), draws) for slug in types]
    chosen += [widened(types, draws), widened(("category-based",), draws), frozenset()]
    asked = passage.asked.periods if passage.asked is not None else []
    periods = (*passage.periods, *asked, *passage.earlier[::-1], *passage.context)
    spans = [span for period in periods if not period.is_day for span in period.spans]
    if spans:
        spans.append(Span(min(span.start for span in spans), passage.day))
    spans += [month_span(passage.day.year, passage.day.month), year_span(passage.day.year)]
    spans += [Span(RECORD_BEGINS, passage.day)]
    for span in dict.fromkeys(spans):
        for one in dict.fromkeys(chosen):
            found += scopes(draws, (span,), one, passage.day)
    return found


# Provinces hold draws of their own, which the record does not have.
PROVINCIAL = Remembered(
    r"\b(?:ontario|alberta|manitoba|saskatchewan|quebec|nova scotia|new brunswick|newfoundland|prince edward island|british columbia|yukon|northwest territories|b\.c\.|provinces|territories|atlantic|own (?:streams?|grid|points)|arrima|sinp|oinp|bc pnp)\b"
)
# Of these nobody can say from the words alone which days they are.
VAGUE = Remembered(
    rf"^\W*(?:an?|one|two|three) years? (?:ago|earlier|before),? (?=after\b|on\b|by\b|at\b)|\b(?:same (?:(?:[a-z]+-odd|{FEW}|[0-9]{{1,2}}) )?(?:months|period|stretch|weeks?|days|span|year)\b|same (?:month|time|day|half|quarter)\b(?! (?:(?:of|in) )?(?:20[0-9]{{2}}|last year|the previous year|the year before|a year (?:before|earlier|ago)))|pandemic|half of (?:the|that|this|last) month|half of (?:{MONTH_NAMES})\b|between (?:that|this|the same) (?:day|date|time|point|draw|round) and\b|(?:last|previous|past) quarter|fiscal year|school year|next (?:week|month|year)|from (?:early |late |mid-)?(?!{MONTH_NAMES})\w+(?: 20[0-9]{{2}})? (?:to (?:now|today|date|this|[0-9]{{1,2}} )|on(?! [0-9])|onwards?)|(?:spring|summer|autumn|fall|winter)(?: of)? 20[0-9]{{2}}|year's (?:spring|summer|autumn|fall|winter|week|period)|this year's (?:quarter|half|month))\b"
)
POLL = Remembered(r"\b(?:polls?|surveys?|respondents|voters?|votes?|(?<!dear[ ])readers)\b")
_YEARS = frozenset(("theyear", "thisyear", "lastyear", "year", "samepoint"))
# Words that set the scene and do not bound what is counted.
_PASSING = frozenset(("ever", "within"))
# Of these one reading is enough: the first in which the record has draws.
_LOOSE = frozenset(("theweek", "thisweek", "pastweek", "weekbefore"))


def _within(
    draws: Sequence[Draw], periods: Iterable[Period], chosen: frozenset[str], passage: Passage
) -> Iterator[Scope]:
    for period in periods:
        for span in period.spans:
            found = list(scopes(draws, (span,), chosen, passage.day))
            yield from found
            if period.form in _LOOSE and any(span.start <= draw.date <= span.end for draw in draws):
                break


def _choices(
    passage: Passage, draws: Sequence[Draw], slugs: Collection[str], strict: bool
) -> list[frozenset[str]]:
    own = widened(slugs, draws)
    if strict and own:
        return [own]
    sentence = widened(passage.slugs, draws)
    choices = [own, sentence, frozenset[str]()]
    choices += [frozenset((slug,)) for slug in sorted(sentence)]
    if not sentence and passage.topic:
        choices.append(widened(passage.topic, draws))
        choices += [frozenset((slug,)) for slug in passage.topic]
    if WITHOUT_NOMINEES.search(passage.text):
        choices = [choice - {"pnp"} for choice in choices]
    return list(dict.fromkeys(choices))


def _bound(periods: list[Period], passage: Passage, start: int, end: int) -> list[Period]:
    """Keep the nearest period where a sentence sets several beside as many figures."""
    colon = passage.text.find(": ", end)
    if colon >= 0:
        # "Five draws: three in 2023, two in 2024": the times behind the colon are those of its parts.
        parts = [number.start for number in passage.numbers if number.start > colon]
        periods = [
            period
            for period in periods
            if period.start < colon or not any(part < period.start for part in parts)
        ]
    own = next((number for number in passage.numbers if number.start == start), None)
    if own is not None:
        # So are those of which each stands right behind its part: "four draws, two in April and two in June".
        smaller = [number for number in passage.numbers if number.start >= end and number.value < own.value]
        periods = [
            period
            for period in periods
            if not any(_OF_PART.fullmatch(passage.text, part.end, period.start) for part in smaller)
        ]
        # "8,000, after 12,400 from January to April": the period is of the figure that stands between.
        later = [number for number in passage.numbers if number.role is own.role and number.start >= end]
        periods = ends.without_next(passage.text, end, periods, later)
    if (semicolon := passage.text.rfind(";", 0, start)) >= 0 and not passage.text[
        semicolon + 1 : start
    ].strip():
        # "1,000 and, this week, 975; 1,975 in sum": the time is that of a part.
        sizes = [number.start for number in passage.numbers if number.role is Role.INVITATIONS]
        periods = [one for one in periods if not any(one.end <= at < semicolon for at in sizes)]
    role = next((number.role for number in passage.numbers if number.start == start), None)
    figures = [number for number in passage.numbers if number.role == role]
    if role is None or len(periods) < 2 or len(figures) < 2 or ends.are_joined(passage.text, periods):
        return periods
    distance = {period: _distance(passage.text, period, start, end) for period in periods}
    nearest = min(periods, key=lambda period: distance[period])
    return [nearest]


def _distance(text: str, period: Period, start: int, end: int) -> int:
    """Return how far a period is from text[start:end]; one in another clause is farther than any in the same, one behind a comma
    farther than one beside."""
    first, last = (end, period.start) if period.start >= end else (period.end, start)
    apart = FAR * text.count(",", first, max(first, last))
    return max(0, last - first) + apart + 1000 * bool(_CLAUSE.search(text, first, max(first, last)))


_OF_PART = compiled(
    r"(?: of (?:them|these|which|the (?:draws|rounds)))?(?: (?:were|was|came|fell))? (?:in|during) "
)
# So many letters a comma counts for.
FAR = 20
_CLAUSE = compiled(r"[;:]| but | while | whereas ")


def _named(passage: Passage, draws: Sequence[Draw], sizes: bool, bounded: bool) -> Iterator[Sequence[Draw]]:
    """Yield sets of draws that the sentence, then what stands before it, then tables speak of."""
    days = {
        day
        for mention in passage.dates
        if mention.precision == "day"
        for day in (mention.first, *(first for first, last in mention.others))
    }
    if len(days) > 1 or any(sum(draw.date == day for draw in draws) > 1 for day in days):
        yield [draw for draw in draws if draw.date in days]
    if len(passage.draws) > 1:
        yield passage.draws
    if bounded:
        return
    before = passage.before
    if sizes:
        for size in range(2, min(len(before), 8)):
            yield before[:size]
    if sizes and passage.draws and before:
        yield (*passage.draws, before[0])
        yield (*passage.draws, *before[:2])
    if len(before) > 1 or before and passage.draws:
        yield before
        yield (*passage.draws, *before)
    yield from passage.tables


def _around(passage: Passage) -> Iterator[Span]:
    """Yield the weeks that a claim without days of its own may mean: that of the draws before it, then the article's."""
    for draw in passage.before[:1]:
        yield week_of(draw.date)
    this = week_of(passage.day)
    yield this
    yield Span(this.start - timedelta(days=7), this.end - timedelta(days=7))


def _of(draws: Iterable[Draw], chosen: frozenset[str]) -> Scope:
    return of_draws(draw for draw in draws if not chosen or draw.category in chosen)


def _filled(found: Iterable[Scope], *, keep: bool = False) -> tuple[Scope, ...]:
    """Return each scope once; those without a draw only to `keep`."""
    filled = {scope.numbers: scope for scope in reversed(list(found)) if keep or scope.draws}
    return tuple(filled.values())[::-1]
