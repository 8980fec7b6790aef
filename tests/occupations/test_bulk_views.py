"""The page that looks many codes and job titles up at once, and its file."""

import csv
import io
import re
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from occupations.bulk import MOST_LINES
from occupations.bulk_form import MOST_CHARACTERS
from occupations.models import Occupation, OccupationTitle
from tests.eedraws import test_every_page
from tests.eedraws.test_hostile import ECHOES, VALUES
from tests.factories import make_awaited_version
from tests.html import Page

pytestmark = pytest.mark.django_db

ADDRESS = "/occupations/check/"


@pytest.fixture
def check(client):
    """Send lines and a day, and return the page."""

    def check(lines, on="2026-03-01"):
        response = client.post(ADDRESS, {"lines": lines, "on": on})
        assert response.status_code == 200
        return response

    return check


@pytest.fixture
def download(client):
    """Send lines and a day for the file, and return its rows."""

    def download(lines, on="2026-03-01"):
        response = client.post(ADDRESS, {"lines": lines, "on": on, "csv": "1"})
        assert response.headers["Content-Type"].startswith("text/csv")
        return list(csv.DictReader(io.StringIO(response.text, newline=""), strict=True))

    return download


def words(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rows(response):
    """Return what each row of the table says."""
    return [
        words(row).removeprefix("Line ")
        for row in re.findall(r"<tr>(.*?)</tr>", response.text, re.DOTALL)[1:]
    ]


def problems(response):
    assert "<table" not in response.text
    (summary,) = re.findall(r'<div class="error-summary".*?</div>', response.text, re.DOTALL)
    return words(summary)


def test_it_opens_with_an_empty_form_for_today(client):
    response = client.get(ADDRESS)
    page = Page(response.text)
    assert "There is a problem" not in response.text
    assert "<table" not in response.text
    assert f'value="{timezone.localdate()}"' in response.text
    assert "At most 200: codes of the National Occupational Classification (NOC)" in page.text
    assert "Nothing that you paste is stored or logged" in page.text


def test_the_search_for_one_job_leads_to_it(client):
    assert {"href": ADDRESS} in Page(client.get("/occupations/").text).all("a")


@pytest.mark.parametrize(
    ("typed", "on", "said"),
    [
        ("63200", "2025-06-01", "1 63200 63200 Cooks Trades"),
        (
            "63200",
            "2026-06-01",
            "1 63200 63200 Cooks On no list; it was until 17 February 2026: Trades",
        ),
        ("72310", "2023-07-06", "1 72310 72310 Carpenters Trades"),
        ("72310", "6 July 2023", "1 72310 72310 Carpenters Trades"),
        ("31102", "2026-03-01", "Healthcare Physicians"),
        ("63200", "2023-06-01", "63200 Cooks On no list; from 27 February 2025 on: Trades"),
        ("00010", "2026-03-01", "1 00010 00010 Legislators Never on a list"),
        ("welder", "2026-03-01", "Welders and related machine operators Matched the job title “Welder” Trades"),
        ("Transport truck drivers", "2025-02-27", "On no list; it was until 26 February 2025: Transport"),
        ("12345", "2026-03-01", "1 12345 No occupation has this code"),
        ("zzzzqq", "2026-03-01", "1 zzzzqq Not understood Search for it : zzzzqq"),
        ("w" * 300, "2026-03-01", "… Too long for a job title"),
    ],
)  # fmt: skip
def test_a_line_is_answered_for_the_day(check, typed, on, said):
    (row,) = rows(check(typed, on))
    assert row.endswith(said)


def test_what_was_understood_is_counted_and_what_was_typed_is_kept(check):
    response = check("72310\nwelder\n\nzzzzqq\n63200\nwelder")
    page = Page(response.text)
    assert "4 of 5 lines understood; on 1 March 2026" in page.text
    assert "2 occupations On no list 1 occupation Unanswered 1 line" in page.text
    assert "welder again on line 6" in rows(response)[1]
    assert len(rows(response)) == 4
    assert "72310\nwelder\n\nzzzzqq\n63200\nwelder</textarea>" in response.text.replace("\r", "")
    assert 'value="2026-03-01"' in response.text
    assert {"/occupations/72310/", "/categories/trades/v3/"} <= {a.get("href") for a in page.all("a")}


def test_an_occupation_asked_for_twice_in_other_words_counts_once_in_its_list(check):
    text = Page(check("72310\nCarpenters").text).text
    assert "2 of 2 lines understood" in text
    assert "Trades 1 occupation" in text


@pytest.mark.parametrize("lines", ["72310\nwelder\nmanager\nzzzzqq\nwelder\n21231\n31102\n00010", ""])
def test_what_holds_for_every_page_holds_for_the_answer(check, lines):
    page = Page(check(lines).text)
    page.shown = None
    for name, test in vars(test_every_page).items():
        if name.startswith("test_"):
            test(page)


def test_several_that_fit_and_near_ones_are_offers_and_not_answers(check, download):
    for code in ("72310", "72106"):
        occupation = Occupation.objects.get(code=code)
        OccupationTitle.objects.create(occupation=occupation, language="en", title="Synthetic worker")
    response = check("synthetic worker\n7231")
    several, near = rows(response)
    assert several.startswith("1 synthetic worker Several fit:")
    assert {"72310 Carpenters", "72106 Welders"} <= set(
        re.findall(r"72310 Carpenters|72106 Welders", several)
    )
    assert near.startswith("2 7231 Did you mean 72310 Carpenters")
    assert "0 of 2 lines understood" in Page(response.text).text
    several, near = download("synthetic worker\n7231")
    assert several["note"].startswith("Several fit: 7")
    assert near["note"].startswith("Did you mean 72310 Carpenters")
    assert (several["code"], several["lists"], near["code"]) == ("", "", "")


def test_a_title_in_french_is_marked_as_french(check):
    title = OccupationTitle.objects.filter(language="fr", occupation__code="72310").first()
    response = check(title.title)
    if "Matched the job title" in response.text:
        assert {"lang": "fr"} in Page(response.text).all("span")


def test_before_the_first_lists_there_were_none(check):
    response = check("72310", "2023-05-30")
    text = Page(response.text).text
    assert "There were no lists on 30 May 2023. The first came on 31 May 2023." in text
    assert rows(response) == ["1 72310 72310 Carpenters On no list; from 31 May 2023 on: Trades"]
    assert "There were no lists" not in check("72310", "2023-05-31").text


def test_a_day_to_come_says_so(check):
    assert "This day is still to come" in check("72310", "2199-01-01").text
    assert "This day is still to come" not in check("72310", str(timezone.localdate())).text


def test_a_list_that_is_not_published_makes_answers_unknown(check, download):
    make_awaited_version("trades")
    response = check("72310\n31102\n00010", "2026-11-03")
    carpenter, physician, legislator = rows(response)
    assert (
        "Not known yet: the list of Trade occupations , announced on 3 November 2026, is not published yet."
        in words(response.text)
    )
    assert carpenter.endswith(
        "On no published list; it was until 2 November 2026: Trades Not known yet: Trades"
    )
    assert physician.endswith("Healthcare Physicians Not known yet: Trades")
    assert legislator.endswith("On no published list Not known yet: Trades")
    assert "On no published list 2 occupations" in Page(response.text).text
    assert (
        download("72310", "2026-11-03")[0]["note"]
        == "Trade occupations: not known yet: its list is not published yet"
    )
    assert "Not known yet" not in check("72310", "2026-11-02").text


def test_the_file_has_a_row_a_line(download):
    found = download("72310\nwelder\nwelder\n31102\n63200\nzzzzqq\n12345")
    assert [tuple(row.values()) for row in found] == [
        ("72310", "72310", "Carpenters", "Trade occupations", "2026-03-01", ""),
        ("welder", "72106", "Welders and related machine operators", "Trade occupations", "2026-03-01", "Matched the job title “Welder”"),
        ("31102", "31102", "General practitioners and family physicians", found[2]["lists"], "2026-03-01", ""),
        ("63200", "63200", "Cooks", "", "2026-03-01", ""),
        ("zzzzqq", "", "", "", "2026-03-01", "Not understood"),
        ("12345", "", "", "", "2026-03-01", "No occupation has this code"),
    ]  # fmt: skip
    assert found[2]["lists"].count("; ") == 1


def test_the_file_is_named_after_the_day_and_runs_no_formula(client):
    response = client.post(ADDRESS, {"lines": "=1+1\n+2\n@SUM(A1)", "on": "2026-03-01", "csv": "1"})
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="eedraws-occupations-on-2026-03-01.csv"'
    )
    assert [row.split(",")[0] for row in response.text.splitlines()[1:]] == ["'=1+1", "'+2", "'@SUM(A1)"]


