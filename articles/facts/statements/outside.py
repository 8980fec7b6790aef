"""What is told of others than the federal department: provinces draw candidates too, and the record has none of it."""

import re

from articles.facts.reading import Block, Kind, Reading

PROVINCES = (
    r"Alberta|British\s+Columbia|B\.?C\.?|Manitoba|New\s+Brunswick|Newfoundland(?:\s+and\s+Labrador)?|Nova\s+Scotia|Ontario|"
    r"Prince\s+Edward\s+Island|P\.?E\.?I\.?|Quebec|Québec|Saskatchewan|Yukon|Northwest\s+Territories|Nunavut"
)
_LEADS = re.compile(rf"\W*(?:In\s+)?(?:{PROVINCES})(?:'s)?\b[^.:]{{0,25}}[.:\u2013\u2014]")
_HEADING = re.compile(
    rf"\b(?:{PROVINCES}|(?:outside|beyond)\s+Express\s+Entry|(?:in\s+)?the\s+provinces|provincial\s+(?:draws|news|programs?))\b",
    re.IGNORECASE,
)
_PROVINCE = re.compile(rf"\b(?:{PROVINCES}|OINP|AAIP|BC\s?PNP|SINP|MPNP|NSNP|NBPNP|PNP\s+streams?)\b")
_ACTS = re.compile(
    rf"\b(?:own|streams?|OINP|AAIP|BC\s?PNP|SINP|MPNP|NSNP|NBPNP|provincial\s+(?:draws?|program(?:me)?)|arrima|letters\s+of\s+advice|pathways?|entrepreneurs?)\b"
    rf"|\bthe\s+province(?:'s)?\b|\b(?:{PROVINCES})(?:'s|\s+(?:also\s+)?(?:invited|issued|held|drew|nominated|chose|sent|picked))\b",
    re.IGNORECASE,
)


def is_outside(reading: Reading, place: int) -> bool:
    """Whether a block is about a province's own draws, by the words that lead it or the heading above."""
    block = reading.blocks[place]
    if block.kind is Kind.HEADING:
        return False
    if _LEADS.match(reading.text(block)):
        return True
    return any(
        _HEADING.search(_heading(reading, reading.blocks[above])) for above in reading.headings(place)[-1:]
    )


def _heading(reading: Reading, block: Block) -> str:
    # The headline of an article that tells of provinces too is not a heading over provinces alone.
    return "" if reading.name(block) == "title" or block.level == 1 else reading.text(block)


def tells_of_province(words: str) -> bool:
    """Whether a sentence tells of a province's own program, whose figures are not in the record."""
    return (
        _PROVINCE.search(words) is not None
        and _ACTS.search(words) is not None
        or _THE_PROVINCE.search(words) is not None
    )


_THE_PROVINCE = re.compile(
    r"\bthe\s+province\s+(?:invited|chose|issued|drew|nominated|held)\b", re.IGNORECASE
)
