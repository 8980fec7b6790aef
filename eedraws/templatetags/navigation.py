import re
from itertools import batched

from django import template
from django.utils.safestring import mark_safe

register = template.Library()
# Where structured data find what the page has shown.
CRUMBS = "crumbs"
_STEP = re.compile("/")
_LINK = re.compile(r'href="([^"?]*)[^"]*"')


@register.simple_block_tag(takes_context=True)
def navigating(context, content):
    """Mark the links of the content that lead to this page (aria-current="page") or to one above it ("true").

    The front page is above every other, which says nothing. Only the marks depend on the page, so the content may be kept.
    """
    path = getattr(context.get("request"), "path", "")
    steps = [step.end() for step in _STEP.finditer(path)][1:]
    marks = {path[:end]: "page" if end == len(path) else "true" for end in steps}

    def marked(link: re.Match[str]) -> str:
        mark = marks.get(link[1])
        return f'{link[0]} aria-current="{mark}"' if mark else link[0]

    return mark_safe(_LINK.sub(marked, content))


@register.inclusion_tag("includes/breadcrumbs.html", takes_context=True)
def breadcrumbs(context, *parts):
    """Show where a page stands: labels, each followed by its address, from the outermost in; the page itself has none."""
    crumbs = [pair if len(pair) == 2 else (*pair, "") for pair in batched(parts, 2, strict=False)]
    context.render_context[CRUMBS] = crumbs
    return {"crumbs": crumbs}
