"""When the categories were announced, dropped and replaced, as sentences say it that do not begin with one: "it lapsed in February 2025", "announced the categories on 31 May". Pure: no Django."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Finding, Status, Version
from articles.facts.reading import DateMention
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import PROGRAMS
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import GENERIC, OF_PROVINCES, WITHOUT_LIST
from articles.references import gettext_noop

from .beginnings import AGREES, lapsed

RULE = "criteria"

ENDED = gettext_noop("%(category)s: a version of the record ends on %(day)s, and none on the day here.")
BEGAN = gettext_noop("%(category)s: a version of the record begins on %(day)s, and none on the day here.")

_SMALL = r"(?:(?:was|were|is|has|have|had|been|being|which|that|already|then|finally|again|only|since|itself|all) )*"
_AT = r"(?: (?:on|in|as of|from|with effect from|at the end of|by))?(?: early| late)? ?$"
# What ended: a list or a category, or "it", which was spoken of.
_THING = r"(?:\b(?:lists?|categor(?:y|ies)|versions?)(?: (?:of|for|from) (?:the )?[\w'’ -]{2,30}?)?,? |(?P<back>\b(?:it|they|this|these|which)),? )"
_END = compiled(
    rf"{_THING}{_SMALL}(?:lapsed|ended|expired|ceased|dropped|abolished|scrapped|discontinued|removed|repealed|withdrawn|disappeared|(?:in force|in use|valid|applied|in place|lasted|ran) (?:until|till|up to)){_AT}"
)
_OF_TYPE = compiled(
    rf"\W{{0,3}}(?: categor(?:y|ies)| list)?,? {_SMALL}(?:lapsed|ended|dropped|abolished|scrapped|discontinued|removed|disappeared){_AT}"
)
# "It was announced on": of the category that a question or the sentence before speaks of.
_IT_BEGAN = compiled(
    rf"^\W*(?:it|they|this|these) {_SMALL}(?:announced|introduced|created|launched|established|set up|added|published|returned|came back|back|reinstated|revived|brought back|restored){_AT}"
)
# "Returned to the list in", of the type before it.
_RETURNED = compiled(
    rf"\b(?:returned|came back|(?:was|were|been) (?:brought back|restored|reinstated|revived|reintroduced)|is back|reappeared) (?:to|on|onto|among|as) (?:the|its|an?) (?:lists?|categor(?:y|ies))(?: of categories)?{_AT}"
)
# "The transport category returned on", the category itself.
_CAME_BACK = compiled(
    rf"\bcategor(?:y|ies) {_SMALL}(?:returned|came back|reinstated|revived|restored|brought back|back){_AT}"
)
# "Transport returned on", of a type that had lapsed.
_TYPE_BACK = compiled(
    rf"\W{{0,3}}(?: categor(?:y|ies)| list)?,? {_SMALL}(?:returned|came back|reinstated|revived|restored|reintroduced|brought back|back){_AT}"
)
# "Announced on", as the first words, of the category that comes behind the day.
_FIRST_WORDS = compiled(
    rf"^\W*(?:first |newly )?(?:announced|introduced|created|launched|established|published|added|set up){_AT}"
)
_CATEGORY_BEHIND = compiled(r"[^.;:,]{0,40}, (?:the|this) (?:new |present )?(?:category|list)\b")
# "Beside those of 31 May 2023", where lists are spoken of.
_THOSE_OF = compiled(
    r"\b(?:those|the ones|their predecessors|the (?:first |old |earlier |previous )?(?:lists?|versions?)) (?:of|from) $"
)
# "Announced the five categories on", "has applied since".
_ACTIVE = compiled(
    r"\b(?:announced|introduced|created|launched|presented|unveiled|published|established|set up) (?:the|its|all|these) (?:(?:new|first|five|six|three|four|categories of|present|current|[a-z]+) ){0,2}(?:categor(?:y|ies)|lists?)"
    rf"{_AT}|\b(?:list|lists|category|categories|version)(?: (?:that|which))? (?:has|have) (?:applied|been valid|held|ruled|counted) since ?$"
)
# "On 8 December the department announced a category".
_LED = compiled(
    r",? (?:the |canada's |canada’s )?(?:department|government|minister|ministry|ircc|ottawa|canada|immigration (?:department|minister|authorities))(?: [\w'’-]+){0,2}? (?:announced|introduced|created|launched|presented|unveiled|published|established|added) (?:a |the |its |an? |[a-z]+ )?(?:new |separate |own |further )*(?:[\w-]+ )?(?:categor(?:y|ies)|lists?)\b(?!-| of)"
)
_ON = compiled(r"\bon $")
_ABOUT = compiled(r"\b(?:categor(?:y|ies)|lists?)\b")
_DRAWS = compiled(r"\b(?:draws?|rounds?|pauses?|breaks?|waits?|waiting|streaks?|reports?|plans?|quarters?)\b")
# "The pause in the category, which ended": of the pause.
_DRAW_OF = compiled(rf"{_DRAWS.pattern} (?:in|of|for|under|with|by) (?:the |this |that |its )?(?:[\w-]+ )?$")
# A category is given up with its day, and a list replaced on the next.
_NEXT = timedelta(days=1)
_NEAR = timedelta(days=45)


def find(setting: Setting, said: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what is said of such days, of types with a list or of all of them, but for those of which it is `said` already."""
    done = {(one.part, one.start) for one in said}
    for unit in setting.units:
        if OF_PROVINCES.search(unit.text):
            continue
        for day in unit.dates:
            part = setting.reading.texts[unit.part].part.name
            if day.relative or day.first > setting.reading.on or (part, day.start) in done:
                continue
            at = day.start - unit.start
            before = unit.text[max(0, at - 110) : at]
            if _is_end(setting, unit, day, before):
                yield from _judged(setting, unit, day, before, is_end=True)
            elif _is_beginning(setting, unit, day, before):
                yield from _judged(setting, unit, day, before, is_end=False)


