"""The text of a post as WordPress keeps it, made HTML: marks of its editors, shortcodes, paragraphs. Pure."""

import re
from collections.abc import Callable
from html import escape

Note = Callable[[str], None]

# Read by nobody; the turning into Markdown marks pictures with two of them.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_EMPTY_BLOCK = re.compile(r"<!--\s+wp:([a-z0-9/-]+)\s+(?:\{[^\n]*?\}\s+)?/-->")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_QUOTED = r"\"[^\"\]]*\"|'[^'\]]*'|“[^”\]]*”|″[^″\]]*″|[^\s\]\"'/]+"
_SHORTCODE = re.compile(
    rf"\[(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?P<values>(?:\s+[\w-]+\s*=\s*(?:{_QUOTED}))*)\s*/?\]"
)
_VALUE = re.compile(rf"([\w-]+)\s*=\s*({_QUOTED})")
# How WordPress lets an author show a shortcode as it is written.
_SHOWN = re.compile(r"\[(\[/?(?:audio|caption|embed|gallery|playlist|video)\b[^\[\]\n]*\])\]")
_CAPTION = re.compile(
    r"\[(?:wp_)?caption(?P<values>[^\]]*)\](?P<picture>.*?(?:<img[^>]*>)(?:\s*</a>)?)(?P<words>.*?)\[/(?:wp_)?caption\]",
    re.DOTALL,
)
_EMBED = re.compile(r"\[embed[^\]]*\]\s*(\S{1,2000}?)\s*\[/embed\]")
# Shortcodes that come without values; other single words in brackets are an author's own, such as "[sic]".
_BARE = {"audio", "gallery", "playlist", "toc", "video"}
# What keeps its line breaks, or is a block of its own; and what may hold paragraphs.
_WHOLE = re.compile(
    r"<(pre|table|ul|ol|dl|script|style|figure|h[1-6]|p|form|iframe|video|audio|details)\b.*?</\1\s*>|<hr\b[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_AROUND = re.compile(
    r"</?(?:blockquote|div|section|article|aside|main|header|footer|center)\b[^>]*>", re.IGNORECASE
)
# What is left of lists and tables that stood in others of their kind.
_PART = re.compile(r"</?(?:[uod]l|li|d[td]|table|t(?:head|body|foot|r|h|d)|caption)\b", re.IGNORECASE)


def shape(content: str, note: Note) -> str:
    """Return HTML for what WordPress would show; `note` hears of what could not be made HTML."""
    content = _PRIVATE.sub("", content).replace("\r\n", "\n").replace("\r", "\n")
    is_classic = "<!-- wp:" not in content
    for name in dict.fromkeys(_EMPTY_BLOCK.findall(content)):
        if name not in ("more", "nextpage", "separator", "spacer"):
            note(f"the block “{name}” has no content of its own and was left out")
    if "<!--nextpage-->" in content:
        note("the pages of the post were put together into one")
    content = _shortcodes(_COMMENT.sub("", content), note)
    return _paragraphs(content) if is_classic else content


def _shortcodes(content: str, note: Note) -> str:
    shown: list[str] = []

    def keep(match: re.Match[str]) -> str:
        shown.append(match[1])
        return f"\ue002{len(shown) - 1}\ue003"

    content = _SHOWN.sub(keep, content)
    content = _CAPTION.sub(_figure, content)
    content = _EMBED.sub(lambda match: f"\n\n<p>{_link(match[1])}</p>\n\n", content)
    closed = set(re.findall(r"\[/([A-Za-z][\w-]*)\]", content))
    content = _SHORTCODE.sub(lambda match: _shortcode(match, closed, note), content)
    return re.sub("\ue002([0-9]+)\ue003", lambda match: shown[int(match[1])], content)


def _figure(match: re.Match[str]) -> str:
    words = match["words"].strip() or values_of(match["values"]).get("caption", "")
    return f"\n\n<figure>{match['picture']}<figcaption>{words}</figcaption></figure>\n\n"


def _shortcode(match: re.Match[str], closed: set[str], note: Note) -> str:
    name, values = match["name"], values_of(match["values"])
    if not (values or name in closed or name in _BARE or "_" in name or "-" in name):
        return match[0]
    if match["end"]:
        return ""
    if name == "gallery" and (numbers := re.findall("[0-9]+", values.get("ids", ""))):
        pictures = "".join(f'<figure><img data-id="{number}"></figure>' for number in numbers)
        return f"\n\n<figure>{pictures}</figure>\n\n"
    address = next((value for value in values.values() if value.startswith(("http://", "https://"))), "")
    if name in ("audio", "video") and address:
        note(f"[{name}] became a link to {address}")
        return f"\n\n<p>{_link(address)}</p>\n\n"
    what = "a gallery without a list of its pictures" if name == "gallery" else "a shortcode"
    note(f"[{name}], {what}, was left out" + ("; the words inside stayed" if name in closed else ""))
    return ""


def values_of(text: str) -> dict[str, str]:
    """Return what stands as name="value" in a shortcode."""
    return {name.lower(): value.strip("\"'“”″") for name, value in _VALUE.findall(text)}


def _link(address: str) -> str:
    return f'<a href="{escape(address)}">{escape(address)}</a>'


def _paragraphs(content: str) -> str:
    """Put the paragraphs in that the classic editor leaves to blank lines."""
    wholes: list[str] = []

    def keep(match: re.Match[str]) -> str:
        wholes.append(match[0])
        return f"\n\n\ue004{len(wholes) - 1}\ue005\n\n"

    pieces = re.split(r"\n\s*\n", _AROUND.sub(r"\n\n\g<0>\n\n", _WHOLE.sub(keep, content)))
    html = "\n".join(_paragraph(piece.strip()) for piece in pieces if piece.strip())
    return re.sub("\ue004([0-9]+)\ue005", lambda match: wholes[int(match[1])], html)


def _paragraph(piece: str) -> str:
    if piece.startswith("\ue004") or _AROUND.match(piece) or _PART.match(piece):
        return piece
    return "<p>" + re.sub(r"(?:<br\s*/?>)?\s*\n", "<br>\n", piece) + "</p>"
