"""Which page a reader comes from when they write to the newsroom."""

from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from articles.models import Article
from draws.models import Round
from occupations.models import Category, Occupation

LONGEST = 200
# What is nobody's page, or whose address is known to few.
NOT_MEANT = {
    "shared-draft",
    "contact",
    "contact-sent",
    "no-api",
    "alerts-confirm",
    "alerts-change",
    "alerts-stop",
}


class Origin(NamedTuple):
    """An address of this site, and what its page is called: the address again, where nothing better is known."""

    path: str
    title: str


def origin(path: str) -> Origin | None:
    """Return the public page at `path`, or None where there is none."""
    # Only the path: a query can hold what somebody answered.
    path = unquote(urlsplit(path).path) if _is_own(path) else ""
    # Files and feeds have no slash at the end.
    if not path.endswith("/") or len(path) > LONGEST:
        return None
    try:
        match = resolve(path)
    except Resolver404:
        return None
    if match.namespaces or match.url_name in NOT_MEANT or not match.url_name:
        return None
    return Origin(path, (_title(match.url_name, match.kwargs) or path)[:LONGEST])


def _is_own(path: str) -> bool:
    return path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()


def _title(name: str, values: dict) -> str:
    """Return what the page is called, as far as the record says; what readers do not see is not told."""
    match name:
        case "article" | "guide":
            return _value(Article.objects.published().filter(**values), "title")
        case "round":
            number = _value(Round.objects.public_record().filter(number=str(values["number"])), "number")
            return number and _("Draw %(number)s") % {"number": number}
        case "category":
            return _value(Category.objects.filter(slug=values["slug"]), "name_en")
        case "occupation":
            occupations = Occupation.objects.filter(code=values["code"]).order_by("-classification")
            return _value(occupations, "title_en")
        case "home":
            return _("The home page")
    return ""


def _value(queryset, field: str) -> str:
    return queryset.values_list(field, flat=True).first() or ""
