"""A real browser in front of the site, which fails a test on anything that the browser complains about."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from articles.models import Article
from draws.charts.figures import record_charts
from draws.charts.store import keep
from tests.browser.chromium import ARGUMENTS, find_chromium

DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {
    "viewport": {"width": 360, "height": 740},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}
INLINE_SCHEMES = {"data", "blob", "about"}


class Watch:
    """Collects what goes wrong in a browser context: errors on the console (a breach of the
    Content-Security-Policy is one), uncaught exceptions, requests to another host."""

    def __init__(self, context: BrowserContext, host: str):
        self.host = host
        self.problems: list[str] = []
        self.expected: list[str] = []
        context.on("console", self.on_console)
        context.on("weberror", lambda error: self.problems.append(f"uncaught: {error.error}"))
        context.on("request", self.on_request)

    def on_console(self, message):
        if message.type == "error":
            self.problems.append(f"console: {message.text} ({message.location.get('url', '')})")

    def on_request(self, request):
        parts = urlsplit(request.url)
        if parts.scheme not in INLINE_SCHEMES and parts.netloc != self.host:
            self.problems.append(f"request to another host: {request.url}")

    def expect(self, pattern: str):
        """Allow problems that match a regular expression: a test of the 404 page expects "404"."""
        self.expected.append(pattern)

    def unexpected(self) -> list[str]:
        return [
            problem
            for problem in self.problems
            if not any(re.search(pattern, problem) for pattern in self.expected)
        ]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once for each worker; a machine without one fails and says how to get it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


def open_page(browser: Browser, base_url: str, **options) -> Page:
    """Open a page in a context of its own (options as Playwright's new_context)."""
    context = browser.new_context(
        base_url=base_url, locale="en-CA", timezone_id="America/Toronto", **(DESKTOP | options)
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.watch = Watch(context, urlsplit(base_url).netloc)
    return page


@pytest.fixture
def new_page(browser, live_server):
    """Return a function that opens a page in a context of its own (options as Playwright's new_context).

    Paths are relative to the live server. The page has its `watch`: page.watch.expect("404").
    """
    contexts = []

    def open_one(**options) -> Page:
        page = open_page(browser, live_server.url, **options)
        contexts.append((page.context, page.watch))
        return page

    yield open_one
    problems = []
    for context, watch in contexts:
        context.close()
        problems += watch.unexpected()
    assert not problems, "The browser complained:\n" + "\n".join(problems)


@pytest.fixture(scope="session")
def kept(browser, live_server) -> Iterator[Page]:
    """One page for all tests that only look: opening one takes longer than many a look."""
    page = open_page(browser, live_server.url, reduced_motion="reduce")
    yield page
    page.context.close()


@pytest.fixture
def same_page(kept) -> Iterator[Page]:
    """The page that is kept, as if it were new: no cookies, the size of a desktop's, nothing complained of."""
    kept.context.clear_cookies()
    kept.set_viewport_size(DESKTOP["viewport"])
    kept.emulate_media(color_scheme="light")
    kept.watch.problems.clear()
    kept.watch.expected.clear()
    yield kept
    # What the page still asks for, it asks in vain.
    kept.goto("about:blank")
    assert not kept.watch.unexpected(), "The browser complained:\n" + "\n".join(kept.watch.unexpected())


@pytest.fixture
def page(new_page) -> Page:
    """A page as on a desktop, 1280 px wide."""
    return new_page()


@pytest.fixture
def phone(new_page) -> Page:
    """A page as on a small phone, 360 px wide, with touch."""
    return new_page(**PHONE)


@pytest.fixture
def empty_drawings(live_server, settings, tmp_path):
    """Give every chart a drawing with nothing in it, for tests of how pages set and name them."""
    settings.CHARTS_ROOT = tmp_path
    for chart in record_charts():
        keep(chart, "<g></g>")


@pytest.fixture
def story(db):
    """The roundup of July 2023, which is part of the record."""
    return Article.objects.get(slug="5000-invitations-in-four-draws-4-to-7-july-2023")
