"""The one Markdown renderer of the site: source in, sanitised HTML with inert tokens out.

Where a live reference stands, the HTML has U+E000, the reference's index, U+E001; articles/live fills them in
when a page is asked for. Raw HTML in the source is text. What comes out has passed an explicit allow-list.
"""

import re
import xml.etree.ElementTree as etree
from collections import Counter
from typing import NamedTuple

import nh3
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.translation import gettext
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import BacktickInlineProcessor, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from articles import polls
from articles.references import LONGEST, BadReference, parse

TOKEN = re.compile("\ue000([0-9]+)\ue001")
# A block stands in an element of its own, which goes when it is filled in.
BLOCK_TOKEN = re.compile("<div>\ue000([0-9]+)\ue001</div>")
_TOKEN_ENDS = str.maketrans("", "", "\ue000\ue001")

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
HEADING_PREFIX = "section-"

TAGS = {
    *("p", "br", "hr", "blockquote", "ul", "ol", "li", "pre", "code", "em", "strong", "a", "div"),
    *HEADINGS[1:],
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    "a": {"href"},
    "div": {"role", "tabindex", "aria-label", "aria-labelledby"},
    "ol": {"start"},
    "th": {"scope"},
    **{heading: {"id"} for heading in HEADINGS[1:]},
}
CLASSES = {"div": {"table-region"}, "p": {"meta"}, "th": {"number"}, "td": {"number"}}
URL_SCHEMES = {"http", "https", "mailto"}
# What a link says of itself to machines; the second for one that somebody pays for.
REL, PAID_REL = "noopener", "sponsored nofollow noopener"


class Compiled(NamedTuple):
    """Sanitised HTML with tokens, and the text of the reference that each token stands for, in order."""

    html: str
    references: tuple[str, ...]


def render(source: str, first_index: int = 0) -> Compiled:
    """Turn Markdown into HTML, its references into tokens numbered from `first_index`."""
    extension = _House(first_index)
    markdown = Markdown(extensions=["tables", "sane_lists", "fenced_code", extension], output_format="html")
    html = clean(markdown.convert(_flattened(source.translate(_TOKEN_ENDS))))
    return Compiled(html, tuple(extension.references))


def has_paid_link(source: str) -> bool:
    """Whether a link of the Markdown source is marked as paid for."""
    return f'rel="{PAID_REL}"' in render(source).html


def _flattened(source: str) -> str:
    """Take away nesting that no reader could follow and that the parser would recurse into."""
    return _DEEP_INDENT.sub(r"\1", _DEEP_MARKERS.sub(r"\1", source))


