"""The one way an article or an answer is saved: validated, its time kept, its Markdown compiled, its references listed.

The admin and load_articles both come here, so neither can leave HTML behind that its source does not give.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from articles.markup import render
from articles.models import Article, ArticleReference, FaqEntry, Tag
from articles.references import BadReference, parse
from articles.targets import NotInTheRecord, Targets


@transaction.atomic
def save_article(
    article: Article,
    *,
    entries: Iterable[FaqEntry] | None = None,
    tags: Iterable[Tag] | None = None,
) -> Article:
    """Save an article with its questions and tags; None leaves those as they are.

    Until first publication the address takes year and month from the publish time in Toronto; from then on
    they stay. "Last updated" moves when words of a published article change. Raises ValidationError and
    saves nothing.
    """
    now = timezone.now()
    before = Article.objects.filter(pk=article.pk).first()
    published = before is not None and before.has_been_public(now)
    words_before = _words(before, before.faq_entries.all()) if published else None
    article.full_clean()
    if published:
        article.year, article.month = before.year, before.month
    elif article.published_at:
        day = timezone.localdate(article.published_at)
        article.year, article.month = day.year, day.month
    else:
        article.year = article.month = None
    article.save()
    if tags is not None:
        article.tags.set(tags)
    entries = list(article.faq_entries.in_order()) if entries is None else _replace(article, entries)
    if published and _words(article, entries) != words_before:
        article.updated_at = now
    compile_article(article, entries)
    return article


@transaction.atomic
def save_entry(entry: FaqEntry) -> FaqEntry:
    """Save a question and answer of the whole site. Raises ValidationError and saves nothing."""
    entry.full_clean()
    entry.save()
    compile_entry(entry)
    return entry


def compile_article(article: Article, entries: Iterable[FaqEntry]) -> None:
    """Turn the stored Markdown of an article and its questions into stored HTML and references."""
    standfirst = render(article.standfirst)
    body = render(article.body, first_index=len(standfirst.references))
    article.standfirst_html, article.body_html = standfirst.html, body.html
    article.save(update_fields=["standfirst_html", "body_html", "updated_at"])
    _list_references({"article": article}, standfirst.references + body.references, Targets(article.as_of))
    for entry in entries:
        compile_entry(entry)


def compile_entry(entry: FaqEntry) -> None:
    answer = render(entry.answer)
    entry.answer_html = answer.html
    entry.save(update_fields=["answer_html"])
    _list_references({"faq_entry": entry}, answer.references, Targets(entry.as_of))


def _replace(article: Article, entries: Iterable[FaqEntry]) -> list[FaqEntry]:
    entries = sorted(entries, key=lambda entry: entry.order)
    article.faq_entries.exclude(pk__in=[entry.pk for entry in entries if entry.pk]).delete()
    # Out of the way first, so that two questions can change places.
    article.faq_entries.update(question=Concat(Value("#"), Cast("pk", CharField())))
    for entry in entries:
        entry.article = article
        entry.full_clean()
        entry.save()
    return entries


def _words(article: Article, entries: Iterable[FaqEntry]) -> tuple:
    """What readers are told in words. The order of the questions is none of it."""
    questions = sorted((entry.question, entry.answer) for entry in entries)
    return article.title, article.standfirst, article.body, questions


def _list_references(owner: dict, texts: Iterable[str], targets: Targets) -> None:
    ArticleReference.objects.filter(**owner).delete()
    ArticleReference.objects.bulk_create(
        ArticleReference(**owner, index=index, part=part, text=text, **target)
        for index, text in enumerate(texts)
        for part, target in enumerate(_targets(text, targets))
    )


def _targets(text: str, targets: Targets) -> list[dict]:
    """Return what a reference refers to; for one that has left the record since it was written, nothing."""
    try:
        return targets.of(parse(text))
    except (BadReference, NotInTheRecord):
        return [{}]
