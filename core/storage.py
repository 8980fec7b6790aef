"""Where files of the site are kept: on a disk, or wherever a storage of Django's keeps them."""

import json
import os
from tempfile import NamedTemporaryFile

from django.core.exceptions import ImproperlyConfigured
from django.core.files import File
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible

ON_DISK = "core.storage.WholeFileStorage"


def media(backend: str, options: str) -> dict:
    """Return the entry of STORAGES for what editors upload: a class by its dotted path, its options as JSON.

    Raises ImproperlyConfigured, without the options: they may hold a key.
    """
    try:
        read = json.loads(options or "{}")
    except ValueError:
        read = None
    if not isinstance(read, dict):
        raise ImproperlyConfigured(
            'MEDIA_STORAGE_OPTIONS: expected an object of JSON, such as {"bucket_name": "pictures"}.'
        )
    return {"BACKEND": backend or ON_DISK, "OPTIONS": read}


@deconstructible(path="core.storage.WholeFileStorage")
class WholeFileStorage(FileSystemStorage):
    """Django's own, but a file is there whole or not at all: who reads meanwhile, or after a crash, finds no half."""

    def _save(self, name, content):
        os.makedirs(self.location, exist_ok=True)
        with NamedTemporaryFile(dir=self.location, prefix=".unfinished-", delete=False) as file:
            try:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
                whole = File(file)
                # Django moves what has a path, which within a disk is one step.
                whole.temporary_file_path = lambda: file.name
                return super()._save(name, whole)
            except BaseException:
                os.unlink(file.name)
                raise
