"""Occupations: codes with titles, membership of lists, their sizes, tables of them. Pure: no Django."""

from collections.abc import Iterator

from articles.facts.model import Finding, Record
from articles.facts.reading import Reading
from articles.facts.rules.common.setting import Setting
from articles.facts.rules.comparisons import beginnings, type_times

from . import (
    category_counts,
    code_answers,
    code_rows,
    codes,
    list_extremes,
    list_ways,
    membership_columns,
    membership_tables,
    memberships,
    new_categories,
    resting,
    rosters,
    same_lists,
    size_rest,
    size_tables,
    sizes,
    teers,
)
from .titles import titles


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Yield what the record says of occupations."""
    setting, known = Setting(reading, record), titles(record)
    pairs = list(codes.find(setting, known))
    judged = [pair for _finding, pair in pairs]
    yield from (finding for finding, _pair in pairs)
    yield from code_answers.find(setting, known)
    yield from code_rows.find(setting, known)
    in_tables = list(code_rows.in_tables(setting, known))
    yield from in_tables
    members = list(memberships.find(setting, known, judged))
    yield from resting.standing(setting, members, members)
    yield from resting.standing(setting, sizes.find(setting), members)
    yield from size_rest.find(setting, known, judged)
    yield from list_extremes.find(setting)
    yield from list_ways.find(setting)
    yield from same_lists.find(setting)
    yield from new_categories.find(setting)
    yield from category_counts.find(setting)
    yield from size_tables.in_tables(setting)
    yield from size_tables.by_days(setting)
    yield from teers.find(setting)
    yield from membership_tables.find(setting, known, judged)
    on_rosters = list(rosters.find(setting, known, judged))
    yield from on_rosters
    yield from membership_columns.find(setting, known, judged, [*in_tables, *on_rosters])
    began = list(beginnings.find(setting))
    yield from began
    yield from type_times.find(setting, began)
