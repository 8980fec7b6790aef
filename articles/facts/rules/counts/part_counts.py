"""How many of some draws: "of the seven, five were category-based", "the four before it lay between 388 and 436". Pure: no Django."""

from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import sets_of
from articles.facts.rules.common.speaking import POLL, candidates, everything, widened

from .counted import said

MOST = 60
# "Of the seven,", "of these four draws".
_OF = compiled(
    r"\bof (?:the|these|those|them|its|their|all|which)(?: (?:(?:[a-z]+|[0-9]{1,2})(?:-[a-z]+)?))?(?: (?:draws|rounds))?,? (?:only |just |exactly )?$"
)
_OF_WHICH = compiled(r"of (?:which|them|these|those),? (?:only |just |exactly )?$")
_WERE = compiled(
    r" (?:(?:were|was|are|is|went|had been) )?(?:held |open |reserved |limited |given )?(?:for |to |under |in )?(?:the |all )?"
)
_DRAWS = compiled(r"\b(?:draws?|rounds?)\b")
# That a sentence is about draws, and not about lists.
_OF_DRAWS = compiled(r"\b(?:draws?|rounds?|cut-?offs?|closed|ended|lay|invit\w+|scores?|points|bar)\b")
# "58 rounds, eight of them French", "Eight of these were French".
_OF_THEM = compiled(
    r" of (?:them|these|those|which)(?: (?:were|was|went|are|is))?(?: (?:held|open|reserved))?(?: (?:for|to|under))?(?: (?:the|all))? ?"
)
# "Healthcare had three of the draws": of those that were counted before.
_HAD = compiled(
    r"(?: (?:speakers?|candidates|workers?|class|program(?:me)?|category))? (?:had|has had|have had|got|took|saw|made up|accounted for|accounts? for) (?:only |just |exactly )?"
)
_OF_THOSE = compiled(r" of (?:the|them|these|those)(?: (?:draws|rounds))?(?= ?[,.;:)!]| ?$| and\b)")
_HELD = compiled(r" (?:were|was|went)\b")
_LISTS = compiled(r"\b(?:lists?|occupations?|codes?|jobs)\b")
_BEFORE_IT = compiled(r" (?:(?:draws|rounds) )?before (?:it|that|this|them)\b(?! (?:had|was) (?:not|never))")
_THE = compiled(r"\b(?:the|its|their) $")
_EARLIER_FIRST = compiled(r"\b(?:the|its|their) (?:earlier|previous|preceding|prior) $")
_EARLIER = compiled(r" (?:earlier|previous|preceding|prior) (?:draws|rounds|ones)\b")
_PREDICATE = compiled(
    r" ?(?:(?:draws|rounds|ones) )?(?:had|have|were|lay|ended|closed|ran|ranged|brought|went|all|took|stayed|stood|was|together)\b"
)


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge numbers of draws that are some of those told of."""
    if passage.is_question or POLL.search(passage.text):
        return
    for number in passage.numbers:
        if (
            number.role in (Role.UNKNOWN, Role.DRAWS)
            and number.form != "short"
            and 1 <= number.value <= MOST
            and number.value == int(number.value)
        ):
            yield from _of_whole(passage, record, number)
            yield from _before(passage, record, number)


def _of_whole(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    """Judge how many of so many draws were of a type: those of each set of so many that the words may be about."""
    text = passage.text
    leading, is_all = _OF.search(text, 0, number.start), False
    behind = next((one for one in passage.categories if one.start >= number.end), None)
    having = [one for one in passage.categories if one.end <= number.start][-1:]
    if (
        having
        and _HAD.fullmatch(text, having[0].end, number.start)
        and _OF_THOSE.match(text, number.end)
        and not any(one.start > number.end for one in passage.numbers)
    ):
        behind, first = having[0], number.start
    elif behind is None:
        return
    elif leading is not None and _WERE.fullmatch(text, number.end, behind.start):
        # "21 rounds, of which just one was for nominees": of those counted before.
        is_all = _OF_WHICH.match(leading[0]) is not None
        first, leading = (0, None) if is_all else (leading.start(), leading)
    elif _OF_THEM.fullmatch(text, number.end, behind.start):
        first = 0
    else:
        return
    before = [one for one in passage.numbers if first <= one.start < number.start]
    before = [one for one in before if one.role is Role.DRAWS or leading is not None]
    told = [one for one in passage.told if one.role is Role.DRAWS]
    whole = next((int(one.value) for one in (*before[-1:], *told[-1:])), None)
    if (
        whole is None
        or number.value > whole
        or not (whole in passage.counted or _DRAWS.search(text) or _HELD.match(text, number.end))
    ):
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = widened((behind.slug,), known)
    if _ALL_BUT.search(text, 0, number.start):
        types = frozenset(draw.category for draw in known) - types
    found = candidates(passage, record, number.start, number.end, (), strict=False)
    is_claimed = bool(before) and leading is None and not is_all
    loose = () if is_claimed else (*found.named, *found.around)
    for scopes in (found.stated, (*found.context, *loose)):
        wholes = [scope.draws for scope in scopes if scope.count == whole]
        if wholes:
            parts = [[draw for draw in draws if draw.category in types] for draws in wholes]
            yield from _judged(passage, number, parts)
            return
    wide = everything(passage, record, number.start, number.end)
    parts = [
        [draw for draw in scope.draws if draw.category in types] for scope in wide if scope.count == whole
    ]
    if int(number.value) in map(len, parts) or found.stated or is_claimed:
        # The whole may be what is wrong, and its part right.
        return
    yield from _judged(passage, number, parts)


# "All but one of them were open to everybody": one was not.
_ALL_BUT = compiled(r"\b(?:all|every one|each) (?:but|except|save|bar) $")


def _before(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    """Judge how many draws of its type were held before one that is spoken of."""
    text = passage.text
    end = max(number.end, number.noun)
    told = (
        (_THE.search(text, 0, number.start) and _BEFORE_IT.match(text, number.end))
        or (_EARLIER_FIRST.search(text, 0, number.start) and _PREDICATE.match(text, end))
        or (_THE.search(text, 0, number.start) and _EARLIER.match(text, number.end))
    )
    spoken = passage.slugs or passage.topic
    if not told or len(spoken) != 1 or number.value == 1 or not _OF_DRAWS.search(text):
        return
    if _LISTS.search(text) or any(
        one.role is Role.DRAWS for one in (*passage.numbers, *passage.told) if one is not number
    ):
        # "Six had 1,000; the earlier nine were larger" goes on about draws that were counted.
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = widened(spoken, known)
    of_type = [draw for draw in known if draw.category in types]
    subjects = [draw for draw in (*passage.draws, *passage.before[:2], *of_type[-1:]) if draw in of_type]
    sets = [of_type, *sets_of(passage, known, types).all]
    yield from _judged(
        passage,
        number,
        [among[: among.index(draw)] for draw in subjects for among in map(list, sets) if draw in among],
    )


def _judged(passage: Passage, number: NumberMention, readings: Sequence[Sequence[Draw]]) -> Iterator[Finding]:
    if not readings:
        return
    meant = next((draws for draws in readings if len(draws) == number.value), readings[0])
    yield said(passage, number.start, number.end, number.value, meant, rows_of(*meant), 0.8)
