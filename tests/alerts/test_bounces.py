"""Reports of what could not be delivered end the right address, and made-up ones none."""

import io
import mailbox
import sys

import pytest
from django.core.management import call_command

from alerts.bounces import handle
from alerts.links import message_id
from alerts.models import Message, Subscriber
from tests.factories import make_subscriber

pytestmark = pytest.mark.django_db

# As a mail server writes it; synthetic.
REPORT = """\
From: MAILER-DAEMON@mx.reader.example
To: alerts@eedraws.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I could not deliver your message.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.reader.example

Final-Recipient: rfc822; ann@reader.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 No such user

--b
Content-Type: {returned}

From: eedraws <alerts@eedraws.example>
To: ann@reader.example
Subject: French-language proficiency draw: cut-off 439, 3,800 invitations
Message-ID: {message_id}

--b--
"""


@pytest.fixture
def message():
    return Message.objects.create(subscriber=make_subscriber(), kind="draw", about="draw:1", state="sent")


def report(message, action="failed", status="5.1.1", returned="message/rfc822", **fields):
    fields = {"message_id": message_id(message)} | fields
    return REPORT.format(action=action, status=status, returned=returned, **fields).encode()


@pytest.mark.parametrize("returned", ["message/rfc822", "text/rfc822-headers"])
def test_an_address_that_does_not_exist_is_deleted(message, returned):
    assert handle(report(message, returned=returned)) == "deleted"
    assert not Subscriber.objects.exists()
    assert handle(report(message, returned=returned)) == "known"


@pytest.mark.parametrize(
    ("action", "status"),
    [
        ("delayed", "4.4.1"),
        ("failed", "4.2.2"),
        ("failed", "5.2.2"),
        ("failed", "5.7.1"),
        ("relayed", "2.0.0"),
    ],
)
def test_what_is_not_the_address_s_fault_keeps_it(message, action, status):
    assert handle(report(message, action=action, status=status)) == "kept"
    assert Subscriber.objects.exists()


@pytest.mark.parametrize(
    "made_up",
    [
        "<alert.{pk}.000000000000000000000000@testserver>",
        "<alert.{pk}.@testserver>",
        "<alert.99999999999999999999.a@testserver>",
        "<alert.²³.a@testserver>",
        "<alert..@testserver>",
    ],
)
def test_a_made_up_report_deletes_nobody(message, made_up):
    assert handle(report(message, message_id=made_up.format(pk=message.pk))) == "known"
    assert Subscriber.objects.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\0",
        b"Subject: Hello\n\nI have a question.",
        b"Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nx\n--b--",
        b"Content-Type: multipart/report\n\nbroken",
    ],
)
def test_other_mail_is_let_be(message, content):
    assert handle(content) == "other"
    assert Subscriber.objects.exists()


def test_a_report_of_another_message_is_not_ours(message):
    assert handle(report(message, message_id="<other@elsewhere.example>")) == "other"


def test_a_maildir_is_emptied_of_reports(message, tmp_path, capsys):
    box = mailbox.Maildir(tmp_path / "box", create=True)
    box.add(report(message))
    box.add(b"Subject: Hello\n\nI have a question.")
    call_command("handle_bounces", maildir=tmp_path / "box")
    assert capsys.readouterr().out == "1 deleted, 1 other\n"
    assert [mail["Subject"] for mail in mailbox.Maildir(tmp_path / "box")] == ["Hello"]


def test_one_is_read_from_stdin(message, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(report(message))))
    call_command("handle_bounces", verbosity=0)
    assert not Subscriber.objects.exists()
