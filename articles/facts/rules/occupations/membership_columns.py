"""Columns of a table of occupations that name the list of each, or say what a change did to it: "Category: STEM", "New in 2025? yes". Pure: no Django."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum

from articles.facts.model import Finding, Status, Version
from articles.facts.reading import Block, Cell, CodeMention
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit
from articles.facts.rules.common.setting_words import GENERIC, WITHOUT_LIST
from articles.references import gettext_noop

from .code_model import Pair
from .membership_tables import YES, Claimed, codes_of, days_of, said_of
from .membership_verdicts import AGREES, LISTED, NOT_LISTED
from .titles import Titles

OTHERWISE = gettext_noop("%(title)s: the lists of %(category)s before and since %(day)s say otherwise.")

_OF_OCCUPATIONS = compiled(
    r"(?:noc(?: 2021)?|(?:noc )?codes?|jobs?|occupations?|professions?|trades?|titles?|job titles?)"
)
# "Category", "On which list?", "Express Entry category in 2026".
_CATEGORY = compiled(
    r"(?:listed|falls?|belongs?|found) (?:in|under|to|on)\??|(?:which |its |the |express entry |current |new )*(?:(?:listed|falls?|belongs?|found) (?:in|under|to|on|for) )?(?:on )?(?:which |the )?(?:categor(?:y|ies)|lists?)\b(?: (?:in|on|of|since|today|now)\b[\w ,]{0,20})?\??"
)
_NONE = compiled(
    r"\W*(?:none|no|no (?:list|category)|on none|not (?:listed|on (?:a|any) list)|not any ?more|nowhere|nothing|—|–|-)\W*"
)


class Change(Enum):
    """What a change of the list did to an occupation."""

    CAME = "came"
    LEFT = "left"
    STAYED = "stayed"


_NOT_OF = r"(?:,? (?:to|from|off|on|in|since|at|by|of|with|the|its|list|category|february|may|this|year|20[0-9]{2}|last))*"
# A heading whose cells are "yes" and "no", and a cell that says it itself.
_ASKS = (
    (
        Change.CAME,
        compiled(rf"(?:is it |are they )?(?:newly |just )?(?:new|added|joined|came in){_NOT_OF}\??"),
    ),
    (Change.LEFT, compiled(rf"(?:dropped|removed|taken off|deleted|gone|left|lost){_NOT_OF}\??")),
    (
        Change.STAYED,
        compiled(rf"(?:kept|stayed|survived|remained|still (?:on it|there|listed|on the list)){_NOT_OF}\??"),
    ),
)
_CELLS = (
    (Change.LEFT, compiled(rf"(?:dropped|removed|taken off|deleted|gone|left|lost|out){_NOT_OF}")),
    (
        Change.STAYED,
        compiled(rf"(?:kept|stayed|stays|survived|remained|remains|unchanged|as before){_NOT_OF}"),
    ),
)


def find(
    setting: Setting, known: Titles, pairs: Iterable[Pair], said: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield what the lists say of such columns, row by row, but for rows whose code is `said` to be wrong."""
    wrong = [(one.part, one.start) for one in said if one.status is Status.CONTRADICTED]
    by_place = {(pair.code.part, pair.code.start): pair for pair in pairs}
    for place, block in setting.tables:
        if not block.has_header or not _is_of_occupations(block):
            continue
        head = Unit(setting.reading, block.part, place, block.rows[0].start, block.rows[0].end, True)
        # A table of types may count "occupations", and its rows be no occupations.
        by_title = bool(_OF_OCCUPATIONS.fullmatch(block.rows[0].cells[0].text.lower().strip()))
        readers = [_reader(cell.text) for cell in block.rows[0].cells]
        for row in block.rows[1:]:
            unit = Unit(setting.reading, block.part, place, row.start, row.end, True)
            name = setting.reading.texts[unit.part].part.name
            if any(part == name and unit.start <= start < unit.end for part, start in wrong):
                continue
            if not by_title and not any(isinstance(one, CodeMention) for one in unit.mentions):
                continue
            for at, cell in enumerate(row.cells[: len(readers)]):
                read = readers[at]
                if read is None or not cell.text.strip():
                    continue
                codes = codes_of(unit, row.cells, known, by_place)
                if codes:
                    claimed = Claimed(setting, unit, cell, codes, known)
                    yield from read(claimed, head, block.rows[0].cells[at])


