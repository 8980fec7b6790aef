"""Whether everything is looked at in every way, which takes more minutes than a change can wait: THOROUGH=1, as in .ci/run.

Tests with the mark `thorough` run only then; those with the mark `longer` look at more then.
"""

import os

import pytest

THOROUGH = bool(os.environ.get("THOROUGH"))

# A journey with scripts, and without: those who have none come the same way.
SCRIPTS = [
    pytest.param(True, id="with scripts"),
    pytest.param(False, id="without scripts", marks=pytest.mark.thorough),
]
