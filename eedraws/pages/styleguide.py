"""Every component of the site in every state, for those who build it. A component joins by one line below."""

from typing import NamedTuple

from django.contrib.admin.views.decorators import staff_member_required
from django.http import Http404
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from eedraws.cards.saying import LINK, SIZES
from eedraws.cards.store import kept
from eedraws.pages import specimens as s
from eedraws.pages.cards import png


class Component(NamedTuple):
    """A template with the contexts of its states, by name; `wrapped_in` is the class of what it stands in."""

    name: str
    template: str
    states: dict[str, dict]
    wrapped_in: str = ""


class Shown(NamedTuple):
    """A component as it looks: pairs of a state's name and its HTML."""

    component: Component
    states: list[tuple[str, SafeString]]


COMPONENTS = [
    Component("Type and space", "styleguide/typography.html", {"all": {}}),
    Component("Colours", "styleguide/colours.html", {"all": {}}),
    Component("Buttons, links and badges", "styleguide/buttons.html", {"all": {}}),
    Component(
        "Tag of a type of draw",
        "includes/category_tag.html",
        {
            "plain": {"category": s.TRADES},
            "linked": {"category": s.CEC, "url": "/categories/cec/"},
            "abbreviation": {"category": s.STEM},
            "long": {"category": s.LONG_NAMED},
        },
    ),
    Component(
        "Change",
        "includes/change.html",
        {"lower": {"change": s.LOWER}, "higher": {"change": s.HIGHER}, "unchanged": {"change": s.SAME}},
    ),
    Component(
        "Range",
        "includes/range.html",
        {"two values": {"lowest": 439, "highest": 511}, "one": {"lowest": 463, "highest": 463}},
    ),
    Component(
        "Card of a draw",
        "includes/round_card.html",
        {
            "ordinary": {"round": s.ORDINARY, "change": s.LOWER},
            "nominees": {"round": s.NOMINEES},
            "long": {"round": s.LONGEST, "change": s.HIGHER},
        },
        "round-cards",
    ),
    Component(
        "Figures",
        "includes/totals.html",
        {
            "ordinary": {"totals": s.TOTALS},
            "with nominees": {"totals": s.TOTALS_WITH_NOMINEES},
        },
    ),
    Component(
        "Table of draws",
        "includes/draw_table.html",
        {
            "of all types, with totals": {
                "rounds": s.DRAWS,
                "caption": "Synthetic draws",
                "totals": s.TOTALS,
            },
            "of one type": {"rounds": [s.ORDINARY], "caption": "Synthetic draws", "category": s.CEC},
            "empty": {"rounds": [], "caption": "No draws"},
        },
    ),
    Component(
        "Standing of the types of draw",
        "includes/standings.html",
        {
            "with gaps": {
                "rows": s.STANDINGS,
                "caption": "Synthetic draws",
                "sparklines": s.LINES,
                "gaps": True,
            },
            "without": {"rows": s.STANDINGS, "caption": "Synthetic draws", "sparklines": s.LINES},
        },
    ),
    Component(
        "Sparkline",
        "includes/sparkline.html",
        {"ordinary": {"line": s.LINE, "category": s.CEC, "width": 80, "height": 24}},
    ),
    Component(
        "Standing of an occupation",
        "includes/standing.html",
        {
            "on a list": {"standing": s.ON_A_LIST},
            "no longer": {"standing": s.NO_LONGER},
            "never": {"standing": s.NEVER},
        },
    ),
    Component(
        "Standing on a past day",
        "includes/standing_then.html",
        {
            "on a list": {"standing": s.ON_A_LIST, "day": s.DAY},
            "no longer": {"standing": s.NO_LONGER, "day": s.DAY},
            "never": {"standing": s.NEVER, "day": s.DAY},
        },
    ),
    Component(
        "Notice",
        "includes/notice.html",
        {
            kind: {"kind": kind, "text": f"What a reader must know first ({kind})."}
            for kind in ("age", "correction", "withdrawn", "preview")
        },
    ),
    Component(
        "Teaser of an article",
        "includes/article_teaser.html",
        {"ordinary": {"article": s.ARTICLE}, "long, without description": {"article": s.LONG_ARTICLE}},
    ),
    Component("Questions and answers", "includes/faq.html", {"ordinary": {"entries": s.ENTRIES}}),
    Component("Where a page stands", "includes/breadcrumbs.html", {"long": {"crumbs": s.CRUMBS}}),
    Component(
        "Pages",
        "includes/pagination.html",
        {"middle": {"page_obj": s.PAGES.page(5)}},
    ),
    Component("Filters in use", "includes/applied.html", {"two": {"applied": s.APPLIED}}),
    Component("Summary of errors", "includes/error_summary.html", {"with errors": {"form": s.WRONG_FORM}}),
    Component(
        "Field",
        "includes/field.html",
        {
            **{f"empty: {field.label}": {"field": field} for field in s.EMPTY_FORM},
            **{f"wrong: {field.label}": {"field": field} for field in s.WRONG_FORM if field.errors},
        },
    ),
    Component("Search for a job", "includes/job_search.html", {"asked": {"query": "long haul driver"}}),
    Component("Ways to pass a page on", "includes/share.html", {"ordinary": {"sharing": s.SHARING}}),
    Component(
        "Pictures to share",
        "styleguide/picture.html",
        {
            f"{name}, {size.name}": {"name": name, "size": size, "card": card}
            for name, card in s.CARDS.items()
            for size in (SIZES.values() if name in ("draw", "week") else [LINK])
        },
    ),
    Component("Follow", "includes/follow.html", {"all draws": {}, "one type": {"category": s.CEC}}),
]


@staff_member_required
def styleguide(request):
    shown = [
        Shown(
            component,
            [
                (name, render_to_string(component.template, context, request))
                for name, context in component.states.items()
            ],
        )
        for component in COMPONENTS
    ]
    return render(request, "styleguide/styleguide.html", {"shown": shown})


@staff_member_required
def specimen_picture(request, name, size):
    """A picture of something synthetic, which has no address among the others."""
    if name not in s.CARDS:
        raise Http404
    return png(kept(s.CARDS[name], size), "no-store")
