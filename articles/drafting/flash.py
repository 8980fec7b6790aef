"""A flash: a story of about eighty words about one draw, its figures live."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.drafting.sentences import (
    compared,
    issued,
    remarkable,
    size_before,
    tie_break,
    where_the_list_is,
)
from articles.drafting.telling import Told
from articles.drafting.words import day, invitations, names


class Story(NamedTuple):
    """The words of an article, as its fields take them."""

    title: str
    standfirst: str
    body: str
    description: str


def flash(told: Told) -> Story:
    """Write the flash about a draw. The headline has its figures typed, all else takes them from the record.

    The figure of a cut-off says itself that it includes a nomination's points.
    """
    round = told.round
    news = [item for item in told.superlatives if not item.same]
    facts = [compared(told), remarkable(news[0]) if news else size_before(told)]
    rules = [tie_break(round), where_the_list_is(told)]
    return Story(
        headline(told),
        issued(round),
        f"{' '.join(filter(None, facts))}\n\n{' '.join(rules)}",
        description(told),
    )


def headline(told: Told) -> str:
    round = told.round
    text = (
        _(
            "Express Entry: %(invitations)s for %(whom)s on %(day)s, cut-off %(cutoff)s including 600 for the nomination"
        )
        if round.category.includes_nomination
        else _("Express Entry: %(invitations)s for %(whom)s on %(day)s, cut-off %(cutoff)s")
    )
    return text % {
        "invitations": invitations(round.invitations),
        "whom": names(round.category).short,
        "day": day(round.date),
        "cutoff": round.crs_cutoff,
    }


def description(told: Told) -> str:
    return _("An Express Entry draw for %(whom)s: its cut-off, and how it compares with the one before.") % {
        "whom": names(told.round.category).short
    }
