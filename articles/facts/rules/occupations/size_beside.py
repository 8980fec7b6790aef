"""Numbers beside types that may be the sizes of their lists: "STEM (11)", "24 in STEM", "health and STEM have 37 and 11". Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from articles.facts.reading import CategoryMention, NumberMention
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Unit
from articles.facts.rules.common.setting_words import WITHOUT_LIST

from .size_change_words import AFTER, BESIDE, IN_TYPE, NOUN, OF_DRAWS

# Of fewer types no row is made.
FEWEST = 2
# No list has had so many occupations.
_MOST = 60
_CUTS = compiled(r";|[–—]|, (?:but|while|whereas|today|now|and (?:now|today|then))\b")
_AND = compiled(r",? ?(?:and |& |as well as )?(?:the |of |in |for |those of )*")
_AND_NUMBER = compiled(rf"(?: {NOUN})?,? ?(?:and |& )?(?:just |only )*")
_HAVE = compiled(
    r"(?: (?:categories|lists|occupations))?(?: (?:now|today|still|each|then))*:? ?(?:have|had|has|count(?:ed)?|hold|held|list(?:ed)?|name[ds]?|number(?:ed)?|stand at|stood at|came to|contain(?:ed)?|cover(?:ed)?|kept|with|at)?(?: (?:now|still|only|just|then))* "
)
_THEY = compiled(
    r"\W*(?:(?:but |and )?(?:today|now|then|in (?:19|20)[0-9]{2}|since then|before)?,? ?)(?:they|these|those|both|the two|these lists|the lists|the two lists)(?: (?:now|today|still|each|then|both))* (?:have|had|count(?:ed)?|hold|held|name[ds]?|number(?:ed)?|stand at|stood at|contain(?:ed)?|cover(?:ed)?)(?: (?:now|still|only|just|then))* (?=[0-9a-z])"
)
_ENDS = compiled(rf" ?(?:[.,;:)]|$)| (?:{NOUN}|respectively|each|in (?:19|20)[0-9]{{2}}|now|today|then)\b")


def clause_of(unit: Unit, place: int) -> Unit:
    """Return the piece of a sentence, a place in the part, that a number stands in: what "today" is said of, and what is not."""
    at = place - unit.start
    bounds = [0, *(cut.start() for cut in _CUTS.finditer(unit.text)), len(unit.text)]
    for start, end in pairwise(bounds):
        if start <= at < end:
            return replace(unit, start=unit.start + start, end=unit.start + end)
    return unit


def in_rows(
    unit: Unit, numbers: Sequence[NumberMention], above: Sequence[Unit] = ()
) -> list[tuple[NumberMention, str]]:
    """Return the numbers that stand in the order of their types: "health and STEM have 37 and 11 occupations"; behind "they" in
    the order of the types of the sentence `above`."""
    text = unit.text
    found: list[tuple[NumberMention, str]] = []
    if not unit.categories and (they := _THEY.match(text)):
        spoken = list(
            dict.fromkeys(slug for other in above for slug in other.slugs if slug not in WITHOUT_LIST)
        )
        first = [number for number in numbers if number.start - unit.start >= they.end()]
        if len(spoken) == len(first) >= FEWEST and _is_row(text, unit.start, they.end(), first):
            return list(zip(first, spoken, strict=True))
        return []
    for row in _rows(unit.categories, text, unit.start):
        at = row[-1].end - unit.start
        after = [number for number in numbers if number.start >= row[-1].end][: len(row)]
        if (
            len(row) < FEWEST
            or len(after) != len(row)
            or not _HAVE.fullmatch(text, at, after[0].start - unit.start)
            or not _is_row(text, unit.start, at, after)
        ):
            continue
        found += [
            (number, mention.slug)
            for number, mention in zip(after, row, strict=True)
            if mention.slug not in WITHOUT_LIST
        ]
    return found


def _is_row(text: str, start: int, at: int, numbers: Sequence[NumberMention]) -> bool:
    """Whether numbers behind a place of a sentence stand in one row, and may be sizes of lists."""
    return (
        all(number.value <= _MOST for number in numbers)
        and all(
            _AND_NUMBER.fullmatch(text, one.end - start, other.start - start)
            for one, other in pairwise(numbers)
        )
        and _ENDS.match(text, numbers[-1].end - start) is not None
        and not OF_DRAWS.search(text, at, min(len(text), numbers[-1].end - start + 12))
    )


def _rows(mentions: Sequence[CategoryMention], text: str, start: int) -> list[list[CategoryMention]]:
    rows: list[list[CategoryMention]] = []
    for mention in mentions:
        if rows and _AND.fullmatch(text, rows[-1][-1].end - start, mention.start - start):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return rows


def pairs(
    unit: Unit, numbers: Sequence[NumberMention], above: Sequence[Unit] = ()
) -> Iterator[tuple[Unit, NumberMention, str]]:
    """Yield the numbers that stand right behind a type."""
    text = unit.text
    first = next((mention.start for mention in unit.categories), unit.start)
    # "STEM has 11, and no draw": what comes behind them all is not said of them.
    last = (
        max((mention.end for mention in unit.categories), default=unit.end)
        - unit.start
        + len(" has 11 draws")
    )
    if OF_DRAWS.search(text, max(0, text.rfind(":", 0, first - unit.start)), min(len(text), last)):
        return
    rows = in_rows(unit, numbers, above)
    yield from ((unit, number, slug) for number, slug in rows)
    taken = {number.start for number, _slug in rows}
    for mention in unit.categories:
        if mention.slug in WITHOUT_LIST:
            continue
        ahead = next((number for number in reversed(numbers) if number.end <= mention.start), None)
        if (
            ahead is not None
            and ahead.value <= _MOST
            and ahead.start not in taken
            and IN_TYPE.fullmatch(text[ahead.end - unit.start : mention.start - unit.start])
        ):
            yield unit, ahead, mention.slug
            continue
        number = next((number for number in numbers if number.start >= mention.end), None)
        if number is None or number.value > _MOST or number.start in taken:
            continue
        end = number.end - unit.start
        if BESIDE.fullmatch(text[mention.end - unit.start : number.start - unit.start]) and AFTER.match(
            text, end
        ):
            yield unit, number, mention.slug
