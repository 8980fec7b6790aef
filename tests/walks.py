"""What the walks with hostile input have in common: where they go, how they ask, and what no answer does."""

import os
import re
from contextlib import contextmanager
from time import thread_time

from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver
from django.urls.converters import get_converters
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from eedraws.content_types import make_bearable
from tests.hostile import encoded, values

# Thousands of examples that nobody has tried: for whoever has an hour.
LONG_WALKS = bool(os.environ.get("LONG_WALKS"))
# How an answer has what was sent where nothing was escaped, as an element or behind the end of an attribute, or where
# it was run as a template.
REFLECTED = re.compile(r'<zq7|""zq7|7353353')
# Seconds of this thread's own work for one answer, the best of some tries: other processes do not count.
MOST_SECONDS, TRIES = 2.0, 3
MARK_UP = ["text/html", "application/xhtml+xml", "application/xml", "text/xml", "image/svg+xml"]


def often(everyday: int, long: int) -> settings:
    """Return how many examples are tried: the same few everyday, on a long walk others each time."""
    return settings(
        max_examples=long if LONG_WALKS else everyday,
        derandomize=not LONG_WALKS,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


# A part of a route that varies: a converter's, or a group of a pattern.
PART = re.compile(r"<(?:(\w+):)?\w+>|\((?:\?P<\w+>)?[^()]*\)")


def routes(resolver=None, before="", namespace=""):
    """Yield the name and the route of every address of the site, of those without a name the pattern and the route."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(
                pattern, route, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            )
        else:
            yield namespace + (pattern.name or str(pattern.pattern)), route


def paths_of(route: str) -> st.SearchStrategy:
    """Return paths of a route with other values in its parts: of the right shape, and of none."""
    split = PART.split(route)
    fixed, converters = [re.sub(r"[\^$\\]", "", text) for text in split[::2]], get_converters()
    shapes = [
        st.from_regex(converters[kind or "str"].regex, fullmatch=True).map(str.encode) for kind in split[1::2]
    ]
    parts = [st.one_of(shape, values).map(encoded) for shape in shapes]
    end = st.sampled_from(
        ["", "", "", "/", "//", "%00", "%0d%0a", "%ff", ".json", "/..", "?", ";a", "%3Fa", "_00"]
    )

    def join(between, end):
        return "/" + "".join(a + b for a, b in zip(fixed, [*between, end], strict=True))

    return st.builds(join, st.tuples(*parts), end)


class Server(Client):
    """Passes on what eedraws/wsgi.py passes on."""

    def request(self, **environ):
        make_bearable(environ)
        return super().request(**environ)


@contextmanager
def undone():
    """Take back what is stored within."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def timely(ask):
    """Return the answer that `ask` gets, which no try but the first ones may be slow at."""
    for _ in range(TRIES):
        started = thread_time()
        answer = ask()
        if (took := thread_time() - started) <= MOST_SECONDS:
            return answer
    raise AssertionError(f"{took:.1f} s of work")


def text_of(response) -> str:
    """Return what an answer says in mark-up; nothing for others, and for what is compressed: it says the same."""
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    if kind not in MARK_UP or "Content-Encoding" in response.headers:
        return ""
    return response.text


def assert_harmless(response) -> None:
    """An answer in order, or a refusal: no error of ours, nothing that was sent in it unescaped, no other host."""
    assert response.status_code < 500, response.status_code
    assert not (found := REFLECTED.search(text_of(response))), found
    for name, value in response.headers.items():
        assert "\n" not in value
        assert "\r" not in value
        assert name == "Location" or "zq7" not in f"{name}: {value}".lower(), name
    location = response.headers.get("Location", "/")
    assert re.match(r"/(?![/\\])|https?://testserver/|\?|\Z", location), location
