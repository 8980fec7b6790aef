from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.checking import problems, unsaid_payment
from articles.targets import Targets
from draws.clock import Week
from draws.models import Round

from .article_queries import ArticleQuerySet
from .funding import SPONSOR_IS_NAMED, Funded
from .images import Image
from .people import Author, Language, Tag
from .searched import Searched

# News older than this says so above its headline.
NEWS_STAYS_FRESH = timedelta(days=30)


class Article(Searched, Funded):
    """A roundup, a news story or a guide. "Scheduled" and "published" are read off status and time.

    `year` and `month` belong to the address: those of first publication in Toronto, frozen from then on.
    `updated_at` moves only when words or figures change. `standfirst_html` and `body_html` are compiled on
    saving: sanitised HTML with inert tokens where `ArticleReference` rows are filled in (articles/markup.py).

    The row is what readers get. `version` is the number of the newest `ArticleRevision`, `live_version` of the one
    that readers get: what has been public is changed in a revision first, and by "Publish changes" in the row.
    `record_at` is the moment of which the live blocks speak, where that is not the publication.
    """

    class Kind(models.TextChoices):
        ROUNDUP = "roundup", _("Weekly roundup")
        NEWS = "news", _("News")
        GUIDE = "guide", _("Guide")

    class Topic(models.TextChoices):
        DRAWS = "draws", _("Draws")
        LISTS = "lists", _("Types of draw and lists")
        RULES = "rules", _("Rules and policy")
        HOW_TO = "how-to", _("How it works")

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        IN_REVIEW = "in-review", _("In review")
        READY = "ready", _("Ready")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        # For law or privacy alone: its address answers that it is gone, and names nothing.
        REMOVED = "removed", _("Removed for law or privacy")

    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.ENGLISH)
    translation_of = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("translation of"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.ROUNDUP)
    topic = models.CharField(_("topic"), max_length=10, choices=Topic, default=Topic.DRAWS)
    week_start = models.DateField(
        _("week"),
        null=True,
        blank=True,
        help_text=_("For a roundup: any day of its week; kept as its Monday."),
    )
    title = models.CharField(_("headline"), max_length=160)
    slug = models.SlugField(
        _("address"),
        max_length=100,
        help_text=_("Small letters and hyphens; the end of the article's address."),
    )
    standfirst = models.TextField(
        _("standfirst"),
        help_text=_(
            "One to three sentences under the headline. Inline figures such as [[round 255 cutoff]] work."
        ),
    )
    body = models.TextField(
        _("text"),
        help_text=_(
            "Markdown. Headings start with ##. Live blocks stand on a line of their own: "
            "[[draws week=2023-W27]], [[occupations category=trades on=2023-07-07]], [[faq]]."
        ),
    )
    description = models.CharField(
        _("description for search engines"),
        max_length=200,
        blank=True,
        help_text=_("Plain text, no figures."),
    )
    standfirst_html = models.TextField(editable=False, blank=True)
    body_html = models.TextField(editable=False, blank=True)
    image = models.ForeignKey(
        Image,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture on top"),
        help_text=_("The number of a picture, shown large under the standfirst. Many articles need none."),
    )
    author = models.ForeignKey(
        Author, on_delete=models.PROTECT, related_name="articles", verbose_name=_("author")
    )
    tags = models.ManyToManyField(Tag, blank=True, related_name="articles", verbose_name=_("tags"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    published_at = models.DateTimeField(
        _("publish at"),
        null=True,
        blank=True,
        help_text=_("Toronto time. In the future: the article appears by itself at that moment."),
    )
    withdrawn_reason = models.CharField(
        _("reason of withdrawal"), max_length=300, blank=True, help_text=_("One sentence, shown to readers.")
    )
    review_by = models.DateField(
        _("review by"),
        null=True,
        blank=True,
        help_text=_("The day on which someone looks whether it is still right. The newsroom is reminded."),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("in the hands of"),
        help_text=_("Who works on it. Writers change what is in their own hands."),
    )
    record_at = models.DateTimeField(_("figures as of"), null=True, editable=False)
    version = models.PositiveIntegerField(_("newest revision"), default=0, editable=False)
    live_version = models.PositiveIntegerField(_("revision that readers see"), default=0, editable=False)
    share_key = models.CharField(max_length=32, blank=True, editable=False)
    # The draw that a flash made from the record is about: a draw has one.
    flash_of = models.ForeignKey(
        Round,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("flash about"),
    )
    year = models.PositiveSmallIntegerField(null=True, editable=False)
    month = models.PositiveSmallIntegerField(null=True, editable=False)
    updated_at = models.DateTimeField(_("last updated"), null=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-published_at", "-pk"]
        permissions = [
            ("publish_article", _("Can publish, schedule and withdraw articles")),
            ("change_any_article", _("Can change articles that are in the hands of others")),
        ]
        indexes = [
            models.Index(fields=["status", "-published_at"], name="article_status_newest"),
            models.Index(fields=["status", "kind", "-published_at"], name="article_kind_newest"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "slug"],
                name="article_unique_slug",
                violation_error_message=_("Another article has this address. Change a word of it."),
            ),
            models.UniqueConstraint(
                fields=["language", "flash_of"],
                name="article_one_flash_of_a_draw",
                violation_error_message=_("There is a flash about this draw already."),
            ),
            models.CheckConstraint(
                condition=~Q(status="ready") | Q(published_at__isnull=False),
                name="article_ready_has_time",
                violation_error_message=_("Say when the article is to be published."),
            ),
            models.CheckConstraint(
                condition=~Q(status="withdrawn") | ~Q(withdrawn_reason=""),
                name="article_withdrawal_has_reason",
                violation_error_message=_("Say in a sentence why the article is withdrawn."),
            ),
            SPONSOR_IS_NAMED,
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """Where readers find it; for an article without a date, where it is to be edited."""
        if self.kind == self.Kind.GUIDE:
            return reverse("guide", args=[self.slug])
        if self.year is None:
            return reverse("admin:articles_article_change", args=[self.pk])
        return reverse("article", args=[self.year, self.month, self.slug])

    def has_been_public(self, at=None):
        """Whether readers know its address: of the withdrawn and the removed, all do."""
        return (
            self.status in (self.Status.READY, self.Status.WITHDRAWN, self.Status.REMOVED)
            and self.published_at is not None
            and self.published_at <= (at or timezone.now())
        )

    def is_scheduled(self, at=None):
        return (
            self.status == self.Status.READY
            and self.published_at is not None
            and self.published_at > (at or timezone.now())
        )

    @property
    def has_unseen_changes(self):
        """Whether the newsroom has a newer state than readers."""
        return self.version > self.live_version

    @property
    def is_guide(self):
        return self.kind == self.Kind.GUIDE

    @property
    def week(self):
        """The week that a roundup is about, or None."""
        return Week.of(self.week_start) if self.week_start else None

    @property
    def as_of(self):
        """The clock of its live blocks: its own publication; for a guide, and before a date is set, now."""
        if self.is_guide or self.published_at is None:
            return timezone.now()
        return self.record_at or self.published_at

    def is_old_news(self, at=None):
        """Whether readers must be told the age of this news."""
        return not self.is_guide and (at or timezone.now()) - self.as_of > NEWS_STAYS_FRESH

    def clean(self):
        """Keep the week as its Monday, what has been public where it is, and references to the record."""
        super().clean()
        if self.week_start:
            self.week_start = Week.of(self.week_start).monday
        errors = self._moves() | self._wrong_references()
        if self.kind == self.Kind.ROUNDUP and not self.week_start:
            errors["week_start"] = _("Say which week this roundup is about: any day of it.")
        if wrong := unsaid_payment(self, self.standfirst) or unsaid_payment(self, self.body):
            errors["funding"] = wrong
        if errors:
            raise ValidationError(errors)

    def _moves(self):
        """What has been public leaves only by withdrawal, and stays what it is: news or a guide."""
        before = Article.objects.filter(pk=self.pk).first() if self.pk else None
        if before is None or not before.has_been_public():
            if self.status in (self.Status.WITHDRAWN, self.Status.REMOVED):
                return {"status": _("Only what has been published can be withdrawn. Keep this as a draft.")}
            return {}
        errors = {}
        if not self.has_been_public():
            errors["status"] = _(
                "Readers have seen this article. It cannot go back; withdraw it, and say why."
            )
        if self.is_guide != before.is_guide:
            errors["kind"] = _("Readers have this address. News cannot become a guide, nor a guide news.")
        return errors

    def _wrong_references(self):
        """A withdrawn article shows no text, so nothing in it can be wrong."""
        if self.status in (self.Status.WITHDRAWN, self.Status.REMOVED):
            return {}
        targets = Targets(self.as_of)
        errors = {
            "standfirst": problems(self.standfirst, targets, blocks=False),
            "body": problems(self.body, targets, faq=True),
        }
        return {name: messages for name, messages in errors.items() if messages}
