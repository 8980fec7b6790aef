"""What a sentence claims of the occupations in it: each occupation, or several in a row, with what is said of them. Pure: no Django."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.facts.reading import CodeMention

from .code_pairs import Pair
from .membership_words import Predicate, Said, after, before, opposite
from .patterns import compiled
from .setting import Unit
from .title_spans import spans
from .titles import Fit, Titles

# Characters between an occupation and what is said of it in passing, and at most between it and what stands before it.
NEAR = 4
REACH = 90

_CLAUSE = compiled(
    r"; ?|,? (?:but|while|whereas|although|though|yet) |, (?:and )?(?:so|as|neither|nor) (?:are|is|were|was|do|does|did|can|could) |, and (?:since|from|until|as of|now|today|in|on) |: (?=[a-z' -]{3,60}(?:\([0-9]{5}\))?[a-z0-9()' -]{0,60} (?:is|are|was|were|can|do|has|have|left|joined|stay|remain) )| [-–—] "
)
_ELLIPSIS = compiled(
    r"(?:still )?(?P<verb>(?:is|are|do|does|did|was|were|can|could|may|has|have))?(?: still| now)?(?P<not> not|n't)?,? ?(?P<too>too|as well|also|both|likewise|another|others|though|however|either)?(?: now)?"
)
_FRAGMENT = compiled(
    r"^ ?(?:: ?|, (?=(?:yes|no)\b[.;!]?$))(?:(?P<on>yes|in|on it|listed|there|included|eligible|still on(?: it)?)|(?P<off>no|not|out|off|gone|not on it|not there|not in|not listed|none))\b(?! (?:by|in the|at))"
)
_SO = compiled(r"^\W*(?:and )?(?:so|as|nor|neither) (?:is|are|do|does|was|were|did|could|can|may|has|have)\b")
_NOR = compiled(r"^\W*(?:and )?(?:nor|neither)\b")
_UNLIKE = compiled(
    r"\b(?:unlike|rather than|than|except|except for|other than|apart from|aside from|besides|even) (?:the |for |an? )?$"
)
_NO = compiled(r"\b(?:no|neither|nor|none of the)$")
_JOINTS = compiled(
    r"\([^()]*\)|\b(?:noc|[0-9]{5}|and|or|nor|plus|the|with|as|well|also|both|an?|all|along|together|including|even|most|certain|some|by|then|finally|only|just)\b|[,/&\"'-]"
)
_CODES = compiled(r"\([^()]*\)|\bnoc\b|[0-9]{5}")
_CODE_BEHIND = compiled(r"(?: ?\([^()]{0,40}\))?")
_ASIDE = compiled(
    r" ?, (?:who|which|on|in|once|formerly|listed|added|until|long|also|like|such|as|including|with)\b[^,;.:]{2,60}, ?"
)
_WHO = compiled(r"^ ?,? ?(?:who|which|that)\b")
_RELATIVE = compiled(r"\w (?:that|which|who) ?$")
_ALSO = compiled(r"^\W*(?:and |but )?(?:also|plus|as well as|then also)\b")
_OTHER_VERB = compiled(
    r"\b(?:had|got|needs?|earn\w*|works?|worked|said|says|whose|who|because|if|whether|draws?|invited|invitations?|score|hop\w+|want\w*|wish\w*|like to|ask\w*|wonder\w*|expect\w*|tr(?:y|ied|ies) to|lobb\w+|campaign\w*|wait\w*|demand\w*|deserve\w*|"
    r"propose\w*|believe\w*|think|thought|know|fear\w*|the former|the latter|next|next list)\b"
)
_DOUBT = compiled(
    r"\b(?:if|whether|unless|until|before|once|would|should|might|suppose|imagine|maybe|perhaps|rumou?r\w*|nobody knows|no one knows)\b[^,;:]*$"
)
_FUTURE = compiled(r"\b(?:next|future|coming|upcoming|one day|may return|could return|might return)\b")
_STILL = compiled(
    r"(?:still |now )?(?:are|do|can|is|does)(?: still)?(?P<not> not|n't)?(?: now)?|(?P<gone>no longer) (?:are|do|is|does)"
)
_PRONOUN = compiled(
    r"^\W*(?:and |but |so |now |today |(?:and )?since [\w ]{3,20}? )?(?:it(?= still)|they|these|those|both|all (?:of them|two|three|four|five)|neither|these (?:occupations|jobs|trades|professions|workers))\b"
)
_NARROWED = compiled(r"([\w'-]+) +$")


@dataclass(frozen=True, slots=True)
class Named:
    """An occupation in a sentence, as places in its text, with the codes that it may be."""

    start: int
    end: int
    words: str
    codes: frozenset[str]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """What text[start:end] of a sentence says of an occupation; its clause goes from `first` to `last`."""

    named: Named
    predicate: Predicate
    start: int
    end: int
    first: int
    last: int

    @property
    def said(self) -> Said:
        return self.predicate.said


@dataclass(frozen=True, slots=True)
class Clause:
    """text[start:end] with its occupations in rows and what is said before and after them."""

    text: str
    start: int
    end: int
    rows: tuple[tuple[Named, ...], ...]
    before: tuple[Predicate, ...]
    after: tuple[Predicate, ...]


def clauses(text: str, named: Sequence[Named]) -> Iterator[Clause]:
    """Yield the clauses of a sentence."""
    bounds = [0]
    for match in _CLAUSE.finditer(text):
        if not any(one.start < match.end() and match.start() < one.end for one in named):
            bounds.append(match.start())
    bounds.append(len(text))
    for start, end in zip(bounds, bounds[1:], strict=False):
        inside = [one for one in named if start <= one.start < end]
        subject, object_ = before(text, start, end), after(text, start, end)
        yield Clause(
            text, start, end, _rows(text, inside, (*subject, *object_)), tuple(subject), tuple(object_)
        )


def _rows(
    text: str, named: Sequence[Named], predicates: Sequence[Predicate]
) -> tuple[tuple[Named, ...], ...]:
    """Put occupations together that follow each other with commas or "and" between them."""
    rows: list[list[Named]] = []
    for one in named:
        if rows:
            last = rows[-1][-1]
            between = text[last.end : one.start]
            parted = any(last.end <= found.start and found.end <= one.start for found in predicates)
            if not parted and not _UNLIKE.search(text[: one.start]) and _is_joint(between):
                rows[-1].append(one)
                continue
        rows.append([one])
    return tuple(tuple(row) for row in rows)


def _is_joint(between: str) -> bool:
    """Whether occupations on either side stand in one row: with a title between them, perhaps, that is not known."""
    rest = _JOINTS.sub(" ", between).split()
    return not rest or (
        len(rest) <= 3 and bool(re.search(r",| and | or ", between)) and not _OTHER_VERB.search(between)
    )


def of_clause(clause: Clause, heard: Said | None) -> Iterator[Claim]:
    """Yield what a clause claims. `heard` is what was last said, for "so are cooks" and "cooks too"."""
    for place, row in enumerate(clause.rows):
        if _UNLIKE.search(clause.text[clause.start : row[0].start]):
            continue
        # "Butchers for cooks": the one came in the other's place.
        if place and clause.text[clause.rows[place - 1][-1].end : row[0].start].strip() == "for":
            continue
        predicate = _of_row(clause, row, heard, is_first=place == 0)
        if predicate is None:
            continue
        heard = predicate.said
        for one in row:
            # "No chemists, but engineers": what is said of none of them is said the other way round.
            said = predicate
            if _NO.search(clause.text[: one.start].rstrip()) or (
                one is not row[0] and _NO.search(clause.text[: row[0].start].rstrip())
            ):
                said = replace(predicate, said=opposite(predicate.said))
            yield Claim(
                one, said, min(one.start, said.start), max(one.end, said.end), clause.start, clause.end
            )


def _of_row(clause: Clause, row: Sequence[Named], heard: Said | None, *, is_first: bool) -> Predicate | None:
    text = clause.text
    start = row[0].start
    end = _behind_aside(text, row[-1].end, clause.end)
    ahead = next((found for found in reversed(clause.after) if found.end <= start), None)
    behind = [found for found in clause.before if found.start >= end]
    if behind and behind[0].is_bare and len(behind) > 1 and not _interrupted(text[end : behind[1].start]):
        # "Data scientists, on the list of 2023, are still on it": what follows is what is said.
        behind = behind[1:]
    following = behind[0] if behind and not _interrupted(text[end : behind[0].start]) else None
    if following is not None and _is_doubted(text, clause.start, following.start):
        following = None
    if ahead is not None and _is_doubted(text, clause.start, ahead.start):
        ahead = None
    if ahead is not None and any(
        ahead.end <= found.start < start and not found.is_bare for found in clause.before
    ):
        ahead = None
    if (
        ahead is not None
        and start - ahead.end < NEAR
        and (following is None or ahead.said is not Said.ON or following.is_bare)
    ):
        return ahead
    if following is not None and not (following.is_bare and ahead is not None and start - ahead.end < REACH):
        return following
    if ahead is not None and start - ahead.end < REACH:
        return ahead
    return _elliptic(clause, row, end, heard, is_first=is_first)


def _behind_aside(text: str, end: int, last: int) -> int:
    """Return where a sentence goes on behind ", who were there before," or ", on the list of 2023,"."""
    aside = _ASIDE.match(text, _CODE_BEHIND.match(text, end).end(), last)  # type: ignore[union-attr]
    return aside.end() if aside else end


def _is_doubted(text: str, start: int, place: int) -> bool:
    """Whether words before a place say that it is no fact: "if cooks were on the list", "the next list will include"."""
    left = max(start, place - 120)
    return bool(_DOUBT.search(text, left, place)) or bool(
        _FUTURE.search(text, max(start, place - 30), place + 60)
    )


def _interrupted(between: str) -> bool:
    """Whether what stands between an occupation and a predicate keeps the one from the other: another verb, a person."""
    bare = _CODES.sub(" ", _WHO.sub("", between))
    words = re.findall(r"[^\W\d_]+", bare)
    if len(words) > 6 and not between.startswith((",", " ,")):
        return True
    return len(words) > 14 or bool(_OTHER_VERB.search(bare) or _RELATIVE.search(bare))


def _elliptic(
    clause: Clause, row: Sequence[Named], end: int, heard: Said | None, *, is_first: bool
) -> Predicate | None:
    """Read "carpenters too", "pilots are not", "so are roofers" by what was said before."""
    text, start = clause.text, row[0].start
    on = heard in (Said.ON, Said.STAYED, Said.ADDED)
    if fragment := _FRAGMENT.match(text[end : clause.end]):
        return Predicate(Said.ON if fragment["on"] else Said.OFF, start, end + fragment.end())
    if heard is None:
        return None
    rest = _CODES.sub(" ", text[end : clause.end]).strip(' ,.!?)"').split(",")[0]
    if len(rest) < 18 and rest and (tail := _ELLIPSIS.fullmatch(rest)):
        likewise = tail["too"] not in (None, "though", "however")
        # "Pharmacists are missing; assistants are not": what is denied is not said.
        if tail["not"] and not on and not likewise:
            return None
        said = Said.OFF if tail["not"] else (Said.ON if on or not likewise else heard)
        return Predicate(said, start, max(end, start + len(text[start : clause.end].rstrip(" .,;!"))))
    if is_first and on and _ALSO.match(text[clause.start : start]):
        return Predicate(heard, start, end)
    if is_first and _SO.match(text[clause.start : clause.end]):
        denied = bool(_NOR.match(text[clause.start : clause.end]))
        return Predicate(Said.OFF if denied else heard, start, end)
    return None


def of_pronoun(clause: Clause, row: Sequence[Named], heard: Said | None) -> Iterator[tuple[Named, Predicate]]:
    """Yield what "they are on it", "they still are" says of the occupations of a sentence before."""
    if clause.rows or not (said := _PRONOUN.match(clause.text[clause.start : clause.end])):
        return
    rest = clause.text[clause.start + said.end() : clause.end].strip(" ,.!?;")
    if heard is not None and (tail := _STILL.fullmatch(rest)):
        start = clause.start + said.end()
        told = Predicate(Said.OFF if tail["not"] or tail["gone"] else Said.ON, start, start + len(rest) + 1)
        yield from ((one, told) for one in row)
        return
    found = [one for one in clause.before if not one.is_bare]
    if (
        found
        and not _is_doubted(clause.text, clause.start, found[0].start)
        and not _interrupted(clause.text[clause.start : found[0].start])
    ):
        yield from ((one, found[0]) for one in row)


def named(
    unit: Unit, known: Titles, pairs: dict[tuple[int, int], Pair], start: int, end: int
) -> Iterator[Named]:
    """Yield the occupations that a sentence names, by title or by code, each once."""
    text = unit.text
    found: list[Named] = []
    taken: list[tuple[int, int]] = []
    for mention in unit.mentions:
        if not isinstance(mention, CodeMention):
            continue
        at, stop = mention.start - unit.start, mention.end - unit.start
        pair = pairs.get((mention.part, mention.start))
        if pair is not None and pair.start != mention.start:
            at, stop = min(at, pair.start - unit.start), max(stop, pair.end - unit.start)
        taken.append((at, stop))
        if mention.code in known.known and (pair is None or pair.judged.fit in (Fit.RIGHT, Fit.UNKNOWN)):
            close = stop + 1 if text[stop : stop + 1] == ")" else stop
            found.append(Named(at, close, text[at:close], frozenset((mention.code,))))
    for at, stop in spans(known, text, start, end):
        if any(first < stop and at < last for first, last in taken):
            continue
        words = text[at:stop]
        if any(
            mention.sure and mention.start - unit.start <= at and stop <= mention.end - unit.start
            for mention in unit.categories
        ):
            continue
        codes = known.exact(words) or known.codes(words)
        narrowed = _NARROWED.search(text[max(0, at - 25) : at])
        sure = narrowed is None or not known.is_narrowed(narrowed[1], words)
        found.append(Named(at, stop, words, codes, sure))
    yield from sorted(found, key=lambda one: one.start)
