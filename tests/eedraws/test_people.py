"""Inviting and lost passwords; and that an administrator gives roles and nothing beyond them."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone

from tests.eedraws.people import PASSWORD, User, choose, link_for, link_on, may_log_in, sent_form, url
from tests.factories import make_person, make_superuser

pytestmark = pytest.mark.django_db

ADD = "/admin/auth/user/add/"


def invitation(**fields):
    writer = Group.objects.get(name="Writer")
    return {
        "first_name": "New", "last_name": "Comer", "username": "new", "email": "n@example.org", "role": writer.pk,
    } | fields  # fmt: skip


class TestInviting:
    def test_makes_an_account_without_a_password_and_shows_a_link_once(self, client, administrator):
        page = client.post(ADD, invitation(), follow=True)
        person = User.objects.get(username="new")
        assert page.request["PATH_INFO"] == url(person, "link")
        link = link_on(page)
        assert not person.has_usable_password()
        assert (person.is_staff, person.is_superuser) == (True, False)
        assert [group.name for group in person.groups.all()] == ["Writer"]
        assert "no-store" in page["Cache-Control"]
        again = client.get(url(person, "link"))
        assert link_on(again) is None
        assert "A link is shown once" in again.text
        assert "Invited; no password chosen yet" in client.get("/admin/auth/user/").text
        done = choose(link)
        assert done["Location"] == "/admin/login/"
        assert may_log_in("new")

    def test_the_new_one_works_as_what_they_were_invited_for(self, client, administrator):
        link = link_on(client.post(ADD, invitation(), follow=True))
        stranger = Client()
        login = choose(link, client=stranger)["Location"]
        assert "Your password is set." in stranger.get(login).text
        stranger.post(login, {"username": "new", "password": PASSWORD})
        assert stranger.get("/admin/articles/article/add/").status_code == 200
        assert stranger.get("/admin/auth/user/").status_code == 403

    @pytest.mark.parametrize(
        ("fields", "name", "words"),
        [
            ({"username": "ANN"}, "username", "Somebody has this user name already."),
            ({"username": "a b"}, "username", "Enter a valid username."),
            ({"email": "nonsense"}, "email", "Enter a valid email address."),
            ({"role": ""}, "role", "This field is required."),
            ({"role": "999"}, "role", "Select a valid choice."),
        ],
        ids=["taken", "username", "email", "no role", "unknown role"],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(
        self, client, administrator, ann, fields, name, words
    ):
        response = client.post(ADD, invitation(**fields))
        assert words in str(response.context["adminform"].form.errors[name])
        assert 'value="Comer"' in response.text
        assert not User.objects.filter(username="new").exists()

    def test_is_for_administrators(self, client):
        client.force_login(make_person("Data keeper"))
        assert client.post(ADD, invitation()).status_code == 403
        assert not User.objects.filter(username="new").exists()


class TestALink:
    @pytest.fixture(autouse=True)
    def who(self, administrator, ann):
        self.ann = ann

    def test_ends_the_old_password_every_session_and_every_earlier_link(self, client):
        desk = Client()
        assert desk.login(username="ann", password="a long password")
        first = link_for(client, self.ann)
        assert desk.get("/admin/").status_code == 302
        assert not may_log_in("ann", "a long password")
        second = link_for(client, self.ann)
        assert "does not work any more" in Client().get(first, follow=True).text
        choose(second)
        assert may_log_in("ann")
        assert "Link for a new password made." in client.get(url(self.ann, "history")).text

    def test_works_once(self, client):
        link = link_for(client, self.ann)
        choose(link)
        assert "does not work any more" in choose(link, "another seven long words").text
        assert may_log_in("ann")

    @pytest.mark.parametrize(("hours", "works"), [(47, True), (49, False)])
    def test_works_for_two_days(self, client, hours, works):
        link = link_for(client, self.ann)
        with time_machine.travel(timezone.localtime() + timedelta(hours=hours), tick=False):
            choose(link)
        assert may_log_in("ann") == works

    def test_does_not_work_once_it_was_opened_and_then_grew_old(self, client):
        link, stranger = link_for(client, self.ann), Client()
        opened = stranger.get(link, follow=True).request["PATH_INFO"]
        with time_machine.travel(timezone.localtime() + timedelta(hours=49), tick=False):
            page = stranger.post(opened, {"new_password1": PASSWORD, "new_password2": PASSWORD})
        assert "does not work any more" in page.text
        assert not may_log_in("ann")

    def test_of_one_who_has_left_opens_nothing(self, client):
        link, stranger = link_for(client, self.ann), Client()
        opened = stranger.get(link, follow=True).request["PATH_INFO"]
        User.objects.filter(pk=self.ann.pk).update(is_active=False)
        assert "does not work any more" in choose(link).text
        page = stranger.post(opened, {"new_password1": PASSWORD, "new_password2": PASSWORD})
        assert "does not work any more" in page.text
        self.ann.refresh_from_db()
        assert not self.ann.has_usable_password()

    def test_asks_for_a_password_that_is_one(self, client):
        page = choose(link_for(client, self.ann), "short")
        assert "at least 12 characters" in page.text
        assert "There is a problem" in page.text
        assert not may_log_in("ann", "short")

    def test_is_not_made_by_looking(self, client):
        assert may_log_in("ann", "a long password")
        assert link_on(client.get(url(self.ann, "link"))) is None
        assert may_log_in("ann", "a long password")

    def test_of_somebody_else_is_not_shown(self, client):
        client.post(url(self.ann, "link"))
        other = make_person("Writer", "bob")
        assert link_on(client.get(url(other, "link"))) is None

    @pytest.mark.parametrize(
        "path",
        ["/admin/welcome/MQ/x/", "/admin/welcome/%F0%9F/x-y/", "/admin/welcome/OTk5OTk5/set-password/"],
    )
    def test_that_is_none_says_so(self, path):
        page = Client().get(path)
        assert page.status_code == 200
        assert "does not work any more" in page.text

    def test_for_oneself_is_not_needed(self, client, administrator):
        page = client.post(url(administrator, "link"), follow=True)
        assert "change your password at the top of the page" in page.text
        assert may_log_in("administrator", "a long password")


class TestNothingBeyondRoles:
    def test_an_administrator_makes_nobody_a_superuser(self, client, administrator, ann):
        everything = [permission.pk for permission in Permission.objects.all()]
        rights = {"is_superuser": "1", "is_active": "", "is_staff": "", "user_permissions": everything}
        for person in (ann, administrator):
            assert client.post(url(person), sent_form(client, person, **rights)).status_code == 302
            person.refresh_from_db()
            assert (person.is_superuser, person.is_active, person.is_staff) == (False, True, True)
            assert not person.user_permissions.exists()
        client.post(ADD, invitation(**rights, password="x", password1="x"))
        new = User.objects.get(username="new")
        assert (new.is_superuser, new.user_permissions.count()) == (False, 0)

    def test_an_administrator_gives_and_takes_roles(self, client, administrator, ann):
        editor = Group.objects.get(name="Editor")
        assert (
            client.post(url(ann), sent_form(client, ann, groups=[editor.pk], first_name="Anna")).status_code
            == 302
        )
        ann.refresh_from_db()
        assert list(ann.groups.all()) == [editor]
        assert ann.first_name == "Anna"
        assert may_log_in("ann", "a long password")

    @pytest.mark.parametrize("page", ["change", "password", "link", "leave", "delete"])
    def test_an_administrator_lays_no_hand_on_a_superuser(self, client, administrator, page):
        chief = make_superuser()
        sent = {
            "username": "chief", "password1": PASSWORD, "password2": PASSWORD, "post": "yes", "usable_password": "true",
        }  # fmt: skip
        assert client.post(url(chief, page), sent).status_code == 403
        chief.refresh_from_db()
        assert (chief.is_active, chief.is_superuser) == (True, True)
        assert may_log_in("chief", "a long password")

    def test_an_administrator_changes_no_role(self, client, administrator):
        group = Group.objects.get(name="Writer")
        before = set(group.permissions.all())
        everything = [permission.pk for permission in Permission.objects.all()]
        answer = client.post(
            f"/admin/auth/group/{group.pk}/change/", {"name": "Writer", "permissions": everything}
        )
        assert answer.status_code == 403
        assert set(group.permissions.all()) == before

    def test_a_superuser_makes_and_unmakes_superusers(self, client, ann):
        client.force_login(make_superuser())
        for value in ("on", ""):
            fields = sent_form(client, ann, is_superuser=value)
            if not value:
                del fields["is_superuser"]
            assert client.post(url(ann), fields).status_code == 302
            ann.refresh_from_db()
            assert ann.is_superuser == bool(value)
