"""Two states of an article beside each other, field by field, for people."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.differences import Row, compare, shortened
from articles.models import Article, Author, Image, Tag


class Changed(NamedTuple):
    """A field that differs: its name for people, its lines (a number stands for so many that are the same), who did it."""

    name: str
    label: str
    rows: list[Row | int]
    whose: str = ""


# In the order in which readers meet them.
ORDER = (
    *("title", "standfirst", "image", "body", "questions", "author", "tags", "kind", "topic", "week_start"),
    *("slug", "description", "funding", "sponsor", "record_at"),
)


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Changed]:
    """Return the fields that differ between the contents of two revisions (articles/revisions.py)."""
    people = _names(Author, "name", {old["author"], new["author"]})
    images = _names(Image, "alt", {old.get("image"), new.get("image")})
    tags = _names(Tag, "name_en", {*old["tags"], *new["tags"]})
    found = []
    for name in ORDER:
        before, after = (_text(name, content, people, tags, images) for content in (old, new))
        if before.splitlines() != after.splitlines():
            found.append(Changed(name, _label(name), shortened(compare(before, after))))
    return found


def _names(model, field: str, keys: set) -> dict:
    return dict(model.objects.filter(pk__in=keys).values_list("pk", field))


def _label(name: str) -> str:
    if name == "questions":
        return _("Questions and answers")
    return str(capfirst(Article._meta.get_field(name).verbose_name))


def _text(name: str, content: Mapping[str, Any], people: Mapping, tags: Mapping, images: Mapping) -> str:
    """Return a field as text, a line for each thing that can differ."""
    # Revisions know nothing of fields that are younger.
    value = content.get(name, "")
    match name:
        case "image":
            return f"{value} {images.get(value, _('A picture that is gone'))}" if value else ""
        case "questions":
            return "\n".join(_question(entry) for entry in value)
        case "tags":
            return "\n".join(sorted(tags.get(key, _("A tag that is gone")) for key in value))
        case "author":
            return people.get(value, _("An author who is gone"))
        case "kind":
            return str(Article.Kind(value).label)
        case "topic":
            return str(Article.Topic(value).label)
        case "funding":
            return str(Article.Funding(value or Article.Funding.NONE).label)
        case "week_start":
            return date_format(parse_date(str(value)), "l j F Y") if value else ""
        case "record_at":
            return date_format(localtime(parse_datetime(str(value))), "DATETIME_FORMAT") if value else ""
        case _:
            return value


def _question(entry: Mapping[str, Any]) -> str:
    marks = [text for text in (entry["template"], entry["pinned"] and _("wording kept")) if text]
    mark = f" ({', '.join(marks)})" if marks else ""
    return f"{entry['question']}{mark}\n{entry['answer']}"
