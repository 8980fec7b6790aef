"""Sentences about one draw, with live figures: what flash, roundup and answers say in the same words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.drafting.records import Kind, Superlative
from articles.drafting.telling import Told
from articles.drafting.words import names
from draws.models import Round

SINCE = {
    Kind.LOWEST: gettext_lazy("No draw of this type had a cut-off as low since %(draw)s."),
    Kind.HIGHEST: gettext_lazy("No draw of this type had a cut-off as high since %(draw)s."),
    Kind.MOST: gettext_lazy("No draw of this type had as many invitations since %(draw)s."),
}
OF_ALL = {
    Kind.LOWEST: gettext_lazy("Up to that day, no draw of this type in the record had a cut-off as low."),
    Kind.HIGHEST: gettext_lazy("Up to that day, no draw of this type in the record had a cut-off as high."),
    Kind.MOST: gettext_lazy("Up to that day, no draw of this type in the record had as many invitations."),
}
SAME = {
    Kind.LOWEST: gettext_lazy("The cut-off was last as low in %(draw)s, where it was the same."),
    Kind.HIGHEST: gettext_lazy("The cut-off was last as high in %(draw)s, where it was the same."),
    Kind.MOST: gettext_lazy("The last draw of this type with as many invitations was %(draw)s."),
}


def draw_of_day(round: Round) -> str:
    return _("[[round %(number)s link]] of [[round %(number)s date]]") % {"number": round.number}


def issued(round: Round) -> str:
    return _(
        "Immigration, Refugees and Citizenship Canada (IRCC) issued [[round %(number)s invitations]] invitations "
        "in a draw for %(whom)s on [[round %(number)s date]]. The cut-off in the Comprehensive Ranking System "
        "(CRS) was [[round %(number)s cutoff]]."
    ) % {"number": round.number, "whom": names(round.category).whom}


def compared(told: Told) -> str:
    """Say how the cut-off compares with that of the draw before it of its type; the words hold if either is corrected."""
    if told.previous is None:
        return _(
            "It is the first draw of this type in the record, so there is none before it to compare with."
        )
    return _(
        "Compared with %(previous)s, the last of this type before it, the cut-off is [[round %(number)s change]]."
    ) % {"previous": draw_of_day(told.previous), "number": told.round.number}


def size_before(told: Told) -> str:
    """Say how large the draw was that `compared` compares with."""
    if told.previous is None:
        return ""
    return _("That draw had [[round %(number)s invitations]] invitations.") % {"number": told.previous.number}


def remarkable(superlative: Superlative[Round]) -> str:
    if superlative.since is None:
        return str(OF_ALL[superlative.kind])
    sentences = SAME if superlative.same else SINCE
    return sentences[superlative.kind] % {"draw": draw_of_day(superlative.since)}


def tie_break(round: Round) -> str:
    """Name the draw and its tie-breaking moment. Where it is not given yet, the figure says so until it is added."""
    return _(
        "The tie-breaking moment of [[round %(number)s link]], which counts at exactly the cut-off only, is "
        "[[round %(number)s tiebreak]]."
    ) % {"number": round.number}


def where_the_list_is(told: Told) -> str:
    """Say where the list and the conditions of the draw's version are, or that no list applies."""
    version = told.version
    values = {"href": version.get_absolute_url(), "version": version.number}
    if version.list_awaited:
        return (
            _(
                "The list of occupations is not published yet. It will stand on the page of "
                "[version %(version)s of this type](%(href)s)."
            )
            % values
        )
    if version.has_list:
        return (
            _(
                "The list of occupations and the conditions are on the page of "
                "[version %(version)s of this type](%(href)s)."
            )
            % values
        )
    if version.category.is_category_based:
        return (
            _(
                "There is no list of occupations for this type; its conditions are on the page of "
                "[version %(version)s](%(href)s)."
            )
            % values
        )
    return _("There is no list of occupations for [this type of draw](%(href)s).") % values


def nominated() -> str:
    return _(
        "A nomination by a province or territory adds 600 points to a score, so this cut-off is not compared with "
        "those of other types."
    )
