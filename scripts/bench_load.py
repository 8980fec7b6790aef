"""What one core carries: wrk asks the site as deploy/ has it, for scripts/bench.py.

SECONDS (2) is how long each page is asked in each way, TURNS (3) how often all are gone through; of the turns the median
counts. The servers have one core, wrk another. It prints the tables of docs/performance.md.
"""

import os
import random
import re
import subprocess
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from math import inf
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from scripts.bench_pages import PAGES
from scripts.bench_servers import HOST, Served, application, free_port, nginx, programs, wait_for

ASKED = (
    "article",
    "home",
    "draws",
    "draws, filtered",
    "occupation search",
    "site search",
    "checker",
    "checker, from 2023",
)
CONNECTIONS = 16
HEADERS = {"Host": HOST, "X-Forwarded-Proto": "https"}
# In milliseconds of the processor, and a share of the rate of the file.
GOALS = {"without the cache": 8.0, "with the cache": 0.35, "304": 0.35}
NGINX, FILE = "behind nginx", "a file in nginx"
NGINX_GOAL = 0.9
MEMORY_GOAL, MEMORY_REQUESTS, MEMORY_STEPS = 160, 100_000, 10
WORDS = "draw nurse trades french truck driver points cut-off July plumber healthcare 463 invitation cook teacher engineer"


class Load(NamedTuple):
    """Requests in a second, the latency in ms of the middle one and of 99 of 100, processor time in ms for one."""

    rate: float
    p50: float
    p99: float
    processor: float


class Way(NamedTuple):
    """A way of asking: where, which servers do the work, and whether the reader has the page already."""

    name: str
    base: str
    servers: list[Served]
    knows: bool = False


def load() -> Iterator[str]:
    """Measure every page in every way, by turns, and yield the lines of the tables."""
    needed = programs()
    seconds, turns = int(os.environ.get("SECONDS", "2")), int(os.environ.get("TURNS", "3"))
    core, other = min(os.sched_getaffinity(0)), max(os.sched_getaffinity(0))
    with TemporaryDirectory() as name:
        folder = Path(name)
        view_port, bare_port, port, tls = free_port(), free_port(), free_port(), free_port()
        servers: list[Served] = []
        try:
            servers += [view := application(folder, "view", core, port=view_port, module="scripts.bare_view")]
            servers += [bare := application(folder, "bare", core, port=bare_port, kept=False)]
            servers += [kept := application(folder, "kept", core, port=port)]
            servers += [behind := application(folder, "site", core)]
            for each in (view_port, bare_port, port):
                wait_for(each)
            twins = {page: _twin(folder, port, page) for page in ASKED}
            etags = {page: _tag(headers) for page, headers in twins.items()}
            files = {_file(page): headers for page, headers in twins.items()}
            servers += [proxy := nginx(folder, core, tls, needed, files)]
            plain = Way("a bare view", f"http://127.0.0.1:{view_port}", [view])
            ways = [
                Way("without the cache", f"http://127.0.0.1:{bare_port}", [bare]),
                Way("with the cache", f"http://127.0.0.1:{port}", [kept]),
                Way("304", f"http://127.0.0.1:{port}", [kept], knows=True),
                Way(NGINX, f"https://127.0.0.1:{tls}", [behind, proxy]),
                Way(FILE, f"https://127.0.0.1:{tls}", [proxy]),
            ]
            found: dict[tuple[str, str], list[Load]] = {}
            views = []
            for turn in range(turns + 1):
                for page in ASKED:
                    if turn:
                        views.append(_asked(needed, other, plain, "/healthz", {}, 1).processor)
                    for way in ways:
                        if way.knows and not etags[page]:
                            continue
                        path = f"/twins/{_file(page)}" if way.name == FILE else PAGES[page]
                        headers = {"If-None-Match": etags[page]} if way.knows else {}
                        # The first turn warms up.
                        asked = _asked(needed, other, way, path, headers, seconds if turn else 1)
                        if turn:
                            found.setdefault((way.name, page), []).append(asked)
        finally:
            for server in servers:
                server.stop()
    medians = {key: Load(*map(median, zip(*loads, strict=True))) for key, loads in found.items()}
    yield f"A bare Django view takes {median(views):.2f} ms here."
    for way in ways:
        yield from _table(way.name, medians)


def _file(page: str) -> str:
    return re.sub(r"\W+", "-", page) + ".html"


