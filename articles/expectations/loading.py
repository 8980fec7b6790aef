"""Loading of the forecasts that come with the site from a data file."""

from pathlib import Path

from articles.models import Expectation
from core.loading import Report, read_rows, take_in
from occupations.models import Category

KEY = ("source_url", "category", "kind", "window_from")
TEXTS = ("source_name", "source_title", "source_url", "source_note", "kind", "position", "text")
DAYS = ("source_date", "window_from", "window_to")
CUTOFFS = ("low", "high")
COLUMNS = {name: name for name in (*TEXTS, *DAYS, *CUTOFFS, "category", "other_category")}


def load_expectations(path: Path, report: Report) -> None:
    """Load forecasts of others. They count as entered now, and as made on the day of their page where it has one."""
    types = {category.slug: category for category in Category.objects.all()}
    elsewhere = Expectation.objects.filter(article__isnull=True).select_related("category", "other_category")
    known = {_key(expectation): expectation for expectation in elsewhere}
    for row in read_rows(path, COLUMNS):
        fresh = Expectation(
            category=row.among("category", types, "type of draw"),
            other_category=row.among("other_category", types | {"": None}, "type of draw"),
            **{name: row.text(name) for name in TEXTS},
            **{name: row.day(name) for name in DAYS},
            **{name: row.integer(name) for name in CUTOFFS},
        )
        known[_key(fresh)] = take_in(row, known.get(_key(fresh)), fresh, COLUMNS, report)


def _key(expectation: Expectation) -> tuple:
    return tuple(getattr(expectation, name) for name in KEY)


FILES = {"expectations.csv": load_expectations}
