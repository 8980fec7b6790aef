"""The page that answers "Would I have been invited?"."""

import re
from html import unescape

import pytest
from django.http import QueryDict

from draws.invited_form import InvitedForm
from draws.models import Round
from tests.factories import make_round, toronto

pytestmark = pytest.mark.django_db

ADDRESS = "/would-i-have-been-invited/"
CHOICE = r'<li><a href="(\?[^"]+)">\s*(?:<span [^>]+>)?\d{5}'
DRIVER = "score=491&submitted=2023-01-01&program=CEC&program=FSW&job=73300&months=24&since=2023-05-31"


def words(html):
    html = html[html.index("<main") : html.index("</main>")]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split()).replace(" .", ".").replace(" ,", ",")


@pytest.fixture
def ask(client):
    """Ask with a query and return what the page says."""

    def ask(query):
        response = client.get(f"{ADDRESS}?{query}")
        assert response.status_code == 200
        return words(response.text)

    return ask


def row_of(html, number):
    rows = re.findall(r"<tr>.*?</tr>", html, re.DOTALL)
    (row,) = [row for row in rows if f'href="/draws/{number}/"' in row]
    return words(f"<main>{row}</main>")


def test_it_opens_with_its_assumption_and_an_empty_form(client):
    response = client.get(ADDRESS)
    text = words(response.text)
    assert text.index("This page assumes the same score") < text.index("Your CRS score as your IRCC account")
    assert "Points for a job offer, for one, ended on 25 March 2025" in text
    assert "There is a problem" not in text
    assert "<table" not in response.text


def test_the_driver_with_491_points(client):
    html = client.get(f"{ADDRESS}?{DRIVER}").text
    text = words(html)
    assert "73300 Transport truck drivers" in text
    assert "of them above the cut-off 5" in text
    assert "The last on or above the cut-off: draw 289 of 13 March 2024" in text
    assert "The nearest miss: draw 262 of 15 August 2023, All programs, cut-off 496, 5 points below" in text
    row = row_of(client.get(f"{ADDRESS}?{DRIVER}&page=3").text, 289)
    assert row.endswith("cut-off 430 Your score: 61 points above Above the cut-off")
    assert row_of(html, 434).endswith(
        "21 points above Not for you that day: Your job was not on its list any more: it had been until 26 February 2025."
    )
    assert "58 draws of these days were for provincial nominees, and you gave no nomination" in text


def test_answers_are_private(client):
    for query in ("", f"?{DRIVER}"):
        response = client.get(ADDRESS + query)
        assert response["Cache-Control"] == "no-store"
        assert response["Referrer-Policy"] == "no-referrer"
        assert "ETag" not in response
        assert not response.cookies
        (canonical,) = re.findall(r'rel="canonical" href="([^"]+)"', response.text)
        assert canonical.endswith(ADDRESS)


@pytest.mark.parametrize("query", [f"?{DRIVER}", "?score=none", "?score="])
def test_answers_are_found_by_no_search(client, query):
    response = client.get(ADDRESS + query)
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.text


def test_the_form_is_found(client):
    response = client.get(f"{ADDRESS}?utm_source=elsewhere")
    assert "X-Robots-Tag" not in response
    assert "noindex" not in response.text


def test_the_link_says_what_it_contains(client):
    html = client.get(f"{ADDRESS}?{DRIVER}&utm_source=elsewhere").text
    (address,) = re.findall(r'<a href="([^"]+)" data-copy>', html)
    assert QueryDict(unescape(address)[1:]) == QueryDict(DRIVER)
    assert "This link contains your answers" in words(html)


def test_the_period_is_the_last_twelve_months_of_the_record(ask):
    text = ask("score=520&submitted=2020-01-01&program=CEC")
    assert "Draws from 2 October 2025 to 1 October 2026" in text
    assert "Draws from 2 January 2023 to 1 January 2024" in ask(
        "score=520&submitted=2020-01-01&program=CEC&until=2024-01-01"
    )


def test_a_period_beyond_the_record_says_so(ask):
    text = ask("score=520&submitted=2020-01-01&program=CEC&since=2026-11-01&until=2026-11-20")
    assert "The record is complete to 1 October 2026: draws held after that day may be missing here" in text
    assert "newest first" not in text


def test_the_tie_break_is_compared_to_the_second(client):
    base = f"{ADDRESS}?score=463&program=FSW&job=31301&months=12&since=2023-07-06&until=2023-07-06"

    def answer(query):
        return row_of(client.get(base + query).text, 255)

    assert "it depends on the hour" in answer("&submitted=2023-06-19")
    assert "On the cut-off, and in time" in answer("&submitted=2023-06-18")
    assert "On the cut-off, and too late" in answer("&submitted=2023-06-20")
    assert "it depends on the second" in answer("&submitted=2023-06-19&time=02:41")
    assert "On the cut-off, and in time" in answer("&submitted=2023-06-19&time=02:41:05")
    assert "On the cut-off, and too late" in answer("&submitted=2023-06-19&time=02:41:06")
    assert "On the cut-off, and in time" in answer("&submitted=2023-06-19&time=06:41:05&zone=UTC")
    assert "19 June 2023, 2:41 a.m. EDT" in answer("&submitted=2023-06-19")


