"""What is beyond every draw of a time: "lower than in any draw of 2023 or 2024", "higher than all rounds before it". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.rules.common import ranks
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.speaking import PROVINCIAL, VAGUE, widened
from articles.references import gettext_noop
from draws.clock import Span

from .subjects import subjects

RULE = "comparisons"

_DRAWS = r"(?: (?:other|single|previous|earlier))?(?: (?!draw|round|cut-?off|score|month|year|week|quarter)[\w-]+){0,3} (?:draws?|rounds?|cut-?offs?|scores?)\b"
_THAN = compiled(
    r"\b(?:(?P<word>lower|higher|larger|bigger|smaller|greater)|(?P<many>more|fewer)(?: invitations| people| candidates)?)"
    rf" than (?:(?:in|at|for|with|that of|those of|it was in|the (?:cut-?off|score|size) of) )?(?:any|every|all)(?: of)?(?: the| its)?(?P<whose>{_DRAWS})"
)
_SCORES = compiled(r"\b(?:cut-?offs?|scores?|points|crs|threshold|mark|bar)\b")
_SIZES = compiled(r"\b(?:number|size|invitations)\b")
# What is added up, or said of some of them, is another claim; so is what is so since a time.
_LOOSE = hedged("no|average|mean|half|twice|times|points? (?=lower|higher)|almost|nearly")
_OTHERWISE = compiled(
    r"[^;:.]{0,40}\b(?:since|together|combined|put together|added up|but one|except|bar one|in a row)\b"
)
_DOWN = frozenset(("lower", "smaller", "fewer"))
# A time stands no farther behind the draws that it is of.
NEAR = 25


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge what is said to be beyond all draws of a time, or all before it."""
    if passage.is_question or PROVINCIAL.search(passage.text) or VAGUE.search(passage.text):
        return
    for match in _THAN.finditer(passage.text):
        before = passage.text[max(0, match.start() - 40) : match.start()]
        if not _LOOSE.search(before) and not _OTHERWISE.match(passage.text, match.end()):
            yield from _judged(passage, record, match)


def _judged(passage: Passage, record: Record, match: re.Match[str]) -> Iterator[Finding]:
    found = subjects(passage, record, match.start())
    if not found.is_clear:
        return
    draw = found.all[0]
    known = [other for other in record.draws if other.date <= passage.day and other is not draw]
    named = {mention.slug for mention in passage.categories if match.start() <= mention.start < match.end()}
    types = widened(named, known) or frozenset((draw.category,))
    earlier = [other for other in known if other.category in types and other.sequence < draw.sequence]
    spans: list[Span] = []
    finish = match.end()
    for period in passage.periods:
        if not period.is_day and 0 <= period.start - finish <= NEAR:
            spans += period.spans[:1]
            finish = period.end
    among = [other for other in known if other.category in types and any(other.date in one for one in spans)]
    word = match["word"] or match["many"]
    sign = -1 if word in _DOWN else 1
    for figure in _figures(passage, match, word):
        beyond = _not_passed(draw, among if spans else earlier, figure, sign)
        if not beyond:
            return
    if among or (earlier and not spans):
        yield passage.finding(
            RULE,
            Status.CONTRADICTED,
            match.start(),
            finish,
            gettext_noop("Draw %(number)s had %(figure)s, draw %(other)s of %(day)s had %(beyond)s."),
            expected=f"{figure(beyond[0]):,} ({beyond[0].date.isoformat()})",
            rows=rows_of(draw, beyond[0]),
            confidence=0.75,
            params={
                "number": draw.number,
                "figure": f"{figure(draw):,}",
                "other": beyond[0].number,
                "day": beyond[0].date.isoformat(),
                "beyond": f"{figure(beyond[0]):,}",
            },
        )


def _figures(passage: Passage, match: re.Match[str], word: str) -> Sequence[ranks.Figure]:
    """Return of which figure it is said, both where the words leave it open, the likelier last."""
    said = passage.text[: match.end()]
    if word in ("lower", "higher"):
        return (
            [ranks.cutoff]
            if _SCORES.search(said) or not _SIZES.search(said)
            else [ranks.cutoff, ranks.invitations]
        )
    if match["many"]:
        return [ranks.invitations]
    return [ranks.cutoff, ranks.invitations] if _SCORES.search(said) else [ranks.invitations]


def _not_passed(draw: Draw, among: Sequence[Draw], figure: ranks.Figure, sign: int) -> list[Draw]:
    """Return the draws that one is not beyond, the farthest first."""
    own = sign * figure(draw)
    return sorted(
        (other for other in among if sign * figure(other) >= own), key=lambda other: -sign * figure(other)
    )
