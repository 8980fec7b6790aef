from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.corrections import Correction, CorrectionQuerySet

from .articles import Article


class ArticleCorrectionQuerySet(CorrectionQuerySet):
    def public(self, at=None):
        """Notes that readers may see: published, of an article that is."""
        return self.filter(
            is_published=True,
            article__status=Article.Status.READY,
            article__published_at__lte=at or timezone.now(),
        )

    def drafts(self):
        return self.filter(is_published=False)

    def for_list(self):
        return self.select_related("article").fetch_mode(models.FETCH_RAISE)


class ArticleCorrection(Correction):
    """What an article told its readers and tells them no more.

    It is written beside the change of the text and published with it: with the first state for readers that has
    `source`, as the text had it, no more in `part`. Then it takes its date. Until then it is the newsroom's.
    """

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="corrections", verbose_name=_("article")
    )
    part = models.CharField(_("part"), max_length=40, editable=False)
    source = models.TextField(_("source"), editable=False)
    said = models.TextField(
        _("what the article said"), max_length=1000, help_text=_("The sentence, in plain words.")
    )
    right = models.CharField(
        _("what is right"), max_length=300, help_text=_("The value, such as “464”, or a sentence.")
    )
    is_published = models.BooleanField(_("published"), default=False, editable=False)

    objects = ArticleCorrectionQuerySet.as_manager()

    class Meta(Correction.Meta):
        verbose_name = _("correction of an article")
        verbose_name_plural = _("corrections of articles")

    def __str__(self):
        return _("Correction of “%(title)s”") % {"title": self.article.title}

    def get_absolute_url(self):
        return f"{self.article.get_absolute_url()}#correction-{self.pk}"

    @property
    def right_ended(self):
        """What is right, with the full stop that ends a sentence."""
        return self.right if self.right.endswith((".", "!", "?")) else f"{self.right}."
