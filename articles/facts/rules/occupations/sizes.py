"""How many occupations a list has, and how many categories there are. Pure: no Django."""

from collections.abc import Iterator
from datetime import date

from articles.facts.model import Finding, Status
from articles.facts.reading import NumberMention, Role
from articles.facts.reading.counting import written
from articles.facts.rules.common.amounts import Hedge, fits, hedge
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import OF_PROVINCES, PEOPLE
from articles.facts.rules.common.surroundings import GOES_ON
from articles.references import gettext_noop

from . import size_changes
from .size_places import (
    asked_before,
    goes_on_from_size,
    is_choice,
    is_near,
    is_of_one,
    is_of_others,
    near_lists,
    people_of,
    types_around,
    types_counted,
)
from .size_totals import best_total, categories, changes_of, day_of, in_force, totals_of
from .size_versions import age_of, meant
from .size_words import (
    ABOUT_DRAWS,
    ABOUT_LISTS,
    ALL_CATEGORIES,
    CATEGORIES,
    CATEGORIES_AFTER,
    CHANGED,
    CLOSED,
    DISTINCT,
    GREW,
    HAS_CATEGORIES,
    HOW_MANY,
    IMAGINED,
    IT_HAS,
    ITS_LIST,
    LEADS,
    LINES,
    LIST_OF,
    OF_LIST,
    OF_OLD,
    OF_ONE_LIST,
    OF_THE,
    OF_THEIR_OWN,
    OF_THEM,
    ON_LIST,
    ONE_OF,
    OTHERS,
    PART,
    PARTLY,
    ROW_AFTER,
    ROW_BEFORE,
    SHARE,
    THERE,
    TOGETHER,
    TRADES,
    VERB,
    WORKED_IN,
)

RULE = "occupations"
# No list has had as many occupations.
MOST = 100

AGREES = gettext_noop("%(value)s occupations, as in the record.")
WRONG = gettext_noop("The list of %(category)s in force on %(day)s has %(expected)s occupations.")
WRONG_ALL = gettext_noop("The lists in force on %(day)s have %(expected)s occupations.")


def find(setting: Setting) -> Iterator[Finding]:
    """Yield what is said of the sizes of lists, number by number."""
    yield from size_changes.find(setting)
    changes = size_changes.taken(setting)
    for unit in setting.units:
        for number in unit.mentions:
            if (
                isinstance(number, NumberMention)
                and number.value == int(number.value)
                and number.role is not Role.ORDINAL
                and (unit.part, number.start) not in changes
            ):
                yield from _of_number(setting, unit, number)


def _of_number(setting: Setting, unit: Unit, number: NumberMention) -> Iterator[Finding]:
    text = unit.text
    start, end = number.start - unit.start, number.end - unit.start
    before = text[max(0, start - 60) : start]
    if number.unit == "category":
        if "categor" in text[end : number.noun - unit.start] and (
            CATEGORIES.search(before)
            or CATEGORIES_AFTER.match(text, end)
            or (HAS_CATEGORIES.search(before) and ALL_CATEGORIES.match(text, number.noun - unit.start))
        ):
            yield from categories(setting, unit, number)
        return
    if OF_PROVINCES.search(text) or not _is_size(setting, unit, number, before):
        return
    if WORKED_IN.search(before) or IMAGINED.search(text[:start]) or OTHERS.match(text, end):
        return
    if is_choice(setting, unit, start, end) or is_of_others(unit, number):
        return
    # "35, 24, 10, 10 and 3" are told in the order of their types.
    if ROW_BEFORE.search(before) or ROW_AFTER.match(text, end):
        return
    if _HALF_OF.search(before) or _LISTED_ON.match(text, end) or _EXACTLY.match(text, end):
        return
    # "Three of the occupations are managers" are a part.
    if OF_THE.match(text[end : number.noun - unit.start]):
        return
    if (
        PARTLY.search(before)
        and not OF_OLD.match(text, number.noun - unit.start)
        and not ON_LIST.match(text, number.noun - unit.start)
        and not (ONE_OF.search(before) and unit.categories)
    ):
        return
    changes = CHANGED.search(before) is not None and "with" not in before[-12:]
    after = number.noun - unit.start
    if number.value == 1 and not compiled(
        r"\b(?:kept|keeps|has|have|had|only|just|single|with) (?:only |just )?$"
    ).search(before):
        return
    if PART.match(text, after):
        return
    # "The list has ten jobs, with cooks among them" counts them all.
    if SHARE.match(text, after) and not OF_THEM.match(text, end) and not text.startswith(", with ", after):
        # "On the old list of ten were pilots": all ten.
        changes = LIST_OF.search(before) is None or changes
    yield from _size(setting, unit, number, changes)


