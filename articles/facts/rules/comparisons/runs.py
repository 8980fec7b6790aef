"""What happened several times in a row: "the third fall running", "six rounds of that size in a row". Pure: no Django."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.rules.common import amounts, ranks
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import DAY_NAMES
from articles.facts.rules.common.periods import count
from articles.facts.rules.common.readings import types_of
from articles.facts.rules.common.scopes import PROGRAMS
from articles.references import gettext_noop

from . import directions

RULE = "comparisons"
type Follows = Callable[[Draw, Draw], bool]

ORDINAL = "|".join((*amounts.ORDINALS[1:], r"[1-9][0-9]?(?:st|nd|rd|th)"))
_NUMBER = "|".join((*amounts.WORDS[2:41], r"[1-9][0-9]?"))
_ROW = r"(?:in a row|running|in succession|on the trot|without a break|without interruption)"
_IN_A_ROW = compiled(
    rf"\b(?:(?P<which>{ORDINAL})|(?P<n>{_NUMBER})) (?:(?:consecutive|straight|successive) [\w-]+|(?:(?!and\b|or\b|in\b|is\b|was\b|were\b|are\b|had\b|the\b|it\b)[\w-]+ ){{0,5}}?{_ROW})\b"
)
_DOWN = compiled(
    r"\b(?:drop\w*|fall\w*|fell|declin\w+|decreas\w+|lower\w*|dip\w*|slid\w*|slip\w*|(?:went|come|came|gone|goes|coming|going) down|down|reduction\w*|eas(?:ed|ing)|shr[aiu]nk\w*|smaller|fewer)\b"
)
_UP = compiled(
    r"\b(?:rise\w*|rising|rose|increas\w+|higher|climb\w*|gain\w*|grow\w*|grew|jump\w*|(?:went|come|came|gone|goes|coming|going) up|up|larger|bigger|more)\b"
)
# "Fallen three times running": falls are counted, and not the draws that they lie between.
_TIMES = compiled(r"\btimes\b")
_LIMIT = compiled(
    r"\b(?P<side>below|under|above|over|beyond|at least|fewer than|less than|more than) (?:the )?(?P<n>[1-9][0-9]{2}|[1-9],?[0-9]{3})\b(?: (?P<unit>invit\w+|itas?|candidates|people))?"
)
# "The third in a row at 534", "four draws in a row with 1,000 invitations": which figure stayed.
_AT = compiled(
    r" (?:(?P<of>at|of|with|on|to end at|to close at|to invite)(?: exactly| a cut-?off of| the cut-?off of| a score of)*+) (?P<n>[1-9][0-9]{0,2}(?:,?[0-9]{3})?)\b(?! (?:draws|rounds|days|weeks|months|years))"
)
_SIZE = compiled(r"\b(?:sizes?|invitations|itas)\b")
_CUTOFF = compiled(r"\bcut-?offs?\b")
_ENDED = compiled(r"\b(?:after|until|ended|ends|ending|broke|broken|before|snapped|halted|stopped)\b")
_HEDGED = hedged("no|next|at least|more than|over|almost|nearly|about|another")
_LOOSE = compiled(
    rf"\b(?:days?|weeks?|months?|years?|hours?|(?:{DAY_NAMES})s?|languages?|occupations?|points?)\b|{_HEDGED.pattern}"
)
BEFORE = 3


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge how many times in a row something is said to have happened."""
    for match in _IN_A_ROW.finditer(passage.text):
        if not _LOOSE.search(passage.text, match.start(), match.end()) and not _HEDGED.search(
            passage.text, max(0, match.start() - 12), match.start()
        ):
            yield from _judged(passage, record, match)


def bounds(passage: Passage) -> list[tuple[int, int]]:
    """Return the places of such words, which are no plain ordinals."""
    return [match.span() for match in _IN_A_ROW.finditer(passage.text)]


