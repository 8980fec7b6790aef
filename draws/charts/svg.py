"""What the charting library writes, as a page can take it in. Pure: no Django.

Only shapes, letters and presentation attributes pass, in the stylesheet's colours: nothing that a
Content-Security-Policy forbids, nothing that a screen reader would read mark by mark, no font but the page's.
"""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

# Part of each drawing's hash: counted up when the same drawing is to be written in another way.
VERSION = 1
NAMESPACE = "{http://www.w3.org/2000/svg}"
SHAPES = {"path", "line", "rect", "circle", "text"}
GEOMETRY = {"d", "x", "y", "x2", "y2", "x1", "y1", "width", "height", "r", "cx", "cy", "transform"}
LOOKS = {
    "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-miterlimit", "opacity", "fill-opacity",
    "stroke-opacity", "text-anchor", "font-size", "font-weight",
}  # fmt: skip
COLOUR = re.compile(r"none|var\(--[a-z-]+\)")
VALUE = re.compile(r"[A-Za-z0-9 .,()+-]*")
# What a browser takes anyway.
DEFAULTS = {
    ("opacity", "1"),
    ("text-anchor", "start"),
    ("stroke-dasharray", "1,0"),
    ("transform", "translate(0,0)"),
}


class NotADrawing(ValueError):
    """The library wrote something that this site does not show."""


def inner(svg: str) -> str:
    """Return what stands inside the `svg` element of a drawing, cleaned. Raises NotADrawing."""
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise NotADrawing(f"no XML: {error}") from error
    if root.tag != f"{NAMESPACE}svg":
        raise NotADrawing(f"<{root.tag}> is no drawing")
    return "".join(ElementTree.tostring(child, encoding="unicode") for child in _children(root))


def _children(parent: Element) -> list[Element]:
    """Return the cleaned children of an element; a group that says nothing gives way to what it holds."""
    kept = []
    for child in parent:
        clean = _clean(child)
        if clean is not None and clean.tag == "g" and not clean.attrib:
            kept += list(clean)
        elif clean is not None:
            kept.append(clean)
    return kept


def _clean(element: Element) -> Element | None:
    """Return an element with what is allowed of it, or None when there is nothing to be seen of it."""
    tag = element.tag.removeprefix(NAMESPACE)
    if tag not in SHAPES | {"g"}:
        raise NotADrawing(f"<{tag}> is not shown")
    attributes = _attributes(element)
    if element.get("display") == "none" or not _is_seen(tag, attributes):
        return None
    clean = Element(tag, attributes)
    if tag == "text":
        clean.text = element.text
    children = _children(element)
    clean.extend(children)
    return clean if tag != "g" or children else None


def _is_seen(tag: str, attributes: dict[str, str]) -> bool:
    """Whether a shape has ink: what it says nothing of is "none" in its group."""
    return tag in ("g", "text") or any(attributes.get(name, "none") != "none" for name in ("fill", "stroke"))


def _attributes(element: Element) -> dict[str, str]:
    kept = {}
    for name, value in element.attrib.items():
        if name in ("fill", "stroke"):
            if not COLOUR.fullmatch(value):
                raise NotADrawing(f"{name} {value!r} is no colour of the stylesheet")
            kept[name] = value
        elif name in GEOMETRY | LOOKS:
            if not VALUE.fullmatch(value):
                raise NotADrawing(f"{name} {value!r}")
            kept[name] = re.sub(
                r"\d+\.\d+", lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), value
            )
            kept[name] = kept[name].removesuffix("px")
    return {name: value for name, value in kept.items() if (name, value) not in DEFAULTS}
