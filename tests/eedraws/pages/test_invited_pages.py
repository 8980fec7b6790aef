"""The draws of "Would I have been invited?", fifty a page."""

import re

import pytest
from django.http import QueryDict

from draws.models import Round
from tests.eedraws.pages.test_invited import ADDRESS, DRIVER, words
from tests.html import Page

pytestmark = pytest.mark.django_db


def shown(html):
    """Return the numbers of the draws that have a row."""
    return re.findall(r'<th scope="row"><a href="/draws/([^/"]+)/">', html)


def told(html):
    """Return what a page says above its tables."""
    return words(html).split("whoever has it can read them.")[0]


class TestPages:
    """Fifty draws a page; what they come to is said of them all."""

    FROM_2023 = f"{ADDRESS}?score=491&submitted=2023-01-01&program=CEC&job=73300&months=12&since=2023-01-01"
    NOMINATED = f"{ADDRESS}?score=950&submitted=2023-01-01&program=CEC&nominated=on&since=2023-01-01"

    def test_each_holds_the_next_fifty_and_the_same_summary(self, client):
        pages = [client.get(f"{self.FROM_2023}&page={number}").text for number in (1, 2, 3)]
        draws = Round.objects.public_record().exclude(version__category__slug="pnp")
        numbers = list(draws.filter(date__gte="2023-01-01").newest_first().values_list("number", flat=True))
        assert [shown(page) for page in pages] == [numbers[:50], numbers[50:100], numbers[100:]]
        for page, places in zip(pages, ("1 to 50", "51 to 100", "101 to 149"), strict=True):
            assert f"Draws {places} of 149, newest first, without provincial nominees" in words(page)
        assert "The nearest miss: draw " in told(pages[0])
        assert told(pages[0]) == told(pages[1]) == told(pages[2])

    def test_the_first_is_shown_unless_another_is_asked_for(self, client):
        assert shown(client.get(self.FROM_2023).text) == shown(client.get(f"{self.FROM_2023}&page=1").text)

    @pytest.mark.parametrize(
        ("page", "number"),
        [
            ("", 1),
            ("0", 1),
            ("-5", 1),
            ("x", 1),
            ("1.5", 1),
            ("²", 1),
            ("9" * 300, 1),
            ("99", 3),
            ("2&page=3", 3),
        ],
    )
    def test_an_impossible_one_is_the_nearest(self, client, page, number):
        response = client.get(f"{self.FROM_2023}&page={page}")
        assert response.status_code == 200
        assert response.context["page_obj"].number == number

    def test_links_carry_the_answers_in_the_order_of_the_form_and_nothing_else(self, client):
        asked = "since=2023-01-01&page=2&utm_source=elsewhere&program=CEC&program=FSW&submitted=2023-01-01&score=491"
        page = Page(client.get(f"{ADDRESS}?{asked}").text)
        answers = "?score=491&submitted=2023-01-01&program=CEC&program=FSW&since=2023-01-01"
        hrefs = {link.get("href") for link in page.all("a")}
        assert {f"{answers}&page={number}" for number in (1, 2, 3)} == {
            href for href in hrefs if "page=" in (href or "")
        }
        assert answers in hrefs

    def test_neither_the_link_to_share_nor_the_form_carries_one(self, client):
        page = Page(client.get(f"{self.FROM_2023}&page=2").text)
        (link,) = [link for link in page.all("a") if "data-copy" in link]
        assert "page" not in QueryDict(link["href"][1:])
        assert "page" not in {field.get("name") for field in page.all("input", "select", "button")}

    def test_each_is_as_private_as_the_first(self, client):
        response = client.get(f"{self.FROM_2023}&page=2")
        assert response["Cache-Control"] == "no-store"
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Robots-Tag"] == "noindex"
        assert '<meta name="robots" content="noindex">' in response.text
        (canonical,) = re.findall(r'rel="canonical" href="([^"]+)"', response.text)
        assert canonical.endswith(ADDRESS)

    def test_a_page_without_answers_is_the_form(self, client):
        response = client.get(f"{ADDRESS}?page=2")
        assert "X-Robots-Tag" not in response
        assert "There is a problem" not in response.text
        assert "<table" not in response.text

    def test_a_short_period_has_one(self, client):
        html = client.get(f"{ADDRESS}?{DRIVER}&until=2023-07-31").text
        assert 'class="pagination"' not in html
        assert "Draws 1 to 9 of 9, newest first" in words(html)

    @pytest.mark.parametrize("address", [FROM_2023, NOMINATED])
    def test_all_are_of_few_elements(self, client, address):
        for number in (1, 2, 3):
            assert len(Page(client.get(f"{address}&page={number}").text).elements) < 1500

    def test_those_of_the_nominated_are_of_both_tables(self, client):
        pages = [client.get(f"{self.NOMINATED}&page={number}").text for number in range(1, 6)]
        draws = list(Round.objects.public_record().filter(date__gte="2023-01-01").newest_first())
        seen = {True: 0, False: 0}
        for at, page in enumerate(pages):
            both = draws[at * 50 : at * 50 + 50]
            for is_nominee, html in zip(
                (False, True), page.split("Draws of provincial nominees</h2>"), strict=True
            ):
                numbers = [draw.number for draw in both if draw.category.includes_nomination is is_nominee]
                assert shown(html) == numbers
                seen[is_nominee] += len(numbers)
                assert f" to {seen[is_nominee]} of " in words(f"<main>{html}</main>")
            assert page.count('class="pagination"') == 1
            assert f"hold draws {at * 50 + 1} to {at * 50 + len(both)} of {len(draws)}" in words(page)
        assert seen[True] + seen[False] == len(draws)
        assert told(pages[0]) == told(pages[1])

    def test_one_without_rows_of_a_table_says_so(self, client):
        days = "&since=2023-02-15&until=2024-03-26&page=2"
        html = client.get(f"{ADDRESS}?score=950&submitted=2018-01-01&program=CEC&nominated=on{days}").text
        others, nominees = html.split("Draws of provincial nominees</h2>")
        assert "None of these draws is on this page." in words(others + "</main>")
        assert shown(nominees) == ["241"]
