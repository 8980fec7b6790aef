"""Numbers in a sentence that are figures of a draw, and those that look like it."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.reading import (
    Mention,
    NumberMention,
    RangeMention,
    Role,
)

from .clauses import Clause, Token, is_compared, is_hypothetical
from .listing import PLURAL
from .model import What
from .outside import tells_of_province
from .totals import is_total

_IN_POOL = re.compile(
    r"[^.;]{0,40}\b(?:in\s+the\s+pool|profiles|were\s+waiting|between\s+\d)",
    re.IGNORECASE,
)

_POOL_HAS = re.compile(
    r"\bpool\s+(?:had|has|held|holds|counted|counts|contained|contains|numbered|stood\s+at|stands\s+at|grew\s+to|with)\b[^.;]{0,25}\Z",
    re.IGNORECASE,
)

# "Lower than 515 it was last seen in September": a bound, and the figure of no draw.
_PASSED = re.compile(r"\b(?:lower\s+than|higher\s+than|below|above|under|over)\s+\Z", re.IGNORECASE)
_LAST_TIME = re.compile(r"\b(?:last|first\s+time|never|since)\b", re.IGNORECASE)

# "An invitation to a CEC candidate with 530 points": of one person, and no cut-off.
_ONE_PERSON = re.compile(
    r"\b(?:an?|any|every|no|another)\s+(?:[\w-]+\s+){0,3}(?:candidate|applicant|person|nurse|worker|engineer|profile|teacher|nominee|speaker|one)\s+(?:with|at|who\s+has|who\s+had)\s+(?:at\s+least\s+|only\s+|just\s+)?\Z",
    re.IGNORECASE,
)

_EACH = re.compile(
    r"\b(?:each|apiece|both\s+(?:had|with|of)|both\s+draws|both\s+rounds|both\s+times|each\s+time|twice|and\s+again|every\s+one)\b",
    re.IGNORECASE,
)

_ALL_BEFORE = re.compile(
    r"\b(?:draws|rounds|of\s+them)\s+(?:both|all|each)\s+(?:[\w-]+\s+){0,3}\Z", re.IGNORECASE
)

_CHANGED = re.compile(
    r"\b(?:rose|rising|risen|climb\w*|went|gone|increas\w+|jump\w*|mov\w+|chang\w+|grew|grown|edged|crept|f[ae]ll\w*|dropp?\w*|slip\w*|declin\w+|slid\w*|eas\w+|dipp?\w*|sw[eo]ll\w*|balloon\w*|expand\w*|shr[aiu]nk\w*|reduced|cut(?![- ]?offs?)|raised|lifted|doubled|tripled)\b[^.;]{0,40}\bfrom\s+\Z",
    re.IGNORECASE,
)

_FROM = re.compile(r"\bfrom\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}?\Z", re.IGNORECASE)

_TO = re.compile(r"\s*+(?:points?\s+)?(?:to|down\s+to|up\s+to)\s+(?:an?\s+)?\d", re.IGNORECASE)

_SHARE = re.compile(r"\b(?:in|of|out\s+of)\s+(?:every\s+)?\Z", re.IGNORECASE)

_WITH_POINTS = re.compile(
    r"\b(?:speakers|nominees|workers|those|invited|invitations?|candidates|people|applicants)\b(?:[^.;]{0,30}\b(?:with|at|scoring|had|having)|[^.;,]{0,70}\bwith)\s+(?:at\s+least\s+)?\Z"
    r"|\b\d[\d,]*\s+(?:(?:invitations|itas|candidates|people),|(?:invited|invitations|itas|candidates|people)\s*[/|])\s+\Z"
    r"|\b\d[\d,]+\s+with\s+(?:at\s+least\s+)?\Z"
    r"|\blowest(?:-ranked|-scoring)?(?:\s+(?:candidate|person|one))?(?:\s+(?:of|among)\s+(?:them|whom|these|those))?\s+(?:had|has|with)\s+(?:just\s+|only\s+)?\Z"
    r"|\bthe\s+(?:very\s+)?last\s+(?:of\s+(?:them|these|those|whom)|one|person|candidate|invitee|to\s+get\s+in)(?:\s+(?:invited|in|chosen|among\s+them))?\s+(?:had|has|got|with|stood\s+at|was\s+at)\s+(?:just\s+|only\s+)?\Z",
    re.IGNORECASE,
)

# "At 507 and 490 points": the last of a list.
_LISTED = re.compile(r"(?:\b\d{2,3}(?:\s+points)?(?:,\s+and|,|\s+and)\s+){1,6}\Z")

_OTHER_POINTS = re.compile(
    r"\b(?:nominat\w+|job\s+offers?|additional|worth|adds?|bonus|extra)\b", re.IGNORECASE
)

_SURVEY = re.compile(
    r"\b(?:survey(?:ed)?|poll(?:ed)?|respondents|voters|readers|newcomers|quiz)\b", re.IGNORECASE
)

_RECKONED = re.compile(
    r"\bwithout\s+the\s+[\d,]+\s+points\b|\ba\s+(?:crs\s+)?(?:cut-?\s?off|score)\s+of\s+\d+\s+(?:means?|is\s+not|equals|says|tells)|\bpoints\s+of\s+(?:her|his|their|your)\s+own\b|\b(?:survey|poll)\b",
    re.IGNORECASE,
)

_OUT_OF = re.compile(r"\b(?:out\s+of|maximum(?:\s+of)?)\s+(?:a\s+possible\s+)?\Z", re.IGNORECASE)

# No cut-off was ever higher; what stands alone and is larger counts candidates.
MOST_CUTOFF = 950

# Smaller numbers in words are too often something else.
_IN_WORDS = 100


def of_number(clause: Clause, mention: NumberMention, mentions: Sequence[Mention]) -> Iterator[Token]:
    text = clause.text
    if (
        _is_no_figure(text, mention)
        or tells_of_province(text[clause.start : clause.end])
        or _SURVEY.search(text, clause.start, clause.end)
    ):
        return
    if mention.role in (Role.INVITATIONS, Role.CUTOFF, Role.UNKNOWN, Role.POINTS):
        in_range, changed = _range_of(clause, mention, mentions)
        if in_range or is_hypothetical(text, clause.start, mention.start) or _is_of_pool(clause, mention):
            return
        compared = changed or is_compared(clause, mention.start)
        each = bool(
            _EACH.search(text, mention.start, min(clause.end, mention.noun + 60))
            or _ALL_BEFORE.search(text, clause.start, mention.start)
        )
        if mention.role is Role.INVITATIONS and _is_share(text, mention):
            return
        if mention.role is Role.CUTOFF and (not _is_of_one(clause, mention) or _is_reckoned(clause)):
            return
        if mention.role is Role.POINTS and not _is_invited_with(clause, mention):
            return
        if _is_passed(clause, mention):
            return
        if mention.role is Role.INVITATIONS and (each or not is_total(clause, mention)):
            yield Token(
                What.INVITATIONS, mention.start, mention.end, (mention,), compared=compared, each=each
            )
        elif mention.role is Role.CUTOFF or (
            mention.role is Role.UNKNOWN and mention.bound == "at least" and _is_invited_with(clause, mention)
        ):
            yield Token(What.CUTOFF, mention.start, mention.end, (mention,), compared=compared, each=each)
        elif mention.role is Role.POINTS:
            yield Token(
                What.CUTOFF, mention.start, mention.end, (mention,), (What.CUTOFF,), compared=compared
            )
        elif (
            mention.role is Role.UNKNOWN
            and not (clause.led and mention.bound)
            and mention.value >= (_IN_WORDS if mention.form == "words" else 50)
        ):
            kinds = _kinds_of_bare(clause, mention)
            if not kinds or _NOW.match(text, mention.end) and _THEN.search(text, clause.start, mention.start):
                return
            counted = What.INVITATIONS in kinds and _is_taken(clause, mention)
            if counted:
                kinds = (What.INVITATIONS,)
            yield Token(
                kinds[-1],
                mention.start,
                mention.end,
                (mention,),
                may_be=() if counted else kinds,
                compared=compared,
                each=each,
            )


def _is_no_figure(text: str, mention: NumberMention) -> bool:
    """Whether a number cannot be a figure of a draw: a fraction, "one candidate", "out of 1,200"."""
    few = mention.value < (50 if mention.form == "words" and mention.unit != "invitation" else 4)
    if _OF_SHARE.search(text, max(0, mention.start - 16), mention.start):
        return True
    if mention.role is Role.UNKNOWN and (_is_worth(text, mention) or _MINUTES.match(text, mention.start)):
        return True
    return (
        few
        or mention.value != int(mention.value)
        or _OUT_OF.search(text, max(0, mention.start - 20), mention.start) is not None
    )


# "15 per cent (14,445)" gives the whole of a share.
_OF_SHARE = re.compile(r"(?:per\s+cent|percent|%)\s*\(\Z", re.IGNORECASE)
# "2:55 p.m."
_MINUTES = re.compile(r"(?<=\d:)")


def _is_worth(text: str, mention: NumberMention) -> bool:
    """Whether the text tells of points for a nomination or an offer, and of no draw."""
    if _BRINGS.search(text, max(0, mention.start - 60), mention.start):
        return True
    told = text[max(0, mention.start - 240) : mention.end + 60]
    return _WORTH.search(told) is not None and _TELLS_OF_DRAW.search(told) is None


_WORTH = re.compile(
    r"\bworth\b|\bnomination\b|\bjob\s+offers?\b|\bpoints\s+for\s+(?:strong|good|french|a\b|an\b|brothers?|sisters?|siblings?)",
    re.IGNORECASE,
)
# "A nomination brings 600".
_BRINGS = re.compile(
    r"\b(?:nomination|(?:job\s+)?offer|sibling|brother|sister|diploma|french)\s+(?:still\s+|now\s+|alone\s+)?(?:brings|gives|adds|earns|is\s+worth)\s+(?:you\s+|them\s+|only\s+|just\s+)*\Z",
    re.IGNORECASE,
)
_TELLS_OF_DRAW = re.compile(r"\b(?:cut-?\s?offs?|draws?|rounds?|invited|invitations?)\b", re.IGNORECASE)


def _range_of(clause: Clause, mention: NumberMention, mentions: Sequence[Mention]) -> tuple[bool, bool]:
    """Whether a number is one end of a range, and whether it is what something changed from."""
    text = clause.text
    for other in mentions:
        if isinstance(other, RangeMention) and other.start <= mention.start < other.end:
            if _is_change(clause, other):
                return False, mention.start == other.start
            if _CHANGED.search(text, max(clause.start, other.start - 80), other.start):
                return False, mention.start == other.start
            return True, False
    before = max(clause.start, mention.start - 60)
    return False, bool(_FROM.search(text, before, mention.start) and _TO.match(text, mention.end))


def _is_change(clause: Clause, numbers: RangeMention) -> bool:
    """Whether "from 394 to 446" is a step of one thing and not the bounds of several."""
    before = clause.text[max(clause.start, numbers.start - 60) : numbers.start]
    return _ITS_FROM.search(before) is not None and _RANGES.search(before) is None


_ITS_FROM = re.compile(
    r"\b(?:its|the|whose|that|their)\s+(?:[\w-]+\s+){0,3}?(?:cut-?\s?off|score|threshold|size)\b[^.;]{0,35}\bfrom\s+\Z",
    re.IGNORECASE,
)

_RANGES = re.compile(
    r"\b(?:rang\w+|ran|running|lay|lies|span\w*|var\w+|between|anywhere|everything|cut-?\s?offs|scores)\b",
    re.IGNORECASE,
)


def _kinds_of_bare(clause: Clause, mention: NumberMention) -> tuple[What, ...]:
    """Return what figures of one draw a bare number can be."""
    may_be = () if is_total(clause, mention) else (What.INVITATIONS,)
    if may_be and _SIZED.search(clause.text, max(clause.start, mention.start - 70), mention.start):
        return may_be
    if mention.value <= MOST_CUTOFF and mention.form != "short":
        return (*may_be, What.CUTOFF)
    return may_be


def _is_taken(clause: Clause, mention: NumberMention) -> bool:
    """Whether a bare number is of those whom a draw took: "the second brought 670"."""
    begin = max(clause.start, mention.start - 30)
    return (
        _OF_THEM.match(clause.text, mention.end) is not None
        or _TAKEN.search(clause.text, begin, mention.start) is not None
    )


_TAKEN = re.compile(
    r"\b(?:brought|bringing|took|taken|drew)\s+(?:in\s+|just\s+|only\s+|another\s+)*\Z", re.IGNORECASE
)
# "6,000 of them", "only 500 of us".
_OF_THEM = re.compile(r"\s+of\s+(?:them|us|these|those)\b", re.IGNORECASE)
# "The smallest round for all programs, of 720", "the one in June was smaller: 271": how large it was.
_SIZED = re.compile(
    r"\b(?:smaller|larger|bigger|tiny|modest)\s*(?:[:,(\u2013\u2014]|at|with)\s*(?:just\s+|only\s+)?\Z|\b(?:small|large|big|tiny|huge|modest)\w*\s+(?:\w+\s+)?(?:round|draw)s?\b[^.;:]{0,30},?\s+of\s+(?:just\s+|only\s+)?\Z",
    re.IGNORECASE,
)
# "1,000 then, 730 now": the later one is of the draw that is told of, and not of the day beside the earlier.
_THEN = re.compile(r"\bthen\b", re.IGNORECASE)
_NOW = re.compile(r"\s+(?:now|today|this\s+time)\b", re.IGNORECASE)


def _is_invited_with(clause: Clause, mention: NumberMention) -> bool:
    """Whether points are those of the candidates invited: "3,000 were invited with 507 points"."""
    text = clause.text
    listed = _LISTED.search(text, max(clause.start, mention.start - 60), mention.start)
    place = listed.start() if listed else mention.start
    return (
        50 <= mention.value <= 1200
        and _WITH_POINTS.search(text, max(clause.start, place - 110), place) is not None
        and _OTHER_POINTS.search(text, clause.start, clause.end) is None
        and _ONE_PERSON.search(text, clause.start, mention.start) is None
    )


def _is_passed(clause: Clause, mention: NumberMention) -> bool:
    """Whether a number is a bound that draws have or have not passed since a time."""
    text = clause.text
    passed = _PASSED.search(text, max(clause.start, mention.start - 15), mention.start)
    return passed is not None and _LAST_TIME.search(text, clause.start, clause.end) is not None


def _is_share(text: str, mention: NumberMention) -> bool:
    """Whether a number is the whole of a share: "two in five invitations"."""
    return mention.value <= 20 and _SHARE.search(text, max(0, mention.start - 30), mention.start) is not None


def _is_of_one(clause: Clause, mention: NumberMention) -> bool:
    """Whether a cut-off is one draw's and no bound of several: "cut-offs above 500"."""
    return not (
        mention.bound and PLURAL.search(clause.text, max(clause.start, mention.start - 40), mention.start)
    )


def _is_reckoned(clause: Clause) -> bool:
    """Whether a sentence reckons with scores: "without the 600 points of a nomination, that is a score of 152"."""
    return _RECKONED.search(clause.text, clause.start, clause.end) is not None


def _is_of_pool(clause: Clause, mention: NumberMention) -> bool:
    if mention.role is not Role.INVITATIONS or mention.unit != "person":
        return False
    if _POOL_HAS.search(clause.text, clause.start, mention.start):
        return True
    return _IN_POOL.match(clause.text[mention.end : clause.end]) is not None
