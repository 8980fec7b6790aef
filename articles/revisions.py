"""What a revision of an article holds, and how an article takes the state of one. Nothing here is saved."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from articles.markup import render
from articles.models import Article, ArticleRevision, Author, FaqEntry, Image, Tag

TEXTS = ("title", "standfirst", "body", "description")
FIELDS = ("kind", "topic", "week_start", "slug", "record_at", "funding", "sponsor", *TEXTS)
QUESTION = ("question", "answer", "order", "template", "pinned", "computed")


class State(NamedTuple):
    """An article as somebody left it; the questions are not of the database, the article has the fields."""

    article: Article
    entries: list[FaqEntry]
    tags: list[Tag]


def content_of(article: Article, entries: Iterable[FaqEntry], tags: Iterable[Tag]) -> dict[str, Any]:
    """Return the content of a revision, fit for JSON but for days and moments, which DjangoJSONEncoder writes."""
    texts = [article.standfirst, article.body, *(entry.answer for entry in entries)]
    return {
        **{name: getattr(article, name) for name in FIELDS},
        "author": article.author_id,
        "image": article.image_id,
        "tags": sorted(tag.pk for tag in tags),
        "questions": [
            {name: getattr(entry, name) for name in QUESTION}
            for entry in sorted(entries, key=lambda entry: entry.order)
        ],
        "references": [reference for text in texts for reference in render(text).references],
    }


def state_of(revision: ArticleRevision, article: Article) -> State:
    """Give `article` the fields of a revision, and return it with the questions and tags of that state.

    An author, a tag or a picture that is gone by now is left out: the article keeps the author that it has. A field that
    is younger than the revision has its default.
    """
    content: Mapping[str, Any] = revision.content
    for name in FIELDS:
        field = Article._meta.get_field(name)
        setattr(article, name, field.to_python(content.get(name, field.get_default())))
    if author := Author.objects.filter(pk=content["author"]).first():
        article.author = author
    # Of revisions that were made before articles had pictures, none has one.
    article.image = Image.objects.filter(pk=content.get("image")).first()
    entries = [FaqEntry(article=article, **values) for values in content["questions"]]
    return State(article, entries, list(Tag.objects.filter(pk__in=content["tags"])))


def live_state(article: Article) -> State:
    """Return an article as its row and the rows around it have it: what readers get."""
    entries = [
        FaqEntry(article=article, **{name: getattr(entry, name) for name in QUESTION})
        for entry in article.faq_entries.in_order()
    ]
    return State(article, entries, list(article.tags.all()))


def newest_state(article: Article) -> State:
    """Return an article as the newsroom last left it, which readers may not have seen yet."""
    if article.has_unseen_changes:
        return state_of(article.revisions.get(number=article.version), article)
    return live_state(article)
