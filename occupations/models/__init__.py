from .categories import Category, CategoryVersion, Listing, SeriesLabel
from .classification import Occupation, OccupationTitle
from .corrections import ListCorrection
from .searched import SearchMark

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
