"""Forecasts of cut-offs: the newsroom's own, and those that others have published."""

from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from articles.expectations.scoring import Forecast, Kind
from core.constraints import ConstraintErrorsByField
from occupations.models import Category

from .articles import Article


class ExpectationQuerySet(models.QuerySet):
    def public(self, at=None):
        """What readers may see: forecasts of others, and our own from articles that are published."""
        return self.filter(Q(article__isnull=True) | Q(article__in=Article.objects.published(at)))

    def that_may_mean(self, category, day):
        """Those that stand, of a type of draw, and have a day in their window; values or references to an outer query."""
        ends_later = Q(window_to__isnull=True) | Q(window_to__gte=day)
        return self.filter(ends_later, category=category, window_from__lte=day, withdrawn_reason="")

    def newest_first(self):
        return self.order_by("-window_from", "-pk")

    def for_list(self):
        """With everything that a line of the ledger shows; a lazy look-up from one is an error."""
        related = self.select_related("article", "category", "other_category")
        return related.fetch_mode(models.FETCH_RAISE)


class Expectation(ConstraintErrorsByField, models.Model):
    """What somebody expected of the next draw of a type, and when it was said.

    It is from one of our articles, or from a page elsewhere. `made_at` is that article's publication, or the end of the
    day that the page bears; null where it bears none. `entered_at` is when the newsroom wrote it down here. What was
    said is frozen once it is saved: a wrong entry is withdrawn with a reason, and another one is made.
    """

    class Kinds(models.TextChoices):
        RANGE = Kind.RANGE.value, _("Between two cut-offs")
        BOUND = Kind.BOUND.value, _("At least, or at most, one cut-off")
        COMPARISON = Kind.COMPARISON.value, _("Below or above another type's draw")

    class Position(models.TextChoices):
        BELOW = "below", _("below")
        ABOVE = "above", _("above")

    article = models.ForeignKey(
        Article,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="expectations",
        verbose_name=_("article of ours"),
        help_text=_("The article that says it. Leave it empty for what was said elsewhere."),
    )
    source_name = models.CharField(
        _("who said it elsewhere"),
        max_length=120,
        blank=True,
        help_text=_(
            "A site, firm or office as it calls itself. Of what readers write there: “a reader's comment”."
        ),
    )
    source_title = models.CharField(_("title of the page"), max_length=200, blank=True)
    source_url = models.URLField(_("address of the page"), max_length=500, blank=True)
    source_date = models.DateField(
        _("day of the page"),
        null=True,
        blank=True,
        help_text=_("Only a day that the page itself gives. Without one, it counts from when you enter it."),
    )
    source_note = models.CharField(
        _("how the day is known"),
        max_length=300,
        blank=True,
        help_text=_("“Printed below the headline”, “part of the address”. Readers see it."),
    )
    category = models.ForeignKey(
        Category, on_delete=models.PROTECT, related_name="+", verbose_name=_("type of draw")
    )
    window_from = models.DateField(_("draws from"), help_text=_("The first day of a draw that is meant."))
    window_to = models.DateField(
        _("draws to"),
        null=True,
        blank=True,
        help_text=_("The last such day. Leave it empty for the next draw, whenever it comes."),
    )
    kind = models.CharField(_("what is said"), max_length=12, choices=Kinds)
    low = models.PositiveSmallIntegerField(
        _("lowest"), null=True, blank=True, help_text=_("The lowest cut-off that fits: 501 for “above 500”.")
    )
    high = models.PositiveSmallIntegerField(
        _("highest"),
        null=True,
        blank=True,
        help_text=_("The highest that fits: 499 for “below 500”. For one figure: the same as the lowest."),
    )
    position = models.CharField(_("below or above"), max_length=5, choices=Position, blank=True)
    other_category = models.ForeignKey(
        Category,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("type that it is compared with"),
    )
    text = models.TextField(
        _("in words"),
        max_length=400,
        help_text=_("What is expected, in your own words and one or two sentences."),
    )
    made_at = models.DateTimeField(_("made"), null=True, blank=True, editable=False)
    entered_at = models.DateTimeField(_("entered"), default=timezone.now, editable=False)
    withdrawn_reason = models.CharField(
        _("withdrawn because"),
        max_length=300,
        blank=True,
        help_text=_("Only for a wrong entry: readers see the reason, and it is not scored."),
    )

    objects = ExpectationQuerySet.as_manager()

    FROZEN = (
        "article", "source_url", "source_date", "category", "window_from", "window_to",
        "kind", "low", "high", "position", "other_category",
    )  # fmt: skip

    class Meta:
        verbose_name = _("expectation")
        verbose_name_plural = _("expectations")
        ordering = ["-window_from", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(article__isnull=False, source_name="", source_url="", source_date__isnull=True)
                | (Q(article__isnull=True) & ~Q(source_name="") & ~Q(source_url="")),
                name="expectation_has_one_source",
                violation_error_message=_(
                    "Choose an article of ours, or say who said it elsewhere and give the page's address: one of the two."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(kind=Kind.RANGE.value) | Q(low__isnull=False, high__isnull=False),
                name="expectation_range_has_ends",
                violation_error_message=_("Between two cut-offs: enter the lowest and the highest."),
            ),
            models.CheckConstraint(
                condition=~Q(kind=Kind.BOUND.value) | (Q(low__isnull=False) ^ Q(high__isnull=False)),
                name="expectation_bound_has_one",
                violation_error_message=_("At least or at most: enter the lowest or the highest, not both."),
            ),
            models.CheckConstraint(
                condition=Q(
                    ~Q(position=""),
                    kind=Kind.COMPARISON.value,
                    other_category__isnull=False,
                    low__isnull=True,
                    high__isnull=True,
                )
                | Q(~Q(kind=Kind.COMPARISON.value), position="", other_category__isnull=True),
                name="expectation_comparison_is_whole",
                violation_error_message=_(
                    "A comparison has another type, and “below” or “above”, and no cut-off; anything else has neither of these."
                ),
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(low__range=(1, 1200)),
                name="expectation_low_in_range",
                violation_error_message=_("A CRS cut-off is between 1 and 1,200."),
            ),
            models.CheckConstraint(
                condition=Q(high__isnull=True) | Q(high__range=(1, 1200)),
                name="expectation_high_in_range",
                violation_error_message=_("A CRS cut-off is between 1 and 1,200."),
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(high__gte=F("low")),
                name="expectation_ends_in_order",
                violation_error_message=_("The highest cut-off cannot be below the lowest."),
            ),
            models.CheckConstraint(
                condition=Q(window_to__isnull=True) | Q(window_to__gte=F("window_from")),
                name="expectation_window_in_order",
                violation_error_message=_("The last day of draws cannot come before the first."),
            ),
            models.CheckConstraint(
                condition=Q(other_category__isnull=True) | ~Q(other_category=F("category")),
                name="expectation_compares_two_types",
                violation_error_message=_("Compare a type with another one."),
            ),
            models.UniqueConstraint(
                fields=["source_url", "category", "kind", "window_from"],
                condition=Q(article__isnull=True),
                name="expectation_of_a_page_once",
                violation_error_message=_("This forecast of this page is in the ledger already."),
            ),
        ]

    def __str__(self):
        name = str(self.article) if self.article_id else self.source_name
        return f"{name}: {self.category}"

    def save(self, **kwargs):
        """Save; when it was made is noted once, from its article or page and never from a form."""
        if self._state.adding and self.article_id:
            self.made_at = self.article.published_at
        elif self._state.adding:
            self.made_at = _end_of(self.source_date) if self.source_date else None
        super().save(**kwargs)

    def get_absolute_url(self):
        return f"{reverse('expectation-list')}#expectation-{self.pk}"

    @property
    def forecast(self):
        """Return what was said as articles.expectations.scoring judges it.

        Our own counts from when it was entered, and so does what a page without a day says; what a page said on its
        day counts from the end of that day.
        """
        known = self.made_at if self.source_date else self.entered_at
        return Forecast(
            kind=Kind(self.kind),
            made_at=timezone.localtime(self.made_at or _end_of(self.window_from - timedelta(days=1))),
            known_at=timezone.localtime(known),
            first_day=self.window_from,
            last_day=self.window_to,
            low=self.low,
            high=self.high,
            above=self.position == self.Position.ABOVE,
        )

    def clean(self):
        """Rules that look at the article, at the types of draw, and at what was entered before."""
        super().clean()
        errors = {}
        if self.article_id and not (
            self.pk or Article.objects.published().filter(pk=self.article_id).exists()
        ):
            errors["article"] = _(
                "Readers cannot see this article yet. Record what it expects when they can."
            )
        if self.source_date and self.source_date > timezone.localdate():
            errors["source_date"] = _("This day is still to come.")
        made = self.source_date or (self.article_id and timezone.localdate(self.article.published_at))
        if made and self.window_to and self.window_to < made:
            errors["window_to"] = _("This window was over on the day of the forecast, %(day)s.") % {
                "day": date_format(made)
            }
        if self.category_id and self.other_category_id:
            nominees = {self.category.includes_nomination, self.other_category.includes_nomination}
            if len(nominees) == 2:
                errors["other_category"] = _(
                    "Cut-offs of provincial nominees contain 600 points for the nomination: they are compared with no other type's."
                )
        if self.pk and (changed := self._frozen_that_changed()):
            for name in changed:
                errors[name] = _("What was said is not changed. Withdraw this entry, and make another one.")
        if errors:
            raise ValidationError(errors)

    def _frozen_that_changed(self):
        before = Expectation.objects.get(pk=self.pk)
        fields = [Expectation._meta.get_field(name) for name in self.FROZEN]
        return [
            field.name for field in fields if getattr(before, field.attname) != getattr(self, field.attname)
        ]


def _end_of(day):
    """Return the last moment of a day in Toronto."""
    zone = timezone.get_default_timezone()
    return datetime.combine(day + timedelta(days=1), time.min, zone) - timedelta(microseconds=1)
