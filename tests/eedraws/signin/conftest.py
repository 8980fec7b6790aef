import pytest

from tests.factories import make_app, make_person


@pytest.fixture
def required(settings):
    """A site that asks for a second factor, as in production."""
    settings.SECOND_FACTOR = True


@pytest.fixture
def ann(db):
    return make_person("Writer", "ann", first_name="Ann")


@pytest.fixture
def app(ann):
    """The authenticator app of Ann."""
    return make_app(ann)
