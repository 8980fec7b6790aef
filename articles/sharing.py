"""Links to drafts for people without an account: signed, for some days, ended by a word of the newsroom."""

from datetime import timedelta

from django.core import signing
from django.urls import reverse
from django.utils.crypto import get_random_string

from articles.models import Article

LASTS = timedelta(days=7)
SALT = "articles.sharing"


def share(article: Article) -> str:
    """Return the path of a new link to an article as the newsroom has it; the links before it end."""
    article.share_key = get_random_string(16)
    Article.objects.filter(pk=article.pk).update(share_key=article.share_key)
    return reverse("shared-draft", args=[signing.dumps([article.pk, article.share_key], salt=SALT)])


def end_sharing(article: Article) -> None:
    """End every link to an article."""
    Article.objects.filter(pk=article.pk).update(share_key="")


def shared(token: str) -> Article | None:
    """Return the article that a link leads to; None for one that has ended or never was."""
    try:
        pk, key = signing.loads(token, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Article.objects.exclude(share_key="").select_related("author").filter(pk=pk, share_key=key).first()
