"""Alerts against a real mail server on this machine: one message each, whatever goes wrong."""

import re
from datetime import timedelta
from email.utils import parsedate_to_datetime

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from alerts.filling import fill, fill_lists
from alerts.models import Message, Subscriber
from alerts.sending import CLAIM_LASTS, claim
from draws.correcting import save_corrected
from draws.models import Round
from occupations.models import Listing
from tests.alerts.conftest import Server, serving
from tests.alerts.publishing import publish_now, states
from tests.factories import make_round, make_subscriber

pytestmark = pytest.mark.django_db

State = Message.State


def send(**options):
    call_command("send_alerts", verbosity=0, **options)


@pytest.fixture
def followers(lists_seen):
    for name in ("ann", "bob", "cid"):
        make_subscriber(f"{name}@reader.example", types=["french"])
    make_subscriber("dee@reader.example", types=["cec", "pnp"])


class TestADraw:
    def test_goes_once_to_each_who_follows_it_and_to_nobody_else(self, server, followers):
        publish_now()
        send()
        send()
        assert sorted(server.recipients) == ["ann@reader.example", "bob@reader.example", "cid@reader.example"]

    def test_is_due_when_it_is_public_and_not_before(self, server, followers):
        round = make_round("448", "french", day=timezone.localdate(), published_at=None)
        send()
        Round.objects.filter(pk=round.pk).update(published_at=timezone.now() + timedelta(hours=1))
        send()
        assert not server.mails
        Round.objects.filter(pk=round.pk).update(published_at=timezone.now())
        send()
        assert len(server.mails) == 3

    def test_that_fills_a_gap_of_the_record_is_no_news(self, server, followers):
        publish_now(day=timezone.localdate() - timedelta(days=20))
        send()
        assert not server.mails

    def test_from_before_somebody_confirmed_is_not_sent(self, server, lists_seen):
        publish_now()
        make_subscriber(types=["french"], confirmed_at=timezone.now())
        send()
        assert not server.mails

    def test_that_is_corrected_is_not_sent_again(self, server, followers):
        round = publish_now()
        send()
        round.crs_cutoff = 440
        save_corrected(round, kind="ours", reason="A slip.")
        send()
        assert len(server.mails) == 3

    def test_that_is_withdrawn_meanwhile_is_not_sent(self, server, followers):
        round = publish_now()
        fill()
        Round.objects.filter(pk=round.pk).update(withdrawn_at=timezone.now(), withdrawn_reason="A slip.")
        send()
        assert not server.mails
        assert states() == []

    def test_that_could_not_be_sent_for_a_week_is_no_news_any_more(self, server, followers):
        publish_now()
        fill()
        week_later = timezone.now() + timedelta(days=9)
        with time_machine.travel(week_later, tick=True):
            send()
        assert not server.mails
        assert states() == []

    @pytest.mark.parametrize(("cutoff", "gets"), [(479, True), (480, True), (481, False)])
    def test_below_a_score(self, server, lists_seen, cutoff, gets):
        make_subscriber(types=["french"], score=480)
        publish_now(crs_cutoff=cutoff)
        send()
        assert bool(server.mails) == gets


def test_a_message_is_one_that_people_and_machines_can_read(server, followers):
    publish_now()
    send()
    mail = server.mails[0]
    assert mail["Subject"] == "French-language proficiency draw: cut-off 439, 3,800 invitations"
    assert (mail["To"], mail["From"]) == ("ann@reader.example", "eedraws <alerts@eedraws.example>")
    assert abs(parsedate_to_datetime(mail["Date"]) - timezone.now()) < timedelta(minutes=5)
    assert re.fullmatch(r"<alert\.\d+\.[0-9a-f]{24}@testserver>", mail["Message-ID"])
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = re.fullmatch(r"<(http://testserver/alerts/stop/[\w:-]+/)>", mail["List-Unsubscribe"])[1]
    # As it stands: mail programs decode no address.
    assert f"\r\nList-Unsubscribe: <{stop}>\r\n".encode() in server.sources[0]
    assert server.sources[0].isascii()
    assert max(map(len, server.sources[0].splitlines())) < 998
    plain, html = (mail.get_body([kind]).get_content() for kind in ("plain", "html"))
    for body in (plain, html):
        assert stop in body
        assert "http://testserver/draws/448/" in body
    assert max(len(line) for line in plain.splitlines() if "://" not in line) <= 76


class TestStopping:
    def test_one_click_of_a_mail_program_deletes_everything(self, server, followers, client):
        publish_now()
        send()
        stop = server.mails[0]["List-Unsubscribe"].strip("<>").removeprefix("http://testserver")
        client.handler.enforce_csrf_checks = True
        answer = client.post(
            stop, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded"
        )
        assert answer.status_code == 200
        assert not answer.cookies
        assert not Subscriber.objects.of_address("ann@reader.example").exists()
        assert Message.objects.count() == 2
        publish_now("449", crs_cutoff=440)
        send()
        assert server.recipients.count("ann@reader.example") == 1
        assert len(server.mails) == 5


