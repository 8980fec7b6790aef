"""Draws that no article tells of."""

from django.db.models import Exists, OuterRef, Q

from articles.models import Article, ArticleReference
from draws.models.round_queries import RoundQuerySet

# A withdrawn article tells readers nothing.
TELLING = (Article.Status.DRAFT, Article.Status.IN_REVIEW, Article.Status.READY)


def untold(rounds: RoundQuerySet) -> RoundQuerySet:
    """Leave the draws to which no article, written or being written, refers: by number, or by a table or figure."""
    covering = Q(date_from__lte=OuterRef("date"), date_to__gte=OuterRef("date")) & (
        Q(category__isnull=True) | Q(category=OuterRef("version__category"))
    )
    told = ArticleReference.objects.filter(Q(round=OuterRef("pk")) | covering, article__status__in=TELLING)
    return rounds.filter(~Exists(told))
