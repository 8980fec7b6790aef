"""The one parser of query parameters: every value is clamped or dropped, none raises.

Forms (django-filter) explain what they refuse; what is read outside a form is read here.
"""

import re
from collections.abc import Collection
from datetime import date

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

_UNWANTED = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffd]+")
_INTEGER = re.compile(r"-?[0-9]{1,9}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def plain(value: str) -> str:
    """Return `value` without control characters, white space folded."""
    return " ".join(_UNWANTED.sub(" ", value).split())


def text(request: HttpRequest, name: str, *, max_length: int = 100) -> str:
    """Return the last value of `name` in plain characters, cut at `max_length`."""
    return plain(request.GET.get(name, "")[: 4 * max_length])[:max_length].rstrip()


def choice(request: HttpRequest, name: str, allowed: Collection[str], default: str = "") -> str:
    """Return the last value of `name` if it is among `allowed`, else `default`."""
    value = request.GET.get(name, default)
    return value if value in allowed else default


def integer(request: HttpRequest, name: str, *, low: int, high: int, default: int, sent: bool = False) -> int:
    """Return the last value of `name`, clamped to `low` .. `high`; `default` when it is not an integer.

    `sent`: from the form that was sent, not from the address.
    """
    value = (request.POST if sent else request.GET).get(name, "").strip()
    return min(max(int(value), low), high) if _INTEGER.fullmatch(value) else default


def day(request: HttpRequest, name: str) -> date | None:
    """Return the last value of `name` as a day (YYYY-MM-DD), or None when it is none."""
    value = request.GET.get(name, "").strip()
    if not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def page(request: HttpRequest, items, per_page: int) -> Page:
    """Return the page of `items` that ?page= names: the first for nonsense, the last for what is beyond it."""
    number = integer(request, "page", low=1, high=10_000_000, default=1)
    return Paginator(items, per_page).get_page(number)
