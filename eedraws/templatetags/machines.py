"""What machines read of a page: its address, its title and description once more, and structured data."""

from html import unescape

from django import template
from django.conf import settings
from django.utils.encoding import escape_uri_path
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime

from eedraws.cards.finding import picture
from eedraws.cards.words import site_card
from eedraws.structured.crumbs import breadcrumbs
from eedraws.structured.site import NAME
from eedraws.structured.writing import as_json
from eedraws.structured_pages import KINDS
from eedraws.templatetags.navigation import CRUMBS

register = template.Library()

# In characters: what search engines show of a title without the name of the site, the longest that they show whole, and of a description.
TITLE_ROOM = 60
LONGEST_TITLE = 70
DESCRIPTION_ROOM = 159


@register.simple_block_tag
def said(content):
    """Return what a block says in one line, fit for an attribute, to be said in more than one place."""
    return mark_safe(" ".join(content.split()).replace('"', "&quot;"))


@register.filter
def dated(title, day):
    """Return a headline with its day, where a title has room for both."""
    both = f"{title} ({date_format(localtime(day))})"
    return both if len(both) <= TITLE_ROOM else title


@register.filter
def titled(title):
    """Return what a page is called with the name of the site, where there is room, and in short where others would cut it."""
    if len(unescape(title)) <= TITLE_ROOM:
        return mark_safe(f"{title} · {NAME}")
    return _cut(title, LONGEST_TITLE)


@register.filter
def in_short(text):
    """Return a description as search engines show it whole."""
    return _cut(text, DESCRIPTION_ROOM)


def _cut(text, room):
    """Return a text of HTML whole where it has room, else as many whole words and an ellipsis."""
    plain = unescape(text)
    if len(plain) <= room:
        return text
    return f"{plain[:room].rpartition(' ')[0].rstrip(' ,;:–')}…"


@register.simple_tag(takes_context=True)
def picture_of_page(context):
    """Return the picture of a page where it is shared; that of the site for one that has none of its own."""
    return context.get("card") or picture(site_card())


@register.simple_tag(takes_context=True)
def page_address_of(context):
    """Return the whole address by which the page is known; "" for a page that has none.

    The pages of a list are known each by its own; what is filtered, sorted or asked for is not.
    """
    address, request = context.get("canonical_url", ""), context.get("request")
    page = context.get("page_obj")
    if not address or request is None or page is None or page.number == 1 or set(request.GET) != {"page"}:
        return address
    return f"{settings.SITE_URL}{escape_uri_path(request.path)}?page={page.number}"


@register.simple_tag(takes_context=True)
def structured_data(context, *kinds):
    """Write what the page says, for machines: a block of data, which no browser runs; nothing in a preview."""
    if context.get("preview") or not context.get("page_address"):
        return ""
    known = context.flatten()
    nodes = [node for kind in kinds for node in KINDS[kind](known)]
    if crumbs := context.render_context.get(CRUMBS):
        nodes.append(breadcrumbs(crumbs, context["page_address"]))
    if not nodes:
        return ""
    return mark_safe(f'<script type="application/ld+json">{as_json(nodes)}</script>')
