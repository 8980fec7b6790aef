"""Parts of pages that are rendered once in the life of an object."""

import pytest
from django.template import Context, Template
from django.utils import translation

TEMPLATE = Template("{% load once %}{% once owner kind %}{{ owner.name }} {{ other }}{% endonce %}")


class Owner:
    name = "draw 255"


def shown(owner, **values):
    return TEMPLATE.render(Context({"owner": owner, **values}))


def test_is_rendered_once_for_an_object_and_anew_for_the_next():
    owner = Owner()
    assert shown(owner, other="first") == shown(owner, other="second") == "draw 255 first"
    assert shown(Owner(), other="second") == "draw 255 second"


def test_is_another_for_each_value_named_after_the_object():
    owner = Owner()
    assert shown(owner, kind="a", other="first") != shown(owner, kind="b", other="second")


def test_is_another_in_each_language():
    owner = Owner()
    shown(owner, other="first")
    with translation.override("fr"):
        assert shown(owner, other="second") == "draw 255 second"


def test_each_place_is_its_own():
    owner = Owner()
    shown(owner, other="first")
    assert (
        Template("{% load once %}{% once owner %}here{% endonce %}").render(Context({"owner": owner}))
        == "here"
    )


@pytest.mark.parametrize("owner", [None, "", 5])
def test_what_can_keep_nothing_is_rendered_each_time(owner):
    assert shown(owner, other="first").strip() == "first"
    assert shown(owner, other="second").strip() == "second"


def test_what_is_shown_is_escaped_once():
    owner = Owner()
    assert shown(owner, other="<b>") == shown(owner, other="<b>") == "draw 255 &lt;b&gt;"
