"""Photograph the served site for docs/screens.md. Usage: python -m scripts.screenshots [ADDRESS], with the site there.

The site is one that `make run` serves on this machine: the newsroom is entered as its local editor.
"""

import base64
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, find_chromium

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "screenshots"
PASSWORD = ROOT / ".local" / "editor-password"
DESK, PHONE = (1280, 860), (390, 860)
ROUNDUP = "/news/2023/07/5000-invitations-in-four-draws-4-to-7-july-2023/"
# A week of several draws that has no roundup yet.
UNTOLD = "2026-w36"
CHECKED = "/would-i-have-been-invited/?score=491&submitted=2025-11-10&program=CEC&job=72310&months=30"


class Shot(NamedTuple):
    name: str
    path: str
    caption: str
    dark: bool = False
    # Scrolled to before the picture is taken.
    to: str = ""
    # Sent as if it had been opened before somebody else saved.
    is_late: bool = False


SHOTS = [
    Shot("home", "/", "The front page: the newest draws and the newest roundup"),
    Shot("home-dark", "/", "The same in the dark", dark=True),
    Shot("roundup", ROUNDUP, "A weekly roundup, whose figures and tables come from the record"),
    Shot("faq", "/faq/", "Questions and answers"),
    Shot("week", "/news/week/2023-w27/", "A week"),
    Shot("draws", "/draws/", "Every draw since 2015"),
    Shot("year", "/draws/2025/", "A year"),
    Shot("draw", "/draws/255/", "A draw"),
    Shot("types", "/categories/", "The types of draw"),
    Shot("type", "/categories/french/", "One type, with its cut-offs over time", dark=True),
    Shot("list", "/categories/trades/v3/", "A list, its dates and who left it"),
    Shot("difference", "/categories/trades/v1-to-v2/", "What changed between two versions of a list"),
    Shot("changes", "/categories/changes/", "All changes of the lists"),
    Shot("lists-on-a-day", "/categories/lists/?on=2023-07-07", "The lists in force on a day"),
    Shot("search", "/occupations/?q=truker", "The search for a job, which forgives"),
    Shot("occupation", "/occupations/72310/", "An occupation on three versions of a list"),
    Shot("bulk-check", "/occupations/check/", "Many jobs at once"),
    Shot("invited", CHECKED, "Would I have been invited?", to="main h2"),
    Shot("pool", "/pool/2023-07-04/", "The pool of candidates", dark=True),
    Shot("corrections", "/corrections/", "Corrections"),
    Shot("data", "/data/", "The record as open data"),
    Shot("not-found", "/nothing/", "An address that is not there"),
    Shot("styleguide", "/styleguide/", "Every component in its states, for staff"),
    Shot("newsroom", "/admin/", "The newsroom opens on what needs doing"),
    Shot("newsroom-draw", "/admin/draws/round/add/", "Entering a draw"),
    Shot("newsroom-week", "/admin/draws/round/week/?week=2026-W41", "Entering a week of draws"),
    Shot("newsroom-roundups", "/admin/articles/article/roundups/", "Weeks without a roundup"),
    Shot("newsroom-editor", "{draft}change/", "Writing, with the page beside the text", to="#id_title"),
    Shot("newsroom-history", "{draft}history/", "Every state of an article"),
    Shot("newsroom-comparison", "{draft}revisions/compare/", "Two states side by side", to=".differences"),
    Shot(
        "newsroom-conflict", "{draft}change/", "Somebody else saved meanwhile", to=".conflict", is_late=True
    ),
    Shot("newsroom-list", "/admin/occupations/categoryversion/", "The versions of the lists", dark=True),
]


def log_in(page: Page, base: str) -> None:
    page.goto(f"{base}/admin/login/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", PASSWORD.read_text().strip())
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{base}/admin/")


@contextmanager
def draft(browser: Browser, base: str) -> Iterator[str]:
    """Write a roundup and change a word of it; yield the path of its pages, and delete it in the end."""
    page = browser.new_page()
    log_in(page, base)
    page.goto(f"{base}/admin/articles/article/roundup/{UNTOLD}/")
    page.get_by_role("button", name="Write the roundup").click()
    page.wait_for_url("**/change/**")
    path = urlsplit(page.url).path.removesuffix("change/")
    body = page.locator("#id_body")
    body.fill(body.input_value().replace("Compared with", "Set beside"))
    page.get_by_label("What you changed").fill("Another word")
    page.get_by_role("button", name="Save and continue editing").click()
    try:
        yield path
    finally:
        page.goto(f"{base}{path}delete/")
        page.locator("#content form [type=submit]").click()
        page.context.close()


def photograph(browser: Browser, base: str, shot: Shot, size: tuple[int, int], name: str) -> None:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if shot.dark else "light"
    )
    page = context.new_page()
    if shot.path.startswith(("/admin/", "/styleguide/")):
        log_in(page, base)
    page.goto(base + shot.path)
    if shot.is_late:
        page.evaluate("document.getElementById('id_seen').value = 1")
        page.get_by_label("Headline:").fill("The week in draws, told by somebody else")
        page.get_by_role("button", name="Save and continue editing").click()
        page.wait_for_load_state()
    if shot.to:
        page.locator(shot.to).filter(visible=True).first.scroll_into_view_if_needed()
    # WebP, which Playwright's own screenshot() does not write.
    options = {"format": "webp", "quality": 75}
    picture = context.new_cdp_session(page).send("Page.captureScreenshot", options)
    (OUT / name).write_bytes(base64.b64decode(picture["data"]))
    context.close()


def gallery() -> str:
    """Return docs/screens.md."""
    lines = [
        "# The site in pictures",
        "",
        "Taken by `make screenshots` from the site as `make run` serves it, on a desk and on a phone.",
        "",
        "| | desk, 1280 px | phone, 390 px |",
        "| --- | --- | --- |",
    ]
    for shot in SHOTS:
        desk, phone = (f"![]({OUT.name}/{shot.name}-{kind}.webp)" for kind in ("desk", "phone"))
        path = shot.path.format(draft="/admin/articles/article/…/").partition("?")[0]
        lines.append(f"| {shot.caption}: `{path}` | {desk} | {phone} |")
    return "\n".join([*lines, ""])


def main() -> None:
    base = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    OUT.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        with draft(browser, base) as path:
            for shot in SHOTS:
                shot = shot._replace(path=shot.path.format(draft=path))
                for kind, size in (("desk", DESK), ("phone", PHONE)):
                    photograph(browser, base, shot, size, f"{shot.name}-{kind}.webp")
        browser.close()
    (ROOT / "docs" / "screens.md").write_text(gallery())


if __name__ == "__main__":
    main()
