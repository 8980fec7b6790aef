"""Fields that are rendered once: each reader sees what that reader wrote and chose, and nothing of another's."""

import pytest
from django import forms
from django.template.loader import render_to_string

from core.freshness import CURRENT
from core.templatetags.fields import FIELDS, field_of


class Form(forms.Form):
    words = forms.CharField(required=False, max_length=9)
    colour = forms.ChoiceField(choices=[("red", "Red"), ("blue", "Blue")], required=False)
    sizes = forms.MultipleChoiceField(choices=[("s", "S"), ("m", "M")], required=False)


def bare(field):
    return render_to_string("includes/field.html", {"field": field})


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "data",
    [
        {},
        {"words": "draw"},
        {"words": '"><script>', "colour": "blue"},
        {"words": "too long to take"},
        {"colour": "green"},
        {"sizes": ["m", "s"]},
        {"sizes": ["m"], "colour": "red"},
        {"sizes": ["xl"]},
    ],
    ids=str,
)
def test_a_field_is_as_its_template_shows_it(data):
    CURRENT.forget()
    for other in ({}, {"words": "other", "colour": "red", "sizes": ["s"]}, data, data):
        for field in Form(other):
            assert field_of(field) == bare(field)


@pytest.mark.django_db(transaction=True)
def test_what_readers_write_is_not_kept():
    CURRENT.forget()
    for number in range(20):
        for field in Form({"words": f"word {number}", "colour": "green", "sizes": ["s", "s"]}):
            field_of(field)
    kept = repr(FIELDS.get())
    assert "id_words" in kept
    assert "word 1" not in kept
    assert "green" not in kept


@pytest.mark.django_db(transaction=True)
def test_more_choices_than_are_kept_are_shown_all_the_same(monkeypatch):
    class Other(Form):
        """None of its fields was rendered before."""

    kept = len(FIELDS.get())
    monkeypatch.setattr("core.templatetags.fields.MOST", kept + 2)
    for data in ({}, {"colour": "red"}, {"colour": "blue"}, {"sizes": ["s"]}, {"sizes": ["m"]}):
        for field in Other(data):
            assert field_of(field) == bare(field)
    assert len(FIELDS.get()) == kept + 2
