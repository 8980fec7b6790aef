"""The forms of the newsroom's drafting pages, as a browser sends them."""

from django.urls import reverse

from draws.models import Round


def flash_url(number):
    return reverse("admin:articles_article_flash", args=[Round.objects.get(number=number).pk])


def roundup_url(week="2023-W27"):
    return reverse("admin:articles_article_roundup", args=[week])


def grow_url(article):
    return reverse("admin:articles_article_grow", args=[article.pk])


def offered(response):
    """Return what a comparison offers: the keys of its changes, and those that are ticked."""
    pairs = response.context["changes"]
    return [change.key for change, _ticked in pairs], [change.key for change, ticked in pairs if ticked]


def taken(response, *keys):
    """Return what is sent when `keys` are ticked in a comparison."""
    return {
        "digest": response.context["found"].digest,
        "seen": response.context["article"].version,
        "take": list(keys),
    }
