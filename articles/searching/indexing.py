"""The index of articles, kept in the transaction that changes what readers get."""

from itertools import batched

from django.db.models import QuerySet
from modelsearch.backends import get_search_backend

from articles.models import Article

AT_A_TIME = 200


def index_articles(articles: QuerySet[Article]) -> None:
    """Bring the index up to date for `articles`: those that are ready are in it as they are, all others are not."""
    backend = get_search_backend()
    ready = Article.get_indexed_objects().filter(pk__in=articles.order_by().values("pk"))
    # The newest last: of articles that answer equally well the one indexed last comes first.
    ready = ready.order_by("published_at", "pk")
    for batch in batched(ready.iterator(AT_A_TIME), AT_A_TIME):
        backend.add_bulk(Article, batch)
    for article in articles.exclude(status=Article.Status.READY):
        backend.delete(article)


def index_missing() -> int:
    """Take in the articles that are ready and not in the index yet, and return how many: those of a site before it had one."""
    missing = Article.objects.filter(status=Article.Status.READY, index_entries__isnull=True)
    count = missing.count()
    if count:
        index_articles(missing)
    return count
