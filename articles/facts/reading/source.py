"""A part's source as text of the same length, its markup blanked out, so that every offset is one of the source.

Characters are exchanged one for one: dashes that do not break, curly quotation marks and odd spaces become plain ones.
An entity becomes its character with spaces after it. Live references are trusted: they leave a `Live` behind and no words.
"""

import html
import re
from dataclasses import dataclass

from articles.facts.model import Format, Part
from articles.references import BadReference, Reference, fenced, parse

_SPACES = (
    "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
_EXCHANGED = {
    **{code: " " for code in range(32) if code != 10},
    **dict.fromkeys(range(127, 160), " "),
    **dict.fromkeys(range(8192, 8203), " "),
    **{ord(character): " " for character in _SPACES},
    **dict.fromkeys(map(ord, "\u2010\u2011\u2212\ufe63\uff0d"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u2032\u00b4"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u00ab\u00bb\u2033"), '"'),
}
_NOT_NEWLINE = re.compile(r"[^\n]")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^`\n]{1,400}\1(?!`)")
_LIVE = re.compile(r"(?<!\\)\[\[(?!\[)([^\[\]\n]{0,300})\]\]")
_HIDDEN = ("script", "style", "template", "svg", "noscript")
_PICTURE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,900}\)")
_LINK = re.compile(
    r"(\[)([^\[\]]{1,300})(\]\(\s{0,9}<?([^\s()<>]{0,900}(?:\([^\s()<>]{0,300}\)[^\s()<>]{0,300})?)>?"
    r"(?:\s{1,9}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s{0,9}\)(?:\{[a-z]{1,20}\})?)"
)
_NAMED_LINK = re.compile(r"(\[)([^\[\]]{1,300})(\]\[([^\[\]\n]{0,100})\])")
_LINK_TARGET = re.compile(r"^ {0,3}\[([^\[\]\n]{1,100})\]:[ \t]*<?(\S{1,900}?)>?[ \t]*$", re.MULTILINE)
_ADDRESS = re.compile(r"<?\b(?:https?://|www\.)[^\s<>\"|]++>?", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z!?][^<>]{0,4000}>", re.IGNORECASE)
_ANCHOR = re.compile(r"<(/?)a\b([^<>]{0,4000})>", re.IGNORECASE)
_HREF = re.compile(
    r"\bhref\s{0,9}=\s{0,9}(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s\"'>]{1,2000}))", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:[a-z][a-z0-9]{1,31}|#[0-9]{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!|~>])")
_EMPHASIS = re.compile(r"\*+|~~|(?<![^\W_])_+|_+(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to `target`; a bare address has no words of its own and stands from `start` to `end`."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Live:
    """A live reference between double brackets; `reference` is None where it is not one that the site knows."""

    start: int
    end: int
    reference: Reference | None


@dataclass(frozen=True, slots=True)
class Text:
    """A part as it is read: `text` is as long as the source of `part`, with newlines where the source has them."""

    part: Part
    text: str
    links: tuple[Link, ...] = ()
    lives: tuple[Live, ...] = ()


def clean(part: Part) -> Text:
    """Read a part's source. Any text is fit; the time is linear in its length."""
    text = re.sub(r"\r(?!\n)", "\n", part.source).translate(_EXCHANGED)
    links: list[Link] = []
    lives: list[Live] = []
    if part.format is not Format.HTML:
        text = _without_code(text)
    text = _LIVE.sub(lambda match: _live(match, lives), text)
    text = _without_hidden(text)
    text = _without_span(text, "<!--", "-->")
    if part.format is Format.HTML:
        links += _anchors(text)
        text = _TAG.sub(_blank, text)
        text = _ENTITY.sub(_character, text)
        text = _ADDRESS.sub(lambda match: _address(match, links), text)
    else:
        text = _without_links(text, links)
        text = _TAG.sub(_blank, text)
        text = _ENTITY.sub(_character, text)
        text = _EMPHASIS.sub(_blank, _ESCAPE.sub(" ", text))
    return Text(part, text, tuple(sorted(links, key=lambda link: link.start)), tuple(lives))


def blank(text: str) -> str:
    """Return spaces in place of `text`, its newlines kept."""
    return _NOT_NEWLINE.sub(" ", text)


def _blank(match: re.Match[str]) -> str:
    return blank(match[0])


def _without_code(text: str) -> str:
    lines = text.split("\n")
    for start, end, _word in fenced(lines):
        for index in range(start, min(end + 1, len(lines))):
            lines[index] = " " * len(lines[index])
    return _CODE.sub(_blank, "\n".join(lines))


def _live(match: re.Match[str], lives: list[Live]) -> str:
    try:
        reference = parse(match[1])
    except BadReference:
        reference = None
    lives.append(Live(match.start(), match.end(), reference))
    return blank(match[0])


def _without_hidden(text: str) -> str:
    """Blank out scripts and their like, which readers do not see."""
    for name in _HIDDEN:
        if f"<{name}" in text.lower():
            text = _without_span(text, f"<{name}", f"</{name}>")
    return text


def _without_span(text: str, opening: str, closing: str) -> str:
    """Blank out what stands from `opening` to `closing`; one that is never closed is left as it is."""
    folded = text.lower() if len(text.lower()) == len(text) else text
    pieces: list[str] = []
    done = 0
    while (start := folded.find(opening, done)) >= 0:
        end = folded.find(closing, start + len(opening))
        if end < 0:
            break
        end += len(closing)
        pieces += [text[done:start], blank(text[start:end])]
        done = end
    return "".join([*pieces, text[done:]])


def _without_links(text: str, links: list[Link]) -> str:
    targets: dict[str, str] = {}

    def target_line(match: re.Match[str]) -> str:
        targets[match[1].lower()] = match[2]
        return blank(match[0])

    def named(match: re.Match[str]) -> str:
        target = targets.get((match[4] or match[2]).lower())
        return match[0] if target is None else _linked(match, target, links)

    text = _PICTURE.sub(_blank, text)
    text = _LINK.sub(lambda match: _linked(match, match[4], links), text)
    text = _LINK_TARGET.sub(target_line, text)
    if targets:
        text = _NAMED_LINK.sub(named, text)
    return _ADDRESS.sub(lambda match: _address(match, links), text)


def _linked(match: re.Match[str], target: str, links: list[Link]) -> str:
    links.append(Link(match.start(2), match.end(2), target))
    return blank(match[1]) + match[2] + blank(match[3])


def _address(match: re.Match[str], links: list[Link]) -> str:
    address = match[0].strip("<>")
    words = address.rstrip(".,;:!?)'*_")
    start = match.start() + match[0].index(address)
    links.append(Link(start, start + len(words), words))
    end = start - match.start() + len(words)
    return blank(match[0][:end]) + match[0][end:].replace(">", " ")


def _anchors(text: str) -> list[Link]:
    """Return the links of HTML; an anchor that is never closed ends where the next begins."""
    links: list[Link] = []
    opened: tuple[int, str] | None = None
    for match in _ANCHOR.finditer(text):
        if opened is not None:
            links.append(Link(opened[0], match.start(), opened[1]))
            opened = None
        if not match[1] and (href := _HREF.search(match[2])):
            opened = match.end(), href[1] or href[2] or href[3] or ""
    return links


def _character(match: re.Match[str]) -> str:
    character = html.unescape(match[0]).translate(_EXCHANGED)
    if len(character) != 1 or character == "\n":
        return " " * len(match[0])
    # A space that does not break keeps the figures on its sides together: "2&nbsp;300".
    return character.ljust(len(match[0]), "\xa0" if character == " " else " ")
