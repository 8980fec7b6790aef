from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.constraints import ConstraintErrorsByField
from core.corrections import Correction, CorrectionQuerySet

from .classification import Occupation
from .versions import CategoryVersion


class ListCorrectionQuerySet(CorrectionQuerySet):
    def for_list(self):
        return self.select_related("version__category", "occupation").fetch_mode(models.FETCH_RAISE)


class ListCorrection(ConstraintErrorsByField, Correction):
    """A row of a published list that was added, removed or retitled without a new version of the list.

    `old` and `new` are the title as published before and now: blank where the row was missing, or was removed.
    """

    version = models.ForeignKey(
        CategoryVersion, on_delete=models.CASCADE, related_name="corrections", verbose_name=_("version")
    )
    occupation = models.ForeignKey(
        Occupation, on_delete=models.PROTECT, related_name="+", verbose_name=_("occupation")
    )
    old = models.CharField(_("before"), max_length=200, blank=True)
    new = models.CharField(_("now"), max_length=200, blank=True)

    objects = ListCorrectionQuerySet.as_manager()

    class Meta(Correction.Meta):
        verbose_name = _("correction of a list")
        verbose_name_plural = _("corrections of lists")
        constraints = [
            models.CheckConstraint(
                condition=~Q(old="", new=""),
                name="list_correction_says_something",
                violation_error_message=_("Say what stood there before, or what stands there now."),
            ),
        ]

    def __str__(self):
        return _("Correction of the list of %(version)s") % {"version": self.version}

    def get_absolute_url(self):
        return f"{self.version.get_absolute_url()}#correction-{self.pk}"
