"""How many categories have a list of occupations, and how many lists there are: "five of them rest on a list", "nine occupation lists". Pure: no Django."""

from collections.abc import Iterator

from articles.facts.model import Finding, Status
from articles.facts.reading import NumberMention, Role
from articles.facts.reading.counting import written
from articles.facts.rules.common.amounts import Hedge, hedge
from articles.facts.rules.common.hedging import SUPPOSED
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import OF_PROVINCES
from articles.references import gettext_noop

from .size_totals import categories, day_of, in_force

RULE = "occupations"

AGREES = gettext_noop("%(value)s categories, as in the record.")
WRONG = gettext_noop("On %(day)s %(expected)s categories had a list of occupations.")
WITHOUT = gettext_noop("On %(day)s %(expected)s categories had no list of occupations.")

# Nobody has counted more categories.
_MOST = 20
_OF_THEM = r"(?P<them>,? of (?:them|these|those|which|the (?:[\w-]+ )?categories(?: (?:now )?in (?:force|use|place))?))?,?"
_LIST = r"(?:(?:an?|their|its|the|one) (?:own )?(?:list|(?:occupations?|occupational|job) list|(?:list|set) of (?:eligible |listed )?(?:occupations|jobs|codes))|(?:occupation(?:al)?|job) lists|lists of (?:occupations|jobs)|(?:specific |listed |certain )?occupations|lists)"
_END = r"(?= ?(?:[.,;:)!]|$)| (?:of (?:its|their) own|of (?:eligible )?(?:occupations|jobs)|and|but|while|behind|attached)\b)"
_WITH_LIST = compiled(
    rf"(?: categories)?{_OF_THEM} (?:now |still |currently )*(?:(?P<none>(?:has|have|had|come|comes|work|works) (?:no|without an?|without)) (?:own )?(?:list|lists|occupations?|occupation list)|(?:rests?|relies|rely|depends?|turns?|runs?|works?|goes?) (?:on|by|from|with) {_LIST}|(?:is|are|was|were) (?:based|built|founded|tied|linked|bound|defined|governed|determined) (?:on|to|by) {_LIST}|(?:has|have|had|uses?|used|comes? with|came with|carry|carries) {_LIST}){_END}"
)
_OF_CATEGORIES = compiled(
    r"\bof (?:the |its |canada's )?(?:[\w-]+ )?categories(?: (?:now |currently )?(?:in (?:force|use|place)|that exist))?,? (?:only |just |all |but )?$"
)
_LISTS = compiled(
    r" (?:different |separate |current )?(?:(?:occupation(?:al)?|job) lists|lists of (?:eligible )?(?:occupations|jobs))(?= ?(?:[.,;:)!]|$)| (?:now|today|in (?:force|use|all|total)|for|behind|at present)\b)"
)
_HAS = compiled(
    r"\b(?:there (?:are|were)|(?:works?|worked|operates?|selects?|invites) (?:now )?(?:with|from|by)|maintains?|maintained|publishe[sd]|keeps?|kept|uses?|used|runs?|ran|has|had|knows?|knew|counts?|counted|draws on) (?:now |only |just |still |currently )*$"
)
# "The number of categories rose from seven to ten", "How many categories are there? With French, there are six".
_NUMBER_OF = compiled(
    r"\bnumber of (?:express entry |draw )?categories(?: (?:is|was|now|has|have|been|stays?|stayed|remain\w*|rose|risen|grew|grown|went|climbed|fell|dropped|up|down|stands|stood|again|still|unchanged))*(?: from [\w-]+)? (?:to|at|is|was)(?: now)? $"
)
_HOW_MANY = compiled(
    r"\bhow many (?:express entry |draw )?categories(?: (?:are|were|exist|does|has|have|is)\b[^?]{0,40})?\?"
)
_THERE_ARE = compiled(
    r"\W*(?:(?:with|including|counting) french,? )?(?:(?:there (?:are|were)|now|today|it is|it has|in all|currently|still|only|just|exactly)[ ,]*)*"
)
_ENDS = compiled(r" ?(?:[.,;:)!(]|$)| (?:now|today|in all|with|including|if|since|again|at present)\b")
_ALL_OF = compiled(r"\bof (?:the|these|those|its|all|canada's|our) $")
_CATEGORY = compiled(r"\bcategor(?:y|ies)\b")
_LOOSE = compiled(
    rf"\b(?:{SUPPOSED}|should|plans?|planned|propos\w+|new|changed|renewed|revised|at least|more than|fewer than)\b"
)


