"""A line of an access log in the combined format, and what of it counts. Pure: no Django."""

import re
from datetime import date, datetime, tzinfo
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

LONGEST_PATH = 200
LONGEST_SITE = 100
# More than any server writes in a line: what is longer is no line of a log.
LONGEST_LINE = 32_768
MISSED = 404
# Answers that nobody reads, and paths that are no pages, or that whoever knows them may use: links of drafts and alerts.
COUNTED = frozenset({200, 301, 302, 304, MISSED, 410, 500, 502, 503})
_NO_PAGE = re.compile(
    r"/(?:static|admin|api|media|draft|alerts/(?:confirm|change|stop))(?:/|\Z)|/(?:favicon\.ico|robots\.txt|site\.webmanifest)\Z"
)
# What only programs try that look for holes.
_TRIED = re.compile(r"/(?:wp-|\.)|.*\.(?:php\d?|aspx?|jsp|cgi|env|sql|bak|zip|gz|ini|ya?ml)\Z", re.IGNORECASE)
_LINE = re.compile(
    r"\S+ \S+ .{0,200}?\[(?P<moment>\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\] "
    r'"GET (?P<target>/[^" ]*) HTTP/[0-9.]+" (?P<status>\d{3}) \S+ "(?P<site>(?:[^"\\]|\\.)*)" "(?P<agent>(?:[^"\\]|\\.)*)"'
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Programs that say so, in the words that they use for themselves.
_PROGRAM = re.compile(
    r"bot|crawl|spider|slurp|archiver|scan|monitor|preview|fetch|feed|rss|http|curl|wget|python|perl|java/|ruby|go-|node"
    r"|axios|okhttp|headless|phantom|lighthouse|facebookexternal|embedly|whatsapp|telegram",
    re.IGNORECASE,
)
_BROWSER = re.compile(r"mozilla/|opera/", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\.)+[a-z][a-z0-9-]{1,62}")


class Visit(NamedTuple):
    """What counts of a request. `site` is the host of the page whose link led here, "" for none and for our own."""

    day: date
    path: str
    status: int
    site: str


def read(line: str, *, zone: tzinfo, own_hosts: frozenset[str] = frozenset()) -> Visit | None:
    """Return what counts of a line, or None for what is no page's reading: files, programs, forms, garbage.

    The day is that of `zone`.
    """
    if len(line) > LONGEST_LINE or not (match := _LINE.match(line)):
        return None
    status, path = int(match["status"]), _path(match["target"])
    if status not in COUNTED or not path or _is_program(match["agent"]):
        return None
    if status == MISSED and _TRIED.match(path):
        return None
    moment = _moment(match["moment"])
    if moment is None:
        return None
    return Visit(moment.astimezone(zone).date(), path, status, _site(match["site"], own_hosts))


def _path(target: str) -> str:
    """Return the path without its query, "" for one that is no page's."""
    path = unquote(target.partition("?")[0].partition("#")[0], errors="replace")
    if len(path) > LONGEST_PATH or not path.isprintable() or "\ufffd" in path or _NO_PAGE.match(path):
        return ""
    return path


def _is_program(agent: str) -> bool:
    return not _BROWSER.match(agent) or bool(_PROGRAM.search(agent))


def _moment(text: str) -> datetime | None:
    """Read a moment such as "04/Jul/2023:12:41:00 +0000", whatever the language of the machine."""
    day, month, rest = text[:2], text[3:6], text[7:]
    if month not in _MONTHS:
        return None
    try:
        moment = datetime.strptime(f"{day} {_MONTHS.index(month) + 1} {rest}", "%d %m %Y:%H:%M:%S %z")
    except ValueError:
        return None
    # Beyond it a zone's day could leave the calendar.
    return moment if 2000 <= moment.year <= 9000 else None


def _site(referrer: str, own_hosts: frozenset[str]) -> str:
    try:
        host = (urlsplit(referrer).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    if host in own_hosts or len(host) > LONGEST_SITE or not _HOST.fullmatch(host):
        return ""
    return host
