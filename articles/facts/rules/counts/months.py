"""Which month had the most or the least: "July was the busiest month", "May the weakest". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import MONTH, MONTHS
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.speaking import widened
from articles.references import gettext_noop
from draws.clock import Span, month_span, year_span

RULE = "comparisons"

_MOST = r"strongest|busiest|best|liveliest|richest|fullest|most generous"
_LEAST = r"weakest|quietest|slowest|leanest|poorest|thinnest|worst|calmest|emptiest"
# Sizes are said of months where "month" follows.
_SIZED_MOST, _SIZED_LEAST = r"biggest|largest|heaviest", r"smallest|lightest"
_RANK = r"(?:(?P<rank>second|third)[- ])?"
_WHICH = rf"{_RANK}(?:(?P<most>{_MOST}|(?:{_SIZED_MOST})(?= months?\b))|(?P<least>{_LEAST}|(?:{_SIZED_LEAST})(?= months?\b)))"
_IS = r"(?:was|is|has been|remains|had been|remained)"
# "March was the strongest month by invitations, June the weakest".
_BEFORE = compiled(
    rf"\b(?P<month>{MONTH})(?: 20[0-9]{{2}})?(?: (?:as a whole|in all|overall|alone))?(?P<aside>,? (?:with|at) [^;:.]{{1,50}}?)?,? (?:{_IS} )?(?:by far |again |also |easily |so far )?the {_WHICH}\b(?! (?:week|day|year|quarter|{_IS} {MONTH}\b))"
)
_BEHIND = compiled(
    rf"\b(?:the|its|their) {_WHICH}(?: month)?(?: by (?:rounds|draws|invitations))?(?: (?:of|for|in) (?:the|that|this) (?:year|half|quarter|half-year)| so far)?,? (?:{_IS}|came in)(?: again)? (?P<month>{MONTH})\b"
)
# "19,522 invitations, the busiest month of 2025": the month is the one that had so many.
_APPOSED = compiled(
    rf"(?:[,;:–—-]|\b(?:is|was|makes it|made it)) (?:by far |thus |again )?the {_WHICH} month\b(?! (?:since|was|is|has|had|came)\b)"
)
_ASKED = compiled(
    rf"\bwhich month (?:[\w-]+ )?(?:the )?(?:most|fewest|least)\b|\bwhich (?:month )?(?:was|is) the {_WHICH}"
)
_ANSWER = compiled(rf"\W*(?:in |it was )?(?P<month>{MONTH})\b")
_BY_ROUNDS = compiled(r"\bby (?:number of )?(?:rounds|draws)\b")
_BY_INVITATIONS = compiled(r"\b(?:by|in|with) (?:number of )?invitations\b")
_LOOSE = hedged("usually|often|traditionally|perhaps")
RANKS = ("", "second", "third")
# A time shorter than this holds no two months, and a longer one is no time whose months are set in order.
SHORTEST, LONGEST = 45, 367
NEW_YEAR = 2
# A sum of a month stands so far behind its name at most, and is no smaller.
BESIDE, LEAST = 30, 200


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge which month is said to have had the most or the least."""
    if passage.is_question or _LOOSE.search(passage.text):
        return
    for pattern in (_BEFORE, _BEHIND):
        for match in pattern.finditer(passage.text):
            yield from _judged(passage, record, match, match["month"])
    if (asked := _ASKED.search(passage.text_before)) and (answer := _ANSWER.match(passage.text)):
        # "Which month invited most? October": the words for it are those of the question.
        is_least = asked["least"] or asked[0].endswith(("fewest", "least"))
        measure = "invitations" if "invit" in asked.string else "draws"
        words = f"{passage.text[: answer.end()]} was the {'quietest' if is_least else 'busiest'} by {measure}"
        if told := _BEFORE.search(words):
            yield from _judged(passage, record, told, told["month"])
    for match in _APPOSED.finditer(passage.text):
        if month := _of_sum(passage, record):
            yield from _judged(passage, record, match, month)


def _of_sum(passage: Passage, record: Record) -> str:
    """Return the month of the two years before the article which had as many invitations as a sentence states."""
    told = {number.value for number in passage.numbers if number.value >= LEAST}
    found = [
        name
        for year in (passage.day.year, passage.day.year - 1)
        for month, name in enumerate(MONTHS, 1)
        if sum(draw.invitations for draw in record.draws if draw.date in month_span(year, month)) in told
    ]
    return found[0] if len(found) == 1 else ""


