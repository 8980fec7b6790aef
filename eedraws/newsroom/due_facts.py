"""What readers have in typed words and the record does not say, or says no more."""

from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import StatedClaim
from eedraws.newsroom.lines import SHOWN, Item, Line

Standing = StatedClaim.Standing


def contradicted(user):
    """Texts that state a value which the record has corrected, until they are changed."""
    title = _("Published texts that the record contradicts")
    nothing = _("Nothing that readers have is known to contradict the record.")
    return _line(title, nothing, user, Standing.CONTRADICTED)


def overtaken(user):
    """Guides and answers that were right on their day."""
    title = _("Claims that time has overtaken")
    return _line(
        title, _("No claim of a guide or an answer was overtaken by time."), user, Standing.OVERTAKEN
    )


def _line(title, nothing, user, standing):
    if not user.has_perm("articles.change_article"):
        return None
    claims = StatedClaim.objects.filter(standing=standing).for_readers().in_order()
    claims = claims.select_related("article", "faq_entry")
    if not user.has_perm("articles.change_any_article"):
        claims = claims.filter(article__owner=user)
    texts = [(owner, list(found)) for owner, found in groupby(claims, key=lambda claim: claim.owner)]
    items = [Item(str(owner), _url(found[0]), _note(found)) for owner, found in texts[:SHOWN]]
    return Line(title, nothing, len(texts), items, reverse("admin:record_moves"))


def _url(claim):
    model = "article" if claim.article_id else "faqentry"
    return reverse(f"admin:articles_{model}_change", args=[claim.article_id or claim.faq_entry_id])


def _note(claims):
    """Name the first value that is wrong, and how many more there are."""
    first = claims[0]
    values = {"old": first.words, "new": first.expected, "more": len(claims) - 1}
    if first.expected:
        words = _("states “%(old)s”; the record has “%(new)s”") % values
    else:
        words = _("states “%(old)s”, which the record does not") % values
    return words if len(claims) == 1 else _("%(first)s; and %(more)s more") % (values | {"first": words})
