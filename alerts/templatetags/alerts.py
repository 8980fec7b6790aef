"""Whether pages lead to alerts by e-mail, and lines of mails."""

from textwrap import fill

from django import template

from alerts.asking import offered

LONGEST_LINE = 76

register = template.Library()


@register.simple_tag
def alerts_offered() -> bool:
    return offered()


@register.filter
def folded(text: str) -> str:
    """Break a paragraph into lines of plain text, between words: Django's own filter breaks at hyphens too."""
    return fill(text, LONGEST_LINE, break_long_words=False, break_on_hyphens=False)
