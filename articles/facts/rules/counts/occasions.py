"""How often something was drawn, without the word "draw": "for the third time this year", "French twice, healthcare once". Pure: no Django."""

import re
from collections.abc import Callable, Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import CategoryMention
from articles.facts.rules.common import amounts
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW, NUMBER_WORDS
from articles.facts.rules.common.periods import count
from articles.facts.rules.common.readings import Sets, sets_of, types_of
from articles.facts.rules.common.scopes import until
from articles.facts.rules.common.speaking import PROVINCIAL, VAGUE, widened
from articles.facts.rules.comparisons import runs

from . import each, repeats
from .counted import COUNTED

RULE = "counts"
type Written = Callable[[int, str], str]

_NTH_TIME = compiled(
    rf"\b(?:for (?:the|its|their|a) |the )?(?P<which>{runs.ORDINAL}) (?:time|occasion|outing|turn|appearance)\b(?! (?:in a row|running|in succession|that the cut))"
)
_TIMES = compiled(
    rf"\b(?:(?P<once>once)|(?P<twice>twice)|(?P<n>{NUMBER_WORDS}|[2-9]|[1-5][0-9]) (?:times|occasions))\b(?! (?:as|the|that|more|larger|bigger|smaller|lower|higher|what|its|their|in a row|running|before|more|over|[0-9]))"
)
# What a type is said to have had so often.
_DRAWN = compiled(
    r"\b(?:call(?:ed)?|drawn?|draws|rounds?|invit(?:ed|es|ation)|held|had (?:a|its|their) turn|came up|came|come|picked|chosen|used|opened|summoned|seen|happened|turn|featured|appeared|served|on)\b"
)
_LOOSE = hedged(
    "no|next|every|each|at once|once (?:a|every|the|you|it|they|he|she|we|known|again|more|called|upon)|more than|at least|less than|since (?:it|they) (?:began|started)"
)
# Words that make it times of something else.
_OTHER = compiled(
    rf"\b(?:points?|months?|cut-?off (?:has|had|fell|rose)|rise|{repeats.MOVED}|changed|updated|lists?|asked|test|exam|applied|apply|language|deadline|size|figure|number of)\b"
)
# "Below 400 for the second time" counts some of them.
_LIMITED = compiled(
    rf"\b(?:below|above|under|over|beyond|beneath|past) (?:the )?(?:[1-9][0-9,]{{2,}}|(?:{FEW}) hundred)\b"
)
_SINCE = compiled(r" (?:[\w-]+ ){0,3}?since\b")
# How far the times may stand from the type that they are said of, as in "French twice".
BESIDE = 32


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge how often, and for the how-manieth time, types of draw are said to have been drawn."""
    if VAGUE.search(passage.text) or PROVINCIAL.search(passage.text):
        return
    known = until(record, passage.day)
    for match in _NTH_TIME.finditer(passage.text):
        yield from _nth(passage, known, match)
    for match in _TIMES.finditer(passage.text):
        if repeats.tells(passage, match.start()):
            continue
        if _EACH.search(passage.text, max(0, match.start() - BESIDE), match.start()):
            yield from _each(passage, known, match)
        else:
            yield from _times(passage, known, match)


def _nth(passage: Passage, known: Sequence[Draw], match: re.Match[str]) -> Iterator[Finding]:
    begin, end = clause(passage.text, match.start())
    words = passage.text[begin:end]
    if not _DRAWN.search(words) or _LOOSE.search(words) or _OTHER.search(words) or _LIMITED.search(words):
        return
    types = types_of(passage, known)
    if len(types) != 1:
        return
    claimed = runs.number_of(match["which"])
    if claimed == 1 and _SINCE.match(passage.text, match.end()):
        # When it was last so is another claim.
        return
    of_type = [draw for draw in known if draw.category in types]
    own = passage.draws if any(mention.is_day for mention in passage.dates) else ()
    meant = [
        draw for draw in (*own, *of_type[-1:], *passage.draws, *passage.before[:3]) if draw.category in types
    ]
    sets = sets_of(passage, known, types, later=claimed == 1)
    orders = [
        (draw, 1 + among.index(draw)) for draw in dict.fromkeys(meant) for among in sets.all if draw in among
    ]
    yield from _judged(passage, match.span("which"), claimed, orders, amounts.ordinal)


def _times(passage: Passage, known: Sequence[Draw], match: re.Match[str]) -> Iterator[Finding]:
    slug = _beside(passage, match)
    begin, end = clause(passage.text, match.start())
    every = slug is None and not passage.categories and _DREW.search(passage.text, begin, match.start())
    if other := _SUBORDINATE.search(passage.text, match.end(), end):
        end = other.start()
    if slug is not None:
        # "The list is short, and it has been used twice": what is said of it begins behind the comma.
        joints = [one.end() for one in _JOINT.finditer(passage.text, slug.end, match.start())]
        begin = max((begin, *joints))
    words = passage.text[begin:end]
    if (
        (slug is None and not every)
        or _OTHER.search(words)
        or _LOOSE.search(passage.text, begin, match.end() + 12)
    ):
        return
    claimed = _claimed(match)
    # "Three times: the first, in February, ...": the time behind the colon is that of one of them.
    colon = passage.text.find(":", match.end())
    periods = [period for period in passage.periods if colon < 0 or period.start < colon]
    draws = widened((slug.slug,), known) if slug else frozenset()
    sets: Sets = sets_of(passage, known, draws, periods, later=False)
    if slug is None and (not sets.stated or _TWO.search(passage.text)):
        return
    counted = [(among[-1], len(among)) for among in sets.all if among] or (
        [(known[-1], 0)] if sets.stated and slug in passage.categories else []
    )
    if not sets.stated and slug is not None:
        # "Nominees were drawn twice" may go on about the month of the draws told of.
        for told in passage.before[:1]:
            same = (told.date.year, told.date.month)
            held = [
                draw for draw in known if draw.category in draws and (draw.date.year, draw.date.month) == same
            ]
            counted += [(held[-1], len(held))] if held else []
    yield from _judged(passage, match.span(), claimed, counted, _in_times)


# "The department drew nine times in July": of all types.
_DREW = compiled(
    r"\b(?:(?:it|ircc|ottawa|department|canada|government|officers|minister|they) (?:has |have |had )?(?:drew|drawn|invited|sent (?:out )?invitations|issued invitations|held draws)|(?:candidates|people|invitations) (?:were|have been|had been|was) (?:invited|issued|sent(?: out)?))(?: (?:on|only|just|candidates|people|exactly|in [a-z]+(?: 20[0-9]{2})?))* $"
)
_TWO = compiled(r"\b(?:pool|each|both|they are|same people)\b")
# What stands behind it is of something else: "drawn once in 2025, although its list is in force".
_SUBORDINATE = compiled(r",? (?:although|though|even though|because|which|whose|where)\b")
# "Education, STEM and researchers have each been drawn once".
_EACH = compiled(
    r"\b(?:have|has|had|were|was) (?:each|all) (?:been |had )?(?:drawn|called|used|invited|held|had|seen)? ?(?:only |just |exactly )?$"
)


def _each(passage: Passage, known: Sequence[Draw], match: re.Match[str]) -> Iterator[Finding]:
    """Judge what several types in a row are each said to have been drawn."""
    said = _EACH.search(passage.text, 0, match.start())
    row: list[CategoryMention] = []
    for mention in reversed(passage.categories):
        end = row[0].start if row else said.start() if said else 0
        between = passage.text[mention.end : end] if mention.end <= end else "?"
        if not ((row and each.LISTED.fullmatch(between)) or (not row and len(between) <= BESIDE)):
            continue
        row.insert(0, mention)
    claimed = _claimed(match)
    if len(row) < 2:
        return
    counts = [
        [len(among) for among in found.stated or found.all]
        for mention in row
        for found in [sets_of(passage, known, widened((mention.slug,), known))]
    ]
    # Of types that are all wrong by the same number the words say another.
    wrong = [numbers[0] for numbers in counts if numbers and claimed not in numbers]
    if wrong:
        yield from _judged(passage, match.span(), claimed, [(known[-1], wrong[0])], _in_times)


def _claimed(match: re.Match[str]) -> int:
    return 1 if match["once"] else 2 if match["twice"] else count(match["n"])


def _beside(passage: Passage, match: re.Match[str]) -> CategoryMention | None:
    """Return the type that times are said of: the one right before them, or the one type of their clause if it is drawn."""
    before = [mention for mention in passage.categories if mention.end <= match.start()]
    if (
        before
        and match.start() - before[-1].end <= BESIDE
        and _BESIDE.fullmatch(passage.text[before[-1].end : match.start()])
    ):
        return before[-1]
    begin, end = clause(passage.text, match.start())
    own = [mention for mention in passage.categories if begin <= mention.start < end]
    joint = max((one.end() for one in _JOINT.finditer(passage.text, begin, match.start())), default=begin)
    if any(joint <= mention.start < match.start() for mention in own):
        own = [mention for mention in own if mention.start >= joint]
        begin = joint
    if len({mention.slug for mention in own}) == 1 and _DRAWN.search(passage.text, begin, end):
        return own[0]
    drawn = _HAS_DRAWN.search(passage.text, max(begin, match.start() - 40), match.start())
    if drawn is None or _KINDS.search(passage.text):
        return None
    if not passage.categories and len(passage.topic) == 1:
        # "It has been drawn five times" goes on about the type spoken of.
        return CategoryMention(part=0, start=drawn.start(), end=drawn.end(), slug=passage.topic[0])
    if len(passage.slugs) == 1 and before and _IT.search(passage.text, before[-1].end, drawn.start()):
        # "There is a list for researchers too, but it has been opened once": the one type that the sentence names.
        return before[-1]
    return None


_BESIDE = compiled(
    r"(?: ?[,:–—(-])? ?(?:(?:only|just|most often,?|the most|in all|a total of|candidates|draws?|rounds?|were|was|had|have|has|came|came up|turned up|appeared|got|received|been|called|drawn|invited|'s turn came|it|speakers?|workers?|category|class) ?){0,4}"
)


# "French had most invitations, and nominees were drawn most often".
_JOINT = compiled(r", (?:and|but|yet|so|which) ")
_KINDS = compiled(r"\b(?:types|categories|classes|programs|which|who|none)\b")
_IT = compiled(r"\b(?:it|they|which) (?:has |have |had )?$")
_HAS_DRAWN = compiled(
    r"\b(?:been|was|were|has|have|had) (?:also |only |now |already |so far )*(?:drawn|called|used|invited|held|opened|picked|chosen|summoned|drawn upon|called upon)(?: (?:only|just|already|exactly|no more than|so far|from))* $"
)


def _in_times(value: int, like: str) -> str:
    del like
    return {0: "never", 1: "once", 2: "twice"}.get(value) or f"{amounts.written(value, 'two')} times"


def _judged(
    passage: Passage,
    place: tuple[int, int],
    claimed: int,
    found: Sequence[tuple[Draw, int]],
    written: Written,
) -> Iterator[Finding]:
    if not found:
        return
    start, end = place
    draw, actual = next((one for one in found if one[1] == claimed), found[0])
    true = actual == claimed
    expected = written(actual, passage.source[start:end])
    yield passage.finding(
        RULE,
        Status.AGREES if true else Status.CONTRADICTED,
        start,
        end,
        COUNTED,
        expected="" if true else expected,
        replacement=None if true else expected,
        rows=rows_of(draw),
        confidence=0.8,
        params={"count": actual},
    )
