from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from core.constraints import ConstraintErrorsByField

from .classification import Occupation

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


class CategoryVersionQuerySet(models.QuerySet):
    def in_force(self, on=None):
        """Versions whose dates contain the day `on` (today in Toronto by default)."""
        on = on or timezone.localdate()
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=on),
            Q(valid_to__isnull=True) | Q(valid_to__gte=on),
        )

    def category_based(self):
        return self.filter(category__kind=Category.Kind.CATEGORY_BASED)

    def awaited(self, on=None):
        """Versions in force on the day `on` (today by default) whose lists are not published yet."""
        return self.in_force(on).filter(list_awaited=True).select_related("category")

    def with_counts(self):
        """With `listed`, how many occupations are on the list, and `labels_seen`, under how many labels.

        `listed` is None where there is no list, or where it is not published yet: that is not the same as none.
        """
        return self.annotate(
            listed=models.Case(
                models.When(has_list=True, list_awaited=False, then=models.Count("listings", distinct=True))
            ),
            labels_seen=models.Count("labels", distinct=True),
        )


class CategoryVersion(ConstraintErrorsByField, models.Model):
    """What a category meant while one definition of it was in force: its criteria and its list.

    `valid_from` and `valid_to` are the days of announcement, both inclusive; null `valid_to` is in force when
    last seen. A criterion that is null was not seen. General and program series have one version, number 1,
    without dates.
    """

    category = models.ForeignKey(
        Category, on_delete=models.PROTECT, related_name="versions", verbose_name=_("type of draw")
    )
    number = models.PositiveSmallIntegerField(_("version"), default=1)
    name_en = models.CharField(_("name in English"), max_length=120)
    name_fr = models.CharField(_("name in French"), max_length=120, blank=True)
    announced = models.DateField(_("announced"), null=True, blank=True)
    valid_from = models.DateField(_("in force from"), null=True, blank=True)
    valid_to = models.DateField(
        _("in force to"), null=True, blank=True, help_text=_("The last day; blank while it is in force.")
    )
    months_required = models.PositiveSmallIntegerField(_("months of experience"), null=True, blank=True)
    continuous = models.BooleanField(_("continuous experience"), null=True, blank=True)
    in_canada = models.BooleanField(_("experience in Canada"), null=True, blank=True)
    nclc_min = models.PositiveSmallIntegerField(
        _("lowest NCLC level"), null=True, blank=True, help_text=_("In all four abilities.")
    )
    criteria_en = models.TextField(_("criteria in English"), blank=True)
    criteria_fr = models.TextField(_("criteria in French"), blank=True)
    has_list = models.BooleanField(
        _("has a list of occupations"), default=False, help_text=_("French-language proficiency has none.")
    )
    list_awaited = models.BooleanField(
        _("the list is not published yet"),
        default=False,
        help_text=_(
            "Announced without its list: what is on it is then not known, which is not the same as empty."
        ),
    )
    list_published = models.DateField(
        _("list published"),
        null=True,
        blank=True,
        help_text=_("The day on which the list of occupations came out; blank where it was not seen."),
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    verified = models.BooleanField(
        _("verified"), default=False, help_text=_("Checked against the official page.")
    )

    history = HistoricalRecords()
    objects = CategoryVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a type of draw")
        verbose_name_plural = _("versions of types of draw")
        ordering = ["category__order", "category", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["category", "number"],
                name="version_unique_number",
                violation_error_message=_("This type of draw has a version of this number already."),
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1),
                name="version_number_from_one",
                violation_error_message=_("Versions are numbered from 1."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=False, valid_to__gte=F("valid_from")),
                name="version_ends_after_it_begins",
                violation_error_message=_("A version ends on or after the day it begins."),
            ),
            models.CheckConstraint(
                condition=Q(list_awaited=False) | Q(has_list=True, list_published__isnull=True),
                name="version_awaits_a_list_that_it_has",
                violation_error_message=_(
                    "A list that is not published yet has no day of publication, and its version has a list."
                ),
            ),
            models.CheckConstraint(
                condition=Q(list_published__isnull=True) | Q(has_list=True),
                name="version_published_a_list_that_it_has",
                violation_error_message=_("A version without a list has no day of publication of it."),
            ),
        ]

    def __str__(self):
        if not self.category.is_category_based:
            return self.category.name
        return _("%(name)s, version %(number)s") % {"name": self.category.name, "number": self.number}

    def get_absolute_url(self):
        if not self.category.is_category_based:
            return self.category.get_absolute_url()
        return reverse("category-version", args=[self.category.slug, self.number])

    @property
    def name(self):
        return (get_language() == "fr" and self.name_fr) or self.name_en

    @property
    def list_is_known(self):
        return self.has_list and not self.list_awaited

    @property
    def criteria(self):
        return (get_language() == "fr" and self.criteria_fr) or self.criteria_en

    def is_in_force(self, on):
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )

    def clean(self):
        """Versions of one category do not overlap; a category-based version says when it begins."""
        super().clean()
        if not self.category_id:
            return
        if self.category.is_category_based and self.valid_from is None:
            raise ValidationError({"valid_from": _("Say from which day this version is in force.")})
        if self.list_awaited and self.pk and self.listings.exists():
            raise ValidationError(
                {"list_awaited": _("Occupations are on this list already, so it has been published.")}
            )
        others = CategoryVersion.objects.filter(category=self.category).exclude(pk=self.pk)
        if self.valid_to is not None:
            others = others.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=self.valid_to))
        if self.valid_from is not None:
            others = others.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=self.valid_from))
        if clash := others.first():
            raise ValidationError(
                {
                    "valid_from": _(
                        "This overlaps with version %(number)s, in force from %(start)s to %(end)s."
                    )
                    % {
                        "number": clash.number,
                        "start": date_format(clash.valid_from) if clash.valid_from else _("the beginning"),
                        "end": date_format(clash.valid_to) if clash.valid_to else _("today"),
                    }
                }
            )


