"""Blocks of an article: tables of draws, of lists, of gaps, and pictures, rendered through templates. No queries."""

from collections.abc import Sequence
from datetime import date

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from articles.figures import corrections
from articles.references import (
    DrawsTable,
    GapsTable,
    ImageBlock,
    LatestTable,
    OccupationsTable,
    Reference,
    Selection,
)
from articles.resolving import Clock, Record, Unresolved
from draws.clock import Span
from draws.models import Round
from draws.trends import totals
from occupations.models import CategoryVersion
from occupations.standing import standing


def missing(reference: Reference | None) -> SafeString:
    is_picture = isinstance(reference, ImageBlock)
    words = _("This picture is not here any more.") if is_picture else _("This table is not in the record.")
    return format_html('<p class="empty">{}</p>', words)


def block(reference: Reference, clock: Clock, record: Record, anchor: str) -> SafeString:
    """Return the HTML of a table or a picture; `anchor` is unique on the page. Raises Unresolved."""
    match reference:
        case DrawsTable():
            name, context = "draws", _draws(reference, clock, record)
        case LatestTable():
            name, context = "draws", _latest(reference, clock, record)
        case GapsTable():
            name, context = "gaps", _gaps(reference, clock, record)
        case OccupationsTable():
            name, context = "occupations", _occupations(reference, clock, record)
        case ImageBlock():
            name, context = "image", _image(reference, record)
        case _:
            raise Unresolved
    return render_to_string(f"articles/blocks/{name}.html", {**context, "anchor": anchor})


def _draws(reference: DrawsTable, clock: Clock, record: Record) -> dict:
    rounds = record.rounds_of(reference, clock)
    return {
        "rounds": rounds,
        "totals": totals(rounds) if len(rounds) > 1 else None,
        "caption": _caption(reference.selection, rounds),
        "caption_url": _year_url(reference.selection, rounds),
        "corrected": corrections(reference, clock, record),
    }


def _caption(selection: Selection, rounds: Sequence[Round]) -> str:
    span = selection.span
    if span is None:
        caption = _("Draws %(numbers)s") % {"numbers": get_text_list(selection.numbers, _("and"))}
    elif selection.unit == "year":
        caption = _("Draws of %(year)s") % {"year": span.start.year}
    elif selection.unit == "month":
        caption = _("Draws of %(month)s") % {"month": date_format(span.start, "YEAR_MONTH_FORMAT")}
    elif span.start.year == span.end.year:
        caption = _("Draws of %(year)s: %(days)s") % {"year": span.start.year, "days": _days(span)}
    else:
        caption = _("Draws from %(start)s to %(end)s") % {
            "start": date_format(span.start),
            "end": date_format(span.end),
        }
    if not selection.categories:
        return caption
    names = {round.category.slug: round.category.short_name for round in rounds}
    types = [names[slug] for slug in selection.categories if slug in names]
    return f"{caption} ({get_text_list(types, _('and'))})" if types else caption


def _days(span: Span) -> str:
    """Days of one year, without it: "3 to 9 July", "28 June to 4 July"."""
    start, end = span
    if start == end:
        return date_format(start, "MONTH_DAY_FORMAT")
    first = str(start.day) if start.month == end.month else date_format(start, "MONTH_DAY_FORMAT")
    return _("%(first)s to %(last)s") % {"first": first, "last": date_format(end, "MONTH_DAY_FORMAT")}


def _year_url(selection: Selection, rounds: Sequence[Round]) -> str | None:
    """Return where the draws of the year, or of the month asked for, are."""
    if selection.span is None:
        return reverse("draw-year", args=[rounds[0].date.year]) if rounds else None
    day = selection.span.start
    if selection.unit == "month":
        return reverse("draw-month", args=[day.year, day.month])
    return reverse("draw-year", args=[day.year])


def _latest(reference: LatestTable, clock: Clock, record: Record) -> dict:
    return {
        "rounds": record.rounds_of(reference, clock),
        "caption": _("The last draw of each type, up to %(day)s")
        % {"day": date_format(record.year_to(reference, clock)[1])},
        "corrected": corrections(reference, clock, record),
    }


def _image(reference: ImageBlock, record: Record) -> dict:
    image = record.image(reference.number)
    return {"image": image, "caption": image.caption if reference.caption is None else reference.caption}


def _gaps(reference: GapsTable, clock: Clock, record: Record) -> dict:
    start, end = record.year_to(reference, clock)
    return {"gaps": record.gaps(reference, clock), "start": start, "end": end}


def _occupations(reference: OccupationsTable, clock: Clock, record: Record) -> dict:
    lists = record.lists_of(reference, clock)
    versions = record.lists.versions
    today = {
        listing.occupation_id: standing(
            record.lists.of_occupation[listing.occupation_id], record.today, versions
        )
        for found in lists
        for listing in found.listings or ()
    }
    return {
        "groups": [
            {
                "list": found,
                "heading": _list_heading(found.version, found.on, record.today),
                "rows": [(listing, today[listing.occupation_id]) for listing in found.listings or ()],
            }
            for found in lists
        ],
        "names": get_text_list([found.category.short_name for found in lists], _("and")),
        "today": record.today,
        "awaited": standing([], record.today, versions).awaited,
    }


def _list_heading(version: CategoryVersion, on: date, today: date) -> str:
    if version.valid_to and version.valid_to < today:
        text = _("List in force on %(day)s (ended %(end)s)")
        return text % {"day": date_format(on), "end": date_format(version.valid_to)}
    return _("List in force on %(day)s") % {"day": date_format(on)}
