"""How many occupations of a list are of a TEER: "18 of them in TEER 2, five in TEER 3". Pure: no Django."""

from collections.abc import Iterator

from articles.facts.model import Finding, Status, Version
from articles.facts.reading import NumberMention, Role
from articles.facts.reading.counting import SMALL, written
from articles.facts.rules.common.amounts import fits, hedge
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.references import gettext_noop

RULE = "occupations"

AGREES = gettext_noop("%(value)s of the list of %(category)s are of TEER %(teer)s, as in the record.")
WRONG = gettext_noop("%(expected)s of the list of %(category)s are of TEER %(teer)s.")

_NOUN = r"(?:occupations?|jobs?|codes?|trades?|names|entries|lines)"
_IN_TEER = compiled(
    rf"(?: {_NOUN})?(?: of (?:them|these|those|(?:the|its) (?:[0-9]+|(?:[0-9]+ )?{_NOUN})))?(?: (?:are|is|were|belong|stand))?(?: (?:all|only))?(?: (?:in|of|at|to|under))? teer(?: category| level)? (?P<teer>[0-5]|zero|one|two|three|four|five)\b"
)
# "Two of the 25 are in TEER 0": the two are counted.
# "Six of eleven are TEER 1", "95 of the codes of the classification".
_OF_THE = compiled(r"\bof (?:the |its |these |those |all )?$")
_OF_ALL = compiled(r"\b(?:classification|of these codes|unit groups|all codes|the whole noc)\b")


def find(setting: Setting) -> Iterator[Finding]:
    """Yield what is said of how many occupations of a list are of a TEER."""
    for unit in setting.units:
        if "teer" not in unit.text or _OF_ALL.search(unit.text):
            continue
        slugs = setting.listed(unit)
        for number in unit.mentions:
            if (
                isinstance(number, NumberMention)
                and number.role in (Role.OCCUPATIONS, Role.UNKNOWN, Role.OTHER)
                and not _OF_THE.search(unit.text[: number.start - unit.start])
                and (said := _IN_TEER.match(unit.text, number.end - unit.start))
                and len(slugs) == 1
            ):
                teer = int(said["teer"]) if said["teer"].isdigit() else SMALL[said["teer"]]
                yield from _judged(setting, unit, number, slugs[0], teer)


def _judged(setting: Setting, unit: Unit, number: NumberMention, slug: str, teer: int) -> Iterator[Finding]:
    versions = [version for version in setting.meant(unit, slug) if version is not None and version.codes]
    if not versions:
        return
    slack = hedge(unit.text, number.start - unit.start, number.end - unit.start)
    version = next((one for one in versions if fits(number.value, _of_teer(one, teer), slack)), None)
    right = _of_teer(version or versions[0], teer)
    params: dict[str, object] = {
        "category": setting.record.category_names.get(slug, slug), "teer": str(teer), "expected": str(right),
        "value": unit.said(number),
    }  # fmt: skip
    source = setting.reading.texts[unit.part].part.source[number.start : number.end]
    yield unit.finding(
        RULE, Status.AGREES if version else Status.CONTRADICTED, number.start, number.end, AGREES if version else WRONG,
        expected="" if version else str(right), replacement=None if version else written(right, source),
        rows=(version_row(version or versions[0]),), confidence=0.85, params=params,
    )  # fmt: skip


def _of_teer(version: Version, teer: int) -> int:
    """Return how many codes have a TEER, their second digit."""
    return sum(code[1] == str(teer) for code in version.codes or ())