@pytest.mark.parametrize(
    ("query", "number", "answer"),
    [
        ("score=486&program=CEC&submitted=2023-06-09", 250, "You were not in the pool yet; with this score and job you would have been level."),
        ("score=500&program=CEC&submitted=2023-06-09", 250, "you would have been above."),
        ("score=400&program=CEC&submitted=2023-06-09", 250, "you would have been below."),
        ("score=500&program=CEC&submitted=2023-06-08", 250, "whether your profile was in the pool depends on the hour."),
        ("score=500&program=CEC&submitted=2023-06-01", 264, "It was for the occupations of a list, and you gave no job."),
        ("score=500&program=CEC&submitted=2017-06-01", "91a", "It drew from a program that you did not choose: Federal Skilled Trades Program."),
        ("score=500&program=CEC&submitted=2023-06-01", 256, "It asked for French at level 7 or higher, and you gave no level."),
        ("score=500&program=CEC&submitted=2023-06-01&french=6", 256, "It asked for French at level 7 or higher, and yours is 6."),
        ("score=500&program=CEC&submitted=2023-06-01&french=7", 437, "The level of French that it asked for has not been confirmed"),
        ("score=500&program=CEC&submitted=2023-06-01", 437, "It asked for French, and you gave no level."),
        ("score=500&program=CEC&submitted=2023-06-01&job=40042&months=20", 430, "It asked for more than a job on its list"),
        ("score=500&program=CEC&submitted=2023-06-01&job=72300&months=6", 447, "It asked for 12 months of experience, and you have 6."),
        ("score=510&program=CEC&submitted=2023-06-01&job=72300&months=12&unbroken=5", 368, "It asked for 6 months without a break, and you have 5."),
        ("score=500&program=CEC&submitted=2023-06-01&job=31102&months=24&in_canada=3", 440, "It asked for 12 months in Canada, and you have 3."),
        ("score=500&program=CEC&submitted=2015-01-01", 26, "Above the cut-off"),
    ],
)  # fmt: skip
def test_each_reason_is_said(client, query, number, answer):
    day = Round.objects.get(number=number).date.isoformat()
    html = client.get(f"{ADDRESS}?{query}&since={day}&until={day}").text
    assert answer in row_of(html, number)


def test_nominees_stand_apart(client):
    html = client.get(
        f"{ADDRESS}?score=950&submitted=2018-01-01&program=FST&nominated=on&since=2018-05-30&until=2018-05-30"
    ).text
    assert html.count("<table") == 2
    others, nominees = html.split("Draws of provincial nominees</h2>")
    assert 'href="/draws/91a/"' in others
    assert 'href="/draws/91b/"' not in others
    assert row_of(nominees, "91b").endswith("cut-off 902 Your score: 48 points above Above the cut-off")
    assert "cut-offs include 600 points for the nomination" in nominees
    assert "Your score includes 600 points for the nomination" in words(html)


def test_days_with_draws_of_nominees_alone_are_not_said_to_have_none(ask):
    # Draw 331, for provincial nominees, was the only one from 6 to 7 January 2025.
    asked = "score=491&submitted=2024-01-01&program=CEC&since=2025-01-06&until=2025-01-0"
    assert "The record has no draw of these days." in ask(f"{asked}6")
    text = ask(f"{asked}7")
    assert "The record has no draw of these days." not in text
    assert "1 draw of these days was for provincial nominees" in text


@pytest.mark.parametrize(
    ("query", "name", "error"),
    [
        ("score=0", "score", "Enter a whole number from 1 to 1,200."),
        ("score=4.5", "score", "Enter a whole number from 1 to 1,200."),
        ("submitted=2023-02-30", "submitted", "Enter a day, such as 2026-03-14 or 14 March 2026."),
        ("submitted=2014-12-31", "submitted", "Express Entry began in 2015: enter a day from that year on."),
        ("submitted=2099-01-01", "submitted", "This day is still to come."),
        ("time=25:00", "time", "Enter a time, such as 14:05 or 14:05:30."),
        ("zone=Mars", "zone", "Choose one of the zones."),
        ("program=PNP", "program", "Choose among the three programs."),
        ("months=12", "program", "Choose at least one program"),
        ("score=491&nominated=on", "score", "With a nomination, the score of your account includes 600 points for it."),
        ("job=zzzzz", "job", "No occupation has this title or code."),
        ("job=73300", "months", "Say how many months you worked in the job."),
        ("job=73300&months=37", "months", "Enter a whole number from 0 to 36."),
        ("job=73300&months=6&unbroken=7", "unbroken", "This is part of the months above, and cannot be more."),
        ("job=73300&months=6&in_canada=7", "in_canada", "This is part of the months above, and cannot be more."),
        ("french=11", "french", "Choose one of the levels."),
        ("since=2026-02-01&until=2026-01-31", "until", "The end of a period cannot come before its beginning."),
        ("since=0001-01-01", "since", "Express Entry began in 2015"),
    ],
)  # fmt: skip
def test_errors_stand_beside_the_field_and_on_top(client, query, name, error):
    html = client.get(f"{ADDRESS}?{query}").text
    summary = words("<main>" + html[html.index("error-summary") : html.index("<details")] + "</main>")
    assert error in summary
    (field,) = re.findall(rf'<p class="error" id="id_{name}_error">(.*?)</p>', html)
    assert error in unescape(field)
    assert re.search(rf'href="#id_{name}(_0)?"', html)
    assert "<table" not in html


