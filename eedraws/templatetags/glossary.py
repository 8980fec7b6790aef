from functools import cache

from django import template
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from eedraws.explaining import Explainer
from eedraws.pages.terms import TERMS

register = template.Library()


@cache
def explainer(language: str | None) -> Explainer:
    """Return what knows the terms of a language, which is the active one."""
    return Explainer((str(term.name), term.anchor) for term in TERMS)


@register.simple_block_tag(takes_context=True)
def explained(context, content):
    """Lead each abbreviation, where the content first writes it out, to the glossary; not on the glossary itself."""
    glossary = reverse("glossary")
    request = context.get("request")
    if request is not None and request.path == glossary:
        return content
    return mark_safe(explainer(get_language()).link(content, glossary))
