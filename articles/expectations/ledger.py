"""The forecasts of the ledger, each with how it did by the record as it is now."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from articles.expectations.baseline import Baseline, baseline
from articles.expectations.scoring import Outcome, Score, score
from articles.models import Expectation
from draws.models import Round
from occupations.models import Category


class Line(NamedTuple):
    """A forecast and how it did."""

    expectation: Expectation
    score: Score[Round]

    @property
    def category(self) -> Category:
        return self.expectation.category

    @property
    def is_open(self) -> bool:
        return self.score.outcome is Outcome.OPEN

    @property
    def is_apart(self) -> bool:
        """Whether it is shown without ever being scored."""
        return self.score.outcome is Outcome.CLAIMED or bool(self.expectation.withdrawn_reason)


class BaselineOfType(NamedTuple):
    """The error of "same as last time" for a type of draw."""

    category: Category
    baseline: Baseline


def record_of(categories: Iterable[int] | None = None) -> dict[int, list[Round]]:
    """Return the standing draws of types of draw (keys of Category; None is all), oldest first. One query."""
    rounds = Round.objects.public_record().select_related("version__category").oldest_first()
    if categories is not None:
        rounds = rounds.filter(version__category__in=set(categories))
    found: dict[int, list[Round]] = defaultdict(list)
    for round in rounds:
        found[round.version.category_id].append(round)
    return found


def record_ends() -> date | None:
    """Return the day of the newest draw: up to the day before it, the silence of the record says something."""
    newest = Round.objects.public_record().newest_first().only("date").first()
    return newest and newest.date


def lines(
    expectations: Iterable[Expectation],
    record: dict[int, list[Round]] | None = None,
    ends: date | None = None,
) -> list[Line]:
    """Return expectations with their scores, in their order. At most two queries: what is not given is asked for."""
    expectations = list(expectations)
    if not expectations:
        return []
    if record is None:
        types = {each.category_id for each in expectations} | {
            each.other_category_id for each in expectations
        }
        record = record_of(types - {None})
    ends = ends or record_ends()
    return [
        Line(
            each,
            score(
                each.forecast,
                record.get(each.category_id, []),
                record.get(each.other_category_id, []),
                ends,
            ),
        )
        for each in expectations
    ]


def lines_about(round: Round) -> list[Line]:
    """Return the public forecasts that a draw judged, and were scored. At most two queries."""
    meant = Expectation.objects.public().that_may_mean(round.category, round.date)
    found = lines(meant.newest_first().for_list(), ends=round.date)
    return [line for line in found if line.score.is_scored and line.score.draw == round]


def baselines(record: dict[int, list[Round]]) -> list[BaselineOfType]:
    """Return the error of "same as last time" of every type with draws to compare, nominees last."""
    found = [
        BaselineOfType(rounds[0].category, counted)
        for rounds in record.values()
        if (counted := baseline(rounds))
    ]
    return sorted(found, key=lambda each: (each.category.includes_nomination, -each.baseline.draws))
