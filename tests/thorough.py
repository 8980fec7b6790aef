"""Whether everything is looked at in every way, which takes more minutes than a change can wait: THOROUGH=1, as in .ci/run.

Tests with the mark `thorough` run only then; those with the mark `longer` look at more then.
"""

import os

THOROUGH = bool(os.environ.get("THOROUGH"))
