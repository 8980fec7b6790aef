"""Pictures of a post, found in a copy of the old site's folder of files and kept by articles.pictures."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError

from articles.models import Image
from articles.pictures import Refused, keep
from articles.references import LONGEST

from .reading import Item, plain
from .turning import PICTURE, Picture, Turned

# WordPress names what it made smaller "harbour-1024x683.jpg", and what it turned or shrank at once "harbour-scaled.jpg".
_SMALLER = re.compile(r"-[0-9]{1,5}x[0-9]{1,5}(?=\.[A-Za-z]{3,4}\Z)")
_ALT = "_wp_attachment_image_alt"
MOST_ALT = MOST_CAPTION = 300


class Pictures:
    """Takes pictures in from the folder `media`, the copy of wp-content/uploads; None takes none in."""

    def __init__(self, media: Path | None, attachments: Mapping[str, Item]):
        self.media = media.resolve() if media else None
        self.attachments = attachments

    def put_in(self, turned: Turned) -> str:
        """Return the Markdown with a block for each picture that was taken in; the others are named in the notes."""

        def block(match: re.Match[str]) -> str:
            picture = turned.pictures[int(match[1])]
            image = self.take(picture, turned)
            return _block(image, picture.caption) if image else ""

        return re.sub(r"\n{3,}", "\n\n", PICTURE.sub(block, turned.markdown)).strip()

    def lead(self, number: str, turned: Turned) -> Image | None:
        """Take in the picture on top of a post: an attachment by its number."""
        return self.take(Picture("", number, None, ""), turned) if number else None

    def take(self, picture: Picture, turned: Turned) -> Image | None:
        attachment = self.attachments.get(picture.number)
        source = (attachment.attachment_url if attachment else "") or picture.source
        name = Path(unquote(urlsplit(source).path)).name or f"attachment {picture.number}"
        path = self._path(source) or self._path(picture.source)
        if path is None:
            turned.note(f"not taken in: {name}" + ("" if self.media else " (no folder of media was given)"))
            return None
        alt = picture.alt or plain(attachment.meta.get(_ALT, "") if attachment else "")
        try:
            with path.open("rb") as file:
                image = keep(file, alt=alt[:MOST_ALT], decorative=not alt, caption=self._caption(attachment))
        except (Refused, ValidationError, OSError) as error:
            words = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
            turned.note(f"not taken in: {name}: {words}")
            return None
        if not alt and image.decorative:
            turned.note(f"{name} has no alternative text and was marked decorative: look whether it is")
        return image

    def _caption(self, attachment: Item | None) -> str:
        return plain(attachment.excerpt)[:MOST_CAPTION] if attachment else ""

    def _path(self, source: str) -> Path | None:
        """Return the file of an address in the folder, in its full size if that is there, and never one outside it."""
        if self.media is None or not source:
            return None
        path = unquote(urlsplit(source).path)
        inside = path.partition("/uploads/")[2] or path.lstrip("/")
        for name in (_SMALLER.sub("", inside), inside):
            if "\0" in name:
                continue
            found = (self.media / name).resolve()
            if found.is_relative_to(self.media) and found.is_file():
                return found
        return None


def _block(image: Image, caption: str) -> str:
    """Return the block of a picture; its caption in typographic quotation marks, which the words may not have."""
    number = f"image {image.pk}"
    if not caption or caption == image.caption:
        return f"[[{number}]]"
    words = re.sub(r"[“”\"\[\]]", "'", caption)
    room = LONGEST - len(f'{number} caption=""')
    return f'[[{number} caption="{words[:room]}"]]'
