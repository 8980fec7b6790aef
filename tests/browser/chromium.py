"""Where Chromium is on this machine, and how it is started for tests."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MISSING = (
    "The browser tests need Chromium. Install it (Debian and Ubuntu: `apt-get install chromium`; macOS: "
    "`brew install --cask chromium`), or set CHROMIUM to the path of a Chrome or Chromium."
)
# Nothing but this machine can be reached, whatever a page asks for.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]


class ChromiumMissing(Exception):
    """No browser was found; the message says how to install one."""


def find_chromium() -> str:
    """Return the path of Chromium: what CHROMIUM names, or the first known name on PATH."""
    named = os.environ.get("CHROMIUM")
    path = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        raise ChromiumMissing(MISSING)
    return path
