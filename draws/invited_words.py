"""The answers of draws/invited.py in the readers' words."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from draws.invited import Answer, Moments, Obstacle, Outcome, Why
from draws.models import Round
from draws.models.rounds import Program
from occupations.models import Category

VERDICTS = {
    Outcome.ABOVE: gettext_lazy("Above the cut-off"),
    Outcome.IN_TIME: gettext_lazy("On the cut-off, and in time"),
    Outcome.TOO_LATE: gettext_lazy("On the cut-off, and too late"),
    Outcome.TIE_DEPENDS: gettext_lazy("On the cut-off, not decided"),
    Outcome.TIE_UNKNOWN: gettext_lazy("On the cut-off, not known"),
    Outcome.BELOW: gettext_lazy("Below the cut-off"),
    Outcome.NOT_FOR_YOU: gettext_lazy("Not for you that day"),
    Outcome.NOT_YET: gettext_lazy("Before your profile"),
    Outcome.ENTRY_DEPENDS: gettext_lazy("It depends on the hour"),
    Outcome.CRITERIA_UNKNOWN: gettext_lazy("Criteria not known"),
}
MINUTE = timedelta(minutes=1)


class Row(NamedTuple):
    """An answer in words."""

    answer: Answer[Round]
    against: str
    verdict: str
    reasons: tuple[str, ...]

    @property
    def round(self) -> Round:
        return self.answer.draw

    @property
    def category(self) -> Category:
        return self.answer.draw.version.category


def rows(answers: Iterable[Answer[Round]], submitted: Moments) -> list[Row]:
    """Put answers into words; `submitted` is when the profile was."""
    verdicts = {outcome: str(verdict) for outcome, verdict in VERDICTS.items()}
    # What stood in the way recurs from draw to draw; it is put into words once.
    known: dict[tuple, tuple[str, ...]] = {}
    language = get_language()

    def reasons(answer: Answer[Round]) -> tuple[str, ...]:
        if answer.outcome is not Outcome.NOT_FOR_YOU:
            return tuple(_reasons(answer, submitted))
        key = (answer.obstacles, *answer.draw.programs)
        if key not in known:
            known[key] = tuple(_reasons(answer, submitted))
        return known[key]

    return [
        Row(answer, _against(answer.points, language), verdicts[answer.outcome], reasons(answer))
        for answer in answers
    ]


@lru_cache(maxsize=4096)
def _against(points: int, language: str | None) -> str:
    """Say in the language of the moment where a score stood that is `points` above a cut-off, or below it."""
    counter = {"counter": abs(points)}
    if points > 0:
        return ngettext("%(counter)s point above", "%(counter)s points above", points) % counter
    if points < 0:
        return ngettext("%(counter)s point below", "%(counter)s points below", -points) % counter
    return _("level")


def _reasons(answer: Answer[Round], submitted: Moments) -> Iterator[str]:
    match answer.outcome:
        case Outcome.IN_TIME:
            yield _("You had submitted your profile by the tie-breaking moment, %s.") % _tie(answer)
        case Outcome.TOO_LATE:
            yield _("You submitted your profile after the tie-breaking moment, %s.") % _tie(answer)
        case Outcome.TIE_DEPENDS if submitted.latest - submitted.earliest < MINUTE:
            yield _("The tie-breaking moment was %s: it depends on the second.") % _tie(answer)
        case Outcome.TIE_DEPENDS:
            yield _("The tie-breaking moment was %s: it depends on the hour.") % _tie(answer)
        case Outcome.TIE_UNKNOWN:
            yield (
                _("The tie-breaking moment was not given: who was invited at exactly %s is not known.")
                % answer.draw.crs_cutoff
            )
        case Outcome.NOT_FOR_YOU:
            yield from (_obstacle(obstacle, answer.draw) for obstacle in answer.obstacles)
        case Outcome.NOT_YET:
            yield _would_have_been(answer.points)
        case Outcome.ENTRY_DEPENDS:
            yield _("The day of the draw: whether your profile was in the pool depends on the hour.")
    if not answer.is_known and answer.outcome is not Outcome.NOT_FOR_YOU:
        yield _unknown(answer.draw)


def _tie(answer: Answer[Round]) -> str:
    return date_format(timezone.localtime(answer.draw.tie_breaking_at), "DATETIME_FORMAT")


def _would_have_been(points: int) -> str:
    if points > 0:
        return _("You were not in the pool yet; with this score and job you would have been above.")
    if points < 0:
        return _("You were not in the pool yet; with this score and job you would have been below.")
    return _("You were not in the pool yet; with this score and job you would have been level.")


def _unknown(draw: Round) -> str:
    if not draw.programs:
        return _("The programs that it drew from were not published.")
    if draw.version.list_awaited:
        return _("Whether your job is on its list is not known yet: its list is not published yet.")
    if draw.version.has_list:
        return _("It asked for more than a job on its list; what, has not been confirmed for this record.")
    return _("The level of French that it asked for has not been confirmed for this record.")


def _obstacle(obstacle: Obstacle, draw: Round) -> str:
    asked, have = obstacle.asked, obstacle.have
    match obstacle.why:
        case Why.NO_NOMINATION:
            return _("It was for provincial nominees, and you gave no nomination.")
        case Why.PROGRAM:
            programs = ", ".join(str(Program(code).label) for code in draw.programs)
            return _("It drew from a program that you did not choose: %s.") % programs
        case Why.NO_JOB:
            return _("It was for the occupations of a list, and you gave no job.")
        case Why.NOT_LISTED:
            return _not_listed(obstacle)
        case Why.MONTHS:
            return _("It asked for %(asked)s months of experience, and you have %(have)s.") % {
                "asked": asked,
                "have": have,
            }
        case Why.UNBROKEN:
            return _("It asked for %(asked)s months without a break, and you have %(have)s.") % {
                "asked": asked,
                "have": have,
            }
        case Why.IN_CANADA:
            return _("It asked for %(asked)s months in Canada, and you have %(have)s.") % {
                "asked": asked,
                "have": have,
            }
        case Why.FRENCH:
            return _french(asked, have)


def _not_listed(obstacle: Obstacle) -> str:
    until = date_format(obstacle.until) if obstacle.until else ""
    since = date_format(obstacle.since) if obstacle.since else ""
    if until and since:
        return _("Your job was not on its list: it had been until %(until)s, and came back on %(since)s.") % {
            "until": until,
            "since": since,
        }
    if until:
        return _("Your job was not on its list any more: it had been until %s.") % until
    if since:
        return _("Your job was not on its list yet: it came on %s.") % since
    return _("Your job was not on its list.")


def _french(asked: int | None, have: int) -> str:
    if asked is None:
        return _("It asked for French, and you gave no level.")
    if not have:
        return _("It asked for French at level %s or higher, and you gave no level.") % asked
    return _("It asked for French at level %(asked)s or higher, and yours is %(have)s.") % {
        "asked": asked,
        "have": have,
    }
