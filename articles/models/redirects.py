import re
from unicodedata import normalize
from urllib.parse import quote, unquote

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .articles import Article

LONGEST = 500
# Where redirects are never looked up.
CLOSED = ("/admin/", "/api/", "/static/", "/media/")
_UNFIT = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufffd\\#]")


def own_path(address: str) -> str:
    """Return an address of this site as paths are kept: from the first "/", decoded, in one form of Unicode.

    Raises ValidationError for what is no address of this site.
    """
    path = address.strip().removeprefix(settings.SITE_URL)
    path = normalize("NFC", unquote(path))
    if not path.startswith("/") or path.startswith("//"):
        raise ValidationError(_("An address of this site begins with one “/”, such as /news/old-story/."))
    if _UNFIT.search(path):
        raise ValidationError(_("An address has no spaces, no “#” and no “\\”."))
    if len(path) > LONGEST:
        raise ValidationError(_("An address is at most %(most)s characters long."), params={"most": LONGEST})
    return path


class Redirect(models.Model):
    """An address that a page has left, and where readers find it now: a path, or an article wherever it is.

    Paths are decoded, as own_path() returns them, and may have a query. No redirect leads to another: one that
    would is made to lead where that one leads, and those that led to an address which moves go along.
    """

    old_path = models.CharField(
        _("old address"),
        max_length=LONGEST,
        unique=True,
        help_text=_("Where nothing answers any more, such as /news/old-story/."),
        error_messages={"unique": _("This address leads on already. Change that redirect.")},
    )
    new_path = models.CharField(
        _("new address"),
        max_length=LONGEST,
        blank=True,
        help_text=_("A page of this site, such as /guides/crs-score/."),
    )
    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("article"),
    )
    made_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(article__isnull=True) ^ Q(new_path=""),
                name="redirect_leads_to_one_place",
                violation_error_message=_("Say where the old address leads."),
            ),
        ]

    def __str__(self):
        return self.old_path

    def save(self, **kwargs):
        """Save, and let what led to the old address lead on from there."""
        super().save(**kwargs)
        before = Redirect.objects.filter(new_path=self.old_path).exclude(pk=self.pk)
        before.update(new_path=self.new_path, article=self.article)

    def clean(self):
        """Bring both addresses into their one form, and end at a page: not at another redirect, not at itself."""
        super().clean()
        errors = {}
        for name in ("old_path", "new_path"):
            try:
                if getattr(self, name):
                    setattr(self, name, own_path(getattr(self, name)))
            except ValidationError as error:
                errors[name] = error
        if not errors.get("old_path") and self.old_path.startswith(CLOSED):
            errors["old_path"] = _("Addresses under %(start)s never lead on.") % {
                "start": self.old_path[: self.old_path.index("/", 1) + 1]
            }
        if errors:
            raise ValidationError(errors)
        self._end_at_a_page()

    def _end_at_a_page(self):
        """Lead where the redirect at the new address leads, if there is one, and never back."""
        asked = self.target
        further = (
            Redirect.objects.filter(old_path=asked).exclude(pk=self.pk).first() if self.new_path else None
        )
        if further is not None:
            self.new_path, self.article = further.new_path, further.article
        if self.target == self.old_path:
            words = {"new": asked, "old": self.old_path}
            raise ValidationError(
                {
                    "new_path": _("Readers would go in circles: %(new)s leads to %(old)s.") % words
                    if further
                    else _("The two addresses are one and the same.")
                }
            )

    @property
    def target(self):
        """The path, and query if any, to which readers are sent; decoded."""
        return self.article.get_absolute_url() if self.article else self.new_path

    @property
    def location(self):
        """The target as it stands in a header."""
        path, mark, query = self.target.partition("?")
        return quote(path) + mark + quote(query, safe="=&+,:/")

    @property
    def is_open(self):
        """Whether readers may be told: an article that they have not seen gives nothing away."""
        return self.article is None or self.article.has_been_public()