def clean(html: str) -> str:
    """Let through what is allowed and nothing else."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        tag_attribute_values={"a": {"rel": {REL, PAID_REL}}},
        url_schemes=URL_SCHEMES,
        link_rel=None,
        attribute_filter=_without_tokens,
    )


def _without_tokens(tag: str, attribute: str, value: str) -> str | None:
    """A token is filled in with HTML, so it has no place in an attribute."""
    return None if "\ue000" in value or "\ue001" in value else value


class _House(Extension):
    """The dialect of this site: references, no raw HTML, no images, links written in place only.

    Reference-style links go because Python-Markdown needs quadratic time for many open brackets.
    """

    def __init__(self, first_index: int):
        super().__init__()
        self.first_index = first_index
        self.references: list[str] = []

    def token(self, text: str) -> str:
        self.references.append(" ".join(text.split()))
        return f"\ue000{self.first_index + len(self.references) - 1}\ue001"

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.parser.blockprocessors.deregister("reference")
        for name in ("html", "link", "reference", "short_reference", *_IMAGES):
            md.inlinePatterns.deregister(name)
        # Before fenced code (25), of which a poll has the form.
        md.preprocessors.register(_Polls(md), "polls", 26)
        # After code (80) and before tables (75); after code and escapes (180) and before all else.
        md.parser.blockprocessors.register(_BlockReferences(md.parser, self), "block_references", 78)
        md.inlinePatterns.register(BacktickInlineProcessor(_CODE), "backtick", 190)
        md.inlinePatterns.register(_InlineReferences(_INLINE, md, self), "inline_references", 175)
        md.inlinePatterns.register(_Links(_LINK, md), "link", 160)
        md.treeprocessors.register(_Rels(md), "rels", 7)
        md.treeprocessors.register(_Headings(md), "headings", 6)
        md.treeprocessors.register(_Tables(md), "tables", 5)


_MARKER = r"[ \t]*(?:>|(?:[-+*]|[0-9]{1,9}\.)[ \t])"
_DEEP_MARKERS = re.compile(rf"^((?:{_MARKER}){{8}})(?:{_MARKER})+", re.MULTILINE)
_DEEP_INDENT = re.compile(r"^([ \t]{32})[ \t]+", re.MULTILINE)

_IMAGES = ("image_link", "image_reference", "short_image_ref")
_INLINE = rf"\[\[([^\[\]\n]{{0,{LONGEST}}})\]\]"
# As Python-Markdown's own, but of bounded length: many runs that are never closed cost no quadratic time.
_CODE = r"(?:(?<!\\)((?:\\{2})+)(?=`+)|(?<![\\`])(`{1,3})(?!`)(.{1,500}?)(?<!`)\2(?!`))"
_LINK = (
    r"\[([^\[\]]{1,500})\]\(\s{0,5}"
    r"([^\s()\[\]]{0,2000}(?:\([^\s()\[\]]{0,200}\)[^\s()\[\]]{0,200}){0,3})"
    r'(?:\s{1,5}"[^"\[\]]{0,300}")?\s{0,5}\)(\{sponsored\})?'
)


class _Polls(Preprocessor):
    """Polls held elsewhere. Nothing about one changes later, so it is compiled and not filled in."""

    def run(self, lines):
        kept, done = [], 0
        for found in polls.scan("\n".join(lines)):
            if found.poll:
                html = render_to_string("articles/blocks/poll.html", {"poll": found.poll})
                kept += [*lines[done : found.start], "", self.md.htmlStash.store(html.strip()), ""]
                done = found.end + 1
        return kept + lines[done:]


class _BlockReferences(BlockProcessor):
    """A block alone on its line, also between lines of text."""

    LINE = re.compile(r"^ {0,3}\[\[([^\[\]\n]*)\]\][ \t]*$", re.MULTILINE)

    def __init__(self, parser, house: _House):
        super().__init__(parser)
        self.house = house

    def test(self, parent, block):
        return "[[" in block

    def run(self, parent, blocks):
        match = next((match for match in self.LINE.finditer(blocks[0]) if _is_block(match[1])), None)
        if match is None:
            return False
        block = blocks.pop(0)
        if before := block[: match.start()].strip("\n"):
            self.parser.parseBlocks(parent, [before])
        etree.SubElement(parent, "div").text = AtomicString(self.house.token(match[1]))
        if after := block[match.end() :].strip("\n"):
            blocks.insert(0, after)
        return True


def _is_block(text: str) -> bool:
    try:
        return parse(text).is_block
    except BadReference:
        return False


class _InlineReferences(InlineProcessor):
    """A figure in a sentence."""

    def __init__(self, pattern: str, md: Markdown, house: _House):
        super().__init__(pattern, md)
        self.house = house

    def handleMatch(self, m, data):
        return self.house.token(m[1]), m.start(0), m.end(0)


class _Links(InlineProcessor):
    """[label](address "title"): the title is left out, since many readers never get to see it.

    [label](address){sponsored} is a link that somebody pays for: readers are told in it, and so are machines.
    """

    def handleMatch(self, m, data):
        link = etree.Element("a", {"href": self.unescape(m[2].strip("<>"))})
        link.text = m[1]
        if m[3]:
            link.set("rel", PAID_REL)
            link.text = f"{m[1]} ({gettext('paid link')})"
        return link, m.start(0), m.end(0)


class _Rels(Treeprocessor):
    """No page that is linked to learns of the window that it came from."""

    def run(self, root):
        for link in root.iter("a"):
            link.set("rel", link.get("rel", REL))


class _Headings(Treeprocessor):
    """The page has the only h1. Ids are prefixed, so that none shadows a name of the document."""

    PLACEHOLDERS = re.compile("\x02[^\x03]*\x03|\ue000[0-9]+\ue001")

    def run(self, root):
        used: Counter[str] = Counter()
        for heading in (element for element in root.iter() if element.tag in HEADINGS):
            if heading.tag == "h1":
                heading.tag = "h2"
            words = slugify(self.PLACEHOLDERS.sub("", "".join(heading.itertext())))[:60].strip("-")
            name = HEADING_PREFIX + (words or "x")
            used[name] += 1
            heading.set("id", name if used[name] == 1 else f"{name}--{used[name]}")


class _Tables(Treeprocessor):
    """A wide table scrolls in a region that the keyboard reaches, named by the heading before it."""

    def run(self, root):
        heading = None
        parents = {child: parent for parent in root.iter() for child in parent}
        for element in list(root.iter()):
            if element.tag in HEADINGS:
                heading = element.get("id")
            elif element.tag == "table":
                parent = parents[element]
                parent[list(parent).index(element)] = self.region(element, heading)

    def region(self, table, heading):
        for cell in table.iter():
            if cell.tag == "th":
                cell.set("scope", "col")
            if cell.tag in ("th", "td") and "right" in cell.attrib.pop("style", ""):
                cell.set("class", "number")
        region = etree.Element("div", {"class": "table-region", "role": "region", "tabindex": "0"})
        if heading:
            region.set("aria-labelledby", heading)
        else:
            region.set("aria-label", gettext("Table"))
        region.tail, table.tail = table.tail, None
        region.append(table)
        return region
