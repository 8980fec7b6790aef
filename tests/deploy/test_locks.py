"""Another process keeps the database to itself for long: readers notice nothing, and who saves is told when to come again."""

import os
import sqlite3
import threading
import time
from contextlib import closing

import pytest

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("postgres" in os.environ.get("DATABASE_URL", ""), reason="the lock of a SQLite file"),
]
ADD = "/admin/articles/tag/add/"


def test_a_lock_that_is_held_for_long(site):
    cookies = site.sign_in()
    kept = "/draws/255/"
    assert site.get(kept)[0] == 200
    with closing(sqlite3.connect(site.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answers = []
        saving = [
            threading.Thread(
                target=lambda: answers.append(site.post(ADD, cookies, name_en="Waited", slug="waited"))
            )
            for _ in range(2)
        ]
        begun = time.monotonic()
        for each in saving:
            each.start()
        # Pages that are kept, pages that are made, and searches that would be counted: all while two are waiting.
        for path in (
            kept,
            "/draws/254/",
            "/news/",
            "/search/?q=zzzyx",
            "/occupations/?q=qqqqzz",
            "/feeds/draws.atom",
        ):
            assert site.get(path)[0] == 200, path
        assert not answers, "The readers waited for those who save."
        for each in saving:
            each.join()
        assert time.monotonic() - begun >= 20
        for status, headers, page in answers:
            assert (status, headers["retry-after"]) == (503, "30")
            assert "Its database does not answer" in page
            assert "Waited" in page
        other.execute("ROLLBACK")
    assert site.post(ADD, cookies, name_en="Waited", slug="waited")[0] == 302
