from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from draws.figures import label_of, shown

from .rounds import Round


class RoundCorrectionQuerySet(models.QuerySet):
    def public(self):
        """Corrections of rounds that readers may see."""
        return self.filter(round__published_at__lte=timezone.now())

    def newest_first(self):
        return self.order_by("-made_at", "-pk")

    def for_list(self):
        return self.select_related("round__version__category").fetch_mode(models.FETCH_RAISE)


class RoundCorrection(models.Model):
    """A figure of a public round that became another, with both values as text (draws/figures.py).

    What was blank and is added later is none: it stands in the history only.
    """

    class Kind(models.TextChoices):
        IRCC = "ircc", _("IRCC changed its figure")
        OURS = "ours", _("We got this wrong")

    round = models.ForeignKey(
        Round, on_delete=models.CASCADE, related_name="corrections", verbose_name=_("draw")
    )
    name = models.CharField(_("figure"), max_length=30, help_text=_("The field of the draw."))
    old = models.CharField(_("before"), max_length=200)
    new = models.CharField(_("now"), max_length=200, blank=True)
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

    objects = RoundCorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return _("Correction of draw %(number)s") % {"number": self.round.number}

    def get_absolute_url(self):
        return f"{self.round.get_absolute_url()}#correction-{self.pk}"

    @property
    def figure(self):
        return label_of(self.name)

    @property
    def old_shown(self):
        return shown(self.name, self.old)

    @property
    def new_shown(self):
        return shown(self.name, self.new)