class TestRefusals:
    def test_for_now_is_tried_again_later(self, server, followers):
        server.answers["bob@reader.example"] = "451 4.2.1 Try again later"
        publish_now()
        send()
        send()
        assert len(server.mails) == 2
        put_off = Message.objects.get(state=State.WAITING)
        assert (put_off.attempts, put_off.last_code) == (1, 451)
        assert put_off.due_at > timezone.now() + timedelta(minutes=10)
        server.answers.clear()
        Message.objects.filter(pk=put_off.pk).update(due_at=timezone.now())
        send()
        assert server.recipients.count("bob@reader.example") == 1

    def test_for_now_ends_after_many(self, server, followers):
        server.content_answer = "450 Busy"
        publish_now()
        fill()
        for _attempt in range(10):
            Message.objects.update(due_at=timezone.now())
            send()
        assert states() == [State.FAILED] * 3

    def test_of_an_address_for_good_delete_it(self, server, followers):
        server.answers["bob@reader.example"] = "550 5.1.1 No such user"
        publish_now()
        send()
        assert not Subscriber.objects.of_address("bob@reader.example").exists()
        assert len(server.mails) == 2

    @pytest.mark.parametrize("answer", ["550 5.7.1 Blocked", "552 5.2.2 Mailbox full", "554 Not here"])
    def test_of_this_site_delete_nobody(self, server, followers, answer):
        server.answers["bob@reader.example"] = answer
        publish_now()
        send()
        assert Subscriber.objects.of_address("bob@reader.example").exists()
        assert sorted(states()) == [State.FAILED, State.SENT, State.SENT]

    def test_of_a_text_are_noted_and_hold_up_nobody(self, server, followers):
        server.content_answer = "554 5.6.0 No"
        publish_now()
        send()
        assert states() == [State.FAILED] * 3
        assert Subscriber.objects.count() == 4

    @pytest.mark.parametrize("greeting", ["530 Log in first", "421 Shutting down"])
    def test_of_the_sender_lose_nothing(self, server, followers, greeting):
        server.greeting = greeting
        publish_now()
        with pytest.raises(CommandError, match=greeting[:3]):
            send()
        assert states() == [State.WAITING] * 3
        server.greeting = None
        send()
        assert len(server.mails) == 3


def test_a_server_that_is_not_there_loses_nothing(settings, followers):
    with serving(Server()) as port:
        pass
    settings.MAILERS = {"default": {"OPTIONS": {"host": "127.0.0.1", "port": port}}}
    publish_now()
    with pytest.raises(CommandError, match="cannot be used"):
        send()
    assert states() == [State.WAITING] * 3


def test_a_server_that_breaks_off_while_it_answers_leaves_the_fate_unknown(server, followers, capsys):
    async def break_off(served, session, envelope):
        server.recipients += envelope.rcpt_tos
        served.transport.abort()
        return "250 OK"

    server.handle_DATA = break_off
    publish_now()
    send()
    assert states() == [State.UNKNOWN] * 3
    assert "3 of unknown fate" in capsys.readouterr().err
    send()
    assert len(server.recipients) == 3


class TestClaims:
    def test_a_message_is_claimed_once(self, followers):
        publish_now()
        fill()
        pk = Message.objects.first().pk
        assert [claim(pk), claim(pk)] == [True, False]

    def test_one_that_is_at_work_is_left_to_it(self, server, followers):
        publish_now()
        fill()
        assert claim(Message.objects.first().pk)
        send()
        assert len(server.mails) == 2
        assert State.CLAIMED in states()

    def test_one_that_was_cut_off_is_reported_and_sent_when_somebody_says_so(self, server, followers, capsys):
        publish_now()
        fill()
        message = Message.objects.first()
        claim(message.pk)
        Message.objects.filter(pk=message.pk).update(claimed_at=timezone.now() - CLAIM_LASTS)
        send()
        assert len(server.mails) == 2
        assert "1 of unknown fate" in capsys.readouterr().err
        send()
        assert capsys.readouterr().err == ""
        send(resend=True)
        assert len(server.mails) == 3
        assert states() == [State.SENT] * 3


class TestLists:
    def test_a_job_that_leaves_and_enters_is_told_once(self, server, lists_seen):
        make_subscriber(types=(), job="72106")
        place = _place("72106")
        place.delete()
        send()
        send()
        assert len(server.mails) == 1
        assert "72106" in server.mails[0]["Subject"]
        assert "not on this list any more: Trade occupations" in _flat(server.mails[0])
        place.save(force_insert=True)
        send()
        assert len(server.mails) == 2
        assert "on this list now: Trade occupations" in _flat(server.mails[1])

    def test_the_first_look_is_no_news(self, server):
        make_subscriber(types=(), job="72106")
        fill_lists()
        send()
        assert not server.mails


def _place(code):
    return Listing.objects.in_force().get(occupation__code=code, version__category__slug="trades")


def _flat(mail):
    return " ".join(mail.get_body(["plain"]).get_content().split())
