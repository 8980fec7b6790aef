"""Inviting, lost passwords, leaving; and that an administrator gives roles and nothing beyond them."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone

from articles.models import Article, Author
from articles.saving import save_article
from draws.models import Round, RoundCorrection
from tests.factories import make_article, make_correction, make_person, make_superuser
from tests.html import Page

pytestmark = pytest.mark.django_db

User = get_user_model()
PASSWORD = "seven long words of nobody's"
ADD = "/admin/auth/user/add/"


@pytest.fixture
def administrator(client):
    administrator = make_person("Administrator")
    client.force_login(administrator)
    return administrator


@pytest.fixture
def ann(db):
    return make_person("Writer", "ann", first_name="Ann", last_name="Lee")


def url(person, page="change"):
    return f"/admin/auth/user/{person.pk}/{page}/"


def invitation(**fields):
    writer = Group.objects.get(name="Writer")
    return {
        "first_name": "New", "last_name": "Comer", "username": "new", "email": "n@example.org", "role": writer.pk,
    } | fields  # fmt: skip


def link_on(response):
    """The path of the link that a page shows, or None."""
    boxes = [box["value"] for box in Page(response.text).all("input") if box.get("id") == "handover"]
    assert all(box.startswith("http://testserver/") for box in boxes)
    return boxes[0].removeprefix("http://testserver") if boxes else None


def link_for(client, person):
    return link_on(client.post(url(person, "link"), follow=True))


def choose(link, password=PASSWORD, client=None):
    """Open a link as a stranger and choose a password there."""
    client = client or Client()
    page = client.get(link, follow=True)
    path = page.request["PATH_INFO"]
    return client.post(path, {"new_password1": password, "new_password2": password})


def may_log_in(username, password=PASSWORD):
    return Client().login(username=username, password=password)


def sent_form(client, person, **fields):
    """What a browser sends for the form of somebody, with some values changed."""
    form = client.get(url(person)).context["adminform"].form
    return {field.name: field.value() or "" for field in form} | fields


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


class TestLeaving:
    @pytest.fixture(autouse=True)
    def who(self, administrator, ann):
        self.ann, self.bob = ann, make_person("Editor", "bob")
        self.author = Author.objects.create(name="Ann Lee", slug="ann", user=ann)
        self.draft = save_article(
            Article(
                kind="news", title="By Ann", slug="by-ann", standfirst="-", body="-", author=self.author, owner=ann
            ),
            by=ann,
        )  # fmt: skip

    @pytest.mark.parametrize("heir", ["bob", None])
    def test_closes_the_account_everywhere_at_once_and_hands_over(self, client, heir):
        desk, phone = Client(), Client()
        for device in (desk, phone):
            assert device.login(username="ann", password="a long password")
        link = link_for(client, self.ann)
        choose(link)
        assert desk.login(username="ann", password=PASSWORD)
        assert "1 article is in their hands" in client.get(url(self.ann, "leave")).text
        to = User.objects.get(username=heir) if heir else None
        page = client.post(url(self.ann, "leave"), {"heir": to.pk if to else ""}, follow=True)
        assert f"Articles handed over to {heir or 'nobody'}: 1." in page.text
        for device in (desk, phone):
            assert device.get("/admin/").status_code == 302
        assert not may_log_in("ann")
        self.draft.refresh_from_db()
        assert self.draft.owner == to
        self.ann.refresh_from_db()
        assert not self.ann.is_active
        assert not self.ann.groups.exists()

    def test_leaves_every_name_where_it_stands(self, client):
        client.post(url(self.ann, "leave"))
        assert self.draft.revisions.get().made_by_name == "Ann Lee"
        self.draft.refresh_from_db()
        assert self.draft.author.name == "Ann Lee"
        assert "Has left" in client.get("/admin/auth/user/").text

    def test_is_told_of_once_and_never_of_oneself(self, client, administrator):
        client.post(url(self.ann, "leave"))
        assert "has left already" in client.post(url(self.ann, "leave"), follow=True).text
        assert "cannot lock yourself out" in client.post(url(administrator, "leave"), follow=True).text
        administrator.refresh_from_db()
        assert administrator.is_active

    def test_hands_over_to_somebody_who_is_there(self, client):
        User.objects.filter(pk=self.bob.pk).update(is_active=False)
        page = client.post(url(self.ann, "leave"), {"heir": self.bob.pk})
        assert "Select a valid choice" in page.text
        self.ann.refresh_from_db()
        assert self.ann.is_active

    def test_coming_back_takes_a_role_and_a_link(self, client):
        client.post(url(self.ann, "leave"))
        assert "Coming back" in client.get(url(self.ann)).text
        choose(link_for(client, self.ann))
        back = Client()
        assert back.login(username="ann", password=PASSWORD)
        assert back.get("/admin/articles/article/").status_code == 403


class TestDeleting:
    def test_keeps_the_work_of_somebody(self, client, administrator, ann):
        author = Author.objects.create(name="Ann Lee", slug="ann", user=ann)
        article = make_article(
            "by-ann", kind="news", status="draft", published_at=None, author=author, owner=ann
        )
        save_article(article, by=ann)
        correction = make_correction()
        RoundCorrection.objects.update(made_by=ann)
        draw = Round.objects.get(number="255")
        draw._history_user = ann
        draw.save()
        assert client.post(url(ann, "delete"), {"post": "yes"}).status_code == 302
        assert not User.objects.filter(username="ann").exists()
        article.refresh_from_db()
        assert (article.owner, article.author.name, article.author.user) == (None, "Ann Lee", None)
        revision = article.revisions.get()
        assert (revision.made_by, revision.made_by_name) == (None, "Ann Lee")
        correction.refresh_from_db()
        assert correction.made_by is None
        assert draw.history.first().history_user is None

    def test_is_refused_where_the_log_of_the_newsroom_would_go_too(self, client, administrator, ann):
        """What somebody did is told by Django's log, which goes with the account: they have left instead."""
        desk = Client()
        desk.force_login(ann)
        desk.post(
            "/admin/articles/article/add/",
            {
                "kind": "news", "topic": "draws", "title": "By Ann", "standfirst": "-", "body": "-", "status": "draft",
                "author": Author.objects.first().pk, "faq_entries-TOTAL_FORMS": 0, "faq_entries-INITIAL_FORMS": 0,
            },
        )  # fmt: skip
        assert LogEntry.objects.filter(user=ann).exists()
        assert "Has left" in client.get(url(ann)).text
        assert url(ann, "delete") not in client.get(url(ann)).text
        assert client.post(url(ann, "delete"), {"post": "yes"}).status_code == 403
        assert LogEntry.objects.filter(user=ann).exists()

    def test_of_oneself_is_refused(self, client, administrator):
        assert client.post(url(administrator, "delete"), {"post": "yes"}).status_code == 403


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
