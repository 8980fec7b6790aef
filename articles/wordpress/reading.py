"""The file that WordPress exports, read into plain values. Pure: no Django, no network, nothing that XML could do to us."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

MAX_BYTES = 200_000_000
_VERSIONS = ("1.1", "1.2")
# Bytes that no XML may hold, and that WordPress exports all the same when an author pasted them.
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_NUMBER = re.compile("[0-9]{1,12}")
_NAMESPACE = re.compile(r"\{([^}]*)\}(.*)")
# By how their address begins: WordPress writes the version of the format into its own.
_PREFIXES = {
    "http://wordpress.org/export/1.1/excerpt": "excerpt:",
    "http://wordpress.org/export/1.2/excerpt": "excerpt:",
    "http://wordpress.org/export/": "wp:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
_TAGS = re.compile(r"<[^>]*>")


class NotAnExport(Exception):
    """A file that is no export of WordPress, or not one that can be read; says why."""


class Term(NamedTuple):
    """A category or a tag: `name` is for readers, `parent` the slug of the category above it or empty."""

    kind: str
    slug: str
    name: str
    parent: str = ""
    number: str = ""


class Person(NamedTuple):
    login: str
    name: str


@dataclass(frozen=True)
class Item:
    """A post, a page, an attachment or whatever else the file has, as it was exported.

    `path` is the old address without the host, decoded; for what has never been published, empty. `published_at` is aware;
    None where the file gives no moment in UTC, and `local` then has what the site's clock said, if anything.
    """

    number: str
    type: str
    status: str
    title: str
    slug: str
    path: str
    author: str
    published_at: datetime | None
    local: datetime | None
    excerpt: str
    content: str
    has_password: bool
    terms: tuple[Term, ...]
    meta: dict[str, str]
    attachment_url: str = ""


@dataclass
class Export:
    """What one file holds. `root` is the path under which the old site stood: "" for a site of its own."""

    root: str
    hosts: set[str]
    people: dict[str, Person]
    terms: dict[tuple[str, str], Term]
    items: list[Item]
    notes: list[str] = field(default_factory=list)

    @property
    def attachments(self) -> dict[str, Item]:
        """The files of the site by their numbers."""
        return {item.number: item for item in self.items if item.type == "attachment"}


def read(path: Path) -> Export:
    """Read an export. Raises NotAnExport for what is none, is damaged, is too large, or declares entities of its own."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise NotAnExport(
                f"{path.name} is larger than {MAX_BYTES // 1_000_000} MB. Export by year instead."
            )
        content = path.read_bytes()
    except OSError as error:
        raise NotAnExport(f"{path.name} cannot be read: {error.strerror}.") from error
    return read_bytes(content, path.name)


def read_bytes(content: bytes, name: str) -> Export:
    """As read(), of the content of a file named `name`."""
    content, dropped = _CONTROLS.subn(b"", content)
    try:
        root = fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise NotAnExport(
            f"{name} declares a document type or entities. WordPress never does: the file was tampered with, and "
            "nothing of it is read."
        ) from error
    except ParseError as error:
        line, column = error.position
        raise NotAnExport(f"{name} is damaged: line {line}, column {column} is no XML.") from error
    except (ValueError, LookupError) as error:
        raise NotAnExport(f"{name} is written in a character set that cannot be read.") from error
    channel = root.find("channel")
    found = None if channel is None else _texts(channel).get("wp:wxr_version")
    if channel is None or not found:
        raise NotAnExport(
            f"{name} is no export of WordPress: make one there under Tools, Export, All content."
        )
    if found not in _VERSIONS:
        raise NotAnExport(f"{name} is written in version {found} of the format; 1.1 and 1.2 can be read.")
    export = _export(channel)
    if dropped:
        export.notes.append(f"{dropped} control characters, which no XML may hold, were left out")
    return export


def _export(channel: Element) -> Export:
    texts = _texts(channel)
    addresses = [texts.get(name, "") for name in ("wp:base_site_url", "wp:base_blog_url", "link")]
    home = next((address for address in addresses[1:] if address), "")
    terms = {(term.kind, term.slug): term for term in _terms(channel) if term.slug}
    people = {person.login: person for person in _people(channel)}
    comments = sum(_name(child) == "wp:comment" for item in channel.findall("item") for child in item)
    return Export(
        notes=[f"{comments} comments were left out: there are none on this site"] if comments else [],
        root=_unquoted(urlsplit(home).path).rstrip("/"),
        hosts={host for address in addresses if (host := urlsplit(address).hostname)},
        people=people,
        terms=terms,
        items=[_item(element, terms) for element in channel.findall("item")],
    )


