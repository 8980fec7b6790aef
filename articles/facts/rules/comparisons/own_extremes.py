"""What is said to be beyond all that a type ever had, by a word for whose it is: "at 389, their highest cut-off". Pure: no Django."""

from articles.facts.model import Draw, Record
from articles.facts.rules.common import ranks
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from draws.clock import year_span

from .superlative_claims import Claim

_ITS = compiled(r"(?:,|[–—-]|\b(?:was|is|marks|marked|set|reached)) (?:its|their) $")
_ITS_END = compiled(r" (?:cut-?off|score|draw|round|number)(?= ?[.,;:)]| ?$)")


def is_its_own(passage: Passage, claim: Claim) -> bool:
    """Whether it is said of all that "its" or "their" is said of, and ends there."""
    before = passage.text[max(0, claim.start - 20) : claim.start]
    return _ITS.search(before) is not None and _ITS_END.match(passage.text, claim.end) is not None


def is_of_a_time(passage: Passage, record: Record, claim: Claim, draw: Draw) -> bool:
    """Whether a draw is so among those of its type in its year, or in a time that is spoken of."""
    known = [other for other in record.draws if other.category == draw.category and other.date <= passage.day]
    periods = (*passage.periods, *passage.earlier, *passage.context)
    times = [
        year_span(draw.date.year),
        *(span for period in periods if not period.is_day for span in period.spans),
    ]
    return any(
        len(among) > 1 and ranks.is_extreme(draw, among, claim.figure, claim.sign)
        for time in times
        if (among := [other for other in known if other.date in time]) and draw in among
    )
