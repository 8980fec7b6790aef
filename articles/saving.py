"""The one way an article or an answer is saved: validated, kept as a revision, its time kept, its Markdown compiled.

The admin and load_articles both come here, so neither can leave HTML behind that its source does not give, nor
write over what somebody else has saved meanwhile.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from articles.compiling import compile_article, compile_entry
from articles.correcting import publish_notes
from articles.desk.overriding import Contradicted, noted, override, reaches_readers
from articles.desk.remembering import remember_stated
from articles.desk.running import look_at, look_at_entry, remember
from articles.drafting.pins import fill
from articles.models import Article, ArticleRevision, FaqEntry, Tag
from articles.moving import article_moved
from articles.revisions import content_of
from articles.searching.indexing import index_articles
from core.people import name_of

# Of an article that readers have, these change at once; the rest when its changes are published.
STANDING = ("status", "published_at", "withdrawn_reason", "review_by", "owner")


class SavedMeanwhile(Exception):
    """Somebody saved the article after it was opened: `version` is the number of their revision."""

    def __init__(self, version: int):
        super().__init__(version)
        self.version = version


@transaction.atomic
def save_article(
    article: Article,
    *,
    entries: Iterable[FaqEntry] | None = None,
    tags: Iterable[Tag] | None = None,
    live: bool = True,
    seen: int | None = None,
    by=None,
    note: str = "",
    restored_from: int | None = None,
    despite: str = "",
) -> Article:
    """Save an article with its questions and tags as a revision, and for readers; None leaves those as they are.

    Without `live`, readers of an article that has been public keep what they have; only where it stands
    (STANDING) changes for them. `seen` is the version that the writer began with. What readers get, now or at its
    time, must not contradict the record, unless somebody says why it stands: `despite` is that reason.

    Until first publication the address takes year and month from the publish time in Toronto; from then on
    they stay. An address that readers had leads to the new one. "Last updated" moves when words of a published article
    change for readers. Raises SavedMeanwhile or ValidationError (Contradicted is one) and saves nothing.
    """
    now = timezone.now()
    # The row is held until the transaction ends: whoever saves at the same time comes after.
    before = Article.objects.select_for_update().filter(pk=article.pk).first()
    if before is not None and seen is not None and seen != before.version:
        raise SavedMeanwhile(before.version)
    published = before is not None and before.has_been_public(now)
    article.full_clean()
    if before is not None:
        entries = before.faq_entries.in_order() if entries is None else entries
        tags = before.tags.all() if tags is None else tags
    entries, tags = list(entries or ()), list(tags or ())
    for entry in entries:
        entry.article = article
        fill(entry, now)
    looked = look_at(article, sorted(entries, key=lambda entry: entry.order))
    for_readers = reaches_readers(article, before, live=live)
    if for_readers and looked.contradictions and not despite:
        raise Contradicted(looked)
    article.version = (before.version if before else 0) + 1
    if published and not live:
        for entry in entries:
            entry.full_clean(exclude=["article"])
        for name in STANDING:
            setattr(before, name, getattr(article, name))
        before.version = article.version
        before.save(update_fields=[*STANDING, "version"])
    else:
        article.live_version = article.version
        _save_for_readers(article, entries, tags, before if published else None)
    seen_by_readers = article.has_been_public(now) and article.live_version == article.version
    ArticleRevision.objects.create(
        article=article,
        number=article.version,
        content=content_of(article, entries, tags),
        made_by=by,
        made_by_name=name_of(by)[:150] if by else "",
        note=noted(despite, note) if for_readers and looked.contradictions else note,
        restored_from=restored_from,
        live_from=now if seen_by_readers else None,
    )
    if for_readers:
        override(article, looked, reason=despite, by=by)
    remember(article, looked)
    if article.live_version == article.version:
        remember_stated(article, looked, now, despite=bool(despite))
    index_articles(Article.objects.filter(pk=article.pk))
    return article


def _save_for_readers(
    article: Article, entries: list[FaqEntry], tags: list[Tag], public: Article | None
) -> None:
    """Write the rows that readers get; `public` is what they had before, if they had anything."""
    words_before = words_of(public, public.faq_entries.all()) if public else None
    if public:
        article.year, article.month = public.year, public.month
    elif article.published_at:
        day = timezone.localdate(article.published_at)
        article.year, article.month = day.year, day.month
    else:
        article.year = article.month = None
    article.save()
    if article.has_been_public():
        article_moved(public, article)
    article.tags.set(tags)
    _replace(article, entries)
    if public and words_of(article, entries) != words_before:
        article.updated_at = timezone.now()
    compile_article(article, entries)
    if article.has_been_public():
        answers = [text for entry in entries for text in (entry.question, entry.answer)]
        texts = [article.title, article.standfirst, article.body, article.description, *answers]
        publish_notes(article, texts, timezone.now())


@transaction.atomic
def save_entry(entry: FaqEntry, *, despite: str = "", by=None) -> FaqEntry:
    """Save a question and answer of the whole site, for readers at once; `despite` is as for an article.

    Raises ValidationError and saves nothing.
    """
    now = timezone.now()
    fill(entry, now)
    entry.full_clean()
    looked = look_at_entry(entry)
    if looked.contradictions and not despite:
        raise Contradicted(looked)
    entry.save()
    override(entry, looked, reason=despite, by=by)
    compile_entry(entry)
    remember_stated(entry, looked, now, despite=bool(despite))
    return entry


def _replace(article: Article, entries: list[FaqEntry]) -> None:
    entries.sort(key=lambda entry: entry.order)
    article.faq_entries.exclude(pk__in=[entry.pk for entry in entries if entry.pk]).delete()
    # Out of the way first, so that two questions can change places.
    article.faq_entries.update(question=Concat(Value("#"), Cast("pk", CharField())))
    for entry in entries:
        entry.full_clean()
        entry.save()


def words_of(article: Article, entries: Iterable[FaqEntry]) -> tuple:
    """Return what readers are told in words. The order of the questions is none of it."""
    questions = sorted((entry.question, entry.answer) for entry in entries)
    return article.title, article.standfirst, article.body, article.record_at, questions