def _twin(folder: Path, port: int, page: str) -> dict[str, str]:
    """Write a file of the bytes of a page, and return the headers that the page has."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as asking:
        asking.request("GET", PAGES[page], headers=HEADERS)
        answer = asking.getresponse()
        body = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{PAGES[page]} answers {answer.status}.")
    (folder / "twins").mkdir(exist_ok=True)
    (folder / "twins" / _file(page)).write_bytes(body)
    return dict(answer.headers.items())


def _tag(headers: dict[str, str]) -> str:
    """Return by which tag a reader knows a page; "" where no reader keeps it."""
    named = {name.lower(): value for name, value in headers.items()}
    return "" if "no-store" in named.get("cache-control", "") else named.get("etag", "")


def _wrk(needed: dict[str, str], core: int, seconds: int, *arguments: str) -> str:
    command = [needed["taskset"], "-c", str(core), needed["wrk"], "-t", "1", "-c", str(CONNECTIONS)]
    said = subprocess.run(
        [*command, "-d", f"{seconds}s", "--timeout", "30s", "--latency", *arguments],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    if wrong := re.search(r"(Non-2xx.*|Socket errors.*)", said):
        raise SystemExit(f"{' '.join(arguments)}: {wrong[1]}")
    return said


def _asked(
    needed: dict[str, str], core: int, way: Way, path: str, headers: dict[str, str], seconds: int
) -> Load:
    """Ask for a page with all connections, as fast as it comes."""
    before = sum(server.seconds() for server in way.servers)
    words = [word for name, value in (HEADERS | headers).items() for word in ("-H", f"{name}: {value}")]
    said = _wrk(needed, core, seconds, *words, way.base + path)
    requests = int(re.search(r"(\d+) requests in", said)[1])  # type: ignore[index]
    spent = sum(server.seconds() for server in way.servers) - before
    if not requests:
        return Load(0.0, inf, inf, inf)
    return Load(
        float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]),  # type: ignore[index]
        _milliseconds(said, "50%"),
        _milliseconds(said, "99%"),
        spent / requests * 1000,
    )


def _milliseconds(said: str, share: str) -> float:
    found = re.search(rf"^\s+{share}\s+([\d.]+)(us|ms|s)\s*$", said, re.MULTILINE)
    if found is None:
        raise SystemExit(f"wrk does not say the latency of {share}:\n{said}")
    return float(found[1]) * {"us": 0.001, "ms": 1, "s": 1000}[found[2]]


def _table(way: str, found: dict[tuple[str, str], Load]) -> Iterator[str]:
    """Yield a way's table, each figure beside its goal."""
    yield from ("", f"### {way.capitalize()}", "")
    yield "| Page | Requests a second | Half within, ms | 99 of 100 within, ms | Processor, ms | Goal |"
    yield "| --- | ---: | ---: | ---: | ---: | --- |"
    for page in ASKED:
        if one := found.get((way, page)):
            figures = f"{one.rate:,.0f} | {one.p50:.2f} | {one.p99:.2f} | {one.processor:.2f}"
            yield f"| {page.capitalize()} | {figures} | {_verdict(way, page, found)} |"


def _verdict(way: str, page: str, found: dict[tuple[str, str], Load]) -> str:
    one = found[way, page]
    is_kept = found["with the cache", page].processor < found["without the cache", page].processor / 4
    if way == FILE or (way != "without the cache" and not is_kept):
        return "" if way == FILE else "never kept"
    if way == NGINX:
        share = one.rate / found[FILE, page].rate
        return f"{share:.2f} of the file's rate ({'met' if share >= NGINX_GOAL else f'{NGINX_GOAL} missed'})"
    over = one.processor - GOALS[way]
    return f"{GOALS[way]} ms {'met' if over <= 0 else f'missed by {over:.2f}'}"


def memory() -> Iterator[str]:
    """Ask for a mix of pages, searches by ever other words and pages that the reader has; tell what the worker holds."""
    needed = programs()
    core, other = min(os.sched_getaffinity(0)), max(os.sched_getaffinity(0))
    requests = int(os.environ.get("REQUESTS", MEMORY_REQUESTS))
    with TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        server = application(folder, "memory", core, port=port)
        try:
            wait_for(port)
            script = folder / "mix.lua"
            script.write_text(_mix(_tag(_twin(folder, port, "home"))))
            yield f"memory, at the start: {server.megabytes()}"
            done, told = 0, 0
            while done < requests:
                said = _wrk(needed, other, 2, "-s", str(script), f"http://127.0.0.1:{port}")
                done += int(re.search(r"(\d+) requests in", said)[1])  # type: ignore[index]
                if done * MEMORY_STEPS // requests > told:
                    told = done * MEMORY_STEPS // requests
                    yield f"memory, after {done:,} requests: {server.megabytes()}, goal {MEMORY_GOAL} MB"
        finally:
            server.stop()


def _mix(etag: str) -> str:
    """Return wrk's script: of ten requests, six for pages of all kinds, one that the reader has, three searches."""
    chance = random.Random(1)
    draws = [f"/draws/{number}/" for number in range(1, 449)]
    pages = [
        *PAGES.values(),
        *chance.sample(draws, 100),
        "/news/feed.atom",
        "/draws/rounds.json",
        "/pool/",
        "/faq/",
    ]
    words = ", ".join(f'"{word}"' for word in WORDS.split())
    headers = ", ".join(f'["{name}"] = "{value}"' for name, value in HEADERS.items())
    return f"""
local pages = {{ {", ".join(f'"{page}"' for page in pages)} }}
local words = {{ {words} }}
local headers = {{ {headers} }}
local knows = {{ {headers}, ["If-None-Match"] = [[{etag}]] }}
function request()
  local kind = math.random(10)
  if kind == 1 then return wrk.format("GET", "/", knows) end
  if kind <= 7 then return wrk.format("GET", pages[math.random(#pages)], headers) end
  local asked = words[math.random(#words)] .. "+" .. words[math.random(#words)] .. "+" .. math.random(9999)
  return wrk.format("GET", (kind == 8 and "/search/?q=" or "/occupations/?q=") .. asked, headers)
end
"""
