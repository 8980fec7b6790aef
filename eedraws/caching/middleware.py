"""The first thing that a request meets: a page that is kept already."""

from django.conf import settings
from django.db import DatabaseError
from django.middleware.http import ConditionalGetMiddleware
from django_http_compression.middleware import HttpCompressionMiddleware

from core.freshness import CURRENT
from eedraws.caching.keys import has_session, key_of
from eedraws.caching.pages import page_of
from eedraws.caching.store import STORE

# What would make the answer another one than the whole page, as it is.
ASKED_OTHERWISE = ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE")


class PageCacheMiddleware:
    """Answers readers who are nobody in particular with kept pages, and keeps those that it has not.

    While the database does not answer, whatever is kept of a page is better than none.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if has_session(request.META.get("HTTP_COOKIE", "")):
            # Whoever writes sees at once what another process has stored for them.
            CURRENT.forget()
        key = key_of(request.META) if settings.PAGE_CACHE_BYTES else None
        if key is None:
            return self.get_response(request)
        try:
            fresh = CURRENT.get()
        except DatabaseError:
            fresh = None
        page = STORE.get(key, fresh)
        if page is not None:
            return page.answer(request.META)
        if fresh is None:
            return self.get_response(request)
        with STORE.making(key):
            page = STORE.get(key, fresh) or STORE.shared(key, fresh)
            if page is not None:
                STORE.put(key, page)
                return page.answer(request.META)
            response = self.whole(request)
            page = page_of(response, fresh.number, fresh.due_at)
            if page is not None:
                STORE.put(key, page)
                STORE.share(key, page, fresh)
        return page.answer(request.META) if page is not None else as_asked(request, response)

    def whole(self, request):
        """Return the answer as it is for everyone: whole and not compressed."""
        asked = {name: request.META.pop(name) for name in ASKED_OTHERWISE if name in request.META}
        method, request.method = request.method, "GET"
        try:
            return self.get_response(request)
        finally:
            request.method = method
            request.META.update(asked)
            # Looked up in META once, and kept by the request.
            request.__dict__.pop("headers", None)


def as_asked(request, response):
    """Return an answer that is not kept in the way that the request asks for."""
    return HttpCompressionMiddleware(ConditionalGetMiddleware(lambda request: response))(request)
