"""The record as the desk reads it."""

import os
import subprocess
import sys
from datetime import date
from threading import Event, Thread

import pytest
from django.utils import timezone

from articles.desk import snapshot
from articles.desk.snapshot import SNAPSHOT
from articles.models import StopPhrase
from draws.models import Round
from occupations.models import CategoryVersion, Listing, OccupationTitle
from tests.factories import make_held_row, make_round, make_sync_run, toronto

pytestmark = pytest.mark.django_db


def record():
    return SNAPSHOT.record()


def draw(number):
    return next(draw for draw in record().draws if draw.number == number)


def test_holds_draws_oldest_first_with_what_they_said():
    draws = record().draws
    assert len(draws) == 448
    assert [draw.number for draw in draws[:2]] == ["1", "2"]
    found = draw("255")
    assert (found.date, found.category, found.version) == (date(2023, 7, 6), "healthcare", 1)
    assert (found.invitations, found.crs_cutoff, found.address) == (1500, 463, "/draws/255/")
    assert found.tie_breaking_at == Round.objects.get(number="255").tie_breaking_at


def test_holds_versions_with_criteria_and_lists():
    versions = {(version.category, version.number): version for version in record().versions}
    healthcare = versions["healthcare", 1]
    assert (healthcare.valid_from, healthcare.months_required, healthcare.in_canada) == (
        date(2023, 5, 31),
        6,
        False,
    )
    assert len(healthcare.codes) == 35
    assert healthcare.codes["31301"]
    assert healthcare.address == "/categories/healthcare/v1/"
    assert versions["french", 1].codes is None
    assert versions["french", 1].nclc_min == 7
    assert versions["cec", 1].address == "/categories/cec/"


def test_a_list_that_is_awaited_is_not_an_empty_one():
    CategoryVersion.objects.filter(category__slug="researchers").update(list_awaited=True, has_list=True)
    Listing.objects.filter(version__category__slug="researchers").delete()
    assert all(version.codes is None for version in record().versions if version.category == "researchers")


def test_holds_occupations_and_everyday_titles():
    found = record()
    assert found.occupations["73300"].title == "Transport truck drivers"
    assert found.occupations["73300"].address == "/occupations/73300/"
    assert "72300" in found.titles["plumber"]
    assert found.category_names["cec"] == "Canadian Experience Class"


def test_holds_points_and_phrases_in_use():
    StopPhrase.objects.create(pattern="synthetic words", reason="None.", active=False)
    found = record()
    assert {points.points for points in found.points if "job offer" in points.words} == {50, 200, 600}
    patterns = {phrase.pattern for phrase in found.phrases}
    assert r"\bloopholes?\b" in patterns
    assert "synthetic words" not in patterns


def test_is_the_same_object_until_something_changes(django_assert_num_queries):
    first = record()
    with django_assert_num_queries(6):
        assert record() is first


@pytest.mark.parametrize(
    "change",
    [
        lambda: make_round("449"),
        lambda: Round.objects.filter(number="255").update(crs_cutoff=464),
        lambda: CategoryVersion.objects.filter(category__slug="cec").update(months_required=12),
        lambda: Listing.objects.first().delete(),
        lambda: StopPhrase.objects.create(pattern="synthetic words", reason="None."),
        lambda: OccupationTitle.objects.filter(title="plumber").delete(),
    ],
    ids=["draw", "correction", "criterion", "list", "phrase", "title"],
)
def test_follows_every_change(change):
    before = record()
    change()
    assert record() is not before


def test_has_no_draw_that_the_public_may_not_see():
    make_round("449", published_at=None)
    Round.objects.filter(number="255").update(withdrawn_at=timezone.now(), withdrawn_reason="Synthetic.")
    numbers = {draw.number for draw in record().draws}
    assert not {"449", "255"} & numbers


def test_reaches_to_the_newest_draw_or_to_the_last_check_that_left_nothing():
    assert record().complete_to == date(2026, 10, 1)
    make_sync_run(started_at=toronto(2026, 10, 9, 12), is_official=True, outcome="taken")
    assert record().complete_to == date(2026, 10, 9)
    make_held_row("Tech talent")
    assert record().complete_to == date(2026, 10, 1)


def test_of_nothing_is_empty(empty_record):
    found = record()
    assert (found.draws, found.versions, found.complete_to) == ((), (), None)


def test_is_prepared_once_somebody_is_in_the_newsroom(client, editor, monkeypatch):
    wanted, prepared = Event(), Event()
    monkeypatch.setattr(snapshot, "WANTED", wanted)
    monkeypatch.setattr(SNAPSHOT, "record", prepared.set)
    thread = Thread(target=snapshot.prepare, daemon=True)
    thread.start()
    client.logout()
    client.get("/")
    client.get("/admin/login/")
    assert not prepared.is_set()
    client.force_login(editor)
    client.get("/admin/")
    thread.join(60)
    assert prepared.is_set()


def test_a_process_that_serves_readers_alone_does_not_load_the_engine():
    code = (
        "import sys, django; django.setup()\n"
        "from django.urls import get_resolver; get_resolver().url_patterns\n"
        "print([name for name in sys.modules if name.startswith(('articles.facts.rules', 'articles.facts.reading'))])\n"
        "from articles.desk.snapshot import engine; engine()\n"
        "print('articles.facts.rules' in sys.modules)\n"
    )
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "eedraws.settings"}
    said = subprocess.run(
        [sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True
    )
    assert said.stdout.split("\n")[:2] == ["[]", "True"]