def _is_end(setting: Setting, unit: Unit, day: DateMention, before: str) -> bool:
    found = _END.search(before)
    if found is not None and _DRAW_OF.search(before[: found.start()]):
        return False
    if found is not None:
        # "The pause, which ended in May": "it" is the list or the category only where no draw is spoken of.
        told = before[: found.start()] if found["back"] == "which" else _before(setting, unit)
        if not found["back"] or _is_of_lists(told):
            return True
    return any(
        mention.end <= day.start
        and mention.slug not in PROGRAMS | GENERIC
        and _OF_TYPE.fullmatch(unit.text, mention.end - unit.start, day.start - unit.start)
        for mention in unit.categories
    )


def _before(setting: Setting, unit: Unit) -> str:
    return " ".join(other.text for other in next(iter(setting.around(unit)), []))


def _is_of_lists(text: str) -> bool:
    return _ABOUT.search(text) is not None and not _DRAWS.search(text)


def _is_beginning(setting: Setting, unit: Unit, day: DateMention, before: str) -> bool:
    if _CAME_BACK.search(before) and unit.categories:
        return True
    if any(
        mention.end <= day.start
        and _TYPE_BACK.fullmatch(unit.text, mention.end - unit.start, day.start - unit.start)
        and lapsed(setting, mention.slug)
        for mention in unit.categories
    ):
        # To some a type is back with its first draw.
        return not any(day.may_hold(draw.date) for draw in setting.record.draws)
    if _ACTIVE.search(before) or (_RETURNED.search(before) and unit.categories):
        return True
    if day.precision == "day" and _THOSE_OF.search(before):
        return _is_of_lists(f"{_before(setting, unit)} {unit.text}")
    if _FIRST_WORDS.search(unit.text[: day.start - unit.start]):
        return _CATEGORY_BEHIND.match(unit.text, day.end - unit.start) is not None
    if _IT_BEGAN.search(before) and day.start - unit.start == len(before):
        return _is_of_lists(f"{_before(setting, unit)} {unit.text}")
    return (
        day.precision == "day"
        and _ON.search(before) is not None
        and _LED.match(unit.text, day.end - unit.start) is not None
    )


def _judged(
    setting: Setting, unit: Unit, day: DateMention, before: str, *, is_end: bool
) -> Iterator[Finding]:
    versions = _spoken_of(setting, unit, day)
    if is_end:
        known = [(version.valid_to, version) for version in versions if version.valid_to is not None]
    else:
        known = [(version.valid_from, version) for version in versions if version.valid_from is not None]
    known = [(moment, version) for moment, version in known if moment <= setting.reading.on]
    if not known:
        return
    fitting = next(
        (
            version
            for moment, version in known
            if day.may_hold(moment) or (is_end and day.may_hold(moment + _NEXT))
        ),
        None,
    )
    right, version = min(known, key=lambda one: abs((one[0] - day.first).days))
    version = fitting or version
    params: dict[str, object] = {
        "category": setting.record.category_names.get(version.category, version.category),
        "day": right.isoformat(),
    }
    # A new category that the record lacks has another day than any: what is meant is a type by name, or near its day.
    # "The list that has applied since" a day is the one in force.
    is_told = (
        is_end
        or bool(unit.categories)
        or before.endswith("since ")
        or bool(_IT_BEGAN.search(before) or _FIRST_WORDS.search(before))
    )
    if fitting is None and not is_told and abs(right - day.first) > _NEAR:
        return
    if fitting is None:
        yield unit.finding(
            RULE, Status.CONTRADICTED, day.start, day.end, ENDED if is_end else BEGAN,
            expected=right.isoformat(), rows=(version_row(version),), params=params, confidence=0.8,
        )  # fmt: skip
        return
    yield unit.finding(
        RULE, Status.AGREES, day.start, day.end, AGREES, rows=(version_row(version),), params=params
    )


def _spoken_of(setting: Setting, unit: Unit, day: DateMention) -> Sequence[Version]:
    """Return the versions of the types that a sentence speaks of before a day, of all where none is named."""
    own = [
        mention.slug
        for mention in unit.categories
        if mention.slug not in PROGRAMS | GENERIC and mention.end <= day.start
    ][-1:]
    slugs = (
        own
        or [slug for slug in setting.slugs(unit, WITHOUT_LIST) if slug not in GENERIC]
        or list(setting.versions)
    )
    return [version for slug in slugs for version in setting.versions.get(slug, ()) if slug not in PROGRAMS]
