"""What an editor is led to after publication: the stories of another app, where it offers them."""

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import include, path

from tests.factories import make_round

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def page(request):
    return HttpResponse()


stories = [
    path("flash/<int:pk>/", page, name="articles_article_flash"),
    path("roundup/<str:week>/", page, name="articles_article_roundup"),
    path("change/<int:pk>/", page, name="draws_round_change"),
]
urlpatterns = [path("", include((stories, "admin")))]


def steps(round, *, may_write):
    context = {
        "round": round,
        "week": "2026-W42",
        "may_publish": True,
        "perms": {"articles": {"add_article": may_write}},
    }
    return render_to_string("admin/draws/round/next_steps.html", context)


def test_a_public_draw_leads_to_its_flash_and_the_roundup_of_its_week():
    round = make_round()
    html = steps(round, may_write=True)
    assert f'<a class="button default" href="/flash/{round.pk}/">Publish a flash</a>' in html
    assert '<a class="button" href="/roundup/2026-W42/">Write the roundup of the week</a>' in html


def test_stories_are_for_those_who_may_write_them():
    html = steps(make_round(), may_write=False)
    assert "flash" not in html
    assert "roundup" not in html
    assert "Add tie-break or pool" in html
