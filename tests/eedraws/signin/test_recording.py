"""What is written about sign-ins, for how long, and what never is."""

import io
import json
import logging
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from eedraws.signin import devices
from eedraws.signin.models import Session, SignIn, Try
from eedraws.signin.recording import log
from tests.eedraws.signin.journeys import APP, CODE, WRONG, code_of, come_in, give_password, secret_on
from tests.factories import PASSWORD, make_app, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(caplog):
    """Return a function that gives the events of the log until now."""
    caplog.set_level(logging.INFO, "eedraws.signin")

    def read():
        return [json.loads(r.getMessage()) for r in caplog.records if r.name == "eedraws.signin"]

    return read


def events(lines):
    return [line["event"] for line in lines()]


@pytest.mark.usefixtures("required")
class TestTheLog:
    def test_tells_of_every_step(self, lines, ann):
        client, _ = give_password("ann", "not it")
        give_password("ann", client=client)
        key = secret_on(client.get(APP))
        client.post(APP, {"code": code_of(key), "name": "phone"})
        client.post("/admin/logout/")
        assert events(lines) == [
            "wrong password", "right password", "second factor added", "signed in", "signed out",
        ]  # fmt: skip
        assert {line["account"] for line in lines()} == {"ann"}
        assert {line["address"] for line in lines()} == {"127.0.0.1"}
        assert lines()[3]["how"] == "app"

    def test_tells_of_wrong_codes_waits_and_what_is_taken_away(self, lines, ann, app):
        client, _ = give_password("ann")
        client.post(CODE, {"code": WRONG})
        client.post(CODE, {"code": WRONG})
        assert events(lines)[-2:] == ["wrong code", "made to wait"]
        chief = come_in("administrator", make_app(make_person("Administrator")))
        chief.post(f"/admin/auth/user/{ann.pk}/signin/", {"factors": "remove"})
        assert lines()[-1] | {"address": ""} == {
            "event": "second factors removed by another", "account": "ann", "address": "", "by": "administrator",
        }  # fmt: skip

    def test_tells_no_secret(self, caplog, lines, ann, app):
        recovery = devices.new_recovery_codes(ann)[0]
        code = code_of(app.bin_key)
        client, _ = give_password("ann", "not it at all")
        give_password("ann", client=client)
        client.post(CODE, {"code": code})
        give_password("ann", client=client)
        client.post(f"{CODE}?recovery", {"code": recovery})
        # A password typed where the name belongs.
        give_password(PASSWORD, "x")
        assert len(lines()) == 6
        for secret in (PASSWORD, "not it at all", code, recovery, client.session.session_key, app.key):
            assert secret not in caplog.text
        assert lines()[-1]["account"] is None

    def test_keeps_a_line_a_line(self, lines, caplog, rf):
        person = make_person("Writer", 'ann\n{"event": "signed in"}')
        log(rf.get("/", REMOTE_ADDR="x\ny"), "wrong password", person)
        (record,) = (r for r in caplog.records if r.name == "eedraws.signin")
        assert "\n" not in record.getMessage()
        assert lines()[0]["address"] == ""


class TestWhatAdministratorsRead:
    def test_names_who_came_in_and_how(self, client, ann):
        give_password("ann")
        client.force_login(make_person("Administrator"))
        page = client.get("/admin/signin/signin/").text
        assert "Ann" in page
        assert "password alone" in page
        assert "127.0.0.1" not in page
        assert "password alone" in client.get(f"/admin/auth/user/{ann.pk}/signin/").text

    def test_is_deleted_when_it_is_old_and_sessions_when_they_are_over(self, ann):
        now = timezone.now()
        for days in (89, 91):
            SignIn.objects.create(account=ann, how="app", at=now - timedelta(days=days))
        for hours in (-1, 1):
            Session.objects.create(
                session_key=f"{hours}", session_data="", expire_date=now + timedelta(hours=hours)
            )
        Try.objects.create(account="a", network="b", at=now - timedelta(hours=25))
        out = io.StringIO()
        call_command("forget_signins", stdout=out)
        assert out.getvalue() == "deleted: 1 sign-ins, 1 tries, 1 sessions\n"
        assert SignIn.objects.get().at == now - timedelta(days=89)
        assert Session.objects.get().session_key == "1"
