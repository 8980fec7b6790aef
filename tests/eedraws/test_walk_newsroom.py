"""A walk over the newsroom by somebody who may do everything, with input that nobody means: no error, no echo, no wait.

What the pages themselves link to and ask for is what is spoilt: the filters of a list, its order, its dates, fields of forms.
"""

import re
from html import unescape

import pytest
from django.contrib import admin
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.addresses import address, names
from tests.factories import make_superuser
from tests.hostile import queries, texts
from tests.walks import Server, assert_harmless, often, paths_of, routes, timely, undone

pytestmark = pytest.mark.django_db

OF_A_LIST = [
    "o",
    "p",
    "q",
    "all",
    "e",
    "_facets",
    "_popup",
    "_to_field",
    "_changelist_filters",
    "id__in",
    "pk__gt",
]
OF_A_FORM = [
    *OF_A_LIST[-5:-2],
    "action",
    "index",
    "select_across",
    "_selected_action",
    "_save",
    "_continue",
    "_saveasnew",
]
ROUTES = sorted({route for name, route in routes() if name.startswith("admin:")})
PAGES = sorted({name for name in names() if name.startswith("admin:")})
# Every field that a widget of the admin asks the choices of.
ASKED = [
    {"app_label": model._meta.app_label, "model_name": model._meta.model_name, "field_name": field}
    for model, site in admin.site._registry.items()
    for each in (site, *site.inlines)
    for field in each.autocomplete_fields
]


class Newsroom:
    """Pages as a superuser sees them; what a page links to and asks for is read once."""

    def __init__(self):
        self.client = Server()
        self.client.force_login(make_superuser("walker"))
        self.pages = {}

    def page(self, name):
        if name not in self.pages:
            with undone():
                response = self.client.get(address(name))
            is_page = response.status_code == 200 and response.headers["Content-Type"].startswith("text/html")
            self.pages[name] = response.text if is_page else ""
        return self.pages[name]

    def parameters(self, name):
        """Return the names in the queries that the page itself leads to, and the admin's own."""
        linked = re.findall(r"[?&](?:amp;)?(\w+)=", self.page(name))
        return sorted({*linked, *OF_A_LIST})

    def fields(self, name):
        """Return what a browser would send of the page's fields: texts, what is checked, what is selected."""
        html = self.page(name)
        found = {}
        for tag, inner in re.findall(r"<(textarea\b[^>]*)>(.*?)</textarea>", html, re.DOTALL):
            found[attribute(tag, "name")] = unescape(inner.removeprefix("\n"))
        for tag in re.findall(r"<(input\b[^>]*)>", html):
            if attribute(tag, "type") not in ("checkbox", "radio", "submit", "file") or " checked" in tag:
                found[attribute(tag, "name")] = attribute(tag, "value")
        for tag, inner in re.findall(r"<(select\b[^>]*)>(.*?)</select>", html, re.DOTALL):
            chosen = re.findall(r"<(option\b[^>]*\bselected[^>]*)>", inner)
            found[attribute(tag, "name")] = [attribute(option, "value") for option in chosen]
        found.pop("", None)
        return found


def attribute(tag, name):
    value = re.search(rf'\b{name}="([^"]*)"', tag)
    return unescape(value[1]) if value else ""


@pytest.fixture
def newsroom():
    return Newsroom()


@given(data=st.data())
@often(15, 20_000)
def test_every_page_bears_every_query(newsroom, data):
    name = data.draw(st.sampled_from(PAGES), label="page")
    query = data.draw(queries(newsroom.parameters(name)), label="query")
    with undone():
        target = address(name)
        assert_harmless(timely(lambda: newsroom.client.get(f"{target}?{query}")))


@given(data=st.data())
@often(25, 5_000)
def test_every_path_bears_every_value_in_its_place(newsroom, data):
    path = data.draw(st.sampled_from(ROUTES).flatmap(paths_of), label="path")
    assert_harmless(timely(lambda: newsroom.client.get(path)))


@pytest.mark.parametrize("key", ["none", "2023-02-30", "9" * 400, "9" * 5000, "_00", "-1"])
@pytest.mark.parametrize("model", ["draws/round", "draws/pooldistribution", "occupations/categoryversion"])
def test_a_key_that_is_none_has_no_history(client, model, key):
    client.force_login(make_superuser("walker"))
    assert client.get(f"/admin/{model}/{key}/history/").status_code == 404


@pytest.mark.parametrize("name", [name for name in PAGES if name.endswith(("_change", "_delete"))])
def test_a_row_is_found_by_its_key_where_no_field_is_named(client, name):
    client.force_login(make_superuser("walker"))
    target = address(name)
    for asked in (client.get, client.post):
        assert asked(f"{target}?_to_field=").status_code < 500
    assert client.get(f"{target}?_to_field=").status_code == client.get(target).status_code


@pytest.mark.parametrize("key", ["none", "1.5", "\0", "9" * 400, "9" * 5000, "-1", str(2**63)])
@pytest.mark.parametrize(
    ("page", "field"), [("articles_expectation_add", "article"), ("occupations_serieslabel_add", "version")]
)
def test_a_choice_that_is_none_is_an_error_of_the_form(client, page, field, key):
    client.force_login(make_superuser("walker"))
    target = reverse(f"admin:{page}")
    response = client.post(target, {field: key})
    assert response.status_code == 200
    assert 'class="errorlist"' in response.text
    assert client.get(target, {field: key[:400]}).status_code == 200


@pytest.mark.parametrize(
    "wanted", ["<zq7 x='\"&;>", "zq7", "?zq7", "//zq7.example/", "javascript:zq7()", "/\\zq7"]
)
def test_who_is_in_is_led_to_the_newsroom_from_what_is_no_address(client, wanted):
    client.force_login(make_superuser("walker"))
    response = client.get("/admin/login/", {"next": wanted})
    assert (response.status_code, response["Location"]) == (302, "/admin/")


@given(data=st.data())
@often(10, 3_000)
def test_choices_that_a_widget_asks_for(newsroom, data):
    asked = data.draw(st.sampled_from(ASKED)) | data.draw(
        st.dictionaries(st.sampled_from(["term", "page", "app_label", "model_name", "field_name"]), texts)
    )
    response = timely(lambda: newsroom.client.get("/admin/autocomplete/", asked))
    assert_harmless(response)
    assert response.status_code in (200, 400, 403, 404, 414)


@given(data=st.data())
@often(12, 10_000)
def test_every_form_bears_every_value(newsroom, data):
    name = data.draw(st.sampled_from(PAGES), label="page")
    fields = newsroom.fields(name)
    spoilt = data.draw(
        st.dictionaries(st.sampled_from([*sorted(fields), *OF_A_FORM]), texts, min_size=1), label="sent"
    )
    with undone():
        target = address(name)
        assert_harmless(timely(lambda: newsroom.client.post(target, fields | spoilt)))
