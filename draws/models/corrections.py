from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.corrections import Correction, CorrectionQuerySet
from draws.figures import label_of, shown

from .rounds import Round


class RoundCorrectionQuerySet(CorrectionQuerySet):
    def public(self):
        """Corrections of rounds that readers may see."""
        return self.filter(round__published_at__lte=timezone.now())

    def for_list(self):
        return self.select_related("round__version__category").fetch_mode(models.FETCH_RAISE)


class RoundCorrection(Correction):
    """A figure of a public round that became another, with both values as text (draws/figures.py)."""

    round = models.ForeignKey(
        Round, on_delete=models.CASCADE, related_name="corrections", verbose_name=_("draw")
    )
    name = models.CharField(_("figure"), max_length=30, help_text=_("The field of the draw."))
    old = models.CharField(_("before"), max_length=200)
    new = models.CharField(_("now"), max_length=200, blank=True)
    objects = RoundCorrectionQuerySet.as_manager()

    class Meta(Correction.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

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
