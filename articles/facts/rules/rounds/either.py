"""Two words that contradict each other, either of which may be the wrong one: "114,224 invitations, dated from 2023". Pure: no Django.

A figure that is wrong of the day, the time or the type beside it, and right of another, may be in its right place and the word beside it
the wrong one. A finding of one of the two is widened to both, and says what each of them is of.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import CategoryMention, DateMention, NumberMention
from articles.facts.rules.common.late import Judged, sentences
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.rounds_wording import day as written_day
from articles.facts.rules.common.rounds_wording import month as written_month
from articles.facts.rules.common.speaking import widened
from articles.facts.rules.comparisons import extreme_days
from articles.references import gettext_noop
from draws.clock import FIRST_YEAR, Span, month_span, year_span

OF_ANOTHER = gettext_noop(
    "These do not go together. Draw %(number)s of %(date)s has the figure; %(expected)s goes with the words beside it."
)
SUM_OF_ANOTHER = gettext_noop(
    "These do not go together. The figure is the sum of %(other)s; %(expected)s goes with the words beside it."
)
COUNT_OF_ANOTHER = gettext_noop(
    "These do not go together. So many draws were held in %(other)s; %(expected)s goes with the words beside it."
)
# The two stand no farther from each other than this.
BESIDE = 30
# The other draw with a figure is not farther than this from the one that is meant.
NEAR, NEAR_OF_TYPE = timedelta(days=370), timedelta(days=14)
LEAST = 60
_RULES = ("rounds", "sums", "counts")
# Of these the words say which draw is meant, whatever its figures are.
_SURE = extreme_days.OTHER
# A place in a sentence, and what is said of it with what it belongs to.
type Pair = tuple[int, int, str, Mapping[str, object]]


def both(reading: Reading, record: Record, findings: Sequence[Finding]) -> list[Finding]:
    """Return findings, of which those that may be of the word beside them take it in."""
    wrong: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.status is Status.CONTRADICTED and finding.rule in _RULES and finding.message != _SURE:
            wrong.setdefault(finding.part, []).append(finding)
    if not wrong:
        return list(findings)
    wider: dict[int, Finding | None] = {}
    for passage in sentences(reading, record):
        end = passage.start + len(passage.text)
        held = [
            finding
            for finding in wrong.get(passage.part, ())
            if passage.start <= finding.start and finding.end <= end
        ]
        for finding in held:
            wider[id(finding)] = _other(passage, record, findings, finding)
    told = {
        (one.part, one.rows)
        for place, one in wider.items()
        if one is not None and id(one) != place and one.rule == "sums"
    }
    settled = [wider.get(id(finding), finding) for finding in findings]
    # Their number is as little wrong as their sum where the time may be.
    return [
        finding
        for finding in settled
        if finding is not None
        and (
            finding.rule != "counts"
            or finding.status is not Status.CONTRADICTED
            or (finding.part, finding.rows) not in told
        )
    ]


def _other(passage: Passage, record: Record, findings: Sequence[Finding], finding: Finding) -> Finding | None:
    """Return a finding widened to the word that may be wrong in its place, itself where there is no such word; None where that
    word has been called wrong, so that the figure is right."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    rows = {row.key for row in finding.rows if row.kind == "round"}
    meant = [draw for draw in known if draw.number in rows]
    start, end = finding.start - passage.start, finding.end - passage.start
    number = next((one for one in passage.numbers if (one.start, one.end) == (start, end)), None)
    pairs: Iterable[Pair] = ()
    if finding.rule == "counts":
        pairs = _counts(passage, known, number, finding) if number else ()
    elif finding.rule == "sums":
        pairs = _sums(passage, known, meant, number) if number and len(meant) > 1 else ()
    elif len(meant) == 1:
        is_confirmed = _is_confirmed(passage, findings, finding)
        if number is None:
            pairs = _named(passage, known, meant[0], start, end, 2 if is_confirmed else 1)
        elif not is_confirmed:
            pairs = _figures(passage, known, meant[0], number, finding)
    nearest = min(pairs, key=lambda pair: _gap(pair[0], pair[1], start, end), default=None)
    if nearest is None or _gap(nearest[0], nearest[1], start, end) > BESIDE:
        return finding
    wrong = Judged([other for other in findings if other is not finding], (Status.CONTRADICTED,))
    if not wrong.is_free(passage, nearest[0], nearest[1]):
        return None if nearest[2] in (OF_ANOTHER, COUNT_OF_ANOTHER) else finding
    return _taking_in(passage, finding, start, end, *nearest)


def _is_confirmed(passage: Passage, findings: Sequence[Finding], finding: Finding) -> bool:
    """Whether another figure of the same draw is right in the sentence: the one that is wrong is then the slip."""
    figures = {(passage.start + one.start, passage.start + one.end) for one in passage.numbers}
    return any(
        other.status is Status.AGREES
        and other.part == finding.part
        and (other.start, other.end) in figures
        and other.rows == finding.rows
        for other in findings
    )


