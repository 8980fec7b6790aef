"""What the newsroom's pages of draws show of pictures, which the admin of draws knows nothing of."""

from django import template

from eedraws.cards.replacing import replacement

register = template.Library()


@register.inclusion_tag("admin/pictures/replacement.html")
def replacement_of(round):
    """Show the picture and the text that take the place of those of a corrected draw."""
    return {"replacement": replacement(round), "round": round}
