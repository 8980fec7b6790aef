import re
from collections.abc import Iterable

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from eedraws.pages.terms import TERMS
from eedraws.search.highlighting import Piece

register = template.Library()
_TAG = re.compile(r"<[^>]*>")
_SHORT = re.compile(r".+ \(([A-Z]{2,})\)")


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """Write a text in pieces, those that are to be marked in <mark>."""
    return format_html_join("", "{}", ((_written(piece),) for piece in pieces))


def _written(piece: Piece) -> str:
    return format_html("<mark>{}</mark>", piece.text) if piece.marked else piece.text


@register.simple_block_tag
def written_out_first(content):
    """Write out above the content the terms that it has in short: pieces of texts do not begin where their texts do."""
    words = set(re.findall(r"\b[A-Z]{2,}\b", _TAG.sub(" ", content)))
    names = [str(term.name) for term in TERMS]
    shortened = [name for name in names if (match := _SHORT.fullmatch(name)) and match[1] in words]
    return render_to_string("includes/written_out.html", {"names": shortened}) + content
