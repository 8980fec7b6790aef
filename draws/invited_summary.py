"""What the answers of draws/invited.py come to. Pure: no Django."""

from collections.abc import Iterable
from typing import NamedTuple

from draws.invited import Answer, Outcome
from draws.invited_draws import Draw


class Summary[D: Draw](NamedTuple):
    """What the answers come to.

    `considered` draws were for the candidate, who was in the pool; `above` and `in_time` of them were reached, `open`
    of them are level and undecided. `last` is the newest reached, `nearest` the missed one with the highest score
    against its cut-off. The others of all `draws` are counted apart; those before the profile by where it would have stood.
    """

    draws: int
    considered: int
    above: int
    in_time: int
    open: int
    last: Answer[D] | None
    nearest: Answer[D] | None
    not_yet_above: int
    not_yet_level: int
    not_yet_below: int
    entry_depends: int
    unknown: int
    not_for_you: int

    @property
    def reached(self) -> int:
        return self.above + self.in_time

    @property
    def not_yet(self) -> int:
        return self.not_yet_above + self.not_yet_level + self.not_yet_below


def summary[D: Draw](answers: Iterable[Answer[D]]) -> Summary[D]:
    """Count answers, which are given newest first."""
    answers = list(answers)
    outcomes = [answer.outcome for answer in answers]
    before = [answer.points for answer in answers if answer.outcome is Outcome.NOT_YET]
    missed = [answer for answer in answers if answer.outcome.is_missed]
    return Summary(
        draws=len(answers),
        considered=sum(outcome.is_considered for outcome in outcomes),
        above=outcomes.count(Outcome.ABOVE),
        in_time=outcomes.count(Outcome.IN_TIME),
        open=outcomes.count(Outcome.TIE_DEPENDS) + outcomes.count(Outcome.TIE_UNKNOWN),
        last=next((answer for answer in answers if answer.outcome.is_reached), None),
        nearest=max(missed, key=lambda answer: answer.points, default=None),
        not_yet_above=sum(points > 0 for points in before),
        not_yet_level=before.count(0),
        not_yet_below=sum(points < 0 for points in before),
        entry_depends=outcomes.count(Outcome.ENTRY_DEPENDS),
        unknown=outcomes.count(Outcome.CRITERIA_UNKNOWN),
        not_for_you=outcomes.count(Outcome.NOT_FOR_YOU),
    )
