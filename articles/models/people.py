from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """Languages that articles are written in; French pages follow."""

    ENGLISH = "en", _("English")


class Author(models.Model):
    """Whose name stands over an article. Not a login: people leave, their work stays."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account"),
        help_text=_("Whose articles begin with this name. The name stays when the account goes."),
    )
    biography = models.TextField(
        _("biography"), blank=True, help_text=_("Two or three sentences, in plain text.")
    )
    disclosure = models.CharField(
        _("disclosure"),
        max_length=300,
        blank=True,
        help_text=_("Interests that readers should know, or that there are none."),
    )
    is_team = models.BooleanField(
        _("a team"), default=False, help_text=_("The name is of a desk or a team, not of one person.")
    )
    licensing_body = models.CharField(
        _("licensed by"),
        max_length=120,
        blank=True,
        help_text=_("For who may advise on immigration: the college or law society, by its full name."),
    )
    licence_number = models.CharField(
        _("licence number"), max_length=40, blank=True, help_text=_("As in the public register of that body.")
    )

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(licensing_body="", licence_number="")
                | ~Q(licensing_body="") & ~Q(licence_number=""),
                name="author_licence_is_whole",
                violation_error_message=_("A licence needs both: who gave it and its number."),
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("news-author", args=[self.slug])


class Tag(models.Model):
    """A word that readers can follow through the news."""

    name_en = models.CharField(_("name in English"), max_length=60, unique=True)
    name_fr = models.CharField(_("name in French"), max_length=60, blank=True)
    slug = models.SlugField(_("address"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name_en", "pk"]

    def __str__(self):
        return self.name_en

    def get_absolute_url(self):
        return reverse("news-tag", args=[self.slug])
