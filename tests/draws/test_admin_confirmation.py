"""The page between saving a draw and its publication."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.utils import timezone

from draws.admin.words import REMARKS, between, remark
from draws.ircc import Reason
from draws.models import PoolDistribution, Round
from draws.publishing import publish
from draws.reasons import REASONS
from draws.unusual import Kind, Unusual
from tests.factories import make_round

pytestmark = pytest.mark.django_db

LIST = "/admin/draws/round/"


@pytest.fixture
def draft():
    """A draw of provincial nominees, as an editor has just saved it."""
    return make_round("448", "pnp", published_at=None, crs_cutoff=733, invitations=702)


def confirmation(round):
    return f"/admin/draws/round/{round.pk}/confirm/"


def staff(*codenames):
    user = get_user_model().objects.create_user("staff", password="a long password", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


def test_the_figures_stand_beside_those_of_the_last_draw_of_the_type(client, editor, draft):
    response = client.get(confirmation(draft))
    assert response.context["last"].number == "445"
    page = " ".join(response.content.decode().split())
    assert "<dd>733</dd>" in page
    assert "<dd>702</dd>" in page
    assert "<dd>725</dd>" in page
    assert "8 points higher than draw 445" in page
    assert page.count("includes 600 points for the nomination") == 2
    assert "Tuesday 13 October 2026" in page


def test_the_last_draw_of_the_type_is_one_that_readers_see(client, editor, draft):
    make_round("444a", "pnp", day=date(2026, 10, 6), published_at=None)
    make_round(
        "444b", "pnp", day=date(2026, 10, 7), withdrawn_at=timezone.now(), withdrawn_reason="Entered twice."
    )
    assert client.get(confirmation(draft)).context["last"].number == "445"


def test_moments_stand_in_toronto_time_with_utc_beside(client, editor):
    page = client.get(confirmation(Round.objects.get(number="255"))).content.decode()
    assert "6 July 2023, 10:25 a.m. EDT (14:25:05 UTC)" in page


def test_a_draw_like_the_others_has_no_remarks(client, editor, draft):
    page = client.get(confirmation(draft)).content.decode()
    assert "Look twice" not in page


def test_an_unusual_draw_has_a_remark_for_each_unusual_thing(client, editor):
    draft = make_round(
        "450", "cec", day=date(2026, 10, 10), published_at=None, crs_cutoff=75, invitations=27332
    )
    response = client.get(confirmation(draft))
    assert response.context["remarks"] == [
        "The cut-off of 75 is far below the recent ones of its type: from 514 to 523.",
        "27,332 invitations are more than twice what recent draws of this type had: from 1,000 to 4,000.",
        "The date, 10 October 2026, is on a weekend.",
        "A number is skipped: the draw numbered before it is 447.",
    ]
    assert "Look twice" in response.content.decode()


def test_the_first_draw_of_a_type_stands_alone(client, editor):
    page = client.get(confirmation(make_round("448", "researchers", published_at=None))).content.decode()
    assert "There is none." in page
    assert "No draw of this type is in the record before this one." in page


def test_publishing_makes_it_public_everywhere_at_once(client, editor, draft):
    assert not Round.objects.public_record().filter(pk=draft.pk).exists()
    assert client.get("/draws/448/").status_code == 404
    response = client.post(confirmation(draft), follow=True)
    assert "Draw 448 is public, everywhere on the site." in [str(m) for m in response.context["messages"]]
    assert Round.objects.public_record().newest_first().first() == draft
    assert client.get("/draws/448/").status_code == 200
    page = response.content.decode()
    assert "Publish draw" not in page
    assert 'href="/draws/448/"' in page


def test_publishing_is_in_the_history_with_who_did_it(client, editor, draft):
    client.post(confirmation(draft))
    state = draft.history.first()
    assert (state.history_change_reason, state.history_user) == ("Published", editor)
    assert LogEntry.objects.get(object_id=draft.pk).change_message == "Published."


def test_publishing_twice_keeps_the_first_moment(client, editor, draft):
    client.post(confirmation(draft))
    first = Round.objects.get(pk=draft.pk).published_at
    client.post(confirmation(draft))
    assert Round.objects.get(pk=draft.pk).published_at == first


def test_publishing_can_take_its_moment(draft):
    moment = timezone.now() - timedelta(days=1)
    assert publish(draft.pk, at=moment).published_at == moment


def test_looking_at_the_page_publishes_nothing(client, editor, draft):
    client.get(confirmation(draft))
    client.head(confirmation(draft))
    assert Round.objects.get(pk=draft.pk).published_at is None


def test_a_form_without_its_token_publishes_nothing(editor, draft, client):
    client.handler.enforce_csrf_checks = True
    assert client.post(confirmation(draft)).status_code == 403
    assert Round.objects.get(pk=draft.pk).published_at is None


def test_a_draw_that_breaks_a_rule_by_now_is_not_published(client, editor, draft):
    make_round("449", "pnp", crs_cutoff=733, invitations=702)
    response = client.post(confirmation(draft), follow=True)
    assert Round.objects.get(pk=draft.pk).published_at is None
    assert [str(m) for m in response.context["messages"]] == [
        "Draw 449 is in the record already with the same type, date, invitations and cut-off."
    ]


def test_a_withdrawn_draw_is_shown_as_such_and_not_published(client, editor):
    gone = make_round(published_at=None, withdrawn_at=timezone.now(), withdrawn_reason="Entered twice.")
    page = client.get(confirmation(gone)).content.decode()
    assert "Withdrawn: Entered twice." in page
    assert "Publish draw" not in page
    assert client.post(confirmation(gone)).status_code == 404


def test_an_unknown_draw_is_not_found(client, editor):
    assert client.get("/admin/draws/round/999999/confirm/").status_code == 404


def test_publishing_takes_the_permission_to_change(client, draft):
    client.force_login(staff("view_round", "add_round"))
    assert "Publish draw" not in client.get(confirmation(draft)).content.decode()
    assert client.post(confirmation(draft)).status_code == 403
    assert Round.objects.get(pk=draft.pk).published_at is None


def test_the_page_takes_the_permission_to_view(client, draft):
    client.force_login(staff("view_occupation"))
    assert client.get(confirmation(draft)).status_code == 403


def test_visitors_are_asked_to_log_in(client, draft):
    for response in (client.get(confirmation(draft)), client.post(confirmation(draft))):
        assert response.headers["Location"].startswith("/admin/login/")


def test_the_page_names_the_other_draws_that_wait(client, editor, draft):
    other = make_round("449", published_at=None)
    page = client.get(confirmation(draft)).content.decode()
    assert f'<a href="{confirmation(other)}">Draw 449, Canadian Experience Class, 13 October 2026</a>' in page


def test_the_lists_action_leads_one_draw_to_its_check(client, editor, draft):
    chosen = {"action": "check_and_publish", "_selected_action": [draft.pk]}
    assert client.post(LIST, chosen).headers["Location"] == confirmation(draft)
    assert Round.objects.get(pk=draft.pk).published_at is None


def test_the_lists_action_takes_one_draw_at_a_time(client, editor, draft):
    chosen = {
        "action": "check_and_publish",
        "_selected_action": [draft.pk, Round.objects.get(number="447").pk],
    }
    response = client.post(LIST, chosen, follow=True)
    assert "Choose one draw" in str(list(response.context["messages"])[0])


def test_every_reason_and_remark_has_its_sentence():
    assert set(REASONS) == set(Reason)
    assert set(REMARKS) == set(Kind)
    values = {"value": 75, "low": 507, "high": 519, "draws": 10, "days": 200, "number": "447"}
    for kind in Kind:
        assert "%" not in remark(Unusual(kind, values | {"date": date(2026, 10, 1)}))


def test_a_range_of_one_value_is_that_value():
    assert between(500, 500) == "500"
    assert between(2000, 3000) == "from 2,000 to 3,000"


@pytest.mark.parametrize(
    ("number", "fields", "words", "where"),
    [
        ("448", {}, "Add tie-break or pool", "#id_tie_breaking_text"),
        ("448", {"pool": "newest"}, "Add the tie-break", "#id_tie_breaking_text"),
        ("448", {"tie_breaking_text": "October 7 at 16:38:21 UTC"}, "Add the count of the pool", "#id_pool"),
    ],
)
def test_a_public_draw_is_asked_for_what_followed_later(client, editor, number, fields, words, where):
    if "pool" in fields:
        fields = {"pool": PoolDistribution.objects.first()}
    public = make_round(number, **fields)
    page = client.get(confirmation(public)).text
    assert f'<a class="button" href="/admin/draws/round/{public.pk}/change/{where}">{words}</a>' in page
    assert f'id="{where[1:]}"' in client.get(f"/admin/draws/round/{public.pk}/change/").text


def test_a_whole_draw_is_asked_for_nothing(client, editor):
    page = client.get(confirmation(Round.objects.get(number="447"))).text
    assert "Add the" not in page
    assert "Add tie-break" not in page


def test_a_draw_that_waits_has_no_next_steps(client, editor, draft):
    assert "Add tie-break" not in client.get(confirmation(draft)).text


def test_next_steps_take_the_permission_to_change(client):
    client.force_login(staff("view_round"))
    assert "Add tie-break" not in client.get(confirmation(make_round())).text
