"""Values that nobody means, in every parameter of every public address: an answer, never a crash or an echo."""

from urllib.parse import quote_from_bytes

import pytest

from tests.addresses import address
from tests.thorough import THOROUGH

pytestmark = [pytest.mark.django_db, pytest.mark.longer]

PAGES = [
    *("home", "news-list", "news-tag", "news-author", "article", "week", "guide-list", "guide", "faq"),
    *("round-list", "latest-round", "draw-year", "draw-month", "round", "category-list", "category"),
    *(
        "category-version",
        "category-difference",
        "lists-on-day",
        "list-changes",
        "occupation-list",
        "occupation",
        "glossary",
        "about",
        "privacy",
        "accessibility",
        "data",
        "search",
    ),
    "would-i-have-been-invited",
]
FILTERS = [
    *("page", "sort", "category", "kind", "year", "date_from", "date_to", "cutoff_from", "cutoff_to"),
]
ANSWERS = [
    *("score", "submitted", "time", "zone", "program", "nominated", "job", "months", "unbroken", "in_canada"),
    *("french", "since", "until"),
]
OCCUPATIONS = ["q", "page", "listed", "list", "on", "teer", "broad", "suggest"]
PARAMETERS = ["q", *FILTERS, "type", "month", "week", "tag", "lang", "next", "as_of", "on"]
OF_THE_API = [*PARAMETERS, "per_page", "changed_since", "in_force", "code", "version", "classification"]
# Files, feeds and lists for programs, with the parameters that each knows.
DATA = {
    "dataset": [],
    "filtered-rounds": FILTERS,
    "lists-on-day-file": ["on"],
    "category-version-list": ["q", "sort"],
    "list-changes-feed": [],
    "draw-feed-atom": ["category"],
    "news-feed-atom": ["category"],
    "news-feed-json": ["category"],
    "news-tag-feed-json": [],
    "draw-feed-json": ["category"],
    "api:list_rounds": OF_THE_API,
    "api:list_pool": OF_THE_API,
    "api:list_categories": OF_THE_API,
    "api:list_versions": OF_THE_API,
    "api:list_listings": OF_THE_API,
    "api:list_occupations": OF_THE_API,
}
ECHOES = ("<i x=", "<script>alert", "7353")
VALUES = {
    "mark up": "<i x='\"&;>7f3a",
    "script": "<script>alert(1)</script>",
    "template": "{{ 7|add:7346 }}{% debug %}",
    "empty": "",
    "white space": " \t\r\n ",
    "zero": "0",
    "minus": "-1",
    "fraction": "1.5",
    "exponent": "1e9",
    "not a number": "NaN",
    "infinity": "inf",
    "beyond 31 bits": str(2**31),
    "beyond 63 bits": str(2**63),
    "many digits": "9" * 3000,
    "minus many digits": "-" + "9" * 3000,
    "other digits": "١٢٣",
    "superscript": "²",
    "underscore": "1_0",
    "NUL": "\0",
    "NUL inside": "a\0b",
    "control characters": "\x01\x1f\x7f\x85\u2028",
    "lone surrogate": b"\xed\xa0\x80",
    "broken UTF-8": b"\xff\xfe\xc3",
    "right to left": "\u202eevil",
    "astral": "\U0001f41f" * 50,
    "combining": "e" + "\u0301" * 500,
    "no such day": "2023-02-30",
    "day before all": "0000-00-00",
    "day after all": "99999-12-31",
    "year only": "2023",
    "quotes": "' OR 1=1 --",
    "wildcards": "%_%%__",
    "path": "../../etc/passwd",
    "address": "//evil.example/",
    "header": "a\r\nSet-Cookie: b=c",
}
# The kinds that differ most, for everyday.
TELLING = {"mark up", "empty", "beyond 63 bits", "many digits", "NUL", "broken UTF-8", "header"}
if not THOROUGH:
    VALUES = {label: value for label, value in VALUES.items() if label in TELLING}


