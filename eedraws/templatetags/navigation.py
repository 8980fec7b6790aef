from itertools import batched

from django import template
from django.utils.html import format_html

register = template.Library()


@register.simple_tag(takes_context=True)
def current(context, href):
    """Return the aria-current attribute of a link to `href`: "page" on that page, "true" below it, else nothing."""
    path = getattr(context.get("request"), "path", "")
    if not href or not path.startswith(href):
        return ""
    return format_html(' aria-current="{}"', "page" if path == href else "true")


@register.inclusion_tag("includes/breadcrumbs.html")
def breadcrumbs(*parts):
    """Show where a page stands: labels, each followed by its address, from the outermost in."""
    return {"crumbs": list(batched(parts, 2, strict=False))}
