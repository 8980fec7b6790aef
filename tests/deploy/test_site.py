"""The site as deploy/ has it: nginx before the application server. Ports, paths and the certificate are the test's own."""

import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import threading
import time
from http.client import HTTPSConnection

import pytest

from tests.deploy.serving import HOST, ROOT, Application

pytestmark = [pytest.mark.thorough, pytest.mark.django_db(transaction=True)]

# None of them is one that nginx may send by itself.
PATHS = ("/healthz", "/search/?q=nurse", "/api/v1/rounds/255")


def needed(program):
    found = shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    assert found, f"This test needs {program} (Debian: apt-get install nginx openssl)."
    return found


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Site(Application):
    """The application, and nginx before it by its configuration."""

    def __init__(self, folder):
        super().__init__(
            folder,
            HTTPS="true",
            SITE_URL=f"https://{HOST}",
            TRUSTED_PROXIES="unix",
        )
        self.port = free_port()

    def start_nginx(self):
        key, certificate = self.folder / "key.pem", self.folder / "cert.pem"
        subprocess.run(
            [needed("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}",
             "-keyout", key, "-out", certificate], check=True, capture_output=True,
        )  # fmt: skip
        site = (ROOT / "deploy" / "nginx" / "eedraws.conf").read_text()
        for there, here in (
            ("/var/cache/nginx/eedraws", self.folder / "cache"),
            ("/run/eedraws", self.folder),
            ("/var/log/nginx/eedraws.log", self.folder / "access.log"),
            (f"/etc/letsencrypt/live/{HOST}/fullchain.pem", certificate),
            (f"/etc/letsencrypt/live/{HOST}/privkey.pem", key),
            ("listen 443 ssl http2;", f"listen 127.0.0.1:{self.port} ssl http2;"),
            ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
        ):
            assert there in site
            site = site.replace(there, str(here))
        site = re.sub(r"^\s*listen \[::\].*\n", "", site, flags=re.MULTILINE)
        own = "".join(
            f"{name}_temp_path {self.folder / name};"
            for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        (self.folder / "nginx.conf").write_text(
            f"daemon off; pid {self.folder / 'nginx.pid'}; error_log {self.folder / 'error.log'}; worker_processes 1;\n"
            f"{'user root;' if os.geteuid() == 0 else ''} events {{}} http {{ {own}\n{site} }}\n"
        )
        self.nginx = subprocess.Popen(
            [needed("nginx"), "-c", self.folder / "nginx.conf", "-e", self.folder / "error.log"]
        )

    def get(self, path, **headers):
        trusting = ssl._create_unverified_context()
        asking = HTTPSConnection("127.0.0.1", self.port, context=trusting, timeout=40)
        try:
            asking.request(
                "GET", path, headers={"Host": HOST} | {k.replace("_", "-"): v for k, v in headers.items()}
            )
            answer = asking.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            asking.close()


@pytest.fixture
def site(tmp_path, static_files):
    site = Site(tmp_path)
    site.start_nginx()
    site.start()
    yield site
    site.stop()
    site.nginx.terminate()
    site.nginx.wait(20)


def lower(headers):
    return {name.lower(): value for name, value in headers.items()}


def test_the_site_as_it_is_deployed(site):
    """One journey: starting a server takes longer than all that is asked of it."""
    # Pages come compressed, with every header, and from nginx the second time.
    status, headers, body = site.get("/draws/255/", Accept_Encoding="gzip")
    headers = lower(headers)
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["strict-transport-security"].startswith("max-age=63072000")
    assert "stale-if-error" in headers["cache-control"]
    again = lower(site.get("/draws/255/", Accept_Encoding="gzip")[1])
    assert again["x-cache"] in ("HIT", "STALE", "UPDATING")
    assert ("x-request-id" in again) == (again["x-cache"] != "HIT")
    status, _headers, nothing = site.get("/draws/255/", Accept_Encoding="gzip", If_None_Match=headers["etag"])
    assert (status, nothing) == (304, b"")
    # Static files never change under their name.
    style = re.search(rb"/static/css/eedraws\.[0-9a-f]+\.css", site.get("/")[2])[0].decode()
    assert "immutable" in lower(site.get(style)[1])["cache-control"]
    # A request that reaches the application has one name, given by nginx, which readers are told too.
    names = [
        lower(site.get(path, X_Request_ID="a-reader-says")[1])["x-request-id"]
        for path in ("/search/?q=french", "/admin/login/")
    ]
    assert all(re.fullmatch(r"[0-9a-f]{32}", name) for name in names)
    # The newsroom is never kept.
    for _ in range(2):
        assert "x-cache" not in lower(site.get("/admin/login/")[1])
    # Workers are replaced under load, and no request fails.
    answers = []
    is_over = threading.Event()

    def ask(path):
        while not is_over.is_set():
            answers.append(site.get(path)[0])
            # Below what nginx lets one address ask.
            time.sleep(0.1)

    readers = [threading.Thread(target=ask, args=[path]) for path in PATHS]
    for reader in readers:
        reader.start()
    time.sleep(1)
    before = site.pid.read_text()
    for _ in range(2):
        site.process.send_signal(signal.SIGHUP)
        time.sleep(6)
    is_over.set()
    for reader in readers:
        reader.join()
    assert site.pid.read_text() == before
    assert len(answers) > 20
    assert set(answers) == {200}
    # The application is gone: what nginx has kept goes on.
    site.stop()
    status, _headers, body = site.get("/draws/255/", Accept_Encoding="gzip")
    assert status == 200
    assert body
    assert site.get("/draws/254/")[0] == 502
    # A thousand passwords are not tried.
    assert 429 in {site.get("/admin/login/")[0] for _ in range(40)}
    # Nobody's address is in the log.
    assert "127.0.0.1" not in (site.folder / "access.log").read_text()
    site.start()
