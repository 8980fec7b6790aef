"""The web app manifest and the icons that it and the pages name."""

import struct

import pytest
from django.contrib.staticfiles import finders

from tests.html import Page

pytestmark = pytest.mark.django_db


def size(path) -> tuple[int, int]:
    """Return width and height of a PNG."""
    with open(path, "rb") as file:
        start = file.read(24)
    assert start[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", start[16:])


def found(url):
    path = finders.find(url.removeprefix("/static/"))
    assert path, url
    return path


def test_the_manifest_names_icons_of_the_sizes_that_they_have(client):
    response = client.get("/site.webmanifest")
    assert response.headers["Content-Type"] == "application/manifest+json"
    manifest = response.json()
    assert manifest["start_url"] == "/"
    assert manifest["lang"] == "en"
    for icon in manifest["icons"]:
        path = found(icon["src"])
        if icon["type"] == "image/png":
            assert "{}x{}".format(*size(path)) == icon["sizes"]
    assert {icon.get("purpose") for icon in manifest["icons"]} == {None, "maskable"}


def test_pages_link_the_manifest_and_an_icon_for_phones(client):
    links = {link["rel"]: link["href"] for link in Page(client.get("/").text).all("link")}
    assert links["manifest"] == "/site.webmanifest"
    assert size(found(links["apple-touch-icon"])) == (180, 180)


def test_the_icon_that_browsers_ask_for_unbidden_is_there(client):
    response = client.get("/favicon.ico")
    assert response.status_code == 302
    with open(found(response.url), "rb") as file:
        assert file.read(6) == struct.pack("<HHH", 0, 1, 3)
