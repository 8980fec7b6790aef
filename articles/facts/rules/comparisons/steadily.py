"""What is said to have gone one way from each draw to the next: "each was larger than the one before", "with each of them the mark has
risen", "it fell in every round". Pure: no Django."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import Role
from articles.facts.rules.common import ranks
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW
from articles.facts.rules.common.readings import sets_of, types_of
from articles.references import gettext_noop

RULE = "comparisons"
NOT_EACH = gettext_noop("Draw %(new)s had %(new_figure)s and draw %(old)s before it %(old_figure)s.")

_WORD = r"(?:(?P<low>lower|easier)|(?P<high>higher|harder|tougher)|(?P<small>smaller)|(?P<large>larger|bigger|greater))"
_ONE = r"(?:round|draw|one|time)"
# "Each round of theirs was larger than the one before", "four draws, and each lower than the last".
_EACH = compiled(
    rf"\b(?:each|every)(?: {_ONE})?(?: (?:of (?:them|these|those|the (?:{FEW}|rounds|draws)|theirs|its (?:rounds|draws)|its)|for [\w' -]{{3,40}}?))?(?: (?:was|has been|is|came(?: in| out)?|ended|closed|stopped|turned out))?(?: (?:a little|slightly|clearly|always|even|still|much))* {_WORD} than (?:the (?:one |draw |round )?(?:before|last|previous|preceding|one preceding)|its predecessor)\b"
)
_MARK = r"\b(?:cut-?offs?|scores?|mark|bar|line|threshold|minimum|they|it)"
_MOVED = r"(?:(?P<down>fell|fallen|dropped|declined|slipped|(?:gone|went|come|came) down)|(?P<up>rose|risen|climbed|increased|(?:gone|went|come|came) up))"
_TIMES = rf"(?:each time|every time|(?:in|at|with|from) (?:each|every)(?: single)?(?: {_ONE}| one of (?:its|the|these|those) (?:draws|rounds)))"
# "The score has risen in every round", "with each of them the mark has risen".
_EVERY = compiled(rf"{_MARK} (?:has |have |had )?{_MOVED},? {_TIMES}\b(?! (?:of|since|but|except|other))")
_WITH_EACH = compiled(
    rf"\b(?:with|at|in|from) (?:each|every)(?: of (?:them|these|those|the (?:three|four|five|six))| {_ONE})?,? the (?:cut-?off|score|mark|bar|line|threshold) (?:has |had )?{_MOVED}\b(?! by\b)"
)
_LOOSE = hedged("no|nor|almost|nearly|but (?:one|two|the)|except|apart from|save|month|quarter|year|week")
# From one draw to the next is no row, and of so many it is not said which are meant.
FEWEST, MOST, LATEST = 3, 40, 4


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge what is said of each draw of a type beside the one before it."""
    if passage.is_question or _LOOSE.search(passage.text):
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, known)
    for match in (found for form in (_EACH, _EVERY, _WITH_EACH) for found in form.finditer(passage.text)):
        way = match.lastgroup or ""
        figure = ranks.invitations if way in ("small", "large") else ranks.cutoff
        sign = -1 if way in ("low", "small", "down") else 1
        rows = list(_rows(passage, known, types))
        if not rows or any(_goes(row, figure, sign) for row in rows):
            continue
        # What was told of last has to be of the type as well.
        if len(types) == 1 and (passage.slugs or {draw.category for draw in passage.before[:1]} <= types):
            yield _wrong(passage, match.span(way), rows[0], figure, sign)


def _rows(passage: Passage, known: Sequence[Draw], types: frozenset[str]) -> Iterator[Sequence[Draw]]:
    """Yield the draws, oldest first, that may be meant: those that are told of, so many as are counted, those of a time."""
    told = dict.fromkeys((*passage.draws, *passage.before))
    of_type = [draw for draw in known if draw.category in types]
    numbers = [int(number.value) for number in passage.numbers if number.role is Role.DRAWS]
    sets = [
        [draw for draw in told if draw.category in types],
        *(of_type[-count:] for count in (*numbers, *passage.counted) if count >= FEWEST),
        *sets_of(passage, known, types).all,
        # "This summer's grew each time": since when, other words may say.
        of_type[-LATEST:],
        # "It has gone down every time", behind a table, is of its draws, whatever was told of last.
        *passage.tables,
        list(told),
    ]
    for one in sets:
        if FEWEST <= len(one) <= MOST:
            yield sorted(one, key=lambda draw: draw.sequence)


def _goes(row: Sequence[Draw], figure: ranks.Figure, sign: int) -> bool:
    return all(sign * (figure(new) - figure(old)) >= 0 for old, new in pairwise(row))


def _wrong(
    passage: Passage, place: tuple[int, int], row: Sequence[Draw], figure: ranks.Figure, sign: int
) -> Finding:
    old, new = next((old, new) for old, new in pairwise(row) if sign * (figure(new) - figure(old)) < 0)
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        *place,
        NOT_EACH,
        expected=f"{figure(new):,} / {figure(old):,}",
        rows=rows_of(new, old),
        confidence=0.75,
        params={
            "new": new.number,
            "new_figure": f"{figure(new):,}",
            "old": old.number,
            "old_figure": f"{figure(old):,}",
        },
    )
