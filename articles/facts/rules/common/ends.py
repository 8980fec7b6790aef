"""Where the days end that a count or a sum is of: times of another clause, but one end of others, several in a row. Pure: no Django."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from articles.facts.model import Draw
from articles.facts.reading.mentions import DateMention, NumberMention
from draws.clock import RECORD_BEGINS, Span

from .patterns import compiled
from .period_forms import DATE, NUMBER_WORDS, YEAR
from .periods import Period
from .scopes import Scope, of_draws, scopes

# So few characters after a time its figure begins.
NEXT = 12
_COMPARED = compiled(
    r"\bfrom(?: (?:in|of|for|during|the|those|that)){0,3} $|\b(?:than|against|versus|vs\.?|compared (?:with|to)|as|unlike|after|before)(?: [0-9][0-9,]+)?(?: (?:in|of|for|during|at|by|the|those|that|this|same|whole|entire|half|twice|double|a third|a quarter|it was|there were|all|all of|an?|point|time|stage|date|day|end|(?:draws|rounds|invitations) (?:of|in))){0,4} $"
)
# "Eleven, up from eight in 2023": the time is that of the eight.
_FROM_NUMBER = compiled(
    rf"\b(?:from|than|against|versus|after|compared (?:with|to)|not|instead of) (?:only |just |the |a mere )?(?:[0-9][0-9,]*|{NUMBER_WORDS})(?: (?:draws|rounds|invitations|of them))? (?:in|during|of|for|over) (?:the |all |all of |the whole of )?$"
)
# "It had nine rounds, whereas May had one": a time behind such a word is of something else.
_OTHER_CLAUSE = compiled(r";| whereas | while | but |, so (?!far\b)")
# Times that have both their ends.
_BOTH = frozenset(("span", "daymonth", "monthday", "months", "monthparts", "monthtoday", "years"))
_FROM = compiled(r"\b(?:from|since|between)(?: [\w'-]+){0,4} $")
_UNTIL = compiled(
    r"(?: (?:last|this|that) year)? ?(?:,|[-–—])? ?(?:to|till|until|through|up to|and) (?!then\b)"
)


def is_of_another(text: str, end: int, period: Period) -> bool:
    """Whether a period behind a claim that ends at `end` stands in another clause, or is what the claim is compared with."""
    if period.start < end:
        return False
    before = text[max(end, period.start - 40) : period.start]
    compared = _COMPARED.search(before) is not None and not before.rstrip().endswith("from")
    if _FROM_NUMBER.search(text, end, period.start):
        return True
    since = period.form.startswith("since") and text[end : period.start].endswith(", and ")
    return since or compared or _OTHER_CLAUSE.search(text, end, period.start) is not None


def is_one_of_two(text: str, period: Period) -> bool:
    """Whether a period is one end of a stretch whose other end is not understood: "from some day last year till now"."""
    if period.form in _BOTH:
        return False
    before = text[max(0, period.start - 40) : period.start]
    return _FROM.search(before) is not None and _UNTIL.match(text, period.end) is not None


def without_next(
    text: str, end: int, periods: Sequence[Period], later: Sequence[NumberMention]
) -> list[Period]:
    """Leave out the periods that go with one of the figures behind a claim that ends at `end`: "July had eight rounds, the year 42"."""
    return [
        period
        for period in periods
        if not any(number.end <= period.start for number in later)
        and not (
            period.start >= end
            and "," in text[end : period.start]
            and any(0 < number.start - period.end <= NEXT for number in later)
        )
    ]


# "By 30 June 2025 it had held 23 rounds", "before 2023 there had been seven"; "after the draw of 4 October the count was 23".
_UP_TO = compiled(
    rf"\b(?:(?:by|up to|until|till|to|through|as of|with|(?P<before>before)|(?P<after>after|following)) (?:and including )?(?:the (?:draw|round) (?:of|on) |that of )?(?P<a>{DATE})|(?:before|prior to) (?P<y>{YEAR}))(?![-\w])(?!,? (?:list|version))"
)
_HELD = compiled(r"\b(?:draws|rounds)\b")
# What stands so behind a day is all that there was until then.
_STANDS = compiled(
    r"\b(?:counts?|tally|totals?|sum|tot(?:al)?led|stood at|stands at|reached|came to|amounted to|had been|had (?:already )?(?:held|issued|invited|seen|had)|so far)\b"
)


def up_to(
    text: str, draws: Sequence[Draw], named: Sequence[DateMention], day: date, chosen: frozenset[str]
) -> Iterator[Scope]:
    """Yield the draws of some types, or of all, up to a day that a text names, of its year and of all before."""
    match = _UP_TO.search(text)
    if match is None or not (_STANDS.search(text) or (_HELD.search(text) and not match["after"])):
        return
    if match["y"]:
        last = date(int(match["y"]), 1, 1)
    elif mention := next(
        (one for one in named if one.is_day and one.start < match.end("a") <= one.end), None
    ):
        last = mention.first
    else:
        return
    end = last - timedelta(days=bool(match["before"] or match["y"]))
    for first in (RECORD_BEGINS,) if match["y"] else (date(end.year, 1, 1), RECORD_BEGINS):
        yield from scopes(draws, (Span(first, end),), chosen, day)


_AND = compiled(r" ?(?:,|and|, and|&|plus|or) ?(?:in |of )?")


_HAS = compiled(r" (?:had|saw|brought|gave|came|has)\b")


def are_joined(text: str, periods: Sequence[Period]) -> bool:
    """Whether times are told in a row: "in 2020 and 2021"."""
    pairs = zip(periods, periods[1:], strict=False)
    if len(periods) > 1 and _HAS.match(text, periods[-1].end):
        # "After two rounds in May, June had one".
        return "and" in text[periods[-2].end : periods[-1].start]
    return len(periods) > 1 and all(_AND.fullmatch(text, one.end, other.start) for one, other in pairs)


def joined(
    text: str, draws: Sequence[Draw], periods: Sequence[Period], chosen: frozenset[str]
) -> Iterator[Scope]:
    """Yield the draws of some types, or of all, of times told in a row: "in 2020 and 2021", "in May, June and July"."""
    if are_joined(text, periods):
        spans = [period.spans[0] for period in periods]
        yield of_draws(
            draw
            for draw in draws
            if any(draw.date in span for span in spans) and (not chosen or draw.category in chosen)
        )
