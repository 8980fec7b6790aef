"""What happens to every request before and after its page: the gate, the language, the headers."""

import re

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django_http_compression.middleware import HttpCompressionMiddleware

from eedraws.pages.errors import refusal_of

CONTROL_CHARACTERS = re.compile(r"[\x00-\x1f\x7f]")
# What other sites' scripts may read: the API, the feeds and the downloads.
OPEN_DATA = re.compile(
    r"/(?:api|feeds)/|/news/(?:(?:tag|author)/[a-z0-9_-]+/)?feed\.(?:atom|json)\Z"
    r"|/(?:draws|data)/[a-z]+\.(?:csv|json)\Z|/categories/[a-z0-9/-]+\.(?:csv|json|atom)\Z"
)
FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}


def is_admin(request) -> bool:
    return request.path_info.startswith(reverse("admin:index"))


class SecurityHeadersMiddleware:
    """Headers that Django does not set: isolation, and how long an answer may be kept.

    Pages are kept but asked about each time (they carry an ETag); the admin and errors are not kept.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        admin = is_admin(request)
        if OPEN_DATA.match(request.path_info):
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Expose-Headers"] = "ETag"
            response["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        if admin:
            response["X-Robots-Tag"] = "noindex"
        if admin or response.status_code >= 400:
            response["Cache-Control"] = "no-store"
        else:
            response.setdefault("Cache-Control", "no-cache")
        return response


class PathLanguageMiddleware:
    """Take the language from the path alone, so that an answer depends on its address and nothing else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            return self.get_response(request)


class VaryMiddleware:
    """Say of every answer that may be compressed that it depends on the coding, before a 304 takes its place."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if HttpCompressionMiddleware.content_type_re.match(response.headers.get("Content-Type", "")):
            patch_vary_headers(response, ["Accept-Encoding"])
        return response


class RequestGateMiddleware:
    """The one place that refuses hosts, addresses, methods, content types and sizes, before anything is read.

    Character sets other than UTF-8 end before it: eedraws/content_types.py.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.refuse(request) or self.get_response(request)

    def refuse(self, request):
        """Return the refusal of the request, or None."""
        if len(request.META.get("QUERY_STRING", "")) > settings.MAX_QUERY_BYTES:
            return refusal_of(request, 414)
        if not self.is_readable(request):
            return refusal_of(request, 400)
        allowed = ["GET", "HEAD", "POST"] if self.takes_post(request) else ["GET", "HEAD"]
        if request.method not in allowed:
            return refusal_of(request, 405, {"Allow": ", ".join(allowed)})
        return self.refuse_body(request) if request.method == "POST" else None

    def is_readable(self, request) -> bool:
        """Whether the host is ours, the path has no control characters and the query not too many fields.

        Broken UTF-8 needs no look: in a path it is no address of the site, in a query it is replaced.
        """
        try:
            request.get_host()
            request.GET  # noqa: B018
        except SuspiciousOperation:
            return False
        return not CONTROL_CHARACTERS.search(request.path_info)

    def takes_post(self, request) -> bool:
        if is_admin(request):
            return True
        try:
            return hasattr(resolve(request.path_info).func, "accepts_post")
        except Resolver404:
            return False

    def most_bytes(self, request) -> int:
        """Return how large a form may be: one form of the newsroom brings pictures."""
        brings_files = request.content_type == "multipart/form-data"
        if brings_files and request.path_info == reverse("admin:articles_image_add"):
            return settings.PICTURE_FORM_MAX_BYTES
        return settings.DATA_UPLOAD_MAX_MEMORY_SIZE

    def refuse_body(self, request):
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isascii() or not length.isdigit():
            return refusal_of(request, 400)
        if len(length) > 12 or int(length) > self.most_bytes(request):
            return refusal_of(request, 413)
        return None if request.content_type in FORMS else refusal_of(request, 415)