def _is_size(setting: Setting, unit: Unit, number: NumberMention, before: str) -> bool:
    """Whether a number may count the occupations of a list."""
    text, end = unit.text, number.end - unit.start
    if unit.said(number).startswith("0") or before.endswith("teer "):
        return False
    if LIST_OF.search(before) and CLOSED.match(text, end) and near_lists(setting, unit):
        return number.value <= MOST
    if number.value <= MOST and age_of(text, number.start - unit.start, end):
        return number.unit in ("", "other") or number.role is Role.OCCUPATIONS
    if LINES.match(text, end) and ("list" in text or unit.slugs):
        return not ABOUT_DRAWS.search(before) or IT_HAS.search(before) is not None
    if number.role is Role.OCCUPATIONS:
        # "Five job descriptions", "000": no occupations are counted.
        return number.value == 1 or text[end : number.noun - unit.start].rstrip().endswith("s")
    if (
        number.role not in (Role.UNKNOWN, Role.DIFFERENCE, Role.OTHER)
        or number.unit not in ("", "other")
        or number.value > 200
    ):
        return False
    if TRADES.match(text, end):
        return "list" in text or any("list" in other.text for other in setting.of_block(unit.block))
    if OF_THEM.match(text, end) and THERE.search(before):
        return near_lists(setting, unit)
    if LEADS.fullmatch(before) and (asked := _question(setting, unit)) is not None:
        return bool(
            HOW_MANY.search(asked)
            and not _PART_OF_LIST.search(asked)
            and ABOUT_LISTS.search(asked)
            and not ABOUT_DRAWS.search(asked.split("list")[0])
        )
    if GREW.search(before) or OF_LIST.search(before):
        return True
    if THERE.search(before) and CLOSED.match(text, end) and goes_on_from_size(setting, unit):
        return True
    if ABOUT_DRAWS.search(text) or not CLOSED.match(text, end):
        return False
    return bool(
        VERB.search(before)
        and (unit.categories or (number.value <= MOST and IT_HAS.search(before)))
        and near_lists(setting, unit)
    )


# "Half of the four are new", "two, two and one": parts, and not the whole of a list.
_HALF_OF = compiled(r"\bhalf of (?:the|its|these) $")
_EXACTLY = compiled(r",? (?:to be (?:exact|precise)|in fact)\b")
_LISTED_ON = compiled(rf", (?:one|{FEW}|[0-9]+),? and (?:one|{FEW}|[0-9]+)\b")
# "Which occupations survived?" asks for a part of a list.
_PART_OF_LIST = compiled(
    r"\b(?:surviv\w+|left|new|added|removed|gone|dropped|kept|stayed|remain\w*|joined|lost)\b"
)


def _question(setting: Setting, unit: Unit) -> str | None:
    asked = setting.asked(unit)
    # "And for education?" asks what was asked right before of another list.
    if asked and GOES_ON.match(asked[0].text):
        asked = [*asked_before(setting, asked[0]), *asked]
    return " ".join(other.text for other in asked) or None