def _is_of_occupations(block: Block) -> bool:
    return any(_OF_OCCUPATIONS.fullmatch(cell.text.lower().strip()) for cell in block.rows[0].cells)


def _reader(heading: str) -> Callable[[Claimed, Unit, Cell], Iterator[Finding]] | None:
    text = heading.lower().strip()
    if _OF_OCCUPATIONS.fullmatch(text):
        return None
    return _of_category if _CATEGORY.fullmatch(text) else _of_change


def _of_category(claimed: Claimed, head: Unit, heading: Cell) -> Iterator[Finding]:
    """Judge the type that a cell names as that on whose list the occupation is, or that it is on none."""
    setting, unit, cell = claimed.setting, claimed.unit, claimed.cell
    if any(isinstance(one, CodeMention) for one in unit.mentions if cell.start <= one.start < cell.end):
        return
    named = [one.slug for one in unit.categories if cell.start <= one.start < cell.end]
    versions = {
        slug: _meant(setting, head, heading, slug) for slug in setting.versions if slug not in WITHOUT_LIST
    }
    on = {
        slug: next((one for one in own if one and claimed.codes & set(one.codes or ())), None)
        for slug, own in versions.items()
    }
    if not named:
        if _NONE.fullmatch(cell.text.lower()):
            # Of several lists that may be meant one without it is enough.
            wrong = next((on[slug] for slug in on if on[slug] and len(versions[slug]) == 1), None)
            yield said_of(claimed, wrong, LISTED, _name(setting, wrong), is_so=wrong is None)
        return
    if any(slug in WITHOUT_LIST | GENERIC or slug not in versions for slug in named):
        return
    wrong_slug = next((slug for slug in named if on[slug] is None), None)
    if wrong_slug is None:
        yield said_of(claimed, on[named[0]], AGREES, "", is_so=True)
        return
    version = next((one for one in versions[wrong_slug] if one is not None), None)
    right = next((version for version in on.values() if version is not None), None)
    yield said_of(claimed, version, NOT_LISTED, _name(setting, right), is_so=False, category=wrong_slug)


def _name(setting: Setting, version: Version | None) -> str:
    if version is None:
        return "-"
    return setting.record.category_names.get(version.category, version.category)


def _meant(setting: Setting, head: Unit, heading: Cell, slug: str) -> list[Version | None]:
    """Return the versions that a column may be about: those of a day in its heading, else of what is around."""
    if days := days_of(head, heading):
        during = [setting.during(slug, day.first, day.last) for day in days]
        return [version for found in during for version in (*found, *(() if found else (None,)))]
    return list(setting.meant(head, slug))


def _of_change(claimed: Claimed, head: Unit, heading: Cell) -> Iterator[Finding]:
    """Judge a "yes" or "no" under "New in 2025?", or "removed" and "kept" in a cell."""
    setting, text = claimed.setting, claimed.cell.text.lower().strip()
    said = YES.fullmatch(text)
    asks = heading.text.lower().strip()
    expressions = _ASKS if said else _CELLS
    kind = next((one for one, words in expressions if words.fullmatch(asks if said else text)), None)
    slugs = [slug for slug in setting.listed(head) if slug not in WITHOUT_LIST]
    if kind is None or len(slugs) != 1:
        return
    days = days_of(claimed.unit, claimed.cell) or days_of(head, heading)
    own = [
        version
        for version in setting.versions.get(slugs[0], ())
        if version.codes and (version.valid_from or date.min) <= setting.reading.on
    ]
    changes = [
        pair
        for pair in zip(own, own[1:], strict=False)
        if not days or any(day.may_hold(pair[1].valid_from or date.min) for day in days)
    ]
    if not changes or not any(claimed.codes & set(version.codes or ()) for version in own):
        return
    wanted = said is None or bool(said["yes"])
    found = [(_is_so(kind, claimed.codes, *pair), pair[1]) for pair in changes]
    fitting = next((version for is_so, version in found if is_so is wanted), None)
    right = "-" if said is None else "no" if wanted else "yes"
    yield said_of(claimed, fitting or changes[-1][1], OTHERWISE, right, is_so=fitting is not None)


def _is_so(kind: Change, codes: frozenset[str], old: Version, new: Version) -> bool:
    then, now = bool(codes & set(old.codes or ())), bool(codes & set(new.codes or ()))
    return {Change.CAME: now and not then, Change.LEFT: then and not now, Change.STAYED: then and now}[kind]
