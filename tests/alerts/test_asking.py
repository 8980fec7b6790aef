"""Asking for alerts: the form, the question, the button; and what nobody can do with it."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from alerts import asking
from alerts.filling import fill, tidy
from alerts.forms import SALT
from alerts.links import CONFIRM_WITHIN, path_of
from alerts.models import Message, Subscriber
from alerts.sending import send_due
from core.opened import stamp
from occupations.models import CategoryVersion
from tests.factories import make_awaited_version, make_round, make_subscriber

pytestmark = pytest.mark.django_db

ADDRESS = "ann@reader.example"


def filled_in(address=ADDRESS, seconds=20, **fields):
    with time_machine.travel(timezone.now() - timedelta(seconds=seconds), tick=False):
        opened = stamp(SALT)
    return {"types": ["french"], "address": address, "opened": opened, "website": ""} | fields


def ask(client, **fields):
    return client.post("/alerts/", filled_in(**fields))


def mailed(mailoutbox):
    """Send what is due, and return the mails of this turn."""
    before = len(mailoutbox)
    send_due()
    return mailoutbox[before:]


def path_in(mail, name):
    return re.search(rf"http://testserver(/alerts/{name}/[^/\s]+/\S*)", mail.body)[1]


def errors(response):
    assert response.status_code == 200
    return re.sub(r"<[^>]+>|\s+", " ", response.text[response.text.index('class="error-summary"') :][:1500])


class TestOptIn:
    def test_nothing_but_the_question_until_the_button_is_pressed(self, client, mailoutbox, lists_seen):
        answer = ask(client, score="480", job="72106")
        assert (answer.status_code, answer.headers["Location"]) == (302, "/alerts/asked/")
        make_round("448", "french", day=timezone.localdate(), published_at=timezone.now(), crs_cutoff=400)
        fill()
        (question,) = mailed(mailoutbox)
        assert question.subject == "Do you want alerts of Express Entry draws?"
        words = " ".join(question.body.split())
        assert "cut-off of 480 or lower, of these types: French-language proficiency." in words
        assert "When this job enters or leaves a list: 72106" in words
        path = path_in(question, "confirm")
        # A program that looks at the links of a mail presses no button.
        page = client.get(path)
        assert "Yes, send me these alerts" in page.text
        assert Subscriber.objects.get().confirmed_at is None
        assert "Your alerts are on" in client.post(path).text
        fill()
        assert mailed(mailoutbox) == []
        make_round("449", "french", day=timezone.localdate(), published_at=timezone.now(), crs_cutoff=480)
        fill()
        (alert,) = mailed(mailoutbox)
        assert "cut-off 480" in alert.subject

    def test_pressing_again_changes_nothing(self, client):
        subscriber = make_subscriber(types=["french"])
        path = path_of("alerts-confirm", subscriber)
        assert "Your alerts are on" in client.post(path).text
        before = subscriber.confirmed_at
        subscriber.refresh_from_db()
        assert subscriber.confirmed_at == before

    def test_an_address_that_nobody_confirms_is_deleted(self, client):
        ask(client)
        path = path_of("alerts-confirm", Subscriber.objects.get())
        with time_machine.travel(timezone.now() + CONFIRM_WITHIN + timedelta(minutes=1)):
            assert client.get(path).status_code == 404
            tidy()
        assert not Subscriber.objects.exists()
        assert not Message.objects.exists()

    def test_a_confirmed_one_stays(self):
        make_subscriber()
        tidy()
        assert Subscriber.objects.exists()


class TestKnownAddress:
    def test_the_answer_is_the_same_and_nothing_is_changed(self, client, mailoutbox):
        make_subscriber(types=["cec"])
        unknown = ask(client, address="bob@reader.example")
        known = ask(client, address="ANN@reader.example", score="480")
        assert (known.status_code, known.headers["Location"]) == (
            unknown.status_code,
            unknown.headers["Location"],
        )
        subscriber = Subscriber.objects.of_address(ADDRESS).get()
        assert [category.slug for category in subscriber.categories.all()] == ["cec"]
        note = next(mail for mail in mailed(mailoutbox) if mail.to == [ADDRESS])
        assert note.subject == "You have alerts of Express Entry draws already"
        path = path_in(note, "change")
        assert path.endswith("?category=french&score=480")
        page = client.get(path)
        assert re.search(r'value="french"[^>]* checked', page.text)
        assert 'value="480"' in page.text


class TestLimits:
    def test_an_address_is_asked_once_an_hour(self, client):
        for _time in range(3):
            assert ask(client).status_code == 302
        assert Message.objects.count() == 1
        with time_machine.travel(timezone.now() + timedelta(minutes=61)):
            ask(client)
        assert Message.objects.count() == 2

    def test_an_address_is_asked_three_times_a_week(self, client):
        for hours in range(0, 20, 2):
            with time_machine.travel(timezone.now() + timedelta(hours=hours)):
                ask(client)
        assert Message.objects.count() == 3

    def test_the_whole_site_asks_so_many_an_hour(self, client, monkeypatch):
        monkeypatch.setattr(asking, "ALL_IN_AN_HOUR", 2)
        for name in ("ann", "bob"):
            assert ask(client, address=f"{name}@reader.example").status_code == 302
        answer = ask(client, address="cid@reader.example")
        assert "Try again in an hour" in errors(answer)
        assert 'value="cid@reader.example"' in answer.text
        assert Subscriber.objects.count() == 2

    def test_a_second_asking_replaces_what_was_asked_before_it_was_confirmed(self, client):
        ask(client)
        ask(client, types=["cec"], job="72106")
        choice = Subscriber.objects.get().choice
        assert [category.slug for category in choice.categories] == ["cec"]
        assert choice.occupation.code == "72106"


class TestForm:
    def test_takes_what_the_page_one_came_from_was_about(self, client):
        page = client.get("/alerts/?category=french&occupation=72106&category=nothing&score=x")
        assert re.findall(r'name="types" value="([a-z-]+)"[^>]* checked', page.text) == ["french"]
        assert 'value="72106"' in page.text

    @pytest.mark.parametrize(
        ("fields", "problem"),
        [
            ({"types": [], "job": ""}, "Choose a type of draw, or name a job below, or both."),
            ({"types": [], "score": "480", "job": "72106"}, "Choose the types of draw whose cut-offs count."),
            ({"types": ["nothing"]}, "Choose from the types of draw."),
            ({"score": "0"}, "Enter a whole number from 1 to 1,200."),
            ({"score": "9" * 5000}, "Enter a whole number from 1 to 1,200."),
            ({"score": "٤٨٠"}, "Enter a whole number from 1 to 1,200."),
            ({"job": "driver of unicorns"}, "No occupation has this title or code."),
            ({"address": ""}, "Enter the address that the alerts are to go to."),
            ({"address": "nobody"}, "Enter an e-mail address such as name@example.com."),
            ({"address": "a@b.example, c@d.example"}, "Enter an e-mail address such as"),
            ({"address": "a@b.example\r\nBcc: c@d.example"}, "Enter an e-mail address such as"),
            ({"address": "a@b.example\nSubject: x"}, "Enter an e-mail address such as"),
            ({"address": '"a\\\r\n b"@c.example'}, "Enter an e-mail address such as"),
            ({"address": "Ann <ann@reader.example>"}, "Enter an e-mail address such as"),
            ({"address": "root@localhost"}, "Enter an e-mail address such as"),
            ({"address": "ann@[127.0.0.1]"}, "Enter an e-mail address such as"),
            ({"address": "änn@reader.example"}, "Enter an e-mail address such as"),
            ({"address": f"{'a' * 5000}@b.example"}, "An address has at most 254 characters."),
            ({"website": "http://spam.example"}, "A field that nobody sees was filled in."),
            ({"seconds": 0}, "The form was sent faster than people read it"),
            ({"seconds": 90_000}, "The form was sent faster than people read it"),
            ({"opened": "made up"}, "The form was sent faster than people read it"),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, client, fields, problem):
        # The clock stands still: a slow machine is no slow reader.
        with time_machine.travel(timezone.now(), tick=False):
            answer = ask(client, **{"job": "72106"} | fields)
        assert problem in errors(answer)
        assert answer.text.count("<title>Error:") == 1
        assert fields.get("job", "72106") in answer.text
        assert not Subscriber.objects.exists()

    def test_a_title_of_several_occupations_is_asked_about(self, client):
        answer = ask(client, job="driver")
        assert "This may mean several occupations" in errors(answer)
        codes = re.findall(r'name="job_choice" value="(\d{5})"', answer.text)
        assert len(codes) > 1
        # What was picked stays while something else is put right.
        answer = ask(client, job="driver", job_choice=codes[1], address="")
        assert re.search(rf'value="{codes[1]}"[^>]* checked', answer.text)
        assert ask(client, job="driver", job_choice=codes[1]).status_code == 302
        assert Subscriber.objects.get().occupation.code == codes[1]

    def test_a_pick_that_is_not_offered_is_none(self, client):
        assert "several occupations" in errors(ask(client, job="driver", job_choice="00010"))

    def test_nul_bytes_and_broken_text_are_no_address(self, client):
        ask(client, address="a\0b@c.example", types=["fre\0nch"], job="\0", score="\0")
        assert not Subscriber.objects.exists()

    def test_leaves_no_trace_of_a_reader(self, client):
        client.get("/alerts/")
        ask(client)
        columns = {field.name for field in Subscriber._meta.get_fields()}
        assert columns == {
            *("id", "address", "key", "categories", "score", "occupation"),
            *("asked_at", "confirmed_at", "chosen_at", "messages"),
        }

    def test_is_not_offered_without_a_server(self, client, settings):
        settings.MAILERS = {}
        page = client.get("/alerts/")
        assert "This site sends no mail at present" in page.text
        assert "/feeds/draws.atom" in page.text
        assert 'name="address"' not in page.text
        assert ask(client).status_code == 200
        assert not Subscriber.objects.exists()
        for path in ("/", "/categories/french/", "/occupations/72106/"):
            assert "/alerts/" not in client.get(path).text


def test_pages_lead_to_the_form(client):
    assert "/alerts/?category=french" in client.get("/categories/french/").text
    assert "/alerts/?occupation=72106" in client.get("/occupations/72106/").text


class TestChanging:
    def test_counts_from_then_on(self, client, mailoutbox, lists_seen):
        subscriber = make_subscriber(types=["cec"])
        path = path_of("alerts-change", subscriber)
        assert "Canadian Experience Class" in client.get(path).text
        today = {"day": timezone.localdate(), "published_at": timezone.now()}
        make_round("448", "french", **today)
        make_round("449", "cec", **today)
        page = client.post(path, {"types": ["french"], "score": "500"})
        assert "Saved." in page.text
        fill()
        # What became public before is sent by the choice of then, and nothing else of it.
        assert [mail.subject.partition(" draw")[0] for mail in mailed(mailoutbox)] == [
            "Canadian Experience Class"
        ]
        subscriber.refresh_from_db()
        assert subscriber.score == 500

    def test_what_is_wrong_changes_nothing(self, client):
        subscriber = make_subscriber(types=["cec"])
        answer = client.post(path_of("alerts-change", subscriber), {"types": [], "job": ""})
        assert "Choose a type of draw" in errors(answer)
        assert [category.slug for category in subscriber.categories.all()] == ["cec"]

    def test_is_for_confirmed_ones(self, client):
        subscriber = make_subscriber(confirmed_at=None)
        assert client.get(path_of("alerts-change", subscriber)).status_code == 404


class TestStopping:
    def test_a_link_shows_a_button_and_deletes_nothing(self, client):
        path = path_of("alerts-stop", make_subscriber())
        page = client.get(path)
        assert ADDRESS in page.text
        assert not page.cookies
        assert Subscriber.objects.exists()
        page = client.post(path)
        assert "The address is deleted" in page.text
        assert ADDRESS not in page.text
        assert not Subscriber.objects.exists()

    def test_a_second_press_says_the_same(self, client):
        path = path_of("alerts-stop", make_subscriber())
        assert client.post(path).text == client.post(path).text == client.get(path).text

    def test_a_link_of_before_does_not_stop_who_asked_again(self, client):
        path = path_of("alerts-stop", make_subscriber())
        client.post(path)
        make_subscriber()
        client.post(path)
        assert Subscriber.objects.exists()


HOSTILE = ["x", "a:b:c", "0" * 3000, "%00", "..%2f..", "WzEsICJhIl0:1abc:sig", "é", "'--"]


@pytest.mark.parametrize("name", ["confirm", "change", "stop"])
@pytest.mark.parametrize("token", HOSTILE)
def test_made_up_links_open_and_delete_nothing(client, name, token):
    make_subscriber()
    for ask_for in (client.get, client.post):
        assert ask_for(f"/alerts/{name}/{token}/").status_code in (400, 404, 405)
    assert Subscriber.objects.exists()


@pytest.mark.parametrize("name", ["confirm", "change", "stop"])
def test_a_link_opens_its_own_page_and_no_other(client, name):
    subscriber = make_subscriber()
    for other in {"confirm", "change", "stop"} - {name}:
        token = path_of(f"alerts-{other}", subscriber).split("/")[3]
        assert client.get(f"/alerts/{name}/{token}/").status_code == 404


def test_pages_of_links_are_kept_by_nobody(client):
    for name in ("confirm", "change", "stop"):
        page = client.get(path_of(f"alerts-{name}", make_subscriber(f"{name}@reader.example")))
        assert page.headers["Cache-Control"] == "no-store"
        assert page.headers["X-Robots-Tag"] == "noindex"
        # Other sites never learn the link; without any referrer, browsers would not say where a form comes from.
        assert page.headers["Referrer-Policy"] == "same-origin"


def test_the_empty_form_may_be_found_and_an_answered_one_is_kept_by_nobody(client):
    page = client.get("/alerts/?category=cec")
    assert "no-store" in page.headers["Cache-Control"]
    assert "X-Robots-Tag" not in page.headers
    assert '<link rel="canonical" href="http://testserver/alerts/">' in page.text
    page = client.post("/alerts/", {"address": "no address"})
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert 'rel="canonical"' not in page.text


def test_lists_that_are_awaited_are_no_leaving(lists_seen):
    make_subscriber(types=(), job="72106")
    in_force = CategoryVersion.objects.in_force().get(category__slug="trades")
    with time_machine.travel("2026-11-04"):
        make_awaited_version()
        fill()
        assert not Message.objects.exists()
        CategoryVersion.objects.filter(category=in_force.category, list_awaited=True).update(
            list_awaited=False
        )
        fill()
    assert Message.objects.get().details["left"] == [in_force.category_id]
