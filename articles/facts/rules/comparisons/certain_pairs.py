"""Differences whose two sides the words leave no choice of: "since 9 November it has gone down three", "the cut-off, however, moved by one
point only", "ten points under the old record of 415". Pure: no Django."""

from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Record
from articles.facts.reading.mentions import Role
from articles.facts.rules.common import ranks
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled

from .changed import Change
from .subjects import Pairs

_MOVES = compiled(
    r"\b(?:fell|falls|fallen|rose|risen|dropped|drops|climbed|climbs|moved|moves|slipped|slid|eased|declined|jumped|changed|went (?:up|down)|gone (?:up|down)|came down|come down|is|was|lies|lay|stands|stood)\b[^;:.]{0,40}$"
    r"|\b(?:larger|smaller|bigger|higher|lower|up|down)(?:,? (?:too|also|again|as well|though|however))?,? by (?:only |just )?$"
)
_ENDS = compiled(
    r"(?: (?:only|lower|higher|down|up|further down|further up|more|less|fewer|larger|smaller|bigger))*(?: (?:this time|again|now|alone))* ?(?:[.!)]|$|, (?:and|but|which)\b)"
)
# With one of these a difference may be from another draw than the one before.
_WIDER = hedged(
    r"since|total|altogether|in all|overall|within|between|first|start\w*|began|beg[iu]n\w*|years?|months?|weeks?|days?|peak|record|highs?|lows?|from|than|compared|against|average|both|each|every|all|twice|times|the two|by then|gap|difference|apart|above|below|over|under"
)
_OLDER = compiled(
    r"\b(?:was|were|had been)(?: (?:even|still|only|just|also))*+ (?:larger|smaller|bigger|lower|higher)(?: only| just)? by (?:only |just )?$"
)
# "Ten points under the old record of 415".
_OF_A_RECORD = compiled(
    r"(?: (?:points?|invitations))? (?:(?:lower|higher|more|fewer|less) than|under|below|above|over|short of|beyond|past|off) (?:the|its|their) (?:(?:old|previous|former|earlier|last|existing|all-time) )+(?:[\w-]+ ){0,3}?of (?:only |just )?$"
)
_NOW = compiled(r"\b(?:this time|now|today)\b")
SPOKEN = 4
# So many cut-offs are a list, and none is smaller.
LISTED, LEAST_SCORE = 3, 60


