"""Bounds that no draw has passed: "no cut-off had been below 199", "none smaller than 2,750", "all lay under 740". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.references import gettext_noop

from . import amounts, ranks
from .hedging import FORESEEN, SUPPOSED
from .moving import clause
from .passages import Passage, rows_of
from .patterns import compiled
from .period_forms import NUMBER_WORDS
from .periods import count
from .readings import sets_of
from .speaking import POLL, PROVINCIAL, widened

RULE = "comparisons"

_DOWN = r"below|under|lower than|less than|fewer than|smaller than|short of|beneath"
_UP = r"above|over|higher than|more than|larger than|bigger than|exceeded|exceeds|exceed|passed|topped|surpassed|beyond"
_LINK = r"(?: (?:the|that|of|a|mark|line|even))*"
# Years may stand between, other numbers not.
_WORDS = r"(?:[^;:.0-9]|\b20[0-9]{2}\b)"
_NOUN = r"(?:draws?|rounds?|cut-?offs?|scores?|cut-?off scores?)"
_NONE = compiled(
    rf"\b(?:(?:no|not a|not one|not a single|nor) (?:[\w-]+ ){{0,4}}?{_NOUN}|none|never|not one)\b{_WORDS}{{0,90}}?\b(?:(?P<down>{_DOWN})|(?P<up>{_UP})){_LINK} $"
)
_ALL = compiled(
    rf"\b(?:all(?!-)|every one|each one|every|each|always)\b{_WORDS}{{0,60}}?\b(?:(?P<down>{_DOWN})|(?P<up>{_UP})){_LINK} $"
)
_SCORE = compiled(r"\b(?:cut-?offs?|scores?|bar|threshold|mark|lower|higher|ask\w*|need\w*|requir\w*)\b")
_SIZE = compiled(r"\b(?:invitations?|itas|people|candidates|smaller|larger|bigger|fewer|size|sizes)\b")
_DRAWS = compiled(r"\b(?:draws?|rounds?|cut-?offs?|scores?|none|one|ones|bar|they|size|sizes|it)\b")
# Bounds of people, of times to come, of what is not certain.
_LOOSE = compiled(
    rf"\b(?:{SUPPOSED}|{FORESEEN}|should|my|your?|i|he|she|his|her|who|whoever|anyone|nobody|profiles?|pool|age|months?|years? old|per cent|percent|salary|fees?|nomination|almost|nearly|except|aside|but (?:one|two|for)|apart from|other than|since then)\b|%"
)
# "It invited 779 people, none with fewer than 886 points": none of the people.
_OF_PEOPLE = compiled(
    r"\b(?:people|persons|candidates|applicants|workers|nurses|invitees|speakers),? (?:and )?$"
)
_OF_ALL = compiled(
    r"\b(?:of (?:any|every) (?:kind|type)|in any (?:category|program)|of the system|express entry|of all (?:draws|types|kinds)|any draw|for any(?:one|body)?)\b"
)
# "Never fell below" is said of the time that is spoken of, "has never fallen below" of all that were.
_EVER = compiled(
    r"\b(?:ever|never(?! (?:fell|dropped|sank|went|rose|climbed|dipped|came|exceeded|passed|topped|got|was|were)\b)|so far|to date|until now|till now|in (?:the )?(?:[\w-]+ )?(?:years|history)|on record|yet|had (?:ever )?been)\b"
)
_HAD = compiled(r"\b(?:had|before|previously|until)\b")
# "Beyond 5,000, a figure first reached in December 2020": that time is of the figure.
_OF_FIGURE = compiled(
    r"[^;.]{0,20}, (?:(?:a|the) )?(?:\w+ )?(?:(?:first|last|only) )?(?:reached|set|seen|hit|touched|matched|met|held)(?:,? (?:in|on|for|the|first|time|last|only|once|twice|back|[a-z]+ times|all|both|each))*+ (?:early |late |mid-)?$"
)
_SAME = frozenset(("sameas", "samepoint", "carried"))
MOST_CUTOFF = 950
LEAST = 60


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the figures that no draw is said to have been beyond."""
    if passage.is_question or PROVINCIAL.search(passage.text) or POLL.search(passage.text):
        return
    for number in passage.numbers:
        if number.value >= LEAST and number.role in _ROLES and not number.unit.startswith("d"):
            match = _NONE.search(passage.text, max(0, number.start - 130), number.start)
            positive = match is None
            match = match or _ALL.search(passage.text, max(0, number.start - 100), number.start)
            if match is not None:
                yield from _judged(passage, record, number, match, positive)


def is_bound(passage: Passage, number: NumberMention) -> bool:
    """Whether a number is one that none of several draws is said to have passed."""
    return _NONE.search(passage.text, max(0, number.start - 130), number.start) is not None


_ROLES = frozenset((Role.CUTOFF, Role.INVITATIONS, Role.UNKNOWN, Role.POINTS, Role.DIFFERENCE))


