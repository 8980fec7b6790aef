"""Articles by their words."""

from collections.abc import Sequence

from modelsearch.query import PlainText

from articles.models.article_queries import ArticleQuerySet


def find(words: Sequence[str], articles: ArticleQuerySet, *, all_of_them: bool = True):
    """Return those of `articles` that have all of the stems `words`, or any of them; the best first.

    It counts and slices as a queryset does. `articles` says who may see them: Article.objects.published().
    """
    if not words:
        return articles.none()
    return articles.search(PlainText(" ".join(words), operator="and" if all_of_them else "or"))
