"""Which type had the draw beyond all others: "the largest single draw went to French speakers", "the lowest cut-off was that for
physicians". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import CategoryMention
from articles.facts.rules.common import ranks
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import sets_of
from articles.facts.rules.common.scopes import PROGRAMS
from articles.facts.rules.common.speaking import PROVINCIAL, widened
from articles.references import gettext_noop

from .superlative_claims import EVER

RULE = "comparisons"

_LOW, _HIGH = r"lowest|smallest", r"highest|largest|biggest"
_ASIDE = r"(?P<aside>(?:,? (?:of|in|for|since|between|with|at|from|on)\b[^;:.]{1,60}?)?,?)"
_VERB = (
    r"(?:(?:went|goes|fell|belonged|belongs) to|(?:was|is|were|had been)(?: (?:that|the one|one|held|reserved|a draw))? for"
    r"|(?:was|is|had been) that of)"
)
_WENT_TO = compiled(
    rf"\b(?:the|its) (?:single )?(?:(?P<low>{_LOW})|(?P<high>{_HIGH}))(?: single)? (?P<what>draw|round|cut-?off|score|batch)s?(?: score)?{_ASIDE} {_VERB} (?:the |those with |candidates (?:with|in|from|of) )?(?:\w+ )?$"
)
_SCORES = frozenset(("cutoff", "cut-off", "score"))
# What is so of some, or is not said to be so.
_LOOSE = hedged("one of|among|second|third|until|previous|so far had|month|week|day")


# So many letters before the words, which may take back what they say.
BEFORE = 25
# Until the end of this month "the year" may be the one before.
NEW_YEAR = 2


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge which type is said to have had the largest or smallest draw, the highest or lowest cut-off."""
    if passage.is_question or PROVINCIAL.search(passage.text):
        return
    for mention in passage.categories:
        match = _WENT_TO.search(passage.text[max(0, mention.start - 160) : mention.start])
        if match and not _LOOSE.search(match.string, max(0, match.start() - BEFORE)):
            yield from _judged(passage, record, mention, match)


def _judged(
    passage: Passage, record: Record, mention: CategoryMention, match: re.Match[str]
) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    named = widened((mention.slug,), known)
    figure = ranks.cutoff if match["what"] in _SCORES else ranks.invitations
    sign = -1 if match["low"] else 1
    is_single = "single" in match[0].split()
    best = [_beyond(among, figure, sign) for among in _sets(passage, known, is_single=is_single)]
    if not best or any(draw.category in named for draws in best for draw in draws):
        return
    draw = best[0][0]
    name = record.category_names.get(draw.category, draw.category)
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        mention.start,
        mention.end,
        gettext_noop("It was draw %(number)s of %(day)s, for %(category)s, with %(figure)s."),
        expected=name,
        rows=rows_of(draw),
        confidence=0.75,
        params={
            "number": draw.number,
            "day": draw.date.isoformat(),
            "category": name,
            "figure": f"{figure(draw):,}",
        },
    )


def _beyond(among: Sequence[Draw], figure: ranks.Figure, sign: int) -> list[Draw]:
    """Return the draws that are beyond all others."""
    most = max(sign * figure(draw) for draw in among)
    return [draw for draw in among if sign * figure(draw) == most]


def _sets(passage: Passage, known: Sequence[Draw], *, is_single: bool) -> Iterator[Sequence[Draw]]:
    """Yield the draws that may be meant: those of the times spoken of, of a list or table, with and without nominees, and of categories
    alone. "The largest single draw" is that of the headline's time, whichever months were told of before."""
    sets = sets_of(passage, known, frozenset())
    # The whole record, which stands behind the times around, is meant by words for it alone.
    others = [known] if EVER.search(passage.text) else sets.others[:-2]
    if passage.day.month > NEW_YEAR and passage.day.year - 1 not in passage.years:
        # Nor, when it is long over, the year before.
        others = others[:-1]
    around = [*(sets.stated or others), *passage.tables]
    if len(passage.before) > 1:
        around.append(passage.before)
    if is_single and not sets.stated:
        times = [replace(period, spans=period.spans[:1]) for period in passage.context]
        around = [*sets_of(passage, known, frozenset(), times).stated] or around
    for among in dict.fromkeys(map(tuple, around)):
        for chosen in (
            among,
            [draw for draw in among if not draw.includes_nomination],
            [draw for draw in among if draw.category not in PROGRAMS],
        ):
            if chosen:
                yield chosen
