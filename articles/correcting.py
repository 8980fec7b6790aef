"""Correction notes of articles: drafted beside a change of the text, published with it, and read ever after."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.models import Article, ArticleCorrection


def notes_of(article: Article, now: datetime, *, with_drafts: bool = False) -> list[ArticleCorrection]:
    """Return the correction notes under an article, the newest first; with the newsroom's drafts in a preview."""
    if article.pk is None:
        return []
    notes = (
        ArticleCorrection.objects.filter(article=article) if with_drafts else article.corrections.public(now)
    )
    return list(notes.newest_first())


def publish_notes(article: Article, texts: Iterable[str], now: datetime) -> None:
    """Publish the notes of what `texts`, which readers get from now on, do not say any more."""
    texts = list(texts)
    for note in article.corrections.drafts():
        if not any(note.source in text for text in texts):
            note.is_published, note.made_at = True, now
            note.save(update_fields=["is_published", "made_at"])


def note_in_words(note: ArticleCorrection) -> str:
    """Return a note as a line of text, for feeds and machines."""
    values = {
        "day": date_format(localtime(note.made_at)),
        "said": note.said,
        "right": note.right_ended,
        "kind": note.get_kind_display(),
        "reason": note.reason,
    }
    return (
        _("Corrected on %(day)s. This article said: “%(said)s” What is right: %(right)s %(kind)s: %(reason)s")
        % values
    )
