"""Under which names an address may be known that nothing answers at: as it is, and as WordPress formed it.

Pure: paths and numbers in, names out. docs/importing.md lists the forms.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple
from unicodedata import normalize

# Longer paths were never anybody's address.
LONGEST = 500
# What WordPress puts behind the address of a page: feeds, the pages of a list or of an article, comments.
_BEHIND = re.compile(
    r"(?P<base>.*?/)(?:(?P<feed>feed(?:\.(?:atom|json)|/(?:rss|rss2|rdf|atom))?)"
    r"|page/[0-9]{1,6}|comment-page-[0-9]{1,6}|amp|[0-9]{1,2})/?"
)
# The feed of everything, by its usual addresses.
_FEEDS = {"/comments/", "/rss", "/rss/", "/rss.xml", "/atom.xml", "/index.rdf"}
# Of posts, pages and files: one series of numbers; of categories: another.
NUMBERS = {"p": "p", "page_id": "p", "attachment_id": "p", "cat": "cat"}
# Parameters of WordPress's own, which mean nothing to the page that readers are led to.
OWN = {*NUMBERS, "feed", "replytocom", "preview", "amp", "paged"}


class Asked(NamedTuple):
    """The names to look for, the likeliest first; whether the feed of the page is meant, or that of the whole site."""

    names: tuple[str, ...]
    feed: str = ""
    of_everything: bool = False


def asked(path: str, query: Mapping[str, str]) -> Asked:
    """Return what an address of a path, decoded, and the parameters of its query may mean.

    `feed` is the name of the feed's file, "feed.atom" or "feed.json", or empty.
    """
    path = normalize("NFC", path[: LONGEST + 1])
    if len(path) > LONGEST:
        return Asked(())
    names = [f"{path}?{NUMBERS[name]}={value}" for name, value in _numbers(query)]
    names += [path, _other_end(path)]
    feed = "feed.atom" if path in _FEEDS or query.get("feed") else ""
    behind = _BEHIND.fullmatch(path)
    if behind:
        base = behind["base"]
        names += [base, base.rstrip("/")] if base != "/" else []
        if behind["feed"]:
            feed = "feed.json" if behind["feed"].endswith("json") else "feed.atom"
    root = behind["base"] if behind else path
    of_everything = bool(feed) and not _numbers(query) and (root == "/" or root in _FEEDS)
    return Asked(tuple(dict.fromkeys(names)), feed, of_everything)


def _numbers(query: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the parameters that are numbers, as WordPress reads them: without leading zeros."""
    found = [(name, query.get(name, "")) for name in NUMBERS]
    return [(name, str(int(value))) for name, value in found if re.fullmatch("[0-9]{1,10}", value)]


def _other_end(path: str) -> str:
    return path.rstrip("/") or "/" if path.endswith("/") else f"{path}/"
