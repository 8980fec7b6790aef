"""Synthetic lines: addresses are those kept for documentation."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.logs.lines import COUNTED, LONGEST_PATH, LONGEST_SITE, Visit, read

TORONTO = ZoneInfo("America/Toronto")
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
DAY = date(2026, 11, 27)
# Without a zone, as hypothesis wants them.
FIRST, LAST = datetime.fromisoformat("2001-01-01"), datetime.fromisoformat("2099-12-31")


def line(
    target="/draws/255/",
    status=200,
    site="-",
    agent=FIREFOX,
    method="GET",
    moment="27/Nov/2026:12:00:00 +0000",
):
    return f'203.0.113.7 - - [{moment}] "{method} {target} HTTP/1.1" {status} 5120 "{site}" "{agent}"\n'


def visit(text):
    return read(text, zone=TORONTO, own_hosts=frozenset({"eedraws.example"}))


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (line(), Visit(DAY, "/draws/255/", 200, "")),
        (line("/draws/?year=2023&q=my+name"), Visit(DAY, "/draws/", 200, "")),
        (line("/news/caf%C3%A9/"), Visit(DAY, "/news/café/", 200, "")),
        (line(status=304), Visit(DAY, "/draws/255/", 304, "")),
        (line("/old/", 404, "https://forum.example/t/1?u=me"), Visit(DAY, "/old/", 404, "forum.example")),
        (line(site="https://www.Search.example:8443/"), Visit(DAY, "/draws/255/", 200, "search.example")),
        (line(site="https://eedraws.example/"), Visit(DAY, "/draws/255/", 200, "")),
        (line(site="https://user:secret@a.example/"), Visit(DAY, "/draws/255/", 200, "a.example")),
        (line(site="http://192.0.2.1/"), Visit(DAY, "/draws/255/", 200, "")),
        (line(site="http://[bad/"), Visit(DAY, "/draws/255/", 200, "")),
        (line(site='a \\" b'), Visit(DAY, "/draws/255/", 200, "")),
        # Toronto's day, whatever the server's.
        (line(moment="28/Nov/2026:03:00:00 +0000"), Visit(DAY, "/draws/255/", 200, "")),
        (line(moment="27/Nov/2026:23:00:00 -0500"), Visit(DAY, "/draws/255/", 200, "")),
    ],
)
def test_reads(given, found):
    assert visit(given) == found


@pytest.mark.parametrize(
    "given",
    [
        line(method="POST"),
        line(method="HEAD"),
        line(status=206),
        line(status=999),
        line("/static/css/eedraws.css"),
        line("/admin/"),
        line("/api/v1/record"),
        line("/draft/token/"),
        line("/alerts/stop/token/"),
        line("/alerts/change/token/?category=french"),
        line("/favicon.ico"),
        line("/wp-login.php", 404),
        line("/.env", 404),
        line("/a" * LONGEST_PATH),
        line("/%00/"),
        line("/%ff/"),
        line(agent="-"),
        line(agent="curl/8.5.0"),
        line(agent="Mozilla/5.0 (compatible; Somebot/2.1; +https://bot.example)"),
        line(agent="Mozilla/5.0 HeadlessChrome/140"),
        line(moment="31/Feb/2026:12:00:00 +0000"),
        line(moment="27/Nov/0001:12:00:00 +0000"),
        line(moment="27/Xxx/2026:12:00:00 +0000"),
        line(moment="27/Nov/2026:12:00:00 +9999"),
        line()[:40],
        "",
        "\x16\x03\x01 garbage",
        line(agent="x" * 40_000),
    ],
)
def test_leaves_out(given):
    assert visit(given) is None


@given(st.text(max_size=400))
def test_garbage_is_no_reading(text):
    assert visit(text) is None


@given(
    target=st.text(max_size=300),
    status=st.integers(0, 1000),
    site=st.text(max_size=200),
    agent=st.text(max_size=60),
    moment=st.one_of(
        st.text(max_size=30),
        st.from_regex(r"\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}", fullmatch=True),
    ),
)
def test_what_is_kept_is_within_its_bounds_and_names_nobody(target, status, site, agent, moment):
    found = visit(line("/" + target, status, site, "Mozilla/5.0 " + agent, moment=moment))
    if found:
        assert found.status in COUNTED
        assert found.path.startswith("/")
        assert len(found.path) <= LONGEST_PATH
        assert len(found.site) <= LONGEST_SITE
        assert found.path.isprintable()
        assert not set(found.site) & set("/:@? ")


@given(
    path=st.from_regex(r"/[a-z0-9-]{1,20}/", fullmatch=True).filter(
        lambda path: path not in ("/static/", "/admin/", "/api/", "/media/", "/draft/")
    ),
    query=st.from_regex(r"(\?[a-z=&+%2]{0,40})?", fullmatch=True),
    moment=st.datetimes(FIRST, LAST, timezones=st.just(UTC)),
)
def test_every_reading_is_found_without_its_query(path, query, moment):
    found = visit(line(path + query, moment=f"{moment:%d/%b/%Y:%H:%M:%S} +0000"))
    assert found == Visit(moment.astimezone(TORONTO).date(), path, 200, "")
