"""Which pages of a list are named, the first, the last and those around the present one, and where they are."""

from collections.abc import Iterable

from django import template
from django.core.paginator import Page
from django.template.context import Context

register = template.Library()


@register.simple_tag
def page_numbers(page: Page) -> Iterable[int | str]:
    """Return the numbers of the pages to name, with a sign for what is left out: as many for ten pages as for thousands."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.simple_tag(takes_context=True)
def address_of_pages(context: Context) -> str:
    """Return what the address of every page begins with, up to the number: the query that came, or `asked` for it."""
    if context.get("asked"):
        return context["asked"]
    query = context["request"].GET.copy()
    query.pop("page", None)
    query["page"] = ""
    return f"?{query.urlencode()}"
