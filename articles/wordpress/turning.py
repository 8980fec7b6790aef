"""HTML of another site turned into this site's Markdown. Pure: what was lost is said, pictures are named and not fetched."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from bs4 import BeautifulSoup, Tag
from markdownify import ATX, MarkdownConverter

from .shaping import shape
from .tables import table_to_markdown

# A picture stands on a line of its own as U+E010, its place among the pictures, U+E011.
PICTURE = re.compile("\ue010([0-9]+)\ue011")
_OUTER = ["p", "a", "ul", "ol", "dl", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"]
_FRAMES = {"iframe": "src", "embed": "src", "object": "data", "video": "src", "audio": "src"}
_DROPPED = {
    "form": "a form",
    "script": "a script",
    "style": "a style sheet",
    "svg": "a drawing (SVG)",
    "canvas": "a drawing made by a script",
    "math": "a formula (MathML)",
    "noscript": "a substitute for a script",
}
_MARKS = re.compile(r"([\\`*_\[])")
_AS_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_AS_ENTITY = re.compile(r"&(?=#?\w{1,32};)")
# What would begin something else than a paragraph.
_AT_START = re.compile(
    r"^(?:(#|>|[-+](?=\s|$)|-{2,}\s*$|:(?=\s))|([0-9]{1,9})(?=[.)]\s)|(=)(?==*\s*$))", re.MULTILINE
)
_UNSAFE_IN_ADDRESS = str.maketrans(
    {" ": "%20", "(": "%28", ")": "%29", "[": "%5B", "]": "%5D", '"': "%22", "<": "%3C", ">": "%3E"}
)


class Picture(NamedTuple):
    """A picture as a post has it: `number` of the attachment and `alt` may be unknown, and then are empty or None."""

    source: str
    number: str
    alt: str | None
    caption: str


@dataclass
class Turned:
    """Markdown with marks where pictures stand; what was lost, each thing once, in the words of a report."""

    markdown: str = ""
    pictures: list[Picture] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)


def turn(content: str, address_of: Callable[[str], str] = str) -> Turned:
    """Turn the text of a post into Markdown; `address_of` says what an address in it is here."""
    turned = Turned()
    soup = BeautifulSoup(shape(content, turned.note), "html.parser")
    try:
        _drop(soup, turned)
        _embeds(soup)
        _pictures(soup, turned)
        markdown = _Converter(turned, address_of).convert_soup(soup)
    except RecursionError:
        turned.note("the HTML is nested too deeply: words without their form were taken in")
        markdown = "\n\n".join(escaped(line) for line in soup.get_text("\n").split("\n") if line.strip())
    turned.markdown = re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", markdown).strip()
    return turned


def _drop(soup: BeautifulSoup, turned: Turned) -> None:
    for element in soup.find_all([*_DROPPED, *_FRAMES]):
        if element.decomposed:
            continue
        if element.name in _DROPPED:
            turned.note(f"{_DROPPED[element.name]} was left out")
            element.decompose()
            continue
        inner = element.find("source", src=True)
        address = str(element.get(_FRAMES[element.name]) or (inner and inner["src"]) or "")
        if urlsplit(address).scheme in ("http", "https") or address.startswith("//"):
            address = f"https:{address}" if address.startswith("//") else address
            turned.note(f"<{element.name}> became a link to {address}")
            element.replace_with(_link(soup, address))
        else:
            turned.note(f"<{element.name}> without an address was left out")
            element.decompose()


def _embeds(soup: BeautifulSoup) -> None:
    """An embedded page is an address alone in a block of its own."""
    for element in soup.select(".wp-block-embed__wrapper"):
        address = element.get_text().strip()
        if re.fullmatch(r"https?://\S+", address):
            element.replace_with(_link(soup, address))


def _link(soup: BeautifulSoup, address: str) -> Tag:
    paragraph, link = soup.new_tag("p"), soup.new_tag("a", href=address)
    parts = urlsplit(address)
    link.string = f"{parts.netloc}{parts.path}".rstrip("/")
    paragraph.append(link)
    return paragraph


def _pictures(soup: BeautifulSoup, turned: Turned) -> None:
    """Put a mark for each picture behind the paragraph, list or table that it stands in."""
    last: dict[int, Tag] = {}
    for image in soup.find_all("img"):
        figure = image.find_parent("figure")
        caption = figure.find("figcaption") if figure and len(figure.find_all("img")) == 1 else None
        known = re.search(r"wp-image-([0-9]+)", " ".join(image.get_attribute_list("class", [])) or "")
        alt = image.get("alt")
        turned.pictures.append(
            Picture(
                str(image.get("src", "")),
                known[1] if known else str(image.get("data-id", "")),
                None if alt is None else " ".join(str(alt).split()),
                " ".join(caption.get_text().split()) if caption else "",
            )
        )
        if caption:
            caption.decompose()
        mark = soup.new_tag("p")
        mark.string = f"\ue010{len(turned.pictures) - 1}\ue011"
        outer = [parent for parent in image.parents if parent.name in _OUTER]
        if outer:
            last.get(id(outer[-1]), outer[-1]).insert_after(mark)
            last[id(outer[-1])] = mark
            image.decompose()
        else:
            image.replace_with(mark)


def escaped(text: str) -> str:
    """Return words as Markdown that gives these very words."""
    return _AS_TAG.sub("&lt;", _AS_ENTITY.sub("&amp;", _MARKS.sub(r"\\\1", text)))


def _begun(text: str) -> str:
    """Return a paragraph of which no line begins a list, a heading, a quotation or code."""
    text = "\n".join(line.lstrip() if line.strip() else "" for line in text.strip(" \t\r\n").split("\n"))
    return _AT_START.sub(_as_words, text)


def _as_words(match: re.Match[str]) -> str:
    sign, number, _ = match.groups()
    if sign:
        return f"\\{sign}"
    # An equals sign has no backslash before it in Markdown.
    return f"{number}\\" if number else "&#61;"


class _Converter(MarkdownConverter):
    """The rules of articles/markup.py: ATX headings, four spaces in lists, links in place, no HTML."""

    def __init__(self, turned: Turned, address_of: Callable[[str], str]):
        super().__init__(heading_style=ATX, bullets="-", autolinks=False)
        self.turned, self.address_of = turned, address_of

    def escape(self, text, parent_tags):
        return escaped(text) if text else ""

    def words_of(self, cell: Tag) -> str:
        """Return what stands in a cell on one line."""
        parts = [self.process_element(child, parent_tags={"td", "_inline"}) for child in cell.children]
        return " ".join("".join(parts).split())

    def convert_table(self, el, text, parent_tags):
        if "_inline" in parent_tags:
            return f" {escaped(' '.join(el.get_text(' ').split()))} "
        return f"\n\n{table_to_markdown(el, self.words_of, self.turned.note)}\n\n"

    def convert_p(self, el, text, parent_tags):
        if "_inline" in parent_tags:
            return f" {text.strip()} "
        text = _begun(text)
        return f"\n\n{text}\n\n" if text else ""

    def convert_div(self, el, text, parent_tags):
        if "_inline" in parent_tags:
            return f" {text.strip()} "
        return f"\n\n{text.strip()}\n\n" if text.strip() else ""

    convert_figure = convert_figcaption = convert_section = convert_article = convert_div
    convert_details = convert_dd = convert_address = convert_dl = convert_div

    def convert_summary(self, el, text, parent_tags):
        return f"\n\n**{text.strip()}**\n\n" if text.strip() else ""

    convert_dt = convert_summary

    def convert_hN(self, n, el, text, parent_tags):
        text = " ".join(text.split())
        if "_inline" in parent_tags or not text:
            return text
        return f"\n\n{'#' * max(2, min(n, 6))} {text}\n\n"

    def convert_li(self, el, text, parent_tags):
        first, *rest = text.strip().split("\n")
        if not first:
            return "\n"
        mark = "-"
        if el.parent is not None and el.parent.name == "ol":
            start = str(el.parent.get("start", "1"))
            start = int(start) if re.fullmatch("[0-9]{1,6}", start) else 1
            mark = f"{start + len(el.find_previous_siblings('li'))}."
        return (
            "\n".join([f"{mark} {first}", *(f"    {line}" if line.strip() else "" for line in rest)]) + "\n"
        )

    def convert_pre(self, el, text, parent_tags):
        longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
        fence = "`" * (longest + 1)
        return f"\n\n{fence}\n{text.strip(chr(10))}\n{fence}\n\n" if text.strip() else ""

    def convert_a(self, el, text, parent_tags):
        label = " ".join(text.split())
        address = self.address_of(str(el.get("href") or "").strip())
        if "_noformat" in parent_tags or not label or not address or address.startswith("#"):
            return text
        if urlsplit(address).scheme not in ("http", "https", "mailto") and not re.match("/(?!/)", address):
            self.turned.note(f"a link that leads nowhere from here lost its address: {address[:80]}")
            return text
        label = label.replace(r"\[", "(").replace("]", ")")
        before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
        return f"{before}[{label}]({address.translate(_UNSAFE_IN_ADDRESS)}){after}"

    def convert_del(self, el, text, parent_tags):
        if text.strip():
            self.turned.note("text that was struck out stands as it was, without the line")
        return text

    convert_s = convert_strike = convert_del

    def convert_q(self, el, text, parent_tags):
        return f"“{text}”"


def path_of(root: str, hosts: set[str]) -> Callable[[str], str]:
    """Return the function that makes addresses of the old site paths of this one, where redirects know them.

    `root` is where the old site stood below its hosts. Its files and its newsroom keep their full address.
    """

    def address_of(address: str) -> str:
        try:
            parts = urlsplit(address)
        except ValueError:
            return ""
        if parts.hostname not in hosts or re.match(
            rf"{re.escape(root)}/wp-(?:content|admin|includes)/", parts.path
        ):
            return address
        query = f"?{parts.query}" if parts.query else ""
        return quote(parts.path or "/", safe="/%") + query

    return address_of
