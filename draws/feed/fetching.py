"""Getting the feed, within bounds: one host, so many bytes, so many seconds."""

import http.client
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from django.utils.translation import gettext as _

ADDRESS = "https://www.canada.ca/content/dam/ircc/documents/json/ee_rounds_123_{language}.json"
ENGLISH, FRENCH = (ADDRESS.format(language=language) for language in ("en", "fr"))

# The feed had 740 kB in 2026.
MAX_BYTES = 8_000_000
MAX_SECONDS = 30
MAX_SECONDS_OF_SILENCE = 10


class NoAnswer(Exception):
    """The feed could not be got; the words say why."""


class SameHost(HTTPRedirectHandler):
    """Follows a redirect on the same host and by the same scheme only."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        there = urlsplit(urljoin(req.full_url, newurl))
        here = urlsplit(req.full_url)
        if (there.scheme, there.netloc) != (here.scheme, here.netloc):
            fp.close()
            raise NoAnswer(_("The answer is a redirect to another host: %(host)s") % {"host": there.netloc})
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(url: str) -> bytes:
    """Return what an address of http or https answers. Raises NoAnswer, within MAX_SECONDS in any case."""
    if urlsplit(url).scheme not in ("http", "https"):
        raise NoAnswer(_("The address does not begin with https://"))
    answers: Queue[bytes | NoAnswer] = Queue()
    # The time limits of a socket start anew with each byte; this one counts the whole.
    Thread(target=lambda: answers.put(_answer(url)), daemon=True).start()
    try:
        answer = answers.get(timeout=MAX_SECONDS)
    except Empty:
        raise NoAnswer(_("The answer took longer than %(count)s seconds") % {"count": MAX_SECONDS}) from None
    if isinstance(answer, NoAnswer):
        raise answer
    return answer


def _answer(url: str) -> bytes | NoAnswer:
    request = Request(url, headers={"User-Agent": "eedraws", "Accept": "application/json"})
    opener: OpenerDirector = build_opener(SameHost)
    try:
        with opener.open(request, timeout=MAX_SECONDS_OF_SILENCE) as response:
            return _bounded(response.read(MAX_BYTES + 1), response.length)
    except NoAnswer as error:
        return error
    except HTTPError as error:
        with error:
            return NoAnswer(_("The server answers %(status)s") % {"status": error.code})
    except (URLError, http.client.HTTPException, OSError, ValueError) as error:
        return NoAnswer(_("No answer: %(error)s") % {"error": getattr(error, "reason", "") or error})


def _bounded(content: bytes, missing: int | None) -> bytes | NoAnswer:
    """Refuse what is too large, or shorter than was announced."""
    if len(content) > MAX_BYTES:
        return NoAnswer(_("The answer is larger than %(count)s bytes") % {"count": MAX_BYTES})
    if missing:
        return NoAnswer(_("The answer breaks off %(count)s bytes before its end") % {"count": missing})
    return content


def read_file(path: Path) -> bytes:
    """Return the contents of a copy of the feed. Raises NoAnswer."""
    try:
        with path.open("rb") as file:
            content = _bounded(file.read(MAX_BYTES + 1), None)
    except OSError as error:
        raise NoAnswer(_("The file cannot be read: %(error)s") % {"error": error.strerror}) from error
    if isinstance(content, NoAnswer):
        raise content
    return content
