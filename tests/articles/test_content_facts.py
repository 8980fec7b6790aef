"""The texts that come with the site, read by the fact desk: nothing contradicts the record, and nothing is accused wrongly."""

import json

import pytest
from django.core.management import call_command

from articles.models import FactCheck, StatedClaim

pytestmark = pytest.mark.django_db


def test_nothing_that_readers_have_contradicts_the_record(capsys):
    call_command("check_facts", "--json")
    assert json.loads(capsys.readouterr().out) == []
    check = FactCheck.objects.get()
    assert (check.contradicted, check.overtaken, check.failed) == (0, 0, 0)


def test_what_they_state_is_remembered_when_they_are_loaded():
    named = StatedClaim.objects.resting_on([("round", "255")])
    slugs = set(named.values_list("article__slug", flat=True))
    assert "5000-invitations-in-four-draws-4-to-7-july-2023" in slugs
