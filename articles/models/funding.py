"""How an article is paid for, and what readers are told of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _


class Funding(models.TextChoices):
    NONE = "none", _("Nobody pays for it")
    SPONSORED = "sponsored", _("Sponsored: somebody paid for the article")
    AFFILIATE = "affiliate", _("Has affiliate links: a purchase through them pays the site")


class Funded(models.Model):
    """What readers are told above the headline, and wherever else the article is named."""

    Funding = Funding

    funding = models.CharField(
        _("paid for"),
        max_length=10,
        choices=Funding,
        default=Funding.NONE,
        help_text=_("Readers are told above the headline, in lists and in feeds."),
    )
    sponsor = models.CharField(
        _("sponsor"), max_length=80, blank=True, help_text=_("Who paid, by the name that readers know.")
    )

    class Meta:
        abstract = True

    @property
    def funding_label(self) -> str:
        """What stands above the headline; nothing where nobody pays."""
        match self.funding:
            case Funding.SPONSORED:
                return _now("Sponsored by %(sponsor)s") % {"sponsor": self.sponsor}
            case Funding.AFFILIATE:
                return _now("Contains affiliate links")
        return ""


SPONSOR_IS_NAMED = models.CheckConstraint(
    condition=~Q(funding="sponsored") | ~Q(sponsor=""),
    name="article_sponsor_is_named",
    violation_error_message=_("Say who sponsors the article."),
)
