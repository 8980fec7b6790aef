from .counts import MissedAddressAdmin, MissedSearchAdmin, ReadCountAdmin
from .messages import ReaderMessageAdmin

__all__ = ["MissedAddressAdmin", "MissedSearchAdmin", "ReadCountAdmin", "ReaderMessageAdmin"]
