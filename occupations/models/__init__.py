from .categories import Category
from .classification import Occupation, OccupationTitle
from .corrections import ListCorrection
from .listings import Listing
from .searched import SearchMark
from .versions import CategoryVersion, SeriesLabel

__all__ = [
    "Category",
    "CategoryVersion",
    "ListCorrection",
    "Listing",
    "Occupation",
    "OccupationTitle",
    "SearchMark",
    "SeriesLabel",
]
