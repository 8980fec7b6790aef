"""Parts of pages that depend on one object of the record alone: rendered once in its life."""

from collections.abc import Callable, Hashable, Iterable

from django import template
from django.db.models import Model
from django.template import Node, NodeList
from django.template.base import FilterExpression
from django.utils.translation import get_language

register = template.Library()


def is_known(value) -> bool:
    """Whether a value can be told from others: a row that is not stored cannot."""
    return not isinstance(value, Model) or value.pk is not None


def once_for[T, R](owner: T, name: Hashable, render: Callable[[T], R]) -> R:
    """Return what `render` makes of an object, made once in its life in each language; `name` tells it from others."""
    return once_for_each([owner], name, render)[0]


def once_for_each[T, R](owners: Iterable[T], name: Hashable, render: Callable[[T], R]) -> list[R]:
    """Return the same of each of many objects."""
    key = (name, get_language())
    found = []
    for owner in owners:
        shown = vars(owner).setdefault("_shown_once", {})
        if key not in shown:
            shown[key] = render(owner)
        found.append(shown[key])
    return found


class OnceNode(Node):
    def __init__(self, nodelist: NodeList, owner: FilterExpression, others: list[FilterExpression]) -> None:
        self.nodelist = nodelist
        self.owner = owner
        self.others = others

    def render(self, context) -> str:
        owner = self.owner.resolve(context)
        if not hasattr(owner, "__dict__"):
            return self.nodelist.render(context)
        others = [other.resolve(context) for other in self.others]
        if not all(is_known(other) for other in others):
            return self.nodelist.render(context)
        return once_for(owner, (self, *others), lambda _owner: self.nodelist.render(context))


@register.tag
def once(parser, token):
    """Render what is inside once for an object: {% once round of_one %}.

    It may depend on the object, on the record that the object was read with, on the language and on the values named
    after the object, and on nothing else. Objects of what is kept (core/kept.py) live until the content changes or
    the day ends; others until their page is made.
    """
    _name, owner, *others = token.split_contents()
    nodelist = parser.parse(("endonce",))
    parser.delete_first_token()
    return OnceNode(
        nodelist, parser.compile_filter(owner), [parser.compile_filter(other) for other in others]
    )
