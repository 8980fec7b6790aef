"""Whether every state of every page is looked at in every way, which takes minutes: THOROUGH=1, as in .ci/run."""

import os

THOROUGH = bool(os.environ.get("THOROUGH"))
