"""Files of pictures as this site sends them, where no server before it does."""

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse

from articles.models import Image

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
# The name is a hash of what is shown: what was fetched once need not be asked about again.
FOR_EVER = "public, max-age=31536000, immutable"


def picture_file(request, file):
    """Send a rendition, such as "3c6e…-640.webp"; it asks the storage and no database."""
    try:
        with default_storage.open(f"{Image.FOLDER}/{file}") as stored:
            content = stored.read()
    except OSError as error:
        raise Http404 from error
    # Feed readers on other sites show pictures too.
    headers = {"Cache-Control": FOR_EVER, "Cross-Origin-Resource-Policy": "cross-origin"}
    return HttpResponse(content, content_type=TYPES[file.rpartition(".")[2]], headers=headers)
