"""The one way a picture comes in: proved, made anew, its row written, and its files with the transaction.

The files are written when the transaction has been committed: one that is rolled back has written none.
"""

from collections.abc import Mapping
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from PIL.Image import Image as Pixels

from articles.models import Image
from core.writing import write

from . import renditions
from .reading import read


class NotKept(Exception):
    """The storage took the files of a picture only in part; they are gone from it again."""


def keep(file, **words) -> Image:
    """Take a picture in and return it; one that is there already, pixel for pixel, is returned as it is, words too.

    `file` is open for reading bytes and has a `name`; `words` are those of keep_pixels(). Raises reading.Refused for
    what is no picture that the site takes, ValidationError for wrong words, and then keeps nothing. Until the
    transaction ends the files are in memory; when the storage does not take them the commit raises NotKept, and the
    picture is gone unless something uses it.
    """
    return keep_pixels(read(file, getattr(file, "name", None) or ""), **words)


def keep_pixels(
    picture: Pixels,
    *,
    alt: str = "",
    decorative: bool = False,
    caption: str = "",
    credit: str = "",
    source_url: str = "",
    by=None,
) -> Image:
    """As keep(), of what reading.read() gave."""
    if found := find(picture):
        return found
    name = renditions.digest(picture)
    made = files_of(picture)
    with transaction.atomic():
        # Somebody may have brought the same picture while this one was being made.
        found = Image.objects.select_for_update().filter(name=name).first() or write(
            Image(
                name=name,
                width=picture.width,
                height=picture.height,
                widths=renditions.widths_of(picture.width),
                alt=alt,
                decorative=decorative,
                caption=caption,
                credit=credit,
                source_url=source_url,
                uploaded_by=by,
            )
        )
        transaction.on_commit(partial(store, found, made))
    return found


def files_of(picture: Pixels) -> dict[str, bytes]:
    """Return the files of a picture by their names in the storage."""
    start = f"{Image.FOLDER}/{renditions.digest(picture)}"
    return {start + ending: content for ending, content in renditions.files(picture).items()}


def find(picture: Pixels) -> Image | None:
    """Return the picture that has these very pixels, if it is here with all its files."""
    found = Image.objects.filter(name=renditions.digest(picture)).first()
    return found if found and is_whole(found) else None


def is_whole(image: Image) -> bool:
    """Say whether the storage has every file of a picture."""
    return all(default_storage.exists(path) for path in image.paths)


def store(image: Image, made: Mapping[str, bytes]) -> None:
    """Write the files of a picture, all or none. Raises NotKept."""
    begun = []
    try:
        for path, content in made.items():
            if default_storage.exists(path):
                if default_storage.size(path) == len(content):
                    continue
                default_storage.delete(path)
            begun.append(path)
            default_storage.save(path, ContentFile(content))
    except Exception as error:
        for path in begun:
            default_storage.delete(path)
        _forget(image)
        raise NotKept(_("The picture could not be written. Nothing of it is kept; try again.")) from error


def _forget(image: Image) -> None:
    """Take away the row of a picture without files; one that an article uses stays, and is mended by a new upload."""
    try:
        Image.objects.filter(pk=image.pk).delete()
    except ProtectedError:
        return
