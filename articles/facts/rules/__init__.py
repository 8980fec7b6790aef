"""What can be claimed, a package for each kind of claim: `find(reading, record)` yields the findings of it. Pure: no Django.

`RULES` are those that look at an article by themselves; `articles.facts.checking.LATE` look at what these have found. A rule yields
findings in any order, each with its place, and never raises for what an article says; `articles.facts.checking.check` runs them and
keeps one that fails from losing the others' findings.
"""

from collections.abc import Callable, Iterable

from articles.facts.model import Finding, Record
from articles.facts.reading import Reading

from . import over_draws, remarks
from .comparisons import rounds_since
from .criteria import criteria
from .inside import inside
from .language import wording
from .occupations import occupations
from .points import points
from .relative import relative_days, weekdays
from .rounds import in_passing, rounds

Rule = Callable[[Reading, Record], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    rounds.find,
    in_passing.find,
    rounds_since.find,
    over_draws.find,
    remarks.find,
    weekdays.find,
    relative_days.find,
    occupations.find,
    criteria.find,
    points.find,
    inside.find,
    wording.language,
    wording.sources,
)
