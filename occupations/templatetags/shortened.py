"""Names of types of draw that pages write in short."""

from collections.abc import Iterable
from typing import Any

from django import template

from occupations.models import Category

register = template.Library()


@register.filter
def shortened(items: Iterable[Any]) -> list[Category]:
    """Return the types of draws, listings or the like whose tags are an abbreviation, each once, in reading order."""
    categories = {item.category.pk: item.category for item in items}.values()
    found = [category for category in categories if category.short_name == category.abbreviation]
    return sorted(found, key=lambda category: category.order)
