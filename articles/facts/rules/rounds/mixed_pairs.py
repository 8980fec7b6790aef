"""The two figures of one draw that are each of another: "8,000 were invited at 509", where 8,000 had 511 and 509 was that of 6,000. Pure: no Django.

Each figure by itself is found in the record, so that only the pair is wrong.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import DateMention, NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.late import OBJECTIONS, Judged, sentences
from articles.facts.rules.common.partners import LEAST_BARE, MOST_CUTOFF, partner_of
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.statements import What
from articles.references import gettext_noop

from . import pinned

RULE = "rounds"
MIXED = gettext_noop("No draw had both figures. Draws of this type had %(expected)s.")

# A number of invitations that no word calls so is larger.
LEAST_SIZE = 950
# Draws of a type whose figures are mixed up lie in so long a time before the article.
TIME = timedelta(days=800)

_LOOSE = compiled(
    r"\b(?:would|could|might|if|expect\w*|predict\w*|average\w*|both|respectively|between|than|against|total\w*|together|said|says|rumou?r\w*|forum|wrote|claims?)\b|n't\b"
)
_SEVERAL = compiled(r"\b(?:draws|rounds|altogether|in all|combined|sum|each|so far|add\w*)\b")
_BREAK = compiled(r"[;()]| – | — |, (?:and|but|while|whereas|so|which|who|where)\b")


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge pairs of figures in which no rule has called anything wrong."""
    judged = Judged(found, OBJECTIONS)
    for passage in sentences(reading, record):
        for size in passage.numbers:
            if not _is_size(size):
                continue
            cutoff = partner_of(passage, size)
            if cutoff is None or cutoff.start < size.end or not _is_cutoff(cutoff):
                continue
            if judged.is_free(passage, size.start, cutoff.end):
                yield from _judged(passage, record, size, cutoff)


def _is_size(number: NumberMention) -> bool:
    return (
        number.role in (Role.INVITATIONS, Role.UNKNOWN)
        and number.value > LEAST_SIZE
        and number.form == "digits"
    )


def _is_cutoff(number: NumberMention) -> bool:
    return (
        number.role in (Role.CUTOFF, Role.UNKNOWN)
        and LEAST_BARE <= number.value <= MOST_CUTOFF
        and number.form == "digits"
    )


def _judged(
    passage: Passage, record: Record, size: NumberMention, cutoff: NumberMention
) -> Iterator[Finding]:
    text = passage.text
    begin = max((match.end() for match in _BREAK.finditer(text, 0, size.start)), default=0)
    if _LOOSE.search(text, begin, cutoff.end) or _SEVERAL.search(text, begin, size.start):
        return
    if any(
        amounts.hedge(text, number.start, number.end) is not amounts.Hedge.EXACT for number in (size, cutoff)
    ):
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = pinned.types_of(passage, size, known)
    if not types or any(draw.invitations == size.value and draw.crs_cutoff == cutoff.value for draw in known):
        return
    times = [
        near.mention
        for near in pinned.nearest(passage, size, passage.dates)
        if isinstance(near.mention, DateMention)
    ]
    since = passage.day - TIME
    told = [
        draw
        for draw in known
        if draw.category in types and (draw.date >= since if not times else times[0].may_hold(draw.date))
    ]
    sizes = [draw for draw in told if draw.invitations == size.value]
    cutoffs = [draw for draw in told if draw.crs_cutoff == cutoff.value]
    if not times or len(sizes) != 1 or len(cutoffs) != 1:
        return
    meant = (sizes[0], cutoffs[0])
    expected = " / ".join(
        f"{pinned.FIGURES[What.INVITATIONS](draw):,} ({pinned.FIGURES[What.CUTOFF](draw)})" for draw in meant
    )
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        size.start,
        cutoff.end,
        MIXED,
        expected=expected,
        rows=rows_of(*meant),
        confidence=0.75,
        params={"expected": expected},
    )
