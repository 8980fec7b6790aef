"""The links of compiled HTML, for paper. Pure: no Django settings, no database."""

import re
from html import unescape
from typing import NamedTuple
from urllib.parse import urljoin

# The renderer's own HTML is regular: articles/markup.py lets no other form through.
_LINK = re.compile(r'<a href="([^"#][^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
# Tags, and the tokens of live figures, which stand for nothing yet.
_NO_WORDS = re.compile("<[^>]*>|\ue000[0-9]+\ue001")


class Link(NamedTuple):
    """Where a link leads, in full, and its first words."""

    address: str
    text: str


def links_of(html: str, site: str) -> list[Link]:
    """Return each address that `html` links to once, in the order of the text; `site` completes our own."""
    found: dict[str, Link] = {}
    for address, inner in _LINK.findall(html):
        full = urljoin(site, unescape(address))
        found.setdefault(full, Link(full, " ".join(unescape(_NO_WORDS.sub("", inner)).split())))
    return list(found.values())
