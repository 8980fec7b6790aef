import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from draws.pool_sums import Band, discrepancies, overlaps

RANGE = re.compile(r"[0-9]{1,4}-[0-9]{1,4}")


class PoolQuerySet(models.QuerySet):
    def public(self, at=None):
        """Counts that came with a round of the public record."""
        with_rounds = PoolDistribution.objects.filter(
            rounds__published_at__lte=at or timezone.now(), rounds__withdrawn_at__isnull=True
        )
        return self.filter(pk__in=with_rounds.order_by().values("pk"))

    def with_candidates(self, spans):
        """Annotate each count with the candidates from a lowest to a highest score, by the names in `spans`."""
        return self.annotate(
            **{
                name: models.Sum(
                    "bands__candidates",
                    filter=Q(bands__crs_min__gte=low, bands__crs_max__lte=high),
                    default=0,
                )
                for name, low, high in spans
            }
        )


class PoolDistribution(models.Model):
    """How many candidates were in the pool on a day, by CRS score. Several rounds share one count."""

    as_of = models.DateField(
        _("as of"),
        unique=True,
        help_text=_("The day under “CRS score distribution of candidates ... as of”."),
    )
    published_total = models.PositiveIntegerField(
        _("published total"), null=True, blank=True, help_text=_("The last line of IRCC's table.")
    )
    published_subtotals = models.JSONField(
        _("published subtotals"),
        default=dict,
        blank=True,
        help_text=_("IRCC's lines 451-500 and 401-450, which repeat the bands inside them."),
    )
    discrepancy_note = models.TextField(
        _("note on a known discrepancy"),
        blank=True,
        help_text=_("Where IRCC's own sums do not add up: which figure, and what its parts give."),
    )
    source = models.CharField(_("source"), max_length=300, blank=True)

    history = HistoricalRecords()
    objects = PoolQuerySet.as_manager()

    class Meta:
        verbose_name = _("count of the pool")
        verbose_name_plural = _("counts of the pool")
        ordering = ["-as_of", "pk"]
        get_latest_by = "as_of"

    def __str__(self):
        return date_format(self.as_of)

    def get_absolute_url(self):
        return reverse("pool", args=[self.as_of])

    @property
    def subtotals(self) -> list[tuple[str, str, int]]:
        """Lowest and highest score and candidates of the sums that IRCC prints and that repeat bands."""
        return [(*label.partition("-")[::2], count) for label, count in self.published_subtotals.items()]

    # Set where bands are saved together with their count, which checks the two together beforehand.
    bands_follow = False

    def clean(self):
        super().clean()
        subtotals = self.published_subtotals
        if not isinstance(subtotals, dict) or not all(
            RANGE.fullmatch(label) and isinstance(value, int) for label, value in subtotals.items()
        ):
            raise ValidationError(
                {
                    "published_subtotals": _(
                        'Subtotals are whole numbers by range, such as {"451-500": 55687}.'
                    )
                }
            )
        if self.pk and not self.bands_follow:
            self.check_bands(Band(b.crs_min, b.crs_max, b.candidates) for b in self.bands.all())

    def check_bands(self, bands: Iterable[Band]):
        """Refuse bands that overlap, and sums that do not hold unless a note says that it is known."""
        bands = list(bands)
        if clashes := overlaps(bands):
            first, second = clashes[0]
            raise ValidationError(
                _(
                    "The bands %(a)s and %(b)s overlap. Leave out the subtotals: enter only the smallest bands."
                )
                % {"a": f"{first.crs_min}-{first.crs_max}", "b": f"{second.crs_min}-{second.crs_max}"}
            )
        if not self.discrepancy_note and (
            wrong := discrepancies(bands, self.published_total, self.published_subtotals)
        ):
            raise ValidationError(
                [
                    _(
                        "%(label)s: IRCC's figure is %(published)s, and the bands add up to %(computed)s. "
                        "Check the figures; if IRCC's own table is wrong, say so in the note."
                    )
                    % {
                        "label": item.label,
                        "published": number_format(item.published, force_grouping=True),
                        "computed": number_format(item.computed, force_grouping=True),
                    }
                    for item in wrong
                ]
            )


class PoolBand(models.Model):
    """Candidates with a score from `crs_min` to `crs_max`, both inclusive, on the day of the count."""

    distribution = models.ForeignKey(
        PoolDistribution, on_delete=models.CASCADE, related_name="bands", verbose_name=_("count")
    )
    crs_min = models.PositiveSmallIntegerField(_("from score"))
    crs_max = models.PositiveSmallIntegerField(_("to score"))
    candidates = models.PositiveIntegerField(_("candidates"))

    class Meta:
        verbose_name = _("band of scores")
        verbose_name_plural = _("bands of scores")
        ordering = ["-crs_min", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["distribution", "crs_min"],
                name="pool_band_unique_start",
                violation_error_message=_("A band from this score is in the count already."),
            ),
            models.CheckConstraint(
                condition=Q(crs_min__lte=F("crs_max"), crs_max__lte=1200),
                name="pool_band_in_range",
                violation_error_message=_("A band runs from the lower score to the higher, at most 1,200."),
            ),
        ]

    def __str__(self):
        return f"{self.crs_min}-{self.crs_max}"
