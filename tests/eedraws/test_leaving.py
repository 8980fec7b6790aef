"""Somebody leaves: the account is closed, the work stays."""

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from articles.models import Article, Author
from articles.saving import save_article
from draws.models import Round, RoundCorrection
from tests.eedraws.people import PASSWORD, User, choose, link_for, may_log_in, url
from tests.factories import make_article, make_correction, make_person

pytestmark = pytest.mark.django_db


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
