"""Which way a figure is said to have gone to what it is: "on Wednesday it rose to 472", "slipped from 521 to 519". Pure: no Django.

A draw may be set beside the one of its type before it, or beside one that was told of: the way is wrong where it is so of none.
"""

from collections.abc import Iterator

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import ranks
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.references import gettext_noop

RULE = "comparisons"

BETWEEN = gettext_noop("%(one)s and %(other)s stand beside each other.")
FIGURES = gettext_noop("Draw %(new)s had %(new_figure)s and draw %(old)s had %(old_figure)s.")

_UP = r"rose|risen|rises|climb(?:ed|s)|jump(?:ed|s)|leapt|leaped|shot up|surged|soared|increased|(?:crept|edged|inched|ticked|went|gone|moved|was|came) (?:back )?up"
_DOWN = r"fell|fallen|falls|dropp?(?:ed|s)|slipped|slips|slid|sank|eased|declined|decreased|dipped|plunged|tumbled|retreated|(?:crept|edged|inched|ticked|went|gone|moved|was|came) (?:back )?down"
_MOVED = compiled(
    rf"\b(?P<way>(?P<up>{_UP})|(?:{_DOWN}))(?: (?:again|further|sharply|slightly|back|even|once more|a (?:little|bit)|steeply|that day|yesterday))*,?(?: from (?P<old>[0-9][0-9,]*)(?: points| invitations)?(?: (?:on|in) [a-z0-9 ]{{3,25}}?)?,?)? to (?:just |only |as (?:low|high) as |a (?:score|cut-?off|minimum) of )?$"
)
# "The CEC score fell to 515" is beside the last of the class; a round that "came down to 409" may be so beside any.
_OF_SCORE = compiled(
    r"\b(?:cut-?offs?|scores?|bar|line|mark|threshold|minimum) (?:(?:again|then|promptly|suddenly|even|actually) )*$"
)
# What sets a figure beside another than that of a draw told before, or does not say that it is so.
_LOOSE = hedged(
    r"since|than|compared|average|mean|record|highs?|lows?|peaks?|range\w*|between|until|gradual\w*|steadily|over (?:the|time)|each|every|pool|total|sum|as a whole|year|quarter|month|half"
)
# So far before a figure its verb stands, and so many draws told before it may be set beside.
_REACH, _TOLD = 80, 4
LEAST, MOST_SCORE = 60, 1200


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the ways in which figures are said to have gone."""
    if passage.is_question:
        return
    for place, number in enumerate(passage.numbers):
        if (
            number.role not in (Role.CUTOFF, Role.INVITATIONS, Role.UNKNOWN, Role.POINTS)
            or number.value < LEAST
        ):
            continue
        found = _MOVED.search(passage.text, max(0, number.start - _REACH), number.start)
        if found is None:
            continue
        sign = 1 if found["up"] else -1
        start, end = found.span("way")
        if found["old"]:
            old = next(
                (one for one in passage.numbers[:place][::-1] if one.start == found.start("old")), None
            )
            if old is None:
                continue
            yield from _of_two(passage, old, number, (start, end), sign)
        elif not _LOOSE.search(passage.text):
            yield from _of_draw(passage, record, number, (start, end), sign)


def _of_two(
    passage: Passage, old: NumberMention, new: NumberMention, place: tuple[int, int], sign: int
) -> Iterator[Finding]:
    """Judge "rose from 478 to 472" by itself."""
    alike = (old.value < MOST_SCORE) is (new.value < MOST_SCORE)
    if not alike or old.value < LEAST or sign * (new.value - old.value) > 0:
        return
    yield passage.finding(
        RULE, Status.CONTRADICTED, *place, BETWEEN, expected="fell" if sign > 0 else "rose", confidence=0.8,
        params={"one": f"{old.value:,.0f}", "other": f"{new.value:,.0f}"},
    )  # fmt: skip


def _of_draw(
    passage: Passage, record: Record, number: NumberMention, place: tuple[int, int], sign: int
) -> Iterator[Finding]:
    draw, figure = _whose(passage, number)
    if draw is None:
        return
    others = list(_beside(passage, record, draw, place[0]))
    if not others or any(sign * (figure(draw) - figure(other)) > 0 for other in others):
        return
    old = others[0]
    yield passage.finding(
        RULE, Status.CONTRADICTED, *place, FIGURES, expected="fell" if sign > 0 else "rose",
        rows=rows_of(draw, old), confidence=0.75,
        params={
            "new": draw.number, "new_figure": f"{figure(draw):,}",
            "old": old.number, "old_figure": f"{figure(old):,}",
        },
    )  # fmt: skip


def _whose(passage: Passage, number: NumberMention) -> tuple[Draw | None, ranks.Figure]:
    """Return the draw that a sentence names and that has the figure, and which figure of it that is."""
    for figure in (ranks.cutoff, ranks.invitations):
        own = [draw for draw in passage.draws if figure(draw) == number.value]
        if own:
            return own[-1], figure
    return None, ranks.cutoff


def _beside(passage: Passage, record: Record, draw: Draw, place: int) -> Iterator[Draw]:
    """Yield the draws that one may be set beside: the one of its type before it, the one before it, those told of before."""
    earlier = [other for other in record.draws if other.sequence < draw.sequence]
    of_type = [other for other in earlier if other.category == draw.category]
    alike = [other for other in earlier if other.includes_nomination is draw.includes_nomination]
    named = [other for other in passage.draws if other != draw and passage.places.get(other, place) < place]
    told = (*named, *passage.compared, *passage.before[:_TOLD])
    yield from of_type[-1:]
    is_score = _OF_SCORE.search(passage.text, 0, place) is not None
    if is_score and of_type and of_type[-1] in told:
        return
    # Where its type is named, or one of it was told of right before, that of another type which came between is not meant.
    is_typed = is_score and draw.category in (*passage.slugs, *passage.topic)
    if not is_typed and (not told or told[0].category != draw.category):
        yield from alike[-1:]
    yield from told
