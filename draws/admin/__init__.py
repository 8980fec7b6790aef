from .feed import HeldRowAdmin, ProposedCorrectionAdmin, RoundCorrectionAdmin, SyncRunAdmin
from .pool import PoolDistributionAdmin
from .rounds import RoundAdmin

__all__ = [
    "HeldRowAdmin",
    "PoolDistributionAdmin",
    "ProposedCorrectionAdmin",
    "RoundAdmin",
    "RoundCorrectionAdmin",
    "SyncRunAdmin",
]
