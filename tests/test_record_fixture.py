"""The database that tests start from: see docs/testing.md."""

import pytest

from draws.models import Round
from occupations.models import Occupation
from tests.conftest import put_record_back


def test_record_is_loaded(db):
    assert Round.objects.get(number="255").crs_cutoff == 463


def test_empty_record_has_no_rows(empty_record):
    assert not Round.objects.exists()
    assert not Occupation.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_record_comes_back_after_a_test_that_commits():
    Round.objects.filter(number="255").update(crs_cutoff=1)
    put_record_back()
    assert Round.objects.get(number="255").crs_cutoff == 463
