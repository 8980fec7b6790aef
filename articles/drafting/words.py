"""Words that the drafted texts share: types of draw, numbers, days. English as it stands in articles."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.utils.formats import date_format, number_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from draws.clock import Span
from draws.models import Round
from draws.templatetags.spans import in_words
from draws.trends import totals
from occupations.models import Category


class Names(NamedTuple):
    """What a type of draw is called: after "draw for", in a headline (no abbreviation), over a section."""

    whom: str
    short: str
    heading: str


def _names(whom: str, short: str = "", heading: str = "") -> Names:
    return Names(whom, short or whom, heading or whom)


_BY_SLUG = {
    "general": _names(gettext_lazy("all programs"), heading=gettext_lazy("All programs")),
    "cec": _names(
        gettext_lazy("the Canadian Experience Class"), heading=gettext_lazy("Canadian Experience Class")
    ),
    "pnp": _names(gettext_lazy("provincial nominees"), heading=gettext_lazy("Provincial nominees, apart")),
    "fsw": _names(
        gettext_lazy("the Federal Skilled Worker Program"),
        heading=gettext_lazy("Federal Skilled Worker Program"),
    ),
    "fst": _names(
        gettext_lazy("the Federal Skilled Trades Program"),
        heading=gettext_lazy("Federal Skilled Trades Program"),
    ),
    "french": _names(
        gettext_lazy("French-language proficiency"),
        gettext_lazy("French"),
        gettext_lazy("French-language proficiency"),
    ),
    "healthcare": _names(gettext_lazy("healthcare"), heading=gettext_lazy("Healthcare")),
    "stem": _names(
        gettext_lazy("science, technology, engineering and math (STEM)"),
        gettext_lazy("science and technology"),
        gettext_lazy("Science, technology, engineering and math"),
    ),
    "trades": _names(gettext_lazy("trades"), heading=gettext_lazy("Trades")),
    "transport": _names(gettext_lazy("transport"), heading=gettext_lazy("Transport")),
    "agriculture": _names(
        gettext_lazy("agriculture and agri-food"), heading=gettext_lazy("Agriculture and agri-food")
    ),
    "education": _names(gettext_lazy("education"), heading=gettext_lazy("Education")),
    "physicians": _names(
        gettext_lazy("physicians with Canadian work experience"),
        gettext_lazy("physicians"),
        gettext_lazy("Physicians"),
    ),
    "senior-managers": _names(
        gettext_lazy("senior managers with Canadian work experience"),
        gettext_lazy("senior managers"),
        gettext_lazy("Senior managers"),
    ),
    "military": _names(gettext_lazy("skilled military recruits"), heading=gettext_lazy("Military recruits")),
    "researchers": _names(
        gettext_lazy("researchers with Canadian work experience"),
        gettext_lazy("researchers"),
        gettext_lazy("Researchers"),
    ),
}
_NUMBERS = (
    gettext_lazy("one"), gettext_lazy("two"), gettext_lazy("three"), gettext_lazy("four"), gettext_lazy("five"),
    gettext_lazy("six"), gettext_lazy("seven"), gettext_lazy("eight"), gettext_lazy("nine"), gettext_lazy("ten"),
)  # fmt: skip


def names(category: Category) -> Names:
    """Return what a type of draw is called; one that has no words of its own goes by its names in the record."""
    known = _BY_SLUG.get(category.slug)
    return known or Names(category.name, category.short_name, category.name)


def whom_of(slug: str, rounds: Iterable[Round]) -> str:
    """Say whom draws of a type are for, of which `rounds` are some, if there are any."""
    category = next((round.category for round in rounds if round.category.slug == slug), None)
    if category is not None:
        return str(names(category).whom)
    return str(_BY_SLUG[slug].whom) if slug in _BY_SLUG else slug


def number(value: int) -> str:
    return number_format(value, force_grouping=True)


def invitations(value: int) -> str:
    return ngettext("%(number)s invitation", "%(number)s invitations", value) % {"number": number(value)}


def draws(count: int) -> str:
    """Say "four draws"; from eleven on in figures."""
    words = str(_NUMBERS[count - 1]) if count <= len(_NUMBERS) else number(count)
    return ngettext("%(number)s draw", "%(number)s draws", count) % {"number": words}


def list_of(items: Iterable[str]) -> str:
    """Say "one, two and three", each once."""
    return get_text_list(list(dict.fromkeys(items)), _("and"))


def day(value: date) -> str:
    return date_format(value)


def days(rounds: Sequence[Round]) -> str:
    """Say on which days draws were held: "4 to 7 July 2023", "4 July 2023"."""
    dates = [round.date for round in rounds]
    first, last = min(dates), max(dates)
    return day(first) if first == last else in_words(Span(first, last))


def apart(rounds: Iterable[Round]) -> tuple[list[Round], list[Round]]:
    """Separate the draws of provincial nominees, the second, from the others."""
    nominees: list[Round] = []
    others: list[Round] = []
    for round in rounds:
        (nominees if round.category.includes_nomination else others).append(round)
    return others, nominees


def invited(rounds: Sequence[Round]) -> int:
    """Add up invitations of draws that are all of provincial nominees, or none of them."""
    sums = totals(rounds)
    return sums.invitations + sums.nominee_invitations
