"""From the address of a picture to what it says, and back. What is not public has no picture."""

from typing import NamedTuple

from django.conf import settings
from django.urls import reverse

from articles.models import Article
from draws.clock import Week
from draws.models import Round
from eedraws.cards.saying import LINK, Card, Size
from eedraws.cards.words import article_card, round_card, site_card, week_card

# Longer ones are no key of the database.
DIGITS = 9


class Picture(NamedTuple):
    """A picture as a page names it: a whole address, pixels, and what it says for those who do not see it."""

    url: str
    width: int
    height: int
    alt: str


def find(kind: str, key: str) -> Card | None:
    """Return what the picture of this kind and key says now, with one query at most."""
    match kind:
        case "draw":
            rounds = Round.objects.public_record().select_related("version__category")
            found = rounds.filter(number=key).first()
            return found and round_card(found)
        case "site" if key == "home":
            return site_card()
        case "week":
            return card_of_week(key)
        case "article" if key.isascii() and key.isdigit() and len(key) <= DIGITS:
            article = Article.objects.published().filter(pk=int(key)).first()
            return article and article_card(article)
    return None


def card_of_week(key: str) -> Card | None:
    try:
        week = Week.parse(key)
    except ValueError:
        return None
    if week.slug != key:
        return None
    return week_card(week, list(Round.objects.public_record().between(*week.span).oldest_first().for_list()))


def path_of(card: Card, size: Size = LINK) -> str:
    return reverse("card", args=[card.kind, card.key, card.digest, size])


def picture(card: Card | None, size: Size = LINK) -> Picture | None:
    """Return the picture of a card for a page; none where there is no card."""
    if card is None:
        return None
    return Picture(settings.SITE_URL + path_of(card, size), size.width, size.height, card.alt)
