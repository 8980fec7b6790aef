"""The first page of the newsroom, at a day when the record is public."""

import re

from tests.factories import toronto

NOON = toronto(2026, 11, 27, 12, 45)
TODAY = NOON.date()


def text(client):
    """The first page, with its white space made even."""
    return re.sub(r"\s+", " ", client.get("/admin/").text)
