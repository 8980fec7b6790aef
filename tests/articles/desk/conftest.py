import pytest

from tests.articles.desk.engine import install
from tests.articles.desk.plain_reader import failing_reader, plain_reader

__all__ = ["failing_reader", "plain_reader"]


@pytest.fixture
def engine(monkeypatch):
    return install(monkeypatch)
