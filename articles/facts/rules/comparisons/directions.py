"""Comparisons without a number: "lower than in the draw of 27 June", "a third larger than the last". Pure: no Django."""

import re
from collections.abc import Iterator

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import ranks
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.sums import compared_times
from articles.references import gettext_noop

from .subjects import pairs

RULE = "comparisons"

_THAN = compiled(
    r"\b(?:(?P<word>lower|higher|smaller|larger|bigger)|(?P<many>more|fewer) (?:invitations|people|candidates)) than (?=(?:that |the one |the \w+ ?)?(?:in|of|on|at|for|the) )"
)
_FRACTION = compiled(
    r"\b(?P<part>(?:a|one)[ -](?:half|third|quarter|fifth|tenth)|half) (?P<word>larger|smaller|bigger|more|fewer)\b"
)
# "That is more than the 14,445 of the general rounds": which of two stated figures is the greater.
_THAN_FIGURE = compiled(
    r"\b(?P<word>more|less|fewer|higher|lower|larger|smaller|greater)(?: invitations| candidates| people)? than (?P<whose>[^0-9.;:]{0,80}?)[(]?$"
)
# "Slightly more invitations than in the first half of 2025": sums of two times.
_THAN_TIME = compiled(
    r"\b(?P<word>more|fewer|less)(?: (?P<noun>invitations|itas|people|candidates))? than (?:(?:in|during|for|that of|those of) )"
)
_SUMMED = compiled(r"\b(?:invitations|itas|total|comes to|came to|invited)\b")
_OTHERS = compiled(r"\b(?:draws|rounds|points?|cut-?offs?|occupations|codes|average|mean|per draw)\b")
_PARTS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
_SIZES = frozenset(("smaller", "larger", "bigger", "more", "fewer"))
_DOWN = frozenset(("lower", "smaller", "fewer", "less"))
_LOOSE = hedged("no|much|often|usually|any|each|every|almost|nearly|most|some|than any")
# A fraction may be said of what is so many points of percentage from it.
NEAR = 6.0


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge which of two figures is said to be the greater, and by which fraction."""
    for match in _THAN.finditer(passage.text):
        of_times = match["many"] and compared_times.times(passage)
        if not of_times and not _LOOSE.search(passage.text, max(0, match.start() - 30), match.end()):
            group = "word" if match["word"] else "many"
            yield from _direction(passage, record, match.start(), match.end(group), match[group])
    for match in _THAN_TIME.finditer(passage.text):
        if not _LOOSE.search(passage.text, max(0, match.start() - 30), match.end()):
            yield from _of_times(passage, record, match)
    for number in passage.numbers:
        if number.role in (Role.INVITATIONS, Role.CUTOFF) or (
            number.role in (Role.UNKNOWN, Role.POINTS) and number.value > MOST_SCORE
        ):
            yield from _of_figures(passage, number)
    for match in _FRACTION.finditer(passage.text):
        yield from _fraction(
            passage, record, match.start(), match.end("word"), match["part"].split()[-1], match["word"]
        )


def _of_times(passage: Passage, record: Record, match: re.Match[str]) -> Iterator[Finding]:
    """Judge whether one time is said to have had more invitations than another, by no stated difference."""
    text = passage.text
    begin, _end = clause(text, match.start())
    sized = match["noun"] or _SUMMED.search(text, begin, match.start())
    if not sized or _OTHERS.search(text, begin, match.end()):
        return
    apart = compared_times.apart(passage, record)
    sign = -1 if match["word"] in _DOWN else 1
    if apart and all(sign * one < 0 for one in apart.signed):
        yield passage.finding(
            RULE,
            Status.CONTRADICTED,
            match.start("word"),
            match.end("word"),
            gettext_noop("By the record there were %(difference)s %(way)s."),
            expected="more" if sign < 0 else "fewer",
            confidence=0.75,
            params={"difference": f"{apart.invitations:,}", "way": "more" if sign < 0 else "fewer"},
        )


def _of_figures(passage: Passage, number: NumberMention) -> Iterator[Finding]:
    """Judge which of two stated figures is said to be the greater: the one before "more than", else the last one of the sentence before."""
    match = _THAN_FIGURE.search(passage.text, max(0, number.start - 110), number.start)
    if match is None or _LOOSE.search(passage.text, max(0, match.start() - 30), match.end()):
        return
    own = [one for one in passage.numbers if one.end <= match.start()]
    left = [one for one in own or passage.told if _is_alike(one, number)]
    if (
        not left
        or _FRACTION_OF.search(match["whose"])
        or (match["whose"].strip() not in _ARTICLES and not _IS.search(passage.text, 0, match.start()))
        or own
        and left[-1].end < match.start() - 90
        or not _LINK.search(passage.text, 0, match.start())
    ):
        return
    sign = -1 if match["word"] in _DOWN else 1
    if sign * (left[-1].value - number.value) < 0:
        yield passage.finding(
            RULE,
            Status.CONTRADICTED,
            match.start("word"),
            match.end("word"),
            gettext_noop("%(one)s and %(other)s stand beside each other."),
            expected="more" if sign < 0 else "less",
            confidence=0.8,
            params={"one": f"{left[-1].value:,.0f}", "other": f"{number.value:,.0f}"},
        )


LEAST = 50
MOST_SCORE = 1200
_FRACTION_OF = compiled(r"\b(?:half|twice|double|times|thirds?|quarters?|fifths?|tenths?)\b")
_ARTICLES = frozenset(("", "the", "all the", "those", "its", "all"))
_IS = compiled(
    r"\b(?:is|was|are|were)(?: (?:still|much|far|a good deal|slightly|rather|even|well|considerably|a little|clearly))*+ $"
)


def _is_alike(one: NumberMention, number: NumberMention) -> bool:
    """Whether two numbers are of one kind: two cut-offs, two sizes or sums."""
    if one.role is number.role is not Role.UNKNOWN and one.role is not Role.POINTS:
        return one.value > LEAST
    return (
        one.value > MOST_SCORE
        and number.value > MOST_SCORE
        and one.role
        in (
            Role.INVITATIONS,
            Role.UNKNOWN,
            Role.POINTS,
        )
    )


_LINK = compiled(
    r"(?:\b(?:that|this|which|it|they) (?:is|was|are|were)|,(?: is| was)?)(?: (?:still|much|far|a good deal|slightly|rather|even|well|considerably|a little|clearly))*+ $"
)


def _direction(passage: Passage, record: Record, start: int, end: int, word: str) -> Iterator[Finding]:
    found = pairs(passage, record, start, end)
    figure = ranks.invitations if word in _SIZES else ranks.cutoff
    sign = -1 if word in _DOWN else 1
    if any(sign * (figure(new) - figure(old)) > 0 for new, old in found.all):
        return
    if found.clear and found.told:
        new, old = found.all[0]
        yield said(passage, start, end, new, old, figure)


def _fraction(
    passage: Passage, record: Record, start: int, end: int, part: str, word: str
) -> Iterator[Finding]:
    share = _PARTS[part] * (-1 if word in _DOWN else 1)
    found = pairs(passage, record, start, end)
    if any(abs(ranks.percent(new.invitations, old.invitations) - share) <= NEAR for new, old in found.all):
        return
    if found.clear and found.told:
        new, old = found.all[0]
        yield said(passage, start, end, new, old, ranks.invitations)


def said(
    passage: Passage,
    start: int,
    end: int,
    new: Draw,
    old: Draw,
    figure: ranks.Figure,
    status: Status = Status.CONTRADICTED,
) -> Finding:
    """Say what the figures of two draws are that are set beside each other."""
    wrong = status is Status.CONTRADICTED
    return passage.finding(
        RULE,
        status,
        start,
        end,
        gettext_noop("Draw %(new)s had %(new_figure)s and draw %(old)s had %(old_figure)s."),
        expected=f"{figure(new):,} / {figure(old):,}" if wrong else "",
        rows=rows_of(new, old),
        confidence=0.75 if wrong else 0.7,
        params={
            "new": new.number,
            "new_figure": f"{figure(new):,}",
            "old": old.number,
            "old_figure": f"{figure(old):,}",
        },
    )
