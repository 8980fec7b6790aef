"""The site as deploy/ has it, for scripts/bench_load.py: the words of its unit and of its configuration, other paths."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
HOST = "eedraws.example"
PACKAGES = {"wrk": "wrk", "nginx": "nginx", "openssl": "openssl", "taskset": "util-linux"}
TICK = os.sysconf("SC_CLK_TCK")
# The shipped limit of one address is what one reader needs; all of the load comes from one address.
LIMIT, NO_LIMIT = "rate=50r/s", "rate=1000000r/s"
START = 60
# nginx says these of a file itself.
OWN_HEADERS = {"server", "date", "connection", "content-length", "content-type", "last-modified"}


def programs() -> dict[str, str]:
    """Return the paths of the programs that are needed; says which Debian packages are missing, and ends."""
    path = f"{os.environ['PATH']}:/usr/sbin:/sbin"
    found = {name: shutil.which(name, path=path) for name in PACKAGES}
    if missing := [PACKAGES[name] for name, place in found.items() if place is None]:
        raise SystemExit(f"The load needs more programs. On Debian: apt-get install {' '.join(missing)}")
    return {name: place for name, place in found.items() if place}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Memory(NamedTuple):
    """Megabytes of a process: `own` with its share of what others hold too, such as libraries; `whole` with all of that."""

    own: float
    whole: float

    def __str__(self) -> str:
        return f"{self.own:.0f} MB ({self.whole:.0f} MB with all that it shares)"


class Served:
    """A server with all of its processes, pinned to one core."""

    def __init__(self, command: Iterable[str], core: int, environment: Mapping[str, str]) -> None:
        self.process = subprocess.Popen(
            ["taskset", "-c", str(core), *command], cwd=ROOT, env=dict(environment)
        )

    def pids(self) -> list[int]:
        """The server's processes, the first of them included."""
        found, waiting = [], [self.process.pid]
        while waiting:
            pid = waiting.pop()
            found.append(pid)
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
            waiting += map(int, children.split())
        return found

    def seconds(self) -> float:
        """The processor's time that its processes have taken so far, in user and system mode."""
        stats = (Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self.pids())
        return sum(int(fields[11]) + int(fields[12]) for fields in stats) / TICK

    def megabytes(self) -> Memory:
        """The memory that the largest of its processes, the worker, holds."""
        rollups = (Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in self.pids())
        return max(Memory(_kilobytes("Pss", said) / 1024, _kilobytes("Rss", said) / 1024) for said in rollups)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)


def _kilobytes(field: str, said: str) -> int:
    return int(re.search(rf"^{field}:\s*(\d+) kB", said, re.MULTILINE)[1])  # type: ignore[index]


def application(
    folder: Path,
    name: str,
    core: int,
    *,
    port: int | None = None,
    kept: bool = True,
    module: str = "eedraws.wsgi",
) -> Served:
    """Start an application by the unit, on a port of this machine or on the socket that nginx asks."""
    unit = (ROOT / "deploy" / "systemd" / "eedraws.service").read_text()
    [words] = re.findall(r"^ExecStart=(.*?[^\\])$", unit, re.MULTILINE | re.DOTALL)
    command = words.replace("\\\n", " ").replace("/opt/eedraws/.venv/bin/python", sys.executable)
    command = command.replace("site.pid", f"{name}.pid").replace("/run/eedraws", str(folder))
    command = command.replace("eedraws.wsgi:", f"{module}:")
    if port:
        command = re.sub(r"--uds \S+ --uds-permissions \d+", f"--host 127.0.0.1 --port {port}", command)
    told = dict(re.findall(r"^Environment=(\w+)=(\S+)$", unit, re.MULTILINE))
    environment = (
        os.environ
        | told
        | {
            "DEBUG": "false",
            "HTTPS": "true",
            "SITE_URL": f"https://{HOST}",
            "ALLOWED_HOSTS": HOST,
        }
    )
    return Served(command.split(), core, environment if kept else environment | {"PAGE_CACHE_BYTES": "0"})


def nginx(
    folder: Path, core: int, port: int, needed: Mapping[str, str], twins: Mapping[str, Mapping[str, str]]
) -> Served:
    """Start nginx by the shipped configuration; beside it the files of `folder`/twins, each with the headers of its page."""
    key, certificate = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        [needed["openssl"], "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}",
         "-keyout", key, "-out", certificate], check=True, capture_output=True,
    )  # fmt: skip
    site = (ROOT / "deploy" / "nginx" / "eedraws.conf").read_text()
    for there, here in (
        ("/var/cache/nginx/eedraws", folder / "cache"),
        ("/run/eedraws", folder),
        ("/var/log/nginx/eedraws.log", folder / "access.log"),
        (f"/etc/letsencrypt/live/{HOST}/fullchain.pem", certificate),
        (f"/etc/letsencrypt/live/{HOST}/privkey.pem", key),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{port} ssl http2;"),
        ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
        (LIMIT, NO_LIMIT),
        ("    location / {", f"{''.join(_places(folder, twins))}    location / {{"),
    ):
        if there not in site:
            raise SystemExit(f"deploy/nginx/eedraws.conf has no {there!r} any more.")
        site = site.replace(there, str(here))
    site = re.sub(r"^\s*listen \[::\].*\n", "", site, flags=re.MULTILINE)
    temporary = "".join(
        f"{name}_temp_path {folder / name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder / 'nginx.pid'}; error_log {folder / 'error.log'}; worker_processes 1;\n"
        f"{'user root;' if os.geteuid() == 0 else ''} events {{}} http {{ {temporary}\n{site} }}\n"
    )
    command = [needed["nginx"], "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    return Served(command, core, os.environ)


def _places(folder: Path, twins: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Yield nginx's words for each twin: as many bytes go out with a file as with its page."""
    for name, headers in twins.items():
        yield f"    location = /twins/{name} {{\n        root {folder};\n        etag off;\n        if_modified_since off;\n"
        for header, value in headers.items():
            if header.lower() not in OWN_HEADERS:
                yield f"        add_header {header} '{value.replace("'", chr(92) + "'")}';\n"
        yield "    }\n"


def wait_for(port: int) -> None:
    """Wait until a server answers plainly on a port."""
    until = time.monotonic() + START
    while time.monotonic() < until:
        try:
            with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as asking:
                asking.request("GET", "/healthz", headers={"Host": HOST, "X-Forwarded-Proto": "https"})
                answer = asking.getresponse()
                answer.read()
                if answer.status == 200:
                    return
        except OSError:
            pass
        time.sleep(0.2)
    raise SystemExit(f"Nothing answers on port {port} after {START} seconds.")
