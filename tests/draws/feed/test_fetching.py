"""Every bad answer of a real server leaves the record as it was, and the command says what was wrong."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import CommandError, call_command

from draws.feed import fetching
from draws.models import SyncRun
from tests.draws.feed.samples import MARCH_2025, state

pytestmark = pytest.mark.django_db
WHOLE = MARCH_2025.read_bytes()


class Handler(BaseHTTPRequestHandler):
    """Answers as its path says."""

    def do_GET(self):
        getattr(self, self.path.strip("/").replace("-", "_"))()

    def log_message(self, *args):
        pass

    def answer(self, body, *, status=200, length=None, kind="application/json", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def whole(self):
        self.answer(WHOLE)

    def moved(self):
        self.answer(b"", status=302, Location="/whole")

    def elsewhere(self):
        self.answer(b"", status=302, Location=f"http://localhost:{self.server.server_port}/whole")

    def other_scheme(self):
        self.answer(b"", status=301, Location="file:///etc/hostname")

    def in_circles(self):
        self.answer(b"", status=302, Location="/in-circles")

    def cut_off(self):
        self.answer(WHOLE[:200_000], length=len(WHOLE))

    def cut_off_unannounced(self):
        self.answer(WHOLE[:200_000])

    def empty(self):
        self.answer(b"")

    def page(self):
        self.answer(b"<!DOCTYPE html><html><body>Down for maintenance</body></html>", kind="text/html")

    def error(self):
        self.answer(b"{}", status=503)

    def missing(self):
        self.answer(b"{}", status=404)

    def enormous(self):
        self.answer(b" " * (fetching.MAX_BYTES + 10))

    def silent(self):
        self.server.stop.wait(5)

    def dripping(self):
        self.send_response(200)
        self.end_headers()
        while not self.server.stop.wait(0.05):
            self.wfile.write(b" ")

    def nonsense(self):
        self.wfile.write(b"hello\r\n\r\n")

    def no_rounds(self):
        self.answer(b'{"classes": "wb-tables", "rounds": []}')

    def lost(self):
        self.answer(WHOLE.replace(b'"drawNumber": "200"', b'"drawNumber": "199"'))


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *args: None
    server.stop = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.stop.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("elsewhere", "redirect to another host: localhost"),
        ("other-scheme", "The server answers 301"),
        ("in-circles", "The server answers 302"),
        ("cut-off", "breaks off"),
        ("cut-off-unannounced", "is not JSON, or breaks off"),
        ("empty", "The answer is empty"),
        ("page", "a web page, not the feed"),
        ("error", "The server answers 503"),
        ("missing", "The server answers 404"),
        ("enormous", "larger than 8000000 bytes"),
        ("silent", "timed out"),
        ("dripping", "took longer than"),
        ("nonsense", "No answer"),
        ("no-rounds", "no draws in it"),
        ("lost", "lost draws that come before its newest, 339: 200"),
    ],
)
def test_a_bad_answer_changes_nothing_and_says_so(server, path, words, monkeypatch, capsys):
    monkeypatch.setattr(fetching, "MAX_SECONDS", 1.5)
    monkeypatch.setattr(fetching, "MAX_SECONDS_OF_SILENCE", 0.5)
    before = state()
    started = time.monotonic()
    with pytest.raises(CommandError, match=words):
        call_command("sync_rounds", url=f"{server}/{path}")
    assert time.monotonic() - started < 10
    assert state() == before
    run = SyncRun.objects.get()
    assert run.changed_nothing
    assert not run.is_official
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 added, 0 changed, 0 held, ")


@pytest.mark.parametrize("path", ["whole", "moved"])
def test_a_whole_answer_is_read_also_after_a_redirect_on_the_same_host(server, path):
    assert fetching.fetch(f"{server}/{path}") == WHOLE


def test_nobody_there(server):
    with pytest.raises(fetching.NoAnswer, match="No answer: "):
        fetching.fetch("http://127.0.0.1:1/")


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://127.0.0.1/x", "feed.json", ""])
def test_only_web_addresses_are_fetched(url):
    with pytest.raises(fetching.NoAnswer, match="does not begin with"):
        fetching.fetch(url)


def test_an_enormous_file_is_refused(tmp_path):
    path = tmp_path / "feed.json"
    with path.open("wb") as file:
        file.truncate(fetching.MAX_BYTES + 1)
    with pytest.raises(fetching.NoAnswer, match="larger than"):
        fetching.read_file(path)
