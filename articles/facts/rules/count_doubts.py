"""Numbers of draws that are right of draws in a row which no other words bound. Pure: no Django."""

from articles.facts.model import Record
from articles.facts.reading.counting import SMALL
from articles.facts.reading.mentions import NumberMention

from .passages import Passage
from .patterns import compiled

# Draws in so and so many days are of the latest so many; those of a sum are of more.
FEW, MANY = 20, 120

# "Four draws in eight days": any eight.
_IN_DAYS = compiled(r" in (?:just |only )?(?P<days>[0-9]{1,2}|[a-z]+) days\b")


def is_in_days(passage: Passage, record: Record, number: NumberMention) -> bool:
    """Whether so many draws were held in any days of the number that the words say, lately."""
    match = _IN_DAYS.match(passage.text, max(number.noun, number.end))
    if match is None:
        return False
    days = int(match["days"]) if match["days"].isdigit() else SMALL.get(match["days"], 0)
    recent = [draw.date for draw in record.draws if draw.date <= passage.day][-FEW:]
    return any(sum(0 <= (other - first).days < days for other in recent) == number.value for first in recent)


def is_of_sum(passage: Passage, record: Record, number: NumberMention, latest: int) -> bool:
    """Whether so many draws in a row, of which the last is one of so many `latest`, have a sum that stands beside their number:
    "12,991 in six draws". Among many rows one has it by chance."""
    sizes = [draw.invitations for draw in record.draws if draw.date <= passage.day]
    count = int(number.value)
    sums = [other for other in passage.numbers if other.value >= 1000]
    if not sums:
        return False
    beside = min(sums, key=lambda other: abs(other.start - number.start))
    return any(
        sum(sizes[last - count : last]) == beside.value
        for last in range(max(count, len(sizes) - latest + 1), len(sizes) + 1)
    )
