"""What the fact desk keeps: what people judged, what was published all the same, words it stops at, its last look."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.desk.patterns import problem
from core.people import name_of

from .articles import Article
from .faq import FaqEntry


class MadeBySomebody(models.Model):
    """Who made it keeps a name here when the account is gone."""

    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    made_by_name = models.CharField(_("name"), max_length=150, blank=True)
    made_at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        abstract = True

    def signed_by(self, user):
        """Put `user` (None: a command) under it, and return it."""
        self.made_by = user
        self.made_by_name = name_of(user)[:150] if user else ""
        return self


class Judgement(MadeBySomebody):
    """A claim that somebody has judged right, with the reason: the desk accuses this sentence of it no more.

    `digest` is of the rule, the sentence and the claim (articles/desk/sentences.py). Without an article it holds for
    the whole site.
    """

    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="judgements",
        verbose_name=_("article"),
    )
    rule = models.CharField(_("kind of claim"), max_length=20)
    digest = models.CharField(_("digest"), max_length=64, editable=False)
    sentence = models.TextField(_("sentence"))
    claim = models.CharField(_("claim"), max_length=300)
    reason = models.CharField(_("why it is right"), max_length=300)

    class Meta:
        verbose_name = _("judgement of a claim")
        verbose_name_plural = _("judgements of claims")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "digest"],
                name="judgement_unique_in_article",
                violation_error_message=_("This claim was judged already."),
            ),
            models.UniqueConstraint(
                fields=["digest"],
                condition=Q(article__isnull=True),
                name="judgement_unique_site_wide",
                violation_error_message=_("This claim was judged already."),
            ),
        ]

    def __str__(self):
        return self.claim


class Override(MadeBySomebody):
    """A publication although claims contradicted the record: of a revision of an article, or of an answer at /faq/.

    `findings` are what the desk had said, as articles/desk/keeping.py writes them.
    """

    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="overrides",
        verbose_name=_("article"),
    )
    version = models.PositiveIntegerField(_("revision"), default=0)
    faq_entry = models.ForeignKey(
        FaqEntry,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="overrides",
        verbose_name=_("question and answer"),
    )
    reason = models.CharField(_("why it was published all the same"), max_length=300)
    findings = models.JSONField(_("what the desk had said"), encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("publication despite the fact desk")
        verbose_name_plural = _("publications despite the fact desk")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(article__isnull=False, faq_entry__isnull=True)
                | Q(article__isnull=True, faq_entry__isnull=False),
                name="override_of_one_thing",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="override_has_reason"),
        ]

    def __str__(self):
        return self.reason


def validate_pattern(pattern):
    """Refuse what is no pattern of words, and what could keep the desk busy for ever."""
    if wrong := problem(pattern):
        raise ValidationError(_(wrong))


class StopPhrase(models.Model):
    """Words that the desk stops at: a regular expression over small letters, and the reason that an editor reads."""

    pattern = models.CharField(
        _("words"),
        max_length=1500,
        unique=True,
        validators=[validate_pattern],
        help_text=_(
            "In small letters, as a regular expression: \\bguarantee[ds]?\\b finds guarantee, guarantees, guaranteed."
        ),
        error_messages={"unique": _("The desk stops at these words already.")},
    )
    reason = models.CharField(
        _("reason"), max_length=300, help_text=_("One sentence, which whoever wrote the words reads.")
    )
    instead = models.CharField(
        _("instead"),
        max_length=200,
        blank=True,
        help_text=_(
            "The words to put in their place by a click. A sentence, with its full stop, is advice and is not put in."
        ),
    )
    active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("phrase to stop at")
        verbose_name_plural = _("phrases to stop at")
        ordering = ["pattern"]

    def __str__(self):
        return self.pattern


class ArticleCheck(models.Model):
    """The desk's last look at an article, as it was saved: `counts` by status, or why there was no answer."""

    class Failure(models.TextChoices):
        ERROR = "error", _("it failed")
        SLOW = "slow", _("it took too long")

    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, related_name="fact_check", verbose_name=_("article")
    )
    checked_at = models.DateTimeField(_("checked"))
    version = models.PositiveIntegerField(_("revision"))
    failure = models.CharField(_("failure"), max_length=5, choices=Failure, blank=True)
    counts = models.JSONField(_("counts"), default=dict)

    class Meta:
        verbose_name = _("look of the fact desk")
        verbose_name_plural = _("looks of the fact desk")

    def __str__(self):
        return str(self.article)
