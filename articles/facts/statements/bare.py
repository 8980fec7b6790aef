"""Numbers that stand alone: what the words and figures beside them make of them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from articles.facts.reading import NumberMention, Role

from .clauses import FIGURES, Clause, Token
from .listing import PLURAL, are_alike, end_of
from .model import What
from .totals import is_one_of

_CUTOFF_WORD = re.compile(r"\b(?:cut-?\s?offs?|scores?|thresholds?|CRS|bar)\b", re.IGNORECASE)

_AT = re.compile(
    r"\bat\s+(?:(?:an?|just|only|the|its|much|far|slightly|even|new|record|still)\s+)*(?:(?:higher|lower|low|high|modest|steep|low\s+of|high\s+of)\s+)?\Z"
    r"|\b(?:to|stopped\s+at|reached|reaching|with)\s+\Z|[(]\s*\Z|\b(?:was|were)\s+\Z",
    re.IGNORECASE,
)


# "3,000 at 477"; "French (1,500, 388)": what stands so is of one draw.
_AT_NUMBER = re.compile(r"\s+at\s+(?:an?\s+|just\s+|only\s+)?", re.IGNORECASE)
_OPENS = re.compile(r"\s*\(\s*(?:with\s+|only\s+|CRS\s+)?", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*[,/]\s*")


def pairs(clause: Clause, tokens: list[Token]) -> list[Token]:
    """Join numbers with the cut-off that they were invited at, and types with the figures in the brackets behind them."""
    done: list[Token] = []
    inside = False
    for token in tokens:
        before = done[-1] if done else None
        if before is None:
            done.append(token)
            continue
        between = clause.text[before.end : token.start]
        behind = clause.text[end_of(before) : token.start]
        opens = before.what is What.TYPE and _OPENS.fullmatch(between) is not None
        inside = (opens or inside and ")" not in between) and token.what in FIGURES
        is_pair = (
            _AT_NUMBER.fullmatch(behind)
            or (inside and _GOES_ON.fullmatch(between))
            or _ends_line(clause, tokens, token, between)
        )
        if is_pair and _may_be(before, What.INVITATIONS) and _may_be(token, What.CUTOFF):
            done[-1] = replace(before, what=What.INVITATIONS, may_be=())
            done.append(replace(token, what=What.CUTOFF, may_be=(), joined=True))
        else:
            done.append(replace(token, joined=True) if opens else token)
    if any(token.joined and token.may_be == (What.INVITATIONS,) for token in done):
        # "French (1,000), STEM (5,900) and trades (700)": one kind of figure is told of all.
        return [
            replace(token, what=What.INVITATIONS, may_be=())
            if token.joined and What.INVITATIONS in token.may_be
            else token
            for token in done
        ]
    return done


def _ends_line(clause: Clause, tokens: Sequence[Token], token: Token, between: str) -> bool:
    """Whether a number is the last of the two with which a line ends: "Wed 15 - Healthcare. 4,000; 419"."""
    return (
        clause.is_item
        and token is tokens[-1]
        and sum(other.what in FIGURES for other in tokens) == 2
        and between.strip() == ";"
        and any(other.what is What.DATE for other in tokens)
        and _CUTOFF_WORD.search(clause.text, clause.start, clause.end) is None
    )


def _may_be(token: Token, what: What) -> bool:
    return token.what is what if not token.may_be else what in token.may_be


def known(clause: Clause, tokens: list[Token]) -> list[Token]:
    """Keep bare numbers where something says what they are: the question, a list, the words or a figure beside them."""
    # Points that those invited had need nothing beside them: "The lowest-ranked among them had 436 points".
    tokens = [
        replace(token, may_be=()) if getattr(token.items[0], "role", None) is Role.POINTS else token
        for token in tokens
    ]
    known = [token for token in tokens if token.what in FIGURES and not token.may_be]
    kinds = {token.what for token in known}
    values = {getattr(token.items[0], "value", None): token.what for token in known}
    anchored = any(token.is_anchor for token in tokens)
    of_cutoffs = (
        What.CUTOFF not in kinds and _CUTOFF_WORD.search(clause.text, clause.start, clause.end) is not None
    )
    alike = anchored and are_alike(tokens)
    counted = is_one_of(clause) and not of_cutoffs and not kinds and not alike
    told_at = any(token.may_be and _is_at(clause, token) for token in tokens)
    bare = [token for token in tokens if token.may_be]
    only_cutoffs = (
        kinds == {What.CUTOFF} and len(bare) > 1 and all(What.CUTOFF in token.may_be for token in bare)
    )
    sizes = _size_went(clause, bare)
    led = clause.led and _OWN.search(clause.text, clause.start, clause.end) is None
    done = []
    for token in tokens:
        if not token.may_be:
            done.append(token)
            continue
        same = values.get(getattr(token.items[0], "value", None))
        is_at = (
            _is_at(clause, token)
            or (told_at and _is_beside_anchor(token, tokens, clause.text))
            or (done and done[-1].may_be and _IN_ROW.fullmatch(clause.text[done[-1].end : token.start]))
        )
        if _is_before_type(token, tokens):
            done.append(replace(token, what=What.INVITATIONS, may_be=()))
            continue
        told = (
            clause.hint
            or same
            or (What.INVITATIONS if (counted and not is_at) or token in sizes else None)
            or (What.CUTOFF if only_cutoffs or alike else None)
            or (What.CUTOFF if of_cutoffs and (anchored or is_at or told_at) else None)
        )
        if told and told in token.may_be:
            done.append(replace(token, what=told, may_be=()))
        elif kinds:
            what = next(iter(kinds)) if len(kinds) == 1 else token.what
            if _is_beside_alike(done, token, clause.text):
                scores = tuple(
                    replace(one, role=Role.CUTOFF) for one in token.items if isinstance(one, NumberMention)
                )
                done.append(replace(token, what=What.CUTOFF, items=scores, may_be=()))
                continue
            if _goes_on_from(done, token, clause.text):
                done.append(replace(token, what=What.CUTOFF, may_be=()))
                continue
            done.append(replace(token, what=what, only=len(kinds) == 1) if what in token.may_be else token)
        elif led or (anchored and (clause.is_item or is_at)) or _is_of_day(token, tokens):
            done.append(token)
    return done


# "The size of the draw rose from 500 to 4,000".
_SIZE_WENT = re.compile(
    r"\b(?:size|invitations?|ITAs|number|draws?|rounds?)\s(?:(?!cut-?\s?off|score)[^.;\d]){0,50}?\bfrom\s+(?:just\s+|only\s+)?\Z",
    re.IGNORECASE,
)
_WENT_TO = re.compile(r"\s+(?:up\s+|down\s+)?to\s+(?:just\s+|only\s+)?")
_MOST_SIZE = 10_000


def _size_went(clause: Clause, bare: Sequence[Token]) -> Sequence[Token]:
    """Return the two numbers between which the size of a draw is said to have changed."""
    for one, other in pairwise(bare):
        values = [getattr(token.items[0], "value", 0) for token in (one, other)]
        if (
            950 < max(values) <= _MOST_SIZE
            and _WENT_TO.fullmatch(clause.text, one.end, other.start)
            and _SIZE_WENT.search(clause.text, clause.start, one.start)
        ):
            return one, other
    return ()


_OTHER_ONE = re.compile(
    r"\bthe\s+(?:former|latter|other|first|second|third|last|earlier|later)\b", re.IGNORECASE
)


def _goes_on_from(done: Sequence[Token], token: Token, text: str) -> bool:
    """Whether the last figure before a bare number is a cut-off near to it: "the cut-off was 725, at the former 734"."""
    before = next((one for one in reversed(done) if one.what in FIGURES), None)
    return (
        before is not None
        and before.what is What.CUTOFF
        and not before.may_be
        and What.CUTOFF in token.may_be
        and _OTHER_ONE.search(text, before.end, token.start) is not None
        and are_alike([before, before, token])
    )


def _is_beside_alike(done: Sequence[Token], token: Token, text: str) -> bool:
    """Whether a bare number stands right behind a type as a cut-off does in the words before: "Nominees needed 775 points and the trades 199"."""
    types = list(takewhile(lambda one: one.what is What.TYPE, reversed(done)))
    before = done[: len(done) - len(types)][-2:]
    return (
        What.CUTOFF in token.may_be
        and bool(types)
        and not text[types[0].end : token.start].strip()
        and [one.what for one in before] == [What.TYPE, What.CUTOFF]
        and not before[-1].may_be
        and _JOINS.fullmatch(text, before[-1].end, types[-1].start) is not None
    )


_JOINS = re.compile(r"(?:\s+points)?(?:,|\s+and|,\s+and|,?\s+while)\s+(?:the\s+)?", re.IGNORECASE)
# In a diary a number may be the writer's own score.
_OWN = re.compile(r"\b(?:i|my|me|mine|we|our|you|your|he|she|his|her|points?)\b", re.IGNORECASE)


def _is_before_type(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a bare number counts those of a type: "6,000 Francophones"."""
    return What.INVITATIONS in token.may_be and any(
        other.what is What.TYPE and 0 < other.start - token.end <= 2 for other in tokens
    )