def encoded(value):
    return quote_from_bytes(value if isinstance(value, bytes) else value.encode())


@pytest.mark.parametrize("name", PAGES)
def test_every_page_bears_every_value(client, name):
    target = address(name)
    for label, value in VALUES.items():
        room = 4000 // (len(encoded(value)) + 15)
        query = "&".join(f"{parameter}={encoded(value)}" for parameter in PARAMETERS[:room])
        response = client.get(f"{target}?{query}")
        assert response.status_code == (302 if name == "latest-round" else 200), label
        assert response.headers.get("Location", "/draws/447/") == "/draws/447/", label
        assert not response.cookies, label
        assert not [echo for echo in ECHOES if echo in response.text], label


# tests/eedraws/test_walk.py asks the same addresses each time, for more values taken at random.
@pytest.mark.thorough
@pytest.mark.parametrize(
    ("name", "parameter"),
    [
        *(("round-list", parameter) for parameter in FILTERS),
        *(("occupation-list", parameter) for parameter in OCCUPATIONS),
        ("news-list", "page"),
        ("category", "page"),
        *(("category-version", parameter) for parameter in ("q", "sort")),
        ("lists-on-day", "on"),
        ("list-changes", "page"),
        *(("search", parameter) for parameter in ("q", "kind", "year", "page")),
        *(("would-i-have-been-invited", parameter) for parameter in (*ANSWERS, "page")),
        *(("alerts", parameter) for parameter in ("category", "occupation", "score")),
    ],
)
def test_a_list_bears_each_value_alone_and_repeated(client, name, parameter):
    target = address(name)
    for label, value in VALUES.items():
        once = f"{parameter}={encoded(value)}"
        for query in (once, f"{parameter}=2023&{once}"):
            response = client.get(f"{target}?{query}")
            assert response.status_code == 200, label
            assert not [echo for echo in ECHOES if echo in response.text], label


@pytest.mark.parametrize("name", DATA)
def test_data_bears_every_value_or_names_the_problem(client, name):
    """Programs are told what they got wrong: 400, 404 or 422, and never an answer to another question."""
    target = address(name)
    for label, value in VALUES.items():
        for parameter in (*DATA[name], "unknown"):
            response = client.get(f"{target}?{parameter}={encoded(value)}")
            assert response.status_code in (200, 400, 404, 422), (label, parameter)
            assert not response.cookies
            if response.status_code != 200:
                assert response.headers["Content-Type"] == "application/problem+json", (label, parameter)
            assert not [echo for echo in ECHOES if echo in response.text], (label, parameter)


@pytest.mark.parametrize(
    "path",
    [
        "/draws/0/",
        "/draws/0255/",
        "/draws/s999999/",
        "/draws/9999z/",
        "/draws/2014/",
        "/draws/2099/",
        "/draws/2099/12/",
        "/draws/2015/01/",
        "/news/week/2099-w53/",
        "/news/week/2015-w01/",
        "/news/2099/12/none/",
        "/news/tag/none/",
        "/news/author/" + "a" * 2000 + "/",
        "/categories/" + "a" * 2000 + "/",
        "/categories/healthcare/v999/",
        "/categories/cec/v1/",
        "/occupations/99999/",
        "/draws/" + "9" * 5000 + "/",
        "/" + "a/" * 2000,
        "//evil.example/",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/static/../manage.py",
        "/static/%2e%2e/manage.py",
        "/.git/config",
        "/.env",
        "/admin/draws/round/" + "9" * 400 + "/change/",
        "/admin/draws/round/" + "9" * 400 + "/confirm/",
        "/admin/occupations/categoryversion/" + "9" * 400 + "/new-version/",
    ],
)
def test_every_path_is_answered(client, path):
    response = client.get(path)
    assert response.status_code in (200, 301, 302, 404)
    assert not response.headers.get("Location", "/").startswith("//")