class ListingQuerySet(models.QuerySet):
    def in_force(self, on=None):
        """Listings of the versions in force on the day `on` (today in Toronto by default)."""
        on = on or timezone.localdate()
        return self.filter(
            Q(version__valid_from__isnull=True) | Q(version__valid_from__lte=on),
            Q(version__valid_to__isnull=True) | Q(version__valid_to__gte=on),
        )

    def for_list(self):
        return self.select_related("version__category", "occupation").fetch_mode(models.FETCH_RAISE)


class Listing(ConstraintErrorsByField, models.Model):
    """An occupation on the list of a version, with its title as published there."""

    version = models.ForeignKey(
        CategoryVersion, on_delete=models.CASCADE, related_name="listings", verbose_name=_("version")
    )
    occupation = models.ForeignKey(
        Occupation, on_delete=models.PROTECT, related_name="listings", verbose_name=_("occupation")
    )
    title_as_published = models.CharField(
        _("title as published"),
        max_length=200,
        help_text=_("Spelt as on the official list; the code decides."),
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    verified_on = models.DateField(
        _("verified"),
        null=True,
        blank=True,
        help_text=_("The day on which the row was compared with the official page; blank: a transcription."),
    )
    verified_by = models.CharField(_("verified by"), max_length=150, blank=True)

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("listed occupation")
        verbose_name_plural = _("listed occupations")
        ordering = ["version", "occupation__code", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "occupation"],
                name="listing_unique_occupation",
                violation_error_message=_("This occupation is on the list already."),
            ),
            models.CheckConstraint(
                condition=Q(verified_by="") | Q(verified_on__isnull=False),
                name="listing_verified_by_on_a_day",
                violation_error_message=_("Say on which day the row was verified."),
            ),
        ]

    def __str__(self):
        return self.title_as_published

    @property
    def category(self) -> Category:
        return self.version.category

    @property
    def verified(self) -> bool:
        """Whether somebody compared the row with the official page."""
        return self.verified_on is not None


class SeriesLabel(models.Model):
    """A label that IRCC prints for a round, exactly as printed, and the version that it means."""

    label = models.CharField(_("label"), max_length=200, unique=True)
    version = models.ForeignKey(
        CategoryVersion, on_delete=models.PROTECT, related_name="labels", verbose_name=_("version")
    )

    class Meta:
        verbose_name = _("label of IRCC")
        verbose_name_plural = _("labels of IRCC")
        ordering = ["label", "pk"]

    def __str__(self):
        return self.label
