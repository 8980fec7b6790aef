"""Which way a figure is said to have moved between two that are told: "445, down from 422 in February", "in February it was 422, so it has
gone down". Pure: no Django.

No number says here by how much. Of the two figures each has to be right by the record, else it is not known which word is wrong.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import NumberMention
from articles.facts.rules.common import ranks
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.late import OBJECTIONS, Judged, sentences
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.references import gettext_noop

from .directions import said

RULE = "comparisons"
BESIDE = gettext_noop("%(one)s and %(other)s stand beside each other.")

_LY = r"(?:slightly|sharply|steadily|slowly|considerably|clearly|markedly|noticeably|actually|again|further|a little|a bit|a lot|a touch|somewhat|in fact|only|just|even|since|well|right|way|back|all the way|once more)"
_DOWN = r"(?:down|fell|fallen|dropp?(?:ed|ing|s)?|slid|slipped|declined|decreased|eased|sank|sunk|dipped|plunged|plummeted|tumbled|shrank|shrunk|lower)"
_UP = r"(?:up|rose|risen|climbed|jumped|increased|grew|grown|gained|surged|soared|leapt|leaped|higher)"
_WAY = rf"(?:(?P<down>{_DOWN})|(?P<up>{_UP}))(?: {_LY})*+"
# "445, down from 422", "fell from 422 in February to 445".
_FROM = compiled(
    rf"\b{_WAY},? from (?:(?:the|its|a|an|their|last|only|just|about|over|nearly|around) )*+(?:(?!to\b)[\w'’-]+ ){{0,4}}?$"
)
_TO = compiled(
    r"(?: (?!and\b|but\b|while\b|from\b|down from\b|up from\b)[\w'’-]+,?){0,6},? to (?:just |only |about |the |a )*$"
)
# "So it has gone down": what moved was told before.
_IT = r"(?:it|that|this|(?:the|its|their) (?:[\w-]+ ){0,2}?(?:cut-?offs?|cut-off score|scores?|bar|line|mark|threshold|minimum|limit|crs))"
_GONE = compiled(
    rf"(?:^\W*|[,;:(–—-] ?|\b(?:and|but) )(?P<so>(?:so|thus|therefore|hence|meaning|(?:which|that) means|in other words),? (?:that )?)?"
    rf"(?:{_IT} (?P<has>has |have |had |'s |’s )?(?:{_LY} )*(?:(?:gone|went|come|came|moved|crept|edged|going|coming) )?|(?P<is>(?:it|(?:the|its) (?:[\w-]+ ){{0,2}}?(?:cut-?off|score|bar|line|mark|threshold)) is (?:now )?(?:{_LY} )*))"
    rf"{_WAY}(?P<tail> (?:now|between (?:them|the two)|in between|from (?:one to the (?:next|other)|the (?:one|first) to the (?:other|second)))|(?: since(?: then)?))?(?=\W*$| ?[.,;:)!–—])"
)
_LOOSE = hedged(
    r"no|nor|hardly|barely|should|must|hope\w*|usually|often|when(?:ever)? it|rather than|instead of|had it|were it"
)
# A figure farther off is not that which is said to have moved.
NEAR = 110
LEAST = 50
# So many figures told before are gone back to.
MOST = 4


class Told(NamedTuple):
    """A figure that is right by the record: a cut-off, a size or a number of draws (`kind`); of one draw, or of several."""

    number: NumberMention
    kind: str
    draw: Draw | None


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge the ways of sentences where no rule has called anything wrong."""
    judged = Judged(found, OBJECTIONS)
    right = {(one.part, one.start, one.end): one for one in found if one.status is Status.AGREES}
    draws = {draw.number: draw for draw in record.draws}
    heard: list[Told] = []
    for passage in sentences(reading, record):
        heard = heard[-MOST:] if passage.text_before else []
        own = list(_told(passage, right, draws))
        if not passage.is_question and not _LOOSE.search(passage.text):
            for finding in _judged(passage, own, heard):
                if judged.is_free(passage, finding.start - passage.start, finding.end - passage.start):
                    yield finding
        heard += own


def _told(
    passage: Passage, right: Mapping[tuple[str, int, int], Finding], draws: Mapping[str, Draw]
) -> Iterator[Told]:
    for number in passage.numbers:
        one = right.get((passage.part, passage.start + number.start, passage.start + number.end))
        if one is None or number.value < LEAST and one.rule != "counts":
            continue
        if one.rule in ("sums", "counts"):
            yield Told(number, one.rule, None)
        elif one.rule == "rounds" and (draw := draws.get(one.rows[0].key if one.rows else "")):
            if number.value == draw.crs_cutoff != draw.invitations:
                yield Told(number, "cutoff", draw)
            elif number.value == draw.invitations != draw.crs_cutoff:
                yield Told(number, "sums", draw)


def _judged(passage: Passage, own: list[Told], heard: list[Told]) -> Iterator[Finding]:
    for one in own:
        yield from _from(passage, one, own)
    scores = [one for one in (*heard, *own) if one.kind == "cutoff"]
    for match in _GONE.finditer(passage.text):
        yield from _gone(
            passage, match, [one for one in scores if one in heard or one.number.end <= match.start()]
        )


def _sign(match: re.Match[str]) -> int:
    return -1 if match["down"] else 1


def _place(match: re.Match[str]) -> tuple[int, int]:
    return match.span("down" if match["down"] else "up")


def _from(passage: Passage, old: Told, own: Sequence[Told]) -> Iterator[Finding]:
    """Judge "445, down from 422" and "fell from 422 in February to 445"."""
    match = _FROM.search(passage.text, max(0, old.number.start - NEAR), old.number.start)
    if match is None:
        return
    alike = [one for one in own if one.kind == old.kind and one.number is not old.number]
    behind = [one for one in alike if one.number.start >= old.number.end][:1]
    to = bool(behind) and _TO.fullmatch(passage.text, old.number.end, behind[0].number.start) is not None
    begin = match.start() - NEAR
    news = behind if to else [one for one in alike if begin <= one.number.end <= match.start()]
    differences = [_sign(match) * (one.number.value - old.number.value) for one in news]
    if differences and all(one < 0 for one in differences):
        new = news[-1]
        if new.draw is not None and old.draw is not None:
            figure = ranks.cutoff if old.kind == "cutoff" else ranks.invitations
            yield said(passage, *_place(match), new.draw, old.draw, figure)
            return
        yield passage.finding(
            RULE,
            Status.CONTRADICTED,
            *_place(match),
            BESIDE,
            expected="down" if match["up"] else "up",
            confidence=0.8,
            params={"one": f"{new.number.value:,.0f}", "other": f"{old.number.value:,.0f}"},
        )


def _gone(passage: Passage, match: re.Match[str], scores: Sequence[Told]) -> Iterator[Finding]:
    """Judge "so it has gone down" of the two cut-offs of a type that were told last."""
    draws = list(dict.fromkeys(one.draw for one in scores if one.draw is not None))
    if len(draws) < 2 or draws[-1].category != draws[-2].category:
        return
    if len(draws) > 2 and not match["tail"] and draws[-3].category == draws[-1].category:
        # Of three it is not said between which two.
        return
    old, new = sorted(draws[-2:], key=lambda draw: draw.sequence)
    # "Then it fell", told in the order of the days, is of the draw that followed.
    is_of_them = match["so"] or match["has"] or match["is"] or match["tail"] or draws[-1] is old
    if is_of_them and _sign(match) * (new.crs_cutoff - old.crs_cutoff) < 0:
        yield said(passage, *_place(match), new, old, ranks.cutoff)
