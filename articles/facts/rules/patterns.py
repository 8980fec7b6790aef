"""Regular expressions over text whose markup is blanked out: a space in one stands for any white space. Pure: no Django."""

import re
from functools import lru_cache

_SPACE = re.compile(r"(\\.|\[(?:\\.|[^\]\\])*\])| (\?)?")


@lru_cache(maxsize=2048)
def compiled(source: str) -> re.Pattern[str]:
    """Compile an expression in which a space means one or more characters of white space, and " ?" none or more.

    Spaces within square brackets mean themselves. Raises re.error.
    """
    return re.compile(_SPACE.sub(lambda found: found[1] or (r"\s*" if found[2] else r"\s+"), source))
