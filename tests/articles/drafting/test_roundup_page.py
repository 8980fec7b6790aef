"""The roundup of a week in the newsroom: headlines to choose from, a draft, never two of one week."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from draws.models import Round
from tests.articles.drafting.desk import roundup_url
from tests.factories import make_editor, make_round

pytestmark = pytest.mark.django_db

# A week of three draws, 269 to 271, and no roundup.
WEEK = "2023-W43"
DRAWS = "/admin/draws/round/"


def write(client, week=WEEK, place=0, query=""):
    address = roundup_url(week) + query
    return client.post(address, {"title": client.get(address).context["options"][place]}, follow=True)


def test_headlines_are_offered_and_the_chosen_one_begins_a_draft(client, editor):
    response = client.get(roundup_url("2023-w51"))
    options = response.context["options"]
    assert options[0] == "Express Entry: 3,395 invitations in four draws, 18 to 21 December 2023"
    assert len(options) >= 3
    response = client.post(roundup_url("2023-W51"), {"title": options[1]})
    article = Article.objects.get(title=options[1])
    assert response["Location"] == reverse("admin:articles_article_change", args=[article.pk])
    assert (article.kind, article.status, article.published_at) == ("roundup", "draft", None)
    assert article.week_start == date(2023, 12, 18)
    assert article.owner == editor
    assert {tag.slug for tag in article.tags.all()} == {"all-programs", "trades", "transport"}
    assert article.faq_entries.count() == 5
    assert "/guides/how-a-round-of-invitations-works/" in article.body
    for slug in ("general", "trades", "transport", "agriculture"):
        assert f"(/categories/{slug}/)" in article.body
    assert article.revisions.get().note == "Roundup made from the record"


def test_the_draft_can_be_seen_first(client, editor):
    page = client.get(roundup_url(WEEK) + "?preview").text
    assert "Preview of a roundup that is not saved" in page
    assert not Article.objects.filter(week_start=date(2023, 10, 23)).exists()


def test_an_existing_roundup_is_linked_instead(client, editor):
    html = client.get(roundup_url("2023-W27")).text
    existing = Article.objects.get(slug="5000-invitations-in-four-draws-4-to-7-july-2023")
    assert f"/admin/articles/article/{existing.pk}/change/" in html
    assert "Write the roundup" not in html
    response = client.post(roundup_url("2023-W27"), {"title": "x"})
    assert response["Location"].endswith(f"/{existing.pk}/change/")


def test_a_double_click_makes_one(client, editor):
    title = client.get(roundup_url(WEEK)).context["options"][0]
    addresses = {client.post(roundup_url(WEEK), {"title": title})["Location"] for _click in range(2)}
    assert len(addresses) == 1
    assert Article.objects.filter(title=title).count() == 1


def test_a_headline_that_is_no_longer_true_is_asked_for_again(client, editor):
    title = client.get(roundup_url(WEEK)).context["options"][0]
    Round.objects.filter(number="270").update(withdrawn_at=timezone.now(), withdrawn_reason="Wrong.")
    response = client.post(roundup_url(WEEK), {"title": title})
    assert "The draws of the week have changed meanwhile. Choose a headline again." in response.text
    assert not Article.objects.filter(week_start=date(2023, 10, 23)).exists()


@pytest.mark.parametrize("week", ["2023-W54", "2023-27", "nothing", "1999-W01", "2023-W27;"])
def test_what_is_no_week_is_not_found(client, editor, week):
    assert client.get(f"/admin/articles/article/roundup/{week}/").status_code == 404


def test_a_week_without_public_draws_says_so(client, editor):
    make_round(published_at=None)
    for response in (
        client.get(roundup_url("2026-W42")),
        client.post(roundup_url("2026-W42"), {"title": "x"}),
    ):
        assert "There is no public draw to write about in this week." in response.text
    assert not Article.objects.filter(week_start=date(2026, 10, 12)).exists()


def test_who_may_not_write_gets_nothing(client, editor):
    editor.user_permissions.remove(Permission.objects.get(codename="add_article"))
    for address in (roundup_url(), reverse("admin:articles_article_roundups")):
        assert client.get(address).status_code == 403
    assert client.post(roundup_url(), {"title": "x"}).status_code == 403


def test_weeks_without_a_roundup_are_listed(client, editor):
    html = client.get(reverse("admin:articles_article_roundups") + "?page=1").text
    assert "Week of 14 to 20 September 2026: " in html
    assert "Week of 28 September to 4 October 2026" not in html, "has its roundup"
    make_round(published_at=None)
    assert "October 2026" not in client.get(reverse("admin:articles_article_roundups")).text
    assert reverse("admin:articles_article_roundups") in client.get("/admin/articles/article/").text


def chosen(client, *numbers):
    rounds = Round.objects.filter(number__in=numbers)
    sent = {"action": "write_roundup", "_selected_action": [round.pk for round in rounds]}
    return client.post(DRAWS, sent, follow=True)


def test_chosen_draws_of_one_week_lead_to_their_roundup(client, editor):
    response = chosen(client, "275", "277")
    assert response.redirect_chain[-1][0] == "/admin/articles/article/roundup/2023-w51/?draws=275,277"
    write(client, "2023-W51", query="?draws=275,277")
    article = Article.objects.get(week_start=date(2023, 12, 18))
    assert article.title == "Express Entry: 1,995 invitations in two draws, 18 to 20 December 2023"
    assert article.body.startswith("[[draws numbers=275,277]]")
    assert "round 276" not in article.body.replace("[[round 276 link]]", "")


def test_chosen_draws_of_several_weeks_or_not_public_are_refused(client, editor):
    assert "Choose draws of the same week." in chosen(client, "255", "447").text
    make_round(published_at=None)
    assert "A roundup tells of public draws." in chosen(client, "448").text


def test_who_may_not_write_is_not_offered_the_action(client, editor):
    assert "Write a roundup of these draws" in client.get(DRAWS).text
    client.force_login(make_editor("keeper", "draws"))
    assert "Write a roundup of these draws" not in client.get(DRAWS).text


def test_draws_that_are_asked_for_in_vain_are_left_out(client, editor):
    make_round("448", "french", day=date(2023, 12, 22), published_at=None)
    write(client, "2023-W51", query="?draws=275,277,255,448,x]]")
    article = Article.objects.get(week_start=date(2023, 12, 18))
    assert article.body.startswith("[[draws numbers=275,277]]")