def test_a_file_that_cannot_be_made_is_a_page_that_says_why(client):
    response = client.post(ADDRESS, {"lines": "", "on": "2026-03-01", "csv": "1"})
    assert "Paste or type at least one code or job title" in problems(response)


def test_one_line_too_many_is_named_and_nothing_is_lost(check):
    lines = [f"72310 row {n}" for n in range(MOST_LINES)]
    assert len(rows(check("\n".join(lines)))) == 1
    response = check("\n\n".join([*lines, "welder", "cook"]))
    assert "At most 200 lines at a time. From line 401 on, “welder”, 2 are too many." in problems(response)
    assert "72310 row 0" in response.text
    assert "cook</textarea>" in response.text
    assert "Line 201, “welder”, is one too many." in problems(check("\n".join([*lines, "welder"])))


@pytest.mark.parametrize(
    ("lines", "on", "problem"),
    [
        ("", "2026-03-01", "Codes or job titles, one a line: Paste or type at least one code or job title."),
        (" \n\t\n\0", "2026-03-01", "Paste or type at least one code or job title."),
        ("72310", "2026-02-30", "On: There is no such day. Enter one such as 2026-03-14 or 14 March 2026."),
        ("72310", "soon", "There is no such day."),
        ("72310", "", "Enter a day, such as 2026-03-14 or 14 March 2026."),
        ("w" * (MOST_CHARACTERS + 1), "2026-03-01", "send at most 100,000 characters at a time."),
    ],
)
def test_what_cannot_be_answered_is_explained_beside_what_was_typed(check, lines, on, problem):
    response = check(lines, on)
    page = Page(response.text)
    assert problem in problems(response)
    assert page.title.startswith("Error: ")
    (href,) = {a["href"] for a in page.all("a") if a.get("href", "").startswith("#id_")}
    assert {"id": href[1:], "aria-invalid": "true"}.items() <= next(
        attributes for _tag, attributes in page.elements if attributes.get("id") == href[1:]
    ).items()
    assert lines.replace("\0", " ").strip() in response.text


