from django.db import models
from django.utils.translation import gettext_lazy as _


class LoadedFile(models.Model):
    """A data file of the record that has been taken in, known by its hash, so that it is read only once."""

    name = models.CharField(_("file"), max_length=200, unique=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    loaded_at = models.DateTimeField(_("loaded"), auto_now=True)

    class Meta:
        verbose_name = _("loaded file")
        verbose_name_plural = _("loaded files")

    def __str__(self):
        return self.name


class ContentVersion(models.Model):
    """One row, whose number grows with every change that readers can see: core/freshness.py."""

    number = models.PositiveBigIntegerField(_("number"), default=0)
    moved_at = models.DateTimeField(_("moved"))

    class Meta:
        verbose_name = _("version of the content")
        verbose_name_plural = _("version of the content")

    def __str__(self):
        return str(self.number)
