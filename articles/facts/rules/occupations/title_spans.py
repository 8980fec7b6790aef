"""Titles in a text: where they stand, each as long as can be. Pure: no Django."""

import re
from collections.abc import Iterator

from .titles import Titles

_WORD = re.compile(r"[^\W\d_][\w'’/-]*")
_BREAKS = re.compile(r"[;:.()\0\"]")
# "In transport, truck drivers": the type is no part of the title.
_OF_TYPE = re.compile(r"(?:transport|trades?|education|health ?care|health|agriculture|stem),")
_ONE = re.compile(r"(?:\b(?:an?|one|any|no|every|each)\s+|^\W*)\Z")
_GOES_ON = re.compile(r"\W*(?:[.,;:!?)(]|\Z|(?:is|are|was|and|or|too|has|does|did|can)\b)")
_LONGEST = 11
_SHORTEST = 4
_NOT_FIRST = frozenset((
    "and", "or", "the", "a", "an", "of", "in", "for", "other", "is", "are", "on", "was", "were", "not",
    "too", "as", "by", "to", "with", "it", "its", "they", "so", "that", "this", "but", "also", "who",
    "from", "has", "have", "at"
))  # fmt: skip
# Words that are a title on some index and mean no occupation by themselves.
_NOBODY = frozenset((
    "list", "lists", "listed", "candidate", "candidates", "member", "members", "worker", "workers",
    "manager", "managers", "officer", "officers", "applicant", "applicants", "trades", "specialist",
    "specialists", "minister", "ministers", "newcomer", "newcomers", "people", "professional",
    "professionals", "supervisor", "supervisors", "operator", "operators", "technician", "technicians",
    "assistant", "assistants", "instructor", "instructors", "inspector", "inspectors", "labourer",
    "labourers", "helper", "helpers", "trader", "traders", "speaker", "speakers", "author", "editor",
    "reader", "readers", "writer", "writers", "lawyer", "lawyers", "consultant", "consultants",
    "employer", "employers", "leaders", "winner", "winners", "education", "health", "transport",
    "agriculture", "research", "researcher", "researchers", "recruit", "recruits", "student",
    "students", "immigrant", "immigrants", "major", "majors", "graduate", "graduates", "expert",
    "experts", "official", "officials", "leader", "general", "generals"
)) | {"social services", "social service", "health care", "new lists"}  # fmt: skip


def spans(known: Titles, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the titles in text[start:end], each as long as can be."""
    words = list(_WORD.finditer(text, start, end))
    place = 0
    while place < len(words):
        if words[place][0] in _NOT_FIRST or not known.begins(words[place][0]):
            place += 1
            continue
        for last in range(min(place + _LONGEST, len(words)) - 1, place - 1, -1):
            begin, stop = words[place].start(), words[last].end()
            if (
                words[last][0] in _NOT_FIRST
                or _OF_TYPE.match(text, begin, stop)
                or _BREAKS.search(text, begin, stop)
            ):
                continue
            if _is_named(
                known,
                text[begin:stop],
                last - place + 1,
                text[max(0, begin - 8) : begin],
                text[stop : stop + 12],
            ):
                yield begin, stop
                place = last
                break
        place += 1


def _is_named(known: Titles, words: str, count: int, before: str, after: str) -> bool:
    # "the official lists": one person's title stands after an article or in the plural.
    if count == 1 and not words.endswith(("s", "men", "wives")) and not _ONE.search(before):
        return (
            before.endswith("the ")
            and words not in _NOBODY
            and bool(_GOES_ON.match(after))
            and bool(known.codes(words))
        )
    if (count == 1 and len(words) < _SHORTEST) or words in _NOBODY:
        return False
    return bool(known.codes(words))
