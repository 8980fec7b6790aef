from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class FactCheck(models.Model):
    """A time when everything that readers have was held against the record, and what came of it."""

    ran_at = models.DateTimeField(_("ran"), default=timezone.now)
    articles = models.PositiveIntegerField(_("articles"))
    answers = models.PositiveIntegerField(_("answers of the whole site"))
    contradicted = models.PositiveIntegerField(_("contradicted claims"))
    overtaken = models.PositiveIntegerField(_("overtaken claims"))
    pinned = models.PositiveIntegerField(_("pinned answers that the record has moved past"))
    failed = models.PositiveIntegerField(_("texts that could not be read"))

    class Meta:
        verbose_name = _("check of facts")
        verbose_name_plural = _("checks of facts")
        ordering = ["-ran_at", "-pk"]
        get_latest_by = ["ran_at", "pk"]

    def __str__(self):
        return f"{self.ran_at:%Y-%m-%d %H:%M}"
