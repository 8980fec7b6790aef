"""Forms of readers, which are sent."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.posting import TOKEN, new_token

register = template.Library()


@register.simple_tag
def form_token() -> SafeString:
    """Write the field that core.posting.accepts_post asks of a form."""
    return format_html('<input type="hidden" name="{}" value="{}">', TOKEN, new_token())
