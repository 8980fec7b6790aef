"""Records as lines: for people, or as JSON for programs. Neither repeats what a reader sent."""

import json
import logging
import re
from datetime import UTC, datetime
from http import HTTPStatus

from eedraws.logs.errors import in_words
from eedraws.logs.requests import REQUEST_ID, method_of, route_of

QUERY = re.compile(r"\?\S*")
CONTROLS = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]")


class WithoutQueries(logging.Filter):
    """Cuts the query off the request line that the development server logs: it can hold a reader's answers."""

    def filter(self, record):
        if isinstance(record.args, tuple):
            record.args = tuple(QUERY.sub("", arg) if isinstance(arg, str) else arg for arg in record.args)
        return True


def message_of(record: logging.LogRecord) -> str:
    """Return what a record says, in one line.

    Django's own words on a request repeat its path, and some its headers; in their place stand the status and the route.
    """
    request, status = getattr(record, "request", None), getattr(record, "status_code", None)
    if hasattr(request, "META") and status:
        return f"{status} {HTTPStatus(status).phrase}: {method_of(request)} {route_of(request)}"
    return CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", record.getMessage())


class Lines(logging.Formatter):
    """A line for people: when, how grave, who says it, in which request, and what; an error is told in lines below."""

    def __init__(self, *, whole: bool = False) -> None:
        super().__init__()
        self.whole = whole

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = f"{moment} {record.levelname} {record.name} {REQUEST_ID.get()} {message_of(record)}"
        return f"{line}\n{self.error(record)}" if record.exc_info else line

    def error(self, record: logging.LogRecord) -> str:
        if self.whole:
            return self.formatException(record.exc_info)
        return in_words(record.exc_info[1]) if record.exc_info[1] else ""


class JSONLines(Lines):
    """The same as one object of JSON in one line; `extra={"fields": {...}}` of a record stands in it."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request_id": REQUEST_ID.get(),
            "message": message_of(record),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["error"] = self.error(record)
        return json.dumps(line, ensure_ascii=False, default=str)


FORMATTERS = {"lines": Lines, "json": JSONLines}