def _judged(passage: Passage, record: Record, match: re.Match[str]) -> Iterator[Finding]:
    group = "which" if match["which"] else "n"
    start, end = match.span(group)
    claimed = number_of(match["which"]) if match["which"] else count(match["n"])
    known = [draw for draw in record.draws if draw.date <= passage.day]
    chosen = _chosen(passage, known)
    lengths = [
        (draw, length)
        for draw in chosen
        for length in _lengths(passage, draw, known, match, is_cardinal=group == "n")
    ]
    for draw, length in lengths:
        if length == claimed:
            yield _said(passage, start, end, draw, length, Status.AGREES, 0.8)
            return
    likely = [(draw, length) for draw, length in lengths if length > 1]
    if likely:
        wrong = _said(passage, start, end, *likely[0], Status.CONTRADICTED, 0.7)
        yield _with_type(passage, wrong) if _is_of_another_type(passage, known, claimed) else wrong
    elif chosen and not _ENDED.search(passage.text):
        yield from _turned(passage, [one for one in known if one.category == chosen[0].category], match)


def _turned(passage: Passage, of_type: Sequence[Draw], match: re.Match[str]) -> Iterator[Finding]:
    """Say that the cut-off of a type last went the other way: "it has now risen at two draws running"."""
    begin, _end = clause(passage.text, match.start())
    words = [
        (word, sign)
        for pattern, sign in ((_DOWN, -1), (_UP, 1))
        for word in pattern.finditer(passage.text, begin, match.end())
    ]
    *earlier, draw = of_type
    if len(words) == 1 and ranks.run(draw, earlier, _moving(ranks.cutoff, -words[0][1])):
        yield directions.said(passage, *words[0][0].span(), draw, earlier[-1], ranks.cutoff)


def _is_of_another_type(passage: Passage, known: Sequence[Draw], claimed: int) -> bool:
    """Whether the last draws, or those before the newest, were so many in a row of a type that the words do not name."""
    if len(passage.categories) != 1:
        return False
    types = types_of(passage, known)
    runs = [ranks.run(known[place], known[:place], _of_type) + 1 for place in range(-2, 0) if known[place:]]
    return any(
        length == claimed and draw.category not in types
        for length, draw in zip(runs, known[-2:], strict=False)
    )


def _of_type(new: Draw, old: Draw) -> bool:
    return new.category == old.category


def _with_type(passage: Passage, wrong: Finding) -> Finding:
    """Widen what is said of a count to the type beside it, which may be the wrong one of the two."""
    named = passage.categories[0]
    start = min(wrong.start, passage.start + named.start)
    end = max(wrong.end, passage.start + named.end)
    words = passage.source[start - passage.start : end - passage.start]
    return replace(wrong, start=start, end=end, claim=words, replacement=None)


def number_of(words: str) -> int:
    """Read "third", "13th", "13" or "thirteen"."""
    known = next((known for known in (amounts.ORDINALS, amounts.WORDS) if words in known), None)
    return known.index(words) if known else int(words.rstrip("stndrh"))


def _chosen(passage: Passage, known: Sequence[Draw]) -> list[Draw]:
    """Return the draws that a run may end with, the likeliest first."""
    types = types_of(passage, known)
    latest = [draw for slug in sorted(types) for draw in [d for d in known if d.category == slug][-1:]]
    own = [draw for draw in (*passage.draws, *passage.compared) if not types or draw.category in types]
    near = [draw for draw in passage.before[:BEFORE] if not types or draw.category in types]
    ended = _ENDED.search(passage.text) is not None
    if ended:
        near = near[:1]
    chosen: list[Draw] = list(dict.fromkeys((*own, *near, *latest)))
    if not chosen:
        chosen = list(passage.before[:1] or known[-1:])
    if ended:
        chosen += [other for draw in (*chosen[:1], *latest) for other in ranks.before(draw, known)[-1:]]
    return chosen


