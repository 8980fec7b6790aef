"""What every public correction says, whatever it corrects."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Correction(models.Model):
    """Something that readers have seen and that became another: what happened, why, when and by whom.

    What was blank and is added later is no correction.
    """

    class Kind(models.TextChoices):
        IRCC = "ircc", _("IRCC changed its figure")
        OURS = "ours", _("We got this wrong")

    kind = models.CharField(_("what happened"), max_length=10, choices=Kind)
    reason = models.CharField(_("reason"), max_length=300)
    made_at = models.DateTimeField(_("corrected"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )

    class Meta:
        abstract = True
        ordering = ["-made_at", "-pk"]


class CorrectionQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("-made_at", "-pk")
