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

from .categories import Category


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
