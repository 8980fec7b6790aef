from .pool import PoolDistributionAdmin
from .rounds import RoundAdmin

__all__ = ["PoolDistributionAdmin", "RoundAdmin"]
