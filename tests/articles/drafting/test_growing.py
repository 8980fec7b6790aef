"""A roundup and another draw of its week: what is offered, what is taken over, and what stays to the letter."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from articles.drafting.growing import growth, untold
from articles.drafting.making import make_roundup
from articles.drafting.roundup import Selected
from articles.models import Article, FaqEntry
from articles.revisions import newest_state
from articles.saving import save_article
from draws.clock import Week
from draws.models import Round
from tests.articles.drafting.desk import grow_url, offered, taken
from tests.factories import make_article, make_round, toronto

pytestmark = pytest.mark.django_db

TITLE = "Express Entry: 2,700 invitations in three draws, 4 to 6 July 2023"
WEEK = Week(2023, 27)
LAST = "256"


def last_draw(**fields):
    Round.objects.filter(number=LAST).update(**fields)


@pytest.fixture
def story(db, editor):
    """The roundup of a week, made before its last draw was public; readers have it since the day before that."""
    Article.objects.filter(week_start=WEEK.monday).update(week_start=None, kind="news")
    last_draw(published_at=None)
    article, _made = make_roundup(Selected(WEEK), TITLE, editor)
    article.status, article.published_at = "ready", toronto(2023, 7, 6, 18)
    article.body = article.body.replace("## Healthcare", "An editor's own line.  \n\n## Healthcare")
    save_article(article)
    last_draw(published_at=timezone.now())
    return Article.objects.get(pk=article.pk)


def in_hand(article):
    return newest_state(Article.objects.get(pk=article.pk))


def test_the_form_says_that_a_draw_is_not_told_of(client, story):
    html = client.get(f"/admin/articles/article/{story.pk}/change/").text
    assert "256 (French, 7 July 2023)" in html
    assert f'href="{grow_url(story)}"' in html


def test_everything_is_offered_and_ticked(client, story):
    response = client.get(grow_url(story))
    # The standfirst has live figures only, and grows by itself.
    assert offered(response) == (["headline", "section-256", "question-256"],) * 2
    changes = {change.key: change for change, _ticked in response.context["changes"]}
    assert changes["headline"].old == TITLE
    assert changes["headline"].new == "Express Entry: 5,000 invitations in four draws, 4 to 7 July 2023"
    assert changes["section-256"].new.startswith("## French-language proficiency\n\nOn [[round 256 date]]")


def test_what_is_taken_over_makes_a_revision_and_readers_see_nothing_of_it_yet(client, story, editor):
    before = story.body
    client.logout()
    page = client.get(story.get_absolute_url()).text
    client.force_login(editor)
    response = client.get(grow_url(story))
    keys, _ticked = offered(response)
    response = client.post(grow_url(story), taken(response, *keys), follow=True)
    assert "Readers see it when you publish the changes." in response.text
    story.refresh_from_db()
    assert story.body == before
    assert story.version == story.live_version + 1
    client.logout()
    assert client.get(story.get_absolute_url()).text.split("<main")[1] == page.split("<main")[1]
    state = in_hand(story)
    assert state.article.title == "Express Entry: 5,000 invitations in four draws, 4 to 7 July 2023"
    assert state.article.slug == story.slug
    # The clock of the new revision is the end of that week, since the week is past.
    assert state.article.record_at == toronto(2023, 7, 9, 23, 59, 59)
    assert [entry.question for entry in state.entries][-1] == (
        "How many invitations were issued in the draw for French on 7 July 2023?"
    )


def test_every_other_line_stays_as_it_was(client, story):
    response = client.get(grow_url(story))
    client.post(grow_url(story), taken(response, *offered(response)[0]))
    grown, before = in_hand(story).article.body.split("\n"), story.body.split("\n")
    section = [change for change, _t in response.context["changes"] if change.key == "section-256"][0].new
    place = grown.index("## French-language proficiency")
    added = section.split("\n")
    assert grown[place : place + len(added)] == added
    assert grown[:place] + grown[place + len(added) + 1 :] == before
    assert grown[place + len(added) + 1] == "## Questions and answers"


def test_the_new_draw_counts_after_publish_changes(client, story):
    response = client.get(grow_url(story))
    client.post(grow_url(story), taken(response, *offered(response)[0]))
    state = in_hand(story)
    save_article(state.article, entries=state.entries, tags=state.tags, seen=state.article.version)
    client.logout()
    html = client.get(story.get_absolute_url()).text
    assert "Express Entry: 5,000 invitations in four draws, 4 to 7 July 2023" in html
    assert '<a href="/draws/256/">' in html
    assert "from 439 to 511" in html


def test_only_what_is_ticked_is_taken_over(client, story):
    response = client.get(grow_url(story))
    client.post(grow_url(story), taken(response, "section-256"))
    state = in_hand(story)
    assert state.article.title == TITLE
    assert len(state.entries) == story.faq_entries.count()
    assert "## French-language proficiency" in state.article.body


def test_an_editors_own_headline_and_standfirst_are_offered_unticked(client, story):
    story.title, story.standfirst = "A week for the books", "Ours."
    save_article(story)
    keys, ticked = offered(client.get(grow_url(story)))
    assert keys[:2] == ["headline", "standfirst"]
    assert ticked == ["section-256", "question-256"]


def test_a_table_of_numbers_is_offered_its_new_draw(client, story):
    story.body = story.body.replace("[[draws week=2023-W27]]", "[[draws numbers=253,254,255]]")
    save_article(story)
    response = client.get(grow_url(story))
    keys, _ticked = offered(response)
    assert "table" in keys
    client.post(grow_url(story), taken(response, "table"))
    assert in_hand(story).article.body.startswith("[[draws numbers=253,254,255,256]]\n")


def test_nothing_is_saved_without_a_tick(client, story):
    response = client.get(grow_url(story))
    response = client.post(grow_url(story), taken(response))
    assert "Tick what is to be taken over. Nothing is saved yet." in response.text
    assert in_hand(story).article.version == story.version


def test_a_second_click_changes_nothing(client, story):
    sent = taken(client.get(grow_url(story)), "section-256", "headline")
    client.post(grow_url(story), sent)
    again = client.post(grow_url(story), sent, follow=True)
    assert "The story tells of every public draw of its week. Nothing was changed." in again.text
    assert in_hand(story).article.version == story.version + 1


def test_a_draw_withdrawn_meanwhile_is_not_added(client, story):
    sent = taken(client.get(grow_url(story)), "section-256")
    last_draw(withdrawn_at=timezone.now(), withdrawn_reason="Wrong.")
    client.post(grow_url(story), sent)
    assert in_hand(story).article.version == story.version
    assert untold(in_hand(story)) == []


def test_a_figure_corrected_meanwhile_is_shown_again(client, story):
    sent = taken(client.get(grow_url(story)), "headline")
    last_draw(invitations=2400)
    response = client.post(grow_url(story), sent)
    assert "have changed since this was offered. Nothing is saved; look again." in response.text
    assert "5,100 invitations" in response.text
    assert in_hand(story).article.version == story.version


def test_what_somebody_saved_meanwhile_is_kept(client, story):
    sent = taken(client.get(grow_url(story)), "section-256")
    story.description = "Somebody else's."
    save_article(story, live=False)
    response = client.post(grow_url(story), sent)
    assert "Nothing is saved; look again." in response.text
    state = in_hand(story)
    assert state.article.description == "Somebody else's."
    assert "French-language" not in state.article.body


def test_another_persons_form_gets_no_comparison(client, story, editor):
    editor.user_permissions.remove(Permission.objects.get(codename="change_article"))
    assert client.get(grow_url(story)).status_code == 403
    assert client.post(grow_url(story), {"digest": ""}).status_code == 403
    assert client.get("/admin/articles/article/999999/grow/").status_code == 404


def test_a_complete_story_and_other_articles_have_nothing_to_add(client, editor):
    complete = Article.objects.get(slug="5000-invitations-in-four-draws-4-to-7-july-2023")
    assert untold(newest_state(complete)) == []
    assert "tells of every public draw" in client.get(grow_url(complete)).text
    assert growth(newest_state(make_article(kind="news"))).changes == []
    withdrawn = make_article("w", week_start=WEEK.monday, status="withdrawn", withdrawn_reason="-")
    assert untold(newest_state(withdrawn)) == []


def test_an_old_article_is_the_same_after_a_new_draw(client, editor):
    """Whatever is public later, readers get what they had in July 2023: text, table, questions, computed answers."""
    old = Article.objects.get(slug="5000-invitations-in-four-draws-4-to-7-july-2023")
    entry = FaqEntry(article=old, template="invitations year=2023", order=90)
    save_article(old, entries=[*old.faq_entries.in_order(), entry])
    client.logout()
    before = prose(client, old)
    assert "Up to 8 July 2023, the record of 2023 has" in before
    make_round("1001", "french", day=toronto(2023, 7, 9).date())
    make_round("1002", "french", day=timezone.localdate() - timedelta(days=1))
    assert prose(client, old) == before


def prose(client, article):
    page = client.get(article.get_absolute_url()).text
    return page[page.index('<div class="standfirst">') : page.index("</article>")]
