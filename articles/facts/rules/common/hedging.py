"""Words by which something is not told as what happened, as alternatives of expressions. Pure: no Django."""

import re

from .patterns import compiled

# The verb: "may" alone is the month more often.
MAY = r"may (?:be|have|well|not|also|still|yet|soon|come|go|get|fall|rise|see|bring|follow|wait|need|take|want|apply|reach|drop|hold|return|change)"
# What is to come, or may be.
HYPOTHETICAL = rf"will|would|{MAY}|might|could"
SUPPOSED = rf"{HYPOTHETICAL}|if|whether"
FORESEEN = r"expect\w*|predict\w*|forecast\w*"


def hedged(*words: str) -> re.Pattern[str]:
    """Return an expression for what denies, supposes or foresees something, and for other words, which are alternatives too."""
    return compiled(rf"\b(?:{'|'.join(('not|never', SUPPOSED, FORESEEN, *words))})\b|n['’]t\b")