def of(passage: Passage, record: Record, change: Change, found: Pairs) -> list[tuple[Draw, Draw]]:
    """Return the pairs of draws that a difference can be between, the likeliest first; none where the words leave it open."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    return list(
        dict.fromkeys(
            _since(passage, known, change)
            or _older(passage, change)
            or (() if found.told else _from_before(passage, known, change))
        )
    )


def _subject(passage: Passage) -> Draw | None:
    """Return the one draw that a sentence is about: the one that it names, else the one last spoken of, of the one type gone on about."""
    about = passage.slugs or passage.topic
    spoken = (*passage.draws, *passage.compared) or passage.before[:1]
    if not passage.draws and _NOW.search(passage.text) and len(about) == 1:
        # What is so now is said of the newest, whichever was set beside it last.
        of_type = [draw for draw in passage.before[:SPOKEN] if draw.category in about]
        spoken = (max(of_type, key=lambda draw: draw.sequence),) if of_type else ()
    return spoken[0] if len(spoken) == 1 and about == (spoken[0].category,) else None


def _since(passage: Passage, known: Sequence[Draw], change: Change) -> list[tuple[Draw, Draw]]:
    """Return the newest draw of the type with the one of the day since which its figure has moved."""
    since = [period for period in passage.periods if period.form == "since"]
    if len(since) != 1 or len(passage.numbers) != 1 or not passage.before:
        return []
    spoken = passage.before[0]
    old = [
        draw for draw in known if draw.category == spoken.category and draw.date == since[0].spans[0].start
    ]
    newest = [draw for draw in known if draw.category == spoken.category][-1:]
    about = passage.slugs or passage.topic
    alike = not about or passage.is_of_head or spoken.category in about
    return [(spoken, draw) for draw in old if [spoken] == newest and draw is not spoken and alike]


def _older(passage: Passage, change: Change) -> list[tuple[Draw, Draw]]:
    """Return an older draw that is named, and set beside the one spoken of before it: "the physicians' draw in June was smaller by 29"."""
    if not _OLDER.search(passage.text, 0, change.number.start) or _THAN.match(
        passage.text, change.number.end
    ):
        return []
    named = [
        draw for draw in passage.draws if passage.places.get(draw, change.number.start) < change.number.start
    ]
    spoken = passage.before[:1]
    if not named or not spoken or named[-1].sequence >= spoken[0].sequence:
        return []
    # What else the sentence names may be what it is set beside.
    others = [draw for draw in named[:-1] if draw is not spoken[0]]
    return [(named[-1], other) for other in (*spoken, *others)]


_THAN = compiled(r" (?:\w+ )?than\b")


def _from_before(passage: Passage, known: Sequence[Draw], change: Change) -> Iterator[tuple[Draw, Draw]]:
    """Yield the newest draw of a type with the one before it, and with those spoken of before, where a sentence says by how much its
    figure moved and nothing else."""
    text, number = passage.text, change.number
    subject = _subject(passage)
    begin, end = clause(text, number.start)
    if (
        subject is None
        or not _MOVES.search(text, begin, number.start)
        or not _ENDS.match(text, max(number.end, number.noun))
        or _WIDER.search(text, begin, end)
    ):
        return
    days = [mention for mention in passage.dates if not mention.may_hold(subject.date)]
    of_type = [draw for draw in known if draw.category == subject.category]
    if days or of_type[-1] is not subject:
        return
    yield from ((subject, other) for other in ranks.before(subject, known)[-1:])
    spoken = [draw for draw in passage.before[:SPOKEN] if draw.category == subject.category]
    yield from ((subject, other) for other in spoken if other.sequence < subject.sequence)


def is_told(passage: Passage, change: Change) -> bool:
    """Whether two figures that the sentence before tells are so far apart."""
    before = set(_FIGURE.findall(passage.text_before))
    values = [one.value for one in passage.told if f"{one.value:.0f}" in before]
    return any(abs(one - other) == change.number.value for one in values for other in values)


_FIGURE = compiled(r"[0-9]{2,3}")


def from_list(passage: Passage, change: Change) -> float | None:
    """Return how far the last of the three cut-offs or more that the sentence before lists is from the first, where "that is a fall of"
    goes on about them and no two of them are so far apart."""
    if change.figure is not ranks.cutoff or not _THAT_IS.fullmatch(passage.text, 0, change.number.start):
        return None
    before = set(_FIGURE.findall(passage.text_before))
    roles = (Role.CUTOFF, Role.UNKNOWN)
    values = [
        one.value
        for one in passage.told
        if one.role in roles and not one.unit and f"{one.value:.0f}" in before and one.value >= LEAST_SCORE
    ]
    if len(values) < LISTED or is_told(passage, change):
        return None
    return values[-1] - values[0]


_THAT_IS = compiled(
    r"\W*(?:(?:all told|in all|altogether|in total|taken together),? )?(?:that|this|it) (?:is|was|makes|means|amounts to|comes to) (?:(?:an?|the) )?(?:(?:total|overall|combined|whole) )?(?:(?:drop|fall|decline|rise|increase|climb|slide|gain|loss|decrease) of )?(?:only |just )?"
)


def from_record(passage: Passage, change: Change, found: Pairs) -> float | None:
    """Return how far the draw spoken of is from a former record whose figure stands behind the difference."""
    number = change.number
    behind = [one for one in passage.numbers if one.start > number.start][:1]
    if not behind or not _OF_A_RECORD.fullmatch(passage.text, number.end, behind[0].start):
        return None
    own = [one for one in passage.numbers if one.end <= number.start and one.role is behind[0].role]
    if own:
        return own[-1].value - behind[0].value
    subject = next((new for new, _old in found.all), None)
    return change.figure(subject) - behind[0].value if subject else None