def _lengths(
    passage: Passage, draw: Draw, known: Sequence[Draw], match: re.Match[str], *, is_cardinal: bool
) -> Iterator[int]:
    """Yield the lengths of the runs that the words may mean, ending with a draw."""
    begin, end = clause(passage.text, match.start())
    words = near = passage.text[max(passage.text.rfind(", ", begin, match.start()), begin) : end]
    if not any(pattern.search(words) for pattern in (_DOWN, _UP, _LIMIT, _SIZE, _CUTOFF)):
        words = passage.text[begin:end]
    earlier = ranks.before(draw, known)
    # "It fell after three draws in a row at 534": what fell is no part of the row.
    said = passage.text[max(begin, match.start() - 40) : match.end()].rpartition("after ")[2]
    if not (_DOWN.search(said) or _UP.search(said)) and (at := _AT.match(passage.text, match.end())):
        value = int(at["n"].replace(",", ""))
        for figure in (ranks.cutoff, ranks.invitations):
            if figure(draw) == value:
                yield 1 + ranks.run(draw, earlier, _alike_in(figure))
        return
    found = False
    for pattern, sign in ((_DOWN, -1), (_UP, 1)):
        if pattern.search(words):
            found = True
            for figure in (ranks.cutoff, ranks.invitations):
                length = ranks.run(draw, earlier, _moving(figure, sign))
                yield length
                if is_cardinal and not _TIMES.search(match[0]):
                    yield 1 + length
    if limit := _LIMIT.search(words):
        found = True
        yield from _within(draw, earlier, limit)
    if not found:
        yield from _alike(words, draw, earlier, known)
        if near != words:
            # "The round, with 1,500 invitations, ended a run of 21": what stands apart is of another figure.
            yield from _alike(near, draw, earlier, known)


def _moving(figure: ranks.Figure, sign: int) -> Follows:
    return lambda new, old: sign * (figure(new) - figure(old)) > 0


def _alike_in(figure: ranks.Figure) -> Follows:
    return lambda new, old: figure(new) == figure(old)


def _within(draw: Draw, earlier: Sequence[Draw], limit: re.Match[str]) -> Iterator[int]:
    value = int(limit["n"].replace(",", ""))
    sign = -1 if limit["side"] in ("below", "under", "fewer than", "less than") else 1
    figure = ranks.invitations if limit["unit"] or value > 950 else ranks.cutoff
    least = -1 if limit["side"] == "at least" else 0
    length = 0
    for other in (draw, *reversed(earlier)):
        if sign * (figure(other) - value) <= least:
            break
        length += 1
    yield length


def _alike(words: str, draw: Draw, earlier: Sequence[Draw], known: Sequence[Draw]) -> Iterator[int]:
    """Yield for how many draws the size, the cut-off or the type stayed the same, among its type and among all."""
    if _SIZE.search(words) and not _CUTOFF.search(words):
        yield 1 + ranks.run(draw, earlier, lambda new, old: new.invitations == old.invitations)
        return
    if _CUTOFF.search(words) and not _SIZE.search(words):
        yield 1 + ranks.run(draw, earlier, lambda new, old: new.crs_cutoff == old.crs_cutoff)
        return
    yield 1 + ranks.run(draw, earlier, lambda new, old: new.invitations == old.invitations)
    yield 1 + ranks.run(draw, earlier, lambda new, old: new.crs_cutoff == old.crs_cutoff)
    before = [other for other in known if other.sequence < draw.sequence]
    for among in (before, [other for other in before if not other.includes_nomination]):
        yield 1 + ranks.run(draw, among, lambda new, old: new.category == old.category)
        if draw.category not in PROGRAMS:
            yield 1 + ranks.run(draw, among, lambda new, old: old.category not in PROGRAMS)
        else:
            yield 1 + ranks.run(draw, among, lambda new, old: old.category in PROGRAMS)


def _said(
    passage: Passage, start: int, end: int, draw: Draw, length: int, status: Status, confidence: float
) -> Finding:
    words = passage.source[start:end]
    is_ordinal = passage.text[start:end] in amounts.ORDINALS or words[-1:].isalpha() and words[:1].isdigit()
    expected = amounts.ordinal(length, words) if is_ordinal else amounts.written(length, words)
    return passage.finding(
        RULE,
        status,
        start,
        end,
        gettext_noop("By the record, draw %(number)s makes %(length)s in a row."),
        expected=expected,
        replacement=expected if status is Status.CONTRADICTED and length > 1 else None,
        rows=rows_of(draw),
        confidence=confidence,
        params={"number": draw.number, "length": length},
    )