def _judged(
    passage: Passage, record: Record, number: NumberMention, match: re.Match[str], positive: bool
) -> Iterator[Finding]:
    text = passage.text
    begin, end = clause(text, number.start)
    if any(period.form in _SAME for period in passage.periods):
        return
    if _OF_PEOPLE.search(text, begin, match.start()):
        return
    if _LOOSE.search(text, begin, end) or not _DRAWS.search(text, begin, number.start):
        return
    # "None below 450" and "all above 450" say the same.
    sign = -1 if (match["down"] is not None) is not positive else 1
    figures = figures_of(text[match.start() : end], number)
    known = [draw for draw in record.draws if draw.date <= passage.day]
    last = _LAST.search(text, begin, number.start)
    sets = list(_sets(passage, known, number, _OF_ALL.search(text) is not None))
    if last is not None:
        sets = list(_latest(passage, known, count(last["n"])))
    if not sets:
        return
    for among in sets:
        for figure in figures:
            # "All below 475" leaves out 475, "none above 475" does not.
            reach = [sign * (figure(draw) - number.value) for draw in among]
            if max(reach) < 0 or (not positive and max(reach) == 0):
                return
    if len(figures) != 1:
        return
    figure = figures[0]
    # Of those beyond the bound in each set, the one that is nearest to what is said.
    worst = (max(among, key=lambda one: sign * figure(one)) for among in sets)
    draw = min(worst, key=lambda one: abs(figure(one) - number.value))
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        number.start,
        number.end,
        gettext_noop("Draw %(number)s of %(day)s had %(figure)s."),
        expected=f"{figure(draw):,}",
        replacement=None
        if positive
        else amounts.written(figure(draw), passage.source[number.start : number.end]),
        rows=rows_of(draw),
        confidence=0.75,
        params={"number": draw.number, "day": draw.date.isoformat(), "figure": f"{figure(draw):,}"},
    )


_OF_THEM = compiled(r"\b(?:none|not one) of (?:them|these|those)\b")
# "Each of the last four draws".
_LAST = compiled(
    rf"\b(?:last|latest|past|most recent) (?P<n>[2-9]|1[0-9]|{NUMBER_WORDS}) (?:(?!days?\b|weeks?\b|months?\b|years?\b)[\w-]+ ){{0,3}}?(?:draws|rounds|cut-?offs|scores|of them)\b"
)


def _latest(passage: Passage, known: Sequence[Draw], number: int) -> Iterator[tuple[Draw, ...]]:
    """Yield so many of the latest draws of the types that a sentence speaks of, with and without the newest, which it may set apart."""
    for types in dict.fromkeys((widened(passage.slugs or passage.topic, known), frozenset[str]())):
        of_types = [draw for draw in known if not types or draw.category in types]
        if len(of_types) > number:
            yield from (tuple(of_types[-number:]), tuple(of_types[-number - 1 : -1]))


def figures_of(words: str, number: NumberMention) -> tuple[ranks.Figure, ...]:
    """Return what a bound may be one of: cut-offs, invitations, or either where no word says which."""
    if (
        number.value > MOST_CUTOFF
        or number.role is Role.INVITATIONS
        or number.unit in ("invitation", "person")
    ):
        return (ranks.invitations,)
    if number.role is Role.CUTOFF or number.unit == "point":
        return (ranks.cutoff,)
    score, size = _SCORE.search(words), _SIZE.search(words)
    if (score is None) is (size is None):
        return (ranks.cutoff, ranks.invitations)
    return (ranks.cutoff,) if score else (ranks.invitations,)


def _sets(
    passage: Passage, known: Sequence[Draw], number: NumberMention, of_all: bool
) -> Iterator[tuple[Draw, ...]]:
    """Yield the draws that may be meant: of the types named before the number, in the times of the sentence and around it, with and
    without those that it is about."""
    slugs = tuple(
        dict.fromkeys(mention.slug for mention in passage.categories if mention.end <= number.start)
    )
    types = frozenset[str]() if of_all else widened(slugs or passage.topic, known)
    newest = {*passage.draws, *passage.before[:3], *known[-1:]}
    if _OF_THEM.search(passage.text, 0, number.start):
        # "None of them" leaves out none.
        newest = set()
    own = [
        period
        for period in passage.periods
        if period.start < number.end or not _OF_FIGURE.search(passage.text, number.end, period.start)
    ]
    found = sets_of(passage, known, types, own)
    of_types = tuple(draw for draw in known if not types or draw.category in types)
    # "No round has ever had more": in no year.
    ever = _EVER.search(passage.text) if not found.stated else None
    # "It never fell below 524" under the heading of a year may be said of that year.
    every = (of_types, *found.all) if ever and ever[0] == "never" else (of_types,) if ever else found.all
    for among in every:
        for chosen in (
            among,
            tuple(draw for draw in among if draw not in newest),
            tuple(draw for draw in among if not draw.includes_nomination),
        ):
            if chosen:
                yield chosen
        if _HAD.search(passage.text):
            spoken = (*passage.draws, *passage.before[:4], *of_types[-3:])
            yield from (
                earlier
                for draw in dict.fromkeys(spoken)
                if (earlier := tuple(other for other in among if other.sequence < draw.sequence))
            )
    if not of_all:
        yield from passage.tables
        if len(passage.before) > 1:
            yield passage.before
