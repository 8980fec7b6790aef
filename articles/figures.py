"""Figures in a sentence: plain text in an element that says it is one. No queries."""

from datetime import date

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.references import CategoryFigure, DrawsFigure, OccupationsCount, Reference, RoundFigure
from articles.resolving import Clock, ListThen, Record, Unresolved
from draws.models import Round
from draws.trends import change, gaps

# What stays true whatever is corrected.
NEVER_CORRECTED = ("link", "type", "count", "gap")


def missing() -> SafeString:
    return format_html('<span class="figure">{}</span>', _("not in the record"))


def figure(reference: Reference, clock: Clock, record: Record) -> SafeString:
    """Return the HTML of a figure. Raises Unresolved."""
    match reference:
        case RoundFigure(figure=name):
            [round] = record.rounds_of(reference, clock)
            shown = _change(round, record) if name == "change" else _of_round(round, name)
        case DrawsFigure(figure=name):
            shown = _of_draws(record.rounds_of(reference, clock), name)
        case CategoryFigure(figure="gap"):
            shown = _gap(record.rounds_of(reference, clock))
        case CategoryFigure(figure=name):
            [round] = record.rounds_of(reference, clock)
            shown = _of_round(round, name)
        case OccupationsCount():
            return _listed(record.lists_of(reference, clock))
        case _:
            raise Unresolved
    return shown if reference.figure in NEVER_CORRECTED else shown + _correction(reference, clock, record)


def corrections(reference: Reference, clock: Clock, record: Record) -> list[Round]:
    """Return the draws behind a reference whose figures changed after its text had been written."""
    told = record.clock(reference, clock).told
    if told is None:
        return []
    return [
        round
        for round in record.rounds_of(reference, clock)
        if round.figures_changed_at and round.figures_changed_at > told
    ]


def _correction(reference: Reference, clock: Clock, record: Record) -> SafeString:
    days = {timezone.localdate(round.figures_changed_at) for round in corrections(reference, clock, record)}
    if not days:
        return SafeString()
    return format_html(
        ' <span class="correction">({})</span>', _("corrected %(date)s") % {"date": date_format(max(days))}
    )


def _of_round(round: Round, name: str) -> SafeString:
    match name:
        case "cutoff":
            return _cutoff(_number(round.crs_cutoff), round.category.includes_nomination)
        case "invitations":
            return _number(round.invitations)
        case "date":
            return _day(round.date)
        case "type":
            return _words(round.category.short_name)
        case "link":
            return format_html(
                '<a href="{}">{}</a>',
                round.get_absolute_url(),
                _("draw %(number)s") % {"number": round.number},
            )
        case "tiebreak" if round.tie_breaking_at:
            moment = timezone.localtime(round.tie_breaking_at)
            return format_html(
                '<time class="figure" datetime="{}">{}</time>',
                moment.isoformat(),
                date_format(moment, "DATETIME_FORMAT"),
            )
        case "tiebreak":
            return _words(_("not given"))
    raise Unresolved


def _change(round: Round, record: Record) -> SafeString:
    against = change(round, record.previous(round))
    if against is None:
        return _words(_("the first of its type"))
    if against.points < 0:
        text = ngettext("%(points)s point lower", "%(points)s points lower", against.size)
    elif against.points > 0:
        text = ngettext("%(points)s point higher", "%(points)s points higher", against.size)
    else:
        text = _("unchanged")
    return _words(text % {"points": against.size})


def _of_draws(rounds: list[Round], name: str) -> SafeString:
    if name == "count":
        return _number(len(rounds))
    if name == "total":
        return _number(sum(round.invitations for round in rounds))
    if not rounds:
        raise Unresolved
    nominees = rounds[0].category.includes_nomination
    cutoffs = [round.crs_cutoff for round in rounds]
    low, high = min(cutoffs), max(cutoffs)
    if name == "range" and low != high:
        text = _("from %(low)s to %(high)s") % {"low": low, "high": high}
        return _cutoff(_words(text), nominees)
    return _cutoff(_number(high if name == "highest" else low), nominees)


def _listed(lists: list[ListThen]) -> SafeString:
    """Count the occupations, each once, unless one of the lists was not published yet."""
    if any(found.listings is None for found in lists):
        return _words(_("not known yet"))
    return _number(len({listing.occupation_id for found in lists for listing in found.listings or ()}))


def _gap(rounds: list[Round]) -> SafeString:
    gap = gaps(round.date for round in rounds)
    if gap is None:
        raise Unresolved
    return _words(ngettext("%(days)s day", "%(days)s days", gap.usual) % {"days": gap.usual})


def _cutoff(shown: SafeString, nominees: bool) -> SafeString:
    """Never show a cut-off of provincial nominees without what it is made of."""
    return shown + format_html(" ({})", _("includes 600 points for the nomination")) if nominees else shown


def _number(value: int) -> SafeString:
    return format_html(
        '<span class="figure" translate="no">{}</span>', number_format(value, force_grouping=True)
    )


def _words(text: str) -> SafeString:
    return format_html('<span class="figure">{}</span>', text)


def _day(day: date) -> SafeString:
    return format_html('<time class="figure" datetime="{}">{}</time>', day.isoformat(), date_format(day))
