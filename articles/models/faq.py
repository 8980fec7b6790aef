from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.checking import bad_question, problems, unsaid_payment
from articles.targets import Targets

from .articles import Article
from .people import Language


class FaqEntryQuerySet(models.QuerySet):
    def site_wide(self):
        """Entries of /faq/: those of no article."""
        return self.filter(article__isnull=True)

    def in_order(self):
        return self.order_by("order", "pk")


class FaqEntry(models.Model):
    """A question that readers ask, with its answer: of one article, or of the whole site (no article).

    With a `template`, question and answer are computed from the record. A pinned one stays as written, and
    `computed` is the answer that the record gave when it was pinned.
    """

    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="faq_entries",
        verbose_name=_("article"),
        help_text=_("Blank: an entry of the site-wide FAQ."),
    )
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.ENGLISH)
    translation_of = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("translation of"),
    )
    question = models.CharField(_("question"), max_length=200)
    answer = models.TextField(
        _("answer"), help_text=_("Markdown; inline figures such as [[round 255 cutoff]] work.")
    )
    answer_html = models.TextField(editable=False, blank=True)
    order = models.PositiveSmallIntegerField(_("place"), default=10)
    template = models.CharField(_("question from the record"), max_length=100, blank=True)
    pinned = models.BooleanField(
        _("keep my wording"),
        default=False,
        help_text=_("The answer stays as written here. The newsroom is told when the record has moved on."),
    )
    computed = models.TextField(editable=False, blank=True)

    objects = FaqEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("question and answer")
        verbose_name_plural = _("questions and answers")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language", "question"],
                name="faq_unique_question",
                violation_error_message=_("This question is asked already."),
            ),
            models.UniqueConstraint(
                fields=["language", "question"],
                condition=models.Q(article__isnull=True),
                name="faq_unique_site_wide_question",
                violation_error_message=_("This question is asked already."),
            ),
        ]

    def __str__(self):
        return self.question

    @property
    def as_of(self):
        """The clock of its figures: the article's; for an entry of the whole site, now."""
        return self.article.as_of if self.article else timezone.now()

    def clean(self):
        super().clean()
        targets = Targets(self.as_of)
        paid = unsaid_payment(self.article, self.answer)
        errors = {
            "answer": problems(self.answer, targets) + paid,
            "template": bad_question(self.template, targets),
        }
        if wrong := {name: messages for name, messages in errors.items() if messages}:
            raise ValidationError(wrong)
