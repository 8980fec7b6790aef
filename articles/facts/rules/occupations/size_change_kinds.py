"""What a number tells of how a list changed: how many came, left or stayed, and its size before and after. Pure: no Django."""

from collections.abc import Sequence

from articles.facts.reading import NumberMention
from articles.facts.rules.common.setting import Unit

from .size_change_words import (
    ADDS,
    AGAINST,
    ARE_LEFT,
    BY,
    BY_AFTER,
    DIFFERS,
    DROPS,
    GREW,
    IN_AND_OUT,
    KEEPS,
    NEXT,
    OF_ITS_OLD,
    OF_SIZE,
    OF_THE,
    REMAIN,
    SIZE_BEFORE,
    SURVIVED,
    TO,
    WERE_ADDED,
    WERE_CUT,
    WERE_KEPT,
    YEAR,
)
from .size_totals import Change
from .size_words import OTHERS


def kind_of(unit: Unit, numbers: Sequence[NumberMention], place: int) -> str:
    """Return what a number tells of a list's change, "" for nothing."""
    text, number = unit.text, numbers[place]
    start, end = number.start - unit.start, number.end - unit.start
    before = text[max(0, start - 40) : start]
    # "Has two more occupations than the old one": no size, whatever stands before it.
    if found := DIFFERS.match(text, end):
        return "more" if found["how"] in ("more", "longer", "larger") else "fewer"
    # "Had one occupation left", "four of its first ten left", "lost programmers and 17 other jobs" count no change.
    if OF_SIZE.search(before) or OTHERS.match(text, end):
        return ""
    for found in IN_AND_OUT.finditer(text):
        if start in (found.start("came"), found.start("then")):
            return "came"
        if start in (found.start("left"), found.start("first")):
            return "left"
    # "Was cut by two", "fifteen occupations longer": how many more or fewer there are.
    if found := BY.search(text, max(0, start - 60), start):
        return "less" if found["down"] else "growth"
    if found := BY_AFTER.match(text, end):
        return "less" if found["shorter"] else "growth"
    if ADDS.search(before) and NEXT.match(text, end) or WERE_ADDED.match(text, end):
        return "came"
    if DROPS.search(before) and NEXT.match(text, end) or WERE_CUT.match(text, end):
        return "left"
    if WERE_KEPT.match(text, end) or (
        OF_THE.search(text[max(0, start - 90) : start]) and ARE_LEFT.match(text, end)
    ):
        return "kept"
    if SURVIVED.match(text, end) or (KEEPS.search(before) and OF_ITS_OLD.match(text, end)):
        return "kept"
    if REMAIN.match(text, end):
        return "remaining"
    if _grew(text, start) or (AGAINST.search(before) and SIZE_BEFORE.search(text[:start])):
        return "old"
    if place and TO.fullmatch(text[numbers[place - 1].end - unit.start : start]):
        return "new" if _grew(text, numbers[place - 1].start - unit.start) else ""
    return ""


def _grew(text: str, place: int) -> bool:
    return GREW.search(text[max(0, place - 70) : place]) is not None


def year_of(unit: Unit, number: NumberMention) -> int | None:
    """Return the year of the list that another is said to differ from: "two more than in 2025"."""
    at = number.end - unit.start
    found = DIFFERS.match(unit.text, at)
    year = found and YEAR.search(unit.text, found.start("how"), found.end() + len(" list of 2025"))
    return int(year[0]) if year else None


def values_of(change: Change, kind: str) -> tuple[int, ...]:
    old, new = len(change.old.codes or ()), len(change.new.codes or ())
    match kind:
        case "came":
            return (change.came, max(0, new - old))
        case "kept":
            return (change.kept,)
        case "remaining":
            return (change.kept, new)
        case "left":
            return (change.left, max(0, old - new))
        case "old":
            return (old,)
        case "growth":
            return (max(0, new - old), change.came)
        case "less":
            return (max(0, old - new), change.left)
        case "more":
            return (new - old,)
        case "fewer":
            return (old - new,)
    return (new,)
