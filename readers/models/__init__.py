from .counts import CountedLog, MissedAddress, MissedSearch, ReadCount
from .messages import ReaderMessage

__all__ = ["CountedLog", "MissedAddress", "MissedSearch", "ReadCount", "ReaderMessage"]
