"""How many occupations a list has besides those named: "the list has plumbers, carpenters and eight more". Pure: no Django."""

from collections.abc import Iterable, Iterator

from articles.facts.model import Finding, Status
from articles.facts.reading import NumberMention
from articles.facts.reading.counting import written
from articles.facts.rules.common.amounts import Hedge, hedge
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.references import gettext_noop

from . import membership_claims as claiming
from .code_model import Pair
from .membership_lists import listed
from .membership_model import Named
from .membership_words import Said
from .titles import Titles

RULE = "occupations"

AGREES = gettext_noop("%(value)s more, as in the record’s list of %(category)s.")
REST = gettext_noop("The list of %(category)s has %(expected)s occupations besides those named.")

_MORE = compiled(
    r" (?:more|others?|(?:other|further|additional) (?:occupations|jobs|codes|trades))(?= ?[.,;)]|$| (?:on|in)\b)"
)
_AND = compiled(r"(?: ?\([^()]*\))?,? ?(?:and|plus|as well as|along with) (?:just |only |another )?")


def find(setting: Setting, known: Titles, pairs: Iterable[Pair]) -> Iterator[Finding]:
    """Yield what is said of how many more a list has than a row of its occupations."""
    by_place = {(pair.code.part, pair.code.start): pair for pair in pairs}
    for unit in setting.units:
        for number in unit.mentions:
            if isinstance(number, NumberMention) and _MORE.match(unit.text, number.end - unit.start):
                named = list(claiming.named(unit, known, by_place, 0, number.start - unit.start))
                if row := _row(unit, number, named):
                    yield from _judged(setting, unit, number, row)


def _row(unit: Unit, number: NumberMention, named: list[Named]) -> tuple[Named, ...]:
    """Return the occupations in a row right before a number, of which a list is said to have them."""
    at = number.start - unit.start
    for clause in claiming.clauses(unit.text, named):
        if not clause.start <= at < clause.end or not clause.rows:
            continue
        row = clause.rows[-1]
        said = clause.ahead(row[0].start)
        if said and said.said is Said.ON and not said.denied and _AND.fullmatch(unit.text, row[-1].end, at):
            return row
    return ()


def _judged(setting: Setting, unit: Unit, number: NumberMention, row: tuple[Named, ...]) -> Iterator[Finding]:
    slugs = setting.listed(unit)
    versions = [version for slug in slugs for version in setting.meant(unit, slug)]
    holding = [one for one in versions if one is not None and all(listed(named, one) for named in row)]
    slack = hedge(unit.text, number.start - unit.start, number.end - unit.start)
    if len(slugs) != 1 or not holding or len(holding) < len(versions) or slack is not Hedge.EXACT:
        return
    rests = [len(one.codes or ()) - len(row) for one in holding]
    fits = number.value in rests
    version, right = holding[0], rests[0]
    params: dict[str, object] = {
        "category": setting.record.category_names.get(version.category, version.category),
        "expected": str(right), "value": f"{number.value:.0f}",
    }  # fmt: skip
    yield unit.finding(
        RULE, Status.AGREES if fits else Status.CONTRADICTED, number.start, number.end, AGREES if fits else REST,
        expected="" if fits else str(right), replacement=None if fits else written(right, unit.said(number)),
        rows=(version_row(version),), confidence=0.8, params=params,
    )  # fmt: skip
