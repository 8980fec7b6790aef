"""From a draw, a week or an article to what its picture says, in the reader's language."""

from datetime import date, datetime
from itertools import chain

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article
from draws.clock import Week
from draws.models import Round
from draws.templatetags.spans import in_words
from draws.trends import totals
from eedraws.cards.saying import Card, Figure, Row

# So many draws of a week have a row in its picture.
ROWS = 5


def as_of(moment: datetime | None, day: date) -> str:
    """Return "as of 12:41, 4 July 2023 (Toronto)"; without a moment, the day."""
    if moment is None:
        return _("as of %(date)s") % {"date": date_format(day)}
    local = timezone.localtime(moment)
    values = {"time": date_format(local, "H:i"), "date": date_format(local)}
    return _("as of %(time)s, %(date)s (Toronto)") % values


def round_card(round: Round) -> Card | None:
    """Return what a draw's picture says; one that is not public, or was withdrawn, has none."""
    if not round.is_public or round.withdrawn_at:
        return None
    values = {"number": round.number, "day": date_format(round.date, "l j F Y")}
    return Card(
        kind="draw",
        key=round.number,
        site=site(),
        kicker=_("Draw %(number)s, %(day)s") % values,
        title=round.category.name,
        as_of=as_of(round.held_at, round.date),
        source=_("Source: IRCC"),
        band=(round.category.slug,),
        figures=(cutoff(round.crs_cutoff), invitations(round.invitations)),
        notes=tuple(sentences(round)),
    )


def week_card(week: Week, rounds: list[Round]) -> Card | None:
    """Return what a week's picture says of its public draws, given in the order in which they were held."""
    if not rounds:
        return None
    shown, hidden = rounds[:ROWS], rounds[ROWS:]
    last = rounds[-1]
    more = ngettext("and %(count)s more draw", "and %(count)s more draws", len(hidden))
    return Card(
        kind="week",
        key=week.slug,
        site=site(),
        kicker="",
        title=_("Week of %(days)s") % {"days": in_words(week.span)},
        as_of=as_of(last.held_at, last.date),
        source=_("Source: IRCC"),
        band=tuple(dict.fromkeys(round.category.slug for round in rounds)),
        figures=tuple(sums(rounds)),
        columns=(_("CRS cut-off"), _("invitations")),
        rows=tuple(row_of(round) for round in shown),
        more=more % {"count": len(hidden)} if hidden else "",
        notes=tuple(dict.fromkeys(chain.from_iterable(sentences(round) for round in hidden))),
    )


def article_card(article: Article) -> Card | None:
    """Return what a published article's picture says, who paid for it included."""
    if article.status != Article.Status.READY or not article.has_been_public():
        return None
    published = timezone.localtime(article.published_at)
    kicker = article.get_kind_display()
    if not article.is_guide:
        kicker = _("%(kind)s, %(date)s") % {"kind": kicker, "date": date_format(published)}
    # A guide's live blocks speak of now; its picture of when its words last changed.
    moment = (article.updated_at or article.published_at) if article.is_guide else article.as_of
    return Card(
        kind="article",
        key=str(article.pk),
        site=site(),
        kicker=str(kicker),
        title=article.title,
        as_of=as_of(moment, published),
        label=article.funding_label,
        text=article.description,
    )


def site_card() -> Card:
    """Return what the picture of the site says: of its pages that have none of their own."""
    return Card(
        kind="site",
        key="home",
        site=site(),
        kicker="",
        title=_("Canada’s Express Entry draws"),
        as_of=_("The record since January 2015, the news and the occupation lists"),
        text=_("Every draw, and what it means for you."),
    )


def site() -> str:
    return _("Express Entry, Canada")


def cutoff(points: int) -> Figure:
    return Figure(str(points), _("CRS cut-off"), _("CRS cut-off %(points)s") % {"points": points})


def invitations(count: int) -> Figure:
    return Figure(number_format(count, force_grouping=True), ngettext("invitation", "invitations", count))


def sentences(round: Round):
    """Yield what must be known of a draw's figures."""
    if round.category.includes_nomination:
        yield _("The cut-off includes 600 points for the nomination.")
    if not round.verified:
        yield _("Not yet confirmed against IRCC’s page.")
    if round.figures_changed_at:
        yield _("Corrected on %(date)s.") % {
            "date": date_format(timezone.localtime(round.figures_changed_at))
        }


def row_of(round: Round) -> Row:
    notes = []
    if round.category.includes_nomination:
        notes.append(_("includes 600 points for the nomination"))
    if not round.verified:
        notes.append(_("not yet confirmed"))
    if round.figures_changed_at:
        notes.append(_("corrected"))
    return Row(
        type=round.category.slug,
        name=round.category.short_name,
        cutoff=str(round.crs_cutoff),
        invitations=invitations(round.invitations).value,
        note="; ".join(notes),
    )


def sums(rounds: list[Round]):
    """Yield the invitations of a week, those to provincial nominees apart."""
    found = totals(rounds)
    if found.draws:
        words = ngettext("invitations in %(count)s draw", "invitations in %(count)s draws", found.draws)
        yield Figure(invitations(found.invitations).value, words % {"count": found.draws})
    if found.nominee_draws:
        words = ngettext(
            "to provincial nominees in %(count)s draw",
            "to provincial nominees in %(count)s draws",
            found.nominee_draws,
        )
        yield Figure(invitations(found.nominee_invitations).value, words % {"count": found.nominee_draws})
