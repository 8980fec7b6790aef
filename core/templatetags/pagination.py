"""Which pages of a list are named: the first, the last and those around the present one."""

from collections.abc import Iterable

from django import template
from django.core.paginator import Page

register = template.Library()


@register.simple_tag
def page_numbers(page: Page) -> Iterable[int | str]:
    """Return the numbers of the pages to name, with a sign for what is left out: as many for ten pages as for thousands."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