_IN_ROW = re.compile(r",\s+(?:and\s+)?|\s+and\s+")


def _is_at(clause: Clause, token: Token) -> bool:
    before = clause.text[max(clause.start, token.start - 60) : token.start]
    listed = before.rstrip().endswith(":") and PLURAL.search(before) is not None
    return listed or _AT.search(before) is not None


# "365 (February 1)", "410 on 24 April": a number this near to what names a draw is of it.
_BESIDE = 8


def _is_beside_anchor(token: Token, tokens: Sequence[Token], text: str) -> bool:
    return any(
        min(abs(other.start - token.end), abs(token.start - other.end)) <= _BESIDE
        or (token.end < other.start and _FOR_THEM.fullmatch(text[token.end : other.start]))
        for other in tokens
        if other.is_anchor
    )


def _is_of_day(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a number too large for a cut-off stands right before a day, a type being named: "the CEC: 6,300 on the 17th"."""
    return (
        token.may_be == (What.INVITATIONS,)
        and any(other.what is What.TYPE for other in tokens)
        and any(other.what is What.DATE and 0 < other.start - token.end <= _RIGHT_BEFORE for other in tokens)
    )


_RIGHT_BEFORE = 4
_FOR_THEM = re.compile(r"\s+(?:went\s+)?(?:for|to|in)\s+(?:[\w-]+\s+){0,3}")
