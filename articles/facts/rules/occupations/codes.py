"""NOC codes with titles: "NOC 73300 (truck drivers)", "Carpenters - 72310", rows of tables. Pure: no Django."""

import re
from collections.abc import Iterable, Iterator

from articles.facts.model import Finding, Row, Status
from articles.facts.reading import Block, Cell, CodeMention
from articles.facts.rules.common.patterns import small
from articles.facts.rules.common.setting import Setting, Unit
from articles.references import gettext_noop

from .code_model import Pair
from .code_pairs import in_prose, paired
from .title_words import key
from .titles import Fit, Judged, Titles

RULE = "occupations"

AGREES = gettext_noop("NOC %(code)s is “%(title)s”.")
WRONG_CODE = gettext_noop("NOC %(code)s is “%(title)s”; the title beside it is that of NOC %(expected)s.")
NO_CODE = gettext_noop("NOC 2021 has no unit group %(code)s.")
NO_CODE_BUT = gettext_noop(
    "NOC 2021 has no unit group %(code)s; the title beside it is that of NOC %(expected)s."
)
MISSPELT = gettext_noop("The title of NOC %(code)s is spelt “%(title)s”.")
OTHER_TITLE = gettext_noop("NOC %(code)s is “%(title)s”, which may not be what stands beside it.")

_WORD = re.compile(r"[^\W\d_][\w'’./-]*")


def find(setting: Setting, known: Titles) -> Iterator[tuple[Finding, Pair]]:
    """Yield what is said of each code with its title."""
    for unit in setting.units:
        codes = [mention for mention in unit.mentions if isinstance(mention, CodeMention)]
        for code, pair in paired(setting, unit, codes, known) if codes else ():
            if pair is not None:
                yield from _judged(setting, unit, pair, known)
            elif (
                code.marked
                and code.code not in known.of
                and code.code not in known.known
                and _is_noc(unit, code)
            ):
                yield (
                    _missing(unit, code, frozenset(), known),
                    Pair(code, code.start, code.end, Judged(Fit.UNKNOWN)),
                )
    for place, block in setting.tables:
        for unit, pair in in_table(setting, place, block, known):
            yield from _judged(setting, unit, pair, known)


def in_table(setting: Setting, place: int, block: Block, known: Titles) -> Iterator[tuple[Unit, Pair]]:
    """Yield the rows of a table that have a code, with the cell that is its title."""
    for row in block.rows:
        unit = Unit(setting.reading, block.part, place, row.start, row.end, True)
        codes = [mention for mention in unit.mentions if isinstance(mention, CodeMention)]
        if len(codes) != 1:
            yield from _in_cells(setting, place, block, row.cells, known)
            continue
        code = codes[0]
        own = next((cell for cell in row.cells if cell.start <= code.start < cell.end), None)
        if own is None:
            continue
        if len(_WORD.findall(own.text.lower().replace("noc", ""))) > 0:
            pair = in_prose(unit, code, known)
            if pair is not None and own.start <= pair.start < own.end:
                yield unit, pair
                continue
        others = [
            cell
            for cell in row.cells
            if cell is not own and len(key(cell.text)) > 0 and _WORD.search(cell.text)
        ]
        titled = [cell for cell in others if not any(character.isdigit() for character in cell.text)]
        judged = [(cell, known.judge(code.code, cell.text)) for cell in titled]
        ranked = sorted(judged, key=lambda pair: list(Fit).index(pair[1].fit))
        if ranked:
            cell, found = ranked[0]
            yield unit, Pair(code, cell.start, cell.end, found)
        elif not others:
            yield unit, Pair(code, code.start, code.end, Judged(Fit.UNKNOWN))


def _in_cells(
    setting: Setting, place: int, block: Block, cells: Iterable[Cell], known: Titles
) -> Iterator[tuple[Unit, Pair]]:
    """Yield the codes of cells that have several, each with the title beside it."""
    for cell in cells:
        unit = Unit(setting.reading, block.part, place, cell.start, cell.end, True)
        codes = [mention for mention in unit.mentions if isinstance(mention, CodeMention)]
        for _code, pair in paired(setting, unit, codes, known) if codes else ():
            if pair is not None:
                yield unit, pair


