"""Pictures to share, for the newsroom: of a draw, a week and an article, each with texts that go with it."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.models import Article
from draws.models import Round
from draws.templatetags.spans import in_words
from eedraws.cards.captions import long_caption, short_caption
from eedraws.cards.finding import find, path_of
from eedraws.cards.replacing import replacement
from eedraws.cards.saying import LINK, SIZES, SQUARE, STORY, TALL, Card
from eedraws.cards.words import article_card, round_card

# Where a picture of each size belongs.
USES = {
    LINK: gettext_lazy("For links and wide posts"),
    SQUARE: gettext_lazy("For square posts"),
    TALL: gettext_lazy("For tall posts"),
    STORY: gettext_lazy("For stories: the top and the bottom are left free"),
}


class PicturesMixin:
    """Adds the pages of pictures to the newsroom."""

    def get_urls(self):
        def page(route, view, name):
            return path(route, self.admin_view(require_safe(view)), name=name)

        return [
            page("draws/round/<int:pk>/pictures/", self.draw_pictures, "draw_pictures"),
            page("draws/round/week/<week:week>/pictures/", self.week_pictures, "week_pictures"),
            page("articles/article/<int:pk>/pictures/", self.article_pictures, "article_pictures"),
            *super().get_urls(),
        ]

    def draw_pictures(self, request, pk):
        demand(request, "draws.view_round", "draws.change_round")
        round = get_object_or_404(Round.objects.select_related("version__category"), pk=pk)
        back = (str(round), reverse("admin:draws_round_confirm", args=[pk]))
        context = {"replacement": replacement(round)}
        return self.pictures(request, round_card(round), round.get_absolute_url(), Round, back, context)

    def week_pictures(self, request, week):
        demand(request, "draws.view_round", "draws.change_round")
        name = _("Week of %(days)s") % {"days": in_words(week.span)}
        back = (name, f"{reverse('admin:draws_round_week')}?week={week.slug.upper()}")
        return self.pictures(request, find("week", week.slug), reverse("week", args=[week]), Round, back)

    def article_pictures(self, request, pk):
        demand(request, "articles.view_article", "articles.change_article")
        article = get_object_or_404(Article, pk=pk)
        if article.status == Article.Status.REMOVED:
            raise Http404
        back = (str(article), reverse("admin:articles_article_change", args=[pk]))
        return self.pictures(request, article_card(article), article.get_absolute_url(), Article, back)

    def pictures(self, request, card: Card | None, address, model, back, context=None):
        """Show the pictures of a card and its texts, or say that there are none."""
        context = {
            **self.each_context(request),
            "title": _("Pictures to share"),
            "opts": model._meta,
            "back": back,
            **(context or {}),
        }
        if card is not None:
            context |= {
                "card": card,
                "pictures": shown(card),
                "texts": texts(card, settings.SITE_URL + address),
            }
        return TemplateResponse(request, "admin/pictures.html", context)


def demand(request, *permissions):
    """Refuse whoever has none of the permissions."""
    if not any(request.user.has_perm(permission) for permission in permissions):
        raise PermissionDenied


def shown(card: Card):
    """Return each size with its address, its use and the name under which it is saved."""
    return [
        (size, path_of(card, size), USES[size], f"eedraws-{card.kind}-{card.key}-{name}.png")
        for name, size in SIZES.items()
    ]


def texts(card: Card, url: str):
    """Return pairs of a name and a text to be copied."""
    return [
        (_("Caption, under 280 characters"), short_caption(card, url)),
        (_("Longer caption"), long_caption(card, url)),
        (_("Alternative text, for those who do not see the picture"), card.alt),
    ]
