from datetime import UTC, datetime, time, timedelta

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
from draws.numbers import NotARoundNumber, sequence
from occupations.models import Category, CategoryVersion

from .pool import PoolDistribution
from .round_queries import RoundQuerySet


class Program(models.TextChoices):
    """Programs that a round can draw from (IRCC: "Programs covered")."""

    FSW = "FSW", _("Federal Skilled Worker Program")
    CEC = "CEC", _("Canadian Experience Class")
    FST = "FST", _("Federal Skilled Trades Program")
    PNP = "PNP", _("Provincial Nominee Program")


def fits_day(moment, day):
    """Whether a round of this moment can bear this date: IRCC's own day, or in UTC the one after it."""
    return 0 <= (moment.astimezone(UTC).date() - day).days <= 1


def validate_programs(codes):
    if not isinstance(codes, list) or any(code not in Program.values for code in codes):
        raise ValidationError(_("Programs are a list of FSW, CEC, FST and PNP."))


class Round(ConstraintErrorsByField, models.Model):
    """A round of invitations. `number` is its identity; `version` says for whom it was.

    `date` is IRCC's date. `held_at` and `tie_breaking_at` are moments (aware, stored in UTC); the `_text`
    fields keep IRCC's own words, also where they could not be read. Null is "not given", never zero.
    """

    number = models.CharField(
        _("number"),
        max_length=8,
        unique=True,
        help_text=_("As on IRCC's page: 255, or 91a where IRCC splits one."),
        error_messages={"unique": _("A draw of this number is in the record already.")},
    )
    sequence = models.PositiveIntegerField(_("place in order"), editable=False)
    version = models.ForeignKey(
        CategoryVersion,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("type of draw and version"),
    )
    version_source = models.URLField(
        _("IRCC's page naming the version"),
        blank=True,
        help_text=_(
            "Only where the version is not in force on the round's date: the page on which IRCC names it."
        ),
    )
    date = models.DateField(_("date"), help_text=_("“Date and time of round”: the day."))
    held_at = models.DateTimeField(_("held at"), null=True, blank=True)
    held_text = models.CharField(
        _("held, in IRCC's words"),
        max_length=80,
        blank=True,
        help_text=_("“Date and time of round” as printed, such as “July 06, 2023 at 14:25:05 UTC”."),
    )
    tie_breaking_at = models.DateTimeField(_("tie-breaking moment"), null=True, blank=True)
    tie_breaking_text = models.CharField(
        _("tie-breaking rule, in IRCC's words"),
        max_length=80,
        blank=True,
        help_text=_("“Tie-breaking rule” as printed, such as “June 19, 2023 at 06:41:05 UTC”."),
    )
    invitations = models.PositiveIntegerField(
        _("invitations"), help_text=_("“Number of invitations issued”.")
    )
    crs_cutoff = models.PositiveSmallIntegerField(
        _("CRS cut-off"), help_text=_("“CRS score of lowest-ranked candidate invited”.")
    )
    programs = models.JSONField(
        _("programs"),
        default=list,
        blank=True,
        validators=[validate_programs],
        help_text=_("Programs drawn from."),
    )
    published_name_en = models.CharField(_("IRCC's label in English"), max_length=200, blank=True)
    published_name_fr = models.CharField(_("IRCC's label in French"), max_length=200, blank=True)
    pool = models.ForeignKey(
        PoolDistribution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rounds",
        verbose_name=_("count of the pool"),
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    verified = models.BooleanField(
        _("verified"), default=False, help_text=_("Checked against IRCC's own page.")
    )
    published_at = models.DateTimeField(_("published here"), null=True, blank=True, editable=False)
    figures_changed_at = models.DateTimeField(_("figures changed"), null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("reason of withdrawal"), max_length=300, blank=True)

    history = HistoricalRecords()
    objects = RoundQuerySet.as_manager()

    # A change of one of these after publication, from one value to another, changes what readers were told.
    FIGURES = (
        "number", "version", "date", "held_at", "invitations", "crs_cutoff", "tie_breaking_at", "programs",
    )  # fmt: skip

    class Meta:
        verbose_name = _("draw")
        verbose_name_plural = _("draws")
        ordering = ["-date", "-sequence"]
        get_latest_by = ["date", "sequence"]
        indexes = [models.Index(fields=["version", "-date", "-sequence"], name="round_version_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(crs_cutoff__range=(1, 1200)),
                name="round_cutoff_in_range",
                violation_error_message=_("A CRS cut-off is between 1 and 1,200."),
            ),
            models.CheckConstraint(
                condition=Q(invitations__gte=1),
                name="round_invites_someone",
                violation_error_message=_("A draw has at least one invitation."),
            ),
            models.CheckConstraint(
                condition=Q(held_at__isnull=True)
                | Q(tie_breaking_at__isnull=True)
                | Q(tie_breaking_at__lte=F("held_at")),
                name="round_tie_break_not_after",
                violation_error_message=_("The tie-breaking moment cannot be after the draw."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
                name="round_withdrawal_has_reason",
                violation_error_message=_("Say in a sentence why the draw is withdrawn."),
            ),
        ]

    def __str__(self):
        return _("Draw %(number)s") % {"number": self.number}

    def save(self, *args, **kwargs):
        self.sequence = sequence(self.number)
        if self.pk and self.published_at:
            before = Round.objects.published().filter(pk=self.pk).select_related("version__category").first()
            if before and self.figures_changed_from(before):
                self.figures_changed_at = timezone.now()
                if kwargs.get("update_fields"):
                    kwargs["update_fields"] = {*kwargs["update_fields"], "figures_changed_at"}
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("round", args=[self.number])

    def figures_changed_from(self, before):
        """Return the figures that had another value in `before`. What was blank there is added, not changed."""
        return [
            name
            for name in self.FIGURES
            if getattr(before, name) not in (None, []) and getattr(before, name) != getattr(self, name)
        ]

    @property
    def category(self) -> Category:
        return self.version.category

    @property
    def published_name(self):
        return (get_language() == "fr" and self.published_name_fr) or self.published_name_en

    @property
    def is_public(self):
        return self.published_at is not None and self.published_at <= timezone.now()

    @property
    def program_names(self):
        return [Program(code).label for code in self.programs]

    def clean_fields(self, exclude=None):
        super().clean_fields(exclude=exclude)
        try:
            self.sequence = sequence(self.number)
        except NotARoundNumber:
            raise ValidationError(
                {"number": _("A number is digits, such as 448, or digits and a letter, such as 91a.")}
            ) from None

    def clean(self):
        """Rules that look at dates together, and at the version that the draw names."""
        super().clean()
        errors = {}
        if self.date and self.held_at and not fits_day(self.held_at, self.date):
            errors["held_at"] = _("The time is on another day than the draw's date, %(date)s.") % {
                "date": date_format(self.date)
            }
        if self.date and not self.held_at and self.tie_breaking_at:
            end = datetime.combine(self.date + timedelta(days=3), time.min, timezone.get_default_timezone())
            if self.tie_breaking_at >= end:
                errors["tie_breaking_at"] = _("The tie-breaking moment cannot be after the draw.")
        if (
            self.date
            and self.version_id
            and not self.version_source
            and not self.version.is_in_force(self.date)
        ):
            errors["version"] = _(
                "%(version)s was not in force on %(date)s. If IRCC's page names it all the same, "
                "give the address of that page."
            ) % {"version": self.version, "date": date_format(self.date)}
        if twin := self.twin():
            errors["number"] = _(
                "Draw %(number)s is in the record already with the same type, date, invitations and cut-off."
            ) % {"number": twin.number}
        if errors:
            raise ValidationError(errors)

    def twin(self):
        """Return another standing round of the same type, date, size and cut-off, or None."""
        if not self.version_id or self.withdrawn_at:
            return None
        same = {"date": self.date, "invitations": self.invitations, "crs_cutoff": self.crs_cutoff}
        return Round.objects.counted().of(self.category).filter(**same).exclude(pk=self.pk).first()
