"""Which requests may be answered with a kept page, and by which name it is kept. Nothing untrusted is in a name."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings

# Fields of lists whose values come from the record; free text and answers of readers are in no name.
FIELDS = frozenset(
    ("page", "year", "month", "category", "kind", "sort", "on", "teer", "date_from", "date_to")
)
VALUE = re.compile(r"[A-Za-z0-9_.-]{1,40}")
LONGEST_PATH = 200
# Never kept, whatever they answer: the newsroom, and what is addressed to one reader.
CLOSED = ("/admin/", "/draft/", "/styleguide/", "/alerts/", "/contact/")


def key_of(environ: dict) -> str | None:
    """Return the name under which the answer to a request is kept; None for one that is not answered from what is kept."""
    path = environ.get("PATH_INFO", "")
    if (
        environ["REQUEST_METHOD"] not in ("GET", "HEAD")
        or environ.get("HTTP_HOST") != urlsplit(settings.SITE_URL).netloc
        or (settings.HTTPS and not is_secure(environ))
        or not path.isascii()
        or len(path) > LONGEST_PATH
        or path.startswith(CLOSED)
        or has_session(environ.get("HTTP_COOKIE", ""))
    ):
        return None
    query = environ.get("QUERY_STRING", "")
    if not query:
        return path
    return f"{path}?{query}" if is_known(query) else None


def is_secure(environ: dict) -> bool:
    """Whether a request came by HTTPS: others are led there, and get no page."""
    return "https" in (environ.get("wsgi.url_scheme"), environ.get("HTTP_X_FORWARDED_PROTO"))


def has_session(cookies: str) -> bool:
    return bool(cookies) and (settings.SESSION_COOKIE_NAME in cookies or settings.CSRF_COOKIE_NAME in cookies)


def is_known(query: str) -> bool:
    """Whether a query has known fields only, each once, in the order of the alphabet, spelled in one way."""
    try:
        fields = parse_qsl(query, keep_blank_values=True, strict_parsing=True, max_num_fields=len(FIELDS))
    except ValueError:
        return False
    names = [name for name, _value in fields]
    return (
        names == sorted(set(names))
        and FIELDS.issuperset(names)
        and all(VALUE.fullmatch(value) for _name, value in fields)
        and urlencode(fields) == query
    )
