"""Where pictures are kept: a file each in settings.CARDS_ROOT, named by what it says; drawn when first asked for.

One is drawn at a time, and once: whoever asks for the same meanwhile gets that one. So a draw that everybody shares costs
what one reader costs.
"""

import logging
import os
from pathlib import Path
from threading import Lock

from django.conf import settings

from eedraws.cards import drawing
from eedraws.cards.saying import Card, Size

logger = logging.getLogger(__name__)
# Seconds that a request waits for others' pictures before it is told to come again.
PATIENCE = 5
_turn = Lock()


class Busy(Exception):
    """Too many pictures are being drawn."""


def file_of(card: Card, size: Size) -> Path:
    return Path(settings.CARDS_ROOT, card.kind, card.key, f"{card.digest}-{size.name}.png")


def kept(card: Card, size: Size) -> bytes:
    """Return a picture as a PNG, drawing it where it is not there yet. Raises Busy."""
    path = file_of(card, size)
    if path.exists():
        return path.read_bytes()
    if not _turn.acquire(timeout=PATIENCE):
        raise Busy
    try:
        if path.exists():
            return path.read_bytes()
        png = drawing.draw(card, size)
        keep(path, png, size)
    finally:
        _turn.release()
    return png


def keep(path: Path, png: bytes, size: Size) -> None:
    """Write a picture, whole or not at all, and remove those of the same thing and size that said something else."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(png)
        unfinished.replace(path)
        for old in path.parent.glob(f"*-{size.name}.png"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError as error:
        # It is shown all the same, and drawn again for the next reader.
        logger.error("A picture was not kept: %s", error)
