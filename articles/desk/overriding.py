"""Publication: stopped while a claim contradicts the record, unless an editor says why it is published all the same."""

from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.keeping import kept
from articles.desk.running import Look
from articles.models import Article, ArticleRevision, FaqEntry, Override

SHOWN = 3


class Contradicted(ValidationError):
    """Claims stand in the way of publication; `looked` has them all."""

    def __init__(self, looked: Look):
        super().__init__(stopped(looked), code="contradicted")
        self.looked = looked


def stopped(looked: Look) -> str:
    """Say what stops a publication: how many claims, and the first of them with what the record has."""
    standing = looked.contradictions
    words = [
        ngettext(
            "Not published: %(count)s claim contradicts the record.",
            "Not published: %(count)s claims contradict the record.",
            len(standing),
        )
        % {"count": len(standing)}
    ]
    for remark in standing[:SHOWN]:
        finding = remark.finding
        text = _("“%(claim)s”: %(message)s") % {"claim": finding.claim, "message": remark.message}
        words.append(text)
    return " ".join(words)


def reaches_readers(article: Article, before: Article | None, *, live: bool) -> bool:
    """Whether saving `article` in place of `before` gives its words to readers, now or at its time.

    Of what has been public a save without publishing changes where it stands alone; but what comes back from a
    withdrawal is read again.
    """
    if article.status != Article.Status.READY:
        return False
    return live or before is None or not before.has_been_public() or before.status != Article.Status.READY


def override(published: Article | FaqEntry, looked: Look, *, reason: str, by) -> Override | None:
    """Keep that something was published although claims stood against it; None where none did."""
    if not (standing := looked.contradictions):
        return None
    of = (
        {"article": published, "version": published.version}
        if isinstance(published, Article)
        else {"faq_entry": published}
    )
    made = Override(**of, reason=" ".join(reason.split()), findings=kept(standing))
    made.signed_by(by).full_clean()
    made.save()
    return made


def noted(reason: str, note: str) -> str:
    """Return the note of a revision that was published all the same: the reason, then what else was to be said."""
    words = _("Published although the fact desk was against it: %(reason)s") % {"reason": reason}
    longest = ArticleRevision._meta.get_field("note").max_length
    return Truncator(" ".join(f"{words} {note}".split())).chars(longest)
