"""People of the newsroom, and a noon at which the record is public."""

import pytest
import time_machine

from tests.eedraws.newsroom import NOON
from tests.factories import make_person, make_superuser, publish_record


@pytest.fixture
def administrator(client):
    administrator = make_person("Administrator")
    client.force_login(administrator)
    return administrator


@pytest.fixture
def ann(db):
    return make_person("Writer", "ann", first_name="Ann", last_name="Lee")


@pytest.fixture
def chief(client):
    chief = make_superuser()
    client.force_login(chief)
    return chief


@pytest.fixture
def noon(db):
    publish_record()
    with time_machine.travel(NOON, tick=False):
        yield