def test_what_was_typed_is_kept(client):
    html = client.get(
        f"{ADDRESS}?score=9999&submitted=never&program=FST&nominated=on&job=zzzzz&months=7&french=5"
    ).text
    for value in ("9999", "never", "zzzzz", "7"):
        assert f'value="{value}"' in html
    assert re.search(r'value="FST"[^>]* checked', html)
    assert re.search(r'name="nominated"[^>]* checked', html)
    assert re.search(r'value="5" selected', html)


def test_an_ambiguous_title_offers_choices_that_keep_the_rest(client):
    html = client.get(
        f"{ADDRESS}?score=491&submitted=2023-01-01&program=CEC&program=FSW&job=teacher&months=24"
    ).text
    assert "This may mean several occupations" in html
    addresses = [unescape(address) for address in re.findall(CHOICE, html)]
    assert len(addresses) == 10
    kept = QueryDict(addresses[0][1:])
    assert kept.getlist("program") == ["CEC", "FSW"]
    assert (kept["score"], kept["job"], kept["months"]) == ("491", "41220", "24")
    assert "41220 Secondary school teachers" in words(client.get(ADDRESS + addresses[0]).text)


@pytest.mark.parametrize("job", ["plumbber", "pharmacsit", "technicienne comptable"])
def test_a_job_that_is_only_near_in_spelling_is_asked_about(client, job):
    answers = "score=491&submitted=2023-01-01&program=CEC&months=24"
    html = client.get(f"{ADDRESS}?{answers}&job={job}").text
    assert "Did you mean " in html
    assert "<table" not in html
    address = unescape(re.search(CHOICE, html)[1])
    assert "newest first" in client.get(ADDRESS + address).text


@pytest.mark.parametrize(
    "job", ["73300", "truck driver", "Transport truck drivers", "camionneur", "LONG HAUL TRUCK DRIVER"]
)
def test_a_job_is_found_by_code_and_by_title(ask, job):
    text = ask(f"score=491&submitted=2023-01-01&program=CEC&job={job}&months=24")
    assert "73300 Transport truck drivers" in text


def test_drafts_and_withdrawn_draws_do_not_count(ask):
    query = "score=600&submitted=2020-01-01&program=CEC&since=2026-10-13&until=2026-10-14"
    draft = make_round(published_at=None)
    assert "newest first" not in ask(query)
    Round.objects.filter(pk=draft.pk).update(published_at=toronto(2026, 10, 14), programs=["CEC"])
    assert "83 points above" in ask(query)
    Round.objects.filter(pk=draft.pk).update(withdrawn_at=toronto(2026, 10, 15), withdrawn_reason="Split.")
    assert "newest first" not in ask(query)


def test_a_draw_without_programs_is_not_judged(ask):
    make_round()
    query = "score=600&submitted=2020-01-01&program=CEC&since=2026-10-13&until=2026-10-14"
    assert "Criteria not known: The programs that it drew from were not published." in ask(query)


@pytest.mark.usefixtures("empty_record")
def test_an_empty_record_has_no_draws(ask):
    assert "The record holds no draws yet" in ask("score=491&submitted=2023-01-01&program=CEC")


def test_queries_do_not_grow_with_the_period(record_in_hand, client, django_assert_max_num_queries):
    for query in ("", "since=2026-10-01&", "since=2015-01-01&"):
        with django_assert_max_num_queries(8):
            client.get(
                f"{ADDRESS}?{query}score=491&submitted=2015-01-01&program=CEC&job=truck+driver&months=9&nominated=on"
            )
    with django_assert_max_num_queries(8):
        client.get(f"{ADDRESS}?score=491&job=teacher")


VALUES = ["", "\0", "-1", "1e9", "9" * 300, "١٢٣", "2023-02-30", "0001-01-01", "9999-12-31", "<i x='\">", "²"]


@pytest.mark.parametrize("name", InvitedForm.base_fields)
def test_each_answer_bears_every_value_among_good_ones(client, name):
    good = {"score": "491", "submitted": "2023-01-01", "program": "CEC", "job": "73300", "months": "24"}
    for value in VALUES:
        response = client.get(ADDRESS, good | {name: value})
        assert response.status_code == 200
        assert "<i x=" not in response.text
