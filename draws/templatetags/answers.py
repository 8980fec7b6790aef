"""Rows of the answers to "Would I have been invited?": hundreds, different for every reader."""

from collections.abc import Iterable

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.templatetags.once import once_for
from draws.invited_words import Row
from draws.models import Round

register = template.Library()


@register.simple_tag
def answer_rows(rows: Iterable[Row]) -> SafeString:
    """Write a row for each answer: what the draw was is the same for every reader, and most answers recur."""
    score, answers, written = escape(_("Your score:")), {}, []
    for row in rows:
        key = (row.against, row.verdict, *row.reasons)
        if key not in answers:
            against = f'<td class="against"><span class="unit">{score} </span>{escape(row.against)}</td>'
            answers[key] = f"\n{against}\n{answer(row)}</tr>\n"
        written.append(f"<tr>{once_for(row.round, 'answer', cells)}{answers[key]}")
    return mark_safe("".join(written))


def answer(row: Row) -> SafeString:
    reasons = format_html_join("", " {}", ((reason,) for reason in row.reasons))
    colon = ":" if row.reasons else ""
    return format_html('<td class="gap"><strong>{}{}</strong>{}</td>', row.verdict, colon, reasons)


def cells(round: Round) -> SafeString:
    return render_to_string("draws/invited/cells.html", {"round": round})
