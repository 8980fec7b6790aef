"""Looking after types of draw, their lists and labels."""

import json

import pytest

from occupations.models import Category, CategoryVersion, Occupation, SeriesLabel
from tests.factories import make_awaited_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("editor")]


@pytest.fixture
def trades():
    return CategoryVersion.objects.get(category__slug="trades", number=3)


def send(client, url, **values):
    """Send a form as it stands, with its rows, and with some values changed."""
    context = client.get(url).context
    sent = {}
    formsets = [inline.formset for inline in context["inline_admin_formsets"]]
    management = [formset.management_form for formset in formsets]
    rows = [form for formset in formsets for form in formset.forms]
    for form in [context["adminform"].form, *management, *rows]:
        for field in form:
            value = field.value()
            if value not in (None, "") and value is not False:
                sent[field.html_name] = "on" if value is True else value
    return client.post(url, sent | values)


@pytest.mark.parametrize("model", ["category", "categoryversion", "occupation", "serieslabel"])
def test_each_list_and_form_is_there_with_counts_beside_the_filters(client, model):
    page = client.get(f"/admin/occupations/{model}/")
    assert page.status_code == 200
    assert page.context["cl"].add_facets
    assert client.get(f"/admin/occupations/{model}/add/").status_code == 200


@pytest.mark.parametrize(
    ("query", "code"), [("73300", "73300"), ("transport truck", "73300"), ("conducteurs de camions", "73300")]
)
def test_occupations_are_found_by_code_and_title(client, query, code):
    found = client.get("/admin/occupations/occupation/", {"q": query}).context["cl"].result_list
    assert [occupation.code for occupation in found] == [code]


@pytest.mark.parametrize(("value", "expected"), [("yes", True), ("no", False)])
def test_versions_are_filtered_by_whether_they_are_in_force(client, value, expected):
    found = client.get(f"/admin/occupations/categoryversion/?in_force={value}").context["cl"].result_list
    ends = {
        version.number: version.valid_to is None for version in found if version.category.slug == "trades"
    }
    assert ends
    assert set(ends.values()) == {expected}


def test_versions_show_how_many_occupations_they_list(client, trades):
    found = client.get("/admin/occupations/categoryversion/?q=trade").context["cl"].result_list
    assert {version.pk: version.listed for version in found}[trades.pk] == trades.listings.count()


def test_the_list_of_versions_asks_as_often_for_many_rows_as_for_few(client, django_assert_max_num_queries):
    client.get("/admin/occupations/categoryversion/")
    with django_assert_max_num_queries(30) as few:
        client.get("/admin/occupations/categoryversion/?category__id__exact=1")
    with django_assert_max_num_queries(30) as many:
        client.get("/admin/occupations/categoryversion/")
    assert len(many) == len(few)


@pytest.mark.parametrize(
    ("app", "model", "field", "term", "text"),
    [
        ("draws", "round", "version", "trade", "Trade occupations, version 3"),
        ("occupations", "serieslabel", "version", "STEM", "version 3"),
        ("occupations", "listing", "occupation", "73300", "73300 Transport truck drivers"),
    ],
)
def test_versions_and_occupations_are_completed_as_they_are_typed(client, app, model, field, term, text):
    query = {"app_label": app, "model_name": model, "field_name": field, "term": term}
    results = json.loads(client.get("/admin/autocomplete/", query).content)["results"]
    assert any(text in result["text"] for result in results)


def test_a_version_has_a_history(client, trades):
    url = f"/admin/occupations/categoryversion/{trades.pk}/change/"
    assert send(client, url, months_required=7).status_code == 302
    page = client.get(f"/admin/occupations/categoryversion/{trades.pk}/history/").content.decode()
    assert "from 12 to 7" in page
    assert "<td>editor</td>" in page


def test_the_list_is_read_beside_its_version_and_not_changed_there(client, trades):
    url = f"/admin/occupations/categoryversion/{trades.pk}/change/"
    first = trades.listings.order_by("occupation__code").first()
    page = client.get(url).content.decode()
    assert first.title_as_published in page
    assert "25 rows are transcriptions that nobody has compared with the official page yet." in page
    rows = trades.listings.count()
    sent = {
        "listings-TOTAL_FORMS": rows + 1,
        "listings-INITIAL_FORMS": rows,
        "listings-0-id": first.pk,
        "listings-0-version": trades.pk,
        "listings-0-DELETE": "on",
        f"listings-{rows}-occupation": Occupation.objects.get(code="72310").pk,
        f"listings-{rows}-title_as_published": "Carpenters",
        f"listings-{rows}-version": trades.pk,
    }
    send(client, url, **sent)
    assert trades.listings.count() == rows
    assert trades.listings.filter(pk=first.pk).exists()


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"has_list": ""}, "has_list", "Occupations are on the list of this version, so it has one."),
        ({"list_awaited": "on", "list_published": ""}, "list_awaited", "so it has been published."),
    ],
)
def test_what_a_version_says_of_its_list_agrees_with_the_rows(client, trades, values, field, words):
    response = send(client, f"/admin/occupations/categoryversion/{trades.pk}/change/", **values)
    assert words in response.context["adminform"].form.errors[field][0]


def test_an_awaited_list_is_not_published_by_unticking_a_box(client):
    awaited = make_awaited_version()
    url = f"/admin/occupations/categoryversion/{awaited.pk}/change/"
    response = send(client, url, list_awaited="")
    (words,) = response.context["adminform"].form.errors["list_awaited"]
    assert words.startswith("No occupation is on the list yet.")
    response = send(client, url, months_required=6)
    assert response.status_code == 302


def test_versions_of_one_type_that_overlap_are_refused_in_words(client, trades):
    older = CategoryVersion.objects.get(category__slug="trades", number=2)
    response = send(client, f"/admin/occupations/categoryversion/{older.pk}/change/", valid_to="2026-03-01")
    assert "This overlaps with version 3" in response.context["adminform"].form.errors["valid_from"][0]


def test_a_label_is_added_for_a_version(client, trades):
    client.post("/admin/occupations/serieslabel/add/", {"label": "Trades, again", "version": trades.pk})
    assert SeriesLabel.objects.get(label="Trades, again").version == trades


def test_types_of_draw_are_listed_in_reading_order(client):
    found = client.get("/admin/occupations/category/").context["cl"].result_list
    assert list(found) == list(Category.objects.in_reading_order())
