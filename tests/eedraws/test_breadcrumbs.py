"""Deep pages say where they stand, and lead to what is around them."""

import pytest

from tests.addresses import address
from tests.html import Page

pytestmark = pytest.mark.django_db

CRUMBS = {
    "draw-year": ["/draws/"],
    "draw-month": ["/draws/", "/draws/2023/"],
    "expectation-list": ["/draws/"],
    "pool": ["/pool/"],
    "category-version": ["/categories/", "/categories/healthcare/"],
    "category-difference": ["/categories/", "/categories/healthcare/"],
    "list-changes": ["/categories/"],
    "lists-on-day": ["/categories/"],
    "occupation": ["/occupations/"],
    "bulk-check": ["/occupations/"],
}


@pytest.mark.parametrize("name", CRUMBS)
def test_a_deep_page_leads_to_those_around_it(client, name):
    html = client.get(address(name)).text
    before, _, rest = html.partition('<nav class="breadcrumbs"')
    assert "<h1" not in before
    crumbs = "<nav" + rest.partition("</nav>")[0] + "</nav>"
    links = [link["href"] for link in Page(crumbs).all("a")]
    assert links == CRUMBS[name]
    assert all(client.get(link).status_code == 200 for link in links)
