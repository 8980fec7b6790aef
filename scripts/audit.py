"""Serve the site as `make run` does, on a free port, and hold Lighthouse against the pages that make or break it.

    audit.py [PATH ...]     without a path: all of PAGES

Prints a table of scores; exit code 1 when one is below 100. The machine should have nothing else to do: the score of
performance is of the time that the page takes.
"""

import os
import socket
import subprocess
import sys
from pathlib import Path
from time import sleep
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import find_chromium  # noqa: E402

PAGES = [
    "/",
    "/news/2023/07/5000-invitations-in-four-draws-4-to-7-july-2023/",
    "/draws/",
    "/draws/255/",
    "/categories/healthcare/",
    "/occupations/?q=truck+driver",
    "/occupations/73300/",
    "/would-i-have-been-invited/",
    "/would-i-have-been-invited/?score=491&submitted=2023-01-01&program=CEC&job=73300&months=24&since=2023-05-31",
    "/faq/",
]
# Seconds: a first start loads the record and draws the charts.
STARTS_WITHIN = 300


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(STARTS_WITHIN * 10):
        if server.poll() is not None:
            raise SystemExit("The site did not start.")
        try:
            urlopen(address).close()
            return
        except OSError:
            sleep(0.1)
    raise SystemExit(f"The site does not answer at {address}.")


def main(paths: list[str]) -> int:
    chromium = find_chromium()
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    environment = os.environ | {"SITE_URL": base, "DEBUG": "false", "PORT": str(port)}
    # run.sh becomes the server itself, so that ending it leaves nothing behind.
    server = subprocess.Popen(["sh", "scripts/run.sh"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        wait_for(f"{base}/", server)
        node = Path(sys.executable).with_name("node")
        command = [str(node), str(ROOT / "scripts" / "audit.mjs"), base, chromium, *(paths or PAGES)]
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
