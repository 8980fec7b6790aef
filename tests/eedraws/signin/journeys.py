"""What people do at the door of the newsroom, through the client; codes are computed here, as an app does."""

import hmac
import re
import struct
import time
from base64 import b32decode

from django.test import Client

from tests.factories import PASSWORD

LOGIN, CODE, APP, CODES = (
    "/admin/login/",
    "/admin/login/code/",
    "/admin/account/app/",
    "/admin/account/codes/",
)
WRONG = "000000"


def code_of(key: bytes, steps=0):
    """The code of RFC 6238 at this moment, or some steps later."""
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.digest(key, counter, "sha1")
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF) % 10**6:06}"


def secret_on(page):
    """The secret that a page shows, as bytes."""
    text = re.search(r'<code class="secret"[^>]*>([A-Z2-7 ]+)<', page.text)[1]
    return b32decode(text.replace(" ", ""))


def codes_on(page):
    return re.findall(r"^[a-z0-9]{5}-[a-z0-9]{5}$", re.sub(r"<[^>]+>", "\n", page.text), re.MULTILINE)


def give_password(username, password=PASSWORD, client=None, to="", **extra):
    """Give a password at the door; return the client and the answer."""
    client = client or Client()
    path = LOGIN + (f"?next={to}" if to else "")
    return client, client.post(path, {"username": username, "password": password, "next": to}, **extra)


def come_in(username, app, steps=0, **extra):
    """Come in by password and app, and return the client."""
    client, _ = give_password(username, **extra)
    answer = client.post(CODE, {"code": code_of(app.bin_key, steps)}, **extra)
    assert answer.status_code == 302, answer.text
    return client


def is_in(client):
    return client.get("/admin/").status_code == 200
