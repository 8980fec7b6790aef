"""Rows of the answers to "Would I have been invited?": hundreds, different for every reader."""

from collections.abc import Sequence
from functools import cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.templatetags.once import once_for_each
from draws.invited_words import Row
from draws.models import Round

register = template.Library()


@register.simple_tag
def answer_rows(rows: Sequence[Row]) -> SafeString:
    """Write a row for each answer; what the draw was is the same for every reader."""
    score, written = escape(_("Your score:")), []
    # Most answers recur, and so do most places below a cut-off.
    answer, place = cache(_answer), cache(escape)
    told = once_for_each((row.round for row in rows), "answer", cells)
    for row, round in zip(rows, told, strict=True):
        against = f'<td class="against"><span class="unit">{score} </span>{place(row.against)}</td>'
        said = answer(row.verdict, row.reasons)
        written.append(f"<tr>{round}\n{against}\n{said}</tr>\n")
    return mark_safe("".join(written))


def _answer(verdict: str, reasons: tuple[str, ...]) -> SafeString:
    colon = ":" if reasons else ""
    why = format_html_join("", " {}", ((reason,) for reason in reasons))
    return format_html('<td class="gap"><strong>{}{}</strong>{}</td>', verdict, colon, why)


def cells(round: Round) -> SafeString:
    return render_to_string("draws/invited/cells.html", {"round": round})
