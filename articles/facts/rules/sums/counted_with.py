"""Draws that are counted beside the sum of their invitations: "46,539 invitations after 24 rounds". Pure: no Django."""

from collections.abc import Iterator
from dataclasses import replace

from articles.facts.model import Record
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import Scope, until
from articles.facts.rules.common.slipping import is_slip
from articles.facts.rules.common.speaking import Candidates, everything, widened

# Smaller numbers are sizes of one draw more often than sums.
LEAST = 1200
LEAST_SIZE = 100
ROUND = 250
_BETWEEN = compiled(
    r"(?: (?:draws|rounds|rows|lines|ones|(?:general|all-program|french) ones|of them|together|invitations|itas|candidates|people))?,?(?: (?:in|after|over|from|across|through|during|on|and|with|for|of|out of|bringing|brought|producing|produced|had|were|issued|account for|accounts for|accounted for|add up to|added up to|adds up to|come to|comes to|came to|amount to|amounted to|make|made|makes|gave|give|given|which|that|they|all|total|a|total of|just|only|altogether|made|sent|resulting in|under|have|had|got|been|has|seen|we|invited|of the year|of the month|of the week|you|get|reach|arrive at|count))* ?:?,?(?: (?:the|its|their) (?:year's|month's|week's))? ?"
)


# Numbers without a noun that count draws beside a sum: "the three made 891", "namely nine, with 48,000", "21,000 invitations in five".
_BARE = compiled(r"(?:\b(?:all|the|these|those|both)(?: the)?|\bnamely|: ?|\bin) $")
_BARE_AFTER = compiled(
    r" (?:(?:of them|together|rows|lines|ones|(?:general|all-program|french) ones) )?(?:have |had )?(?:made|make|had|have|came|come|brought|bring|gave|give|add|produced|issued|invited|total|amount)\b|,|$|[.;)]"
)
# What a sentence says that is of the draws counted in the one before: "Together 8,600."
TOGETHER = compiled(
    r"\b(?:together|in total|altogether|combined|in sum|between them|add(?:ing|ed)? up|in all|all told)\b"
)
_MOST_BARE = 60


def counts(passage: Passage) -> Iterator[NumberMention]:
    """Yield the numbers of draws of a sentence, those without a noun too."""
    for number in passage.numbers:
        if number.role is Role.DRAWS:
            yield number
        elif (
            number.role is Role.UNKNOWN
            and number.form == "words"
            and 1 < number.value <= _MOST_BARE
            and _BARE.search(passage.text, 0, number.start)
            and _BARE_AFTER.match(passage.text, number.end)
        ):
            yield replace(number, role=Role.DRAWS)


def total(passage: Passage, number: NumberMention, least: int = LEAST) -> NumberMention | None:
    """Return the sum of invitations that stands right beside a number of draws, and beside no other."""
    sums = [
        other
        for other in passage.numbers
        if other.value >= least and other.role in (Role.INVITATIONS, Role.UNKNOWN, Role.DIFFERENCE)
    ]
    sums = [one for one in sums if not any(_rounds(one, other) for other in sums)]
    counted = [other for other in passage.numbers if other.role is Role.DRAWS and other.start != number.start]
    beside = [one for one in sums if _is_beside(passage, one, number)]
    if len(beside) != 1 or any(_is_beside(passage, beside[0], other) for other in counted):
        return None
    return beside[0]


def _is_beside(passage: Passage, one: NumberMention, number: NumberMention) -> bool:
    first, last = sorted((number, one), key=lambda other: other.start)
    return _BETWEEN.fullmatch(passage.text, first.end, last.start) is not None


def _rounds(one: NumberMention, other: NumberMention) -> bool:
    """Whether a sum is another in round figures: "just over 86,000, or exactly 86,023"."""
    return one is not other and one.value % 1000 == 0 and 0 < abs(one.value - other.value) < 1000


# "Four rounds had 6,000 invitations", each of them.
_HAD = compiled(
    r",? (?:(?:have |had )?(?:had|invited|brought|issued|took|taken|sent|saw|offered)|with|at|came with) (?:only |just |exactly )?"
)


def each(passage: Passage, record: Record, number: NumberMention) -> int | None:
    """Return the size that as many draws as a number counts may each have had, where no word says that it is their sum."""
    end = max(number.end, number.noun)
    sizes = [one for one in passage.numbers if one.value >= LEAST_SIZE and one.start >= end]
    if not sizes or TOGETHER.search(passage.text) or not _HAD.fullmatch(passage.text, end, sizes[0].start):
        return None
    slugs, size = widened(passage.slugs or passage.topic, record.draws), int(sizes[0].value)
    same = [
        draw
        for draw in until(record, passage.day)
        if draw.invitations == size and (not slugs or draw.category in slugs)
    ]
    return size if 1 < number.value <= len(same) else None


def scope(
    passage: Passage, record: Record, number: NumberMention, total: NumberMention, found: Candidates
) -> Scope | None:
    """Return draws that have the sum and are another number of draws; none where some have both."""
    scopes = [*found, *everything(passage, record, total.start, total.end)]
    same = [one for one in scopes if one.count > 1 and one.invitations == total.value]
    if found.stated and found.stated[0].count == number.value and not passage.slugs:
        # Of all types it is right: the sum is that of one type by chance, or wrong.
        return None
    is_told = any(one.count > 1 and one.invitations == total.value for one in found)
    if not is_told and any(
        one.count == number.value and is_slip(int(total.value), one.invitations) for one in found
    ):
        # So it is of these draws, and their sum is wrong.
        return None
    is_stated = any(one.invitations == total.value for one in found.stated)
    if not (total.value % ROUND or is_stated) and any(one.count == number.value for one in scopes):
        # A round sum may be that of other draws by chance.
        return None
    return next(iter(same), None) if all(one.count != number.value for one in same) else None
