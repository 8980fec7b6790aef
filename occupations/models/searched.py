"""What the search is built from, and the mark by which every process knows that it has changed."""

from uuid import UUID, uuid4

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class SearchMarkQuerySet(models.QuerySet):
    def move(self):
        """Set another mark. In the transaction that changes what is searched, so that both are seen at once."""
        self.bulk_create(
            [SearchMark(pk=SearchMark.ONLY, mark=uuid4())],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["mark"],
        )

    def current(self) -> UUID | None:
        """Return the mark, or None before anything was entered."""
        return self.filter(pk=SearchMark.ONLY).values_list("mark", flat=True).first()


class SearchMark(models.Model):
    """One row. Its mark is another one after each change of what is searched, and is never used again.

    It is no number: one that a transaction took back would be given to the next change too.
    """

    ONLY = 1

    mark = models.UUIDField(_("mark"))

    objects = SearchMarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("mark of the search")
        verbose_name_plural = _("marks of the search")

    def __str__(self):
        return str(self.mark)


class SearchedQuerySet(models.QuerySet):
    """Rows that the search is built from: whatever changes many of them moves the mark."""

    def bulk_create(self, *args, **kwargs):
        with transaction.atomic():
            created = super().bulk_create(*args, **kwargs)
            SearchMark.objects.move()
        return created

    def update(self, **kwargs):
        with transaction.atomic():
            updated = super().update(**kwargs)
            SearchMark.objects.move()
        return updated

    def delete(self):
        with transaction.atomic():
            deleted = super().delete()
            SearchMark.objects.move()
        return deleted

    update.alters_data = True
    delete.alters_data = True
    delete.queryset_only = True


class Searched(models.Model):
    """A row that the search is built from: saving and deleting it moves the mark."""

    objects = SearchedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, **kwargs):
        with transaction.atomic():
            super().save(**kwargs)
            SearchMark.objects.move()

    def delete(self, **kwargs):
        with transaction.atomic():
            deleted = super().delete(**kwargs)
            SearchMark.objects.move()
        return deleted

    save.alters_data = True
    delete.alters_data = True
