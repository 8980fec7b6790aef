"""What texts with tokens need: their references, with one query, and the record, which is in hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from django.db.models import Q

from articles.drafting.asked import Asked, read
from articles.markup import TOKEN
from articles.models import Article, ArticleReference, FaqEntry, Image
from articles.references import (
    BadReference,
    ImageBlock,
    OccupationsCount,
    Reference,
    parse,
)
from articles.resolving import Clock, Record
from draws.record import public_draws
from occupations.lists import Lists, all_lists


@dataclass
class Text:
    """An article or a question, the clock it speaks by, and its references by token; None for a bad one.

    `written` are the references of a text that is not saved, as its tokens count them; None where rows have them.
    `asked` is what the record is to answer; then what is saved does not count.
    """

    owner: Article | FaqEntry
    clock: Clock
    written: Sequence[str] | None = None
    asked: Asked | None = None
    references: dict[int, Reference | None] = field(default_factory=dict)


def clock_of(article: Article, now: datetime) -> Clock:
    """Return the moment an article speaks of: its publication; today for a guide, or before a time is set."""
    if article.is_guide or article.published_at is None:
        return Clock(now)
    return Clock(article.as_of, max(article.updated_at or article.as_of, article.as_of))


def asked_of(entry: FaqEntry) -> Asked | None:
    """Return what the record answers for an entry; None where it stays as written."""
    if not entry.template or entry.pinned:
        return None
    try:
        return read(entry.template)
    except BadReference:
        return None


def fetch(
    texts: Sequence[Text],
    now: datetime,
    html_of: Callable[[Article | FaqEntry], str],
) -> Record:
    """Give the texts their references and return the record that they need."""
    images = _fetch_references(texts, html_of)
    references = [reference for text in texts for reference in text.references.values()]
    has_lists = any(isinstance(reference, OccupationsCount) for reference in references)
    return Record(public_draws(now), all_lists() if has_lists else Lists((), ()), now, images)


def _fetch_references(
    texts: Sequence[Text], html_of: Callable[[Article | FaqEntry], str]
) -> dict[int, Image]:
    """Give the texts their references, and return the pictures that these name, by their numbers.

    Saved references bring their pictures along, so that pictures cost a query only where nothing is saved.
    """
    for text in texts:
        text.references = {index: _parsed(source) for index, source in enumerate(text.written or ())}
    written = [reference for text in texts for reference in text.references.values()]
    numbers = {reference.number for reference in written if isinstance(reference, ImageBlock)}
    images = Image.objects.in_bulk(numbers) if numbers else {}
    wanted = {
        (type(text.owner), text.owner.pk): text for text in texts if text.written is None and not text.asked
    }
    indices = {int(index) for text in wanted.values() for index in TOKEN.findall(html_of(text.owner))}
    if not indices:
        return images
    owners = Q(article__in=[pk for kind, pk in wanted if kind is Article]) | Q(
        faq_entry__in=[pk for kind, pk in wanted if kind is FaqEntry]
    )
    rows = ArticleReference.objects.filter(owners, index__in=indices, part=0).select_related("image")
    for row in rows:
        text = wanted[(Article, row.article_id) if row.article_id else (FaqEntry, row.faq_entry_id)]
        text.references[row.index] = _parsed(row.text)
        if row.image:
            images[row.image.pk] = row.image
    return images


@lru_cache(maxsize=4096)
def _parsed(source: str) -> Reference | None:
    try:
        return parse(source)
    except BadReference:
        return None
