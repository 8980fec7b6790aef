"""Figures and days that what stands beside them pins to one draw: "in April it was 477", "975 at 430", "336 on 29 February". Pure: no Django.

A type and a time that hold one draw between them pin it, and so does a figure that one draw alone has; the type may be the one that
the text is about. This rule sees what the others left, and says only what is wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import CategoryMention, DateMention, Mention, NumberMention, Role
from articles.facts.rules.common import amounts, ranks
from articles.facts.rules.common.partners import LEAST_BARE, MOST_CUTOFF, SEVERAL, kinds_of, partner_of
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.rounds_wording import day as written_day
from articles.facts.rules.common.slipping import is_slip
from articles.facts.rules.common.speaking import widened
from articles.facts.statements import What
from articles.references import gettext_noop

HAD = gettext_noop("Draw %(number)s of %(date)s had %(expected)s.")
FIGURES = {What.CUTOFF: ranks.cutoff, What.INVITATIONS: ranks.invitations}
# A cut-off that is wrong by no more points than this is likely that of the draw spoken of.
CLOSE_BY = 10
# Words farther from a number than this say nothing of it.
FAR = 45
# A figure pins a draw of so long a time before the article.
TIME = timedelta(days=1100)
# What was drawn in the last days before an article is what it tells of.
NEWS = timedelta(days=10)

_APART = compiled(
    r"(?P<much>[;()]|: | – | — | but | while | whereas | against | than )|(?P<little>,(?![0-9]{3})| and | / )"
)
_OTHER_TIME = compiled(
    r"\b(?:as|like|since|until|till|before|after|than|from|by|not|unlike|compared (?:with|to)|against|of any|lists? of|announced|published|began|begins|created|added)(?: (?:in|on|at|the|that|early|late|mid|end|of|one|draw|round|those)){0,4} ?$"
)
_BOUND = compiled(
    r"\b(?:above|below|under|over|exceed\w*|beyond|past|passed|between|least|most|(?:more|fewer|less|lower|higher|larger|smaller) than|up to|as (?:low|high|many|few) as|n't|not|never|no)(?: [\w-]+){0,3} $"
)
# Which of two types is meant, the words before say.
_OTHER_SUBJECT = compiled(r"\b(?:former|latter)\b|\bthen\b[^;]{0,20}\bnow\b")


class Near(NamedTuple):
    """Something that a sentence mentions, and how far from a number."""

    distance: int
    mention: Mention


def judged(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    """Judge a number that no other rule could."""
    kinds = kinds_of(passage, number)
    if not kinds or amounts.hedge(passage.text, number.start, number.end) is not amounts.Hedge.EXACT:
        return
    if any(ends.start <= number.start < ends.end for ends in passage.ranges):
        return
    if is_bound(passage, number) or _OTHER_SUBJECT.search(passage.text):
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, number, known)
    for pinned in (_by_time(passage, number, known, types), _by_partner(passage, number, known, types)):
        if len(pinned) != 1:
            continue
        draw = pinned[0]
        if any(number.value == FIGURES[what](draw) for what in kinds):
            return
        for what in kinds:
            if _is_supported(passage, number, what, draw, len(kinds) == 1):
                yield of_draw(passage, number, what, draw, HAD, 0.8)
                return


def is_bound(passage: Passage, number: NumberMention) -> bool:
    """Whether words before a number say that it is one that figures stay below or go beyond."""
    return _BOUND.search(passage.text[max(0, number.start - 40) : number.start]) is not None


def _is_supported(passage: Passage, number: NumberMention, what: What, draw: Draw, is_clear: bool) -> bool:
    """Whether a figure is a slip of the draw's, or stands beside another one that is the draw's."""
    actual = FIGURES[what](draw)
    if is_slip(int(number.value), actual):
        return True
    if not is_clear:
        return False
    other = partner_of(passage, number)
    figures = {FIGURES[kind](draw) for kind in FIGURES}
    return (what is What.CUTOFF and abs(number.value - actual) <= CLOSE_BY) or (
        other is not None and other.value in figures
    )


def types_of(passage: Passage, mention: Mention, known: Sequence[Draw]) -> frozenset[str]:
    """Return the types that something is said of: the one named nearest in the sentence, else those that it is about."""
    if near := nearest(passage, mention, passage.categories):
        slug = near[0].mention
        assert isinstance(slug, CategoryMention)
        return widened((slug.slug,), known)
    return widened(passage.topic, known)


def nearest[M: Mention](passage: Passage, to: Mention, mentions: Sequence[M]) -> list[Near]:
    """Return mentions by how far they are from another, what sets words apart counted as distance."""
    return sorted(
        (Near(_distance(passage.text, to, mention), mention) for mention in mentions),
        key=lambda near: near.distance,
    )


def _distance(text: str, one: Mention, other: Mention) -> int:
    first, last = sorted((one, other), key=lambda mention: mention.start)
    between = text[first.end : last.start]
    marks = _APART.finditer(between)
    return len(between) + sum(40 if mark["much"] else 12 for mark in marks)


def _by_time(
    passage: Passage, number: NumberMention, known: Sequence[Draw], types: frozenset[str]
) -> list[Draw]:
    times = [near for near in nearest(passage, number, passage.dates) if near.distance <= FAR]
    if not times or not types:
        return []
    near = times[0].mention
    assert isinstance(near, DateMention)
    if len(times) > 1 and times[1].distance - times[0].distance < 6:
        return []
    if _OTHER_TIME.search(passage.text[max(0, near.start - 40) : near.start]):
        return []
    if any(
        _is_nearer(passage, other, number, near) for other in passage.numbers if other.value >= LEAST_BARE
    ):
        return []
    if number.role is not Role.CUTOFF and SEVERAL.search(passage.text):
        return []
    held = during(near, known, types)
    # "It was 476 in October and 477 before": the time is that of the other number, which is right of it.
    if any(
        other.value in (draw.crs_cutoff, draw.invitations)
        and (other.value > MOST_CUTOFF) is (number.value > MOST_CUTOFF)
        and _distance(passage.text, other, near) < _distance(passage.text, number, near)
        for other in passage.numbers
        if other is not number
        for draw in held
    ):
        return []
    return held


def _is_nearer(passage: Passage, other: NumberMention, number: NumberMention, time: Mention) -> bool:
    """Whether a time stands beside another number of the kind and not beside this one: "began at 476 and stood in May at 475"."""
    same = (other.value > MOST_CUTOFF) is (number.value > MOST_CUTOFF)
    return same and _distance(passage.text, other, time) + 15 <= _distance(passage.text, number, time)


def during(time: DateMention, known: Sequence[Draw], types: frozenset[str]) -> list[Draw]:
    """Return the draws of some types in a time, in the first of its meanings that has any."""
    for first, last in ((time.first, time.last), *time.others):
        if found := [draw for draw in known if first <= draw.date <= last and draw.category in types]:
            return found
    return []


def _by_partner(
    passage: Passage, number: NumberMention, known: Sequence[Draw], types: frozenset[str]
) -> list[Draw]:
    partner = partner_of(passage, number)
    if partner is None or min(partner.value, number.value) > MOST_CUTOFF:
        return []
    what = (
        What.CUTOFF
        if partner.role is Role.CUTOFF or partner.value <= MOST_CUTOFF and number.value > MOST_CUTOFF
        else What.INVITATIONS
    )
    since = passage.day - TIME
    of_type = [draw for draw in known if draw.date >= since and (not types or draw.category in types)]
    found = [draw for draw in of_type if FIGURES[what](draw) == partner.value]
    other = What.INVITATIONS if what is What.CUTOFF else What.CUTOFF
    if other not in kinds_of(passage, number):
        return []
    if any(FIGURES[other](draw) == number.value for draw in found):
        return []
    if any(FIGURES[other](draw) == number.value for draw in of_type):
        # Each of the two is of another draw: the one of the last days is meant, if any.
        found = [draw for draw in found if passage.day - draw.date <= NEWS]
    return found


def of_draw(
    passage: Passage, number: NumberMention, what: What, draw: Draw, message: str, confidence: float
) -> Finding:
    """Say that a number is not this figure of a draw. The message may have %(number)s, %(date)s and %(expected)s."""
    words = passage.source[number.start : number.end]
    actual = FIGURES[what](draw)
    return passage.finding(
        "rounds",
        Status.CONTRADICTED,
        number.start,
        number.end,
        message,
        expected=f"{actual:,}",
        replacement=amounts.written(actual, words),
        live=None if passage.part in ("title", "description") else f"[[round {draw.number} {what.value}]]",
        rows=rows_of(draw),
        confidence=confidence,
        params={"number": draw.number, "date": written_day(draw.date), "expected": f"{actual:,}"},
    )


def taking_in(passage: Passage, finding: Finding, other: Mention) -> Finding:
    """Return a finding widened to something that may as well be what is wrong."""
    start = min(finding.start, passage.start + other.start)
    end = max(finding.end, passage.start + other.end)
    claim = passage.source[start - passage.start : end - passage.start]
    return replace(finding, start=start, end=end, claim=claim, replacement=None, live=None)
