"""What the API's lists share: their parameters, their pages, and reading with GET and HEAD alike."""

import re
from datetime import date, datetime, time
from inspect import cleandoc
from typing import Annotated, Any

from django.conf import settings
from django.db.models import Model, OuterRef, QuerySet, Subquery
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import ValidationError
from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _spelt(pattern: re.Pattern[str], expected: str):
    """Refuse other spellings of a value, which pydantic would guess at."""

    def check(value: Any) -> Any:
        if isinstance(value, str) and not pattern.fullmatch(value):
            raise PydanticCustomError("spelling", expected)
        return value

    return BeforeValidator(check)


WholeNumber = Annotated[int, _spelt(_WHOLE_NUMBER, "Enter a whole number.")]
Day = Annotated[date, _spelt(_DAY, "Enter a day such as 2023-07-06.")]
Moment = Annotated[datetime, AfterValidator(lambda moment: moment.replace(microsecond=0))]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z-]{0,39}$")]
ChangedSince = Annotated[
    Day, Field(description="Only what has changed since the beginning of this day in Toronto.")
]


class PageQuery(Schema):
    """Which part of a list to give."""

    page: WholeNumber = Field(1, ge=1, le=1_000_000, description="Pages are numbered from 1.")
    per_page: WholeNumber = Field(100, ge=1, le=500, description="How many items a page has.")


class Page[Item](Schema):
    """A part of a list, and the addresses of the parts beside it."""

    count: int = Field(description="How many items the whole list has.")
    next: str | None = Field(description="The address of the next page; null on the last.")
    previous: str | None = Field(description="The address of the page before; null on the first.")
    items: list[Item]


def page_of(request, items, query: PageQuery) -> dict:
    """Return the page of `items` that `query` asks for, in the shape of Page; beyond the last it is empty.

    Raises ValidationError for parameters that the list does not have: a misspelt filter would give too much.
    """
    known = type(query).model_fields
    if set(request.GET) - set(known):
        message = f"Only these parameters are known: {', '.join(known)}."
        raise ValidationError([{"loc": ("query",), "msg": message}])
    count = items.count() if isinstance(items, QuerySet) else len(items)
    start = (query.page - 1) * query.per_page
    last = max(1, -(-count // query.per_page))
    return {
        "count": count,
        "next": address(request, query.page + 1) if query.page < last else None,
        "previous": address(request, min(query.page - 1, last)) if query.page > 1 else None,
        "items": list(items[start : start + query.per_page]),
    }


def address(request, page: int) -> str:
    """Return the absolute address of another page of the same list."""
    query = request.GET.copy()
    query["page"] = str(page)
    return f"{settings.SITE_URL}{request.path}?{query.urlencode()}"


def absolute(item: Model) -> str:
    """Return the address of an object's page."""
    return settings.SITE_URL + item.get_absolute_url()


def start_of(day: date) -> datetime:
    """Return the moment at which a day begins in Toronto."""
    return datetime.combine(day, time.min, timezone.get_default_timezone())


def last_change(model: type[Model]) -> Subquery:
    """Return, for an annotation, when an object of `model` was last saved, from its history."""
    history = model.history.filter(**{model._meta.pk.name: OuterRef("pk")})
    return Subquery(history.order_by("-history_date").values("history_date")[:1])


def reads(router: Router, path: str, **options):
    """Register a view for GET, and for HEAD, which the document leaves out; its docstring describes it."""

    def decorate(view):
        summary, _, rest = cleandoc(view.__doc__).partition("\n\n")
        options.update(summary=summary.rstrip("."), description=rest or summary)
        router.api_operation(["HEAD"], path, include_in_schema=False, **options)(view)
        return router.get(path, **options)(view)

    return decorate
