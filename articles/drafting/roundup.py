"""A roundup of a week's draws: headlines to choose from, standfirst, a section a draw, all figures but the headline's live."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.drafting.records import Kind
from articles.drafting.sentences import (
    compared,
    nominated,
    remarkable,
    size_before,
    tie_break,
    where_the_list_is,
)
from articles.drafting.telling import Told
from articles.drafting.words import apart, day, days, draws, invitations, invited, list_of, names
from draws.clock import Span, Week
from draws.templatetags.spans import in_words

LONGEST_HEADLINE = 160
LONGEST_DESCRIPTION = 200
# So many headlines at most begin with what is remarkable.
REMARKABLE = 2

SINCE = {
    Kind.LOWEST: gettext_lazy("Lowest cut-off for %(whom)s since %(day)s: %(sum)s in %(draws)s%(apart)s"),
    Kind.HIGHEST: gettext_lazy("Highest cut-off for %(whom)s since %(day)s: %(sum)s in %(draws)s%(apart)s"),
    Kind.MOST: gettext_lazy("Largest draw for %(whom)s since %(day)s: %(sum)s in %(draws)s%(apart)s"),
}
OF_ALL = {
    Kind.LOWEST: gettext_lazy("Lowest cut-off for %(whom)s so far: %(sum)s in %(draws)s%(apart)s"),
    Kind.HIGHEST: gettext_lazy("Highest cut-off for %(whom)s so far: %(sum)s in %(draws)s%(apart)s"),
    Kind.MOST: gettext_lazy("Largest draw for %(whom)s so far: %(sum)s in %(draws)s%(apart)s"),
}


@dataclass(frozen=True)
class Selected:
    """Which draws a roundup is of: those of its week, or some that are named; `text` is how references say it."""

    week: Week
    numbers: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        if self.numbers:
            return f"numbers={','.join(self.numbers)}"
        return f"week={self.week.year}-W{self.week.number:02}"


def headlines(told: Sequence[Told], selected: Selected) -> list[str]:
    """Return at least three headlines with the count and the sum, the plainest first."""
    rounds = [item.round for item in told]
    others, nominees = apart(rounds)
    counted = others or nominees
    types = list_of(str(names(round.category).short) for round in counted)
    values = {
        "sum": invitations(invited(counted)),
        "draws": draws(len(counted)),
        "days": days(counted),
        "whom": _(" for provincial nominees") if not others else "",
        "apart": _(", not counting provincial nominees") if others and nominees else "",
        "types": types,
        "week": in_words(selected.week.span),
    }
    one_day = len({round.date for round in counted}) == 1
    options = [
        (
            _("Express Entry: %(sum)s%(whom)s in %(draws)s on %(days)s%(apart)s")
            if one_day
            else _("Express Entry: %(sum)s%(whom)s in %(draws)s, %(days)s%(apart)s")
        )
        % values,
        *_remarkable(told, values),
        (
            _("%(sum)s for %(types)s in %(draws)s on %(days)s%(apart)s")
            if one_day
            else _("%(sum)s for %(types)s in %(draws)s, %(days)s%(apart)s")
        )
        % values,
        _("Express Entry in the week of %(week)s: %(draws)s, %(sum)s%(whom)s%(apart)s") % values,
        _("The week in Express Entry: %(sum)s%(whom)s in %(draws)s%(apart)s") % values,
    ]
    return [option for option in dict.fromkeys(options) if len(option) <= LONGEST_HEADLINE]


def _remarkable(told: Iterable[Told], values: dict) -> list[str]:
    found = []
    for item in told:
        if item.round.category.includes_nomination:
            continue
        whom = names(item.round.category).short
        for superlative in item.superlatives:
            if superlative.since is None:
                found.append(OF_ALL[superlative.kind] % (values | {"whom": whom}))
            elif not superlative.same:
                since = day(superlative.since.date)
                found.append(SINCE[superlative.kind] % (values | {"whom": whom, "day": since}))
    return found[:REMARKABLE]


def standfirst(told: Sequence[Told], selected: Selected) -> str:
    """Sum and range, provincial nominees in a sentence of their own."""
    others, nominees = apart(item.round for item in told)
    sentences = []
    if others:
        text = ngettext(
            "Immigration, Refugees and Citizenship Canada (IRCC) issued [[draws %(draws)s total]] invitations to "
            "apply for permanent residence in one draw.",
            "Immigration, Refugees and Citizenship Canada (IRCC) issued [[draws %(draws)s total]] invitations to "
            "apply for permanent residence in [[draws %(draws)s count]] draws.",
            len(others),
        )
        sentences.append(text)
        sentences.append(
            _("The cut-offs in the Comprehensive Ranking System (CRS) ran [[draws %(draws)s range]].")
            if len({round.crs_cutoff for round in others}) > 1
            else _("The cut-off in the Comprehensive Ranking System (CRS) was [[draws %(draws)s range]].")
        )
    if nominees and others:
        text = ngettext(
            "A draw for provincial nominees stands apart: [[draws %(draws)s category=pnp total]] invitations, with "
            "a cut-off of [[draws %(draws)s category=pnp range]].",
            "Draws for provincial nominees stand apart: [[draws %(draws)s category=pnp total]] invitations, with "
            "cut-offs [[draws %(draws)s category=pnp range]].",
            len(nominees),
        )
        sentences.append(text)
    elif nominees:
        text = ngettext(
            "Immigration, Refugees and Citizenship Canada (IRCC) issued [[draws %(draws)s category=pnp total]] "
            "invitations in a draw for provincial nominees. The cut-off in the Comprehensive Ranking System (CRS) "
            "was [[draws %(draws)s category=pnp range]].",
            "Immigration, Refugees and Citizenship Canada (IRCC) issued [[draws %(draws)s category=pnp total]] "
            "invitations in [[draws %(draws)s category=pnp count]] draws for provincial nominees. The cut-offs in "
            "the Comprehensive Ranking System (CRS) ran [[draws %(draws)s category=pnp range]].",
            len(nominees),
        )
        sentences.append(text)
    return " ".join(sentence % {"draws": selected.text} for sentence in sentences)


def body(
    told: Sequence[Told], selected: Selected, guides: Iterable[tuple[str, str]], *, nominees_too: bool
) -> str:
    """The table, the year so far, a section a draw, the questions, and guides (title and address) to read on.

    `nominees_too`: the year has had draws for provincial nominees.
    """
    parts = [f"[[draws {selected.text}]]", _year_so_far(told, selected.week, nominees_too)]
    parts += sections(told)
    parts.append(_("## Questions and answers") + "\n\n[[faq]]")
    links = [f"[{title}]({href})" for title, href in guides]
    if links:
        parts.append(_("To read on: %(links)s.") % {"links": ", ".join(links)})
    return "\n\n".join(parts)


def year_up_to(told: Sequence[Told], week: Week) -> Span:
    """Return the year of a week's last draw, up to the end of the week: its draws count when they are held."""
    year = told[-1].round.date.year
    return Span(date(year, 1, 1), min(week.span.end, date(year, 12, 31)))


