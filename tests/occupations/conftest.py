import pytest

from occupations.models import CategoryVersion


@pytest.fixture
def transport(db):
    """The list of transport that is in force."""
    return CategoryVersion.objects.get(category__slug="transport", number=2)