def _judged(passage: Passage, record: Record, match: re.Match[str], name: str) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    month = next(place for place, one in enumerate(MONTHS, 1) if one.startswith(name[:3]))
    best: list[Span] = []
    for types in _types(passage, known):
        for span in _spans(passage, match):
            for months in _months(span, passage):
                of_type = [draw for draw in known if not types or draw.category in types]
                held = [[draw for draw in of_type if draw.date in one] for one in months]
                if len(months) < 2 or not any(held):
                    continue
                for sizes in _measures(passage, held, match):
                    place = RANKS.index(match["rank"]) if match["rank"] else 0
                    ordered = sorted(sizes, reverse=match["most"] is not None)
                    if place >= len(ordered):
                        continue
                    extreme = [one for one, size in zip(months, sizes, strict=True) if size == ordered[place]]
                    best += extreme if len(extreme) == 1 else []
                    if any(one.start.month == month for one in extreme):
                        return
    if best:
        told = {number.value for number in passage.numbers if number.value >= LEAST}
        best.sort(key=lambda one: sum(draw.invitations for draw in known if draw.date in one) not in told)
        is_named = "month" in match.groupdict()
        start, end = match.span("month") if is_named else match.span("most" if match["most"] else "least")
        # Which of the two is wrong, the month or what it is called, the figure beside the month may tell.
        if match.groupdict().get("aside") or match["rank"]:
            end = match.end()
        if not is_named and match["rank"]:
            start = match.start("rank")
        inside = [draw for draw in known if draw.date in best[0]]
        expected = MONTHS[best[0].start.month - 1].title()
        yield passage.finding(
            RULE,
            Status.CONTRADICTED,
            start,
            end,
            gettext_noop("By the record, it was %(month)s."),
            expected=expected,
            replacement=expected if is_named and (start, end) == match.span("month") else None,
            rows=rows_of(*inside[:12]),
            confidence=0.75,
            params={"month": expected},
        )
        total = sum(draw.invitations for draw in inside)
        for number in passage.numbers:
            if is_named and number.value == total and 0 <= number.start - match.end() <= BESIDE:
                # "The quietest was May, with 1,246": the figure is that of the month which is meant, and right.
                yield passage.finding(
                    RULE,
                    Status.AGREES,
                    number.start,
                    number.end,
                    gettext_noop("The record has %(total)s invitations in %(month)s."),
                    confidence=0.75,
                    params={"month": expected, "total": f"{total:,}"},
                )


def _measures(passage: Passage, held: Sequence[Sequence[Draw]], match: re.Match[str]) -> Iterator[list[int]]:
    """Yield the invitations and the numbers of draws of months, as far as the words leave it open which is meant; the invitations alone
    where those of a month stand beside."""
    if not _BY_ROUNDS.search(match.string):
        sums = [sum(draw.invitations for draw in draws) for draws in held]
        yield sums
        beside = {
            number.value
            for number in passage.numbers
            if match.start() <= number.start <= match.end() + BESIDE and number.value >= LEAST
        }
        if beside & set(sums):
            return
    if not _BY_INVITATIONS.search(match.string):
        yield [len(draws) for draws in held]


def _types(passage: Passage, known: Sequence[Draw]) -> list[frozenset[str]]:
    spoken = (passage.slugs, passage.topic, *((slug,) for slug in (*passage.slugs, *passage.topic)))
    types = [widened(slugs, known) for slugs in spoken if slugs]
    return list(dict.fromkeys((*types, frozenset[str]())))


def _spans(passage: Passage, match: re.Match[str]) -> Iterator[Span]:
    """Yield the times whose months may be meant: of the sentence, of what stands around it, the year."""
    asked = passage.asked.periods if passage.asked is not None else []
    periods: Sequence[Period] = (*passage.periods, *asked, *passage.context, *passage.earlier[::-1])
    spans = [span for period in periods for span in period.spans]
    years = [passage.day.year, *passage.years, *(span.start.year for span in spans)]
    if not spans or passage.day.month <= NEW_YEAR:
        # Where times are told, the year before is not meant when it is long over.
        years.append(passage.day.year - 1)
    spans += [year_span(year) for year in dict.fromkeys(years)]
    fitting = [span for span in spans if SHORTEST < (span.end - span.start).days < LONGEST]
    yield from dict.fromkeys(fitting)


def _months(span: Span, passage: Passage) -> Iterator[list[Span]]:
    """Yield the months of a time up to the article's day, with and without the one that is not over."""
    end = min(span.end, passage.day)
    months = [
        month_span(year, month)
        for year in range(span.start.year, end.year + 1)
        for month in range(1, 13)
        if span.start.replace(day=1) <= month_span(year, month).start <= end
    ]
    yield months
    if months and months[-1].end > passage.day:
        yield months[:-1]
