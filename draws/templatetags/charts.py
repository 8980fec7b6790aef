"""Charts and their figures in pages."""

from django import template

from draws.charts.sparkline import HEIGHT, WIDTH

register = template.Library()


@register.inclusion_tag("includes/sparkline.html")
def sparkline(lines, category):
    """Show the course of a type's cut-off, from `draws.charts.figures.sparklines()`; nothing for fewer than two draws."""
    line = lines.get(category.pk) if lines else None
    return {
        "line": line if line and len(line.points) > 1 else None,
        "category": category,
        "width": WIDTH,
        "height": HEIGHT,
    }


@register.filter
def with_nominees(items):
    """Whether any of the items is of a type whose cut-offs include the points of a nomination."""
    return any(item.category.includes_nomination for item in items)
