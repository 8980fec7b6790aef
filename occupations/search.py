"""Occupations by NOC code, by official title and by the job titles that people use, best first."""

from collections import defaultdict
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from django.db.models import Q

from occupations.folding import fold, has_words, stems
from occupations.models import Occupation, OccupationTitle

# Fewer letters would match a good part of all titles.
SHORTEST_QUERY = 2


class Fit(IntEnum):
    """How well an occupation answers what was asked, best first."""

    CODE = 0
    TITLE = 1
    JOB_TITLE = 2
    CODE_BEGINS = 3
    TITLE_BEGINS = 4
    TITLE_WORDS = 5
    JOB_TITLE_BEGINS = 6
    JOB_TITLE_WORDS = 7
    CODE_PART = 8


class JobTitle(NamedTuple):
    """An everyday title that matched."""

    title: str
    language: str


class Match(NamedTuple):
    """An occupation found: the everyday title it was found by, if by none of its own, and how many matched."""

    occupation_id: int
    code: str
    fit: Fit
    job_title: JobTitle | None
    job_titles: int

    @property
    def place(self) -> tuple[int, int, str]:
        return self.fit, -self.job_titles, self.code


def search(query: str) -> list[Match]:
    """Return the occupations that `query` may mean, best first; none for fewer than two letters or digits.

    Words count by their beginnings, in any order, without regard to case, accents and a plural's s.
    """
    folded = fold(query)
    if len(folded) < SHORTEST_QUERY:
        return []
    found: dict[int, Match] = {}
    for match in (*_by_own_title(folded), *_by_job_title(folded)):
        known = found.get(match.occupation_id)
        best = match if known is None else min(known, match, key=lambda m: m.fit)
        found[match.occupation_id] = best._replace(
            job_titles=max(match.job_titles, known.job_titles if known else 0)
        )
    return sorted(found.values(), key=lambda match: match.place)


def _by_own_title(folded: str) -> Iterator[Match]:
    """Find by code and official title in either language: there are few, and all are read."""
    beginnings = stems(folded)
    for pk, code, *titles in Occupation.objects.values_list("pk", "code", "title_en", "title_fr"):
        fits = [_fit_of_code(folded, code)] if folded.isdigit() else []
        fits += [_fit_of_title(folded, beginnings, code, fold(title)) for title in titles]
        if known := [fit for fit in fits if fit is not None]:
            yield Match(pk, code, min(known), None, 0)


def _fit_of_code(digits: str, code: str) -> Fit | None:
    if code == digits:
        return Fit.CODE
    if code.startswith(digits):
        return Fit.CODE_BEGINS
    return Fit.CODE_PART if digits in code else None


def _fit_of_title(folded: str, beginnings: list[str], code: str, title: str) -> Fit | None:
    if folded in (title, f"{code} {title}"):
        return Fit.TITLE
    if title.startswith(folded):
        return Fit.TITLE_BEGINS
    return Fit.TITLE_WORDS if has_words(title, beginnings) else None


def _by_job_title(folded: str) -> Iterator[Match]:
    """Find by everyday titles: for each occupation the best of them, the shortest among equals."""
    words = Q()
    for beginning in stems(folded):
        words &= Q(folded_title__contains=f" {beginning}")
    rows = OccupationTitle.objects.filter(words).values_list(
        "occupation_id", "occupation__code", "folded_title", "title", "language"
    )
    by_occupation = defaultdict(list)
    for pk, code, stored, title, language in rows.order_by():
        by_occupation[pk, code].append(
            (_fit_of_job_title(folded, stored.strip()), len(title), language, title)
        )
    for (pk, code), titles in by_occupation.items():
        fit, _length, language, title = min(titles)
        yield Match(pk, code, fit, JobTitle(title, language), len(titles))


def _fit_of_job_title(folded: str, title: str) -> Fit:
    if title == folded:
        return Fit.JOB_TITLE
    return Fit.JOB_TITLE_BEGINS if title.startswith(folded) else Fit.JOB_TITLE_WORDS
