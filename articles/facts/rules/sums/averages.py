"""Mean sizes: "an average of 2,116 per round", "the mean size was 3,250". Pure: no Django."""

from collections.abc import Iterator

from articles.facts.model import Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import Scope
from articles.facts.rules.common.speaking import POLL, VAGUE, candidates, everything
from articles.references import gettext_noop

from .summing import MEAN

RULE = "comparisons"

_HEDGES = r"(?:,? (?:of|was|is|at|came to|stood at|being|just|only|about|around|some|nearly|almost|roughly|fewer than|more than|over|under)| ?[:=])*"
_BEFORE = compiled(
    rf"\b(?:average|averages|averaged|averaging|mean|means)(?: (?:size|number|draw|round))?(?: of (?:a|the|each|all) (?:\w+ )?(?:draws?|rounds?))?{_HEDGES} $"
)
# "An average CEC draw had about 2,390", "the average draw for nominees some 450", "the average draw shrank from 2,600 to 1,700".
_OF_A_DRAW = compiled(
    r"\b(?:average|mean|typical) (?:[\w-]+ ){0,5}?(?:draw|round)(?: (?:for|of|in|under|open to) (?:[\w-]+ ){0,4}?[\w-]+)?,?"
    r"(?: (?:had|has|took|takes|invited|invites|brought|counted|counts|came to|made|gave|went to|saw|drew))?"
    r"(?: (?:shrank|fell|dropped|went down|grew|rose|went up|went|climbed)(?: from (?:some |about |around |roughly |nearly |almost )?[0-9,]+(?: invitations| people| candidates)?)? (?:to|from))?"
    rf"{_HEDGES} $"
)
_AFTER = compiled(
    r"(?: (?:invitations?|candidates|people|itas?))? (?:on average|per (?:draw|round)|a (?:draw|round)\b(?! of)|in (?:an|the) average (?:draw|round))\b"
)
_SCORES = compiled(r"\b(?:cut-?offs?|scores?|crs|points|months|days|weeks|pool|median)\b")
LEAST = 100


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the mean sizes of a sentence."""
    if VAGUE.search(passage.text) or POLL.search(passage.text) or passage.is_question:
        return
    for number in passage.numbers:
        if (
            number.role in (Role.INVITATIONS, Role.UNKNOWN)
            and number.value >= LEAST
            and not any(ends.start <= number.start < ends.end for ends in passage.ranges)
            and is_mean(passage, number)
        ):
            yield from _judged(passage, record, number)


def is_mean(passage: Passage, number: NumberMention) -> bool:
    """Whether the words around a number call it a mean size."""
    before = passage.text[max(0, number.start - 80) : number.start]
    if _AFTER.match(passage.text, number.end):
        return True
    match = _BEFORE.search(before) or _OF_A_DRAW.search(before)
    return match is not None and not _SCORES.search(before, match.start())


def _judged(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    slugs = _types(passage, number)
    found = candidates(passage, record, number.start, number.end, slugs, strict=bool(slugs))
    wide = everything(passage, record, number.start, number.end)
    if len(slugs) == 1 and len(passage.slugs) > 1:
        wide = [scope for scope in wide if {draw.category for draw in scope.draws} == slugs]
    readings = [scope for scope in (*found, *wide) if scope.count > 1]
    said = _OF_A_DRAW.search(passage.text, max(0, number.start - 80), number.start)
    clear = [scope for scope in (*found.stated, *(found.context if said else ())) if scope.count > 1]
    # Where the words say of what it is the mean, it is that of nothing else.
    meant = clear or readings
    hedge = amounts.hedge(passage.text, number.start, number.end)
    for scope in meant:
        if _fits(number, scope, hedge):
            yield _said(passage, number, scope, Status.AGREES)
            return
    # The days or the sum and the number of draws that stand beside it say what it is the mean of.
    sums = {other.value for other in passage.numbers if other is not number}
    told = [scope for scope in readings if scope.invitations in sums or scope.count in sums]
    stated = [*told, *clear]
    if not stated and said and len(slugs) == 1:
        # Of what the text has been telling, the time is that.
        stated = [scope for scope in found.around if scope.count > 1]
    if stated:
        yield _said(passage, number, stated[0], Status.CONTRADICTED)


def _types(passage: Passage, number: NumberMention) -> set[str]:
    """Return the types that a mean is of: of several, the one between the word and the number."""
    slugs = set(passage.slugs)
    word = MEAN.search(passage.text, max(0, number.start - 80), number.start) if len(slugs) > 1 else None
    if word is None:
        return slugs
    for match in MEAN.finditer(passage.text, word.end(), number.start):
        word = match
    own = {one.slug for one in passage.categories if word.end() <= one.start < number.start}
    return own if len(own) == 1 else slugs


def _fits(number: NumberMention, scope: Scope, hedge: amounts.Hedge) -> bool:
    """Whether a number is the mean of draws, rounded as far as it is written round."""
    mean = scope.invitations / scope.count
    if hedge is not amounts.Hedge.EXACT:
        return amounts.fits(number.value, mean, hedge)
    step = next(step for step in (100, 50, 10, 1) if number.value % step == 0 or step == 1)
    return abs(number.value - mean) <= max(1.0, step / 2)


def _said(passage: Passage, number: NumberMention, scope: Scope, status: Status) -> Finding:
    words = passage.source[number.start : number.end]
    mean = round(scope.invitations / scope.count)
    return passage.finding(
        RULE,
        status,
        number.start,
        number.end,
        gettext_noop("%(draws)s draws of the record have a mean of %(mean)s invitations."),
        expected=f"{mean:,}",
        replacement=amounts.written(mean, words) if status is Status.CONTRADICTED else None,
        rows=scope.rows,
        confidence=0.75,
        params={"draws": scope.count, "mean": f"{mean:,}"},
    )
