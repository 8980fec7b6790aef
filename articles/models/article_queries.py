"""What is asked of articles."""

import re
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from modelsearch.queryset import SearchableQuerySetMixin

# As every database reads it: no digit, nor the address of another classification, just before.
CODE_BEGINS = r"(^|[^0-9])(?<!/noc-[0-9]{4}/)"


class ArticleQuerySet(SearchableQuerySetMixin, models.QuerySet):
    def published(self, at=None):
        """What the public may see at the moment `at`: ready, and its time has come."""
        return self.filter(status=self.model.Status.READY, published_at__lte=at or timezone.now())

    def with_an_address(self, at=None):
        """What answers at its own address: the published, and the withdrawn and removed, which keep it to say so."""
        return self.filter(
            status__in=(self.model.Status.READY, self.model.Status.WITHDRAWN, self.model.Status.REMOVED),
            published_at__lte=at or timezone.now(),
        )

    def scheduled(self, at=None):
        """Ready, and to appear by itself after the moment `at`."""
        return self.filter(status=self.model.Status.READY, published_at__gt=at or timezone.now())

    def changed_unseen(self, at=None):
        """What readers see in an older state than the newsroom's."""
        return self.with_an_address(at).filter(version__gt=F("live_version"))

    def news(self):
        return self.exclude(kind=self.model.Kind.GUIDE)

    def guides(self):
        return self.filter(kind=self.model.Kind.GUIDE)

    def roundups(self):
        return self.filter(kind=self.model.Kind.ROUNDUP)

    def newest_first(self):
        return self.order_by("-published_at", "-pk")

    def newest_of_each_kind(self, count):
        """The `count` newest roundups, news stories and guides."""
        newest = [
            Q(pk__in=self.filter(kind=kind).newest_first().values("pk")[:count]) for kind in self.model.Kind
        ]
        return self.model.objects.filter(reduce(or_, newest))

    def about(self, round):
        """Articles that refer to the draw, by number or by a table or figure that takes it in."""
        references = self.model._meta.get_field("references").related_model.objects.exclude(article=None)
        meant = round.version.category_id
        # Those without a type mean every type. An expression: the index of types finds too many.
        references = references.alias(meant=Coalesce("category_id", Value(meant))).filter(
            Q(round=round) | Q(date_to__gte=round.date, date_from__lte=round.date, meant=meant)
        )
        # Not a join, which would go through all articles.
        return self.filter(pk__in=references.values("article"))

    def about_type(self, category):
        """Articles that refer to the type of draw, to one of its draws or to one of its lists."""
        named = (
            Q(references__category=category)
            | Q(references__round__version__category=category)
            | Q(references__version__category=category)
        )
        return self.filter(named).distinct()

    def about_lists(self, versions, name):
        """Articles that refer to one of the versions of lists, or have the code or address of an occupation in their text.

        A code that stands in a longer number, or in the address of another classification, is not meant.
        """
        start = CODE_BEGINS if name.isdigit() else ""
        # The plain search spares most texts the slower one.
        named = Q(body__contains=name) & Q(body__regex=f"{start}{re.escape(name)}([^0-9]|$)")
        return self.filter(Q(references__version__in=versions) | named).distinct()

    def for_list(self):
        """With what a teaser shows, without bodies."""
        return self.select_related("author").defer("body", "body_html").fetch_mode(models.FETCH_RAISE)
