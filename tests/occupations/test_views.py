"""The page that finds a job."""

from urllib.parse import urlencode

import pytest

from tests.factories import make_awaited_version
from tests.html import Page

pytestmark = pytest.mark.django_db


def read(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response, Page(response.text)


def test_truck_driver_finds_transport_truck_drivers_and_says_until_when_they_were_listed(client):
    response, page = read(client, "/occupations/?q=truck+driver")
    assert response.context["results"][0].occupation.code == "73300"
    assert "10 occupations match “truck driver”" in response.text
    assert (
        "Not on a list today; it was until 26 February 2025: Transport TEER 3 · matched the job title “Truck driver”"
        in page.text
    )


@pytest.mark.parametrize(
    ("query", "standing"),
    [
        ("31301", "On a list today: Healthcare since 31 May 2023 TEER 1"),
        ("31102", "On a list today: Healthcare since 31 May 2023 Physicians since 8 December 2025 TEER 1"),
        ("72410", "On a list today: Transport since 18 February 2026"),
        ("63200", "Not on a list today; it was until 17 February 2026: Trades"),
        ("00010", "Never on a list"),
    ],
)
def test_results_say_at_once_where_an_occupation_stands(client, query, standing):
    assert standing in read(client, f"/occupations/?q={query}")[1].text


def test_a_match_in_french_is_marked_as_french(client):
    _, page = read(client, "/occupations/?q=chauffeuse+de+camion")
    assert {"lang": "fr"} in page.all("span")


def test_nothing_found_says_so_and_how_to_find_a_code(client):
    response, page = read(client, "/occupations/?q=zzzz")
    assert "No occupation matches “zzzz”" in response.text
    assert page.all("input")[0]["value"] == "zzzz"
    assert "try another name" in page.text
    assert "Your code follows from what you do at work" in page.text
    assert "https://noc.esdc.gc.ca/" in [attributes.get("href") for attributes in page.all("a")]


def test_without_a_question_the_lists_in_force_stand(client):
    response, page = read(client, "/occupations/")
    assert "No occupation matches" not in response.text
    assert "Trade occupations : 25 occupations, announced on 18 February 2026" in page.text
    assert "/categories/agriculture/v2/" not in response.text
    assert [version.listed for version in response.context["versions"]] == [37, 11, 25, 4, 5, 3, 4, 3, 2]


def test_what_was_typed_is_kept_and_harmless(client):
    response, page = read(client, "/occupations/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%00")
    assert "<script>alert" not in response.text
    assert page.all("input")[0]["value"] == '"><script>alert(1)</script>'


def test_long_results_have_pages_that_keep_the_question(client):
    response, page = read(client, "/occupations/?q=manager&page=2")
    assert response.context["page_obj"].number == 2
    assert {"start": "21", "class": "plain results"} in page.all("ol")
    assert any(
        "q=manager" in attributes["href"] and "page=3" in attributes["href"] for attributes in page.all("a")
    )
    assert read(client, "/occupations/?q=manager&page=999")[0].context["page_obj"].number == 5


def test_short_names_of_lists_are_written_out_first(client):
    _, page = read(client, "/occupations/?q=20011")
    assert page.text.index("Science, technology, engineering and math (STEM)") < page.text.index("list today")


@pytest.mark.parametrize(
    ("query", "standing"),
    [
        ("q=63200&on=2025-06-01", "On a list on 1 June 2025: Trades since 27 February 2025"),
        (
            "q=63200&on=2026-06-01",
            "Not on a list on 1 June 2026; it was until 17 February 2026: Trades",
        ),
        ("q=73300&on=26 February 2025", "On a list on 26 February 2025: Transport since 31 May 2023"),
        ("q=73300&on=2025-02-27", "Not on a list on 27 February 2025; it was until 26 February 2025"),
        (
            "q=72410&on=2024-01-01",
            "Not on a list on 1 January 2024; on one from 18 February 2026 on: Transport",
        ),
        ("q=00010&on=2024-01-01", "Never on a list"),
    ],
)
def test_results_tell_of_the_day_that_is_asked_about(client, query, standing):
    _, page = read(client, f"/occupations/?{query}")
    assert standing in page.text
    assert "today" not in page.text.partition("reaches the cut-off.")[2]


def test_while_a_list_is_awaited_it_is_not_known_who_is_on_it(client):
    make_awaited_version()
    unknown = (
        "Not known yet: the list of Trade occupations , announced on 3 November 2026, is not published yet."
    )
    text = read(client, "/occupations/?q=72310")[1].text.replace("occupations,", "occupations ,")
    assert f"On no published list today; it was on one until 2 November 2026: Trades {unknown}" in text
    text = read(client, "/occupations/?q=72310&on=2026-11-04")[1].text.replace(
        "occupations,", "occupations ,"
    )
    assert f"On no published list on 4 November 2026; it was until 2 November 2026: Trades {unknown}" in text
    assert "Trade occupations : not known yet" in read(client, "/occupations/")[1].text
    text = read(client, "/occupations/?list=trades")[1].text
    assert "Not known yet: the list of Trade occupations in force on" in text


def test_a_list_that_was_not_in_force_is_said(client):
    _, page = read(client, "/occupations/?list=transport&on=2025-06-01")
    assert "Transport occupations had no list in force on 1 June 2025." in page.text
    assert "had no list" not in read(client, "/occupations/?list=transport&on=2024-06-01")[1].text


def test_on_a_list_does_not_mean_eligible_is_said_once(client):
    _, page = read(client, "/occupations/?q=driver")
    assert page.text.count("On a list does not mean eligible") == 1


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("73300", "matched the code 73300"),
        ("NOC 7330", "the code begins with 7330"),
        ("3300", "the code contains 3300"),
        ("TEER 0", "in TEER category 0"),
        ("transport truck drivers", "matched the title"),
        ("log truck driver", "matched the job title “Log truck driver”"),
        ("plombiers", "matched the title in French “Plombiers/plombières”"),
        ("infirmière autorisée", "matched the job title “Infirmier autorisé/infirmière autorisée”"),
        ("software enginer", "near in spelling to “Software engineer”"),
        ("transport truck driverz", "near in spelling to “Transport truck drivers”"),
    ],
)
def test_results_say_why_they_match(client, query, reason):
    response, page = read(client, f"/occupations/?q={query}")
    first = response.context["results"][0].occupation
    assert f"TEER {first.teer} · {reason}" in page.text


