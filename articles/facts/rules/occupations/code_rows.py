"""Codes in a row without titles, from the first to the last of a list, and the TEER beside a code. Pure: no Django."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.facts.model import Finding, Row, Status, Version
from articles.facts.reading import CodeMention
from articles.facts.reading.counting import SMALL, written
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import OF_PROVINCES, WITHOUT_LIST
from articles.references import gettext_noop

from .titles import Titles

RULE = "occupations"

EXTRA = gettext_noop("NOC %(code)s is not on the list of %(category)s, as the codes beside it are.")
END = gettext_noop("The list of %(category)s goes from %(first)s to %(last)s.")
TEER = gettext_noop("NOC %(code)s is of TEER %(expected)s, its second digit.")
TEER_AGREES = gettext_noop("NOC %(code)s is of TEER %(expected)s.")

# Of fewer codes none is the odd one, unless they are as many as the list has.
FEWEST = 4
_JOINT = compiled(
    r"[\s\"'`*()]*(?:,|/|;|·|\||and|&|plus|or|,? as well as)?[\s\"'`*()]*(?:and |noc |code )?[\s\"'`*()]*"
)
# Codes in such a sentence are not all of one list.
_APART = compiled(
    r"\b(?:not|no|never|neither|nor|out|off|gone|removed|dropped|left|lost|joined|added|new|unlike|except|instead|wrong|old|former\w*|previous\w*|without|missing|compar\w+|both|either|versus|vs)\b|n't\b"
)
_FROM_TO = compiled(
    r"(?:,? ?\([^()]{1,80}\))?(?: at the [^.;:()0-9]{3,40})? ?(?:to|through|until|[-–—])(?: noc| code)? ?[\"'`*]*"
)
# "Run from 00012 to 00015": from the first of a list to its last.
_RUNS = compiled(
    r"\b(?:lists?|codes?|categor(?:y|ies)|they|it|occupations)(?: now| all| only)* (?:runs?|ran|goes?|go|went|ranges?|stretch(?:es)?|extends?|spans?|reach(?:es)?|comprises?|consists? of)(?: only)?(?: from)?(?: noc| code)? ?[\"'`*]*$"
    rf"|\b(?:[0-9]{{1,2}}|{FEW})(?: occupations| codes| jobs)?,? from(?: noc| code)* ?[\"'`*]*$"
    r"|\b(?:with|have|has|had|get|carry|bear|under)(?: the)?(?: noc)? codes (?:from )?[\"'`*]*$"
)
_CODES = compiled(
    r"(?:^|[:,;(] ?)(?:its |the |of |with |has |have )*(?:[0-9]+|two|three|four|five) (?:noc )?(?:codes|occupations|jobs)(?::| \(|, | -)? ?(?:noc )?[\"'`*]*$"
)
_OF_LISTS = compiled(r"\b(?:lists?|listed|codes|categor(?:y|ies)|eligible|covered|occupations)\b")
_TEER = compiled(r"\bteer(?: category| level)?(?: is| of|:)? ?(?P<teer>[0-5]|zero|one|two|three|four|five)\b")
_COLUMN = compiled(r"(?:noc )?teer(?: category| level)?")
# So far from a code stands its TEER.
_REACH = 40


def find(setting: Setting, known: Titles) -> Iterator[Finding]:
    """Yield the codes that are not on the list of those beside them, and the TEERs that are not those of their codes."""
    for unit in setting.units:
        codes = [mention for mention in unit.mentions if isinstance(mention, CodeMention)]
        if codes:
            yield from _teers(setting, unit, codes, known)
        if len(codes) < 2 or OF_PROVINCES.search(unit.text):
            continue
        yield from _ends(setting, unit, codes)
        apart = _APART.search(unit.text) is not None
        for row in _rows(unit, codes):
            if not apart or _is_told(unit, row):
                yield from _odd(setting, unit, row)


def in_tables(setting: Setting, known: Titles) -> Iterator[Finding]:
    """Yield the TEERs in a column of their own that are not those of the codes in their rows."""
    for place, block in setting.tables:
        if not block.has_header:
            continue
        heads = [cell.text.lower().strip() for cell in block.rows[0].cells]
        at = next((at for at, head in enumerate(heads) if _COLUMN.fullmatch(head)), None)
        for row in block.rows[1:] if at is not None else ():
            unit = Unit(setting.reading, block.part, place, row.start, row.end, True)
            codes = [mention for mention in unit.mentions if isinstance(mention, CodeMention)]
            if at is None or at >= len(row.cells) or len(codes) != 1:
                continue
            cell = row.cells[at]
            if cell.text.isdigit() and codes[0].code in known.known:
                yield _teer(setting, unit, codes[0], int(cell.text), (cell.start, cell.end), known)


def _rows(unit: Unit, codes: Sequence[CodeMention]) -> Iterator[list[CodeMention]]:
    row = [codes[0]]
    for one, other in pairwise(codes):
        if not _JOINT.fullmatch(unit.text, one.end - unit.start, other.start - unit.start):
            yield row
            row = []
        row.append(other)
    yield row


def _is_told(unit: Unit, row: Sequence[CodeMention]) -> bool:
    """Whether the words right before a row say that these are the codes: "a new category, two codes (41200, 41201), no draw"."""
    return _CODES.search(unit.text, 0, row[0].start - unit.start) is not None


def _odd(setting: Setting, unit: Unit, row: Sequence[CodeMention]) -> Iterator[Finding]:
    """Yield the one code of a row that is not on the list of all others."""
    said = {mention.code for mention in row}
    if len(said) < 2 or len(said) != len(row):
        return
    near = setting.listed(unit)
    before = next((other.text for others in setting.around(unit) for other in others[-1:]), "")
    is_alone = len(unit.text) - (row[-1].end - row[0].start) < 4
    if not unit.slugs and not is_alone and not _OF_LISTS.search(f"{before} {unit.text}"):
        return
    spoken = unit.slugs or near
    fitting = [version for version in _begun(setting) if len(said - set(version.codes or ())) <= 1]
    if any(
        said <= set(version.codes or ())
        for version in fitting
        if len(said) >= FEWEST or not spoken or version.category in spoken
    ):
        return
    # So few codes are a list only where it is the one spoken of and as long.
    best = [
        version
        for version in fitting
        if (len(said) >= FEWEST and version.category in (near or (version.category,)))
        or (len(said) == len(version.codes or ()) and version.category in spoken)
    ]
    odd = {code for version in best for code in said - set(version.codes or ())}
    if len(odd) != 1 or (len(said) < FEWEST and len({version.category for version in best}) > 1):
        return
    version = next(
        (one for one in best if one.valid_to is None or one.valid_to >= setting.reading.on), best[-1]
    )
    missing = set(version.codes or ()) - said
    code = odd.pop()
    mention = next(one for one in row if one.code == code)
    right = missing.pop() if len(missing) == 1 else ""
    yield unit.finding(
        RULE, Status.CONTRADICTED, mention.start, mention.end, EXTRA, expected=right or "-", replacement=right or None,
        rows=(version_row(version), Row("occupation", code)), params={**_params(setting, version), "code": code},
        confidence=0.85,
    )  # fmt: skip


def _begun(setting: Setting) -> list[Version]:
    return [
        version
        for slug, versions in setting.versions.items()
        if slug not in WITHOUT_LIST
        for version in versions
        if version.codes and version.valid_from and version.valid_from <= setting.reading.on
    ]


def _ends(setting: Setting, unit: Unit, codes: Sequence[CodeMention]) -> Iterator[Finding]:
    """Yield the end of "00012 to 00015", "from 22303 to 82021" that is not that of the list that the other end is of."""
    for one, other in pairwise(codes):
        if not _FROM_TO.fullmatch(unit.text, one.end - unit.start, other.start - unit.start):
            continue
        versions = [
            version
            for slug in setting.listed(unit)
            for version in setting.versions.get(slug, ())
            if version in _begun(setting)
        ]
        whole = _RUNS.search(unit.text[: one.start - unit.start][-40:]) is not None
        if any(
            (one.code, other.code) == (min(version.codes or ()), max(version.codes or ()))
            for version in versions
        ):
            return
        if not whole and any(
            other.code in (version.codes or ()) and one.code in (version.codes or ()) for version in versions
        ):
            return
        for version in reversed(versions):
            ends = (min(version.codes or ()), max(version.codes or ()))
            if whole and one.code != ends[0] and other.code != ends[1]:
                # "From 00011 to 00014": a row that is moved has a code of the list in it, and neither of its ends.
                if {one.code, other.code}.isdisjoint(version.codes or ()):
                    continue
                yield unit.finding(
                    RULE, Status.CONTRADICTED, one.start, other.end, END, expected=" – ".join(ends),
                    rows=(version_row(version),), confidence=0.8,
                    params={**_params(setting, version), "first": ends[0], "last": ends[1]},
                )  # fmt: skip
                return
            if (one.code == ends[0]) is (other.code == ends[1]):
                continue
            wrong, right = (other, ends[1]) if one.code == ends[0] else (one, ends[0])
            yield unit.finding(
                RULE, Status.CONTRADICTED, wrong.start, wrong.end, END, expected=right, replacement=right,
                rows=(version_row(version),), confidence=0.85,
                params={**_params(setting, version), "first": ends[0], "last": ends[1]},
            )  # fmt: skip
            return


def _teers(setting: Setting, unit: Unit, codes: Sequence[CodeMention], known: Titles) -> Iterator[Finding]:
    for match in _TEER.finditer(unit.text):
        start, end = match.span("teer")
        code = _beside(unit, codes, match.start(), match.end())
        if code is None or code.code not in known.known:
            continue
        said = SMALL[match["teer"]] if match["teer"].isalpha() else int(match["teer"])
        yield _teer(setting, unit, code, said, (unit.start + start, unit.start + end), known)


def _teer(
    setting: Setting, unit: Unit, code: CodeMention, said: int, place: tuple[int, int], known: Titles
) -> Finding:
    right = known.known[code.code].teer
    params: dict[str, object] = {"code": code.code, "expected": str(right)}
    rows = (Row("occupation", code.code, known.known[code.code].address),)
    if said == right:
        return unit.finding(RULE, Status.AGREES, *place, TEER_AGREES, rows=rows, params=params)
    source = setting.reading.texts[unit.part].part.source[slice(*place)]
    return unit.finding(
        RULE, Status.CONTRADICTED, *place, TEER, expected=str(right), replacement=written(right, source),
        rows=rows, params=params,
    )  # fmt: skip


def _beside(unit: Unit, codes: Sequence[CodeMention], start: int, end: int) -> CodeMention | None:
    """Return the code right before a TEER in its clause, else the one right behind it."""
    before = [code for code in codes if 0 <= start - (code.end - unit.start) < _REACH]
    if before and not compiled(r"[.;:]").search(unit.text, before[-1].end - unit.start, start):
        return before[-1]
    after = [code for code in codes if 0 <= code.start - unit.start - end < _REACH]
    if after and not compiled(r"[.;:]|\b(?:but|except|save|unlike|while)\b").search(
        unit.text, end, after[0].start - unit.start
    ):
        return after[0]
    return None


def _params(setting: Setting, version: Version) -> dict[str, object]:
    return {"category": setting.record.category_names.get(version.category, version.category)}
