"""Sessions change their name at every step, and end when they should."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from eedraws.signin.browsers import browser_of
from eedraws.signin.models import Session
from tests.eedraws.people import sent_form, url
from tests.eedraws.signin.journeys import CODE, code_of, give_password, is_in
from tests.factories import PASSWORD, make_person

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
NEW = "seven long words of nobody's"


def later(**duration):
    return time_machine.travel(timezone.localtime() + timedelta(**duration), tick=False)


def stolen(client):
    """A client with a copy of the cookie that another one has now."""
    copy = Client()
    copy.cookies["session"] = client.cookies["session"].value
    return copy


@pytest.fixture
def chief(db):
    chief = make_person("Administrator")
    return give_password(chief.username)[0]


@pytest.mark.parametrize(
    ("said", "browser"),
    [
        (FIREFOX, "Firefox on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 "
         "Edg/140.0.0.0", "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 "
         "Mobile/15E148 Safari/604.1", "Safari on iPhone"),
        ("curl/8.0", ""),
        ("Firefox/" * 2000, "Firefox"),
    ],
)  # fmt: skip
def test_browsers_are_told_roughly(rf, said, browser):
    assert browser_of(rf.get("/", HTTP_USER_AGENT=said)) == browser


class TestTheNameOfASession:
    @pytest.mark.usefixtures("required")
    def test_is_new_after_the_password_and_after_the_second_factor(self, app):
        client, _ = give_password("ann")
        half = stolen(client)
        client.post(CODE, {"code": code_of(app.bin_key)})
        assert client.session.session_key != half.session.session_key
        assert is_in(client)
        assert not is_in(half)
        assert half.get(CODE).status_code == 302

    def test_is_new_at_each_password_and_the_old_one_ends(self, ann):
        client, _ = give_password("ann")
        before = stolen(client)
        give_password("ann", client=client)
        assert is_in(client)
        assert not is_in(before)

    def test_that_somebody_chose_is_not_taken(self, ann):
        client = Client()
        client.cookies["session"] = "chosenbyanattacker0123456789abcd"
        give_password("ann", client=client)
        assert client.cookies["session"].value != "chosenbyanattacker0123456789abcd"

    def test_is_new_when_one_changes_ones_own_role(self, chief):
        person = Session.objects.get().account
        before = stolen(chief)
        groups = [Group.objects.get(name=name).pk for name in ("Administrator", "Editor")]
        chief.post(url(person), sent_form(chief, person, groups=groups))
        assert is_in(chief)
        assert not is_in(before)


class TestASessionEnds:
    @pytest.fixture
    def hers(self, ann):
        return give_password("ann")[0]

    def test_when_one_logs_out(self, hers):
        copy = stolen(hers)
        hers.post("/admin/logout/")
        assert not is_in(copy)
        assert not Session.objects.filter(account__isnull=False).exists()

    def test_everywhere_else_with_another_password(self, hers):
        other, _ = give_password("ann")
        copy = stolen(hers)
        hers.post(
            "/admin/password_change/",
            {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW},
        )
        assert is_in(hers)
        assert not is_in(other)
        assert not is_in(copy)

    def test_when_they_leave(self, hers, ann, chief):
        chief.post(url(ann, "leave"))
        assert not is_in(hers)
        assert not Session.objects.filter(account=ann).exists()

    @pytest.mark.parametrize("fields", [{"groups": []}, {"is_active": False}], ids=["role", "inactive"])
    def test_when_they_may_do_something_else(self, hers, ann, chief, fields):
        if "groups" in fields:
            chief.post(url(ann), sent_form(chief, ann, groups=[Group.objects.get(name="Editor").pk]))
            ann.refresh_from_db()
            assert [group.name for group in ann.groups.all()] == ["Editor"]
        else:
            ann.is_active = False
            ann.save()
        assert not is_in(hers)

    def test_not_with_a_new_name(self, hers, ann, chief):
        groups = [group.pk for group in ann.groups.all()]
        chief.post(url(ann), sent_form(chief, ann, first_name="Anna", groups=groups))
        ann.refresh_from_db()
        assert ann.first_name == "Anna"
        assert is_in(hers)

    def test_twelve_hours_after_it_began_however_much_it_is_used(self, hers):
        with later(hours=11, minutes=59):
            # Something is kept in the session, which would make an ordinary one live longer.
            assert hers.get("/admin/account/app/").status_code == 200
            assert is_in(hers)
        with later(hours=12, minutes=1):
            assert not is_in(hers)

    def test_when_an_administrator_ends_it(self, hers, ann, chief):
        page = chief.post(url(ann, "signin"), {"sessions": "end"}, follow=True)
        assert "Ann is signed in nowhere any more." in page.text
        assert not is_in(hers)
        assert "Every session ended." in chief.get(url(ann, "history")).text


class TestWhereOneIsSignedIn:
    PATH = "/admin/account/sessions/"

    def test_is_told_roughly_and_without_addresses(self, ann):
        client, _ = give_password("ann", HTTP_USER_AGENT=FIREFOX)
        give_password("ann", HTTP_USER_AGENT="")
        page = client.get(self.PATH)
        assert "Firefox on Linux" in page.text
        assert "Unknown browser" in page.text
        assert page.text.count("(here)") == 1
        assert "127.0.0.1" not in page.text

    def test_does_not_tell_of_others_nor_of_what_is_over(self, ann):
        give_password("ann", HTTP_USER_AGENT=FIREFOX)
        ann.set_password(NEW)
        ann.save()
        client, _ = give_password("ann", NEW)
        give_password(make_person("Writer", "bob").username, HTTP_USER_AGENT=FIREFOX)
        assert "Firefox" not in client.get(self.PATH).text

    def test_everything_else_is_ended_there(self, ann):
        (client, _), (other, _) = give_password("ann"), give_password("ann")
        bob, _ = give_password(make_person("Writer", "bob").username)
        page = client.post(self.PATH, follow=True)
        assert "Signed out everywhere else." in page.text
        assert [is_in(one) for one in (client, other, bob)] == [True, False, True]

    def test_the_password_is_asked_again_for_that(self, ann):
        (client, _), (other, _) = give_password("ann"), give_password("ann")
        with later(minutes=16):
            assert "This field is required." in client.post(self.PATH).text
            assert is_in(other)
            client.post(self.PATH, {"password": PASSWORD})
            assert not is_in(other)
