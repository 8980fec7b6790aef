"""Occupations by NOC code, by official title and by the job titles that people use, best first.

What forgives is pure: `matching` over an `index` of all titles. `current` keeps the index of this process.
"""

from .current import near_titles, prepare, search, search_all
from .model import Fit, JobTitle, Match

__all__ = ["Fit", "JobTitle", "Match", "near_titles", "prepare", "search", "search_all"]
