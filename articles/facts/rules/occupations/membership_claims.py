"""What a sentence claims of the occupations in it: each occupation, or several in a row, with what is said of them. Pure: no Django."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from articles.facts.reading import CodeMention
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW, MONTH_NAMES
from articles.facts.rules.common.setting import Unit

from .code_model import Pair
from .membership_ellipsis import OTHER_VERB, as_one_of_them, elliptic, interrupted, is_doubted, led, turned
from .membership_model import Claim, Clause, Named
from .membership_words import Predicate, Said, after, before, opposite
from .title_spans import spans
from .titles import Fit, Titles

# Characters between an occupation and what is said of it in passing, and at most between it and what stands before it.
NEAR = 4
REACH = 90

_CLAUSE = compiled(
    r"; ?|,? (?:but|while|whereas|although|though|yet) |(?:, (?:and )?| and )(?:so|as|neither|nor) (?:are|is|were|was|do|does|did|can|could|has|have|had) |, and (?:since|from|until|as of|now|today|in|on|they|these|those|all of them) |: (?=[a-z' -]{3,60}(?:\([0-9]{5}\))?[a-z0-9()' -]{0,60} (?:is|are|was|were|can|do|has|have|left|joined|stay|remain) )| [-–—] "
)
_UNLIKE = compiled(
    r"\b(?:unlike|rather than|than|except|except for|other than|apart from|aside from|besides|even) (?:the |for |an? )?$"
)
# Between what is said of a row and what is said of it next.
_AND_THEN = compiled(
    r"[^.;:]{0,40}?(?:, |\b)(?:and|but|yet|then)(?: (?:now|today|then|since|also|again|later|still|they|it))* ?"
)
# "Were on it, and still are", "were, and are no longer".
_STILL_ARE = compiled(
    r",? (?:and|but|yet) (?:they |it )?(?P<said>(?P<on>still (?:are|is|do|does)|(?:are|is) still|(?:are|is) (?:on it )?today)|(?:are|is|do|does) (?:not any ?more|no longer|not (?:now|today))|no longer (?:are|is|do|does))(?= ?[.,;)]| ?$)"
)
_NO = compiled(r"\b(?:no|neither|nor|none of the|not|no longer|never|without|nor the|not the)$")
# What goes on from an occupation that is denied, and what ends it.
_OR = compiled(r"(?: ?\([^()]*\))?,? ?(?:or|nor|and) (?:the |for )?")
_JOINTS = compiled(
    r"\([^()]*\)|\b(?:noc|[0-9]{5}|and|or|nor|plus|the|with|as|well|also|both|an?|all|along|together|including|even|most|certain|some|by|then|finally|only|just)\b|[,/&\"'-]"
)
_DAY = compiled(rf"\b(?:in|since|on|from|until) (?:early |late )?(?:(?:19|20)[0-9]{{2}}|{MONTH_NAMES})\b")
_DAY_AND = compiled(rf"{_DAY.pattern}(?: (?:19|20)[0-9]{{2}})?, and (?:the )?$")
_YES_NO = compiled(r" (?:(?P<yes>yes)|no)(?= ?[.,;)]| ?$)")
_TO_BE = frozenset(("is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "can", "could"))
_CODE_BEHIND = compiled(r"(?: ?\([^()]{0,40}\))?")
_ASIDE = compiled(
    r" ?, (?:who|which|on|in|once|formerly|listed|added|until|long|also|like|such|as|including|with)\b[^,;.:]{2,60}, ?"
)
# "NOC 31301 is registered nurses": what a code is called is a clause by itself.
_DEFINED = compiled(r"(?:noc )?[0-9]{5},? (?:is|are|means|covers|stands for) ")
_AND_NEXT = compiled(r",? (?:and|while|but) ")
# "The list has 25 occupations, as many as before, since cooks left": what is said before has nothing of them.
_NEW_CLAUSE = compiled(
    rf"\b(?:since(?!,? (?:then|last|20[0-9]{{2}}|{MONTH_NAMES})\b)|because|when|whenever|until|whereas|now that|so that)\b"
)
# "The senior managers' list", "the senior managers' five": a type, and nobody on it.
_OF_THEIR_LIST = compiled(rf" (?:own |new |old )?(?:lists?|categor(?:y|ies)|versions?|one|{FEW}|[0-9]+)\b")
# "And so are dental assistants (33100)": the verb is no part of the title.
_LEADING_VERB = compiled(r"(?:(?:is|are|was|were) (?:also |the )?)?")
_SWAPPED = compiled(r"\b(?:swap|exchang|trad)\w+")
_NARROWED = compiled(r"([\w'-]+) +$")


def clauses(text: str, named: Sequence[Named]) -> Iterator[Clause]:
    """Yield the clauses of a sentence."""
    bounds = [0]
    for match in _CLAUSE.finditer(text):
        if not any(one.start < match.end() and match.start() < one.end for one in named):
            bounds.append(match.start())
    for one, following in pairwise(named):
        if _DEFINED.match(one.words) and _AND_NEXT.fullmatch(text, one.end, following.start):
            bounds.append(one.end)
    bounds = sorted({*bounds, len(text)})
    for start, end in pairwise(bounds):
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
            if (
                not parted
                and not one.is_back
                and not _UNLIKE.search(text[: one.start])
                # "Unlike cooks, chefs are listed": the one is left behind.
                and not (len(named) == 2 and between.strip() == "," and _UNLIKE.search(text[: last.start]))
                and _is_joint(between)
            ):
                rows[-1].append(one)
                continue
        rows.append([one])
    return tuple(tuple(row) for row in rows)


def _is_joint(between: str) -> bool:
    """Whether occupations on either side stand in one row: with a title between them, perhaps, that is not known."""
    rest = _JOINTS.sub(" ", between).split()
    # "Actuaries were, insurance agents are on it": each has a verb of its own.
    if not _TO_BE.isdisjoint(rest):
        return False
    # "Who replaced cooks in February, and estimators": a day ends what is said of the one.
    if _DAY.search(between):
        return False
    return not rest or (
        len(rest) <= 3
        and not {"yes", "no"} & set(rest)
        and bool(re.search(r",| and | or ", between))
        and not OTHER_VERB.search(between)
    )


def of_clause(clause: Clause, heard: Said | None) -> Iterator[Claim]:
    """Yield what a clause claims. `heard` is what was last said, for "so are cooks" and "cooks too"."""
    for place, row in enumerate(clause.rows):
        if _UNLIKE.search(clause.text[clause.start : row[0].start]):
            continue
        # "Butchers for cooks": the one came in the other's place; "swapped cooks for butchers": the other way round.
        if place and clause.text[clause.rows[place - 1][-1].end : row[0].start].strip() in ("for", "against"):
            said = clause.ahead(clause.rows[place - 1][0].start)
            if said and _SWAPPED.search(clause.text, said.start, said.end):
                said = replace(said, said=Said.ADDED)
                yield from (Claim(one, said, one.start, one.end, clause.start, clause.end) for one in row)
            continue
        predicate = _of_row(clause, row, heard, is_first=place == 0)
        if predicate is None:
            continue
        heard = predicate.said
        yield from _going_on(clause, row, place, predicate)
        for one, is_denied in _denied(clause, row, predicate):
            # "No chemists, but engineers": what is said of none of them is said the other way round.
            said = replace(predicate, said=opposite(predicate.said)) if is_denied else predicate
            yield Claim(
                one, said, min(one.start, said.start), max(one.end, said.end), clause.start, clause.end
            )


def _denied(clause: Clause, row: Sequence[Named], said: Predicate) -> Iterator[tuple[Named, bool]]:
    """Yield the occupations of a row, and whether each is denied by a word before it: "welders, but not bakers or chefs"."""
    text = clause.text
    is_denied = is_first = _has_no(text, row[0], said)
    yield row[0], is_first
    for one, following in pairwise(row):
        own = _has_no(text, following, said)
        goes_on = is_denied and _OR.fullmatch(text, one.end, following.start) is not None
        is_denied = own or goes_on or is_first
        yield following, is_denied


def _has_no(text: str, one: Named, said: Predicate) -> bool:
    """Whether an occupation has a word right before it that denies what is said, and is no part of that."""
    found = _NO.search(text[max(0, one.start - 12) : one.start].rstrip())
    return found is not None and not said.start < max(0, one.start - 12) + found.end() <= said.end


def _going_on(clause: Clause, row: Sequence[Named], place: int, predicate: Predicate) -> Iterator[Claim]:
    """Yield what is said of a row besides: "cooks were on the list of 2025 and are still on that of today"."""
    following = clause.rows[place + 1][0].start if place + 1 < len(clause.rows) else clause.end
    at = max(predicate.end, row[-1].end)
    for more in clause.before:
        if more.is_bare or not at <= more.start < following:
            continue
        if not _AND_THEN.fullmatch(clause.text, at, more.start):
            return
        # "Lost data scientists, and kept civil engineers": what is said next is said of those behind it.
        if following < clause.end and not clause.text[more.end : following].strip():
            return
        yield from (Claim(one, more, more.start, more.end, clause.start, clause.end) for one in row)
        at = more.end
    if predicate.said in (Said.ON, Said.STAYED, Said.ADDED) and not predicate.denied:
        for found in _STILL_ARE.finditer(clause.text, row[-1].end, following):
            told = Predicate(Said.ON if found["on"] else Said.OFF, found.start("said"), found.end())
            yield from (Claim(one, told, told.start, told.end, clause.start, clause.end) for one in row)


def _of_row(clause: Clause, row: Sequence[Named], heard: Said | None, *, is_first: bool) -> Predicate | None:
    text, start = clause.text, row[0].start
    end = _behind_aside(text, row[-1].end, clause.end)
    # "On the list: cooks yes, chefs no."
    if said := _YES_NO.match(text, row[-1].end):
        return Predicate(Said.ON if said["yes"] else Said.OFF, start, said.end())
    if lead := led(clause, row):
        return lead
    ahead = clause.ahead(start)
    behind = [found for found in clause.before if found.start >= end]
    if behind and behind[0].is_bare and len(behind) > 1 and not interrupted(text[end : behind[1].start]):
        # "Data scientists, on the list of 2023, are still on it": what follows is what is said.
        behind = behind[1:]
    following = behind[0] if behind and not interrupted(text[end : behind[0].start]) else None
    # "Actuaries were, insurance agents are on it": the verb behind the next row is that row's.
    if following is not None and any(
        end <= other[0].start < following.start
        and (other[0].is_back or not _TO_BE.isdisjoint(text[end : other[0].start].replace(",", " ").split()))
        for other in clause.rows
    ):
        following = None
    if following is not None and is_doubted(text, clause.start, following.start):
        following = None
    if ahead is not None and is_doubted(text, clause.start, ahead.start):
        ahead = None
    # "Kept its 25 occupations: butchers came": the colon ends what was kept.
    if ahead is not None and ahead.said is Said.STAYED and ":" in text[ahead.end : start]:
        ahead = None
    if ahead is not None and (
        any(ahead.end <= found.start < start and not found.is_bare for found in clause.before)
        or _NEW_CLAUSE.search(text, ahead.end, start)
    ):
        ahead = None
    if ahead is not None and any(
        ahead.end <= other[0].start < start and _DAY_AND.search(text, other[-1].end, start)
        for other in clause.rows
    ):
        ahead = None
    if (
        ahead is not None
        and start - ahead.end < NEAR
        and (following is None or ahead.said is not Said.ON or following.is_bare)
    ):
        return ahead
    # "Six occupations fell away, elevator constructors included": one of those.
    if (
        following is not None
        and text[following.start : following.end] == "included"
        and (told := as_one_of_them(clause, start, end))
    ):
        return told
    if following is not None and not (following.is_bare and ahead is not None and start - ahead.end < REACH):
        return turned(clause, row, following)
    if ahead is not None and start - ahead.end < REACH:
        return ahead
    if told := as_one_of_them(clause, start, row[-1].end):
        return told
    return elliptic(clause, row, end, heard, is_first=is_first)


def _behind_aside(text: str, end: int, last: int) -> int:
    """Return where a sentence goes on behind ", who were there before," or ", on the list of 2023,"."""
    aside = _ASIDE.match(text, _CODE_BEHIND.match(text, end).end(), last)  # type: ignore[union-attr]
    return aside.end() if aside else end


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
            at = _LEADING_VERB.match(text, at).end()  # type: ignore[union-attr]
        taken.append((at, stop))
        if mention.code in known.known and (pair is None or pair.judged.fit in (Fit.RIGHT, Fit.UNKNOWN)):
            close = stop + 1 if text[stop : stop + 1] == ")" else stop
            found.append(Named(at, close, text[at:close], frozenset((mention.code,))))
        elif pair is not None and pair.judged.codes:
            # The code is wrong, and what is said is said of the title, surely so where that comes first.
            sure = pair.start < mention.start and pair.judged.sure and len(pair.judged.codes) == 1
            found.append(Named(at, stop, text[at:stop], pair.judged.codes, sure))
    for at, stop in spans(known, text, start, end):
        if any(first < stop and at < last for first, last in taken):
            continue
        words = text[at:stop]
        if words.endswith(("'", "’", "'s", "’s")) and _OF_THEIR_LIST.match(text, stop):
            continue
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
