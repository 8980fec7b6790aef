"""Draws that are counted beside the sum of their invitations: "46,539 invitations after 24 rounds". Pure: no Django."""

from articles.facts.model import Record
from articles.facts.reading.mentions import NumberMention, Role

from .passages import Passage
from .patterns import compiled
from .scopes import Scope
from .speaking import Candidates, everything

# Smaller numbers are sizes of one draw more often than sums.
LEAST = 1200
ROUND = 250
_BETWEEN = compiled(
    r"(?: (?:draws|rounds|invitations|itas|candidates|people))?,?(?: (?:in|after|over|from|across|through|during|on|and|with|for|of|out of|bringing|brought|producing|produced|had|were|issued|all|total|a|total of|just|only|altogether|made|sent|resulting in|under|have|been|has|seen))* ?:?,?(?: (?:the|its|their) (?:year's|month's|week's))? ?"
)


def total(passage: Passage, number: NumberMention) -> NumberMention | None:
    """Return the one sum of invitations that stands right beside a number of draws."""
    sums = [
        other
        for other in passage.numbers
        if other.value >= LEAST and other.role in (Role.INVITATIONS, Role.UNKNOWN, Role.DIFFERENCE)
    ]
    sums = [one for one in sums if not any(_rounds(one, other) for other in sums)]
    counted = [other for other in passage.numbers if other.role is Role.DRAWS]
    if len(sums) != 1 or len(counted) != 1:
        return None
    first, last = sorted((number, sums[0]), key=lambda one: one.start)
    between = passage.text[first.end : last.start]
    return sums[0] if _BETWEEN.fullmatch(between) else None


def _rounds(one: NumberMention, other: NumberMention) -> bool:
    """Whether a sum is another in round figures: "just over 86,000, or exactly 86,023"."""
    return one is not other and one.value % 1000 == 0 and 0 < abs(one.value - other.value) < 1000


def scope(
    passage: Passage, record: Record, number: NumberMention, total: NumberMention, found: Candidates
) -> Scope | None:
    """Return draws that have the sum and are another number of draws; none where some have both."""
    scopes = [*found, *everything(passage, record, total.start, total.end)]
    same = [one for one in scopes if one.count > 1 and one.invitations == total.value]
    if found.stated and found.stated[0].count == number.value and not passage.slugs:
        # Of all types it is right: the sum is that of one type by chance, or wrong.
        return None
    if not total.value % ROUND and any(one.count == number.value for one in scopes):
        # A round sum may be that of other draws by chance.
        return None
    return next(iter(same), None) if all(one.count != number.value for one in same) else None
