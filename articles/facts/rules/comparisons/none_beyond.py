"""What no draw is said to have passed: "no such round had had a higher cut-off since 17 August 2022". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from articles.facts.model import Draw, Finding, Record
from articles.facts.rules.common import ranks
from articles.facts.rules.common.comparable import ANY_KIND
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.scopes import end_of

from . import last_times
from .subjects import subjects

_NONE = compiled(
    r"\b(?:no|not one|not a single)(?P<whose>(?: (?!month\b|week\b|year\b|one\b)[\w-]+){0,5}?) (?:draw|round|cut-?off|score)(?P<kind> of any (?:kind|type|sort))? (?:has|have|had|was|were|did)(?: (?:ever|been|had|gone|come|seen|reached|invited|drawn|had|an?|at))*+ (?P<word>higher|lower|larger|bigger|smaller|more|fewer)(?P<what>(?: (?:crs )?(?:cut-?off|score|threshold)| candidates| people| invitations)?) since $"
)
_DOWN = frozenset(("lower", "smaller", "fewer"))
_SCORES = frozenset(("lower", "higher"))


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge since when no draw is said to have been beyond another; a later one that was shows that it is wrong."""
    if passage.is_question:
        return
    for period in passage.periods:
        if period.form in ("since", "sincemonth", "sinceyear") and (
            match := _NONE.search(passage.text[: period.start + len("since ")])
        ):
            yield from _judged(passage, record, period, match)


def _judged(passage: Passage, record: Record, period: Period, match: re.Match[str]) -> Iterator[Finding]:
    sign = -1 if match["word"] in _DOWN else 1
    figure = ranks.cutoff if match["word"] in _SCORES else ranks.invitations
    found = subjects(passage, record, match.start())
    if not found.is_clear:
        return
    draw = found.all[0]
    named = {mention.slug for mention in passage.categories if match.start() <= mention.start < match.end()}
    if named and draw.category not in named:
        return
    any_kind = match["kind"] is not None or ANY_KIND.match(passage.text, match.end()) is not None
    days = [end_of(period.form, span) for span in period.spans]
    lasts = [last for day in days for last in _beyond(draw, record, sign, figure, any_kind, day)]
    if not lasts or len(lasts) < len(days):
        return
    last = lasts[-1]
    yield last_times.said(passage, period, last, False, last.date.isoformat(), rows_of(draw, last))


def _beyond(
    draw: Draw, record: Record, sign: int, figure: ranks.Figure, any_kind: bool, since: date
) -> Sequence[Draw]:
    """Return the last draw after a day, of the type of another or of any, whose figure is beyond that one's; none without one."""
    own = sign * figure(draw)
    earlier = (
        [other for other in record.draws if other.sequence < draw.sequence]
        if any_kind
        else ranks.before(draw, record.draws)
    )
    return [other for other in earlier if other.date > since and sign * figure(other) > own][-1:]