def find(setting: Setting) -> Iterator[Finding]:
    """Yield what the record says of numbers of categories with a list, or without one."""
    for unit in setting.units:
        if OF_PROVINCES.search(unit.text) or _LOOSE.search(unit.text):
            continue
        for number in unit.mentions:
            if not isinstance(number, NumberMention) or number.role is Role.ORDINAL or number.value > _MOST:
                continue
            if hedge(unit.text, number.start - unit.start, number.end - unit.start) is not Hedge.EXACT:
                continue
            if _is_total(setting, unit, number):
                yield from categories(setting, unit, number)
            elif (has_list := _counts(setting, unit, number)) is not None:
                yield from _judged(setting, unit, number, has_list=has_list)


def _is_total(setting: Setting, unit: Unit, number: NumberMention) -> bool:
    """Whether a number counts all categories, though "categories" does not stand behind it."""
    text, start, end = unit.text, number.start - unit.start, number.end - unit.start
    if number.unit not in ("", "other") or not _ENDS.match(text, end):
        return False
    if _NUMBER_OF.search(text[:start]):
        return True
    asked = " ".join(one.text for one in setting.asked(unit))
    return _HOW_MANY.search(asked) is not None and _THERE_ARE.fullmatch(text, 0, start) is not None


def _counts(setting: Setting, unit: Unit, number: NumberMention) -> bool | None:
    """Return whether a number counts categories with a list (True) or without one, None where it counts neither."""
    text, start, end = unit.text, number.start - unit.start, number.end - unit.start
    before = text[max(0, start - 70) : start]
    if _LISTS.match(text, end) and _HAS.search(before):
        return True
    found = _WITH_LIST.match(text, end)
    # "Nine of the ten categories have a list": the ten are all of them.
    if found is None or _ALL_OF.search(before):
        return None
    if not _OF_CATEGORIES.search(before):
        # "Of them": of the categories that were spoken of last. "Ten categories have a list" is judged with the numbers of categories.
        near = [one for one in setting.of_block(unit.block) if one.start < unit.start][-1:]
        question = setting.reading.question(unit.block)
        near += setting.of_block(question) if question is not None else []
        said = " ".join([*(one.text for one in near), text[:start], found["them"] or ""])
        if not found["them"] or not _CATEGORY.search(said):
            return None
    return found["none"] is None


def _judged(setting: Setting, unit: Unit, number: NumberMention, *, has_list: bool) -> Iterator[Finding]:
    days = {
        setting.reading.on,
        *(day for span in setting.spans(unit) for day in span if day <= setting.reading.on),
    }
    counts: set[int] = set()
    for day in days:
        lists = in_force(setting, day)
        without = int(setting.on("french", day) is not None)
        awaited = sum(version.codes is None for version in lists)
        counts |= {len(lists), len(lists) - awaited} if has_list else {without, without + awaited}
    day = day_of(setting, unit)
    lists = in_force(setting, day)
    right = len(lists) if has_list else int(setting.on("french", day) is not None)
    if not lists:
        return
    rows = tuple(map(version_row, lists))
    if number.value in counts:
        yield unit.finding(
            RULE, Status.AGREES, number.start, number.end, AGREES, rows=rows, params={"value": f"{number.value:.0f}"}
        )  # fmt: skip
        return
    yield unit.finding(
        RULE, Status.CONTRADICTED, number.start, number.end, WRONG if has_list else WITHOUT, expected=str(right),
        replacement=written(right, unit.said(number)), rows=rows, confidence=0.8,
        params={"expected": str(right), "day": day.isoformat()},
    )  # fmt: skip
