from .classification import OccupationAdmin
from .listings import ListCorrectionAdmin, ListingAdmin
from .versions import CategoryAdmin, CategoryVersionAdmin, SeriesLabelAdmin

__all__ = [
    "CategoryAdmin",
    "CategoryVersionAdmin",
    "ListCorrectionAdmin",
    "ListingAdmin",
    "OccupationAdmin",
    "SeriesLabelAdmin",
]
