import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ImageQuerySet(models.QuerySet):
    def with_words(self, query):
        """Pictures with all of the words in what is said of them; or the one of that number."""
        numbers = re.findall(r"[0-9]{1,9}", query)
        said = Q()
        for word in query.split():
            said &= Q(alt__icontains=word) | Q(caption__icontains=word) | Q(credit__icontains=word)
        return self.filter(said | Q(pk__in=numbers))


class Image(models.Model):
    """A picture for articles, in every language: its words, and where its files are (articles/pictures).

    `name` is a hash of its pixels: the same picture is one row, and the address of a file never shows another.
    `width` and `height` are of what is kept, in pixels; `widths` are those of the renditions, the smallest first.
    """

    FOLDER = "pictures"

    name = models.CharField(_("name of the files"), max_length=32, unique=True, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    widths = models.JSONField(editable=False)
    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_(
            "What the picture tells, for those who do not see it: who or what, doing what, where, in one or two "
            "sentences. “Applicants wait in front of an IRCC office in Toronto.” Not “Picture of”, no file "
            "name, and not the caption again. Words and figures in the picture belong here too."
        ),
    )
    decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("It tells nothing that the text does not: screen readers pass over it."),
    )
    caption = models.CharField(
        _("caption"),
        max_length=300,
        blank=True,
        help_text=_("Shown under the picture, unless an article has words of its own for it."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=150,
        blank=True,
        help_text=_("Who made it, and by what right it is here, such as “Jane Doe, CC BY 4.0”."),
    )
    source_url = models.URLField(
        _("source"),
        blank=True,
        help_text=_("The address of the page that it comes from."),
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("uploaded by"),
    )

    objects = ImageQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-uploaded_at", "-pk"]
        permissions = [("change_any_image", _("Can change pictures that others uploaded"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(decorative=True, alt="") | (Q(decorative=False) & ~Q(alt="")),
                name="image_has_alternative_text",
                violation_error_message=_(
                    "Write an alternative text, or say that the picture is decorative; not both."
                ),
            ),
        ]

    def __str__(self):
        return self.alt or self.caption or _("Picture %(number)s") % {"number": self.pk}

    def clean(self):
        super().clean()
        self.alt = self.alt.strip()
        if self.decorative and self.alt:
            message = _("A decorative picture has no alternative text. Take the words or the tick away.")
            raise ValidationError({"alt": message})
        if not (self.decorative or self.alt):
            message = _("Say in words what the picture tells, or tick “decorative” below.")
            raise ValidationError({"alt": message})

    @property
    def paths(self):
        """Every file of the picture, as the storage names it."""
        endings = [f"-{width}.{format}" for width in self.widths for format in ("avif", "webp")]
        return [
            f"{self.FOLDER}/{self.name}{ending}" for ending in (".webp", *endings, f"-{self.widths[-1]}.jpg")
        ]

    def url(self, width, format="webp"):
        """Return the address of a rendition: `width` is one of `widths`.

        It is the site's own, wherever the storage keeps the file: pages load nothing from other hosts.
        """
        return f"{settings.MEDIA_URL}{self.FOLDER}/{self.name}-{width}.{format}"

    @property
    def small_url(self):
        return self.url(self.widths[0])

    @property
    def large_url(self):
        return self.url(self.widths[-1])

    @property
    def jpeg_url(self):
        """The one JPEG, as wide as the widest rendition: for mail, messengers and feeds."""
        return self.url(self.widths[-1], "jpg")

    @property
    def avif_srcset(self):
        return self._srcset("avif")

    @property
    def webp_srcset(self):
        return self._srcset("webp")

    def _srcset(self, format):
        return ", ".join(f"{self.url(width, format)} {width}w" for width in self.widths)
