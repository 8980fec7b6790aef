"""Pictures of articles: proved by their content, made anew, kept in the widths that pages need.

`reading` and `renditions` know bytes and pixels only; `keeping` is the one way into the storage, `discarding` the one out.
"""

from .discarding import InUse, discard, users_of
from .keeping import NotKept, keep
from .reading import Refused

__all__ = ["InUse", "NotKept", "Refused", "discard", "keep", "users_of"]