def _is_noc(unit: Unit, code: CodeMention) -> bool:
    """Whether a number is called a code right beside it."""
    return bool(re.search(r"\b(?:noc|cnp)\b[^.;]{0,20}$", unit.text[: code.start - unit.start]))


def _judged(setting: Setting, unit: Unit, pair: Pair, known: Titles) -> Iterator[tuple[Finding, Pair]]:
    code, judged = pair.code, pair.judged
    exists = code.code in known.known
    params: dict[str, object] = {"code": code.code, "title": judged.title or known.title(code.code)}
    if not exists:
        # A number that is no code stands with a title, be it not in full.
        if judged.fit is Fit.WRONG or _is_noc(unit, code) or (unit.is_row and code.marked):
            yield _missing(unit, code, judged.codes, known), pair
        return
    row = _row(known, code.code)
    if judged.fit is Fit.RIGHT:
        yield (
            unit.finding(RULE, Status.AGREES, code.start, code.end, AGREES, rows=(row,), params=params),
            pair,
        )
    elif judged.fit is Fit.MISSPELT:
        right = _like(judged.title, setting.reading.texts[unit.part].part.source[pair.start : pair.end])
        yield (
            unit.finding(
                RULE, Status.CONTRADICTED, pair.start, pair.end, MISSPELT,
                expected=judged.title, replacement=right, rows=(row,), params={**params, "title": judged.title},
            ),
            pair,
        )  # fmt: skip
    elif judged.fit is Fit.WRONG:
        yield _swapped(setting, unit, pair, known), pair
    elif unit.is_row and pair.start != code.start:
        yield (
            unit.finding(
                RULE,
                Status.NEEDS_HUMAN,
                pair.start,
                pair.end,
                OTHER_TITLE,
                rows=(row,),
                confidence=0.5,
                params=params,
            ),
            pair,
        )


def _swapped(setting: Setting, unit: Unit, pair: Pair, known: Titles) -> Finding:
    """Say that a code and a title do not go together, and which of the two a list of the place makes wrong."""
    code, judged = pair.code, pair.judged
    listed = listed_codes(setting, unit)
    right = sorted(judged.codes & listed) or sorted(judged.codes)
    params: dict[str, object] = {
        "code": code.code,
        "title": known.title(code.code),
        "expected": ", ".join(right),
    }
    rows = (_row(known, code.code), *(_row(known, other) for other in right[:2]))
    source = setting.reading.texts[unit.part].part.source
    one = right[0] if len(right) == 1 else ""
    # The code is wrong where the title is on a list spoken of; else either may be.
    if judged.codes & listed and code.code not in listed:
        start, end = code.start, code.end
        replacement = one or None
    else:
        start, end = min(code.start, pair.start), max(code.end, pair.end)
        replacement = source[start : code.start] + one + source[code.end : end] if one else None
    return unit.finding(
        RULE, Status.CONTRADICTED, start, end, WRONG_CODE, expected=", ".join(right), replacement=replacement, rows=rows, params=params,
    )  # fmt: skip


def _missing(unit: Unit, code: CodeMention, codes: frozenset[str], known: Titles) -> Finding:
    right = sorted(codes)
    one = right[0] if len(right) == 1 else None
    params: dict[str, object] = {"code": code.code, "expected": ", ".join(right)}
    return unit.finding(
        RULE, Status.CONTRADICTED, code.start, code.end, NO_CODE_BUT if right else NO_CODE,
        expected=", ".join(right), replacement=one, rows=tuple(_row(known, other) for other in right[:2]), params=params,
    )  # fmt: skip


def listed_codes(setting: Setting, unit: Unit) -> frozenset[str]:
    """Return the codes of the lists that a place may speak of."""
    found: set[str] = set()
    for slug in setting.listed(unit):
        for version in setting.meant(unit, slug):
            found.update((version.codes or {}) if version else ())
    return frozenset(found)


def _row(known: Titles, code: str) -> Row:
    occupation = known.known.get(code)
    return Row("occupation", code, occupation.address if occupation else "")


def _like(title: str, words: str) -> str:
    """Write a title as the words in its place begin: in small letters where they do."""
    if words[:1].islower() and title[1:2].islower():
        return title[:1].lower() + title[1:]
    if words.islower() is False and small(words) == words and len(title) > 1:
        return title[:1].lower() + title[1:]
    return title
