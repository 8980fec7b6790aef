"""Fields of forms that are read: most of them are as they were for the reader before."""

from typing import Any

from django import forms, template
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from core.kept import Kept

register = template.Library()
# What is offered may come from the record: rendered anew with it.
FIELDS: Kept[dict[tuple, Any]] = Kept(dict)
# Readers may choose in more ways than a process can remember.
MOST = 500


@register.simple_tag
def field_of(field, name="includes/field.html"):
    """Show a field by the template of this name, which is given the field and nothing else.

    What shows nothing that a reader wrote is rendered once, a line of text once but for what is written in it.
    """
    key = (name, type(field.form), get_language(), field.name)
    if not field.errors:
        if type(field.field.widget) in (forms.TextInput, forms.DateInput, forms.TimeInput):
            return _line(field, name, key)
        if (choice := _choice(field)) is not None:
            return _kept((*key, choice), field, name)
    return render_to_string(name, {"field": field})


def _line(field: BoundField, name: str, key: tuple) -> SafeString:
    """Show a line of text: before and after its value, fields are alike."""
    shown, value = FIELDS.get(), field.field.widget.format_value(field.value())
    if not value:
        return _kept((*key, ()), field, name)
    attribute = f' value="{escape(value)}"'
    if key not in shown:
        before, _value, after = render_to_string(name, {"field": field}).partition(attribute)
        shown[key] = before, after
    before, after = shown[key]
    return mark_safe(before + attribute + after)


def _choice(field: BoundField) -> tuple | None:
    """Return what was chosen, by which a field without an error is known; None where it cannot be known by it."""
    value = field.data
    if not value or isinstance(value, bool):
        return (bool(value),)
    if not isinstance(field.field, forms.ChoiceField):
        return None
    return (value,) if isinstance(value, str) else tuple(sorted({*value}))


def _kept(key: tuple, field: BoundField, name: str) -> SafeString:
    shown = FIELDS.get()
    if (known := shown.get(key)) is not None:
        return known
    written = render_to_string(name, {"field": field})
    if len(shown) < MOST:
        shown[key] = written
    return written