def _name(element: Element) -> str:
    """Return the name of an element with a short prefix, such as "wp:post_id"."""
    match = _NAMESPACE.fullmatch(element.tag)
    if match is None:
        return element.tag
    prefix = next((short for start, short in _PREFIXES.items() if match[1].startswith(start)), "other:")
    return prefix + match[2]


def _texts(element: Element) -> dict[str, str]:
    """Return the texts of the children by name; of several with one name, the first."""
    texts: dict[str, str] = {}
    for child in element:
        texts.setdefault(_name(child), child.text or "")
    return texts


def _terms(channel: Element) -> Iterator[Term]:
    for element in channel:
        texts = _texts(element)
        match _name(element):
            case "wp:category":
                names = ("category", "wp:category_nicename", "wp:cat_name", "wp:category_parent")
            case "wp:tag":
                names = ("post_tag", "wp:tag_slug", "wp:tag_name", "")
            case "wp:term" if texts.get("wp:term_taxonomy") in ("category", "post_tag"):
                names = (texts["wp:term_taxonomy"], "wp:term_slug", "wp:term_name", "wp:term_parent")
            case _:
                continue
        kind, slug, name, parent = names
        yield Term(
            kind,
            _unquoted(texts.get(slug, "")),
            plain(texts.get(name, "")),
            _unquoted(texts.get(parent, "")),
            texts.get("wp:term_id", ""),
        )


def _people(channel: Element) -> Iterator[Person]:
    for element in channel:
        if _name(element) == "wp:author":
            texts = _texts(element)
            login = texts.get("wp:author_login", "").strip()
            yield Person(login, plain(texts.get("wp:author_display_name", "")) or login)


def _item(element: Element, terms: dict[tuple[str, str], Term]) -> Item:
    texts = _texts(element)
    return Item(
        number=_number(texts),
        type=texts.get("wp:post_type", ""),
        status=texts.get("wp:status", ""),
        title=plain(texts.get("title", "")),
        slug=_unquoted(texts.get("wp:post_name", "")),
        path=_path(texts.get("link", "")),
        author=texts.get("dc:creator", "").strip(),
        published_at=_utc(texts),
        local=_moment(texts.get("wp:post_date", "")),
        excerpt=texts.get("excerpt:encoded", ""),
        content=texts.get("content:encoded", ""),
        has_password=bool(texts.get("wp:post_password")),
        terms=tuple(_terms_of(element, terms)),
        meta=dict(_meta(element)),
        attachment_url=texts.get("wp:attachment_url", "").strip(),
    )


def _terms_of(element: Element, terms: dict[tuple[str, str], Term]) -> Iterator[Term]:
    for child in element.findall("category"):
        kind, slug = child.get("domain", ""), _unquoted(child.get("nicename", ""))
        if kind in ("category", "post_tag") and slug:
            yield terms.get((kind, slug)) or Term(kind, slug, plain(child.text or "") or slug)


def _meta(element: Element) -> Iterator[tuple[str, str]]:
    for child in element:
        if _name(child) == "wp:postmeta":
            texts = _texts(child)
            yield texts.get("wp:meta_key", ""), texts.get("wp:meta_value", "")


def _number(texts: dict[str, str]) -> str:
    number = texts.get("wp:post_id", "").strip()
    return str(int(number)) if _NUMBER.fullmatch(number) else ""


def _path(link: str) -> str:
    """Return the path of a permalink; of one that is a number in a query, as that of a draft, nothing."""
    parts = urlsplit(link.strip())
    return "" if parts.query or parts.path in ("", "/") else _unquoted(parts.path)


def _utc(texts: dict[str, str]) -> datetime | None:
    found = _moment(texts.get("wp:post_date_gmt", ""))
    return found.replace(tzinfo=UTC) if found else None


def _moment(text: str) -> datetime | None:
    """Read "2024-05-03 16:20:00"; WordPress writes zeros for a moment that is not known."""
    try:
        found = datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    except ValueError:
        return None
    # No post is older than the web, and calendars end not far below.
    return found if found.year >= 1990 else None


def _unquoted(text: str) -> str:
    """Return an address, or a part of one, decoded and without control characters."""
    return _UNSEEN.sub("", unquote(text))


def plain(text: str) -> str:
    """Return words without marks of HTML, and without its entities, white space folded."""
    return " ".join(unescape(_TAGS.sub("", text)).split())
