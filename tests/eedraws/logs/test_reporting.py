"""What a service that collects errors is sent: a process of its own breaks, and a server of the test's own listens."""

import gzip
import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import brotli
import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from eedraws.logs import reporting

DECODERS = {"gzip": gzip.decompress, "br": brotli.decompress}
MARK = "marked7f3a"
BREAKING = f"""
import django
django.setup()
from django.conf import settings
settings.ROOT_URLCONF = "tests.eedraws.logs.views"
# Nothing is collected here: the page that says that something broke would break too.
settings.STORAGES["staticfiles"] = {{"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
from django.test import Client
client = Client(raise_request_exception=False, headers={{"Cookie": "a={MARK}", "User-Agent": "{MARK}"}})
assert client.post("/quoting/1/?{MARK}={MARK}", {{"name": "{MARK}"}}).status_code == 500
import logging
logging.getLogger("eedraws").error("Not done for %s", "{MARK}")
import sentry_sdk
sentry_sdk.flush(10)
"""


@pytest.fixture
def service():
    """A server on this machine that takes what is sent, and remembers it in `taken`."""
    taken = []

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            taken.append(DECODERS[self.headers["Content-Encoding"]](body))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Taking)
    server.taken = taken
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.thorough
def test_an_error_is_reported_with_its_place_and_nothing_of_the_reader(service, tmp_path):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "eedraws.settings",
        "SENTRY_DSN": f"http://key@127.0.0.1:{service.server_port}/1",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'none.sqlite3'}",
    }
    subprocess.run(
        [sys.executable, "-c", BREAKING],
        cwd=settings.BASE_DIR,
        env=environment,
        check=True,
        capture_output=True,
    )
    sent = b"\n".join(service.taken).decode()
    assert MARK not in sent
    events = [json.loads(line) for line in sent.splitlines() if '"exception"' in line or '"logentry"' in line]
    [broken] = [event for event in events if "exception" in event]
    [error] = broken["exception"]["values"]
    assert (error["type"], error["value"]) == ("ValueError", "")
    assert error["stacktrace"]["frames"][-1]["function"] == "quoting"
    assert "vars" not in error["stacktrace"]["frames"][-1]
    assert len(broken["tags"]["request_id"]) == 16
    assert not {"request", "user", "breadcrumbs", "extra", "server_name"} & broken.keys()
    [said] = [event["logentry"] for event in events if "logentry" in event]
    assert said == {"message": "Not done for %s"}


def test_nothing_begins_without_an_address(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentry_sdk", None)
    reporting.begin("")


def test_an_address_without_the_library_stops_the_start(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentry_sdk", None)
    with pytest.raises(ImproperlyConfigured, match=r"SENTRY_DSN.*requirements-sentry\.txt"):
        reporting.begin("https://key@errors.example/1")


def test_what_is_no_address_stops_the_start():
    with pytest.raises(ImproperlyConfigured, match="SENTRY_DSN"):
        reporting.begin("no address")
