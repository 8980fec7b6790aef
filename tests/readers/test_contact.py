"""What readers send to the newsroom by /contact/. All numbers are made up."""

import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from core.opened import SECONDS_AT_MOST, seconds_open, stamp
from readers.forms import SALT
from readers.limits import OF_ALL, OF_ONE
from readers.models import ReaderMessage
from tests.eedraws.test_hostile import ECHOES, VALUES
from tests.factories import make_article

pytestmark = pytest.mark.django_db

ADDRESS = "/contact/"
TEXT = "The cut-off of draw 255 was 463 and not 462: see https://www.canada.ca/."
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def no_counts():
    cache.clear()
    yield
    cache.clear()


def opened(ago=MINUTE):
    with time_machine.travel(timezone.now() - ago, tick=False):
        return stamp(SALT)


@pytest.fixture
def send(client):
    def send(message=TEXT, address=ADDRESS, computer="203.0.113.7", **fields):
        values = {"about": "figure", "message": message, "opened": opened(), "website": ""} | fields
        return client.post(address, values, REMOTE_ADDR=computer)

    return send


def words(response):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


def kept(response):
    """Return what stands in the form for the message."""
    return unescape(re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", response.text, re.DOTALL)[1]).strip()


class TestSent:
    def test_is_kept_with_its_page_and_thanked_for(self, client, send):
        story = make_article("wrong-figure", title="A wrong <figure>", kind="news")
        address = f"{ADDRESS}?from={story.get_absolute_url()}"
        assert "A wrong <figure>" in words(client.get(address))
        response = send(address=address, reply_address="reader@example.org")
        assert (response.status_code, response.url) == (302, "/contact/sent/")
        message = ReaderMessage.objects.get()
        assert message.message == TEXT
        assert (message.path, message.page_title) == (story.get_absolute_url(), "A wrong <figure>")
        assert (message.reply_address, message.about, message.state) == (
            "reader@example.org",
            "figure",
            "new",
        )
        assert "Your message has been sent" in client.get(response.url).text

    def test_needs_no_page_and_no_address(self, send):
        send()
        message = ReaderMessage.objects.get()
        assert (message.path, message.page_title, message.reply_address) == ("", "", "")

    def test_is_refused_from_another_site(self):
        client = Client(enforce_csrf_checks=True, headers={"Origin": "https://elsewhere.example"})
        assert client.post(ADDRESS, {"message": TEXT}).status_code == 403
        assert not ReaderMessage.objects.exists()

    def test_what_is_missing_is_said_beside_its_field(self, send):
        response = send("  ", about="", reply_address="nobody")
        assert response.status_code == 200
        said = words(response)
        assert "Write what you want to tell us." in said
        assert "Choose what it is about" in said
        assert "name@example.org" in said
        assert 'value="nobody"' in response.text


class TestPersonalNumbers:
    def test_are_named_and_nothing_is_stored(self, send):
        text = "My UCI is 11-2233-4455,\ncall 416-555-0123 or a@example.org"
        response = send(text)
        assert not ReaderMessage.objects.exists()
        said = words(response)
        assert "nothing has been sent or stored yet" in said
        for name in (
            "UCI or client number “11-2233-4455”",
            "phone number “416-555-0123”",
            "e-mail address “a@example.org”",
        ):
            assert name in said
        assert kept(response) == text

    def test_taken_out_the_message_is_sent(self, send):
        send("Call 416-555-0123")
        assert send("Call me").status_code == 302


class TestPrograms:
    def test_that_fill_in_everything_are_asked(self, send):
        response = send(website="https://example.org")
        assert "people do not see" in words(response)
        assert kept(response) == TEXT
        assert "https://example.org" not in response.text
        assert not ReaderMessage.objects.exists()

    @pytest.mark.parametrize(
        ("stamped", "said"),
        [
            (lambda: stamp(SALT), "faster than anyone can write"),
            (lambda: opened(timedelta(seconds=SECONDS_AT_MOST + 60)), "open for more than a day"),
            (lambda: "", "not sent from its page"),
            (lambda: opened() + "x", "not sent from its page"),
        ],
        ids=["at once", "too old", "without", "forged"],
    )
    def test_that_do_not_take_their_time_are_asked(self, send, stamped, said):
        response = send(opened=stamped())
        assert said in words(response)
        assert kept(response) == TEXT
        assert not ReaderMessage.objects.exists()

    def test_an_old_form_is_made_new(self, send):
        response = send(opened=opened(timedelta(days=2)))
        renewed = unescape(re.search(r'name="opened" value="([^"]+)"', response.text)[1])
        assert seconds_open(renewed, SALT) < 60

    def test_that_leave_links_are_told_how_many_are_read(self, send):
        assert send("https://a.example www.b.example").status_code == 302
        assert "at most two links" in words(send("https://a.example www.b.example [url=c]"))


class TestTooOften:
    def test_the_same_text_is_taken_once(self, send):
        send()
        response = send(computer="203.0.113.8")
        assert response.status_code == 429
        assert "sent before" in words(response)
        assert ReaderMessage.objects.count() == 1

    def test_one_computer_is_asked_to_wait_and_another_is_not(self, send):
        for number in range(OF_ONE):
            assert send(f"{TEXT} {number}").status_code == 302
        response = send("One more")
        assert response.status_code == 429
        assert "in an hour" in words(response)
        assert kept(response) == "One more"
        assert send("One more", computer="203.0.113.8").status_code == 302

    def test_a_household_is_one_computer(self, send):
        for number in range(OF_ONE):
            send(f"{TEXT} {number}", computer=f"2001:db8:1:2::{number}")
        assert send("One more", computer="2001:db8:1:2:ffff::1").status_code == 429
        assert send("One more", computer="2001:db8:1:3::1").status_code == 302

    def test_all_together_have_a_limit(self, send):
        rows = [ReaderMessage(about="other", message=str(number)) for number in range(OF_ALL)]
        ReaderMessage.objects.bulk_create(rows)
        assert send().status_code == 429
        ReaderMessage.objects.update(sent_at=timezone.now() - timedelta(hours=2))
        assert send().status_code == 302

    def test_no_address_of_a_computer_is_kept(self, send, monkeypatch):
        names = []
        add = cache.add
        monkeypatch.setattr(
            cache, "add", lambda name, *args, **kwargs: (names.append(name), add(name, *args, **kwargs))
        )
        send(computer="203.0.113.77")
        assert names
        assert not [name for name in names if "203.0.113.77" in name]


class TestOrigin:
    @pytest.mark.parametrize(
        "path",
        [
            "//evil.example/",
            "https://evil.example/draws/255/",
            "/\\evil.example",
            "javascript:alert(1)",
            "/admin/",
            "/api/v1/record",
            "/api/nothing/",
            "/data/rounds.csv",
            "/draft/token/",
            "/alerts/stop/token/",
            "/nothing/",
            "/contact/",
            "/draws/255/\nx",
            "",
        ],
    )
    def test_is_a_page_of_ours_or_none(self, client, path):
        assert "About this page" not in client.get(ADDRESS, {"from": path}).text

    @pytest.mark.parametrize(
        ("path", "title"),
        [
            ("/draws/255/?score=500", "Draw 255"),
            ("/categories/healthcare/", "Healthcare"),
            ("/occupations/73300/", "Transport truck drivers"),
            ("/", "The home page"),
            ("/about/", "/about/"),
        ],
    )
    def test_is_named(self, client, path, title):
        response = client.get(ADDRESS, {"from": path})
        assert re.search(
            rf'About this page: <a href="{re.escape(path.partition("?")[0])}">{title}', response.text
        )

    def test_what_readers_do_not_see_is_not_told(self, client):
        draft = make_article("secret", title="A secret", kind="news", status="draft")
        response = client.get(ADDRESS, {"from": f"/news/{draft.year}/{draft.month:02}/secret/"})
        assert "A secret" not in response.text

    def test_articles_and_the_footer_lead_here(self, client):
        story = make_article("linked", kind="news")
        html = client.get(story.get_absolute_url()).text
        assert html.count(f'href="/contact/?from={story.get_absolute_url()}"') == 2
        assert 'href="/contact/?from=/draws/255/"' in client.get("/draws/255/?x=1").text
        assert 'href="/contact/"' in client.get("/nothing/").text


@pytest.mark.parametrize("field", ["from", "about", "message", "reply_address", "website", "opened"])
def test_bears_every_value(client, send, field):
    for label, value in VALUES.items():
        address = f"{ADDRESS}?from={value}" if field == "from" and isinstance(value, str) else ADDRESS
        response = send(address=address) if field == "from" else send(**{field: value})
        assert response.status_code in (200, 302, 400, 414, 429), label
        if response.status_code == 200:
            assert not [echo for echo in ECHOES if echo in response.text], label
        ReaderMessage.objects.all().delete()
        cache.clear()


def test_no_copy_of_the_page_is_kept_and_no_cookie_is_set(client):
    response = client.get(ADDRESS)
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies


def test_search_engines_find_the_empty_form_alone(client, send):
    assert "X-Robots-Tag" not in client.get(ADDRESS).headers
    assert client.get(f"{ADDRESS}?from=/draws/255/").headers["X-Robots-Tag"] == "noindex"
    assert send(message="").headers["X-Robots-Tag"] == "noindex"
