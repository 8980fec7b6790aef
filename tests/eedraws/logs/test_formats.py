"""How a record is written."""

import json
import logging
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from eedraws.logs import configuring
from eedraws.logs.formats import JSONLines, Lines
from eedraws.logs.requests import REQUEST_ID


@pytest.fixture(autouse=True)
def name():
    token = REQUEST_ID.set("0123456789abcdef")
    yield
    REQUEST_ID.reset(token)


def record(message, *args, **more):
    values = {"name": "eedraws.x", "levelname": "ERROR", "msg": message, "args": args, "created": 0.25}
    return logging.makeLogRecord(values | more)


def broken(error):
    try:
        raise error
    except type(error):
        return sys.exc_info()


def test_a_line_for_people():
    line = Lines().format(record("%s of %s", 1, 2))
    assert line == "1970-01-01T00:00:00.250+00:00 ERROR eedraws.x 0123456789abcdef 1 of 2"


def test_a_line_for_programs():
    line = JSONLines().format(record("%s “%s”", 1, 2, fields={"route": "home", "status": 200}))
    assert json.loads(line) == {
        "time": "1970-01-01T00:00:00.250+00:00",
        "level": "ERROR",
        "logger": "eedraws.x",
        "request_id": "0123456789abcdef",
        "message": "1 “2”",
        "route": "home",
        "status": 200,
    }


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\x85", "\x1b[2K", "\x00"])
def test_nobody_writes_a_line_of_their_own(end):
    forged = record("seen: %s", f"a{end}1970 ERROR forged")
    assert len(Lines().format(forged).splitlines()) == 1
    assert Lines().format(forged).isprintable()
    assert len(JSONLines().format(forged).splitlines()) == 1


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("secret"), "builtins.ValueError"),
        (KeyError("secret"), "builtins.KeyError"),
        (
            AttributeError("'int' object has no attribute 'x'"),
            "AttributeError: 'int' object has no attribute 'x'",
        ),
        (
            FileNotFoundError(2, "No such file or directory", "/media/secret"),
            "FileNotFoundError: No such file",
        ),
    ],
)
def test_an_error_is_told_by_where_it_arose_and_not_by_what_it_quotes(error, said):
    for written in (
        Lines().format(record("Broken", exc_info=broken(error))),
        json.loads(JSONLines().format(record("Broken", exc_info=broken(error))))["error"],
    ):
        assert said in written
        assert "in broken" in written
        assert "secret" not in written


def test_developers_see_all_of_it():
    written = Lines(whole=True).format(record("Broken", exc_info=broken(ValueError("all of it"))))
    assert "ValueError: all of it" in written


def test_an_unknown_format_stops_the_start():
    with pytest.raises(ImproperlyConfigured, match="LOG_FORMAT"):
        configuring.logging("xml", requests=False, whole=False)
