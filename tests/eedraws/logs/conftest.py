import io
import logging

import pytest

from eedraws.logs.formats import FORMATTERS


@pytest.fixture(params=sorted(FORMATTERS))
def logged(request, settings):
    """Return a function that gives all that was logged, in the way of production: as lines, and as JSON."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(FORMATTERS[request.param]())
    root, requests = logging.getLogger(), logging.getLogger("eedraws.requests")
    usual = requests.level
    root.addHandler(handler)
    requests.setLevel(logging.INFO)
    settings.LOG_REQUESTS = True
    yield written.getvalue
    root.removeHandler(handler)
    requests.setLevel(usual)
