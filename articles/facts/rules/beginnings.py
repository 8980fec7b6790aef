"""When types of draw began, ended and came back, by the record's versions. Pure: no Django."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

from articles.facts.model import Finding, Status, Version
from articles.facts.reading import CategoryMention, DateMention
from articles.references import gettext_noop

from .patterns import compiled
from .setting import PROGRAMS, Setting, Unit, version_row

RULE = "occupations"

AGREES = gettext_noop("%(category)s: as in the record.")
BEGAN = gettext_noop("%(category)s: the record’s first version begins on %(day)s.")
IN_FORCE = gettext_noop("%(category)s was in force on %(day)s.")
NOT_IN_FORCE = gettext_noop("%(category)s was not in force on %(day)s.")


class Said(Enum):
    GONE = "gone"
    KEPT = "kept"


_BEGAN = compiled(
    r"(?:\W+(?:the|a|an|new|category|categories|that|which|it|for|occupations?|draws?|was|were|is|has|had|been|first|only|also|both|newly|workers|with|canadian|work|experience|proficiency)){0,6}?\W+"
    r"(?:began|begun|begins|started|starts|introduced|created|launched|announced|came into (?:being|force|effect)|appeared|set up|added|exist(?:s|ed)? since|dates? (?:from|back to)|in place since|since)\b"
    r"(?: (?:as a category|to the list|as one|only|back))?(?: (?:in|on|since|at the (?:beginning|start|end) of|early in|late in|of))? ?(?:early |late |mid-)?$"
)
_IT_BEGAN = compiled(
    r"(?:^|\b)(?:the|this|that) (?:new )?category (?:was |has been |had been )?(?:began|started|introduced|created|launched|announced|came (?:into (?:being|force)|in)|came|opened|dates (?:from|back to)|exists? since)(?: (?:in|on))? ?$"
)
_IS = r"\W+(?:category |occupations? |workers |list )?(?:has been|have been|was|were|is|are|had been|got)(?: (?:now|also|since|then|both|all|finally|been))*"
_GONE = compiled(
    rf"(?:{_IS} (?:gone|dropped|removed|ended|abolished|scrapped|deleted|discontinued|cut(?= ?[.,;]|$)|no longer (?:a category|a priority|on the list|among))|\W+(?:goes(?= ?(?:[.,;]|$|away|too))|disappeared|ended(?= ?(?:[.,;]|$))|left the list|fell away)\b)"
)
_KEPT = compiled(
    rf"(?:{_IS} (?:kept|retained|still (?:there|a category|in force|among))|\W+(?:remains|stays|remained|stayed)(?= (?:a category|in place|in force)|[.,;]))"
)
_LIST_OF = compiled(r"\b(?:occupations?|draws?|rounds?|workers|list)\b")


def find(setting: Setting) -> Iterator[Finding]:
    """Yield what is said of the beginnings and ends of types."""
    for unit in setting.units:
        for mention in unit.categories:
            if mention.slug not in PROGRAMS and mention.slug in setting.versions:
                yield from _stands(setting, unit, mention)
        for day in unit.dates:
            yield from _begun(setting, unit, day)


def _begun(setting: Setting, unit: Unit, day: DateMention) -> Iterator[Finding]:
    at = day.start - unit.start
    before = [mention for mention in unit.categories if mention.end <= day.start]
    if before:
        mention = before[-1]
        if not _BEGAN.fullmatch(
            unit.text[mention.end - unit.start : at].rstrip() + " "
        ) and not _BEGAN.fullmatch(unit.text[mention.end - unit.start : at]):
            return
        slug = mention.slug
    elif _IT_BEGAN.search(unit.text[max(0, at - 80) : at]):
        slugs = setting.slugs(unit, PROGRAMS)
        if len(slugs) != 1:
            return
        slug = slugs[0]
    else:
        return
    versions = setting.versions.get(slug, [])
    if slug in PROGRAMS or not versions or versions[0].valid_from is None:
        return
    days = [version.valid_from for version in versions if version.valid_from is not None]
    params: dict[str, object] = {
        "category": setting.record.category_names.get(slug, slug),
        "day": days[0].isoformat(),
    }
    if any(day.may_hold(begun) for begun in days):
        yield unit.finding(
            RULE, Status.AGREES, day.start, day.end, AGREES, rows=(version_row(versions[0]),), params=params
        )
        return
    status = (
        Status.CONTRADICTED
        if not _LIST_OF.search(unit.text[before[-1].end - unit.start : at] if before else "")
        else Status.NEEDS_HUMAN
    )
    yield unit.finding(
        RULE, status, day.start, day.end, BEGAN, expected=days[0].isoformat(),
        rows=(version_row(versions[0]),), params=params, confidence=0.85,
    )  # fmt: skip


def _stands(setting: Setting, unit: Unit, mention: CategoryMention) -> Iterator[Finding]:
    """Yield what is said of a type as a whole: that it is gone, or kept."""
    text, end = unit.text, mention.end - unit.start
    for said, expression in ((Said.GONE, _GONE), (Said.KEPT, _KEPT)):
        found = expression.match(text, end)
        if found is None:
            continue
        days = [mentioned.last for mentioned in unit.dates if mentioned.last <= setting.reading.on] or [
            setting.reading.on
        ]
        versions: list[Version | None] = [
            setting.on(mention.slug, day) for day in (*days, setting.reading.on)
        ]
        params: dict[str, object] = {
            "category": setting.record.category_names.get(mention.slug, mention.slug),
            "day": days[0].isoformat(),
        }
        rows = tuple(version_row(version) for version in setting.versions[mention.slug][-1:])
        start, stop = mention.start, unit.start + found.end()
        begun = setting.versions[mention.slug][0].valid_from or date.min
        is_so = any(
            (version is None and begun <= setting.reading.on) if said is Said.GONE else version is not None
            for version in versions
        )
        if is_so:
            yield unit.finding(RULE, Status.AGREES, start, stop, AGREES, rows=rows, params=params)
        else:
            yield unit.finding(
                RULE, Status.CONTRADICTED, start, stop, IN_FORCE if said is Said.GONE else NOT_IN_FORCE,
                expected="kept" if said is Said.GONE else "dropped", rows=rows, params=params, confidence=0.85,
            )  # fmt: skip
        return
