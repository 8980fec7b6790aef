"""A kept page: the bytes of an answer in each coding, made when a reader first asks for that coding."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace

from django.http import HttpResponse
from django.http.response import ResponseHeaders
from django.utils.http import http_date, parse_etags, parse_http_date_safe
from django_http_compression.middleware import HttpCompressionMiddleware, best_coding

# For proxies: what is older than a second is asked for again, meanwhile and when nothing answers it is still good.
CACHE_CONTROL = "public, max-age=0, s-maxage=1, stale-while-revalidate=60, stale-if-error=86400"
LARGEST = 1_000_000
# Set anew for every answer, or for every coding.
OWN = {"cache-control", "content-encoding", "content-length", "etag", "last-modified", "vary", "x-noise"}


class Compressor(HttpCompressionMiddleware):
    """Compresses without noise: no page that is kept has a secret in it."""

    max_random_bytes = 0

    def coded(self, body: bytes, content_type: str, coding: str) -> tuple[str, bytes]:
        """Return the coding and the bytes; as they are where they would not be shorter."""
        answer = HttpResponse(body, content_type=content_type)
        self.maybe_compress(SimpleNamespace(headers={"accept-encoding": coding}), answer)
        return answer.headers.get("content-encoding", "identity"), answer.content


COMPRESSOR = Compressor(lambda request: HttpResponse())


class Headers(ResponseHeaders):
    """A copy of headers that were looked at for what may not stand in them already: that was a third of the cost of an answer."""

    def __init__(self, checked: ResponseHeaders) -> None:
        self._store = checked._store.copy()


@dataclass(slots=True)
class Page:
    """An answer of the version `number`, good until `due_at` (seconds since 1970), made at `made_at`."""

    number: int
    due_at: float
    made_at: int
    etag: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    codings: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    # By the coding used, "" for an answer without the page.
    ready: dict[str, Headers] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """A bound of its bytes in all codings."""
        return 2 * len(self.body) + 1000

    def holds(self, number: int, now: float) -> bool:
        """Whether the page is the present one; one from the future was made while the clock was wrong."""
        return self.number == number and self.made_at - 1 <= now < self.due_at

    def answer(self, environ: dict) -> HttpResponse:
        """Answer a request: with the page in the best coding, or that the reader has it."""
        if self.is_known_to(environ):
            return self._with_headers(HttpResponse(status=304), "")
        coding = best_coding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if coding not in self.codings:
            self.codings[coding] = COMPRESSOR.coded(self.body, dict(self.headers)["Content-Type"], coding)
        used, body = self.codings[coding]
        return self._with_headers(HttpResponse(body), used)

    def is_known_to(self, environ: dict) -> bool:
        """Whether the reader has this very page (RFC 9110, 13.2.2)."""
        if tags := environ.get("HTTP_IF_NONE_MATCH"):
            return self.etag in tags or any(tag in ("*", self.etag[2:]) for tag in parse_etags(tags))
        since = environ.get("HTTP_IF_MODIFIED_SINCE")
        moment = parse_http_date_safe(since) if since else None
        # The very moment: a page that was made before the clock was set back is no newer than this one.
        return moment == self.made_at

    def _with_headers(self, response: HttpResponse, used: str) -> HttpResponse:
        if used not in self.ready:
            self._set_headers(response.headers, used, len(response.content))
            self.ready[used] = Headers(response.headers)
        response.headers = Headers(self.ready[used])
        return response

    def _set_headers(self, headers: ResponseHeaders, used: str, length: int) -> None:
        for name, value in self.headers:
            headers[name] = value
        headers["Cache-Control"] = CACHE_CONTROL
        headers["ETag"] = self.etag
        headers["Last-Modified"] = http_date(self.made_at)
        headers["Vary"] = "Accept-Encoding"
        if not used:
            del headers["Content-Type"]
            return
        headers["Content-Length"] = str(length)
        if used != "identity":
            headers["Content-Encoding"] = used


def page_of(response: HttpResponse, number: int, due_at: datetime) -> Page | None:
    """Return what is kept of an answer; None for one that is for one reader only, or no page."""
    caching = response.headers.get("Cache-Control", "")
    vary = {name.strip().lower() for name in response.headers.get("Vary", "").split(",")}
    if (
        response.status_code != 200
        or response.streaming
        or response.cookies
        or "no-store" in caching
        or "private" in caching
        or "immutable" in caching
        or not vary <= {"", "accept-encoding"}
        or "ETag" not in response.headers
        or len(response.content) > LARGEST
    ):
        return None
    etag = response.headers["ETag"]
    return Page(
        number=number,
        due_at=due_at.timestamp(),
        made_at=int(datetime.now(UTC).timestamp()),
        etag=etag if etag.startswith("W/") else f"W/{etag}",
        headers=tuple((name, value) for name, value in response.items() if name.lower() not in OWN),
        body=response.content,
    )