def _size(setting: Setting, unit: Unit, number: NumberMention, changes: bool) -> Iterator[Finding]:
    text = unit.text
    start, end = number.start - unit.start, number.end - unit.start
    slack = hedge(text, start, end)
    # "Doctors have a list of their own, with three": of the people that are spoken of.
    theirs = OF_THEIR_OWN.search(text[:start]) is not None
    own = tuple(people_of(setting, unit) & PEOPLE) if theirs else types_counted(unit, number)
    if theirs and len(own) != 1:
        return
    slugs = own or types_around(setting, unit, number)
    versions = [
        version for slug in slugs for version in meant(setting, unit, slug, number) if version is not None
    ]
    with_list = [version for version in versions if version.codes]
    sizes = {len(version.codes or ()): version for version in reversed(with_list)}
    by_code = DISTINCT.match(text, end) is not None
    totals = set() if ITS_LIST.search(text[:start]) else totals_of(setting, unit, by_code=by_code)
    if not slugs:
        totals |= {len(version.codes or ()) for version in in_force(setting, day_of(setting, unit))}
    # "The five codes of their list all begin with 000": of one list, whatever is said of all of them.
    of_one = is_of_one(unit, number, own) or OF_ONE_LIST.match(text, number.noun - unit.start) is not None
    together = not of_one and bool(TOGETHER.search(text, *_clause(text, start)))
    if not slugs and not together:
        return
    values = {*sizes, *totals, *(changes_of(setting, slugs) if changes else ())}
    if any(fits(number.value, value, slack) for value in values):
        fitting = next((version for size, version in sizes.items() if fits(number.value, size, slack)), None)
        row = version_row(fitting) if fitting is not None else None
        yield unit.finding(
            RULE,
            Status.AGREES,
            number.start,
            number.end,
            AGREES,
            rows=(row,) if row else (),
            params={"value": f"{number.value:.0f}"},
        )
        return
    if changes and not own:
        return
    source = setting.reading.texts[unit.part].part.source[number.start : number.end]
    if (
        together
        and totals
        and not (own and len(own) == 1 and "lists" not in text and "categories" not in text)
    ):
        if (number.role is not Role.OCCUPATIONS and not OF_LIST.search(text[:start])) or (
            number.value < 20 and not compiled(r"\blists\b|\btotal\b").search(text)
        ):
            return
        right = best_total(setting, unit)
        yield unit.finding(
            RULE, Status.CONTRADICTED, number.start, number.end, WRONG_ALL, expected=str(right),
            replacement=written(right, source), rows=tuple(map(version_row, in_force(setting, day_of(setting, unit)))),
            params={"expected": str(right), "day": day_of(setting, unit).isoformat()}, confidence=0.85,
        )  # fmt: skip
        return
    if not with_list or len(with_list) != len(versions):
        return
    # What is not said of a type by name may be said of another one's list than that named in passing before.
    if not own:
        others = in_force(setting, day_of(setting, unit))
        if is_near(setting, unit, slugs):
            named = people_of(setting, unit)
            others = [version for version in others if version.category in named]
        if any(fits(number.value, len(version.codes or ()), slack) for version in others):
            return
    best = with_list[0]
    right = len(best.codes or ())
    day = max(best.valid_from or date.min, min(setting.reading.on, best.valid_to or date.max))
    yield unit.finding(
        RULE,
        Status.NEEDS_HUMAN if changes else Status.CONTRADICTED,
        number.start,
        number.end,
        WRONG,
        expected=str(right),
        replacement=None if changes or slack is not Hedge.EXACT else written(right, source),
        live=f"[[occupations category={best.category} on={day.isoformat()} count]]",
        rows=(version_row(best),),
        confidence=0.5 if changes else 0.9,
        params={
            "category": setting.record.category_names.get(best.category, best.category),
            "day": day.isoformat(),
            "expected": str(right),
        },
    )


def _clause(text: str, place: int) -> tuple[int, int]:
    """Return the bounds of the piece of a sentence, between semicolons and the like, that a place stands in."""
    start = max(text.rfind(mark, 0, place) for mark in (";", ": ", "\u2014")) + 1
    ends = [end for mark in (";", "\u2014") if (end := text.find(mark, place)) >= 0]
    return start, min(ends, default=len(text))