def test_titles_in_french_are_marked_and_those_in_english_are_not_called_french(client):
    for query, language in (("plombiers", "fr"), ("infirmière autorisée", "fr"), ("trucker", "en")):
        response, _ = read(client, f"/occupations/?q={query}")
        title = response.context["results"][0].reason.title
        assert title.language == language
        assert f'<span lang="{language}">“{title.title}”</span>' in response.text


def test_nothing_found_offers_titles_that_are_near(client):
    response, page = read(client, "/occupations/?q=driver+of+unicorns&teer=")
    assert response.context["near"]
    near = response.context["near"][0]
    assert f'?{urlencode({"q": near.title})}&amp;teer="' in response.text
    assert f'lang="{near.language}">{near.title}</a>' in response.text
    assert read(client, "/occupations/?" + urlencode({"q": near.title}))[0].context["results"]


def test_where_filters_leave_nothing_each_can_be_taken_away(client):
    response, page = read(client, "/occupations/?q=welder&teer=5&broad=0")
    assert "No occupation matches “welder” and the filters" in response.text
    hrefs = [attributes.get("href") for attributes in page.all("a")]
    assert hrefs.count("?q=welder&broad=0") == 2
    assert hrefs.count("?q=welder&teer=5") == 2
    assert "How to find your code" not in response.text


def test_without_a_question_filters_browse_the_classification(client):
    response, page = read(client, "/occupations/?page=1")
    assert response.context["page_obj"].paginator.count == 516
    assert [result.occupation.code for result in response.context["results"]][:2] == ["00010", "00011"]
    assert len(response.context["results"]) == 50
    assert "·" not in page.text.partition("reaches the cut-off.")[2]
    assert "Lists in force today" not in response.text
    assert read(client, "/occupations/?broad=7")[0].context["page_obj"].paginator.count == 94


def test_what_is_wrong_in_a_filter_is_said_and_the_rest_is_kept(client):
    response, page = read(client, "/occupations/?q=cook&on=31+June+2023&teer=9&list=nope&listed=yes")
    assert "There is a problem" in response.text
    assert "The occupations below are not filtered by what has a problem." in page.text
    assert "31 June 2023" in [attributes.get("value") for attributes in page.all("input")]
    assert {"open": None, "class": "filter-form"} in page.all("details")
    assert {result.occupation.code for result in response.context["results"]} == {"41220", "41221"}


def test_home_asks_the_same(client):
    response, page = read(client, "/")
    assert "Find your job (title or NOC code)" in response.text
    assert [script["src"] for script in page.all("script") if "suggestions" in script.get("src", "")]


def test_suggestions_are_a_part_of_a_page_that_nobody_keeps(client):
    response = client.get("/occupations/?q=log+truck+driver&suggest=1")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert "<html" not in response.text
    part = Page(f"<main>{response.text}</main>")
    (option,) = part.all("a")
    assert (option["role"], option["href"]) == ("option", "/occupations/73300/")
    assert "1 suggestion." in part.text
    assert "“Log truck driver” · on a list before" in part.text


@pytest.mark.parametrize(
    ("query", "count"),
    [("driver", 8), ("registered n", 6), ("driver zz", 8), ("zzzz", 0), ("", 0), (" ", 0), ("n", 0)],
)
def test_as_many_are_suggested_as_can_be_looked_over(client, query, count):
    response = client.get("/occupations/", {"q": query, "suggest": "1"})
    assert len(response.context["results"]) == count
    assert ("No suggestions" in response.text) == (count == 0)


@pytest.mark.parametrize(
    "url",
    [
        "/occupations/?q=ma",
        "/occupations/?q=73300",
        "/occupations/?q=driver+of+unicorns",
        "/occupations/?page=2",
        "/occupations/?q=manager&on=2025-06-01&listed=yes&list=stem&teer=0&broad=2",
        "/occupations/?q=driver&suggest=1",
        "/occupations/",
    ],
)
def test_queries_do_not_grow_with_results(client, record_in_hand, django_assert_max_num_queries, url):
    client.get("/occupations/?q=driver")
    with django_assert_max_num_queries(6):
        client.get(url)
