"""HTML of ours where our style sheet is not: in feeds, and in what pages tell machines. Pure: no Django.

Words, links, lists, tables and pictures stay; what only looks or works on the site goes. Every address is whole.
"""

import re
from functools import lru_cache

import nh3

TAGS = {
    *("p", "br", "hr", "blockquote", "ul", "ol", "li", "pre", "code", "em", "strong", "small", "a"),
    *("h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "details", "summary", "time"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "figure", "figcaption", "img"),
}
ATTRIBUTES = {
    "a": {"href", "rel"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
# What stands within a line.
INLINE = {"a", "code", "em", "img", "small", "strong", "time"}
# Gone with what they hold: drawings and controls that need the page around them.
WITHOUT = {"button", "form", "script", "style", "svg"}

# XML has no place for them, and no text needs them.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_SPACES = re.compile(r"\s+")


def for_outside(html: str, page: str) -> str:
    """Return `html` of the page at the address `page` as it can be read anywhere."""
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        clean_content_tags=WITHOUT,
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
        url_relative=("rewrite_with_base", page),
    )
    return without_controls(clean).strip()


# An answer stands on many pages, and with each of them anew.
@lru_cache(maxsize=128)
def for_machines(html: str) -> str:
    """Return the words of `html` in their paragraphs, lists and tables, without links and emphasis."""
    clean = nh3.clean(html, tags=TAGS - INLINE, attributes={}, clean_content_tags=WITHOUT, link_rel=None)
    return without_controls(clean).strip()


def without_controls(text: str) -> str:
    """Return `text` as XML can hold it."""
    return _CONTROLS.sub("", text)


def words_of(html: str) -> str:
    """Return the words of safe HTML in one line, with a space between blocks."""
    return _SPACES.sub(" ", nh3.clean(html.replace("><", "> <"), tags=set(), attributes={})).strip()
