"""What runs of the sync with IRCC's feed leave behind."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from draws.figures import label_of, shown
from occupations.models import CategoryVersion

from .rounds import Round


class SyncRunQuerySet(models.QuerySet):
    def checks(self):
        """Runs that compared the record with IRCC's own feed, the newest first."""
        return self.filter(is_official=True, outcome=SyncRun.Outcome.TAKEN).order_by("-started_at")


class SyncRun(models.Model):
    """One run: what was read from where, and what came of it. `words` has a line for each thing to know."""

    class Outcome(models.TextChoices):
        TAKEN = "taken", _("Read and compared")
        OLD = "old", _("Older than the record: nothing taken")
        REFUSED = "refused", _("Not a whole feed: nothing taken")
        FAILED = "failed", _("No answer: nothing taken")

    started_at = models.DateTimeField(_("started"), default=timezone.now)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("started by"),
    )
    source = models.CharField(_("read from"), max_length=500)
    is_official = models.BooleanField(_("IRCC's own address"), default=False)
    sha256 = models.CharField(_("SHA-256 of the answer"), max_length=64, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    added = models.PositiveIntegerField(_("added"), default=0)
    changed = models.PositiveIntegerField(
        _("changed"), default=0, help_text=_("Draws to which something was added or proposed.")
    )
    proposed = models.PositiveIntegerField(_("proposed corrections"), default=0)
    held = models.PositiveIntegerField(_("held"), default=0)
    unreadable = models.PositiveIntegerField(_("unreadable"), default=0)
    words = models.TextField(_("in words"), blank=True)
    added_rounds = models.ManyToManyField(
        Round, blank=True, related_name="sync_runs", verbose_name=_("draws added")
    )

    objects = SyncRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("check of IRCC's feed")
        verbose_name_plural = _("checks of IRCC's feed")
        ordering = ["-started_at", "-pk"]
        indexes = [
            models.Index(fields=["is_official", "outcome", "-started_at"], name="sync_run_newest_check")
        ]

    def __str__(self):
        return f"{timezone.localtime(self.started_at):%Y-%m-%d %H:%M}, {self.get_outcome_display()}"

    @property
    def is_from_ircc(self):
        """Whether the figures are IRCC's: from its own address, or a copy in a file, by the operator's word."""
        return self.is_official or "://" not in self.source

    @property
    def changed_nothing(self):
        """Whether the answer was bad. An old feed is not: the record is ahead of it."""
        return self.outcome in (self.Outcome.REFUSED, self.Outcome.FAILED)

    @property
    def summary(self):
        return _("%(added)s added, %(changed)s changed, %(held)s held, %(unreadable)s unreadable") % {
            name: getattr(self, name) for name in ("added", "changed", "held", "unreadable")
        }


class HeldRowQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(resolved_at__isnull=True)


class HeldRow(models.Model):
    """A row of the feed that is no round yet: an editor says what it is. `raw` holds its values as text."""

    class Reason(models.TextChoices):
        UNKNOWN_LABEL = "label", _("The type of draw is not known by this label")
        INCOMPLETE = "incomplete", _("Something that makes a draw could not be read")
        SPLIT = "split", _("IRCC split or joined a draw that is in the record")
        TWICE = "twice", _("The feed has this number more than once, with different figures")
        REFUSED = "refused", _("It breaks a rule of the record")

    number = models.CharField(_("number"), max_length=8, blank=True)
    label = models.CharField(_("IRCC's label"), max_length=300, blank=True)
    raw = models.JSONField(_("row of the feed"))
    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
    note = models.TextField(_("in words"), blank=True)
    suggestion = models.ForeignKey(
        CategoryVersion,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("suggestion"),
    )
    run = models.ForeignKey(SyncRun, on_delete=models.CASCADE, related_name="+", verbose_name=_("check"))
    held_at = models.DateTimeField(_("held since"), default=timezone.now)
    resolved_at = models.DateTimeField(_("resolved"), null=True, blank=True)
    resolution = models.CharField(_("how"), max_length=200, blank=True)

    objects = HeldRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("held row of IRCC's feed")
        verbose_name_plural = _("held rows of IRCC's feed")
        ordering = ["-held_at", "-pk"]

    def __str__(self):
        if not self.number:
            return _("A row without a number")
        return _("Draw %(number)s in IRCC's feed") % {"number": self.number}


class ProposedCorrection(models.Model):
    """A figure that is another in the feed than in the record. An editor accepts or rejects it."""

    class Decision(models.TextChoices):
        OPEN = "", _("Open")
        ACCEPTED = "accepted", _("Accepted")
        REJECTED = "rejected", _("Rejected")
        LAPSED = "lapsed", _("Lapsed: the feed gives another value by now")

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+", verbose_name=_("draw"))
    name = models.CharField(_("figure"), max_length=30)
    recorded = models.CharField(_("in the record"), max_length=200)
    fed = models.CharField(_("in IRCC's feed"), max_length=200)
    fed_words = models.CharField(_("in IRCC's words"), max_length=200, blank=True)
    fed_version = models.ForeignKey(
        CategoryVersion, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    run = models.ForeignKey(SyncRun, on_delete=models.CASCADE, related_name="+", verbose_name=_("check"))
    decision = models.CharField(_("decision"), max_length=10, choices=Decision, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )

    class Meta:
        verbose_name = _("proposed correction")
        verbose_name_plural = _("proposed corrections")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "name"], condition=Q(decision=""), name="proposed_correction_one_open"
            ),
        ]

    def __str__(self):
        return _("Draw %(number)s: %(name)s") % {"number": self.round.number, "name": self.figure}

    @property
    def figure(self):
        return label_of(self.name)

    @property
    def recorded_shown(self):
        return shown(self.name, self.recorded)

    @property
    def fed_shown(self):
        return shown(self.name, self.fed)