def _figures(
    passage: Passage, known: Sequence[Draw], meant: Draw, number: NumberMention, finding: Finding
) -> Iterator[Pair]:
    """Yield the times and types that may be wrong beside a figure that is held against the draw that they name."""
    is_cutoff = finding.expected == f"{meant.crs_cutoff:,}"
    if number.value < LEAST or not (is_cutoff or finding.expected == f"{meant.invitations:,}"):
        return
    having = [draw for draw in known if number.value == (draw.crs_cutoff if is_cutoff else draw.invitations)]
    for time in passage.dates:
        if time.may_hold(meant.date):
            yield from _of_another(
                time,
                meant,
                finding,
                (
                    draw
                    for draw in having
                    if draw.category == meant.category
                    and not time.may_hold(draw.date)
                    and abs(draw.date - meant.date) <= NEAR
                ),
            )
    for named in passage.categories:
        types = widened((named.slug,), known)
        if meant.category in types:
            yield from _of_another(
                named,
                meant,
                finding,
                (draw for draw in having if draw.category not in types and _is_then(passage, draw, meant)),
            )


def _of_another(
    mention: DateMention | CategoryMention, meant: Draw, finding: Finding, having: Iterable[Draw]
) -> Iterator[Pair]:
    nearest = min(having, key=lambda draw: abs(draw.date - meant.date), default=None)
    if nearest is not None:
        params = {"number": nearest.number, "date": written_day(nearest.date), "expected": finding.expected}
        yield mention.start, mention.end, OF_ANOTHER, params


def _is_then(passage: Passage, draw: Draw, meant: Draw) -> bool:
    """Whether a draw was held when the sentence says, or about when the one that it means was."""
    if passage.dates:
        return all(time.may_hold(draw.date) for time in passage.dates)
    return abs(draw.date - meant.date) <= NEAR_OF_TYPE


def _named(
    passage: Passage, known: Sequence[Draw], meant: Draw, start: int, end: int, least: int
) -> Iterator[Pair]:
    """Yield the figure by which a draw is known, or both, where the time or type beside it, held to be wrong, has another one."""
    figures = [one for one in passage.numbers if one.value in (meant.crs_cutoff, meant.invitations)]
    if not least <= len(figures) <= 2 or any(one.value < LEAST for one in figures):
        return
    times = [time for time in passage.dates if (time.start, time.end) == (start, end)]
    types = [named for named in passage.categories if (named.start, named.end) == (start, end)]
    of_type = widened((types[0].slug,), known) if types else frozenset()
    if any(
        (times and draw.category == meant.category and times[0].may_hold(draw.date))
        or (draw.category in of_type and _is_then(passage, draw, meant))
        for draw in known
    ):
        yield figures[0].start, figures[-1].end, "", {}


def _sums(
    passage: Passage, known: Sequence[Draw], meant: Sequence[Draw], number: NumberMention
) -> Iterator[Pair]:
    """Yield the times that may be wrong beside a sum that is held against the draws of theirs."""
    types = {draw.category for draw in meant}
    for period in passage.periods:
        span = period.spans[0]
        held = [draw for draw in known if draw.date in span]
        if not all(draw in held for draw in meant):
            continue
        is_all = len(held) == len(meant)
        for other, name in _alike(span, passage.day):
            total = sum(
                draw.invitations
                for draw in known
                if draw.date in other and (is_all or draw.category in types)
            )
            if total == number.value and other != span:
                params = {"other": name, "expected": f"{sum(draw.invitations for draw in meant):,}"}
                yield period.start, period.end, SUM_OF_ANOTHER, params


def _counts(
    passage: Passage, known: Sequence[Draw], number: NumberMention, finding: Finding
) -> Iterator[Pair]:
    """Yield the times that may be wrong beside a number of draws: those of another, which has a sum of the sentence, or the only ones."""
    types = widened(passage.slugs or passage.topic, known)
    part = passage.text.rfind(";", 0, number.start) + 1, passage.text.find(";", number.end)
    values = {
        one.value
        for one in passage.numbers
        if one.value >= LEAST and part[0] <= one.start and (part[1] < 0 or one.start < part[1])
    }
    for period in passage.periods:
        span = period.spans[0]
        for other, name in _alike(span, passage.day):
            held = [draw for draw in known if draw.date in other and other != span]
            of_types = [draw for draw in held if draw.category in types]
            for among in (of_types,) if passage.slugs else (held, of_types):
                told = sum(draw.invitations for draw in among) in values
                if len(among) == number.value and among and (told or finding.expected == "0"):
                    params = {"other": name, "expected": finding.expected}
                    yield period.start, period.end, COUNT_OF_ANOTHER, params


def _alike(span: Span, day: date) -> Iterator[tuple[Span, str]]:
    """Yield the years, or the months of a year and of the one before it, that a year or a month may stand for."""
    first = span.start
    if span == year_span(first.year) or (first.month == first.day == 1 and span.end >= day):
        for year in range(FIRST_YEAR, day.year + 1):
            yield year_span(year), str(year)
    elif span == month_span(first.year, first.month):
        for year in (first.year - 1, first.year):
            for month in range(1, 13):
                yield month_span(year, month), written_month(date(year, month, 1))


def _gap(first: int, last: int, start: int, end: int) -> int:
    return max(first - end, start - last, 0)


def _taking_in(
    passage: Passage,
    finding: Finding,
    start: int,
    end: int,
    first: int,
    last: int,
    message: str,
    params: Mapping[str, object],
) -> Finding:
    begin, finish = min(start, first), max(end, last)
    before, behind = passage.source[begin:start], passage.source[end:finish]
    return replace(
        finding,
        start=passage.start + begin,
        end=passage.start + finish,
        claim=passage.source[begin:finish],
        replacement=None if finding.replacement is None else before + finding.replacement + behind,
        live=None if finding.live is None else before + finding.live + behind,
        message=message or finding.message,
        params=params or finding.params,
    )
