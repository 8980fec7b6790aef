from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.constraints import ConstraintErrorsByField

from .categories import Category
from .classification import Occupation
from .versions import CategoryVersion


class ListingQuerySet(models.QuerySet):
    def in_force(self, on=None):
        """Listings of the versions in force on the day `on` (today in Toronto by default)."""
        on = on or timezone.localdate()
        return self.filter(
            Q(version__valid_from__isnull=True) | Q(version__valid_from__lte=on),
            Q(version__valid_to__isnull=True) | Q(version__valid_to__gte=on),
        )

    def for_list(self):
        return self.select_related("version__category", "occupation").fetch_mode(models.FETCH_RAISE)


class Listing(ConstraintErrorsByField, models.Model):
    """An occupation on the list of a version, with its title as published there."""

    version = models.ForeignKey(
        CategoryVersion, on_delete=models.CASCADE, related_name="listings", verbose_name=_("version")
    )
    occupation = models.ForeignKey(
        Occupation, on_delete=models.PROTECT, related_name="listings", verbose_name=_("occupation")
    )
    title_as_published = models.CharField(
        _("title as published"),
        max_length=200,
        help_text=_("Spelt as on the official list; the code decides."),
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    verified_on = models.DateField(
        _("verified"),
        null=True,
        blank=True,
        help_text=_("The day on which the row was compared with the official page; blank: a transcription."),
    )
    verified_by = models.CharField(_("verified by"), max_length=150, blank=True)

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("listed occupation")
        verbose_name_plural = _("listed occupations")
        ordering = ["version", "occupation__code", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "occupation"],
                name="listing_unique_occupation",
                violation_error_message=_("This occupation is on the list already."),
            ),
            models.CheckConstraint(
                condition=Q(verified_by="") | Q(verified_on__isnull=False),
                name="listing_verified_by_on_a_day",
                violation_error_message=_("Say on which day the row was verified."),
            ),
        ]

    def __str__(self):
        return self.title_as_published

    @property
    def category(self) -> Category:
        return self.version.category

    @property
    def verified(self) -> bool:
        """Whether somebody compared the row with the official page."""
        return self.verified_on is not None
