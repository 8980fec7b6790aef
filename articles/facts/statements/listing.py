"""What is listed: "511, 486, 463 and 439", "STEM and healthcare", "4, 5 and 6 July"."""

import re
from dataclasses import replace

from articles.facts.reading import (
    NumberMention,
    Role,
)

from .clauses import ANCHORS, FIGURES, Clause, Token
from .model import What

_LIST_AND = re.compile(
    r"\s*+(?:,|&|,?\s*+and|,?\s*+or|,?\s*+then|et)\s*+(?:again\s+|now\s+)?(?:the\s+|on\s+|for\s+|of\s+)?",
    re.IGNORECASE,
)

_AND_ASIDE = re.compile(
    r",?\s+and,?\s+(?:this|last)\s+(?:week|month|time|\w+day),\s+|,?\s+and,?\s+(?:yesterday|today|now|finally|lastly|most\s+recently),?\s+",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",?\s+and(?:\s+now)?,\s+", re.IGNORECASE)
PLURAL = re.compile(
    r"\b(?:cut-?\s?offs|scores|thresholds|invitations|itas|invites|sizes|totals|bars)\b", re.IGNORECASE
)


def lists(tokens: list[Token], clause: Clause) -> list[Token]:
    """Join what is listed: "511, 486, 463 and 439", "STEM and healthcare", "4, 5 and 6 July"."""
    done: list[Token] = []
    tokens = _without_asides(tokens, clause.text)
    for run in _runs(tokens, clause.text):
        listed = any(len(token.items) == len(run) for token in done)
        several = (listed and len(run) > 1) or _names_several(tokens, run) or _is_counted(clause, run)
        done += _joined(run, clause, several, _is_beside(tokens, run))
    return done


def _without_asides(tokens: list[Token], text: str) -> list[Token]:
    """Leave out a time that stands between marks before the last of a list: "391, 271 and, this week, 229 invitations"."""
    return [
        token
        for place, token in enumerate(tokens)
        if not (
            1 < place < len(tokens) - 1
            and token.what in (What.PERIOD, What.DATE)
            and all(tokens[at].what in FIGURES for at in (place - 2, place - 1, place + 1))
            and _LIST_AND.fullmatch(text[end_of(tokens[place - 2]) : tokens[place - 1].start])
            and _ASIDE.fullmatch(text[end_of(tokens[place - 1]) : token.start])
            and text[token.end : tokens[place + 1].start].strip() == ","
        )
    ]


def _runs(tokens: list[Token], text: str) -> list[list[Token]]:
    runs: list[list[Token]] = []
    for token in tokens:
        before = runs[-1][-1] if runs else None
        if (
            before is not None
            and not token.joined
            and (before.what is token.what or (before.what in FIGURES and token.what in FIGURES))
            and token.start - before.end < 40
            and (
                _LIST_AND.fullmatch(text[end_of(before) : token.start])
                or _AND_ASIDE.fullmatch(text[end_of(before) : token.start])
            )
        ):
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def end_of(token: Token) -> int:
    """Return where the words of a token end, its noun with them: "700 invitations and 500"."""
    last = token.items[-1]
    return max(token.end, last.noun) if isinstance(last, NumberMention) else token.end


def _names_several(tokens: list[Token], run: list[Token]) -> bool:
    anchors = [token for token in tokens if token.is_anchor and token not in run]
    kinds = [token.what for token in anchors]
    return any(kinds.count(kind) == len(run) for kind in ANCHORS)


def _is_counted(clause: Clause, run: list[Token]) -> bool:
    """Whether a sentence says that there were as many draws: "two rounds, with 4,750 and 1,325 invitations"."""
    return len(run) > 1 and any(
        isinstance(mention, NumberMention)
        and mention.role in (Role.DRAWS, Role.TIMES)
        and mention.value == len(run)
        for mention in clause.reading.between(clause.part, clause.start, clause.end)
    )


def _is_beside(tokens: list[Token], run: list[Token]) -> bool:
    """Whether a list stands before or behind all that names draws, and not among it."""
    anchors = [token.start for token in tokens if token.is_anchor]
    return all(start < run[0].start for start in anchors) or all(start > run[-1].start for start in anchors)


def _joined(run: list[Token], clause: Clause, several: bool, beside: bool) -> list[Token]:
    if len(run) == 1 or run[0].what is What.TIE:
        return run
    if run[0].is_anchor:
        return [_one(run, run[0].what)]
    known = {token.what for token in run if not token.may_be}
    if known <= {What.CUTOFF} and are_alike(run):
        return [_one(run, What.CUTOFF)]
    if not known and not (several and beside) and _is_bracketed(run, clause.text):
        # Which kind of figure they are the words do not say.
        return []
    if not known and several and beside:
        bare = all(What.CUTOFF in token.may_be for token in run)
        return [_one(run, What.CUTOFF if bare else What.INVITATIONS)]
    if len(known) != 1:
        return run
    what = next(iter(known))
    fits = all(not token.may_be or what in token.may_be for token in run)
    ends = not run[-1].may_be and beside and (several or len(run) > 2)
    # "Cut-offs of 511, 486 and 463", not "1,500 invitations, 463".
    begins = (
        not run[0].may_be
        and end_of(run[0]) == run[0].end
        and PLURAL.search(clause.text, max(clause.start, run[0].start - 60), run[0].start)
    )
    if fits and (len(run) == sum(not token.may_be for token in run) or ends or begins):
        return [_one(run, what)]
    return run


def _is_bracketed(run: list[Token], text: str) -> bool:
    """Whether brackets hold two numbers and nothing else: "(225 and 192)", one kind of figure of two draws."""
    between = text[run[0].end : run[-1].start]
    return (
        len(run) == 2
        and between.strip() in ("and", "&")
        and text[: run[0].start].endswith("(")
        and text[run[-1].end :].startswith(")")
    )


def are_alike(tokens: list[Token]) -> bool:
    """Whether numbers, more than two, are so like one another that they are cut-offs of several draws: "521, 519, 518"."""
    run = [token for token in tokens if token.what in FIGURES]
    values = [getattr(item, "value", 0) for token in run for item in token.items]
    return (
        len(run) > 2
        and all(What.CUTOFF in token.may_be or not token.may_be for token in run)
        and max(values) - min(values) <= _SPREAD
    )


_SPREAD = 100


def _one(run: list[Token], what: What) -> Token:
    return replace(
        run[0],
        what=what,
        may_be=(),
        end=run[-1].end,
        items=tuple(item for token in run for item in token.items),
        each=any(token.each for token in run),
        strong=any(token.strong for token in run),
    )