def _year_so_far(told: Sequence[Told], week: Week, nominees_too: bool) -> str:
    start, end = year_up_to(told, week)
    text = _(
        "Draws of %(year)s in the record, those of the week included: [[draws %(span)s count]], with "
        "[[draws %(span)s total]] invitations."
    )
    if nominees_too:
        text += " " + _(
            "Provincial nominees are left out; counted apart, their draws had [[draws %(span)s category=pnp total]]."
        )
    return text % {"year": start.year, "span": f"from={start.isoformat()} to={end.isoformat()}"}


def sections(told: Sequence[Told], among: Sequence[Told] = ()) -> list[str]:
    """A section for each draw; `among` are the draws that an article tells of already."""
    of_types = [item.round.category for item in (*among, *told)]
    return [_section(item, dated=of_types.count(item.round.category) > 1) for item in told]


def _section(told: Told, *, dated: bool) -> str:
    round = told.round
    heading = str(names(round.category).heading)
    if dated:
        heading = _("%(type)s, %(day)s") % {"type": heading, "day": day(round.date)}
    facts = _(
        "On [[round %(number)s date]], IRCC issued [[round %(number)s invitations]] invitations in "
        "[[round %(number)s link]], a draw for %(whom)s. The cut-off was [[round %(number)s cutoff]]."
    ) % {"number": round.number, "whom": names(round.category).whom}
    sentences = [facts, compared(told), size_before(told), *(remarkable(item) for item in told.superlatives)]
    rules = [tie_break(round), where_the_list_is(told)]
    if told.has_known_list:
        rules.append(_listed(told))
    if round.category.includes_nomination:
        rules.append(nominated())
    return "\n\n".join(
        [f"## {heading}", " ".join(filter(None, sentences)), " ".join(rules), _year_of_type(told)]
    )


def _listed(told: Told) -> str:
    return _(
        "On the day of the draw, the list had [[occupations category=%(slug)s on=%(day)s count]] occupations."
    ) % {
        "slug": told.round.category.slug,
        "day": told.round.date.isoformat(),
    }


def _year_of_type(told: Told) -> str:
    round = told.round
    values = {"href": round.category.get_absolute_url(), "year": round.date.year}
    if told.previous is None:
        return _("Draws that follow it are on the page of [this type](%(href)s).") % values
    if told.first_of_year:
        return _("It is the first draw of %(year)s of [this type](%(href)s) in the record.") % values
    span = f"from={round.date.year}-01-01 to={round.date.isoformat()} category={round.category.slug}"
    return _(
        "Counting this one, %(year)s has had [[draws %(span)s count]] draws of [this type](%(href)s), with "
        "[[draws %(span)s total]] invitations."
    ) % (values | {"span": span})


def description(told: Sequence[Told]) -> str:
    """What the roundup is about, without figures."""
    types = list_of(str(names(item.round.category).short) for item in told)
    full = _(
        "A week of Express Entry draws, for %(types)s: cut-offs, invitations, and how each draw compares with the one "
        "before it."
    ) % {"types": types}
    if len(full) <= LONGEST_DESCRIPTION:
        return full
    return _(
        "A week of Express Entry draws: cut-offs, invitations, and how each draw compares with the one before it."
    )
