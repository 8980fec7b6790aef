"""Percentages and multiples: "up 20 per cent", "three times as many", "46 per cent of the week's invitations". Pure: no Django."""

import re
from collections.abc import Callable, Iterator

from articles.facts.model import Finding, Record, Status
from articles.facts.reading.mentions import Mention, NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.speaking import POLL
from articles.references import gettext_noop

from . import named_ratios, ratios
from .ratios import Ratio
from .subjects import Pairs, pairs

RULE = "comparisons"

_CHANGES = compiled(
    r"\b(?:up|down|rose|fell|risen|fallen|increas\w+|decreas\w+|drop\w*|jump\w*|grew|grown|growth|more|fewer|less|larger|smaller|bigger|higher|lower|rise|fall|cut|declin\w+|gain\w*|shrank|shrunk|climb\w*|reduc\w+|surg\w+|slump\w*|plus|minus|lost|loses|losing|shed|sank|swell\w*|swelled|expand\w*|exceed\w*|topp?(?:s|ed)|above|below|beneath)\b"
)
# What a share is taken of, or how it is given.
_OF_WHOLE = compiled(
    r" ?(?:%|per ?cent|percent)? of (?:all |the |its |their |this |that |last |these |those |every |what |our )*+(?:[\w,'-]+ ){0,5}?(?:invitations?|itas?|total|candidates|them|these|those|number|figure|sum|year|week|month|quarter|rounds?|draws?|everything|[0-9][0-9,]{2,})\b"
    r"| ?(?:%|per ?cent|percent)? of (?:that|this)(?= ?[.,;:)]|$)"
    r"| ?(?:%|per ?cent|percent)? (?:of (?:them|these|those|it|the (?:total|lot|whole))|(?:were|was|went|go|goes|are) (?:for|to|in|from))\b"
    r"| ?(?:%|per ?cent|percent)?, (?:were|was|went|go|goes|are) (?:for|to|in|from)\b"
)
SIZES = compiled(
    r"\b(?:invitations?|itas?|candidates|invited|larger|smaller|bigger|size|sizes|draws?|rounds?|issued|total|number|category|categories|many|fewer|people)\b"
)
NOT_DRAWS = compiled(
    r"\b(?:pool|profiles?|fees?|cost|applications?|applicants|approv\w+|refus\w+|processing|lists?|occupations?|population|immigrants|invited already|already live|live in|approved|admissions?|residents|apply|applied|accepted|declined?|targets?|levels? plan|women|jobs?|experience|work|hours|months of|chance|odds|speaks?|members|provinces|ielts|tef)\b"
)
# These beside it make it one of points; farther off they tell of another figure: "four times as many, and the cut-off rose".
_OF_POINTS = compiled(r"\b(?:points?|cut-?offs?|scores?|crs|bar|threshold|hurdle|line|mark)\b")
_PART = compiled(r", | and |\(")
# "The cut-off was 198, less than half of what was asked before": what stands in apposition is of the figure before it.
_APPOSED = compiled(
    r"(?: points)?(?:,| [\u2013\u2014-]|:)? (?:(?:or|that is|which is|which was|only|just|barely|about|almost|nearly|not quite|not even|roughly|some|well|far|a little|less than|more than|over|under|exactly)(?: |$))*"
)
_OF_NUMBER = compiled(r"\b(?:many|number|size|invitations|itas|people|large|big|larger|bigger|smaller)\b")
_BEHIND = 12
# Larger numbers are no scores.
_MOST_POINTS = 1200
_NUMBERS = {word: number for number, word in enumerate(amounts.WORDS) if number > 1}
_MULTIPLE = compiled(
    rf"\b(?P<n>[0-9]{{1,2}}(?:\.[0-9]+)?|{'|'.join(_NUMBERS)})(?P<half>[- ]and[- ]a[- ]half)? times (?=as|the|that|those|what|larger|bigger|more|smaller|fewer|less|its|their|[0-9]|over\b)(?:as (?:many|large|big|much)|the (?:number|size|invitations|total|figure)|larger|bigger|more|(?P<less>smaller|fewer|less)|what|that)?"
    r"|\b(?P<twice>twice)(?= (?:as (?:many|large|big|much)|the|that|what|those|its|[0-9]))(?: as (?:many|large|big|much)| the (?:number|size|total|figure))?"
    r"|\b(?P<doubled>doubled|doubling|doubles|double)(?! digit|-| check)\b|\b(?P<tripled>tripled|trebled|triples|triple|treble|threefold)\b|\b(?P<fourfold>quadrupled|quadruple|fourfold)\b|\b(?P<fivefold>fivefold)\b"
    r"|\b(?P<halved>halved|halving|half (?:as (?:many|large|big|much)|the (?:size|number|total|figure|invitations)|that|of what))\b"
    r"|\b(?P<third>a third|one[- ]third) (?:as (?:many|large|big|much)|the (?:size|number|total)|of (?:that|what|the (?:size|number|figure)))"
    r"|\b(?P<thirds>two[- ]thirds) (?:as (?:many|large|big|much)|the (?:size|number|total)|of (?:that|what))"
    r"|\b(?P<quarters>three[- ]quarters) (?:as (?:many|large|big|much)|the (?:size|number|total)|of (?:that|what))"
    r"|\b(?P<quarter>a quarter|one[- ]quarter) (?:as (?:many|large|big|much)|the (?:size|number|total)|of (?:that|what|the (?:size|number|figure)))"
)
_FACTORS = {
    "twice": 2.0,
    "doubled": 2.0,
    "tripled": 3.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "halved": 0.5,
    "third": 1 / 3,
    "thirds": 2 / 3,
    "quarters": 0.75,
    "quarter": 0.25,
}
LOOSE = hedged(r"no|should|promis\w*|plan\w*")


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the percentages and multiples of a sentence."""
    text = passage.text
    if POLL.search(text):
        return
    for number in passage.numbers:
        if number.role is Role.PERCENT and number.value > 0:
            yield from _percent(passage, record, number)
    for match in _MULTIPLE.finditer(text):
        begin, end = clause(text, match.start())
        loose = is_of_others(passage, *match.span()) or LOOSE.search(text, begin, match.start())
        if not loose and SIZES.search(text):
            yield from _multiple(passage, record, match)


def is_of_others(passage: Passage, start: int, end: int) -> bool:
    """Whether the words around a percentage or a multiple say that it is of something else than sizes of draws."""
    text = without_types(passage)
    begin, finish = clause(text, start)
    if NOT_DRAWS.search(text, begin, finish) or _is_of_score(passage, start, end):
        return True
    before = [part.end() for part in _PART.finditer(text, begin, start)]
    behind = _PART.search(text, end, finish)
    return (
        _OF_POINTS.search(text, before[-1] if before else begin, behind.start() if behind else finish)
        is not None
    )


def _is_of_score(passage: Passage, start: int, end: int) -> bool:
    """Whether start:end is said of the score right before it, and not of "the number" or how "many" there were."""
    if _OF_NUMBER.search(passage.text, start, end + _BEHIND):
        return False
    before = [number for number in passage.numbers if number.end <= start][-1:]
    return any(
        _APPOSED.fullmatch(passage.text, number.end, start) is not None
        and number.value <= _MOST_POINTS
        and (
            number.role in (Role.CUTOFF, Role.POINTS)
            or (
                number.role is Role.UNKNOWN
                and _OF_POINTS.search(passage.text, clause(passage.text, number.start)[0], number.start)
                is not None
            )
        )
        for number in before
    )


def without_types(passage: Passage) -> str:
    """Return the words of a sentence with the types blanked out: the Canadian Experience Class speaks of no experience."""
    text = passage.text
    for mention in passage.categories:
        text = text[: mention.start] + "_" * (mention.end - mention.start) + text[mention.end :]
    return text


def _factor(match: re.Match[str]) -> float:
    if words := match["n"]:
        factor = float(_NUMBERS.get(words) or float(words)) + (0.5 if match["half"] else 0)
        return 1 / factor if match["less"] else factor
    return _FACTORS[match.lastgroup or ""]


def _percent(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    """Judge a share of a whole, or by how much a figure grew or shrank."""
    text = passage.text
    begin, end = clause(text, number.start)
    if is_of_others(passage, number.start, number.end) or LOOSE.search(text, begin, number.start):
        return
    told = any(mention.end <= number.start for mention in passage.categories)
    if not told and _SHARE_MOVES.search(text, begin, number.start):
        # Of which type the share is was said before.
        return
    hedge = amounts.hedge(text, number.start, number.end)
    claimed = number.value
    is_share = bool(_OF_WHOLE.match(text, number.end))
    sized = SIZES.search(text) or ratios.of_stated(passage) or _goes_on(passage)
    if not is_share and not (_CHANGES.search(text, begin, end) and sized):
        is_share = bool(passage.slugs) and bool(SIZES.search(text))
        if not is_share:
            return

    def share(ratio: float) -> bool:
        return amounts.share_fits(claimed, ratio * 100, hedge)

    def change(ratio: float) -> bool:
        return amounts.share_fits(claimed, abs(ratio - 1) * 100, hedge)

    found = pairs(passage, record, number.start, max(number.end, number.noun))
    place = (number.start, number.end)
    written: Callable[[Ratio], str] = _share if is_share else _change
    yield from _judged(passage, record, found, place, share if is_share else change, written, is_share)


_SHARE_MOVES = compiled(
    r"\b(?:proportion|share|percentage|portion|quota)(?: [\w-]+){0,3} (?:falls?|fell|drops?|dropped|rises?|rose|grows?|grew|climbs?|climbed|shrinks?|shrank|comes|came|goes|went)(?: (?:back|down|up))? to (?:only |just |about )?$"
)


def _goes_on(passage: Passage) -> bool:
    """Whether what grew or shrank can be but the size that was told last: "8,000 people were invited. That is an increase of 60 per cent"."""
    return bool(passage.told and passage.told[-1].role is Role.INVITATIONS)


def _multiple(passage: Passage, record: Record, match: re.Match[str]) -> Iterator[Finding]:
    start, end = match.span()
    if _FRAGMENT.match(passage.text):
        return
    if _WHAT.search(passage.text, start, end + _BEHIND) and not _is_known(passage, end):
        return
    hedge = amounts.hedge(passage.text, start, end)
    if _NEAR.match(passage.text, end):
        hedge = amounts.Hedge.ABOUT
    factor = _factor(match)

    if named := named_ratios.find(passage, record, start, end):
        if not any(ratios.is_times(factor, one.value, hedge) for one in named):
            yield _said(passage, (start, end), named[0], _times)
        return
    found = pairs(passage, record, start, end)

    def fits(ratio: float) -> bool:
        return ratios.is_times(factor, ratio, hedge)

    stated = any(number.role is Role.INVITATIONS for number in passage.told) or any(
        number.role in (Role.INVITATIONS, Role.UNKNOWN) and number.value >= ratios.LEAST
        for number in passage.numbers
    )
    if found.told or stated or not any(draw in passage.places for draw in passage.draws):
        yield from _judged(passage, record, found, (start, end), fits, _times, False)


def _is_known(passage: Passage, place: int) -> bool:
    """Whether what stands behind a place can be found in the record: it has a figure, a time, a type, or speaks of draws."""
    told: list[Mention | Period] = [*passage.numbers, *passage.dates, *passage.categories, *passage.periods]
    return any(one.start >= place for one in told) or SIZES.search(passage.text, place) is not None


# "Twice what the deceased managed".
_WHAT = compiled(r" (?:what|that of|those of)\b")
# "More than twice as many as the year before." leaves out of what it is said.
_FRAGMENT = compiled(
    r"^\W*(?:more|fewer|less|almost|nearly|over|just|about|roughly|exactly)\b(?! (?:\w+ ){0,3}(?:people|invitations|candidates)\b)"
)
_NEAR = compiled(r"[ \w]{0,12},? (?:near enough|or so|give or take|roughly|or thereabouts|more or less)\b")


def _judged(
    passage: Passage,
    record: Record,
    found: Pairs,
    place: tuple[int, int],
    fits: Callable[[float], bool],
    written: Callable[[Ratio], str],
    is_share: bool,
) -> Iterator[Finding]:
    told = [] if is_share else ratios.of_stated(passage)
    likely = told or list(
        ratios.of_shares(passage, record, place[1]) if is_share else ratios.of_changes(passage, record, found)
    )
    if told and not any(fits(ratio.value) for ratio in told):
        # Of two sums that are told beside each other one may be wrong itself.
        likely += ratios.of_times(passage, record, told)
    if likely and not any(fits(ratio.value) for ratio in likely):
        yield _said(passage, place, likely[0], written)


def _share(ratio: Ratio) -> str:
    return f"{ratio.value * 100:.0f}"


def _change(ratio: Ratio) -> str:
    return f"{abs(ratio.value - 1) * 100:.0f}"


def _times(ratio: Ratio) -> str:
    return f"{ratio.value:.2g} times"


def _said(passage: Passage, place: tuple[int, int], ratio: Ratio, written: Callable[[Ratio], str]) -> Finding:
    start, end = place
    expected = written(ratio)
    is_number = passage.source[start:end].isdigit() and expected.isdigit()
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        start,
        end,
        gettext_noop("By the record it is %(part)s against %(whole)s invitations."),
        expected=expected,
        replacement=expected if is_number else None,
        rows=rows_of(*passage.draws[:2]),
        confidence=0.75,
        params={"part": f"{ratio.part:,.0f}", "whole": f"{ratio.whole:,.0f}"},
    )
