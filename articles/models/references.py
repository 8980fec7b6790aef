from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from draws.models import Round
from occupations.models import Category, CategoryVersion

from .articles import Article
from .faq import FaqEntry
from .images import Image


class ArticleReference(models.Model):
    """What a live block or figure of an article, or of a question's answer, refers to.

    `index` is the number of its token in the compiled HTML, and `text` the reference as written between the
    brackets, which is what gets resolved (articles/references). The other columns make "articles about this
    draw" a question to the database: a draw, a version, or all draws of a span of days, perhaps of one type.
    A reference to several of these has a row for each, its `part` 0, 1, 2 ...
    """

    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="references",
        verbose_name=_("article"),
    )
    faq_entry = models.ForeignKey(
        FaqEntry,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="references",
        verbose_name=_("question and answer"),
    )
    index = models.PositiveSmallIntegerField(_("token"))
    part = models.PositiveSmallIntegerField(_("part"), default=0)
    text = models.CharField(_("reference"), max_length=300)
    round = models.ForeignKey(
        Round, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("draw")
    )
    version = models.ForeignKey(
        CategoryVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("version"),
    )
    category = models.ForeignKey(
        Category,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("type of draw"),
    )
    image = models.ForeignKey(
        Image,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    date_from = models.DateField(_("from"), null=True, blank=True)
    date_to = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        indexes = [
            models.Index(
                fields=["date_to", "date_from", "article"],
                condition=models.Q(date_to__isnull=False),
                name="reference_of_days",
            )
        ]
        ordering = ["article", "faq_entry", "index", "part"]
        constraints = [
            models.CheckConstraint(
                condition=Q(article__isnull=False, faq_entry__isnull=True)
                | Q(article__isnull=True, faq_entry__isnull=False),
                name="reference_has_one_owner",
            ),
            models.UniqueConstraint(fields=["article", "index", "part"], name="reference_unique_in_article"),
            models.UniqueConstraint(fields=["faq_entry", "index", "part"], name="reference_unique_in_faq"),
        ]

    def __str__(self):
        return f"[[{self.text}]]"
