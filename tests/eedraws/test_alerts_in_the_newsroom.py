"""What the newsroom sees of alerts by e-mail: numbers and problems, and nobody's address."""

from datetime import timedelta

import pytest
from django.utils import timezone

from alerts.models import Message
from eedraws.newsroom.due_alerts import OVERDUE, stuck
from tests.factories import make_person, make_subscriber, make_superuser
from tests.html import Page

pytestmark = pytest.mark.django_db


def make_messages(**states):
    subscriber = make_subscriber(score=480, job="72106")
    for state, count in states.items():
        for number in range(count):
            Message.objects.create(
                subscriber=subscriber, kind="draw", about=f"draw:{state}-{number}", state=state
            )


def test_problems_are_told_with_what_to_do():
    make_messages(sent=5, waiting=1, failed=2, unknown=1)
    found = stuck(make_superuser())
    assert [item.words for item in found.items] == [
        "2 messages were refused",
        "1 message is of unknown fate",
    ]
    assert (found.count, found.rest) == (2, 0)
    Message.objects.filter(state="waiting").update(due_at=timezone.now() - OVERDUE - timedelta(minutes=1))
    assert [item.words for item in stuck(make_superuser("other")).items][0] == "1 message is overdue"


def test_without_problems_there_is_nothing_to_do():
    make_messages(sent=1, waiting=1)
    assert stuck(make_superuser()).count == 0


def test_a_site_without_a_mail_server_has_no_such_line(settings):
    settings.MAILERS = {}
    assert stuck(make_superuser()) is None


def test_the_numbers_name_nobody(client):
    make_messages(sent=3, unknown=1)
    make_subscriber("bob@reader.example", confirmed_at=None)
    client.force_login(make_person("Editor"))
    page = client.get("/admin/alerts/")
    words = " ".join(Page(page.text).text.split())
    assert "1 confirmed address 1 address that has not answered yet 1 follows a job" in words
    assert "French-language proficiency 1" in words
    assert "sent 3" in words
    assert "reader.example" not in page.text


def test_who_may_do_nothing_about_draws_sees_none(client):
    writer = make_person("Writer")
    assert stuck(writer) is None
    client.force_login(writer)
    assert client.get("/admin/alerts/").status_code == 403
