"""Which draw is beyond the others of so many: "the largest of the three", "the lowest of the seven rounds of 2025". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.rules.common import amounts
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import count
from articles.facts.rules.common.readings import sets_of
from articles.facts.rules.common.speaking import PROVINCIAL, widened
from articles.references import gettext_noop

from .superlative_claims import Claim, claims_of
from .superlatives import chosen_of, is_ranked

RULE = "comparisons"

_NUMBER = "|".join((*amounts.WORDS[2:], "[2-9]", "[1-9][0-9]"))
_OF = compiled(
    rf"(?: (?:cut-?off|score|draw|round|one|number|by far))? of (?:all |the |its |their |these |those |this year's |the year's )*+(?:(?P<n>{_NUMBER})|them all|all|the lot|them)\b"
)
# What else is counted behind the number is no set of draws.
_ENDS = compiled(
    r" ?(?:[.,;:!)–—-]|$)| (?:so far|to date|in 20|of 20|this year|in the year|of the year|and|with|at)\b| (?:[\w-]+ ){0,2}?(?:draws|rounds|cut-?offs|scores)(?! (?:that|which|with|since|before|after|above|below|from|until))\b"
)
# It is said of what stands before: "it is the smallest of the three", and not "the smallest of the three was that of May".
_SAID = compiled(
    r"(?:\b(?:is|was|it's|that's|were|makes it|had|has|with|brought|set|marked|and|as|both)|,)(?: (?:also|only|again|thus|both|by far|still|then|now|so|easily|clearly))*+ (?:the |its |their )(?:very |single |equal )?$"
)
_COMMA = compiled(r"[,;:(]")
_LOOSE = hedged("one of|among|until|then")


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge what is said to be beyond the others of a number of draws."""
    if passage.is_question or PROVINCIAL.search(passage.text):
        return
    for claim, of in claims_of(passage.text, _OF):
        before = passage.text[max(0, claim.start - 40) : claim.start]
        if _SAID.search(before) and not _LOOSE.search(before) and _ENDS.match(passage.text, of.end()):
            # How many there are is another claim, which may be right.
            finish = of.start("n") - 1 if of["n"] else of.end()
            yield from _judged(passage, record, replace(claim, finish=finish), of)


def _judged(passage: Passage, record: Record, claim: Claim, of: re.Match[str]) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    chosen, clear = chosen_of(passage, record, claim)
    if not chosen:
        return
    number = count(of["n"]) if of["n"] else 0
    # "The lowest of the three, ten points above December's": that time is another's.
    own = [period for period in passage.periods if not _COMMA.search(passage.text, of.end(), period.start)]
    draw = chosen[0]
    of_type = [
        among
        for types in dict.fromkeys(
            (frozenset((draw.category,)), widened(passage.slugs, known), widened(passage.topic, known))
        )
        if types
        for among in sets_of(passage, known, types, own).all
    ]
    sure = _of_number(of_type, number, draw)
    spoken = list(dict.fromkeys((*passage.draws, *passage.before)))
    loose = [spoken, *([*chosen[:1], *spoken][:size] for size in range(2, len(spoken) + 2)), *passage.tables]
    loose += sets_of(passage, known, frozenset()).all
    sets = [*sure, *(among for one in chosen for among in _of_number((*of_type, *loose), number, one))]
    latest = [other for other in known if other.category == draw.category][-1:]
    for one in dict.fromkeys((*chosen, *latest)):
        if any(one in among and is_ranked(claim, one, among) for among in sets):
            yield _said(passage, claim, one, None)
            return
    told = [mention for mention in passage.dates if mention.end <= claim.start]
    # "The November figure is the lowest" is said of that month's draw, whichever was spoken of last.
    if clear and sure and (not told or any(mention.may_hold(draw.date) for mention in told)):
        yield _said(passage, claim, draw, _beyond(claim, draw, sure[0]))


def _of_number(sets: Sequence[Sequence[Draw]], number: int, draw: Draw) -> list[tuple[Draw, ...]]:
    """Return the sets with a draw that have so many draws (0: as many as they have), each once."""
    found = (tuple(dict.fromkeys(among)) for among in sets)
    return list(
        dict.fromkeys(
            among
            for among in found
            if len(among) > 1 and draw in among and len(among) == (number or len(among))
        )
    )


def _beyond(claim: Claim, draw: Draw, among: Sequence[Draw]) -> Draw:
    return max(among, key=lambda other: claim.sign * claim.figure(other))


def _said(passage: Passage, claim: Claim, draw: Draw, other: Draw | None) -> Finding:
    start, end = claim.start, claim.end
    if other is None:
        return passage.finding(
            RULE,
            Status.AGREES,
            start,
            end,
            gettext_noop("By the record, draw %(number)s is it."),
            rows=rows_of(draw),
            confidence=0.8,
            params={"number": draw.number},
        )
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        start,
        claim.finish,
        gettext_noop("By the record, draw %(number)s is not it."),
        expected=f"{claim.figure(other):,} ({other.date.isoformat()})",
        rows=rows_of(draw, other),
        confidence=0.8,
        params={"number": draw.number},
    )
