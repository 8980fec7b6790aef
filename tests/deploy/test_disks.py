"""Disks that are full, or take no writes: readers are served, and who saves is told so and loses nothing."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from html import unescape

import pytest

from tests.articles.pictures.making import encoded
from tests.databases import copy_database
from tests.deploy.disks import disk
from tests.deploy.serving import TOKEN

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("postgres" in os.environ.get("DATABASE_URL", ""), reason="disks of a SQLite file"),
]
ADD = "/admin/articles/tag/add/"
ADD_PICTURE = "/admin/articles/image/add/"
# Pages, feeds, searches, files and the API; a search that finds nothing would be counted.
FOR_READERS = [
    "/", "/draws/", "/draws/255/", "/draws/rounds.csv", "/news/", "/categories/french/", "/pool/", "/occupations/21231/",
    "/search/?q=nurse", "/search/?q=zzzyx", "/occupations/?q=qqqqzz", "/feeds/draws.atom", "/api/v1/rounds/255",
    "/sitemap.xml", "/would-i-have-been-invited/?score=491&submitted=2023-01-01&program=CEC&since=2026-01-01",
]  # fmt: skip


def assert_readers_are_served(site):
    for path in FOR_READERS:
        assert site.get(path)[0] == 200, path


def picture():
    """Return the type and the body of a form that brings a picture."""
    boundary = "a-boundary-of-ours"
    fields = {"csrfmiddlewaretoken": TOKEN, "alt": "An office."}
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    file = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="office.jpg"\r\n\r\n'
    body = "".join([*parts, file]).encode() + encoded() + f"\r\n--{boundary}--\r\n".encode()
    return f"multipart/form-data; boundary={boundary}", body


def count(site, table):
    with closing(sqlite3.connect(site.database)) as database:
        return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_a_full_disk(running, tmp_path):
    with disk(tmp_path / "disk", 40) as small:
        site = running(tmp_path, small.path)
        cookies = site.sign_in()
        typed = 'Kept "words"\r\n& <more>'
        small.fill()
        status, headers, page = site.post(ADD, cookies, name_en=typed, slug="kept")
        assert (status, headers["retry-after"]) == (507, "30")
        assert "There is no room to save this" in page
        # What was typed is in the page, to be sent again.
        assert typed in unescape(page)
        assert "Send it again" in page
        assert "no-store" in headers["cache-control"]
        content_type, body = picture()
        status, _headers, page = site.post(ADD_PICTURE, cookies, content_type, body)
        assert status == 507
        assert "no room" in page
        assert not [path for path in small.path.rglob("media/*") if path.is_file()]
        assert (count(site, "articles_tag WHERE slug = 'kept'"), count(site, "articles_image")) == (0, 0)
        assert_readers_are_served(site)
        small.make_room()
        assert site.post(ADD, cookies, name_en=unescape(typed), slug="kept")[0] == 302
        assert site.post(ADD_PICTURE, cookies, content_type, body)[0] == 302
        assert (count(site, "articles_tag WHERE slug = 'kept'"), count(site, "articles_image")) == (1, 1)
        with closing(sqlite3.connect(site.database)) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        site.stop()


def test_a_disk_of_pictures_that_is_full_keeps_nothing_of_an_upload(running, tmp_path):
    with disk(tmp_path / "media", 1) as small:
        site = running(tmp_path)
        cookies = site.sign_in()
        small.fill()
        content_type, body = picture()
        status, headers, page = site.post(ADD_PICTURE, cookies, content_type, body)
        # Back to the form, or to the list, with the words on top.
        if status == 302:
            said = headers["set-cookie"].partition(";")[0]
            page = site.get(headers["location"], Cookie=f"{cookies}; {said}")[2]
        assert "The picture could not be written. Nothing of it is kept; try again." in unescape(page)
        assert count(site, "articles_image") == 0
        assert [path for path in small.path.rglob("*") if path.is_file()] == [small.filler]
        small.make_room()
        assert site.post(ADD_PICTURE, cookies, content_type, body)[0] == 302
        assert count(site, "articles_image") == 1
        site.stop()


# A process that writes, and is killed before it could put the log into the file.
WRITING = """
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA journal_mode=WAL")
database.execute("UPDATE draws_round SET crs_cutoff = 1111 WHERE number = '255'")
os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("is_killed", [False, True], ids=["closed well", "after a crash"])
def test_a_disk_that_takes_no_writes(running, tmp_path, is_killed):
    with disk(tmp_path / "disk", 60) as small:
        database = small.path / "site.sqlite3"
        copy_database(database)
        site = running(tmp_path, small.path)
        cookies = site.sign_in()
        site.stop()
        if is_killed:
            subprocess.run([sys.executable, "-c", WRITING, database], check=False)
            assert (small.path / "site.sqlite3-wal").stat().st_size
        small.close()
        site.start()
        assert_readers_are_served(site)
        assert ("1111" in site.get("/draws/255/")[2]) is is_killed
        status, _headers, ready = site.get("/readyz")
        assert status == 200
        assert '"database": "can only be read"' in ready
        # The newsroom says so before anyone types, and keeps what was typed.
        status, _headers, page = site.get(ADD, Cookie=cookies)
        assert status == 200
        assert "Nothing can be saved at the moment" in page
        status, headers, page = site.post(ADD, cookies, name_en="Typed in vain", slug="vain")
        assert (status, headers["retry-after"]) == (503, "30")
        assert "database can only be read" in unescape(page)
        assert "Typed in vain" in page
        content_type, body = picture()
        assert site.post(ADD_PICTURE, cookies, content_type, body)[0] == 503
        site.stop()
