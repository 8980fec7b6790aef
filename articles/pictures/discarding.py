"""The one way a picture goes: never while something shows it, and its files after its row."""

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, FaqEntry, Image
from articles.references import BadReference, ImageBlock, parse


class InUse(Exception):
    """Articles or questions show the picture: `users` are they."""

    def __init__(self, users: list[Article | FaqEntry]):
        super().__init__(users)
        self.users = users


def users_of(image: Image) -> list[Article | FaqEntry]:
    """Return what shows the picture: to readers, in a draft, or in changes that readers do not have yet."""
    articles = Article.objects.filter(image=image) | Article.objects.filter(references__image=image)
    found = {article.pk: article for article in articles.distinct()}
    for article in Article.objects.changed_unseen().exclude(pk__in=found):
        if _is_in(image, article.revisions.get(number=article.version).content):
            found[article.pk] = article
    entries = FaqEntry.objects.filter(references__image=image, article=None).distinct()
    return [*found.values(), *entries]


def _is_in(image: Image, content: dict) -> bool:
    """Say whether the content of a revision shows the picture."""
    return content.get("image") == image.pk or any(_shows(image, text) for text in content["references"])


def _shows(image: Image, text: str) -> bool:
    try:
        reference = parse(text)
    except BadReference:
        return False
    return isinstance(reference, ImageBlock) and reference.number == image.pk


@transaction.atomic
def discard(image: Image) -> None:
    """Delete a picture, and its files when the transaction has ended well. Raises InUse, and deletes nothing."""
    users = users_of(Image.objects.select_for_update().get(pk=image.pk))
    if users:
        raise InUse(users)
    paths = image.paths
    image.delete()
    transaction.on_commit(lambda: remove(paths))


def remove(paths: list[str]) -> None:
    for path in paths:
        default_storage.delete(path)


def in_words(users: list[Article | FaqEntry]) -> str:
    """Say why a picture cannot go."""
    names = "; ".join(str(user) for user in users)
    return _("The picture is shown in: %(names)s. Take it out there first.") % {"names": names}
