from .corrections import RoundCorrection
from .feed import HeldRow, ProposedCorrection, SyncRun
from .pool import PoolBand, PoolDistribution
from .rounds import Round

__all__ = [
    "HeldRow",
    "PoolBand",
    "PoolDistribution",
    "ProposedCorrection",
    "Round",
    "RoundCorrection",
    "SyncRun",
]
