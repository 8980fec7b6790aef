from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .articles import Article
from .faq import FaqEntry


class StatedClaimQuerySet(models.QuerySet):
    def resting_on(self, rows):
        """What rests on one of the rows of the record, which are pairs of a kind and a key: ("round", "255")."""
        wanted = Q(pk__in=[])
        for kind, key in rows:
            wanted |= Q(rows__kind=kind, rows__key=key)
        return self.filter(wanted).distinct()

    def for_readers(self):
        """What readers have, or get by themselves: of ready articles, and of the answers of the whole site."""
        return self.filter(Q(article__status=Article.Status.READY) | Q(faq_entry__isnull=False))

    def wrong(self):
        """What the record contradicts by now."""
        return self.filter(standing__in=StatedClaim.WRONG)

    def in_order(self):
        """Article by article, the newest first, then the answers of the whole site, as they are read."""
        newest = F("article__published_at").desc(nulls_last=True)
        return self.order_by(newest, "article", "faq_entry__order", "faq_entry", "pk")


class StatedClaim(models.Model):
    """A claim that readers have in typed words, with the rows of the record that it rests on.

    `start` and `end` bound its words in the source of `part` (articles/facts/model.py) of the revision `version`, 0 for
    an answer of the whole site; `sentence` begins there at `sentence_start`. `expected` is the true value as text
    when the claim was last held against the record, `replacement` what takes the place of the words; null where
    nothing can.
    """

    class Standing(models.TextChoices):
        AGREES = "agrees", _("Agrees with the record")
        # The record had no such row yet when this was last looked at.
        NOT_IN_RECORD = "not-in-record", _("Not in the record yet")
        CONTRADICTED = "contradicted", _("Contradicted by the record")
        # Published or judged right although the record contradicts it.
        LET_STAND = "let-stand", _("Let stand by the newsroom")
        # It agreed, and the desk cannot tell any more what it says.
        UNCLEAR = "unclear", _("A human must look")
        # Right on its day, of a text that speaks of today.
        OVERTAKEN = "overtaken", _("Overtaken by time")

    WRONG = (Standing.CONTRADICTED, Standing.OVERTAKEN)

    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="stated_claims",
        verbose_name=_("article"),
    )
    faq_entry = models.ForeignKey(
        FaqEntry,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="stated_claims",
        verbose_name=_("question and answer"),
    )
    version = models.PositiveIntegerField(_("revision"), default=0)
    part = models.CharField(_("part"), max_length=40)
    start = models.PositiveIntegerField(_("from"))
    end = models.PositiveIntegerField(_("to"))
    sentence = models.TextField(_("sentence"))
    sentence_start = models.PositiveIntegerField(_("beginning of the sentence"))
    rule = models.CharField(_("kind of claim"), max_length=20)
    claim = models.TextField(_("what it claims"))
    expected = models.TextField(_("value of the record"), blank=True)
    replacement = models.TextField(_("what replaces it"), null=True, blank=True)  # noqa: DJ001
    standing = models.CharField(_("standing"), max_length=15, choices=Standing, default=Standing.AGREES)
    remembered_at = models.DateTimeField(_("remembered"), default=timezone.now)
    checked_at = models.DateTimeField(_("last held against the record"), default=timezone.now)

    objects = StatedClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("stated claim")
        verbose_name_plural = _("stated claims")
        ordering = ["article", "faq_entry", "pk"]
        indexes = [models.Index(fields=["standing"], name="stated_standing")]
        constraints = [
            models.CheckConstraint(
                condition=Q(article__isnull=False, faq_entry__isnull=True)
                | Q(article__isnull=True, faq_entry__isnull=False),
                name="stated_has_one_owner",
            ),
            models.CheckConstraint(condition=Q(start__lte=F("end")), name="stated_ends_after_its_start"),
        ]

    def __str__(self):
        return self.claim

    @property
    def owner(self):
        return self.article or self.faq_entry

    @property
    def is_wrong(self):
        return self.standing in self.WRONG

    @property
    def pieces(self):
        """The sentence before, in and after the words that make the claim."""
        start, end = self.start - self.sentence_start, self.end - self.sentence_start
        return self.sentence[:start], self.sentence[start:end], self.sentence[end:]

    @property
    def words(self):
        """The words that make the claim, as typed."""
        return self.pieces[1]


class StatedRow(models.Model):
    """A row of the record that a stated claim rests on, by its kind and its natural key: a round "255",
    a version "trades/2", an occupation "73300"."""

    claim = models.ForeignKey(
        StatedClaim, on_delete=models.CASCADE, related_name="rows", verbose_name=_("stated claim")
    )
    kind = models.CharField(_("kind"), max_length=15)
    key = models.CharField(_("key"), max_length=60)

    class Meta:
        verbose_name = _("row that a stated claim rests on")
        verbose_name_plural = _("rows that stated claims rest on")
        ordering = ["claim", "kind", "key"]
        indexes = [models.Index(fields=["kind", "key"], name="stated_row_kind_key")]
        constraints = [
            models.UniqueConstraint(fields=["claim", "kind", "key"], name="stated_row_once"),
        ]

    def __str__(self):
        return f"{self.kind} {self.key}"
