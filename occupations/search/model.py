"""What a search answers with. Pure: no Django."""

from enum import IntEnum
from typing import NamedTuple


class Fit(IntEnum):
    """How well an occupation answers what was asked, best first.

    TITLE is the classification's title, JOB_TITLE an everyday one: in full, up to its qualifier ("data analyst" of "Data
    analyst - informatics and systems"), from its beginning, at its end (in English, where the last word says what
    somebody is), or by its words in any order. NEARLY is any of these once the spelling has been put right.
    """

    CODE = 0
    TITLE = 1
    JOB_TITLE = 2
    CODE_BEGINS = 3
    TEER = 4
    TITLE_HEAD = 5
    TITLE_BEGINS = 6
    TITLE_ENDS = 7
    JOB_TITLE_HEAD = 8
    JOB_TITLE_BEGINS = 9
    JOB_TITLE_ENDS = 10
    TITLE_WORDS = 11
    JOB_TITLE_WORDS = 12
    CODE_PART = 13
    NEARLY = 14


class JobTitle(NamedTuple):
    """A title and its language, "en" or "fr"."""

    title: str
    language: str


class Match(NamedTuple):
    """An occupation found: the everyday title it was found by, if by none of its own, and how many matched."""

    occupation_id: int
    code: str
    fit: Fit
    job_title: JobTitle | None
    job_titles: int
