"""Charts in pages."""

from django import template

from draws.charts.sparkline import HEIGHT, WIDTH

register = template.Library()


@register.inclusion_tag("includes/sparkline.html")
def sparkline(lines, category):
    """Show the course of a type's cut-off, from `draws.charts.figures.sparklines()`; nothing for fewer than two draws."""
    points = lines.get(category.pk, []) if lines else []
    return {
        "points": points if len(points) > 1 else [],
        "category": category,
        "width": WIDTH,
        "height": HEIGHT,
    }
