"""What is counted about reading: sums of a day, never who."""

from collections.abc import Mapping

from django.db import connections, models, router
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CountQuerySet(models.QuerySet):
    """Sums in `times`, each known by the other fields of its row."""

    def add(self, counts: Mapping[tuple, int], *, most_rows: int | None = None) -> None:
        """Add to the sums, in statements that others cannot come between.

        `counts`: by the values of the model's key, in its order (`Meta.constraints`). `most_rows`: how many rows a day
        may have; beyond that, only rows that are there are added to.
        """
        names = self.model._meta.constraints[0].fields
        fields = [self.model._meta.get_field(name) for name in names]
        connection = connections[router.db_for_write(self.model)]
        day = names.index("day")
        rows = []
        for key, times in counts.items():
            values = [
                field.get_db_prep_save(value, connection) for field, value in zip(fields, key, strict=True)
            ]
            bound = [] if most_rows is None else [values[day], most_rows, *values]
            rows.append([*values, times, *bound])
        with connection.cursor() as cursor:
            cursor.executemany(self._statement(connection, names, bounded=most_rows is not None), rows)

    def _statement(self, connection, names, *, bounded: bool) -> str:
        quote = connection.ops.quote_name
        table = quote(self.model._meta.db_table)
        key = ", ".join(quote(name) for name in names)
        within = "1 = 1"
        if bounded:
            same = " AND ".join(f"{quote(name)} = %s" for name in names)
            within = (
                f"(SELECT COUNT(*) FROM {table} WHERE {quote('day')} = %s) < %s"
                f" OR EXISTS (SELECT 1 FROM {table} WHERE {same})"
            )
        return (
            f"INSERT INTO {table} ({key}, {quote('times')})"
            f" SELECT {', '.join(['%s'] * (len(names) + 1))} WHERE {within}"
            f" ON CONFLICT ({key}) DO UPDATE SET {quote('times')} = {table}.{quote('times')} + excluded.{quote('times')}"
        )

    def since(self, day):
        return self.filter(day__gte=day)


class MissedSearch(models.Model):
    """Words that were searched on a day and found nothing."""

    day = models.DateField(_("day"))
    words = models.CharField(_("words"), max_length=80)
    times = models.PositiveIntegerField(_("times"))

    objects = CountQuerySet.as_manager()

    class Meta:
        verbose_name = _("search that found nothing")
        verbose_name_plural = _("searches that found nothing")
        ordering = ["-day", "-times", "words"]
        constraints = [models.UniqueConstraint(fields=["day", "words"], name="missed_search_unique")]

    def __str__(self):
        return self.words


class MissedAddress(models.Model):
    """An address that was asked for on a day and is none of ours, and the site whose link led there."""

    path = models.CharField(_("address"), max_length=200)
    day = models.DateField(_("day"))
    site = models.CharField(_("referring site"), max_length=100, blank=True)
    times = models.PositiveIntegerField(_("times"))

    objects = CountQuerySet.as_manager()

    class Meta:
        verbose_name = _("missed address")
        verbose_name_plural = _("missed addresses")
        ordering = ["-day", "-times", "path", "site"]
        constraints = [models.UniqueConstraint(fields=["day", "path", "site"], name="missed_address_unique")]

    def __str__(self):
        return self.path


class ReadCount(models.Model):
    """How often a page was asked for on a day, by the answer's status and the site whose link led there."""

    path = models.CharField(_("page"), max_length=200)
    day = models.DateField(_("day"))
    status = models.PositiveSmallIntegerField(_("status"))
    site = models.CharField(_("referring site"), max_length=100, blank=True)
    times = models.PositiveIntegerField(_("times"))

    objects = CountQuerySet.as_manager()

    class Meta:
        verbose_name = _("count of reading")
        verbose_name_plural = _("counts of reading")
        ordering = ["-day", "-times", "path", "status", "site"]
        constraints = [
            models.UniqueConstraint(fields=["day", "path", "status", "site"], name="read_count_unique")
        ]

    def __str__(self):
        return self.path


class CountedLog(models.Model):
    """How far a log of the web server has been counted, known by its content, since its name changes at rotation.

    Both digests are keyed: the lines they are made of hold addresses of computers.
    """

    beginning = models.CharField(_("digest of the first line"), max_length=64)
    bytes = models.PositiveBigIntegerField(_("bytes counted"))
    digest = models.CharField(_("digest of what was counted"), max_length=64)
    counted_at = models.DateTimeField(_("counted"), default=timezone.now)

    class Meta:
        verbose_name = _("counted log")
        verbose_name_plural = _("counted logs")
        ordering = ["-counted_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["beginning", "digest"], name="counted_log_unique")]

    def __str__(self):
        return self.beginning[:12]
