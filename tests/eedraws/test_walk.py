"""A walk over every public address with input that nobody means: an answer in words, never a crash, an echo or a wait."""

import pytest
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st

from tests.addresses import address
from tests.eedraws.test_hostile import ANSWERS, FILTERS, OCCUPATIONS, OF_THE_API
from tests.hostile import METHODS, headers, queries
from tests.walks import Server, assert_harmless, often, paths_of, routes, timely, undone

pytestmark = pytest.mark.django_db

OF_WORDPRESS = ["attachment_id", "cat", "feed", "p", "page_id"]
# What each page reads of its query.
READS = {
    "home": OF_WORDPRESS,
    "alerts": ["category", "occupation", "score"],
    "alerts-change": ["category", "occupation", "score"],
    "category": ["page"],
    "category-version": ["q", "sort"],
    "contact": ["from"],
    "correction-list": ["page"],
    "dataset": ["changed_since"],
    "draw-feed-atom": ["category"],
    "draw-feed-json": ["category"],
    "expectation-list": ["category", "page"],
    "filtered-rounds": FILTERS,
    "guide-list": ["page"],
    "list-changes": ["page"],
    "lists-on-day": ["on"],
    "lists-on-day-file": ["on"],
    "news-author": ["page"],
    "news-feed-atom": ["category"],
    "news-feed-json": ["category"],
    "news-list": ["page"],
    "news-tag": ["page"],
    "occupation": ["title"],
    "occupation-list": OCCUPATIONS,
    "occupation-of": ["title"],
    "pool-list": ["page"],
    "round-list": FILTERS,
    "search": ["q", "kind", "year", "page"],
    "would-i-have-been-invited": [*ANSWERS, "page"],
    **{f"api:list_{rows}": OF_THE_API for rows in ("rounds", "pool", "categories", "versions", "listings")},
    "api:list_occupations": OF_THE_API,
    "api:get_occupation": ["classification"],
}
WITH_A_FORM = {"alerts", "alerts-confirm", "alerts-change", "alerts-stop", "bulk-check", "contact"}
ROUTES = {name: route for name, route in routes() if not name.startswith("admin:")}


def cookies(response):
    """Return the cookies that an answer sets; one that cannot be that of a session is taken away, which is none."""
    return {name for name, cookie in response.cookies.items() if cookie.value}


@given(data=st.data())
@often(25, 20_000)
def test_every_address_bears_every_query_and_header(data):
    name = data.draw(st.sampled_from(sorted(ROUTES)), label="address")
    query = data.draw(queries(READS.get(name)), label="query")
    sent = data.draw(headers, label="headers")
    with undone():
        target = address(name)
        response = timely(lambda: Server().get(f"{target}?{query}", headers=sent))
    assert_harmless(response)
    # Django mends a token that came broken.
    assert cookies(response) <= ({"csrf"} if "Cookie" in sent else set())


@given(data=st.data())
@often(30, 10_000)
def test_every_path_bears_every_value_in_its_place(data):
    name = data.draw(st.sampled_from(sorted(ROUTES)), label="address")
    path = data.draw(paths_of(ROUTES[name]), label="path")
    response = timely(lambda: Server().get(path))
    assert_harmless(response)
    assert not cookies(response)


@given(sent=headers)
@often(10, 3_000)
def test_a_static_file_bears_every_header(sent):
    response = Server().get("/static/css/eedraws.css", headers=sent)
    assert response.status_code in (200, 206, 304, 400, 416)
    response.close()


@given(data=st.data())
@often(25, 5_000)
def test_every_method_is_answered_or_refused(data):
    name = data.draw(st.sampled_from(sorted(ROUTES)), label="address")
    method = data.draw(st.sampled_from(METHODS), label="method")
    sent = data.draw(headers, label="headers")
    body = data.draw(st.binary(max_size=200), label="body")
    with undone():
        response = Server(enforce_csrf_checks=True).generic(method, address(name), body, headers=sent)
    assert_harmless(response)
    # Django takes a method in small letters for the same.
    if method.upper() not in ("GET", "HEAD", "POST"):
        assert response.status_code in (400, 405)
    elif method == "POST":
        assert response.status_code in ((200, 400, 403, 413, 415) if name in WITH_A_FORM else (400, 405))


class TestParameters:
    """What a page reads of its query is known to the walk."""

    @pytest.fixture
    def read(self, monkeypatch):
        """The names that are looked up in a query or a form from now on."""
        seen = set()

        def recording(real):
            def look(self, name, *args):
                # Django keeps its addresses in a dictionary of the same kind.
                if isinstance(self, QueryDict):
                    seen.add(str(name))
                return real(self, name, *args)

            return look

        for looking in ("__getitem__", "getlist"):
            monkeypatch.setattr(MultiValueDict, looking, recording(getattr(MultiValueDict, looking)))
        monkeypatch.setattr(QueryDict, "__contains__", recording(dict.__contains__), raising=False)
        return seen

    @pytest.mark.thorough
    @pytest.mark.parametrize("name", [name for name in ROUTES if not name.startswith("api:")])
    def test_are_in_the_table(self, client, name, read):
        target = address(name)
        read.clear()
        for sent in ([], READS.get(name, [])):
            client.get(f"{target}?{'&'.join(f'{parameter}=1' for parameter in sent)}")
        assert read - set(OF_WORDPRESS) <= set(READS.get(name, []))

    def test_of_the_api_are_in_the_table(self, client):
        document = client.get("/api/v1/openapi.json").json()
        told = {
            parameter["name"]
            for path in document["paths"].values()
            for parameter in path["get"].get("parameters", ())
            if parameter["in"] == "query"
        }
        assert told <= set(OF_THE_API)
