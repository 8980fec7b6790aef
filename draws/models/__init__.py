from .pool import PoolBand, PoolDistribution
from .rounds import Round

__all__ = ["PoolBand", "PoolDistribution", "Round"]
