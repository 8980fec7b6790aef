"""The application server by the words of its unit, in a folder of a test's own, and what asks it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings

from tests.databases import copy_database

HOST = "eedraws.example"
ROOT = Path(settings.BASE_DIR)
FORM = "application/x-www-form-urlencoded"
# What Django takes for the secret of a form and for its token alike.
TOKEN = "a" * 32
SIGN_IN = """
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
person = get_user_model().objects.create_superuser("chief", password=None)
session = import_module(settings.SESSION_ENGINE).SessionStore()
session[SESSION_KEY] = str(person.pk)
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = person.get_session_auth_hash()
session.save()
print(session.session_key)
"""


class Connection(HTTPConnection):
    """A connection to a socket of this machine."""

    def __init__(self, path):
        super().__init__(HOST, timeout=60)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))


class Application:
    """A site of its own: `home` holds its database and what is uploaded, `folder` its socket."""

    def __init__(self, folder, home=None, name="site", **environment):
        self.folder, self.home = folder, home or folder
        self.socket, self.pid = folder / f"{name}.sock", folder / f"{name}.pid"
        self.name, self.database = name, self.home / "site.sqlite3"
        if not self.database.exists():
            copy_database(self.database)
        self.environment = os.environ | {
            "DEBUG": "false",
            "HTTPS": "false",
            "SITE_URL": f"http://{HOST}",
            "ALLOWED_HOSTS": HOST,
            "SECRET_KEY": "made up for a test: " + "x" * 50,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "MEDIA_ROOT": str(self.home / "media"),
            **environment,
        }

    def manage(self, *arguments):
        return self._run("manage.py", *arguments)

    def run(self, code):
        """Run Python with the site's models, as another process would; return what it prints."""
        return self._run("-c", f"import django\ndjango.setup()\n{code}").strip()

    def _run(self, *arguments):
        environment = self.environment | {"DJANGO_SETTINGS_MODULE": "eedraws.settings"}
        command = [sys.executable, *arguments]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def sign_in(self):
        """Make a person who may do everything; return the cookies of their browser."""
        return f"session={self.run(SIGN_IN)}; csrf={TOKEN}"

    def start(self):
        unit = (ROOT / "deploy" / "systemd" / "eedraws.service").read_text()
        command = re.search(r"^ExecStart=(.*?[^\\])$", unit, re.MULTILINE | re.DOTALL)[1].replace("\\\n", " ")
        command = command.replace("/opt/eedraws/.venv/bin/python", sys.executable)
        command = command.replace("/run/eedraws/site", str(self.folder / self.name))
        self.log = (self.folder / f"{self.name}.log").open("ab")
        self.process = subprocess.Popen(
            command.split(), cwd=ROOT, env=self.environment, stderr=self.log, start_new_session=True
        )
        self.wait(lambda: self.get("/healthz")[0] == 200)

    def stop(self, how=signal.SIGTERM):
        """End the server and its workers; SIGKILL leaves them no time for anything."""
        if how == signal.SIGKILL:
            os.killpg(self.process.pid, how)
        else:
            self.process.send_signal(how)
        self.process.wait(60)
        self.log.close()
        self.socket.unlink(missing_ok=True)

    def wait(self, is_there, seconds=120):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                if is_there():
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise AssertionError((self.folder / f"{self.name}.log").read_text())

    def get(self, path, **headers):
        """Return status, headers by their small letters, and body."""
        return self.ask("GET", path, None, headers)

    def post(self, path, cookies, content_type=FORM, body=None, **fields):
        sent = body if body is not None else urlencode(fields | {"csrfmiddlewaretoken": TOKEN}).encode()
        return self.ask("POST", path, sent, {"Cookie": cookies, "Content-Type": content_type})

    def ask(self, method, path, body, headers):
        asking = Connection(self.socket)
        try:
            asking.request(method, path, body, headers={"Host": HOST} | headers)
            answer = asking.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, found, answer.read().decode(errors="replace")
        finally:
            asking.close()
