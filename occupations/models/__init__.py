from .categories import Category, CategoryVersion, Listing, SeriesLabel
from .classification import Occupation, OccupationTitle

__all__ = [
    "Category",
    "CategoryVersion",
    "Listing",
    "Occupation",
    "OccupationTitle",
    "SeriesLabel",
]
