"""How a page is passed on: links that need nobody else's script, and texts to cite it by."""

from datetime import date
from typing import NamedTuple
from urllib.parse import quote

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.models import Article
from draws.clock import Week
from draws.models import Round
from draws.templatetags.spans import in_words
from eedraws.cards.captions import sentence, short_caption
from eedraws.cards.finding import picture
from eedraws.cards.saying import Card
from eedraws.cards.words import article_card, round_card, week_card

SITE = "eedraws"


class Sharing(NamedTuple):
    """A page's own address, the addresses that pass it on, and pairs of a form of citing and its text."""

    url: str
    whatsapp: str
    telegram: str
    mail: str
    citations: list[tuple[str, str]]


def shared_round(round: Round) -> dict:
    """Return what the page of a draw knows of its sharing: `card`, its picture, and `sharing`."""
    values = {"number": round.number, "type": round.category.name}
    title = _("Express Entry draw %(number)s: %(type)s") % values
    return passed_on(round_card(round), round.get_absolute_url(), title, round.date)


def shared_week(week: Week, rounds: list[Round], path: str) -> dict:
    """As shared_round, for a week with its draws, oldest first."""
    title = _("Express Entry draws, week of %(days)s") % {"days": in_words(week.span)}
    return passed_on(week_card(week, rounds), path, title, rounds[-1].date if rounds else week.span.end)


def shared_article(article: Article) -> dict:
    """As shared_round, for an article."""
    card = article_card(article)
    if card is None:
        return {}
    return passed_on(
        card,
        article.get_absolute_url(),
        article.title,
        timezone.localdate(article.published_at),
        article.author.name,
    )


def passed_on(card: Card | None, path: str, title: str, day: date, author: str = SITE) -> dict:
    """Return the picture of a page and the ways to pass it on; nothing where it has no picture."""
    if card is None:
        return {}
    url = settings.SITE_URL + path
    return {"card": picture(card), "sharing": sharing(card, url, title, day, author)}


def sharing(card: Card, url: str, title: str, day: date, author: str) -> Sharing:
    text = short_caption(card, "")
    subject, both = quote(title, safe=""), quote(f"{text} {url}", safe="")
    return Sharing(
        url=url,
        whatsapp=f"https://wa.me/?text={both}",
        telegram=f"https://t.me/share/url?url={quote(url, safe='')}&text={quote(text, safe='')}",
        mail=f"mailto:?subject={subject}&body={both}",
        citations=[
            (_("In APA style"), in_apa_style(card, url, title, day, author)),
            (_("In plain words"), f"{text} {SITE}, {card.as_of}. {url}"),
        ],
    )


def in_apa_style(card: Card, url: str, title: str, day: date, author: str) -> str:
    """Return "Author. (2023, July 8). Title. Site. As of when. Address"; the site once, where it is the author."""
    site = "" if author == SITE else sentence(SITE)
    as_of = sentence(card.as_of[:1].upper() + card.as_of[1:])
    parts = [sentence(author), f"({date_format(day, 'Y, F j')}).", sentence(title), site, as_of, url]
    return " ".join(part for part in parts if part)
