"""Which models readers see, and when a page changes by itself."""

from datetime import timedelta

import pytest
from django.apps import apps

from draws.clock import CHECK_MAX_AGE
from draws.models import SyncRun
from eedraws.freshness import PRIVATE, PUBLIC, next_due
from tests.factories import make_article, make_round, toronto

NOON = toronto(2026, 11, 3, 12)


def test_every_model_is_public_or_private():
    models = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    # The package of the search has this one where the database is SQLite, and only there.
    models.add("modelsearch.SQLiteFTSIndexEntry")
    assert models == PUBLIC | PRIVATE
    assert not PUBLIC & PRIVATE


@pytest.mark.django_db
class TestNextDue:
    def test_is_midnight_in_toronto_at_the_latest(self):
        assert next_due(NOON) == toronto(2026, 11, 4)

    def test_is_the_moment_of_a_scheduled_article(self):
        make_article("early", published_at=NOON - timedelta(hours=1))
        make_article("soon", published_at=NOON + timedelta(hours=2))
        make_article("later", published_at=NOON + timedelta(hours=3))
        assert next_due(NOON) == NOON + timedelta(hours=2)

    def test_is_the_moment_at_which_a_draw_becomes_public(self):
        make_round("448", published_at=NOON + timedelta(minutes=5))
        assert next_due(NOON) == NOON + timedelta(minutes=5)

    def test_is_the_moment_at_which_the_record_is_too_old(self):
        SyncRun.objects.create(
            is_official=True,
            outcome=SyncRun.Outcome.TAKEN,
            started_at=NOON - CHECK_MAX_AGE + timedelta(hours=1),
        )
        assert next_due(NOON) == NOON + timedelta(hours=1)
