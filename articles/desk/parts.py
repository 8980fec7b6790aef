"""The parts of an article that the fact desk reads, and its day."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from articles.facts.model import Format, Part
from articles.models import Article, FaqEntry, Image
from articles.references import ImageBlock, scan

# Fields of an article, in the order in which they are read, and how they are written.
FIELDS = {
    "title": Format.PLAIN,
    "standfirst": Format.MARKDOWN,
    "body": Format.MARKDOWN,
    "description": Format.PLAIN,
}
QUESTION = {"question": Format.PLAIN, "answer": Format.MARKDOWN}


def day_of(article: Article) -> date:
    """Return the day on which an article speaks, in Toronto: that of its figures, or today."""
    return timezone.localdate(article.as_of)


def parts_of(article: Article, entries: Iterable[FaqEntry]) -> list[Part]:
    """Return what is written in an article and its questions."""
    fields = [part(name, getattr(article, name), written) for name, written in FIELDS.items()]
    return [*fields, *parts_of_entries(entries), *captions(article.body, article.image_id)]


def parts_of_entries(entries: Iterable[FaqEntry]) -> list[Part]:
    """Return what is written in questions and answers, which are numbered from 0 in the order given.

    An answer that the record gives is not read against the record.
    """
    return [
        part(f"{name}-{place}", getattr(entry, name), QUESTION[name])
        for place, entry in enumerate(entries)
        if not entry.template or entry.pinned
        for name in QUESTION
    ]


def part(name: str, text: str | None, written: Format) -> Part:
    """Return a part with line ends as a browser counts them."""
    return Part(name, (text or "").replace("\r\n", "\n").replace("\r", "\n"), written)


def captions(body: str, first: int | None = None) -> list[Part]:
    """Return the captions of the pictures of a text, and of the one on top: "caption-12"."""
    named = {
        found.reference.number
        for found in scan(body)
        if isinstance(found.reference, ImageBlock) and not found.error
    }
    wanted = named | ({first} if first else set())
    if not wanted:
        return []
    images = Image.objects.filter(pk__in=wanted).exclude(caption="").order_by("pk")
    return [part(f"caption-{image.pk}", image.caption, Format.PLAIN) for image in images]
