"""Questions from the record on the newsroom's forms."""

import json

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from articles.drafting.making import make_roundup
from articles.drafting.pins import moved_on
from articles.drafting.roundup import Selected
from articles.models import FaqEntry
from articles.saving import save_entry
from draws.clock import Week
from tests.articles.test_admin import errors, posted
from tests.factories import make_editor, make_round

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/faqentry/add/"


def sent(response):
    """What a browser sends for a form of a site-wide question that it was given."""
    form = response.context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in (None, False)}


def change_url(entry):
    return reverse("admin:articles_faqentry_change", args=[entry.pk])


def test_choices_are_of_this_year_and_of_types_that_have_had_draws(client, editor):
    html = client.get(ADD).text
    year = timezone.localdate().year
    assert f'<option value="lowest year={year}">What is the lowest cut-off of {year} so far?</option>' in html
    assert f'<option value="invitations year={year} category=french">' in html
    assert '<optgroup label="Provincial nominees">' in html
    assert "category=researchers" not in html


def test_question_and_answer_are_filled_in(client, editor):
    response = client.post(
        ADD, {"template": "latest category=french", "question": "", "answer": "", "order": 5}
    )
    assert response.status_code == 302
    entry = FaqEntry.objects.get(template="latest category=french")
    assert entry.question == "When was the newest draw for French-language proficiency in the record?"
    assert "[[round 437 link]]" in entry.answer
    assert entry.references.filter(round__number="437").exists()


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("lowst year=2026", "There is no question “lowst”. Did you mean lowest?"),
        ("latest category=frensh", "There is no type of draw “frensh”. Did you mean french?"),
    ],
)
def test_an_unknown_question_is_an_error(client, editor, template, message):
    response = client.post(ADD, {"template": template, "question": "", "answer": "", "order": 5})
    assert message in errors(response)["template"]
    assert template in response.text


def test_without_a_question_from_the_record_both_are_asked_for(client, editor):
    found = errors(client.post(ADD, {"template": "", "question": "", "answer": "", "order": 5}))
    assert found["question"] == found["answer"] == "This field is required."


def test_own_words_are_not_thrown_away_but_asked_to_be_pinned(client, editor):
    own = {"template": "latest", "question": "When?", "answer": "Lately.", "order": 5}
    response = client.post(ADD, own)
    assert "or keep your wording." in errors(response)["answer"]
    assert "Lately.</textarea>" in response.text
    assert client.post(ADD, own | {"pinned": "on"}).status_code == 302
    entry = FaqEntry.objects.get(template="latest")
    assert (entry.question, entry.answer) == ("When?", "Lately.")
    assert "draw 447" in entry.computed


def test_a_form_that_was_open_while_a_draw_came_saves_the_new_answer(client, editor):
    entry = save_entry(FaqEntry(template="latest"))
    form = sent(client.get(change_url(entry)))
    make_round(day=timezone.localdate())
    assert client.post(change_url(entry), form).status_code == 302
    entry.refresh_from_db()
    assert "[[round 448 link]]" in entry.answer


def test_a_warning_stands_beside_a_pinned_answer_that_the_record_has_left(client, editor):
    entry = save_entry(FaqEntry(template="latest", pinned=True, question="When?", answer="Lately."))
    assert "The record has moved on." not in client.get(change_url(entry)).text
    make_round(day=timezone.localdate())
    response = client.get(change_url(entry))
    assert "The record has moved on." in response.text
    assert "It now answers: “The newest in the record is draw 448" in response.text
    form = sent(response)
    client.post(change_url(entry), form)
    assert moved_on() == [entry]
    client.post(change_url(entry), form | {"stands": "on"})
    assert moved_on() == []
    assert "The record has moved on." not in client.get(change_url(entry)).text


def test_another_question_from_the_record_is_pinned_anew(client, editor):
    entry = save_entry(FaqEntry(template="latest", pinned=True, question="When?", answer="Lately."))
    form = sent(client.get(change_url(entry))) | {"template": "latest category=cec"}
    client.post(change_url(entry), form)
    entry.refresh_from_db()
    assert "draw 446" in entry.computed


def test_a_spoilt_origin_is_no_error(client, editor):
    for origin in ("{", "[]", json.dumps({"computed": 5, "template": "latest"})):
        FaqEntry.objects.filter(template="latest").delete()
        form = {
            "template": "latest",
            "question": "When?",
            "answer": "a",
            "pinned": "on",
            "order": 1,
            "origin": origin,
        }
        assert client.post(ADD, form).status_code == 302


def test_an_articles_questions_are_chosen_pinned_and_kept_in_its_revisions(client, editor):
    entries = [
        {"template": "invitations year=2026", "question": "", "answer": ""},
        {"template": "latest", "question": "When?", "answer": "Lately.", "pinned": "on"},
    ]
    assert client.post("/admin/articles/article/add/", posted(entries)).status_code == 302
    first, second = FaqEntry.objects.filter(article__slug="trades-again").in_order()
    assert first.question.endswith(" in 2026?")
    assert second.pinned
    assert "draw 447" in second.computed
    content = second.article.revisions.get().content["questions"]
    assert [(item["template"], item["pinned"]) for item in content] == [
        ("invitations year=2026", False),
        ("latest", True),
    ]
    html = client.get(reverse("admin:articles_article_change", args=[second.article.pk])).text
    assert '<option value="invitations year=2026" selected>' in html


def test_two_questions_that_come_out_the_same_are_an_error(client, editor):
    twice = [{"template": "latest", "question": "", "answer": ""}] * 2
    found = errors(client.post("/admin/articles/article/add/", posted(twice)))
    assert found["question"] == "This question is asked already."


def test_a_drafted_roundup_is_saved_again_from_its_form(client, editor):
    article, _made = make_roundup(Selected(Week(2023, 43)), "A week", editor)
    response = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    data = {}
    forms = [response.context["adminform"].form, *response.context["inline_admin_formsets"][0].formset.forms]
    for form in (*forms, response.context["inline_admin_formsets"][0].formset.management_form):
        for name in form.fields:
            value = form[name].value()
            if value not in (None, False, ""):
                data[form.add_prefix(name)] = value
    assert client.post(reverse("admin:articles_article_change", args=[article.pk]), data).status_code == 302
    article.refresh_from_db()
    assert article.version == 2
    assert [entry.template for entry in article.faq_entries.in_order()] == [
        *[""] * 3,
        "invitations year=2023",
    ]


def test_the_form_that_scripts_copy_has_the_choices(client, editor):
    html = client.get("/admin/articles/article/add/").text
    select = html[html.index('name="faq_entries-__prefix__-template"') :]
    assert '<option value="latest">' in select[: select.index("</select>")]


def test_who_may_only_look_sees_questions_as_they_are(client):
    reader = make_editor("reader")
    reader.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(reader)
    entry = save_entry(FaqEntry(template="latest"))
    assert "[[round 447 link]]" in client.get(change_url(entry)).text
    article = FaqEntry.objects.exclude(article=None).first().article
    assert client.get(reverse("admin:articles_article_change", args=[article.pk])).status_code == 200
