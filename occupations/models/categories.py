from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

# Words that stand in addresses where a type's name would: /categories/changes/.
RESERVED_SLUGS = {"changes", "lists"}


class CategoryQuerySet(models.QuerySet):
    def category_based(self):
        return self.filter(kind=Category.Kind.CATEGORY_BASED)

    def in_reading_order(self):
        return self.order_by("order", "pk")


class Category(models.Model):
    """A series of rounds: every round belongs to exactly one. General and program rounds are series too."""

    class Kind(models.TextChoices):
        # "No Program Specified" until round 268, "General" since round 272: one series.
        GENERAL = "general", _("All programs")
        # A round for one program: CEC, PNP, FSW or FST.
        PROGRAM = "program", _("One program")
        # Category-based selection, since 31 May 2023: French, occupations, military recruits.
        CATEGORY_BASED = "category-based", _("Category-based")

    slug = models.SlugField(_("address"), max_length=40, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    name_en = models.CharField(_("name in English"), max_length=120)
    name_fr = models.CharField(_("name in French"), max_length=120, blank=True)
    short_name_en = models.CharField(
        _("short name in English"), max_length=40, help_text=_("For tables and cards: “Trades”.")
    )
    short_name_fr = models.CharField(_("short name in French"), max_length=40, blank=True)
    abbreviation = models.CharField(
        _("abbreviation"), max_length=10, blank=True, help_text=_("CEC, PNP, STEM ...")
    )
    summary_en = models.TextField(_("summary in English"), blank=True, help_text=_("One or two sentences."))
    summary_fr = models.TextField(_("summary in French"), blank=True)
    order = models.PositiveSmallIntegerField(_("place in lists"), default=100)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("type of draw")
        verbose_name_plural = _("types of draw")
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("category", args=[self.slug])

    @property
    def name(self):
        return (get_language() == "fr" and self.name_fr) or self.name_en

    @property
    def short_name(self):
        return (get_language() == "fr" and self.short_name_fr) or self.short_name_en

    @property
    def summary(self):
        return (get_language() == "fr" and self.summary_fr) or self.summary_en

    def clean(self):
        """A type takes no address that pages about all types have."""
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("Another page of this site has this address.")})

    @property
    def is_category_based(self):
        return self.kind == self.Kind.CATEGORY_BASED

    @property
    def includes_nomination(self):
        """Whether cut-offs of this series contain the 600 points of a provincial nomination."""
        return self.slug == "pnp"