def test_far_too_much_is_refused_unread(client, settings):
    response = client.post(ADDRESS, {"lines": "w" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE, "on": "2026-03-01"})
    assert response.status_code == 413
    assert "This is too much to send" in response.text


@pytest.mark.parametrize("label", VALUES)
def test_hostile_lines_and_days_are_answered_and_harmless(client, label):
    value = VALUES[label]
    value = value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else value
    value = value.encode("utf-8", "replace").decode()
    for form in (
        {"lines": value, "on": "2026-03-01"},
        {"lines": "72310", "on": value},
        {"lines": value, "on": "2026-03-01", "csv": value},
    ):
        response = client.post(ADDRESS, form)
        assert response.status_code == 200
        assert "\0" not in response.text or form["lines"] == "72310"
        if not response.headers["Content-Type"].startswith("text/csv"):
            assert not [echo for echo in ECHOES if echo in response.text]


def test_nothing_is_kept_of_the_page_or_the_file(client):
    for response in (
        client.get(ADDRESS),
        client.post(ADDRESS, {"lines": "72310", "on": "2026-03-01"}),
        client.post(ADDRESS, {"lines": "72310", "on": "2026-03-01", "csv": "1"}),
    ):
        assert response.headers["Cache-Control"] == "no-store"
        assert "ETag" not in response.headers


def test_search_engines_find_the_empty_form_alone(client):
    empty, sent = client.get(ADDRESS), client.post(ADDRESS, {"lines": "72310", "on": "2026-03-01"})
    assert "X-Robots-Tag" not in empty.headers
    assert "noindex" not in empty.text
    assert sent.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in sent.text


def test_what_is_pasted_is_in_no_error_report_and_no_log(client, monkeypatch, caplog):
    def fail(lines, on):
        raise RuntimeError

    monkeypatch.setattr("occupations.bulk_views.answer", fail)
    client.raise_request_exception = False
    response = client.post(ADDRESS, {"lines": "72310 secret", "on": "2026-03-01"})
    assert response.status_code == 500
    assert response.wsgi_request.sensitive_post_parameters == ("lines",)
    assert "secret" not in caplog.text


def test_a_form_from_elsewhere_is_refused():
    client = Client(enforce_csrf_checks=True)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', client.get(ADDRESS).text)[1]
    form = {"lines": "72310", "on": "2026-03-01", "csrfmiddlewaretoken": token}
    assert client.post(ADDRESS, form).status_code == 403
    assert client.post(ADDRESS, form, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200


def test_many_lines_take_as_many_queries_as_one(client, django_assert_max_num_queries):
    titles = OccupationTitle.objects.order_by("title").values_list("title", flat=True)
    lines = "\n".join(titles[:: len(titles) // (MOST_LINES - 1)][:MOST_LINES])
    client.post(ADDRESS, {"lines": "72310", "on": "2026-03-01"})
    with django_assert_max_num_queries(8):
        response = client.post(ADDRESS, {"lines": lines, "on": "2026-03-01"})
    assert len(rows(response)) > 150
